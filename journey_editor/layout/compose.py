"""A whole map, laid out: from records to the one list that every painter paints.

The map is made of parts that are kept from picture to picture while what they are made from is equal: an edit costs
what it changes, and equal parts are the very same objects, which tells the canvas what to leave alone.
"""

from dataclasses import replace
from typing import Any

from journey_editor.core.journey import Journey
from journey_editor.layout.arrows import arrows_of
from journey_editor.layout.band import Band, band_in
from journey_editor.layout.blocks import Block, attached, blocks_of, shape_of
from journey_editor.layout.cards import Badges, badges_of, card
from journey_editor.layout.feelings import Feelings
from journey_editor.layout.grid import Columns, columns_of
from journey_editor.layout.headers import HEAD_HEIGHT, HeadTexts, head, head_texts
from journey_editor.layout.hints import hint
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.lanes import Lanes, label_width, lane_elements, lanes_below, lanes_shown, lanes_used
from journey_editor.layout.layers import CARDS, GROUND, PAPER
from journey_editor.layout.legend import legend
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Grid, Ink, Picture, Rect
from journey_editor.layout.routes import Field, field_of
from journey_editor.layout.rows import Entries, cells_of, entries_of, rows_of
from journey_editor.layout.style import Style
from journey_editor.layout.title import title_block

GAP = 8.0

Elements = tuple[Element, ...]
Attached = tuple[tuple[Any, ...] | None, ...]


def compose(journey: Journey, options: Options) -> Picture:
    """Lay out a whole map as a picture in points; nothing of it overlaps, and what is cut ends in an ellipsis."""
    keeper = Keeper((journey.map.id, options))
    picture = _Composer(journey, options, keeper).picture()
    keeper.remember()
    return picture


class _Composer:
    """One map on its way to a picture: its columns first, then what lies in them, from top to bottom."""

    def __init__(self, journey: Journey, options: Options, keeper: Keeper) -> None:
        self._journey = journey
        self._keep = keep = keeper.keep
        names = tuple(owner.name for owner in journey.owners)
        options = replace(options, label=keep("label", (names, options.label), label_width))
        self._options = options
        self._blocks = blocks_of(journey)
        self._shapes = tuple(keep(("shape", each.key), (each, options.column), shape_of) for each in self._blocks)
        self._notes, self._opportunities, self._metrics = (
            keep(("attached", kind), (self._shapes, records), attached)
            for kind, records in enumerate((journey.notes, journey.opportunities, journey.metrics))
        )
        self._heads = tuple(
            keep(("head", stage.id), (stage, journey.notes.get(stage.id, ()), options.private), head_texts)
            for stage in journey.stages
        )
        self._used_lanes = keep("lanes used", (self._shapes,), lanes_used)
        used = frozenset(lane for lane, _cards in self._used_lanes)
        self._order = lanes_shown(tuple(owner.id for owner in journey.owners), used)
        stages = tuple(stage.id for stage in journey.stages)
        given = (stages, self._by_stage(self._shapes), self._heads, self._order, options)
        self._columns = keep("columns", given, columns_of)
        self._feelings = Feelings(keeper, self._blocks, self._columns, options)

    def picture(self) -> Picture:
        """Return the whole picture."""
        options, columns, feelings = self._options, self._columns, self._feelings
        above, y = self._above()
        room = options.band + GAP if feelings and not options.overlay else 0.0
        given = (self._order, self._used_lanes, self._journey.owners, options, y + room)
        lanes = self._keep("lanes", given, lanes_below)
        field = self._keep("field", (columns, lanes), field_of)
        arrows, used = self._arrows(field)
        cards, shown = self._cards(field, lanes)
        below, y_end = self._below(lanes.bottom, used | shown | feelings.used)
        grounds = self._keep("lane elements", (lanes, options, columns.right), lane_elements)
        sheet = Rect(0.0, 0.0, columns.right + options.margin, y_end + options.margin)
        paper = self._keep("paper", (sheet, options.style), _paper)
        if not feelings:
            elements = (paper, *grounds, *above, *below, *arrows, *cards)
            return Picture(
                sheet.width, sheet.height, elements, Grid(columns.stages, columns.columns, lanes.spans, None)
            )
        band = self._band(lanes, y)
        low, words, faces = feelings.low(band), feelings.words(band, field.rects), feelings.faces(band)
        elements = (paper, *grounds, *above, *below, *low, *arrows, *cards, *words, *faces)
        grid = Grid(columns.stages, columns.columns, lanes.spans, band.rect, band.zero_y, band.unit)
        return Picture(sheet.width, sheet.height, elements, grid)

    def _above(self) -> tuple[Elements, float]:
        """Return title, heads and hint, and where the next thing begins."""
        options, columns = self._options, self._columns
        y = options.margin
        titles: Elements = ()
        if options.title:
            titles, y = self._title(y - GAP)
        heads = self._keep("heads", (self._heads, columns, options.style, y), _heads)
        y += HEAD_HEIGHT + GAP if heads else 0.0
        hints, y = hint(self._journey, options, columns.left, columns.right, y)
        return (*titles, *heads, *hints), y

    def _band(self, lanes: Lanes, y: float) -> Band:
        """Return where the curve lies: in a band of its own, or over all lanes."""
        width = self._columns.right - self._columns.left
        if self._options.overlay:
            return band_in(Rect(self._columns.left, lanes.top, width, lanes.bottom - lanes.top))
        return band_in(Rect(self._columns.left, y, width, self._options.band))

    def _below(self, y: float, used: set[str]) -> tuple[Elements, float]:
        """Return rows and legend, and where they end."""
        options, columns = self._options, self._columns
        rows: Elements = ()
        if options.rows:
            given = (*self._texts(), self._journey.map.rows, columns, options, y + GAP)
            rows, end = self._keep("rows", given, _rows)
            y = end if rows else y
        signs: Elements = ()
        if options.legend:
            given = (frozenset(used), options, columns.right, y + GAP)
            signs, end = self._keep("legend", given, legend)
            y = end if signs else y
        return (*rows, *signs), y

    def _by_stage(self, parts: tuple[Any, ...]) -> tuple[tuple[Any, ...], ...]:
        """Gather what is by block by stage."""
        found: dict[str, list[Any]] = {stage.id: [] for stage in self._journey.stages}
        for block, part in zip(self._blocks, parts, strict=True):
            found[block.stage.id].append(part)
        return tuple(map(tuple, found.values()))

    def _title(self, y: float) -> tuple[Elements, float]:
        journey = self._journey
        used = self._evidence() if journey.evidence else ()
        evidence = tuple(each for each in journey.evidence if each.id in used)
        given = (journey.map, journey.persona, evidence, self._options, self._columns.right, y)
        return self._keep("title", given, title_block)

    def _evidence(self) -> set[str]:
        """Return what the records of the map rest on."""
        journey = self._journey
        found: set[str] = set(self._keep("evidence above", (journey.stages, journey.transitions), _evidence_of))
        own = (*(each.id for each in (*journey.stages, *journey.transitions)), journey.map.id)
        for kind in (journey.notes, journey.metrics):
            found.update(_evidence_of(*filter(None, map(kind.get, own))))
        for block, notes, metrics in zip(self._blocks, self._notes, self._metrics, strict=True):
            given = (*block.columns, *notes, *metrics)
            found |= self._keep(("evidence", block.key), given, _evidence_of)
        return found

    def _texts(self) -> tuple[tuple[str, ...], tuple[Entries, ...], tuple[Entries, ...]]:
        """Return the stages, the texts of their own, and those of their touchpoints."""
        journey, private = self._journey, self._options.private
        stages = tuple(stage.id for stage in journey.stages)
        kinds = (journey.notes, journey.opportunities, journey.metrics)
        own = tuple(
            self._keep(("stage texts", stage), (*((kind.get(stage),) for kind in kinds), private), entries_of)
            for stage in stages
        )
        below = tuple(
            self._keep(("texts", block.key), (*hanging, private), entries_of)
            for block, *hanging in zip(self._blocks, self._notes, self._opportunities, self._metrics, strict=True)
        )
        return stages, own, tuple(sum(each, ()) for each in self._by_stage(below))

    def _arrows(self, field: Field) -> tuple[Elements, set[str]]:
        journey, style = self._journey, self._options.style
        phases = tuple(stage.phase for stage in journey.stages)

        def make(*_given: object) -> tuple[Elements, set[str]]:
            return arrows_of(journey, field, style)

        return self._keep("arrows", (field, self._shapes, phases, journey.transitions, style), make)

    def _cards(self, field: Field, lanes: Lanes) -> tuple[Elements, set[str]]:
        """Return all cards, and which of the legend's things their marks are."""
        options = self._options
        found: list[Element] = []
        used: set[str] = set()
        begin = 0

        def make(block: Block, notes: Attached, opportunities: Attached, *_given: object) -> tuple[Elements, set[str]]:
            return _cards(block, notes, opportunities, field, lanes, options)

        for block, notes, planned in zip(self._blocks, self._notes, self._opportunities, strict=True):
            end = begin + len(block.columns)
            given = (block, notes, planned, self._columns.columns[begin:end], lanes, options)
            elements, marks = self._keep(("cards", block.key), given, make)
            found += elements
            used |= marks
            begin = end
        return tuple(found), used


