"""Rows below the lanes: what stages suffer, what could be done, how it is measured.

A stage shows its own notes, or those of its touchpoints where it has none; a row that is empty everywhere is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeVar

from journey_editor.assets import _
from journey_editor.core.records import Metric, Note, Opportunity
from journey_editor.layout import text
from journey_editor.layout.cards import CARD_INSET
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.layers import GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Ink, Line, Primitive, Rect
from journey_editor.layout.style import REGULAR, SEMIBOLD, SMALL, Style
from journey_editor.layout.votes import pill, pill_width

AnyRecord = TypeVar("AnyRecord")
Attached = tuple[tuple[AnyRecord, ...] | None, ...]
"""What hangs on each of some records, None where nothing does."""

OPPORTUNITY, METRIC = "opportunity", "metric"
"""The rows that are no kind of note; a map's `rows` may name them to give them a place."""

ROW_HEIGHT = 32.0
ROW_GAP = 4.0

STEP = 13.2
_LINES_EACH, _TEXTS = 3, 3
_BETWEEN = 4.0
_LEFT, _RIGHT = 10.0, 6.0
_BAR = 3.0
_PAD = 2.8
_PILL = 13.0  # height of votes, which stay within their line
_BEFORE_PILL = 6.0
_BESIDE_PILL = 72.0  # the least room for words beside votes; with less these stand below the words


class Entry(NamedTuple):
    """A text of a cell, the record that it is of, and how many votes it has."""

    record: str
    text: str
    votes: int = 0


class _Block(NamedTuple):
    """An entry's lines, with the height at which they begin in their cell; its votes may stand `below` them."""

    record: str
    top: float
    lines: tuple[str, ...]
    tip: str
    votes: int = 0
    below: bool = False

    @property
    def height(self) -> float:
        """How high it is, its votes included."""
        return (len(self.lines) + self.below) * STEP


Entries = tuple[tuple[str, Entry], ...]
"""Texts of any kind, each with its kind of row."""

Cell = Mapping[str, tuple[Entry, ...]]
"""The texts of a stage by their kind."""

Elements = tuple[Element, ...]


class Rows(NamedTuple):
    """Rows: their names, what stands in them by stage, relative to its left end, and where they end."""

    labels: Elements
    by_stage: tuple[Elements, ...]
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
    top = y
    for kind in _kinds(asked, cells):
        given = ((cell.get(kind, ()), width) for cell, (_id, width) in zip(cells, stages, strict=True))
        blocks = keeper.keep_each(("row texts", kind), given, _blocks)
        height = max(ROW_HEIGHT, *(_height(each) + 2 * _PAD for each in blocks if each))
        low = height <= ROW_HEIGHT + 0.01
        given = ((*stage, each) for stage, each in zip(stages, blocks, strict=True))
        by_stage.append(list(keeper.keep_each(("row", kind), given, _cell, kind, options.style, y, height)))
        labels.append(row_label(kind, row_name(kind), options, y, ROW_HEIGHT if low else STEP + 2 * _PAD))
        y += height + ROW_GAP
    joined = tuple(chain.from_iterable(each) for each in zip(*by_stage, strict=True)) if by_stage else ()
    return Rows(tuple(labels), tuple(map(tuple, joined)) or ((),) * len(stages), y - ROW_GAP if labels else top)


def entries_of(
    notes: Attached[Note], opportunities: Attached[Opportunity], metrics: Attached[Metric], private: bool
) -> Entries:
    """Return what hangs on some records and is shown in rows; settled notes and dropped opportunities are not."""
    found: list[tuple[str, Entry]] = []
    for each in filter(None, notes):
        found += [(note.kind, Entry(note.id, note.text, note.votes)) for note in each if _is_shown(note, private)]
    for each in filter(None, opportunities):
        found += [
            (OPPORTUNITY, Entry(opportunity.id, opportunity.text, opportunity.votes))
            for opportunity in each
            if opportunity.status != "dropped" and text.clean(opportunity.text)
        ]
    for each in filter(None, metrics):
        found += [(METRIC, Entry(metric.id, metric_text(metric))) for metric in each if metric_text(metric)]
    return tuple(found)


def votes_in(cells: Sequence[Cell], asked: tuple[str, ...]) -> bool:
    """Whether any text of the rows that are shown has votes."""
    return any(entry.votes for kind in _kinds(asked, cells) for cell in cells for entry in cell.get(kind, ()))


def cell_of(own: Entries, below: tuple[Entries, ...]) -> Cell:
    """Sort the texts of a stage into rows: those of its own, or those of its touchpoints `below` it, block by block."""
    taken = {kind for kind, _entry in own}
    found: dict[str, tuple[Entry, ...]] = {}
    for kind, entry in (*own, *(each for each in chain.from_iterable(below) if each[0] not in taken)):
        found[kind] = (*found.get(kind, ()), entry)
    return found


def row_name(kind: str) -> str:
    """Return what people call a row: a kind of note, opportunities or metrics."""
    names = {
        "goal": _("Goals"),
        "action": _("Does"),
        "thought": _("Thinks"),
        "quote": _("Says"),
        "expectation": _("Expects"),
        "question": _("Questions"),
        "pain_point": _("Pain points"),
        "gain": _("Gains"),
        "success_criterion": _("Success"),
        "policy": _("Policies"),
        "other": _("Notes"),
        OPPORTUNITY: _("Opportunities"),
        METRIC: _("Measured by"),
    }
    return names.get(kind) or text.flat(kind) or _("Notes")


