"""The window of a walk: full screen, one card after the other, all of it by keys."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.document import Event
from journey_editor.core.journey import Journey
from journey_editor.core.records import JourneyMap, Touchpoint
from journey_editor.core.titles import called
from journey_editor.layout.pages import Page
from journey_editor.ui.actions.keymap import digit_of
from journey_editor.ui.icons import application_icon
from journey_editor.ui.pieces import Sentence
from journey_editor.ui.theme import font, look_of
from journey_editor.ui.walk.card import CardPage
from journey_editor.ui.walk.feelings import STEPS
from journey_editor.ui.walk.resting import RestingPage
from journey_editor.ui.walk.sheet import LARGE, walk_sheet
from journey_editor.ui.walk.steps import Steps
from journey_editor.ui.walk.trail import Trail
from journey_editor.ui.workspace import Workspace

EDGE, WIDEST = 48, 1320  # pixels beside the page, and how wide it is at most
LOW = 860
"""Pixels: a screen that is not higher has smaller titles and less air."""

SECOND = 1000
DASHES = 24  # of a stage; where it has more cards, several share one

Key, Held = Qt.Key, Qt.KeyboardModifier
_ENTER = (Key.Key_Return, Key.Key_Enter)
_ON: Mapping[int, int] = {Key.Key_PageDown: 1, Key.Key_PageUp: -1}
_ARROWS: Mapping[int, int] = {Key.Key_Right: 1, Key.Key_Down: 1, Key.Key_Left: -1, Key.Key_Up: -1}
_HALF: Mapping[int, float] = {Key.Key_Up: 0.5, Key.Key_Down: -0.5}


class WalkWindow(QWidget):
    """Shows the steps of a walk. `paused` tells that somebody wants to rest, `ended` that the last card was met,
    `closed` that the window is gone.
    """

    paused = Signal()
    ended = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, steps: Steps) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._workspace, self.steps = workspace, steps
        self.setObjectName("walk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowIcon(application_icon())
        self.setWindowTitle(f"{_('Walk')} – {workspace.title}")
        self.where, self.count = Sentence(), QLabel()
        self.pause_button = QPushButton(_("Pause"))
        self.pause_button.setProperty("role", "plain")
        self.pause_button.setToolTip(_("Rest, keep what was walked, or leave (Esc)"))
        self.pause_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back, self.on = QPushButton(_("Back")), QPushButton(_("Next"))
        self.on.setProperty("role", "accent")
        self.hint = Sentence(_("1–5 feels · Enter next · Esc rests · Ctrl+T takes the time · Ctrl+U could go"))
        self.card, self.resting, self.trail = CardPage(self.handle_key), RestingPage(), Trail()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.card)
        self.stack.addWidget(self.resting)
        self._second = QTimer(self)
        self._second.setInterval(SECOND)
        self._second.timeout.connect(lambda: self.card.show_watch(self.steps.seconds))
        self._place()
        self.pause_button.clicked.connect(self.paused)
        self.back.clicked.connect(lambda: self.walk(-1))
        self.on.clicked.connect(lambda: self.walk(1))
        self.card.said.connect(self._say)
        workspace.changed.connect(self._hear)
        workspace.viewed.connect(self._dress)
        self._journey: Journey | None = None
        self._is_low = False
        self._dress()

    @property
    def journey(self) -> Journey | None:
        """The map that is walked, None where it is gone."""
        document, map_id = self._workspace.document, self.steps.map_id
        return document.journey(map_id) if isinstance(document.records.get(map_id), JourneyMap) else None

    @property
    def is_resting(self) -> bool:
        """Whether words are shown instead of a card."""
        return self.stack.currentWidget() is self.resting

    def show_card(self) -> None:
        """Show the card that is met now."""
        self.steps.meet()
        self.stack.setCurrentWidget(self.card)
        self._second.start()
        self._fill()
        self.card.note.setFocus()

    def rest(self) -> None:
        """Let the watch rest and show words instead of the card: `resting` says which."""
        self.steps.rest()
        self._second.stop()
        self.stack.setCurrentWidget(self.resting)
        self._show_frame()

    def walk(self, way: int) -> None:
        """Go on (1) or back (-1); behind the last card the walk ends."""
        if not self.card.take_time():
            self.card.time.setFocus()
        elif self.steps.step(way):
            self.show_card()
        elif way > 0:
            self.ended.emit()

    def go(self, place: int) -> None:
        """Go to the card at a place."""
        if self.card.take_time() and self.steps.go(place):
            self.show_card()

    def handle_key(self, event: QKeyEvent, is_empty: bool) -> bool:
        """Do what a key means to the walk; a field with words keeps what it edits with. Returns whether it did."""
        key, held = event.key(), event.modifiers() & ~Held.KeypadModifier
        if key == Key.Key_Escape and not held:
            self.paused.emit()
        elif (key in _ENTER or key in _ON) and not held:
            self.walk(_ON.get(key, 1))
        elif held == Held.ControlModifier and key == Key.Key_T:
            self.card.show_watch(self.steps.seconds)
            self.card.take_watch()
        elif held == Held.ControlModifier and key == Key.Key_U:
            self.steps.say(unneeded=not self.steps.said.unneeded)
        elif held == Held.ControlModifier | Held.ShiftModifier and key in _HALF:
            feels = (self.steps.said.valence or 0.0) + _HALF[key]
            self.steps.say(valence=max(-2.0, min(2.0, feels)))
        elif (held == Held.ControlModifier or (is_empty and not held)) and digit_of(event) in range(1, 6):
            self.steps.say(valence=STEPS[(digit_of(event) or 1) - 1])
        else:
            return is_empty and not held and self._handle_bare(key)
        if not self.is_resting:
            self._show_said()
        return True

    # events of Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_resting:
            if event.key() in _ENTER:
                self.resting.press()
            elif event.key() == Key.Key_Escape:
                self.resting.buttons[-1].click()
        elif not self.handle_key(event, True):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_low != (self.height() <= LOW):
            self._dress()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.steps.rest()
        self._second.stop()
        self._workspace.changed.disconnect(self._hear)
        self._workspace.viewed.disconnect(self._dress)
        self.closed.emit()
        event.accept()

    # inside

    def _handle_bare(self, key: int) -> bool:
        """Do what a key means where no words are there to be edited."""
        if key in _ARROWS:
            self.walk(_ARROWS[key])
        elif key in (Key.Key_Home, Key.Key_End):
            self.go(0 if key == Key.Key_Home else self.steps.count - 1)
        elif key in (Key.Key_Delete, Key.Key_Backspace):
            self.steps.say(valence=None)
            self._show_said()
        else:
            return False
        return True

    def _say(self, fields: Mapping[str, Any]) -> None:
        self.steps.say(**fields)
        self._show_said()

    def _hear(self, event: Event) -> None:
        """Follow the map; where it is gone, has no card left or has one again, that is told instead of a card."""
        if event.origin != "preview" and self.journey is not self._journey:
            self._follow()

    def _follow(self) -> None:
        here, had = self.steps.here, self.steps.count
        self.steps.follow(self.journey)
        if not had or not self.steps.count:
            self.paused.emit()
        elif not self.is_resting and self.steps.here != here:
            self.show_card()
        else:
            self._fill()

    def _dress(self) -> None:
        self._is_low = self.height() <= LOW
        self.card.fit(self._is_low)
        self._column.setSpacing(8 if self._is_low else 16)
        self.setStyleSheet(walk_sheet(look_of(self._workspace.view.theme), self._is_low))
        self._follow()

    def _fill(self) -> None:
        self._journey = self.journey
        self._show_frame()
        card = self._workspace.document.records.get(self.steps.here)
        if self._journey is None or not isinstance(card, Touchpoint) or self.is_resting:
            return
        style = look_of(self._workspace.view.theme).map
        stage = next(each for each in self._journey.stages if each.id == card.stage)
        self.where.setText(called(stage, 120))
        self.card.show_card(self._journey, card, stage, self.steps.said, style)
        self.card.show_watch(self.steps.seconds)
        ids = [each.id for column in self._journey.columns_by_stage[stage.id] for each in column]
        dashes = min(len(ids), DASHES)
        page = Page(stage, (), ids.index(card.id) * dashes // len(ids), dashes)
        self.trail.show_place(self._journey.stages, page, style)

    def _show_frame(self) -> None:
        """Show around the page only what belongs to it."""
        for each in (self.count, self.pause_button, self.back, self.on, self.hint, self.trail):
            each.setVisible(not self.is_resting)
        journey = self.journey
        self.where.setText("" if journey is None else called(journey.map, 120))
        self.count.setText(_("{place} of {count}").format(place=self.steps.place + 1, count=self.steps.count))
        self.back.setEnabled(self.steps.place > 0)

    def _show_said(self) -> None:
        self.card.show_said(self.steps.said, look_of(self._workspace.view.theme).map)

    def _place(self) -> None:
        for each in (self.where, self.hint):
            each.setFont(font(LARGE, 600 if each is self.where else 400))
        self.hint.setProperty("role", "muted")
        self.count.setProperty("role", "muted")
        head, foot = QHBoxLayout(), QHBoxLayout()
        for row in (head, foot):
            row.setSpacing(16)
        head.addWidget(self.where, 1)
        head.addWidget(self.count)
        head.addWidget(self.pause_button)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.on)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        column.addWidget(self.trail)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(EDGE, 16, EDGE, 16)
        for first, second in pairwise((self.card.unneeded, self.back, self.on, self.pause_button)):
            QWidget.setTabOrder(first, second)
        whole.addStretch(1)
        whole.addWidget(inside, 1000)
        whole.addStretch(1)
