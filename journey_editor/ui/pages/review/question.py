"""The question about one thing that aged, its quick answers, and the fields in which it is corrected."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.input import typed_line
from journey_editor.core.records import Record
from journey_editor.core.titles import shortened
from journey_editor.insight.ageing import Aged
from journey_editor.ui.labels import breakable, label, tip
from journey_editor.ui.pages.review.corrections import Correction, Misfit, corrections_of
from journey_editor.ui.pages.review.words import age, kind_words, known, name_of, question
from journey_editor.ui.pages.words import Records
from journey_editor.ui.pieces import restyle
from journey_editor.ui.theme import font, small_font

TITLE, KNOWN = 160, 300  # letters
FIELD = 200


class Field(QLineEdit):
    """A value that is corrected; Enter takes all of them, Esc none."""

    taken = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Question(QWidget):
    """Shows one thing. `answered` carries the number of a quick answer, `corrected` the fields that were typed, `left`
    that nothing is to be corrected after all.
    """

    answered = Signal(int)
    corrected = Signal(dict)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind, self.title, self.known, self.age, self.asked = (QLabel() for _number in range(5))
        self.problem = QLabel()
        self.kind.setFont(small_font(600))
        self.title.setFont(font(24, 700))
        self.known.setFont(font(16))
        self.age.setFont(font(16))
        self.asked.setFont(font(16, 600))
        for each, role in ((self.kind, "muted"), (self.known, ""), (self.age, "muted"), (self.problem, "error")):
            each.setProperty("role", role)
        self.answers: list[QPushButton] = []
        self.fields: list[tuple[Correction, Field]] = []
        self._row, self._form = QHBoxLayout(), QGridLayout()
        self._row.setSpacing(8)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for each in (self.kind, self.title, self.known, self.age):
            each.setTextFormat(Qt.TextFormat.PlainText)
            each.setWordWrap(True)
            column.addWidget(each)
        column.addSpacing(24)
        column.addWidget(self.asked)
        column.addSpacing(8)
        column.addLayout(self._row)
        column.addSpacing(16)
        column.addLayout(self._form)
        column.addWidget(self.problem)
        column.addStretch(1)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()

    @property
    def is_correcting(self) -> bool:
        """Whether fields are open."""
        return bool(self.fields)

    def ask(self, aged: Aged, records: Records, today: date, answers: Sequence[str]) -> None:
        """Ask about something, with so many quick answers; their keys are 1, 2, 3, …"""
        self.kind.setText(kind_words(aged.kind))
        whole = name_of(aged, records)
        self.title.setText(breakable(shortened(whole, TITLE)))
        self.title.setToolTip(tip(whole) if len(whole) > TITLE else "")
        self.known.setText(breakable(shortened(known(aged, records), KNOWN)))
        self.age.setText(age(aged, today))
        self.asked.setText(question(aged))
        self.close_fields()
        if [each.text() for each in self.answers] != [label(each) for each in answers]:
            _empty(self._row)
            self.answers = [self._button(place + 1, words) for place, words in enumerate(answers)]
            for each in self.answers:
                self._row.addWidget(each)
            self._row.addStretch(1)

    def open_fields(self, record: Record, today: date) -> None:
        """Let what aged be corrected."""
        self.close_fields()
        for row, each in enumerate(corrections_of(record, today)):
            field = Field(each.shown)
            field.setMaximumWidth(FIELD)
            field.setMaxLength(60)
            field.setAccessibleName(each.label)
            field.taken.connect(self._take)
            field.left.connect(self._leave)
            field.textEdited.connect(lambda _words: self._complain(None, ""))
            self._form.addWidget(QLabel(each.label), row, 0)
            self._form.addWidget(field, row, 1)
            self.fields.append((each, field))
        take = QPushButton(_("Take it"))
        take.clicked.connect(self._take)
        take.setMaximumWidth(FIELD)
        self._form.addWidget(take, len(self.fields), 1)
        self._form.setColumnStretch(2, 1)
        for _each, field in self.fields:
            field.show()  # before the layout does: what is typed next goes there
        if self.fields:
            self.fields[0][1].setFocus()
            self.fields[0][1].selectAll()

    def close_fields(self) -> None:
        """Put the fields away."""
        self.fields = []
        _empty(self._form)
        self._complain(None, "")

    def _button(self, number: int, words: str) -> QPushButton:
        button = QPushButton(label(words))
        button.setProperty("role", "accent" if number == 1 else "button")
        button.setToolTip(_("Key {number}").format(number=number))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.answered.emit(number))
        return button

    def _take(self) -> None:
        """Read all fields; the first that means nothing keeps the keyboard and says why."""
        found: dict[str, Any] = {}
        for each, field in self.fields:
            try:
                found[each.key] = each.read(typed_line(field.text()))
            except Misfit as misfit:
                self._complain(field, str(misfit))
                return
        self.corrected.emit(found)

    def _leave(self) -> None:
        self.close_fields()
        self.left.emit()

    def _complain(self, field: Field | None, words: str) -> None:
        for _each, other in self.fields:
            restyle(other, "bad", other is field)
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if field is not None:
            field.setFocus()


def _empty(layout: QHBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
