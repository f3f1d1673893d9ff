"""Numbers in the inspector: a stage's as one group, a metric with its way, gap, history and a value of today."""

from datetime import date

import pytest
from PySide6.QtTest import QTest

from journey_editor.core.records import Metric
from journey_editor.ui.panels.inspector.numbers import MeasureGroup, StageNumbers
from journey_editor.ui.panels.inspector.page import Page
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.workspace import Workspace
from tests.ui.panels.pages import editor_in, page_of, write

HISTORY = ((date(2026, 1, 1), 70.0), (date(2026, 6, 1), 66.0))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.fixture
def metric(workspace: Workspace) -> Metric:
    made = Metric(
        id="value", map=workspace.map_id, rank="b0", on="s4", name="Time to value", unit="days", better="lower",
        baseline=65, current=51.5, expected=30, target=38, history=HISTORY,
    )  # fmt: skip
    with workspace.document.transaction("x"):
        workspace.document.put(made)
    workspace.history.mark_saved()
    return made


def measures(page: Page) -> MeasureGroup:
    assert isinstance(page.group, MeasureGroup)
    return page.group


def test_the_numbers_of_a_stage_stand_together_and_tell_what_was_lost(
    inspector: Inspector, workspace: Workspace
) -> None:
    page = page_of(inspector, workspace, "s1")
    assert isinstance(page.group, StageNumbers)
    assert set(page.group.bound) == {"start_day", "end_day", "entered", "completed", "activated", "tickets", "as_of"}
    assert plain(page.group.said.text()) == "1 310 of 2 400 complete it: −45 %"
    write(editor_in(page, "completed"), "3000")
    assert plain(page.group.said.text()) == "3 000 of 2 400 complete it: +25 %"
    write(editor_in(page, "entered"), "")
    assert page.group.said.isHidden()


def test_a_metric_shows_its_way_its_gap_and_its_history(
    inspector: Inspector, workspace: Workspace, metric: Metric
) -> None:
    group = measures(page_of(inspector, workspace, metric.id))
    assert plain(group.standing.text()) == "Now 51.5 days, target 38 days"
    assert plain(group.way.text()) == "50 % of the way from 65 days"
    assert plain(group.gap.text()) == "21.5 days short of the expected 30 days"
    assert group.gauge.course is not None and not group.gauge.isHidden()
    assert [value for _day, value in group.line.points] == [70.0, 66.0]
    assert plain(group.since.text()) == "2 values since 1 Jan 2026, first 70 days"


def test_a_value_of_today_is_one_step(inspector: Inspector, workspace: Workspace, metric: Metric) -> None:
    before = dict(workspace.document.records)
    steps = len(workspace.history.steps)
    group = measures(page_of(inspector, workspace, metric.id))
    group.today.setFocus()
    QTest.keyClicks(group.today, "44,5")
    group.add.click()
    found = workspace.document.records[metric.id]
    assert isinstance(found, Metric)
    assert (found.current, found.as_of) == (44.5, date.today())
    assert found.history == (*HISTORY, (date.today(), 44.5))
    assert len(workspace.history.steps) == steps + 1
    assert group.today.text() == ""
    assert plain(group.standing.text()).startswith("Now 44.5 days")
    workspace.undo()
    assert dict(workspace.document.records) == before


def test_what_is_no_number_is_told_and_changes_nothing(
    inspector: Inspector, workspace: Workspace, metric: Metric
) -> None:
    group = measures(page_of(inspector, workspace, metric.id))
    write(group.today, "soon")
    assert group.troubled.sentence == "“soon” is not a number."
    assert workspace.document.records[metric.id] == metric


def test_without_numbers_only_what_can_be_said_is(inspector: Inspector, workspace: Workspace) -> None:
    with workspace.document.transaction("x"):
        workspace.document.put(
            Metric(id="bare", map=workspace.map_id, rank="b1", on="s4", name="Bare", gap_text="Answers after 12 hours")
        )
    group = measures(page_of(inspector, workspace, "bare"))
    assert group.gap.text() == "Answers after 12 hours"
    for hidden in (group.standing, group.way, group.gauge, group.line, group.since):
        assert hidden.isHidden()


def test_huge_numbers_and_long_histories_are_shown_without_trouble(inspector: Inspector, workspace: Workspace) -> None:
    days = [date.fromordinal(700_000 + day) for day in range(5_000)]
    with workspace.document.transaction("x"):
        workspace.document.put(
            Metric(
                id="huge",
                map=workspace.map_id,
                rank="b1",
                on="s4",
                name="Huge",
                unit="u" * 10_000,
                baseline=-1.7e308,
                current=1.7e308,
                target=3,
                expected=-1.7e308,
                history=tuple((day, 1.7e308) for day in days),
            )  # fmt: skip
        )
    group = measures(page_of(inspector, workspace, "huge"))
    assert len(group.line.points) <= 420
    group.grab()
    assert group.width() <= inspector.scroller.viewport().width()


def test_a_text_without_end_widens_no_page(inspector: Inspector, workspace: Workspace) -> None:
    endless = "w" * 10_000
    with workspace.document.transaction("x"):
        workspace.document.put(
            Metric(id="bare", map=workspace.map_id, rank="b1", on="s4", name=endless, gap_text=endless, unit=endless)
        )
    group = measures(page_of(inspector, workspace, "bare"))
    QTest.qWait(20)
    assert group.width() <= inspector.scroller.viewport().width()
    assert group.height() < 2_000
