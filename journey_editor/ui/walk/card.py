"""The page of one touchpoint: what the map says of it, and how it was."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.countdown import clock_text
from journey_editor.core.edits.walks import Impression
from journey_editor.core.input import typed_line
from journey_editor.core.journey import Journey
from journey_editor.core.records import Stage, Touchpoint
from journey_editor.core.times import duration_meant, duration_text
from journey_editor.layout.style import Style
from journey_editor.ui.pieces import restyle
from journey_editor.ui.walk.feelings import Feelings
from journey_editor.ui.walk.fields import First, NoteField, TimeField
from journey_editor.ui.walk.met import Met

MINUTES = 1440  # of a day


class CardPage(QWidget):
    """Shows a card and takes what is said of it; `said` carries the fields of an Impression that were set."""

    said = Signal(dict)

    def __init__(self, first: First) -> None:
        super().__init__()
        self.met = Met()
        self.question = QLabel(_("How does it feel?"))
        self.feelings = Feelings()
        self.time, self.note = TimeField(first), NoteField(first)
        self.watch, self.take, self.unneeded = QLabel(), QPushButton(), QPushButton(_("I could do without it"))
        self.problem = QLabel()
        self.problem.setProperty("role", "error")
        self.take.setProperty("role", "plain")
        self.take.setToolTip(_("Take the time of the watch (Ctrl+T)"))
        self.unneeded.setCheckable(True)
        self.unneeded.setToolTip(_("Nobody would miss it (Ctrl+U)"))
        self.time.setPlaceholderText(_("40 min, 3 h, 2 d"))
        self.time.setAccessibleName(_("How long did it take?"))
        self.time.setFixedWidth(216)
        self.note.setPlaceholderText(_("What came to mind? Just type."))
        self.note.setAccessibleName(_("Note"))
        self.watch.setMinimumWidth(72)
        self.watch.setProperty("role", "muted")
        self.watch.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._seconds = 0.0
        self._place()
        self.feelings.chosen.connect(lambda valence: self.said.emit({"valence": valence}))
        self.time.textEdited.connect(lambda _words: self._complain(False))
        self.time.editingFinished.connect(self.take_time)
        self.take.clicked.connect(self.take_watch)
        self.unneeded.clicked.connect(lambda on: self.said.emit({"unneeded": on}))
        self.note.textChanged.connect(lambda: self.said.emit({"note": self.note.words}))

    def show_card(self, journey: Journey, card: Touchpoint, stage: Stage, said: Impression, style: Style) -> None:
        """Show a touchpoint, and what was said of it."""
        self.met.show_card(journey, card, stage, style)
        self.show_said(said, style)

    def show_said(self, said: Impression, style: Style) -> None:
        """Show what was said."""
        self.feelings.show_value(said.valence, style)
        if self.problem.isHidden():
            self.time.setText("" if said.takes_days is None else duration_text(said.takes_days))
        self.unneeded.setChecked(said.unneeded)
        self.note.blockSignals(True)
        self.note.show_words(said.note)
        self.note.blockSignals(False)

    def fit(self, is_low: bool) -> None:
        """Take less room on a low screen."""
        self.question.setHidden(is_low)
        self.met.fit(is_low)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(8 if is_low else 16)

    def show_watch(self, seconds: float) -> None:
        """Show how long the card has been met."""
        self._seconds = seconds
        self.watch.setText(clock_text(int(seconds)))
        self.take.setText(_("Take {time}").format(time=duration_text(self._minutes / MINUTES)))

    def take_time(self) -> bool:
        """Take the time that was typed; returns whether it means one, and says so where it does not."""
        words = typed_line(self.time.text()).strip()
        days = duration_meant(words) if words else None
        if words and days is None:
            self._complain(True)
            return False
        self._complain(False)
        self.said.emit({"takes_days": days})
        return True

    def take_watch(self) -> None:
        """Take the time of the watch, in whole minutes."""
        self._complain(False)
        self.said.emit({"takes_days": self._minutes / MINUTES})

    @property
    def _minutes(self) -> int:
        return max(1, round(self._seconds / 60))

    def _complain(self, is_bad: bool) -> None:
        restyle(self.time, "bad", is_bad)
        self.problem.setText(_("Write 40 min, 3 h or 2 wk.") if is_bad else "")
        for each in (self.watch, self.take):  # its place: nothing below moves
            each.setHidden(is_bad)
        self.problem.setVisible(is_bad)

    def _place(self) -> None:
        took = QLabel(_("How long did it take?"))
        times = QHBoxLayout()
        times.setSpacing(16)
        for each in (took, self.time, self.problem, self.watch, self.take):
            times.addWidget(each)
        times.addStretch(1)
        times.addWidget(self.unneeded)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.met, 3)
        column.addWidget(self.question)
        column.addWidget(self.feelings)
        column.addLayout(times)
        column.addWidget(self.note, 2)
        self.problem.hide()
        for first, second in pairwise((self.note, self.time, self.take, self.unneeded)):
            QWidget.setTabOrder(first, second)
