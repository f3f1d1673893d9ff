"""The tray at the left: touchpoints without a place, filed with one or two keys or dragged onto the map."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.edits.touchpoints import to_tray
from journey_editor.core.records import Touchpoint
from journey_editor.ui.panels.keyed import MERGE_KEY, Keys
from journey_editor.ui.panels.tray_cards import MARGIN
from journey_editor.ui.panels.tray_filing import Filing
from journey_editor.ui.panels.tray_view import TrayView
from journey_editor.ui.pieces import restyle
from journey_editor.ui.theme import font, small_font
from journey_editor.ui.workspace import Workspace

PANEL_WIDTH = 209

_CAP = 20


class Tray(QFrame):
    """The panel. It stands in for others while it is shown: they come back when it is put away.

    `keys` does what the map does with keys that the tray has no use for, `give_back` takes the keyboard when it is
    left, `key_text` tells which key brings it here.
    """

    def __init__(
        self,
        workspace: Workspace,
        stands_for: Sequence[QWidget] = (),
        keys: Keys = lambda _event: False,
        give_back: Callable[[], object] = lambda: None,
        key_text: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__()
        self.setObjectName("tray")
        self.setFixedWidth(PANEL_WIDTH)
        self.setAccessibleName(_("Tray"))
        self._workspace = workspace
        self._stands_for = tuple(stands_for)
        self._waiting: tuple[QWidget, ...] = ()  # what comes back
        self._give_back, self._key_text = give_back, key_text
        self.filing = Filing(workspace, self._tell)
        self.view = TrayView(workspace, self.filing, keys)
        self.count = _label(small_font())
        self.keys = KeyLine()
        self.empty = _label(font(), "")
        self.hint = _label(small_font())
        self._place()
        self.setFocusProxy(self.view)
        self.hide()
        for widget in self._stands_for:
            widget.installEventFilter(self)
        self.view.left.connect(lambda: self._give_back())
        self.view.keyed.connect(self._follow_keyboard)
        model = self.view.model()
        for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self._tell)
        workspace.catch_cards(self.catches, self._offer)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what it can do for the window."""
        return {"tray": self.toggle, "to_tray": self.take_selected}

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return what of it can be on or off."""
        return {"tray": lambda: not self.isHidden()}

    def toggle(self) -> None:
        """Come with the keyboard; go where it has that already. An empty tray leaves it: letters mean nothing there."""
        if self.isHidden():
            self._waiting = tuple(widget for widget in self._stands_for if not widget.isHidden())
            for widget in self._waiting:
                widget.hide()
            self.show()
            if self.view.model().ids:
                self.view.setFocus()
        elif self.view.hasFocus() or not self.view.model().ids:
            self.put_away()
        else:
            self.view.setFocus()

    def put_away(self) -> None:
        """Go, and let those come back that stood here before."""
        if self.isHidden():
            return
        waiting, self._waiting = self._waiting, ()
        self.hide()
        for widget in waiting:
            widget.show()
        self._give_back()

    def take_over(self, widgets: Sequence[QWidget]) -> tuple[QWidget, ...]:
        """Let those come back too that another panel stood in for, where this one does; return which."""
        taken = tuple(each for each in widgets if each in self._stands_for)
        self._waiting = (*self._waiting, *taken)
        return taken

    def take_selected(self) -> None:
        """Take the selected touchpoints off the map into the tray."""
        found = (each for each in self._workspace.selection if isinstance(each, Touchpoint))
        placed = [each.id for each in found if each.stage is not None]
        if placed:
            to_tray(self._workspace.document, placed)

    def catches(self, place: QPoint) -> bool:
        """Whether cards that are let go at a place of the screen fall into the tray."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(place))

    # events of Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view.model().wake(True)
        self.view.mirror.show()
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # and not only the window is
            self.view.model().wake(False)
            self.filing.rest()
            self._follow_keyboard()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where something is shown that it stands for."""
        if event.type() == QEvent.Type.ShowToParent and watched in self._stands_for and not self.isHidden():
            self._waiting = tuple(each for each in self._waiting if each is not watched)
            self.put_away()
        return super().eventFilter(watched, event)

    # inside

    def _place(self) -> None:
        title = _label(font(16, 700), "")
        title.setText(_("Tray"))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 20, MARGIN, 0)
        top.setSpacing(9)
        top.addLayout(head)
        top.addWidget(self.keys)
        for label in (self.empty, self.hint):
            label.setWordWrap(True)
            label.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.empty.setText(_("Nothing waits for a place."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(10)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.addSpacing(16)
        column.addWidget(self.hint)
        column.addSpacing(16)
        column.addStretch(0)

    def _follow_keyboard(self) -> None:
        has_keys = self.view.hasFocus() and not self.isHidden()
        if has_keys != self._workspace.view.keys:
            self._workspace.show(keys=has_keys)
            self.view.viewport().update()
        self._tell()

    def _tell(self) -> None:
        """Say how many cards wait and what keys do with the current one."""
        if self.isHidden():
            return
        model, count = self.view.model(), len(self.view.model().ids)
        words = ngettext("{count} without a place", "{count} without a place", count)
        self.count.setText(words.format(count=count) if count else _("empty"))
        self.view.setMaximumHeight(model.height)
        self.empty.setVisible(not count)
        self.keys.setVisible(bool(count or self.filing.filed_in))
        self.hint.setText(_lines(_hint(count)))
        current = self._workspace.session.current or ""
        is_twin = bool(model.card(model.index_of(current)).twin)
        stage, lane = self.filing.example()
        if not stage:
            self.keys.say(_("Add a stage to file cards."))
        elif not self._workspace.view.keys:
            self.keys.say(_("File with keys"), last=self._key_text())
        elif self.filing.typed:
            self.keys.say(_("File with keys"), self.filing.typed + "…", is_on=True)
        elif self.filing.filed_in:
            self.keys.say(_("Filed in"), self.filing.filed_in, lane, is_on=True)
        elif is_twin:
            self.keys.say(_("merges"), stage, lane, first=MERGE_KEY)
        else:
            self.keys.say(_("File with keys"), stage, lane)

    def _offer(self, offered: bool) -> None:
        """Show that cards in the hand would fall into the tray."""
        if offered != bool(self.property("offered")):
            restyle(self, "offered", offered)
            words = _("Let go, and it waits here.") if offered else _hint(len(self.view.model().ids))
            self.hint.setText(_lines(words))


class KeyLine(QWidget):
    """A line that names keys: a first one, words, then one key and maybe another one after it."""

    def __init__(self) -> None:
        super().__init__()
        self._first, self._key, self._last = _cap(), _cap(), _cap()
        self._words, self._then = _label(small_font()), _label(small_font())
        self._then.setText(_("then"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._first, self._words):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._key, self._then, self._last):
            row.addWidget(widget)
        self.setFixedHeight(_CAP)

    def say(self, words: str, key: str = "", last: str = "", *, first: str = "", is_on: bool = False) -> None:
        """Show words and keys; those that are "" are not shown. `is_on` says that the key was pressed."""
        self._words.setText(words)
        for cap, letters in ((self._first, first), (self._key, key), (self._last, last)):
            cap.setText(letters)
            cap.setVisible(bool(letters))
        self._then.setVisible(bool(key and last))
        restyle(self._key, "on", is_on)

    def text(self) -> str:
        """Return what is shown, to be read aloud or compared."""
        shown = (self._first, self._words, self._key, self._then, self._last)
        return " ".join(label.text() for label in shown if not label.isHidden())


def _hint(count: int) -> str:
    if count:
        return _("Drag a card onto the map, or paste a list: one line makes one card.")
    return _("Paste a list: one line makes one card. Or drag a card here from the map.")


def _lines(words: str) -> str:
    return f'<p style="line-height: 16px; margin: 0">{words}</p>'


def _label(its_font: object, role: str = "muted") -> QLabel:
    found = QLabel()
    found.setFont(its_font)  # type: ignore[arg-type]
    if role:
        found.setProperty("role", role)
    return found


def _cap() -> QLabel:
    found = _label(small_font(600), "key")
    found.setAlignment(Qt.AlignmentFlag.AlignCenter)
    found.setFixedHeight(_CAP)
    found.setMinimumWidth(_CAP)
    found.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return found
