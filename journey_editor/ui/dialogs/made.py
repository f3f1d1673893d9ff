"""What a paste makes, told before it is made: how many of what, what is new, and what was not understood."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.edits.drafts import Remark, Tally
from journey_editor.core.titles import shortened
from journey_editor.ui.labels import tip
from journey_editor.ui.pieces import heading
from journey_editor.ui.theme import font, small_font

CHIPS = 4  # new names of a kind that are shown
REMARKS = 200
LETTERS = 24
ROW, ROWS, EDGE = 20, 4, 6  # pixels of a remark's height, how many are seen at once, and what stands around them


class Made(QWidget):
    """The sum of a paste in a line, the new names as chips, and a list of what was not understood."""

    def __init__(self) -> None:
        super().__init__()
        self.sum = QLabel()
        self.sum.setTextFormat(Qt.TextFormat.PlainText)
        self.sum.setFont(font(weight=600))
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self._new = QWidget()
        self._new.setLayout(self._chips)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._doubts = heading("", "pain")
        self.remarks = QListWidget()
        self.remarks.setFont(small_font())
        self.remarks.setProperty("role", "remarks")
        self.remarks.setAccessibleName(_("What was not understood"))
        self.remarks.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.sum, self._new, self._doubts, self.remarks):
            column.addWidget(widget)

    def say(self, words: str) -> None:
        """Say something in the place of the sum."""
        self.sum.setText(words)

    def show_tally(self, made: Tally, remarks: Sequence[Remark], place: str) -> None:
        """Show what would be made; `place` says what the numbers of remarks count, such as "row {number}"."""
        self.sum.setText(sum_of(made))
        while self._chips.count():
            item = self._chips.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        self._add_chips(_("New stages"), made.stages)
        self._add_chips(_("New owners"), made.owners)
        self._chips.addStretch(1)
        self._new.setVisible(bool(made.stages or made.owners))
        self.remarks.clear()
        for remark in remarks[:REMARKS]:
            self.remarks.addItem(f"{place.format(number=remark.line)}: {remark.words}")
        words = ngettext("{count} thing was not understood", "{count} things were not understood", len(remarks))
        self._doubts.setText(words.format(count=len(remarks)))
        self._doubts.setVisible(bool(remarks))
        self.remarks.setVisible(bool(remarks))
        self.remarks.setFixedHeight(ROW * min(ROWS, len(remarks)) + 2 * EDGE)

    def _add_chips(self, what: str, names: Sequence[str]) -> None:
        if not names:
            return
        if self._chips.count():
            self._chips.addSpacing(16)
        self._chips.addWidget(heading(what))
        for name in names[:CHIPS]:
            self._chips.addWidget(_chip(name, what))
        if len(names) > CHIPS:
            self._chips.addWidget(heading(_("and {count} more").format(count=len(names) - CHIPS)))


def sum_of(made: Tally) -> str:
    """Return in a line what is made."""
    parts = [
        (made.touchpoints, ngettext("{count} touchpoint", "{count} touchpoints", made.touchpoints)),
        (len(made.stages), ngettext("{count} new stage", "{count} new stages", len(made.stages))),
        (len(made.owners), ngettext("{count} new owner", "{count} new owners", len(made.owners))),
        (made.feelings, ngettext("{count} feeling", "{count} feelings", made.feelings)),
        (made.notes, ngettext("{count} note", "{count} notes", made.notes)),
        (made.opportunities, ngettext("{count} opportunity", "{count} opportunities", made.opportunities)),
        (made.metrics, ngettext("{count} metric", "{count} metrics", made.metrics)),
    ]
    said = [words.format(count=f"{count:,}") for count, words in parts if count]
    return " · ".join(said) or _("Nothing that a map could hold")


def _chip(name: str, kind: str) -> QLabel:
    """Return a dashed chip: what it names is not there yet."""
    found = QLabel(shortened(" ".join(name.split()), LETTERS) or kind)
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setFont(small_font(600))
    found.setProperty("role", "newchip")
    found.setToolTip(tip(f"{kind}: {name}"))
    found.setAccessibleName(f"{kind}: {name}")
    return found
