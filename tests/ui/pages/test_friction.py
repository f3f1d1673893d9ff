"""Where people are lost, as people read it."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.opportunities import set_status
from journey_editor.core.parts import Dismissal
from journey_editor.core.records import JourneyMap, Opportunity, Stage
from journey_editor.ui.pages.friction import FrictionPage
from journey_editor.ui.pages.tables import TablePage
from journey_editor.ui.window import MainWindow
from tests.robot import Robot
from tests.ui.pages.conftest import Opened
from tests.ui.pages.reading import column, shown


def figures(page: TablePage) -> list[tuple[str, str, str]]:
    """The cards above the table: heading, figure, words."""
    assert isinstance(page, FrictionPage)
    cards = [each for each in page.figures if not each.isHidden()]
    return [(each.name.text(), each.figure.text(), each.words.text()) for each in cards]


def stage_of(window: MainWindow, name: str) -> Stage:
    return next(each for each in window.workspace.document.of_kind(Stage) if each.name == name)


def test_each_stage_tells_who_came_who_stayed_and_what_is_lost(opened: Opened):
    page = shown(opened("b2b-saas"), "friction")
    assert column(page, "Step") == [
        "Awareness", "Consideration", "Decision", "Onboarding", "Adoption", "Renewal", "Expansion",
    ]  # fmt: skip
    assert column(page, "Came")[0] == "96\u00a0000" and column(page, "Stayed")[0] == "3\u00a0840"
    assert column(page, "Lost")[:3] == ["92\u00a0160", "3\u00a0072", "599"]
    assert column(page, "Share lost")[:4] == ["−96 %", "−80 %", "−78 %", "−11 %"]
    marked = [row[0].words for row in page.grid.table.rows if row[5].icon]
    assert marked == ["Awareness", "Decision", "Renewal", "Expansion"], "the largest before the purchase, three others"
    assert column(page, "What is done about it")[0] == "Guides that help to choose"
    assert column(page, "Owner")[0] == "Marketing"
    assert figures(page) == [("All the way", "0.04 %", ""), ("Largest loss", "−96 %", "")]


def test_between_stages_people_are_lost_too(opened: Opened):
    window = opened("b2b-saas")
    set_field(window.workspace.document, (stage_of(window, "Decision").id,), "entered", 500)
    page = shown(window, "friction")
    place = column(page, "Step").index("on the way to Decision")
    row = page.grid.table.rows[place]
    assert [cell.words for cell in row][2:6] == ["768", "500", "268", "−35 %"]
    assert row[0].record == stage_of(window, "Decision").id


def test_what_is_lacking_is_said_where_nothing_that_counts_is_done(opened: Opened, qtbot: QtBot):
    window = opened("b2b-saas")
    document, first = window.workspace.document, stage_of(window, "Awareness")
    page = shown(window, "friction")
    idea = next(each for each in document.of_kind(Opportunity) if each.on == first.id)
    set_field(document, (idea.id,), "due", None)
    qtbot.waitUntil(lambda: column(page, "Owner")[0] == "no date")
    assert "nothing with owner, date and metric is about 1 of them" in page.said.text()
    set_status(document, (idea.id,), "dropped", idea.due or page.case().today)
    qtbot.waitUntil(lambda: column(page, "What is done about it")[0] == "nothing yet")
    the_map = document.maps()[0]
    aside = Dismissal(rule="friction", records=(first.id,), reason="Fairs bring the wrong people")
    set_field(document, (the_map.id,), "dismissed", (aside,))
    qtbot.waitUntil(lambda: column(page, "What is done about it")[0] == "Set aside: Fairs bring the wrong people")
    assert page.said.text() == "4 losses stand out"


def test_conversion_and_activation_are_compared_where_the_map_asks_for_it(opened: Opened):
    window = opened("self-serve")
    document = window.workspace.document
    assert isinstance(document.maps()[0], JourneyMap) and document.maps()[0].benchmark == "self_serve_saas"
    page = shown(window, "friction")
    assert isinstance(page, FrictionPage)
    # 58 of 20,000; 58 of the 640 who sign up; 174 of the 340 who are through with first use
    assert figures(page)[:3] == [
        ("All the way", "0.29 %", ""), ("Conversion", "9.1 %", "average"), ("Activation", "51 %", "good"),
    ]  # fmt: skip
    assert [each.more.text() for each in page.figures[1:3]] == ["healthy from 12 %", "excellent above 65 %"]
    assert [each.scale.isVisible() for each in page.figures[:3]] == [False, True, True]


def test_four_of_five_onboarded_of_whom_44_in_100_reach_first_value_is_an_average_activation(opened: Opened):
    window = opened("self-serve")
    document, stage = window.workspace.document, stage_of(window, "First use")
    for field, value in (("entered", 1000), ("completed", 800), ("activated", 352)):
        set_field(document, (stage.id,), field, value)
    page = shown(window, "friction")
    assert ("Activation", "44 %", "average") in figures(page)


def test_where_nobody_was_counted_the_page_says_what_to_do(opened: Opened):
    page = shown(opened("empty"), "friction")
    assert page.empty.isVisible() and "how many enter" in page.empty.words.text() and figures(page) == []


def test_what_is_done_leads_to_the_opportunity(opened: Opened):
    window = opened("b2b-saas")
    page, robot = shown(window, "friction"), Robot(window)
    QApplication.processEvents()
    for _step in range(6):
        robot.press("Right")
    robot.press("Return")
    current = window.workspace.current
    assert window.paging.page is None and isinstance(current, Opportunity)
    assert current.text == column(page, "What is done about it")[0]
