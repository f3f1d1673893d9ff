"""Parts are kept while what they are made from is equal."""

from collections.abc import Callable

from hypothesis import given, strategies as st

from journey_editor.layout.keeper import PICTURES_KEPT, Keeper, forget


def made(value: int) -> list[int]:
    return [value]


def kept(picture: str, value: int) -> list[int]:
    keeper = Keeper(picture)
    found = keeper.keep("part", (value,), made)
    keeper.remember()
    return found


def kept_row(values: list[int], make: Callable[..., list[int]] = made, *same: object) -> tuple[list[int], ...]:
    keeper = Keeper("row")
    found = keeper.keep_row("parts", (values,), make, *same)
    keeper.remember()
    return found


def test_equal_makings_give_the_same_part() -> None:
    forget()
    first = kept("p", 1)
    assert kept("p", 1) is first
    assert kept("p", 2) == [2]
    assert kept("p", 1) is not first


def test_pictures_do_not_share_parts_and_old_ones_are_forgotten() -> None:
    forget()
    first = kept("p", 1)
    assert kept("other", 1) is not first
    for number in range(PICTURES_KEPT):
        kept(f"more {number}", 1)
    assert kept("p", 1) is not first


def test_parts_that_are_not_asked_for_stay_as_they_are() -> None:
    forget()
    first = kept("p", 1)
    Keeper("p").remember()
    assert kept("p", 1) is first


@given(st.lists(st.lists(st.integers(0, 3), max_size=6), min_size=1, max_size=6))
def test_a_row_is_what_it_is_made_from_whatever_was_there_before(rows: list[list[int]]) -> None:
    forget()
    for row in rows:
        assert kept_row(row) == tuple([value] for value in row)


@given(st.lists(st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=1, max_size=6), min_size=1, max_size=6))
def test_parts_made_from_two_rows_follow_both(pairs: list[list[tuple[int, bool]]]) -> None:
    forget()
    for each in pairs:
        numbers, flags = [number for number, _flag in each], [flag for _number, flag in each]
        keeper = Keeper("rows")
        found = keeper.keep_row("parts", (numbers, flags), lambda number, flag: (number, flag))
        keeper.remember()
        assert found == tuple(each)


def test_the_first_of_a_row_that_got_shorter_is_the_first() -> None:
    forget()
    for names in ("abcd", "bcd"):
        keeper = Keeper("heads")
        first = (True, *(False,) * (len(names) - 1))
        found = keeper.keep_row("heads", (tuple(names), first), lambda name, is_first: (name, is_first))
        keeper.remember()
    assert found[0] == ("b", True)


def test_what_stays_in_a_row_stays_the_very_same() -> None:
    forget()
    first = kept_row([1, 2, 3, 4])
    assert kept_row([1, 2, 3, 4]) is first
    changed = kept_row([1, 7, 3, 8])
    assert changed[0] is first[0] and changed[2] is first[2]
    longer = kept_row([1, 7, 5, 6, 3, 8])
    assert (
        longer[:2] == changed[:2] and longer[1] is changed[1] and longer[-1] is changed[-1] and longer[4] is changed[2]
    )
    shorter = kept_row([1, 8])
    assert shorter[0] is longer[0] and shorter[1] is longer[-1]


def test_a_row_is_made_anew_where_what_all_share_differs() -> None:
    forget()

    def sum_of(value: int, more: int) -> list[int]:
        return [value + more]

    first = kept_row([1, 2], sum_of, 10)
    assert kept_row([1, 2], sum_of, 10) is first
    assert kept_row([1, 2], sum_of, 20) == ([21], [22])
