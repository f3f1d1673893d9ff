"""A whole map, laid out: from records to the one list that every painter paints.

The map is made of parts that are kept from picture to picture while what they are made from is equal: an edit costs
what it changes, and equal parts are the very same objects, which tells the canvas what to leave alone.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from journey_editor.core.journey import Journey
from journey_editor.core.records import Note, Stage
from journey_editor.layout.arrows import arrows_of
from journey_editor.layout.band import Band, band_in
from journey_editor.layout.blocks import Block, attached, blocks_of, by_stage, shape_of
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
from journey_editor.layout.parking import has_votes, parking
from journey_editor.layout.primitives import Box, Element, Grid, Ink, Picture, Rect
from journey_editor.layout.routes import Field, field_of
from journey_editor.layout.rows import Entries, cells_of, entries_of, rows_of, votes_in
from journey_editor.layout.style import Style
from journey_editor.layout.title import title_block

GAP = 8.0

Elements = tuple[Element, ...]
Attached = tuple[tuple[Any, ...] | None, ...]


def compose(journey: Journey, options: Options, is_kept: bool = True) -> Picture:
    """Lay out a whole map as a picture in points; nothing of it overlaps, and what is cut ends in an ellipsis.

    What is not kept is small and leaves the parts of large pictures where they are remembered.
    """
    keeper = Keeper((journey.map.id, options))
    picture = _Composer(journey, options, keeper).picture()
    if is_kept:
        keeper.remember()
    return picture


class _Composer:
    """One map on its way to a picture: its columns first, then what lies in them, from top to bottom."""

    def __init__(self, journey: Journey, options: Options, keeper: Keeper) -> None:
        self._journey = journey
        self._keep, self._keep_each = keep, keep_each = keeper.keep, keeper.keep_each
        names = tuple(owner.name for owner in journey.owners)
        options = replace(options, label=keep("label", (names, options.label), label_width))
        self._options = options
        columns = ((stage, journey.columns_by_stage[stage.id]) for stage in journey.stages)
        blocks = keep_each("blocks", columns, blocks_of)
        self._counts = tuple(map(len, blocks))
        self._blocks = tuple(chain.from_iterable(blocks))
        self._shapes = keep_each("shapes", zip(self._blocks), shape_of, options.column)
        self._notes, self._opportunities, self._metrics = (
            keep(("attached", kind), (self._shapes, records), attached)
            for kind, records in enumerate((journey.notes, journey.opportunities, journey.metrics))
        )
        goals = [journey.notes.get(stage.id, ()) for stage in journey.stages]
        self._heads = keep_each("head texts", zip(journey.stages, goals, strict=True), head_texts, options.private)
        self._used_lanes = keep("lanes used", (self._shapes,), lanes_used)
        used = frozenset(lane for lane, _cards in self._used_lanes)
        self._order = lanes_shown(tuple(owner.id for owner in journey.owners), used)
        self._stages = tuple(stage.id for stage in journey.stages)
        given = (self._stages, self._counts, self._shapes, self._heads, self._order, options)
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
        y = options.margin if options.top is None else options.top
        titles: Elements = ()
        if options.title:
            titles, y = self._title(y - GAP)
        shown = self._heads if options.heads else ()
        heads = self._keep("heads", (shown, columns, options.style, y), _heads)
        y += HEAD_HEIGHT + GAP if heads else 0.0
        hints, y = hint(self._journey, options, columns.left, columns.right, y)
        return (*titles, *heads, *hints), y

    def _band(self, lanes: Lanes, y: float) -> Band:
        """Return where the curve lies: in a band of its own, or over all lanes."""
        width = self._columns.right - self._columns.left
        if self._options.overlay:
            return band_in(
                Rect(self._columns.left, lanes.top, width, lanes.bottom - lanes.top), self._options.form.point
            )
        return band_in(Rect(self._columns.left, y, width, self._options.band), self._options.form.point)

    def _below(self, y: float, used: set[str]) -> tuple[Elements, float]:
        """Return rows and legend, and where they end."""
        options, columns = self._options, self._columns
        rows: Elements = ()
        if options.rows:
            asked = self._journey.map.rows
            given = (self._stages, self._counts, *self._texts(), asked, columns, options, y + GAP)
            rows, end, voted = self._keep("rows", given, _rows)
            y = end if rows else y
            waiting = self._journey.notes.get(self._journey.map.id, ())
            parked, y = self._keep("parking", (waiting, columns, options, y), _parking)
            rows = (*rows, *parked)
            used |= {"votes"} if voted or has_votes(waiting, options.private) else set()
        signs: Elements = ()
        if options.legend:
            given = (frozenset(used), options, columns.right, y + GAP)
            signs, end = self._keep("legend", given, legend)
            y = end if signs else y
        return (*rows, *signs), y

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
        given = zip(self._blocks, self._notes, self._metrics, strict=True)
        return found.union(*self._keep_each("evidence", given, _evidence_in))

    def _texts(self) -> tuple[tuple[Entries, ...], tuple[Entries, ...]]:
        """Return the texts that stages have of their own, and by block those of their touchpoints."""
        journey, private = self._journey, self._options.private
        given = (journey.stages, journey.notes, journey.opportunities, journey.metrics)
        own = self._keep_each("stage texts", self._keep("on stages", given, _on_stages), entries_of, private)
        hanging = (self._notes, self._opportunities, self._metrics)
        return own, self._keep_each("texts", zip(*hanging, strict=True), entries_of, private)

    def _arrows(self, field: Field) -> tuple[Elements, set[str]]:
        journey, style = self._journey, self._options.style
        phases = [stage.phase for stage in journey.stages]

        def make(*_given: object) -> tuple[Elements, set[str]]:
            return arrows_of(journey, field, style)

        return self._keep("arrows", (field, self._shapes, phases, journey.transitions, style), make)

    def _cards(self, field: Field, lanes: Lanes) -> tuple[Elements, set[str]]:
        """Return all cards, and which of the legend's things their marks are."""
        options = self._options

        def make(block: Block, notes: Attached, opportunities: Attached, *_given: object) -> tuple[Elements, set[str]]:
            return _cards(block, notes, opportunities, field, lanes, options)

        given = zip(self._blocks, self._notes, self._opportunities, self._columns.blocks, strict=True)
        made = self._keep_each("cards", given, make, lanes, options)
        used: set[str] = set()
        used.update(*(marks for _elements, marks in made))
        return tuple(chain.from_iterable(elements for elements, _marks in made)), used


