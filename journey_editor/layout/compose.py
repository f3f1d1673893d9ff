"""A whole map, laid out: from records to the one list that every painter paints.

The map is made of parts that are kept from picture to picture while what they are made from is equal: an edit costs
what it changes, and equal parts are the very same objects, which tells the canvas what to leave alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from journey_editor.core.flow import placed_transitions
from journey_editor.core.journey import Journey
from journey_editor.core.records import Note, Stage
from journey_editor.core.rows import STAGE_NUMBERS, TIME_AXIS
from journey_editor.layout.axis import axis
from journey_editor.layout.band import Band, band_in
from journey_editor.layout.blocks import Block, attached, blocks_of, by_stage, shape_of
from journey_editor.layout.cards import Badges, badges_of, card
from journey_editor.layout.cells import Elements
from journey_editor.layout.entries import Entries, cell_of, entries_of
from journey_editor.layout.feelings import Feelings
from journey_editor.layout.flow.composed import Flow
from journey_editor.layout.form import DESK
from journey_editor.layout.funnel import funnel
from journey_editor.layout.grid import BlockSpans, columns_of
from journey_editor.layout.headers import HEAD_HEIGHT, HeadTexts, head, head_texts
from journey_editor.layout.hints import hint
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.lanes import Lanes, label_for, lane_elements, lanes_below, lanes_shown, lanes_used
from journey_editor.layout.layers import CARDS, GROUND, PAPER
from journey_editor.layout.legend import legend
from journey_editor.layout.links import card_link, head_link
from journey_editor.layout.monograms import Marking, marking_of
from journey_editor.layout.openings import opening
from journey_editor.layout.options import Options
from journey_editor.layout.parking import has_votes, parking
from journey_editor.layout.persona import above, as_high, beside, persona_card
from journey_editor.layout.pictured import Portraits, portrait, portraits_in, room_for, with_picture
from journey_editor.layout.primitives import (
    Box,
    Element,
    Grid,
    Ink,
    Picture,
    Placed,
    Rect,
    RowSpan,
    Spans,
    Strip,
    TimeScale,
)
from journey_editor.layout.routes import Seats, seats_of
from journey_editor.layout.rows import Rows, rows_of, votes_in
from journey_editor.layout.style import Style
from journey_editor.layout.title import title_block

GAP = 8.0

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
        self._journey, self._keeper = journey, keeper
        self._keep, self._keep_row = keep, keep_row = keeper.keep, keeper.keep_row
        self._marking = keep("marking", (journey.map, journey.owners, options.style), marking_of)
        columns = [journey.columns_by_stage[stage.id] for stage in journey.stages]
        blocks = keep_row("blocks", (journey.stages, columns), blocks_of)
        self._counts = tuple(map(len, blocks))
        self._blocks = tuple(chain.from_iterable(blocks))
        self._shapes = keep_row("shapes", (self._blocks,), shape_of, options.column, self._marking.measured)
        self._notes, self._opportunities, self._metrics = (
            keep_row(("attached", kind), (self._shapes,), attached, records)
            for kind, records in enumerate((journey.notes, journey.opportunities, journey.metrics))
        )
        goals = [journey.notes.get(stage.id, ()) for stage in journey.stages]
        self._heads = keep_row("head texts", (journey.stages, goals), head_texts, options.private)
        self._used_lanes = keep("lanes used", (self._shapes,), lanes_used)
        used = frozenset(lane for lane, _cards in self._used_lanes)
        self._order = lanes_shown(self._marking.by, journey.owners, used)
        options = replace(options, label=keep("label", (self._order, journey.owners, options), label_for))
        self._options = options
        self._stages = tuple(stage.id for stage in journey.stages)
        self._flow = Flow(keeper, journey, self._blocks, self._shapes, self._order, options)
        given = (self._stages, self._counts, self._shapes, self._heads, self._order, self._flow.gaps, options)
        self._columns = keep("columns", given, partial(columns_of, keeper))
        self._feelings = Feelings(keeper, self._blocks, self._counts, self._columns, options)

    def picture(self) -> Picture:
        """Return the whole picture."""
        options, columns, feelings = self._options, self._columns, self._feelings
        above, heads, y = self._above()
        timed, time, y = self._axis(y)
        above = (*above, *timed)
        room = options.band + GAP if feelings and not options.overlay else 0.0
        given = (self._order, self._used_lanes, self._journey.owners, options, y + room, self._flow.plan.rooms)
        lanes = self._keep("lanes", given, lanes_below)
        seats = self._keep_row("seats", (columns.spans,), seats_of, lanes)
        arrows, far, used = self._flow.arrows(seats, columns, lanes)
        cards, shown = self._cards(seats)
        rows, below, y_end, row_spans = self._below(lanes.end, used | shown | feelings.used)
        grounds = self._keep("lane elements", (lanes, options, columns.right), lane_elements)
        sheet = Rect(0.0, 0.0, columns.right + options.margin, y_end + options.margin)
        paper = self._keep("paper", (sheet, options.style), _paper)
        nothing: tuple[Elements, ...] = ((),) * len(self._blocks)
        low, words, faces = (), nothing, nothing
        band = None
        if feelings:
            band = self._band(lanes, y)
            low, words, faces = feelings.low(band), feelings.words(band, seats), feelings.faces(band)
        parts = (heads, rows, arrows, cards, words, faces, columns.spans)
        strips = self._keep_row("strips", parts, _strip)
        ground = self._keep("ground", ((paper, *grounds, *above, *below, *low, *far),), _ground)
        placed = self._keep_row("placed", (columns.xs, strips), Placed)
        spans = Spans(placed)
        if band is None:
            grid = Grid(columns.stages, spans, lanes.spans, None, rows=row_spans, time=time)
        else:
            grid = Grid(columns.stages, spans, lanes.spans, band.rect, band.zero_y, band.unit, row_spans, time)
        return Picture(sheet.width, sheet.height, (ground, *placed), grid)

    def _above(self) -> tuple[Elements, tuple[Elements, ...], float]:
        """Return title and hint, the heads by block, and where the next thing begins."""
        options, columns = self._options, self._columns
        y = options.margin if options.top is None else options.top
        titles: Elements = ()
        if options.title:
            titles, y = self._title(y - GAP)
        people, y = self._persona(y)
        heads: Sequence[Elements] = ((),) * len(self._stages)
        if options.heads and self._stages:
            last = len(self._stages) - 1
            first, final = (True, *(False,) * last), (*(False,) * last, True)
            widths = tuple([span.width for span in columns.stages])
            given = (self._stages, widths, self._heads, first, final)
            heads = self._keep_row("heads", given, _head, options.style, y)
            y += HEAD_HEIGHT + GAP
        hints, y = hint(self._journey, options, columns.left, columns.right, y)
        return (*titles, *people, *hints), self._by_block(heads), y

    def _axis(self, y: float) -> tuple[Elements, TimeScale | None, float]:
        """Return the time axis where the map shows it, its scale, and where the next thing begins."""
        journey, columns, options = self._journey, self._columns, self._options
        if TIME_AXIS not in journey.map.rows or not options.heads or not self._stages:
            return (), None, y
        given = (journey.stages, columns.stages, journey.owners, columns.left, columns.right, options, y)
        made = self._keep("time axis", given, axis)
        return made.elements, made.scale, made.bottom + GAP

    def _band(self, lanes: Lanes, y: float) -> Band:
        """Return where the curve lies: in a band of its own, or over all lanes."""
        width = self._columns.right - self._columns.left
        point = self._options.form.point
        if self._options.overlay:
            return band_in(Rect(self._columns.left, lanes.top, width, lanes.bottom - lanes.top), point)
        return band_in(Rect(self._columns.left, y, width, self._options.band), point)

    def _below(self, y: float, used: set[str]) -> tuple[tuple[Elements, ...], Elements, float, tuple[RowSpan, ...]]:
        """Return what stands in rows by block, the rows' names and the legend, where they end and the rows lie."""
        options, columns = self._options, self._columns
        found: Elements = ()
        rows: Sequence[Elements] = ((),) * len(self._stages)
        spans: tuple[RowSpan, ...] = ()
        counted: Sequence[Elements] = ()
        if STAGE_NUMBERS in self._journey.map.rows and options.heads and self._stages:
            numbers = funnel(self._keeper, self._journey.stages, columns.stages, options, y + GAP)
            found, counted, y = numbers.labels, numbers.by_stage, numbers.bottom
        if options.rows:
            stages = tuple([(span.stage, span.width) for span in columns.stages])
            given = (self._counts, *self._texts(), stages, self._journey.map.rows, options, y + GAP)
            made, voted = self._keep("rows", given, self._rows)
            spans = made.spans
            if made.labels:
                found, rows, y = (*found, *made.labels), made.by_stage, made.bottom
            waiting = self._journey.notes.get(self._journey.map.id, ())
            parked, y = self._keep("parking", (waiting, columns.left, columns.right, options, y), _parking)
            found = (*found, *parked)
            used |= {"votes"} if voted or has_votes(waiting, options.private) else set()
        if options.legend:
            given = (frozenset(used), options, columns.right, y + GAP, self._marking.legend(used))
            signs, end = self._keep("legend", given, legend)
            found, y = (*found, *signs), end if signs else y
        if counted:
            rows = self._keep_row("numbers and rows", (counted, rows), _joined)
        return self._by_block(rows), found, y, spans

    def _rows(
        self,
        counts: tuple[int, ...],
        own: tuple[Entries, ...],
        texts: tuple[Entries, ...],
        stages: tuple[tuple[str, float], ...],
        asked: tuple[str, ...],
        options: Options,
        y: float,
    ) -> tuple[Rows, bool]:
        """Return the rows, and whether any of their texts has votes."""
        cells = self._keep_row("cells", (own, by_stage(counts, texts)), cell_of)
        return rows_of(self._keeper, cells, stages, asked, options, y), votes_in(self._keeper, cells, asked)

    def _by_block(self, by_stage: Iterable[Elements]) -> tuple[Elements, ...]:
        """Return by block what is by stage: it belongs to the first block of each."""
        if isinstance(by_stage, tuple) and len(self._blocks) == len(self._stages):
            return by_stage
        found: list[Elements] = []
        for elements, count in zip(by_stage, self._counts, strict=True):
            found += (elements, *((),) * (count - 1))
        return tuple(found)

    def _title(self, y: float) -> tuple[Elements, float]:
        journey = self._journey
        used = self._evidence() if journey.evidence else ()
        evidence = tuple(each for each in journey.evidence if each.id in used)
        shown = portrait(journey.persona.picture, journey.pictures) if journey.persona else None
        card = beside(journey.persona, shown, self._options, self._columns.right, y + GAP)
        right = self._columns.right if card is None else card.x - 3 * GAP
        given = (journey.map, journey.persona, evidence, self._options, right, y)
        titles, end = self._keep("title", given, title_block)
        if card is None or journey.persona is None:
            return titles, end
        style = self._options.style
        card = self._keep("persona's place", (journey.persona, card, end - GAP, style), as_high)
        who = self._keep("persona beside", (journey.persona, shown, card, style), persona_card)
        return (*titles, who), max(end, card.bottom + 1.5 * GAP)

    def _persona(self, y: float) -> tuple[Elements, float]:
        """Return the persona card where it lies above the map, and where the next thing begins."""
        journey, options, persona = self._journey, self._options, self._journey.persona
        shown = portrait(persona.picture, journey.pictures) if persona else None
        card = above(persona, shown, options, self._columns.right, y)
        if card is None or persona is None:
            return (), y
        return (self._keep("persona", (persona, shown, card, options.style), persona_card),), card.bottom + 1.5 * GAP

    def _evidence(self) -> set[str]:
        """Return what the records of the map rest on."""
        journey = self._journey
        ways = journey.transitions
        if journey.tray:  # else none of them leads off the map
            ways = self._keep("placed transitions", (journey.touchpoints, ways), placed_transitions)
        found: set[str] = set(self._keep("evidence above", (journey.stages, ways), _evidence_of))
        own = (*(each.id for each in (*journey.stages, *ways)), journey.map.id)
        for kind in (journey.notes, journey.metrics):
            found.update(_evidence_of(*filter(None, map(kind.get, own))))
        given = (self._blocks, self._notes, self._metrics)
        return found.union(*self._keep_row("evidence", given, _evidence_in))

    def _texts(self) -> tuple[tuple[Entries, ...], tuple[Entries, ...]]:
        """Return the texts that stages have of their own, and by block those of their touchpoints."""
        journey, private = self._journey, self._options.private
        given = (journey.stages, journey.notes, journey.opportunities, journey.metrics)
        own = self._keep_row("stage texts", self._keep("on stages", given, _on_stages), entries_of, private)
        hanging = (self._notes, self._opportunities, self._metrics)
        return own, self._keep_row("texts", hanging, entries_of, private)

    def _cards(self, seats: tuple[Seats, ...]) -> tuple[tuple[Elements, ...], set[str]]:
        """Return the cards by block, and which of the legend's things their marks are."""
        pictures = self._keep_row("pictures", (self._blocks,), portraits_in, self._journey.pictures)
        given = (self._blocks, self._notes, self._opportunities, pictures, seats)
        made = self._keep_row("cards", given, _cards, self._marking, self._options)
        used: set[str] = set()
        used.update(*(marks for _elements, marks in made))
        return tuple(elements for elements, _marks in made), used


