"""The end of a review: who looked, what they noted, and when the map is looked at again."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import full_day_text
from journey_editor.core.input import typed_line
from journey_editor.core.records import JourneyMap
from journey_editor.insight.ageing import next_day
from journey_editor.ui.pages.review.rounds import Round
from journey_editor.ui.pieces import heading
from journey_editor.ui.theme import font

WIDE = 440
LETTERS = 2000


class Closing(QWidget):
    """Asks for what is kept of a review; `finished` carries who and the note."""

    finished = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.words, self.next = QLabel(), QLabel(), QLabel()
        self.title.setFont(font(24, 700))
        for each in (self.words, self.next):
            each.setFont(font(16))
        self.next.setProperty("role", "muted")
        self.who, self.note = QLineEdit(), QLineEdit()
        self.who.setPlaceholderText(_("names, if you like"))
        self.note.setPlaceholderText(_("what came out of it"))
        self.done = QPushButton(_("Reviewed today"))
        self.done.setProperty("role", "accent")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for each in (self.title, self.words, self.next):
            each.setTextFormat(Qt.TextFormat.PlainText)
            each.setWordWrap(True)
            column.addWidget(each)
        column.addSpacing(16)
        for name, field in ((_("Who looked at it"), self.who), (_("Note"), self.note)):
            field.setAccessibleName(name)
            field.setMaxLength(LETTERS)
            field.setMaximumWidth(WIDE)
            field.returnPressed.connect(self._finish)
            column.addWidget(heading(name))
            column.addWidget(field)
        column.addSpacing(16)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.done.clicked.connect(self._finish)

    def tell(self, found: JourneyMap, asked: Round, today: date) -> None:
        """Tell what the review came to, and when the next one is."""
        left = asked.count("open") + asked.count("skipped")
        self.title.setText(_("Everything is answered") if asked.items and not left else _("Close the review"))
        words = ngettext("{count} answer was given.", "{count} answers were given.", asked.count("done"))
        if not asked.items:
            self.title.setText(_("Nothing on this map has aged"))
            told = _("No date has passed, no number and no evidence is too old, and no feeling is a mere assumption.")
        else:
            told = words.format(count=asked.count("done"))
        if left:
            rest = ngettext("{count} stays for another time.", "{count} stay for another time.", left)
            told = f"{told} {rest.format(count=left)}"
        self.words.setText(told)
        if found.reviewed == today:
            self.words.setText(f"{told} {_('Reviewed today.')}")
        day = full_day_text(next_day(found, today))
        self.next.setText(_("The next review is on {day}.").format(day=day))

    def _finish(self) -> None:
        self.finished.emit(typed_line(self.who.text()).strip(), typed_line(self.note.text()).strip())
