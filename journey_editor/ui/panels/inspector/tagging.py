"""Tags as chips with a field behind them, and the link with a button that opens it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QToolButton, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.tags import add_tags, remove_tag, shared_tags, typed_tags
from journey_editor.core.records import Record
from journey_editor.core.showing import tag_key, tags_of
from journey_editor.ui.icons import icon
from journey_editor.ui.panels.inspector.editors import HEIGHT, LineEditor
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.subject import Bound, Subject, line_bound
from journey_editor.ui.panels.wordchips import ChipLine, WordChip
from journey_editor.ui.theme import look_of

SHOWN = 24
"""Tags that have a chip of their own; more are told by their number."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD = 64  # pixels


class Tags(ChipLine):
    """The tags of one record or several; a dashed one is not on all of them, and typed again it is."""

    def __init__(self, subject: Subject, name: str) -> None:
        super().__init__(LineEditor())
        self.field.setMinimumWidth(_FIELD)
        self.field.setPlaceholderText(_("Add a tag"))
        self._subject = subject
        self._shown: tuple[tuple[str, bool], ...] = ()
        self.field.setAccessibleName(name)
        self._known = QStringListModel(self)
        completer = self._completer = QCompleter(self._known, self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._complete, Qt.ConnectionType.QueuedConnection)  # once the field has it
        self.field.setCompleter(completer)
        self.field.editingFinished.connect(self.commit)  # beside the field's own: what is added leaves it empty
        self.field.textEdited.connect(self._look)
        self.removed.connect(self._remove)

    def show_tags(self, tags: tuple[tuple[str, bool], ...]) -> None:
        """Show tags, each with whether all records have it."""
        if tags == self._shown and len(self.chips) == min(len(tags), SHOWN):
            return
        self._shown = tags
        made = [WordChip(tag, tag if shared else _("{tag}: not on all of them").format(tag=tag), not shared)
                for tag, shared in tags[:SHOWN]]  # fmt: skip
        self.show_chips(made)
        more = len(tags) - SHOWN
        self.field.setPlaceholderText(_("and {count} more").format(count=more) if more > 0 else _("Add a tag"))

    def commit(self) -> None:
        """Add what is typed."""
        tags = typed_tags(self.field.text())
        if (popup := self._completer.popup()) is not None:
            popup.hide()
            QTimer.singleShot(0, popup, popup.hide)  # the field shows it once more for the key that led here
        if self.field.text():
            self.field.setText("")
        if tags and self._subject.records():
            add_tags(self._subject.workspace.document, self._subject.ids, tags)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and self.field.text().strip():
                self.commit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.setText("")
                return True
        return super().eventFilter(watched, event)

    def _complete(self, _words: str) -> None:
        self.commit()

    def _look(self, words: str) -> None:
        if words.rstrip().endswith((",", ";")):
            self.commit()
        elif len(words) == 1:  # somebody begins: these are the tags that can be meant
            has = {tag_key(tag) for tag, shared in self._shown if shared}
            known = tags_of(self._subject.workspace.document.records.values())
            self._known.setStringList([tag for tag in known if tag_key(tag) not in has])

    def _remove(self, place: int) -> None:
        if place < len(self._shown):
            remove_tag(self._subject.workspace.document, self._subject.ids, self._shown[place][0])


def tags_bound(spec: FieldSpec, subject: Subject) -> Bound:
    """Return the tags of records as chips."""
    tags = Tags(subject, _(spec.label))
    return Bound(tags, lambda records: tags.show_tags(shared_tags(records)), tags.commit)


def web_bound(spec: FieldSpec, subject: Subject) -> Bound:
    """Return the field of a link, and a button that opens it."""
    line = line_bound(spec, subject)
    button = QToolButton()
    button.setFixedSize(HEIGHT, HEIGHT)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(_("Open the link"))
    button.setAccessibleName(_("Open the link"))
    button.clicked.connect(lambda: subject.workspace.link_asked.emit(subject.ids[0] if subject.ids else ""))
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(line.widget, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show(records: Sequence[Record]) -> None:
        line.show(records)
        button.setIcon(icon("link", look_of(subject.workspace.view.theme).map.muted))
        button.setVisible(len(records) == 1 and bool(records[0].__dict__[spec.name].strip()))

    return Bound(holder, show, line.commit, line.said)
