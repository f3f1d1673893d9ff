"""The blocks of a report as pieces: prose, numbers, lists, tables, and room to write by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from journey_editor.interchange.report.parts import (
    Block,
    Column,
    Curve,
    Entries,
    Entry,
    Fact,
    Facts,
    Prose,
    Said,
    Section,
    Table,
    Tone,
)
from journey_editor.layout.primitives import Box, Ink, Line, Primitive
from journey_editor.picture import Curve as Drawn
from journey_editor.poster.report import type as font
from journey_editor.poster.report.chart import HIGH, LOW, chart
from journey_editor.poster.report.piece import Piece, bound, together
from journey_editor.poster.report.progress import bar
from journey_editor.poster.report.signs import sign
from journey_editor.poster.report.type import GROUND, STYLE, Font, broken, line, width

GUTTER = 17.0
"""Where the words of an entry begin, right of its sign."""

PAD = 12.0
_TILE, _TILE_GAP, _TILE_PAD = 88.0, 8.0, 9.0
_RULE = 22.0
_FEW = 4  # lines that are never parted
_BAR = 9.0
_FOUND = ("high", "medium", "low", "info")  # what was found: its sentence stands below its place


def section_pieces(section: Section, room: float, drawn: Drawn, compact: bool = False) -> list[Piece]:
    """Return a section as pieces, its heading with what follows; `room` is the width of the text.

    `compact` ones have less room around headings, and a lower curve.
    """
    pieces = _heading(section, room, compact)
    for block, after in zip_longest(section.blocks, section.blocks[1:]):
        found = block_pieces(block, room, drawn, compact)
        if isinstance(block, Prose) and isinstance(after, Table | Entries) and found:
            found[-1] = replace(found[-1], stays=True)  # what leads to a list stands above it
        pieces += found
    return pieces


def block_pieces(block: Block, room: float, drawn: Drawn, compact: bool = False) -> list[Piece]:
    """Return a block as pieces."""
    match block:
        case Prose():
            return _prose(block.words, block.tone, room)
        case Facts():
            return _facts(block.facts, room)
        case Entries():
            return [piece for entry in block.entries for piece in _entry(entry, room)]
        case Table():
            return _table(block, room)
        case Curve():
            return chart(block, room, drawn, LOW if compact else HIGH)
        case _:
            return ruled(block.least, room)


def ruled(count: int, room: float) -> list[Piece]:
    """Return lines to write on."""
    rule = Box(0.0, _RULE - 0.6, room, 0.6, Ink(fill=STYLE.quiet))
    return [Piece(_RULE, (rule,)) for _line in range(count)]


def _heading(section: Section, room: float, compact: bool) -> list[Piece]:
    kind = font.HEADING if section.level == 1 and not compact else font.SUBHEADING
    above = 11.0 if compact else 24.0 if section.level == 1 else 13.0
    lines = broken(section.heading, kind, room)
    pieces: list[Piece] = []
    for at, words in enumerate(lines):
        before = above if at == 0 else 0.0
        mark = (section.heading, section.level - 1) if at == 0 else None
        pieces.append(Piece(kind.step, (line(words, kind, 0.0, 0.0),), before, True, mark))
    return [*pieces, Piece(4.0 if section.level == 1 and not compact else 1.0, (), 0.0, True)]


def _prose(words: str, tone: Tone, room: float) -> list[Piece]:
    lines = _lines(words, font.BODY, room, tone)
    return _spaced(together([Piece(font.BODY.step, (each,)) for each in lines]), 4.0)


def _facts(facts: Sequence[Fact], room: float) -> list[Piece]:
    """Return numbers as tiles, as many side by side as fit."""
    count = max(1, int((room + _TILE_GAP) / (_TILE + _TILE_GAP)))
    wide = (room - _TILE_GAP * (count - 1)) / count
    pieces: list[Piece] = []
    for begin in range(0, len(facts), count):
        tiles = [_tile(each, wide - 2 * _TILE_PAD) for each in facts[begin : begin + count]]
        height = max(used for _parts, used in tiles) + 2 * _TILE_PAD
        parts: list[Primitive] = []
        for at, (lines, _used) in enumerate(tiles):
            x = at * (wide + _TILE_GAP)
            parts.append(Box(x, 0.0, wide, height, Ink(fill=GROUND), 6.0))
            parts += (line(words, kind, x + _TILE_PAD, _TILE_PAD + top, tone) for words, kind, top, tone in lines)
        pieces.append(Piece(height, tuple(parts), _TILE_GAP if begin else 4.0))
    return [*pieces, Piece(4.0)] if pieces else []


def _tile(fact: Fact, room: float) -> tuple[list[tuple[str, Font, float, Tone]], float]:
    """Return the lines of a tile with their tops, and how high they are."""
    number = font.NUMBER if width(fact.number, font.NUMBER) <= room else font.HEADING
    said: tuple[tuple[str, Font, Tone], ...] = (
        (fact.number, number, "plain"), (fact.words, font.SMALL, "muted"), _more_of(fact),
    )  # fmt: skip
    found: list[tuple[str, Font, float, Tone]] = []
    y = 0.0
    for words, kind, tone in said:
        for each in broken(words, kind, room) if words else ():
            found.append((each, kind, y, tone))
            y += kind.step
    return found, y


def _more_of(fact: Fact) -> tuple[str, Font, Tone]:
    return fact.more.words, font.SMALL, "muted" if fact.more.tone == "plain" else fact.more.tone


def _entry(entry: Entry, room: float) -> list[Piece]:
    """Return an entry: its sign, its name, what follows on the same line where it fits, then the rest."""
    inner = room - GUTTER
    lines: list[tuple[Line, ...]] = [(each,) for each in _lines(entry.lead, font.LEAD, inner, "plain", GUTTER)]
    last = lines[-1][0].width if lines else 0.0
    is_found = entry.sign in _FOUND
    if entry.rest and not is_found and lines and last + 6.0 + width(entry.rest, font.BODY) <= inner:
        lines[-1] += (line(entry.rest, font.BODY, GUTTER + last + 6.0, 0.0, _rest_tone(entry)),)
    elif entry.rest:
        lines += ((each,) for each in _lines(entry.rest, font.BODY, inner, _rest_tone(entry), GUTTER))
    for said in entry.more:
        lines += ((each,) for each in _lines(said.words, font.BODY, inner, said.tone, GUTTER))
    pieces = [Piece(font.BODY.step, each) for each in lines]
    if entry.course is not None:
        parts = bar(entry.course, GUTTER, 3.0, min(inner, 180.0), _bar_color(entry))
        pieces.append(Piece(_BAR, parts))
    if pieces:
        mark = sign(entry.sign, 5.0, font.BODY.step / 2 + 0.4)
        pieces[0] = Piece(font.BODY.step, (*mark, *pieces[0].parts))
    return _spaced(bound(pieces) if len(pieces) <= _FEW + 2 else together(pieces), 4.5)


def _rest_tone(entry: Entry) -> Tone:
    return "plain" if entry.sign in _FOUND else "muted"


def _bar_color(entry: Entry) -> str:
    return STYLE.gold_shape if entry.sign == "moment" else STYLE.metric_shape


def _table(table: Table, room: float) -> list[Piece]:
    """Return a table: its head again on each page, rows parted only where they are long, never one row alone."""
    wide = _widths(table, room)
    head = _head(table.columns, wide, room)
    pieces = [Piece(head.height, head.parts, 5.0, True)]
    rows = [_row(row, table.columns, wide, room, head) for row in table.rows]
    for at, row in enumerate(rows):
        if at == len(rows) - 2:  # the last row does not stand alone on a page
            row[-1] = replace(row[-1], stays=True)
        pieces += row
    return [*pieces, Piece(6.0)]


def _widths(table: Table, room: float) -> list[float]:
    whole = sum(each.share for each in table.columns)
    return [room * each.share / whole for each in table.columns]


def _head(columns: Sequence[Column], wide: Sequence[float], room: float) -> Piece:
    cells = [broken(each.heading, font.HEAD, space - PAD) for each, space in zip(columns, wide, strict=True)]
    height = max((len(each) for each in cells), default=1) * font.HEAD.step + 5.0
    parts: list[Primitive] = []
    for lines, column, (x, end) in zip(cells, columns, _edges(wide), strict=True):
        top = height - 5.0 - len(lines) * font.HEAD.step
        for at, words in enumerate(lines):
            parts.append(_in_cell(words, font.HEAD, column, x, end, top + at * font.HEAD.step, "muted"))
    parts.append(Box(0.0, height - 0.8, room, 0.8, Ink(fill=STYLE.ink)))
    return Piece(height, tuple(parts))


def _row(
    row: Sequence[Said], columns: Sequence[Column], wide: Sequence[float], room: float, head: Piece
) -> list[Piece]:
    """Return a row as one piece for each of its lines, so that it may be parted between any two."""
    cells = [broken(said.words, font.CELL, space - PAD) for said, space in zip(row, wide, strict=True)]
    lines = list(zip_longest(*cells, fillvalue="")) or [()]
    pieces: list[Piece] = []
    for at, words in enumerate(lines):
        top = 4.0 if at == 0 else 0.0
        height = top + font.CELL.step + (4.0 if at == len(lines) - 1 else 0.0)
        parts: list[Primitive] = [
            _in_cell(each, font.CELL, column, x, end, top, said.tone)
            for each, said, column, (x, end) in zip(words, row, columns, _edges(wide), strict=True)
            if each
        ]
        if at == len(lines) - 1:
            parts.append(Box(0.0, height - 0.5, room, 0.5, Ink(fill=STYLE.line)))
        pieces.append(Piece(height, tuple(parts), heads=(head,)))
    return bound(pieces) if len(pieces) <= _FEW else together(pieces)


def _edges(wide: Sequence[float]) -> Iterable[tuple[float, float]]:
    """Yield where the words of each column begin and end."""
    x = 0.0
    for each in wide:
        yield x, x + each - PAD
        x += each


def _in_cell(words: str, kind: Font, column: Column, x: float, end: float, top: float, tone: Tone) -> Line:
    """Return a line in a cell: numbers end at its right."""
    return line(words, kind, end if column.numbers else x, top, tone, "end" if column.numbers else "start")


def _lines(words: str, kind: Font, room: float, tone: Tone, x: float = 0.0) -> list[Line]:
    return [line(each, kind, x, 0.0, tone) for each in broken(words, kind, room)]


def _spaced(pieces: list[Piece], before: float) -> list[Piece]:
    """Return pieces with room above them."""
    if not pieces:
        return []
    return [replace(pieces[0], before=before), *pieces[1:]]
