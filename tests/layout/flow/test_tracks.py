"""Ways that run along each other keep to tracks of their own."""

from itertools import combinations

from hypothesis import given, strategies as st

from journey_editor.layout.flow.floor import Place
from journey_editor.layout.flow.tracks import allot
from journey_editor.layout.flow.ways import Stretch, Way
from tests.building import transition

HERE, THERE = Place(0, 0, 0), Place(1, 0, 0)


def way(*stretches: Stretch, up: bool = False) -> Way:
    source, target = (THERE, HERE) if up else (HERE, THERE)
    return Way(transition("x", "y"), source, target, stretches, "right", "left")


stretches = st.builds(
    lambda kind, low, length: Stretch((kind, 0, 0), low, low + length),
    st.sampled_from(["level", "gap", "side", "drop"]),
    st.integers(0, 6).map(float),
    st.integers(0, 4).map(float),
)


@given(st.lists(st.tuples(stretches, st.booleans(), st.booleans()), max_size=12))
def test_nothing_shares_a_track_where_it_overlaps(given_: list[tuple[Stretch, bool, bool]]) -> None:
    ways = [way(stretch, up=up) for stretch, up, _crowded in given_]
    crowded = [frozenset({0}) if each else frozenset[int]() for _stretch, _up, each in given_]
    allotted = allot(ways, crowded)
    placed = [(each.stretches[0], track) for each, (track,) in zip(ways, allotted.tracks, strict=True)]
    for (one, track), (other, beside) in combinations(placed, 2):
        if one.channel == other.channel and one.low <= other.high and other.low <= one.high:
            assert track != beside
    for (stretch, track), keeps_off in zip(placed, crowded, strict=True):
        if stretch.channel[0] in ("level", "drop"):
            assert not (keeps_off and track == 0)
        else:
            assert 0 <= track < allotted.counts[stretch.channel]


def test_the_inner_of_two_loops_lies_nearer_to_the_cards() -> None:
    outer, inner = Stretch(("gap", 0, 0), 1, 9), Stretch(("gap", 0, 0), 3, 5)
    assert allot([way(outer), way(inner)], [frozenset(), frozenset()]).tracks == ((1,), (0,))


def test_tracks_spread_only_where_ways_meet() -> None:
    alone, one, other = (Stretch(("level", 0, 0), low, low + 1) for low in (0.0, 5.0, 5.5))
    assert allot([way(alone), way(one), way(other)], [frozenset()] * 3).reach == ((0,), (1,), (1,))
