"""What lies where in the rows: cells, texts, names, and what is beside or below them."""

from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Picture
from journey_editor.layout.rowhit import (
    CellPlace,
    above_or_below,
    beside,
    cell_at,
    more_at,
    name_at,
    place_of,
    texts_in,
)
from tests.building import journey, note, stage, touchpoint


def picture() -> Picture:
    made = (
        stage("one"),
        stage("two", "a1"),
        touchpoint("t", "one"),
        *(note(f"n{number}", "one", rank=f"a{number}") for number in range(5)),
        note("odd", "two", "Odd: name"),
        note("parked", "m", "question"),
    )
    return compose(journey(*made, rows=["pain_point", "Odd: name", "goal"]), Options())


def test_a_place_tells_its_cell_or_the_name_of_its_row() -> None:
    made = picture()
    for kind in ("pain_point", "Odd: name", "goal"):
        for stage_id in ("", "one", "two"):
            element = name_at(made, CellPlace(kind, stage_id))
            assert element is not None and element.role == "row"
            found = cell_at(made.grid, element.rect.x + 1, element.rect.y + element.rect.height / 2)
            assert found == CellPlace(kind, stage_id) == place_of(made, element)


def test_beyond_the_rows_there_is_no_cell() -> None:
    made = picture()
    row, last = made.grid.rows[0], made.grid.stages[-1]
    assert cell_at(made.grid, last.x + 1, row.y - 1) is None
    assert cell_at(made.grid, last.x + last.width + 1, row.y + 1) is None
    parked = next(each for each in made.elements if each.record == "parked")
    assert place_of(made, parked) is None
    assert place_of(made, next(each for each in made.elements if each.role == "card")) is None


def test_texts_of_a_cell_come_from_top_to_bottom_and_last_their_count() -> None:
    made = picture()
    found = texts_in(made, CellPlace("pain_point", "one"))
    assert [each.record for each in found] == ["n0", "n1", "n2", "pain_point:one:more"]
    assert more_at(made, CellPlace("pain_point", "one")) == found[-1]
    assert [each.record for each in texts_in(made, CellPlace("Odd: name", "two"))] == ["odd"]
    assert texts_in(made, CellPlace("goal", "one")) == [] == texts_in(made, CellPlace("goal", ""))
    assert texts_in(made, CellPlace("gone", "one")) == []


def test_cells_have_neighbours_on_all_sides() -> None:
    grid = picture().grid
    assert beside(grid, CellPlace("goal", "one"), 1) == CellPlace("goal", "two")
    assert beside(grid, CellPlace("goal", "one"), -1) == CellPlace("goal", "")
    assert beside(grid, CellPlace("goal", "two"), 1) is None is beside(grid, CellPlace("goal", ""), -1)
    assert above_or_below(grid, CellPlace("goal", "one"), -1) == CellPlace("Odd: name", "one")
    assert above_or_below(grid, CellPlace("goal", "one"), 1) is None
