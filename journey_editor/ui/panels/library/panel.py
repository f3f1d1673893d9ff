"""The library at the left: personas, owners and evidence, one of them at a time."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.ui.icons import icon
from journey_editor.ui.panels.keyed import Keys
from journey_editor.ui.panels.library.evidence import EvidenceLibrary
from journey_editor.ui.panels.library.owners import Owners
from journey_editor.ui.panels.library.personas import Personas
from journey_editor.ui.panels.library.section import PAD, Section
from journey_editor.ui.pieces import close_button
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

PANEL_WIDTH = 304


class LibraryPanel(QFrame):
    """The panel with its three sections. It stands in for what else is at the left, which then comes back.

    `others` are panels of the same place that stand in for `stands_for` too: whichever comes last stays, and takes over
    (`take_over`) whom it lets come back later. `keys` does what the map does with keys that a list has no use for,
    `give_back` takes the keyboard when the panel is left, `go` shows a record on its map.
    """

    def __init__(
        self,
        workspace: Workspace,
        stands_for: Sequence[QWidget] = (),
        others: Sequence[QWidget] = (),
        keys: Keys = lambda _event: False,
        give_back: Callable[[], object] = lambda: None,
        go: Callable[[str], object] = lambda _record: None,
    ) -> None:
        super().__init__()
        self.setObjectName("library")
        self.setFixedWidth(PANEL_WIDTH)
        self.setAccessibleName(_("Library"))
        self._workspace, self._give_back = workspace, give_back
        self._stands_for, self._others = tuple(stands_for), tuple(others)
        self._waiting: tuple[QWidget, ...] = ()
        self.personas = Personas(workspace, keys, go)
        self.owners = Owners(workspace, keys, go)
        self.evidence = EvidenceLibrary(workspace, keys, go)
        self.sections: dict[str, Section] = {
            "personas": self.personas,
            "owners": self.owners,
            "evidence": self.evidence,
        }
        self._shown = "owners"
        self.tabs: dict[str, QPushButton] = {}
        self.close_button = close_button()
        self._place()
        self.hide()
        for widget in (*self._stands_for, *self._others):
            widget.installEventFilter(self)
        workspace.viewed.connect(self._dress)
        self._dress()

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what it can do for the window."""
        return {name: partial(self.toggle, name) for name in self.sections}

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return what of it can be on or off."""
        return {name: partial(self._is_shown, name) for name in self.sections}

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self.sections[self._shown]

    def toggle(self, name: str) -> None:
        """Come with a section and the keyboard; go where that has it already."""
        if self.isHidden():
            self._make_room()
            self._turn(name)
            self.show()
        elif self._shown != name:
            self._turn(name)
        elif self.section.isAncestorOf(self.focusWidget() or self) and self.section.view.hasFocus():
            self.put_away()
            return
        self.section.take_keyboard()

    def put_away(self) -> None:
        """Go, and let those come back that stood here before."""
        if not self.isHidden():
            waiting, self._waiting = self._waiting, ()
            self.hide()
            for widget in waiting:
                widget.show()
            self._give_back()

    def pictured_at(self, place: QPointF) -> str | None:
        """Return the persona that gets a picture which is dropped at a place of the window, None for nobody."""
        inside = self.mapFrom(self.window(), place.toPoint())
        is_there = self._is_shown("personas") and self.rect().contains(inside)
        return self.personas.pictured_at(self.personas.mapFrom(self, inside)) if is_there else None

    # events of Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.section.wake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # and not only the window is
            self.section.wake(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where something is shown in the same place."""
        comes = event.type() == QEvent.Type.ShowToParent and watched in (*self._stands_for, *self._others)
        if comes and not self.isHidden():
            self._give_way(watched)  # type: ignore[arg-type]
        return super().eventFilter(watched, event)

    # inside

    def _is_shown(self, name: str) -> bool:
        return not self.isHidden() and self._shown == name

    def _turn(self, name: str) -> None:
        """Show another section."""
        if name != self._shown and not self.isHidden():
            self.section.wake(False)
        self._shown = name
        for each, section in self.sections.items():
            self.tabs[each].setChecked(each == name)
            if each != name:
                section.hide()  # first: two at once would be higher than a small window
        self.section.show()
        if not self.isHidden():
            self.section.wake(True)

    def _make_room(self) -> None:
        for other in self._others:
            if not other.isHidden():
                other.put_away()  # type: ignore[attr-defined]
        self._waiting = tuple(widget for widget in self._stands_for if not widget.isHidden())
        for widget in self._waiting:
            widget.hide()

    def _give_way(self, comer: QWidget) -> None:
        """Go, and leave those that wait for the place to what comes now, where it stands in for them too."""
        waiting, self._waiting = tuple(each for each in self._waiting if each is not comer), ()
        self.hide()
        taken = comer.take_over(waiting) if comer in self._others else ()  # type: ignore[attr-defined]
        for widget in waiting:
            if widget not in taken:
                widget.show()

    def _dress(self) -> None:
        style = look_of(self._workspace.view.theme).map
        self.close_button.setIcon(icon("close", style.muted, style.quiet))

    def _place(self) -> None:
        names = {"personas": _("Personas"), "owners": _("Owners"), "evidence": _("Evidence")}
        head = QHBoxLayout()
        head.setContentsMargins(PAD - 4, 12, 12, 0)
        head.setSpacing(0)
        for name, words in names.items():
            tab = QPushButton(words)
            tab.setProperty("role", "pill")
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tab.clicked.connect(lambda _checked=False, name=name: self._press(name))
            self.tabs[name] = tab
            head.addWidget(tab)
        head.addStretch(1)
        self.close_button.clicked.connect(self.put_away)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)  # the line at the right is painted by the panel itself
        column.setSpacing(8)
        column.addLayout(head)
        for section in self.sections.values():
            section.done.connect(self.put_away)
            section.hide()
            column.addWidget(section, 1)

    def _press(self, name: str) -> None:
        self._turn(name)
        self.section.take_keyboard()
