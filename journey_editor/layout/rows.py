"""Rows below the lanes: what stages hope, do, suffer, what could be done, how it is measured.

Which rows there are is told by `core.rows`; a cell shows the texts of its stage and of that stage's touchpoints.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from journey_editor.core.rows import WITHOUT_TEXTS, row_name, rows_shown
from journey_editor.layout import text
from journey_editor.layout.cells import (
    PAD,
    ROW_HEIGHT,
    STEP,
    Elements,
    blocks_in,
    cell,
    cell_name,
    height_of,
    plain_lines,
)
from journey_editor.layout.entries import Cell
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.layers import GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Rect, RowSpan
from journey_editor.layout.style import SEMIBOLD, SMALL

ROW_GAP = 4.0


class Rows(NamedTuple):
    """Rows: their names, what stands in them by stage, relative to its left end, where each lies and where they end."""

    labels: Elements
    by_stage: tuple[Elements, ...]
    spans: tuple[RowSpan, ...]
    bottom: float


def rows_of(
    keeper: Keeper,
    cells: Sequence[Cell],
    stages: Sequence[tuple[str, float]],
    asked: tuple[str, ...],
    options: Options,
    y: float,
) -> Rows:
    """Return the rows from a height downwards: `cells` and (id, width) of the stages from left to right."""
    labels: list[Element] = []
    by_stage: list[list[Elements]] = []
    spans: list[RowSpan] = []
    names, widths = [name for name, _width in stages], [width for _name, width in stages]
    for kind in kinds_of(asked, cells) if stages else ():
        texts = [each.get(kind, ()) for each in cells]
        blocks = keeper.keep_row(("row texts", kind), (texts, widths), blocks_in)
        heights = keeper.keep_row(("row heights", kind), (blocks,), height_of)
        height = max(ROW_HEIGHT, max(heights) + 2 * PAD)
        low = height <= ROW_HEIGHT + 0.01
        given = (names, widths, blocks)
        by_stage.append(list(keeper.keep_row(("row", kind), given, cell, kind, options.style, y, height)))
        labels.append(row_label(kind, row_name(kind), options, y, ROW_HEIGHT if low else STEP + 2 * PAD))
        spans.append(RowSpan(kind, y, height))
        y += height + ROW_GAP
    joined = tuple(chain.from_iterable(each) for each in zip(*by_stage, strict=True)) if by_stage else ()
    bottom = y - ROW_GAP if labels else y
    return Rows(tuple(labels), tuple(map(tuple, joined)) or ((),) * len(stages), tuple(spans), bottom)


def kinds_of(asked: tuple[str, ...], cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return the rows with texts that are shown, in order."""
    there: frozenset[str] = frozenset() if asked else frozenset(chain.from_iterable(cells))
    return tuple(kind for kind in rows_shown(asked, there) if kind not in WITHOUT_TEXTS)


def votes_in(keeper: Keeper, cells: Sequence[Cell], asked: tuple[str, ...]) -> bool:
    """Whether any text of the rows that are shown has votes."""
    return any(keeper.keep_row("votes in rows", (cells,), _has_votes, kinds_of(asked, cells)))


def _has_votes(texts: Cell, kinds: tuple[str, ...]) -> bool:
    return any(entry.votes for kind in kinds for entry in texts.get(kind, ()))


def row_label(kind: str, name: str, options: Options, y: float, height: float, record: str = "") -> Element:
    """Return a row's name, its first line in the middle of a height."""
    shown = text.wrap(name, SEMIBOLD, SMALL, options.label - 16.0, 2)
    lines = plain_lines(shown.lines, options.style.muted, SEMIBOLD)
    top = y + (height - STEP) / 2 if len(lines) < 2 else y + PAD
    rect = Rect(options.margin + 12.0, top, options.label - 12.0, len(lines) * STEP)
    return Element("row", record or cell_name(kind, ""), rect, lines, GROUND, name if shown.cut else "")