def _paper(sheet: Rect, style: Style) -> Element:
    return Element("paper", "", sheet, (Box(*sheet, Ink(style.paper)),), PAPER)


def _heads(heads: tuple[HeadTexts, ...], columns: Columns, style: Style, y: float) -> Elements:
    found: list[Element] = []
    last = len(heads) - 1
    for index, (span, texts) in enumerate(zip(columns.stages, heads, strict=True) if heads else ()):
        made = head(texts, span.width, index == 0, index == last, style)
        found.append(
            Element("stage", span.stage, Rect(span.x, y, span.width, HEAD_HEIGHT), made.parts, GROUND, made.tip)
        )
    return tuple(found)


def _on_stages(stages: tuple[Stage, ...], *kinds: Mapping[str, tuple[Any, ...]]) -> tuple[tuple[Attached, ...], ...]:
    """Return, stage by stage, what hangs on it of each kind."""
    return tuple(tuple((kind.get(stage.id),) for kind in kinds) for stage in stages)


def _rows(
    stages: tuple[str, ...],
    counts: tuple[int, ...],
    own: tuple[Entries, ...],
    texts: tuple[Entries, ...],
    asked: tuple[str, ...],
    columns: Columns,
    options: Options,
    y: float,
) -> tuple[Elements, float, bool]:
    """Return the rows, where the next thing begins, and whether any of their texts has votes."""
    below = tuple(tuple(chain.from_iterable(each)) for each in by_stage(counts, texts))
    cells = cells_of(stages, own, below)
    return *rows_of(cells, asked, columns, options, y), votes_in(cells, asked)


def _parking(notes: tuple[Note, ...], columns: Columns, options: Options, y: float) -> tuple[Elements, float]:
    """Return the parking lot and where it ends; without one that is where the rows do."""
    parked, end = parking(notes, columns, options, y + GAP)
    return parked, end if parked else y


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
        made = card(touchpoint.title, touchpoint.channel, badges, rect.width, color, options.style, options.form)
        found.append(Element("card", touchpoint.id, rect, made.parts, CARDS, made.tip))
    return tuple(found), used


def _evidence_in(block: Block, notes: Attached, metrics: Attached) -> frozenset[str]:
    return _evidence_of(*block.columns, *notes, *metrics)


def _evidence_of(*groups: tuple[Any, ...] | None) -> frozenset[str]:
    """Return the evidence that groups of records rest on."""
    return frozenset(each for group in groups if group for record in group for each in record.evidence)
