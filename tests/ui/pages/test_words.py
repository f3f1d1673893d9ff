"""Cells that several pages share: what is late, and what is asked for where there is none."""

from datetime import date, timedelta

import pytest

from journey_editor.insight.gaps import Gap
from journey_editor.ui.pages.gaps import said
from journey_editor.ui.pages.words import due_cell
from tests.building import metric

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(("days", "is_late"), [(-1, True), (0, False), (1, False)])
def test_a_day_is_late_once_it_has_passed(days: int, is_late: bool):
    due = TODAY + timedelta(days)
    cell = due_cell(due, "k", TODAY)
    assert (cell.tone, cell.is_strong, bool(cell.tip)) == (("pain", True, True) if is_late else ("ink", False, False))
    gap = Gap(metric("k", "s", current=1, expected=2, due=due), -1, "medium")
    assert ("1 overdue" in said([gap], TODAY)) == is_late


def test_what_nobody_waits_for_is_never_late_and_lacks_no_day():
    assert due_cell(TODAY - timedelta(1), "k", TODAY, is_open=False).tone == "ink"
    assert due_cell(None, "k", TODAY, is_open=False).words == "" and due_cell(None, "m", TODAY).words == "no date"
