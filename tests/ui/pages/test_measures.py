"""The measurement framework as people read it."""

from datetime import date

from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.removal import remove
from journey_editor.core.records import Metric, Stage
from journey_editor.ui.window import MainWindow
from tests.robot import Robot
from tests.ui.pages.conftest import Opened
from tests.ui.pages.reading import column, shown


def metric_of(window: MainWindow, name: str) -> Metric:
    return next(each for each in window.workspace.document.of_kind(Metric) if each.name == name)


def test_metrics_are_listed_stage_by_stage_with_where_they_stand(opened: Opened):
    page = shown(opened("b2b-saas"), "measures")
    assert page.said.text() == "18 metrics · 9 leading · 8 lagging · 1 KPI"
    assert column(page, "Stage")[:4] == ["Awareness", "Awareness", "Consideration", "Consideration"]
    place = column(page, "Metric").index("Time to value")
    told = {each.name: page.grid.table.rows[place][at].words for at, each in enumerate(page.grid.table.columns)}
    assert told == {
        "Stage": "Onboarding", "Metric": "Time to value", "On": "the stage", "Kind": "lagging",
        "Baseline": "65\u00a0days", "Now": "65\u00a0days", "Target": "38\u00a0days", "On its way": "0 %", "As of": "–",
        "Owner": "Customer Success", "Unit": "days",
    }  # fmt: skip


def test_the_way_to_the_target_is_told_done_missed_and_unknown(opened: Opened, qtbot: QtBot):
    window = opened("b2b-saas")
    document, time = window.workspace.document, metric_of(window, "Time to value")
    page = shown(window, "measures")
    place = column(page, "Metric").index("Time to value")
    for now, words, tone in ((51.5, "50 %", "ink"), (38, "100 %", "good"), (92, "−100 %", "pain")):
        set_field(document, (time.id,), "current", now)
        qtbot.waitUntil(lambda words=words: column(page, "On its way")[place] == words)
        assert page.grid.table.rows[place][7].tone == tone
    set_field(document, (time.id,), "target", None)
    qtbot.waitUntil(lambda: column(page, "On its way")[place] == "no target")
    set_field(document, (time.id,), "as_of", date(2020, 1, 31))
    qtbot.waitUntil(lambda: column(page, "As of")[place] == "31 Jan 2020")


def test_a_stage_without_any_metric_is_told_and_leads_to_where_one_is_given(opened: Opened):
    window = opened("b2b-saas")
    document = window.workspace.document
    stage = next(each for each in document.of_kind(Stage) if each.name == "Awareness")
    remove(document, [each.id for each in document.of_kind(Metric) if each.on == stage.id])
    page, robot = shown(window, "measures"), Robot(window)
    assert column(page, "Stage")[0] == "Awareness" and column(page, "Metric")[0] == "nothing is measured"
    assert page.said.text().endswith("1 stage is not measured")
    robot.press("Right")
    robot.press("Return")
    assert window.paging.page is None and window.workspace.current is document.records[stage.id]


def test_walking_shows_each_in_the_inspector_that_is_open_beside_the_page(opened: Opened):
    window = opened("b2b-saas")
    page, robot = shown(window, "measures"), Robot(window)
    before = window.workspace.session.selected
    robot.press("Ctrl+Shift+I")
    assert window.inspector.isVisible() and window.paging.page is page
    page.take_keyboard()
    assert window.workspace.session.selected == before, "nobody has walked yet"
    robot.press("Right")
    current = window.workspace.current
    assert isinstance(current, Metric) and current.name == "Qualified leads a month"
    robot.press("Escape")
    assert window.paging.page is None and window.inspector.isVisible()


def test_the_stage_is_said_once_above_its_metrics_and_again_where_it_is_sorted_otherwise(opened: Opened):
    page = shown(opened("b2b-saas"), "measures")
    cells = [row[0] for row in page.grid.table.rows]
    assert all(each.merges for each in cells)
    page.grid.sort_by(0)
    assert column(page, "Stage")[0] == "Awareness" and column(page, "Stage")[-1] == "Expansion", "by their order"


def test_where_nothing_at_all_is_measured_the_page_says_what_to_do(opened: Opened):
    page = shown(opened("empty"), "measures")
    assert column(page, "Metric") == ["nothing is measured"] * 3
    assert "give it a metric" in page.said.text() and "inspector" in page.grid.table.rows[0][1].tip