def _paper(sheet: Rect, style: Style) -> Element:
    return Element("paper", "", sheet, (Box(*sheet, Ink(style.paper)),), PAPER)


def _heads(heads: tuple[HeadTexts, ...], columns: Columns, style: Style, y: float) -> Elements:
    found: list[Element] = []
    last = len(heads) - 1
    for index, (span, texts) in enumerate(zip(columns.stages, heads, strict=True)):
        made = head(texts, span.width, index == 0, index == last, style)
        found.append(
            Element("stage", span.stage, Rect(span.x, y, span.width, HEAD_HEIGHT), made.parts, GROUND, made.tip)
        )
    return tuple(found)


def _rows(
    stages: tuple[str, ...],
    own: tuple[Entries, ...],
    below: tuple[Entries, ...],
    asked: tuple[str, ...],
    columns: Columns,
    options: Options,
    y: float,
) -> tuple[Elements, float]:
    return rows_of(cells_of(stages, own, below), asked, columns, options, y)


def _cards(
    block: Block, notes: Attached, opportunities: Attached, field: Field, lanes: Lanes, options: Options
) -> tuple[Elements, set[str]]:
    """Return the cards of a block, and which of the legend's things their marks are."""
    found: list[Element] = []
    used: set[str] = set()
    touchpoints = (touchpoint for column in block.columns for touchpoint in column)
    for touchpoint, mine, planned in zip(touchpoints, notes, opportunities, strict=True):
        rect = field.rects[touchpoint.id]
        badges = badges_of(touchpoint, mine or (), planned or (), options.private)
        used.update(name for name, shown in zip(Badges._fields, badges, strict=True) if shown)
        color = lanes.colors[field.seats[touchpoint.id].row]
        made = card(touchpoint.title, touchpoint.channel, badges, rect.width, color, options.style)
        found.append(Element("card", touchpoint.id, rect, made.parts, CARDS, made.tip))
    return tuple(found), used


def _evidence_of(*groups: tuple[Any, ...] | None) -> frozenset[str]:
    """Return the evidence that groups of records rest on."""
    return frozenset(each for group in groups if group for record in group for each in record.evidence)
