"""The page of a review: at the left what is asked, at the right the question, and at the end when it is asked again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import day_text
from journey_editor.core.edits.maps import review_map
from journey_editor.core.edits.opportunities import set_status
from journey_editor.core.edits.reviews import confirm, correct
from journey_editor.core.journey import map_in
from journey_editor.core.parts import Status
from journey_editor.core.records import JourneyMap
from journey_editor.insight.ageing import Aged, aged, next_day
from journey_editor.insight.case import case_of
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.pages.page import Go, Page, card
from journey_editor.ui.pages.review.closing import Closing
from journey_editor.ui.pages.review.listing import Listing
from journey_editor.ui.pages.review.question import Question
from journey_editor.ui.pages.review.rounds import Key, Round
from journey_editor.ui.workspace import Workspace

LIST = 400
TRUE, CHANGED, SKIP, DONE, DROPPED = range(1, 6)
"""The quick answers, by their keys."""

_STATUS: Mapping[int, Status] = {DONE: "done", DROPPED: "dropped"}
_KEYS = range(int(Qt.Key.Key_1), int(Qt.Key.Key_5) + 1)


class ReviewPage(Page):
    """Asks about all that aged on the map that is shown. Each answer is one step of undo, as each is a decision of its
    own, and so is the review that closes it.
    """

    def __init__(self, workspace: Workspace, go: Go) -> None:
        super().__init__(workspace, go, _("Is it still true?"))
        self._rounds: dict[tuple[str, date], Round] = {}
        self._today = date.today()
        self._is_closing = self._is_filling = False
        self.listing = Listing(workspace, self._press)
        self.question, self.closing = Question(), Closing()
        self.pane = QStackedWidget()
        self.pane.addWidget(self.question)
        self.pane.addWidget(self.closing)
        left = card(self.listing, 8)
        left.setFixedWidth(LIST)
        self.list_card = left
        self.cards.addWidget(left)
        self.cards.addWidget(card(self.pane), 1)
        self.show_button, self.close_button = QPushButton(_("Show on the map")), QPushButton(_("Close the review"))
        self.show_button.clicked.connect(self._lead)
        self.close_button.clicked.connect(self._close)
        for each in (self.show_button, self.close_button):
            self.buttons.addWidget(each)
        self.listing.selectionModel().currentChanged.connect(lambda *_: self._turn())
        self.question.answered.connect(self.answer)
        self.question.corrected.connect(self._correct)
        self.question.left.connect(self.listing.setFocus)
        self.closing.finished.connect(self._finish)

    @property
    def round(self) -> Round:
        """What is asked of the map that is shown, today."""
        return self._rounds.setdefault((self.workspace.map_id, self._today), Round())

    @property
    def here(self) -> Aged | None:
        """What is asked about now."""
        place = self.listing.place
        return self.listing.table.items[place].aged if 0 <= place < len(self.listing.table.items) else None

    def refresh(self) -> None:
        document, self._today = self.workspace.document, date.today()
        asked = self.round
        asked.follow(aged(case_of(document.journey, self.workspace.map_id, self._today)), document.records)
        self._fill(asked)
        if not self.question.is_correcting:
            self._is_closing = not asked.count("open") or (self._is_closing and bool(asked.items))
        self.list_card.setVisible(bool(asked.items))
        self.show_button.setVisible(bool(asked.items))
        self.say(_said(asked))
        self._ask()

    def take_keyboard(self) -> None:
        if self.pane.currentWidget() is self.closing and not self.list_card.isVisible():
            self.closing.who.setFocus()
        else:
            self.listing.setFocus()

    def answer(self, number: int) -> None:
        """Give a quick answer to what is asked."""
        found, document = self.here, self.workspace.document
        if found is None or self.pane.currentWidget() is not self.question:
            return
        key = found.kind, found.record
        if number == CHANGED:
            self.round.take_up(key)
            self.question.open_fields(document.records[found.record], self._today)
            return
        if number == SKIP:
            self.round.skip(key)
        elif number == TRUE:
            confirm(document, found.record, self._today, next_day(self._map, self._today))
        elif number in _STATUS and found.kind == "opportunity":
            set_status(document, (found.record,), _STATUS[number], self._today)
        else:
            return
        self._go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    # inside

    def _fill(self, asked: Round) -> None:
        """List what is asked, and stay at what is asked now; where that is gone, go to what follows."""
        key, place = self._key, self.listing.place
        keys = [each.key for each in asked.items]
        self._is_filling = True
        self.listing.table.fill(asked.items, self._today)
        if key is not None and key in keys:
            self.listing.go(keys.index(key))
        elif keys:
            following = asked.next_open(max(-1, min(place, len(keys)) - 1))
            self.listing.go(following if following is not None else 0)
            self.question.close_fields()
            self._is_closing = False
        self._is_filling = False

    def _turn(self) -> None:
        """Somebody went to another row."""
        if not self._is_filling:
            self._is_closing = False
            self.question.close_fields()
            self._ask()

    @property
    def _map(self) -> JourneyMap:
        return map_in(self.workspace.document.records, self.workspace.map_id)

    @property
    def _key(self) -> Key | None:
        found = self.here
        return None if found is None else (found.kind, found.record)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key of the list means; returns whether it means something."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _KEYS:
            self.answer(event.key() - int(Qt.Key.Key_0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer(CHANGED)
        else:
            return False
        return True

    def _ask(self) -> None:
        """Ask about the current row, or close the review where nothing is left."""
        found, records = self.here, self.workspace.document.records
        if self._is_closing or found is None or found.record not in records:
            self.closing.tell(self._map, self.round, self._today)
            self.pane.setCurrentWidget(self.closing)
            self.close_button.hide()
            return
        self.pane.setCurrentWidget(self.question)
        self.close_button.show()
        if not self.question.is_correcting:
            self.question.ask(found, records, self._today, self._answers(found))

    def _answers(self, found: Aged) -> list[str]:
        due = day_text(next_day(self._map, self._today), self._today)
        if found.kind == "opportunity":
            return [_("1  Yes, by {day}").format(day=due), _("2  Another date"), _("3  Skip"), _("4  Done"),
                    _("5  Dropped")]  # fmt: skip
        true = _("1  Yes, we agree") if found.kind == "feeling" else _("1  Still true")
        return [true, _("2  Changed"), _("3  Skip")]

    def _correct(self, fields: dict[str, Any]) -> None:
        if (found := self.here) is not None:
            self.question.close_fields()
            correct(self.workspace.document, found.record, self._today, **fields)
            self._go_on()

    def _go_on(self) -> None:
        """Go to what is not answered yet, or close the review."""
        self.refresh()
        following = self.round.next_open(self.listing.place)
        if following is not None:
            self.listing.go(following)
        else:
            self._close()
        if following is not None:
            self.listing.setFocus()

    def _close(self) -> None:
        self._is_closing = True
        self.question.close_fields()
        self._ask()
        self.closing.who.setFocus()

    def _finish(self, who: str, note: str) -> None:
        workspace = self.workspace
        review_map(workspace.document, workspace.map_id, self._today, who, note)
        self.closing.note.clear()
        workspace.offered.emit(workspace.with_undo(_("Reviewed today")))

    def _lead(self) -> None:
        if (found := self.here) is not None:
            self.go(found.record)


def _said(asked: Round) -> str:
    """Return how far the review is."""
    count = len(asked.items)
    words = [ngettext("{count} thing has aged", "{count} things have aged", count).format(count=count)]
    if done := asked.count("done"):
        words.append(ngettext("{count} answered", "{count} answered", done).format(count=done))
    if skipped := asked.count("skipped"):
        words.append(ngettext("{count} skipped", "{count} skipped", skipped).format(count=skipped))
    return SEPARATOR.join(words)
