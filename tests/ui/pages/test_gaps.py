"""The experience-gap table as people read it."""

from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.parts import Dismissal
from journey_editor.core.records import Metric
from journey_editor.ui.pages.gaps import GapsPage
from journey_editor.ui.window import MainWindow
from tests.robot import Robot
from tests.ui.pages.conftest import Opened


def page_of(window: MainWindow) -> GapsPage:
    page = window.paging.page
    assert isinstance(page, GapsPage)
    return page


def column(page: GapsPage, name: str) -> list[str]:
    """What the cells of a column say, from the top."""
    place = [each.name for each in page.grid.table.columns].index(name)
    return [row[place].words for row in page.grid.table.rows]


def test_the_gaps_of_the_template_are_told_negative_and_the_one_in_words_as_it_was_written(opened: Opened):
    window = opened("b2b-saas")
    window.paging.show("gaps")
    page = page_of(window)
    gaps = dict(zip(column(page, "Metric"), column(page, "Gap"), strict=True))
    assert gaps == {
        "Time to value": "−35\u00a0days",
        "Sales cycle": "−45\u00a0days",
        "Feature use": "−20\u00a0%",
        "Renewal starts before the end": "−60\u00a0days",
        "Support answers": "Answers after 12 hours, expected the same day",
    }
    assert column(page, "Priority") == ["high", "high", "high", "medium", "medium"]
    assert column(page, "Owner")[:2] == ["Customer Success", "Product"]
    assert page.said.text() == "5 gaps · 3 of high priority"
    plain = {row[0].words: row[4].plain for row in page.grid.table.rows}
    assert plain["Time to value"] == "-35"


def test_a_gap_that_is_closed_elsewhere_is_told_a_moment_later(opened: Opened, qtbot: QtBot):
    window = opened("b2b-saas")
    window.paging.show("gaps")
    page, document = page_of(window), window.workspace.document
    time = next(each for each in document.of_kind(Metric) if each.name == "Time to value")
    set_field(document, (time.id,), "current", 30)
    qtbot.waitUntil(lambda: column(page, "Metric")[-1] == "Time to value")
    assert column(page, "Gap")[-1] == "0\u00a0days" and "1 as expected or better" in page.said.text()
    Robot(window).press("Ctrl+Z")
    qtbot.waitUntil(lambda: column(page, "Metric")[0] == "Time to value")


def test_what_nobody_owns_and_what_is_late_is_told(opened: Opened):
    window = opened("b2b-saas")
    document = window.workspace.document
    time = next(each for each in document.of_kind(Metric) if each.name == "Time to value")
    set_field(document, (time.id,), "owner", None)
    set_field(document, (time.id,), "due", "2020-01-31")
    window.paging.show("gaps")
    page = page_of(window)
    assert column(page, "Owner")[0] == "no owner" and column(page, "Due")[0] == "31 Jan 2020"
    assert page.grid.table.rows[0][7].tone == "pain"
    assert page.said.text() == "5 gaps · 3 of high priority · 1 overdue · 1 without an owner"


def test_a_map_without_gaps_says_what_to_do(opened: Opened):
    window = opened("empty")
    window.paging.show("gaps")
    page = page_of(window)
    assert page.empty.isVisible() and not page.grid.isVisible() and "expect" in page.empty.words.text()
    assert Robot(window).focused is page
    Robot(window).press("Escape")
    assert window.paging.page is None


def test_a_page_of_a_file_with_several_maps_names_the_one_it_is_about_and_follows_it(opened: Opened, qtbot: QtBot):
    window = opened("sales-to-cs")
    window.paging.show("gaps")
    page, first = page_of(window), window.workspace.document.maps()[0]
    assert first.title in page.said.text()
    Robot(window).press("Ctrl+PgDown")
    second = window.workspace.document.maps()[1]
    qtbot.waitUntil(lambda: second.title in page.said.text())
    assert window.paging.page is page


def test_what_is_set_aside_stays_listed_last_and_quiet_with_its_reason(opened: Opened):
    window = opened("b2b-saas")
    document = window.workspace.document
    time = next(each for each in document.of_kind(Metric) if each.name == "Time to value")
    aside = Dismissal(rule="expectation_gap", records=(time.id,), reason="The new set-up comes in May")
    set_field(document, (document.maps()[0].id,), "dismissed", (aside,))
    window.paging.show("gaps")
    page = page_of(window)
    assert column(page, "Metric")[-1] == "Time to value" and column(page, "Gap")[-1] == "−35\u00a0days"
    gap = page.grid.table.rows[-1][4]
    assert gap.tone == "muted" and gap.tip == "Set aside: The new set-up comes in May"
    assert page.said.text() == "4 gaps · 2 of high priority · 1 set aside"
