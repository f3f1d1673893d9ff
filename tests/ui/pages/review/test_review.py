"""Stories of a meeting that reviews an old map: one question after the other, by keys and by clicks."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.parts import Emotion, Review
from journey_editor.core.records import Evidence, JourneyMap, Metric, Opportunity, Record, Stage
from journey_editor.insight.case import case_of
from journey_editor.insight.findings import findings
from journey_editor.insight.repairs import repair_of
from journey_editor.storage.format import dumps
from journey_editor.ui.desk import Desk
from journey_editor.ui.pages.review.page import ReviewPage
from journey_editor.ui.window import MainWindow
from journey_editor.ui.workspace import Workspace
from tests import hands
from tests.building import metric, opportunity, owners, records, stage, touchpoint

TODAY = date.today()
LONG_AGO = TODAY - timedelta(800)
NEXT = TODAY + timedelta(90)


def old_map(title: str = "Guide", **fields: object) -> list[Record]:
    """A map of which everything has aged."""
    return records(
        *owners("sales"),
        Evidence(id="iv", rank="a0", title="Interviews", date=LONG_AGO, n=9),
        stage("s", entered=100, completed=60, as_of=LONG_AGO),
        touchpoint("a", "s", v=-1),
        touchpoint("b", "s", "a1", emotion=Emotion(valence=1, basis="research"), evidence=("iv",)),
        metric("m1", "s", name="Time to value", unit="days", current=65, target=38, as_of=LONG_AGO),
        opportunity("o1", "a", text=title, due=LONG_AGO, status="planned", owner="sales"),
        opportunity("o2", "a", text="Kit", due=LONG_AGO),
        **fields,
    )


class Meeting:
    """People before the page, with a keyboard."""

    def __init__(self, desk: Desk, qtbot: QtBot, given: list[Record]) -> None:
        self.window: MainWindow = desk.show(Workspace(given))
        self.window.resize(1280, 720)
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.window.do("review")

    @property
    def page(self) -> ReviewPage:
        found = self.window.paging.page
        assert isinstance(found, ReviewPage)
        return found

    @property
    def records(self) -> Mapping[str, Record]:
        return self.window.workspace.document.records

    @property
    def asked(self) -> str:
        return self.page.question.title.text() if self.page.pane.currentWidget() is self.page.question else ""

    @property
    def closes(self) -> bool:
        return self.page.pane.currentWidget() is self.page.closing

    @property
    def answers(self) -> list[str]:
        return [each.answer for each in self.page.listing.table.items]

    def press(self, *keys: str) -> None:
        for each in keys:
            hands.tap(QApplication.focusWidget() or self.page, each)

    def type(self, words: str) -> None:
        hands.QTest.keyClicks(QApplication.focusWidget() or self.page, words)

    def undo(self) -> None:
        self.window.workspace.undo()
        self.page.refresh()


@pytest.fixture
def meeting(desk: Desk, qtbot: QtBot) -> Meeting:
    return Meeting(desk, qtbot, old_map())


def test_a_review_of_an_old_map_by_keys_is_taken_back_answer_by_answer(meeting: Meeting):
    seen = [dumps(meeting.records)]

    def answer(asked: str, *keys: str) -> None:
        assert meeting.asked == asked
        meeting.press(*keys)
        seen.append(dumps(meeting.records))

    assert meeting.answers == ["open"] * 6 and meeting.page.said.text() == "6 things have aged"
    answer("Guide", "1")
    answer("Kit", "4")
    answer("S", "2", "Ctrl+A", "1", "2", "0", "Return")
    answer("Time to value", "1")
    answer("Interviews", "1")
    answer("A", "Return", "Ctrl+A", "2", "Return")
    assert meeting.closes and meeting.answers == ["done"] * 6
    guide, kit = meeting.records["o1"], meeting.records["o2"]
    assert isinstance(guide, Opportunity) and (guide.due, guide.status) == (NEXT, "planned")
    assert isinstance(kit, Opportunity) and (kit.done_on, kit.status) == (TODAY, "done")
    counted, measured, source = (meeting.records[each] for each in ("s", "m1", "iv"))
    assert isinstance(counted, Stage) and (counted.entered, counted.completed, counted.as_of) == (120, 60, TODAY)
    assert isinstance(measured, Metric) and (measured.current, measured.as_of) == (65, TODAY)
    assert isinstance(source, Evidence) and source.date == TODAY
    assert meeting.records["a"].__dict__["emotion"] == Emotion(valence=2, basis="workshop")
    meeting.type("Ana, Ben")
    meeting.press("Tab")
    meeting.type("Renewal next")
    meeting.press("Return")
    found = meeting.records["m"]
    assert isinstance(found, JourneyMap) and found.reviewed == TODAY
    assert found.reviews == (Review(date=TODAY, who="Ana, Ben", note="Renewal next"),)
    assert len(set(seen)) == 7
    for text in reversed(seen):
        meeting.undo()
        assert dumps(meeting.records) == text
    assert meeting.answers == ["open"] * 6


def test_what_is_skipped_stays_and_can_be_answered_after_all(meeting: Meeting):
    before = dumps(meeting.records)
    meeting.press("3", "3")
    assert meeting.asked == "S" and meeting.answers[:3] == ["skipped", "skipped", "open"]
    assert dumps(meeting.records) == before
    meeting.press("Up", "Up", "5")
    assert meeting.answers[:3] == ["done", "skipped", "open"] and meeting.asked == "S"
    for _time in range(4):
        meeting.press("3")
    assert meeting.closes and "5 stay for another time" in meeting.page.closing.words.text()


def test_answers_are_clicked_as_well(meeting: Meeting):
    meeting.page.question.answers[4].click()
    assert meeting.answers[0] == "done" and meeting.records["o1"].__dict__["status"] == "dropped"
    meeting.page.close_button.click()
    assert meeting.closes
    meeting.page.closing.done.click()
    assert meeting.records["m"].__dict__["reviewed"] == TODAY


def test_what_means_nothing_stays_in_its_field_with_a_sentence(meeting: Meeting):
    before = dumps(meeting.records)
    meeting.press("2", "Ctrl+A")
    meeting.type("whenever")
    meeting.press("Return")
    question = meeting.page.question
    assert "whenever" in question.problem.text() and question.is_correcting and dumps(meeting.records) == before
    meeting.press("Escape")
    assert not question.is_correcting and meeting.window.paging.page is meeting.page
    meeting.press("2", "Ctrl+A")
    meeting.type("31 Dec 2999")
    meeting.press("Return")
    assert meeting.records["o1"].__dict__["due"] == date(2999, 12, 31)


@pytest.mark.parametrize(("place", "typed"), [(2, "-4"), (2, "9e99"), (3, "nan"), (3, "1e999"), (4, "soon"), (5, "3")])
def test_no_field_takes_what_its_record_cannot_hold(meeting: Meeting, place: int, typed: str):
    before = dumps(meeting.records)
    for _step in range(place):
        meeting.press("Down")
    meeting.press("2", "Ctrl+A")
    meeting.type(typed)
    meeting.press("Return")
    assert meeting.page.question.problem.text() and dumps(meeting.records) == before


def test_the_map_may_change_under_the_review(meeting: Meeting):
    document = meeting.window.workspace.document
    with document.transaction("elsewhere"):
        document.remove("o1")
    meeting.page.refresh()
    assert meeting.asked == "Kit" and len(meeting.answers) == 5
    meeting.press("2")
    with document.transaction("elsewhere"):
        document.remove("o2")
    meeting.page.refresh()
    assert meeting.asked == "S" and not meeting.page.question.is_correcting
    with document.transaction("elsewhere"):
        document.remove("m")
    assert document.maps() == ()


def test_a_map_on_which_nothing_aged_can_be_reviewed_at_once(desk: Desk, qtbot: QtBot):
    meeting = Meeting(desk, qtbot, records(touchpoint("waits", None, v=-1)))
    assert meeting.closes and not meeting.page.list_card.isVisible()
    assert "Nothing on this map has aged" in meeting.page.closing.title.text()
    meeting.press("Return")
    assert meeting.records["m"].__dict__["reviewed"] == TODAY


def test_the_finding_that_a_review_is_overdue_leads_to_it(desk: Desk, qtbot: QtBot):
    meeting = Meeting(desk, qtbot, old_map(reviewed=LONG_AGO))
    window = meeting.window
    window.paging.show("")
    case = case_of(window.workspace.document.journey, "m", TODAY)
    (overdue,) = [each for each in findings(case) if each.rule == "review_overdue"]
    repair = repair_of(case, overdue)
    assert repair is not None and window.paging.page is None
    window.diagnosis.panel.field_asked.emit("", repair.field)
    assert meeting.page.isVisible() and meeting.asked == "Guide"


def test_long_texts_have_room(desk: Desk, qtbot: QtBot):
    meeting = Meeting(desk, qtbot, old_map(title="x" * 10_000))
    assert meeting.window.width() == 1280 and meeting.page.question.title.height() < 300
    meeting.press("Escape")
    assert meeting.window.paging.page is None
