"""What lies where in the rows below the lanes: cells, their texts, and the names of the rows."""

from typing import NamedTuple

from journey_editor.layout.cells import cell_name, more_name
from journey_editor.layout.primitives import Element, Grid, Picture


class CellPlace(NamedTuple):
    """The cell of a stage in a row, or with "" for the stage the row's name."""

    kind: str
    stage: str


def cell_at(grid: Grid, x: float, y: float) -> CellPlace | None:
    """Return the cell of a row, or the row's name, that lies at a place; None where no row does."""
    row = next((span for span in grid.rows if span.y <= y < span.y + span.height), None)
    if row is None or not grid.stages or x >= grid.stages[-1].x + grid.stages[-1].width:
        return None
    return CellPlace(row.kind, next((span.stage for span in reversed(grid.stages) if span.x <= x), ""))


def name_at(picture: Picture, place: CellPlace) -> Element | None:
    """Return the element of a cell's ground, or of a row's name."""
    return _row(picture, cell_name(*place))


def more_at(picture: Picture, place: CellPlace) -> Element | None:
    """Return what counts the texts of a cell that have no room in it, where there are any."""
    return _row(picture, more_name(*place))


def texts_in(picture: Picture, place: CellPlace) -> list[Element]:
    """Return the texts of a cell that are shown, from top to bottom, and last what counts the others."""
    name, more = cell_name(*place), more_name(*place)
    strip = next((each for each in picture.strips if name in each.strip.by_record), None)
    cell = name_at(picture, place)
    if strip is None or cell is None or not place.stage:
        return []
    rect = cell.rect
    found = (each for each in strip.elements if each.role == "note" or (each.role, each.record) == ("row", more))
    return [each for each in found if rect.y <= each.rect.y < rect.bottom and rect.x <= each.rect.x < rect.right]


def place_of(picture: Picture, element: Element) -> CellPlace | None:
    """Return the cell, or the row, that an element lies in; None for what lies in none."""
    if element.role not in ("note", "row"):
        return None
    return cell_at(picture.grid, element.rect.x, element.rect.y + element.rect.height / 2)


def beside(grid: Grid, place: CellPlace, way: int) -> CellPlace | None:
    """Return the cell of the stage before (-1) or after (1) in the same row; left of the first is the row's name."""
    stages = ["", *(span.stage for span in grid.stages)]
    there = stages.index(place.stage) + way if place.stage in stages else -1
    return CellPlace(place.kind, stages[there]) if 0 <= there < len(stages) else None


def above_or_below(grid: Grid, place: CellPlace, way: int) -> CellPlace | None:
    """Return the cell of the same stage in the row above (-1) or below (1), None where there is no such row."""
    kinds = [span.kind for span in grid.rows]
    there = kinds.index(place.kind) + way if place.kind in kinds else -1
    return CellPlace(kinds[there], place.stage) if 0 <= there < len(kinds) else None


def _row(picture: Picture, name: str) -> Element | None:
    found = (each for strip in picture.strips if name in strip.strip.by_record for each in strip.showing(name))
    return next((each for each in found if each.role == "row"), None)
