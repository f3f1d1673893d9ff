"""The picture of a page in the room: the map as every medium has it, larger, between its stage's name and all stages.

Everything is in points; `Screened.scale` says how many pixels a point is, chosen so that the smallest text is at least
24 pixels high wherever the page can be shown at that size.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journey_editor.core.journey import Journey
from journey_editor.core.lanes import Lane, lanes_of
from journey_editor.core.words import unnamed
from journey_editor.layout import text
from journey_editor.layout.blocks import blocks_of, shape_of
from journey_editor.layout.blueprint import gaps
from journey_editor.layout.compose import GAP, compose
from journey_editor.layout.form import NARROW, WIDE, Form
from journey_editor.layout.headers import head_texts
from journey_editor.layout.lanes import label_width, lanes_shown, lanes_used, names_of
from journey_editor.layout.layers import GROUND
from journey_editor.layout.monograms import marking_of
from journey_editor.layout.options import Options
from journey_editor.layout.pages import MOST_COLUMNS, Page, part_of
from journey_editor.layout.primitives import CurveData, Element, FeltPoint, Figure, Picture, Placed, Rect, Strip
from journey_editor.layout.style import BOLD, LIGHT, REGULAR, SMALL, Style
from journey_editor.layout.title import SEPARATOR
from journey_editor.layout.trail import trail

READABLE = 24.0
"""Pixels: text that is smaller is not read from the back row (reference: one degree of a projector's picture)."""

CLOCK_WIDTH = 140.0
"""Points that stay free for the timer at the upper right, whether it runs or not: nothing jumps when it starts."""

_BASIC = READABLE / SMALL
_LARGEST = _BASIC * 1.25
_SMALLEST = 0.5
_HINT = 72.0
_USUAL_WIDTH, _USUAL_HEIGHT = 733.0, 440.0  # of a page with 24 pixels of text on a screen of 1600 × 960
_MARGIN = 22.0
_TOP, _BELOW = 68.0, 56.0  # of the map from the upper edge, and below it
_NAME, _NAME_BASE, _LINE_BASE = 22.0, 36.6, 55.0
_COLUMN, _WIDE_COLUMN = 84.0, 140.0
_LABEL = 95.0
_LOW_BAND, _USUAL_BAND, _HIGH_BAND = 56.0, 121.0, 200.0
_HIGH_LANE = 130.0
_BAND_SHARE = 0.38


@dataclass(frozen=True, slots=True)
class Screen:
    """The pixels that a page may fill; `below` are taken at the lower edge by what floats there."""

    width: float
    height: float
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class Screened:
    """A page on a screen: its picture, pixels for a point, and where the map lies in it, from band to lanes."""

    picture: Picture
    scale: float
    ground: Rect


def columns_on(journey: Journey, screen: Screen) -> int:
    """Return how many columns of a map can be read at once on a screen: 8 at most."""
    room = screen.width / _BASIC - 2 * _MARGIN - _label(journey)
    return max(1, min(MOST_COLUMNS, int(room / _COLUMN)))


def screened(journey: Journey, pages: Sequence[Page], number: int, screen: Screen, style: Style) -> Screened:
    """Lay out one of a map's pages for a screen. Notes that are private or settled are not shown."""
    page = pages[number]
    part = part_of(journey, page)
    plan = _planned(_content(part, page, _label(journey)), screen)
    picture = compose(part, plan.options(style), is_kept=False)  # turning pages must not slow the whole map
    right = picture.grid.columns[-1].x + picture.grid.columns[-1].width if picture.grid.columns else 0.0
    width, height = screen.width / plan.scale, screen.height / plan.scale
    bottom = height - screen.below / plan.scale
    shown = tuple(each for each in picture.elements if each.role != "paper")
    shown = tuple(_led_on(each, journey, page) if each.role == "curve" else each for each in shown)
    above = _heading(journey, page, width, style)
    below = trail(journey.stages, page, Rect(_MARGIN, bottom, width - 2 * _MARGIN, 0.0), style)
    elements = sorted((*above, *below, *shown), key=lambda each: each.layer)
    grid = picture.grid
    top = grid.band.y if grid.band is not None else grid.lanes[0].y
    left = grid.columns[0].x if grid.columns else plan.label + _MARGIN
    ground = Rect(left, top, (right or width - _MARGIN) - left, grid.lanes[-1].y + grid.lanes[-1].height - top)
    return Screened(Picture(width, height, (Placed(0.0, Strip(tuple(elements))),), grid), plan.scale, ground)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a page fills its screen."""

    scale: float
    form: Form
    width: float
    label: float
    band: float
    lane: float

    def options(self, style: Style) -> Options:
        return Options(
            style=style, width=self.width, column=20.0, band=self.band, lane=self.lane, label=self.label,
            margin=_MARGIN, title=False, rows=False, legend=False, private=False, form=self.form, heads=False,
            even=True, top=_TOP, persona=False,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Content:
    """What a page has to show: the cards of each lane's fullest column, columns, a curve or none, a hint or none."""

    order: tuple[Lane, ...]
    counts: list[int]
    columns: int
    felt: bool
    hint: float
    label: float


def _content(part: Journey, page: Page, label: float) -> _Content:
    marking = marking_of(part.map, part.owners, LIGHT)
    shapes = [shape_of(block, _COLUMN, marking) for stage in part.stages for block in blocks_of(stage, page.columns)]
    used = lanes_used(shapes)
    order = lanes_shown(marking.by, part.owners, frozenset(lane for lane, _cards in used))
    counts = [dict(used).get(lane, 0) for lane in order]
    felt = any(each.emotion or each.believed is not None for column in page.columns for each in column)
    return _Content(order, counts, max(1, len(page.columns)), felt, 0.0 if page.columns else _HINT, label)


def _planned(content: _Content, screen: Screen) -> _Plan:
    """Choose scale, form of cards and heights: the roomiest form that fits, and smaller text only where none does."""
    usual = max(_BASIC, min(_LARGEST, screen.width / _USUAL_WIDTH, screen.height / _USUAL_HEIGHT))
    if usual > _BASIC:  # larger text than need be is for pages that have all the room they want
        plan = _at(usual, content, screen, 1)
        if plan is not None:
            return plan
    scale = _BASIC
    while True:
        plan = _at(scale, content, screen, len(WIDE), scale <= _SMALLEST)
        if plan is not None:
            return plan
        scale *= 0.97


def _at(scale: float, content: _Content, screen: Screen, forms: int, surely: bool = False) -> _Plan | None:
    """Return how a page looks at a scale in one of the first forms that fits; None where none does, unless `surely`."""
    width = screen.width / scale
    room = (screen.height - screen.below) / scale - _TOP - _BELOW - content.hint
    column = (width - 2 * _MARGIN - content.label) / content.columns
    if column < _COLUMN - 0.01 and not surely and scale > _BASIC:
        return None
    tried = (WIDE if column >= _WIDE_COLUMN else NARROW)[:forms]
    least = (_USUAL_BAND * 0.75, *(_LOW_BAND for _form in tried[1:])) if content.felt else (0.0,) * len(tried)
    fitting = [form for form, band in zip(tried, least, strict=True) if _needed(form, content, band) <= room]
    if not fitting and not surely:
        return None
    form = fitting[0] if fitting else tried[-1]
    return _Plan(scale, form, width, content.label, *_heights(form, content, room))


def _needed(form: Form, content: _Content, band: float) -> float:
    lanes = sum(form.stacked(cards) for cards in content.counts) + gaps(content.order, form)
    return lanes + (band + GAP if band else 0.0)


def _heights(form: Form, content: _Content, room: float) -> tuple[float, float]:
    """Share what is left between band and lanes: return the band's height and the least height of a lane."""
    counts, felt = content.counts, content.felt
    spare = max(0.0, room - _needed(form, content, max(_LOW_BAND, room * _BAND_SHARE) if felt else 0.0))
    lane = _level([form.stacked(cards) for cards in counts], spare)
    lane = min(lane, _HIGH_LANE) if felt else lane
    taken = sum(max(lane, form.stacked(cards)) for cards in counts) + gaps(content.order, form)
    band = min(_HIGH_BAND, room - taken - GAP) if felt else 0.0
    return max(band, _LOW_BAND / 2), lane


def _level(heights: list[float], more: float) -> float:
    """Return to which height the lowest of some lanes are raised by so many points, like water in a vessel."""
    ordered = sorted(heights)
    for count, (here, above) in enumerate(zip(ordered, [*ordered[1:], None], strict=True), 1):
        if above is None or (above - here) * count > more:
            return here + more / count
        more -= (above - here) * count
    return 0.0


def _label(journey: Journey) -> float:
    return label_width(names_of(lanes_of(journey), journey.owners), _LABEL)


def _heading(journey: Journey, page: Page, width: float, style: Style) -> list[Element]:
    """Return the stage's name, and below it what for and when it is; a map without stages tells its own name."""
    room = width - 2 * _MARGIN
    if page.stage is None:
        record, name, said = journey.map.id, text.flat(journey.map.title) or unnamed("map"), ""
    else:
        texts = head_texts(page.stage, journey.notes.get(page.stage.id, ()), False)
        record, name, said = page.stage.id, texts.name, SEPARATOR.join(filter(None, (texts.goal, texts.span)))
    shown = text.ellipsis(name, BOLD, _NAME, room - CLOCK_WIDTH)
    line = text.line(shown, 0.0, _NAME, face=BOLD, size=_NAME, color=style.ink)
    rect = Rect(_MARGIN, _NAME_BASE - _NAME, room - CLOCK_WIDTH, _NAME * 1.3)
    found = [Element("title", record, rect, (line,), GROUND, "" if shown == name else name)]
    if said:
        shown = text.ellipsis(said, REGULAR, SMALL, room - CLOCK_WIDTH)
        line = text.line(shown, 0.0, SMALL, color=style.muted)
        rect = Rect(_MARGIN, _LINE_BASE - SMALL, room - CLOCK_WIDTH, SMALL * 1.3)
        found.append(Element("subtitle", record, rect, (line,), GROUND, "" if shown == said else said))
    return found


def _led_on(element: Element, journey: Journey, page: Page) -> Element:
    """Let the curve come from what was felt on the page before and go on to what is felt on the next one."""
    before, after = _neighbours(journey, page)
    parts = tuple(
        replace(part, data=_with_ends(part.data, part.width, len(page.columns), before, after))
        if isinstance(part, Figure)
        else part
        for part in element.parts
    )
    return replace(element, parts=parts)


def _with_ends(
    data: CurveData, width: float, columns: int, before: FeltPoint | None, after: FeltPoint | None
) -> CurveData:
    beside = width / max(1, columns) / 2
    first = (before._replace(x=-beside),) if before is not None and data.felt else ()
    last = (after._replace(x=width + beside),) if after is not None and data.felt else ()
    return replace(data, felt=(*first, *data.felt, *last))


def _neighbours(journey: Journey, page: Page) -> tuple[FeltPoint | None, FeltPoint | None]:
    """Return the last feeling before a page and the first one behind it."""
    inside, seen = page.touchpoints, False
    before: FeltPoint | None = None
    for each in journey.touchpoints:
        if each.id in inside:
            seen = True
        elif each.emotion is not None:
            point = FeltPoint(each.id, 0.0, each.emotion.valence, each.emotion.basis)
            if seen:
                return before, point
            before = point
    return before, None
