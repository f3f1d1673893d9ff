"""The numbers of a map for its status line and its poster."""

import pytest

from journey_editor.core.parts import Moment
from journey_editor.insight.summary import backed_share, summary
from tests.building import case, journey, owners, row, stage, touchpoint, transition


def handed(before=None, after=None, **fields):
    """A handoff from Sales to Support, with a drawn transition where fields are given."""
    cards = [
        touchpoint("a", "s", "a0", owner="sales", **({} if before is None else {"v": before})),
        touchpoint("b", "s", "a1", owner="support", **({} if after is None else {"v": after})),
    ]
    return case(*owners("sales", "support"), stage("s"), *cards, *([transition("a", "b", **fields)] if fields else []))


@pytest.mark.parametrize(
    ("given_", "high"), [(handed(), 0), (handed(0.5, 0), 0), (handed(1, 0), 1), (handed(wait_days=7), 1)]
)
def test_the_numbers_of_a_map_count_handoffs_and_those_that_are_high(given_, high):
    found = summary(given_)
    assert (found.handoffs, found.high_handoffs) == (1, high)


def test_moments_and_backed_feelings_are_counted_without_the_tray():
    cards = [
        touchpoint("a", "s", "a0", v=1, moment=Moment()),
        touchpoint("b", "s", "a1", v=1, evidence=()),
        touchpoint("c", v=-2, moment=Moment()),
    ]
    given_ = case(stage("s"), *cards)
    assert [each.id for each in given_.moments] == ["a"]
    assert backed_share(given_.journey) == 0
    researched = [each.with_(emotion=each.emotion.with_(basis="research")) for each in cards[:1]]
    assert backed_share(journey(stage("s"), *researched, *cards[1:])) == 0.5
    assert backed_share(journey(stage("s"), *cards, state="future")) is None
    assert backed_share(journey(stage("s"), *row("x"))) is None
    assert summary(given_).moments == 1
