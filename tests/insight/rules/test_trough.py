"""The rule `trough` at each of its boundaries, worked out by hand."""

import pytest

from journey_editor.core.parts import Moment
from journey_editor.insight.case import Case
from journey_editor.insight.rules.trough import trough
from tests.building import case, stage, touchpoint


def felt(*valences: float, moments: tuple[str, ...] = ()) -> Case:
    cards = [touchpoint(f"t{i}", "s", f"a{i}", v=v) for i, v in enumerate(valences)]
    cards = [each.with_(moment=Moment()) if each.id in moments else each for each in cards]
    return case(stage("s"), *cards)


@pytest.mark.parametrize(
    ("given_", "severity", "records_"),
    [
        (felt(0, -1, 0), "medium", ("t1",)),
        (felt(0, -1.5, 0), "high", ("t1",)),
        (felt(0, -1.4, 0), "medium", ("t1",)),
        (felt(0, -1, 0, moments=("t1",)), "high", ("t1",)),
        (felt(0, -1, -0.5, 0, moments=("t2",)), "high", ("t1", "t2")),
    ],
)
def test_how_bad_a_trough_is(given_, severity, records_):
    (found,) = trough(given_)
    assert (found.severity, found.records) == (severity, records_)
    assert found.numbers["valence"] == min(
        each.emotion.valence for each in given_.journey.touchpoints if each.emotion is not None
    )


def test_only_the_three_lowest_are_high_the_earlier_of_equals_first():
    found = trough(felt(0, -1.5, 0, -1.5, 0, -1.5, 0, -1.5, 0))
    assert [each.severity for each in found] == ["high", "high", "high", "medium"]