def _paper(sheet: Rect, style: Style) -> Element:
    return Element("paper", "", sheet, (Box(*sheet, Ink(style.paper)),), PAPER)


def _head(stage: str, width: float, texts: HeadTexts, first: bool, last: bool, style: Style, y: float) -> Elements:
    """Return a stage's head, relative to the stage's left end."""
    made = head(texts, width, first, last, style)
    place = Rect(0.0, y, width, HEAD_HEIGHT)
    return (
        Element("stage", stage, place, made.parts, GROUND, made.tip),
        *head_link(stage, texts.link, place, style),
    )


def _strip(
    heads: Elements, rows: Elements, arrows: Elements, cards: Elements, words: Elements, faces: Elements,
    spans: BlockSpans,
) -> Strip:  # fmt: skip
    return Strip((*heads, *rows, *arrows, *cards, *words, *faces), spans.columns)


def _joined(above: Elements, below: Elements) -> Elements:
    return (*above, *below)


def _ground(elements: Elements) -> Placed:
    return Placed(0.0, Strip(elements))


def _on_stages(stages: tuple[Stage, ...], *kinds: Mapping[str, tuple[Any, ...]]) -> tuple[tuple[Attached, ...], ...]:
    """Return of each kind a row of what hangs on the stages."""
    return tuple(tuple([(kind.get(stage.id),) for stage in stages]) for kind in kinds)