def metric_text(metric: Metric) -> str:
    """Return a metric in one line: "Time to value 65 → 38 days"."""
    values = [value for value in (metric.current, metric.target) if value is not None]
    numbers = "\u00a0→\u00a0".join(f"{value:,.10g}".replace(",", "\u00a0") for value in dict.fromkeys(values))
    unit = text.flat(metric.unit).replace(" ", "\u00a0")
    measured = f"{numbers}\u00a0{unit}" if numbers and unit else numbers
    return " ".join(filter(None, (text.flat(metric.name), measured)))


def _kinds(asked: tuple[str, ...], cells: Sequence[Cell]) -> Iterator[str]:
    """Yield the kinds of the rows that are shown, in order."""
    there = set(chain.from_iterable(cells))
    kinds = [*(asked or ("pain_point",)), *(kind for kind in (OPPORTUNITY, METRIC) if kind not in asked)]
    return (kind for kind in dict.fromkeys(kinds) if kind in there)


def _is_shown(note: Note, private: bool) -> bool:
    return bool(text.clean(note.text)) and not note.resolved and (private or not note.private)


def _cell(
    stage: str, width: float, blocks: tuple[_Block, ...], kind: str, style: Style, y: float, height: float
) -> Elements:
    """Return the ground and the texts of a stage's cell, relative to the stage's left end; nothing for no texts."""
    if not blocks:
        return ()
    low = height <= ROW_HEIGHT + 0.01
    rect = Rect(CARD_INSET, y, width - 2 * CARD_INSET, height)
    found = [Element("row", f"{kind}:{stage}", rect, ground(kind, rect.width, height, style), GROUND)]
    top = y + (height - _height(blocks)) / 2 if low else y + _PAD
    for block in blocks:
        where = Rect(rect.x + _LEFT, top + block.top, rect.width - _LEFT, block.height)
        if block.record:
            right = None if block.below else where.width - _RIGHT
            parts = entry_parts(block.lines, block.votes, right, style)
            found.append(Element("note", block.record, where, parts, GROUND, block.tip))
        else:
            lines = plain_lines(block.lines, style.muted)
            found.append(Element("row", f"{kind}:{stage}:more", where, lines, GROUND, block.tip))
    return tuple(found)


def row_label(kind: str, name: str, options: Options, y: float, height: float) -> Element:
    """Return a row's name, its first line in the middle of a height."""
    shown = text.wrap(name, SEMIBOLD, SMALL, options.label - 16.0, 2)
    lines = plain_lines(shown.lines, options.style.muted, SEMIBOLD)
    top = y + (height - STEP) / 2 if len(lines) < 2 else y + _PAD
    rect = Rect(options.margin + 12.0, top, options.label - 12.0, len(lines) * STEP)
    return Element("row", f"{kind}:", rect, lines, GROUND, name if shown.cut else "")


def _cell_room(width: float) -> float:
    return max(width - 2 * CARD_INSET - _LEFT - _RIGHT, 20.0)


@lru_cache(maxsize=4096)
def _blocks(entries: tuple[Entry, ...], width: float) -> tuple[_Block, ...]:
    """Break the texts of a cell into lines, below each other; `width` is the stage's."""
    found: list[_Block] = []
    top, room = 0.0, _cell_room(width)
    for entry in entries[:_TEXTS]:
        beside = room - pill_width(entry.votes) - _BEFORE_PILL if entry.votes else room
        below = bool(entry.votes) and beside < _BESIDE_PILL
        wrapped = text.wrap(entry.text, REGULAR, SMALL, room if below else beside, _LINES_EACH)
        tip = entry.text if wrapped.cut else ""
        found.append(_Block(entry.record, top, wrapped.lines, tip, entry.votes, below))
        top += found[-1].height + _BETWEEN
    if len(entries) > _TEXTS:
        more = text.ellipsis(_("+{count} more").format(count=len(entries) - _TEXTS), REGULAR, SMALL, room)
        found.append(_Block("", top, (more,), ""))
    return tuple(found)


def _height(blocks: tuple[_Block, ...]) -> float:
    return blocks[-1].top + blocks[-1].height if blocks else 0.0


@lru_cache(maxsize=8192)
def entry_parts(lines: tuple[str, ...], votes: int, right: float | None, style: Style) -> tuple[Primitive, ...]:
    """Return the lines of a text, and its votes beside the first one up to a right edge, or (None) below the last."""
    words = plain_lines(lines, style.ink)
    if not votes:
        return words
    half = pill_width(votes) / 2
    x, y = (half, len(lines) * STEP) if right is None else (right - half, 0.0)
    return (*words, *pill(votes, x, y + STEP / 2, style, _PILL))


@lru_cache(maxsize=1024)
def ground(kind: str, width: float, height: float, style: Style) -> tuple[Box, Box]:
    """Return the sheet of a cell, its edge in the colour of its kind."""
    sheet = Box(0.0, 0.0, width, height, Ink(fill=style.panel, fill_opacity=0.8), 4.0)
    return sheet, Box(0.0, 0.0, _BAR, height, Ink(fill=_bar_color(kind, style)), 1.0)


def _bar_color(kind: str, style: Style) -> str:
    colors = {"pain_point": style.pain_shape, "gain": style.good_shape}
    colors |= {OPPORTUNITY: style.good_shape, METRIC: style.metric_shape}
    return colors.get(kind, style.nobody)


@lru_cache(maxsize=8192)
def plain_lines(lines: tuple[str, ...], color: str, face: str = REGULAR) -> tuple[Line, ...]:
    """Return the lines of a text, below each other from the top of their element."""
    return tuple(
        text.line(words, 0.0, 10.6 + index * STEP, face=face, size=SMALL, color=color)
        for index, words in enumerate(lines)
    )
