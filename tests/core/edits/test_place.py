"""Where touchpoints go that nobody pointed a place at."""

from journey_editor.core.edits.place import Slot, going_on
from tests.building import MAP, document, row, stage


def test_one_goes_on_after_the_last_touchpoint_and_begins_in_the_first_stage():
    stages = stage("s", "a0"), stage("t", "a1"), stage("u", "a2")
    assert going_on(document(*stages), MAP) == Slot("s")
    assert going_on(document(*stages, *row("a", "b", stage_id="t")), MAP) == Slot("t", after="b")
    assert going_on(document(), MAP) is None
