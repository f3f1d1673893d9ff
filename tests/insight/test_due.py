"""What is still to be done, and what is late: at the day itself, and for each status."""

from datetime import date
from typing import get_args

import pytest

from journey_editor.core.parts import Status
from journey_editor.insight.due import is_open, late_by
from tests.building import opportunity

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize("status", get_args(Status))
def test_what_is_neither_done_nor_dropped_is_open(status: Status):
    assert is_open(opportunity("o", "s", status=status)) == (status in ("proposed", "planned", "doing"))


@pytest.mark.parametrize(("due", "days"), [(None, None), (26, None), (25, None), (24, 1), (1, 24)])
def test_what_is_open_is_late_from_the_day_after_it_was_due(due: int | None, days: int | None):
    asked = None if due is None else date(2026, 11, due)
    assert late_by(opportunity("o", "s", due=asked, status="doing"), TODAY) == days
    assert late_by(opportunity("o", "s", due=asked, status="done"), TODAY) is None
