"""What is parked stands below the rows: open notes of the map itself, the most voted first."""

import pytest

from journey_editor.core.records import Note
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Picture
from tests.building import MAP, journey, note, row, stage
from tests.layout.invariants import check, elements, lines_of


def parked(*words: str) -> list[Note]:
    return [note(f"p{index}", MAP, "other", rank=f"a{index}", text=each) for index, each in enumerate(words)]


def drawn(*given: Note, columns: int = 6, **options: object) -> Picture:
    made = (stage("s"), *row(*(f"t{index}" for index in range(columns))))
    return compose(journey(*made, *given), Options(**options))  # type: ignore[arg-type]


def shown(picture: Picture) -> list[str]:
    return [each.record for each in elements(picture, "note")]


def test_a_map_without_parked_notes_looks_as_before():
    settled, secret = note("p", MAP, "other", resolved=True), note("q", MAP, "other", private=True)
    assert drawn(settled, note("r", MAP, "other", text=" ")) == drawn()
    assert drawn(secret, private=False) == drawn(private=False)
    assert shown(drawn(secret)) == ["q"]


def test_open_notes_stand_in_a_block_of_their_own_the_most_voted_first():
    one, two, three = parked("Who pays?", "Which countries?", "Do we need a partner?")
    picture = drawn(one, two, three.with_(votes=4))
    check(picture)
    assert shown(picture) == ["p2", "p0", "p1"]
    [name] = [each for each in elements(picture, "row") if each.record == "parking"]
    assert [line.text for line in lines_of(name)] == ["Parking lot"]
    [voted, *_others] = elements(picture, "note")
    assert [line.text for line in lines_of(voted)][-1] == "4"
    assert "votes" in [line.text for each in elements(picture, "legend") for line in lines_of(each)]


@pytest.mark.parametrize("columns", [1, 6, 16])
@pytest.mark.parametrize("count", [1, 3, 7, 40])
def test_it_fits_any_width_and_what_has_no_room_is_counted(columns: int, count: int):
    picture = drawn(*parked(*(f"{index} " + "word " * (index % 30) for index in range(count))), columns=columns)
    check(picture)
    more = [line.text for each in elements(picture, "row") for line in lines_of(each) if "more" in line.text]
    hidden = count - len(shown(picture))
    assert more == ([f"+{hidden} more"] if hidden else [])
    assert not more or hidden > 1


def test_a_long_note_is_cut_and_told_whole_and_rows_can_be_left_out():
    words = "word " * 60
    [cell] = elements(drawn(*parked(words)), "note")
    assert cell.tip == words and lines_of(cell)[-1].text.endswith("…")
    assert shown(drawn(*parked(words), rows=False)) == []