def _parking(notes: tuple[Note, ...], left: float, right: float, options: Options, y: float) -> tuple[Elements, float]:
    """Return the parking lot and where it ends; without one that is where the rows do."""
    parked, end = parking(notes, left, right, options, y + GAP)
    return parked, end if parked else y


def _cards(
    block: Block, notes: Attached, opportunities: Attached, pictures: Portraits, seats: Seats, marking: Marking,
    options: Options,
) -> tuple[Elements, set[str]]:  # fmt: skip
    """Return the cards of a block, and which of the legend's things their marks are."""
    found: list[Element] = []
    used: set[str] = set()
    touchpoints = (touchpoint for column in block.columns for touchpoint in column)
    for touchpoint, mine, planned, shown in zip(touchpoints, notes, opportunities, pictures, strict=True):
        rect = seats.rects[touchpoint.id]
        badges = badges_of(touchpoint, mine or (), planned or (), options.private)
        used.update(name for name, shown in zip(Badges._fields, badges, strict=True) if shown)
        foot = marking.foot(touchpoint, block.stage)
        used.update(marking.signs(touchpoint, block.stage))
        width = rect.width - room_for(shown, rect.width, options.form)
        made = card(touchpoint.title, foot.words, badges, width, foot.edge, options.style, options.form, foot.monograms)
        if shown is not None and width < rect.width:
            made = with_picture(made, shown, rect.width, options.form)
        tip = foot.tip(touchpoint.title, made.tip)
        found.append(Element("card", touchpoint.id, rect, made.parts, CARDS, tip))
        if options.form is DESK:
            found += card_link(touchpoint.id, touchpoint.link, rect, options.style)
            if touchpoint.opens not in (None, touchpoint.map):
                found += opening(touchpoint.id, bool(touchpoint.link.strip()), rect, options.style)
                used.add("opens")
    return tuple(found), used


def _evidence_in(block: Block, notes: Attached, metrics: Attached) -> frozenset[str]:
    return _evidence_of(*block.columns, *notes, *metrics)


def _evidence_of(*groups: tuple[Any, ...] | None) -> frozenset[str]:
    """Return the evidence that groups of records rest on."""
    return frozenset(each for group in groups if group for record in group for each in record.evidence)
