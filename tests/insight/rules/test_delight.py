"""The rule `delight` at each of its boundaries, worked out by hand."""

import pytest

from journey_editor.insight.rules.delight import delight
from tests.building import case, stage, touchpoint


def delights(*valences: float | None) -> list[tuple[tuple[str, ...], float]]:
    cards = [touchpoint(f"t{i}", "s", f"a{i}", **({} if v is None else {"v": v})) for i, v in enumerate(valences)]
    found = list(delight(case(stage("s"), *cards, touchpoint("tray", v=2))))
    assert {each.severity for each in found} <= {"info"}
    return [(each.records, each.numbers["valence"]) for each in found]


@pytest.mark.parametrize(
    ("valences", "found"),
    [
        ((0, 1, 0), [(("t1",), 1)]),
        ((0, 0.9, 0), []),
        ((1,), []),
        ((1, 1), []),
        ((1, 0), [(("t0",), 1)]),
        ((1.5, 2), [(("t1",), 2)]),
        ((0, 1, None, 1, 0), [(("t1", "t3"), 1)]),
        ((2, 1, 1, 0), [(("t0",), 2)]),
        ((1.5, 1.4, 1.5), [(("t0",), 1.5), (("t2",), 1.5)]),
        ((), []),
    ],
)
def test_a_delight_is_higher_than_what_is_beside_it_and_one_at_least(valences, found):
    assert delights(*valences) == found


def test_a_delight_says_what_it_is_good_for():
    (found,) = delight(case(stage("s"), touchpoint("a", "s", v=2), touchpoint("b", "s", "a1", v=0)))
    assert found.sentence == "At “A” the feeling rises to +2: keep this when other things change."
