"""A map of three stages for the room: one of two columns, one of ten, one without any."""

import pytest

from journey_editor.core.ids import seeded_ids
from journey_editor.core.records import Record
from journey_editor.ui.workspace import Workspace
from tests.building import note, owners, records, row, stage


@pytest.fixture
def hall() -> list[Record]:
    """The records of the map."""
    many = [each.with_(owner="b") for each in row(*(f"y{n}" for n in range(10)), stage_id="long")]
    return records(
        *owners("a", "b"),
        stage("short", "a0", owner="a"),
        stage("long", "a1"),
        stage("empty", "a2"),
        *row("x0", "x1", stage_id="short"),
        *many,
        note("pain", "y9"),
        note("of-stage", "empty", "goal"),
    )


@pytest.fixture
def workspace(hall: list[Record]) -> Workspace:
    """The open file."""
    return Workspace(hall, ids=seeded_ids(3))
