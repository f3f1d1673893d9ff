from hypothesis import given, strategies as st

from journey_editor.core.rank import anew, between, several

RANKS = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)


def test_the_first_rank_is_a0_and_they_go_on():
    assert anew(3) == ("a0", "a1", "a2")
    assert between(None, None) == "a0"


def test_a_rank_between_neighbours_lies_strictly_between():
    assert between("a0", "a1") == "a0V"


def test_no_rank_fits_between_equal_or_crossed_ones():
    assert between("a0", "a0") is None
    assert between("a1", "a0") is None


def test_a_rank_that_is_no_key_has_no_neighbour():
    assert between("zzz-not"[:3], None) is None
    assert between("0", "1") is None


def test_a_rank_that_would_be_too_long_does_not_fit():
    low, high = "a0", "a1"
    while (middle := between(low, high)) is not None:
        low = middle
    assert len(low) == 64


@given(st.none() | RANKS, st.none() | RANKS, st.integers(1, 5))
def test_what_fits_is_in_order_and_of_the_format(low: str | None, high: str | None, count: int):
    found = several(low, high, count)
    if found is None:
        return
    assert len(found) == count
    edges = [each for each in (low, *found, high) if each is not None]
    assert edges == sorted(set(edges))
    assert all(each.isascii() and each.isalnum() and len(each) <= 64 for each in found)
