"""Parts are kept while what they are made from is equal."""

from journey_editor.layout.keeper import PICTURES_KEPT, Keeper, forget


def made(value: int) -> list[int]:
    return [value]


def kept(picture: str, value: int) -> list[int]:
    keeper = Keeper(picture)
    found = keeper.keep("part", (value,), made)
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


def test_parts_that_are_not_asked_for_are_forgotten() -> None:
    forget()
    first = kept("p", 1)
    Keeper("p").remember()
    assert kept("p", 1) is not first
