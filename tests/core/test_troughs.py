import pytest
from hypothesis import given, strategies as st

from journey_editor.core.troughs import stretches, troughs


@pytest.mark.parametrize(
    ("valences", "found"),
    [
        ([0, -1, 0], [((1,), (1,), 1)]),
        ([0, -0.9, 0], []),  # not deep enough
        ([0.1, -0.9, 0.1], [((1,), (1,), 1)]),  # 0.1 and -0.9 are 1 apart, whatever floats make of it
        ([1, 0, 1], []),  # not below neutral
        ([-1], []),  # nothing beside it
        ([-1, 0.5], [((0,), (0,), 1.5)]),  # an end has one side
        ([1, -1, -1, 1], [((1, 2), (1, 2), 2)]),  # a run of equals
        ([1, -1, -0.5, -0.4, 1], [((1,), (1, 2), 2)]),  # half a step better belongs, more does not
        ([2, -1, 1, -2, 2], [((1,), (1,), 2), ((3,), (3,), 4)]),
        ([0, -1, -0.5, -2, 0], [((3,), (3,), 2)]),  # the first is only 0.5 above before something lower
        # what is equal is not lower: each of the two looks past the other, and holds it
        ([0, -1.5, -1, -1.5, 0], [((1,), (1, 2, 3), 1.5), ((3,), (1, 2, 3), 1.5)]),
        ([], []),
    ],
)
def test_troughs(valences, found):
    def rounded(trough):
        return tuple(trough.run), tuple(trough.members), pytest.approx(trough.depth)

    assert [rounded(trough) for trough in troughs(valences)] == found


@given(st.lists(st.integers(-4, 4).map(lambda halves: halves / 2), max_size=12))
def test_a_trough_is_lower_than_what_is_beside_it(valences):
    for trough in troughs(valences):
        bottom = valences[trough.run[0]]
        assert bottom < 0 and trough.depth >= 1
        assert all(valences[place] == bottom for place in trough.run)
        for beside in (trough.run[0] - 1, trough.run[-1] + 1):
            assert not 0 <= beside < len(valences) or valences[beside] > bottom
        assert set(trough.run) <= set(trough.members)
        assert all(valences[place] < 0 and valences[place] <= bottom + 0.5 for place in trough.members)


@given(st.lists(st.integers(-4, 4).map(lambda halves: halves / 2), max_size=12))
def test_backwards_the_same_are_found(valences):
    last = len(valences) - 1
    there = {tuple(trough.run) for trough in troughs(valences)}
    back = {tuple(last - place for place in reversed(trough.run)) for trough in troughs(valences[::-1])}
    assert there == back


@given(st.lists(st.integers(-20, 20).map(lambda tenths: tenths / 10), max_size=40), st.integers(1, 8))
def test_stretches_have_the_troughs_of_the_whole(valences, least):
    def members(found, begin):
        return {tuple(begin + place for place in trough.members) for trough in found}

    cut = [members(troughs(valences[each.start : each.stop]), each.start) for each in stretches(valences, least)]
    assert set().union(*cut) == members(troughs(valences), 0)


def test_a_row_is_cut_at_what_feels_good_and_not_too_often():
    assert [tuple(each) for each in stretches([0, 1, 0, -1, 1.5, -2, 2], 2)] == [(0, 1, 2, 3, 4), (4, 5, 6), (6,)]
    assert stretches([0] * 100, 1) == [range(100)]
