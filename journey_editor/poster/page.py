"""A map on a sheet of paper: title band, the picture, three columns below it, legend and footer, as primitives.

The page is laid out with the same modules as the window, in points of layout; `scale` says how large such a point is
on paper. It is chosen as large as the sheet allows, then band, lanes and words take up the room that is left.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from journey_editor.assets import _
from journey_editor.core.dates import full_day_text
from journey_editor.core.journey import Journey
from journey_editor.core.parts import MapView
from journey_editor.core.showing import shown_of, shows_all
from journey_editor.core.words import unnamed
from journey_editor.insight.case import Case
from journey_editor.insight.used import evidence_used
from journey_editor.layout.compose import compose
from journey_editor.layout.dimming import as_seen
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Ink, Picture, Rect, moved
from journey_editor.layout.style import LIGHT, SMALL, Style
from journey_editor.layout.title import SEPARATOR, details, evidence_summary, state_name
from journey_editor.poster.blocks import Block, Head, columns, enlarged, footer, lists_of, title_band
from journey_editor.poster.fit import largest
from journey_editor.poster.lists import breaks, moments, next_days
from journey_editor.poster.paper import MM, Orientation, Paper, PaperError, paper
from journey_editor.poster.sheet import Page

Draw = Callable[[Journey, Options], Picture]
"""What makes the finished picture, curve and all; while a page is fitted `compose` is enough."""

WHITE = "#FFFFFF"
LARGEST_TEXT = 1 / 42  # of the sheet's shorter side: larger small text looks like a poster for the blind
GAP = 14.0
HINT_GAP, LEGEND_GAP = 8.0, 8.0  # of layout: below a hint, above the legend
PER_METRE = 22.0  # points of the smallest text for each metre of distance
GROWTH = 4.0
"""How far the parts may grow to fill a sheet that is much higher than the map; up to 1 no one notices."""
ROOMY, MOST_ROOMY = 1.5, 4.0  # how much higher the band becomes with each step of growth, and at most
TALL, MOST_TALL = 1.25, 3.2  # the same for lanes
WORDS = 0.5  # how much larger the words around the map become
FEWEST, MORE, MOST = 4, 6, 16  # entries of a list, more of them with each step, and at most


@dataclass(frozen=True, slots=True)
class PosterOptions:
    """What a poster is made for. `paper` as the command line names it; `margin` in millimetres, None: by paper.

    `today` decides what is due and is the date of the file. `only` is a view: what it does not show is dimmed.
    `persona` shows the card of whose journey it is.
    """

    today: date
    paper: str = "a1"
    orientation: Orientation | None = None
    margin: float | None = None
    language: str = "en"
    only: MapView | None = None
    persona: bool = True


def compose_page(journey: Journey, options: PosterOptions, draw: Draw = compose) -> Page:
    """Lay out a map on its paper. Raises PaperError where that is none, or leaves no room within its margins."""
    sheet = paper(options.paper, options.orientation)
    margin = default_margin(sheet) if options.margin is None else options.margin
    short = min(sheet.height, sheet.width or sheet.height)
    if not 0 <= margin <= short / 4:
        raise PaperError(
            _("A margin of {margin} mm does not fit {paper}: at most {most} mm do.").format(
                margin=f"{margin:g}", paper=sheet.name, most=f"{short / 4:.0f}"
            )
        )
    return _as_seen(_Fitting(journey, sheet, margin, options).page(draw), journey, options.only, WHITE)


def natural_page(journey: Journey, options: PosterOptions, draw: Draw = compose) -> Page:
    """Return a map at its natural size, as the window shows it at full size."""
    picture = draw(journey, Options(today=options.today, private=False, persona=options.persona))
    elements, saved = _without_hints(picture)
    sheet = Rect(0.0, 0.0, picture.width, picture.height - saved)
    paper_of = (Element("paper", "", sheet, (Box(*sheet, Ink(fill=LIGHT.paper)),)),)
    return _as_seen(Page(sheet.width, sheet.height, paper_of + elements), journey, options.only, LIGHT.paper)


def _as_seen(page: Page, journey: Journey, only: MapView | None, ground: str) -> Page:
    """Dim what a view does not show."""
    if only is None or shows_all(only):
        return page
    return replace(page, elements=as_seen(page.elements, shown_of(only, journey), ground))


def _without_hints(picture: Picture) -> tuple[tuple[Element, ...], float]:
    """Leave out the ground and what tells people at the window how to go on; return the height that saves."""
    hints = [element.rect for element in picture.elements if element.role == "hint"]
    saved = sum((rect.height + HINT_GAP for rect in hints), 0.0)
    top = min((rect.y for rect in hints), default=0.0)
    kept = (element for element in picture.elements if element.role not in ("paper", "hint"))
    return tuple(moved(each, y=-saved) if saved and each.rect.y > top else each for each in kept), saved


def default_margin(sheet: Paper) -> float:
    """Return the margin of a paper in millimetres: 8 mm on small sheets (less on a strip), up to 20 mm on A0."""
    short = min(sheet.height, sheet.width or sheet.height)
    return min(short / 4, max(8.0, min(20.0, round(short / 42))))


@dataclass(frozen=True, slots=True)
class _Tried:
    """A page as it would be: its parts, how high they are in all, and the gaps between them."""

    head: Block
    map: tuple[Element, ...]
    map_height: float
    lists: Block
    legend: tuple[Element, ...]
    legend_height: float
    foot: Block
    height: float


class _Fitting:
    """One map that is being fitted onto one sheet."""

    def __init__(self, journey: Journey, sheet: Paper, margin: float, options: PosterOptions) -> None:
        self._journey = journey
        self._sheet = sheet
        self._today = options.today
        self._persona = options.persona
        self._margin = margin * MM
        self._style: Style = replace(LIGHT, paper=WHITE)
        self._case = Case(journey, options.today)
        self._lists = lists_of(moments(journey), breaks(self._case), next_days(journey, options.today), self._style)

    @cached_property
    def _natural_width(self) -> float:
        return compose(self._journey, self._map_options(None, 0.0, 0.0)).width

    def page(self, draw: Draw) -> Page:
        """Find the scale, share out what is left, and put all together."""
        width, height = self._sheet.size
        scale = self._scale(width, height)
        margin = self._margin / scale
        inner = self._natural_width + 2 * margin if width is None else width / scale
        room = height / scale
        growth = largest(lambda grow: self._try(inner, margin, grow).height <= room, 0.0, GROWTH)
        tried = self._try(inner, margin, growth, draw, scale)
        gap = max(0.0, room - tried.height)
        elements = self._placed(tried, inner, margin, room, min(gap / 3, 6 * GAP))
        return Page(inner * scale, height, elements, scale)

    def _by_width(self, width: float) -> float:
        """Return the scale at which the columns of the map just fit side by side."""
        return (width - 2 * self._margin) / self._natural_width

    def _largest(self, width: float | None, height: float) -> float:
        """Return the scale beyond which words would be larger than any reader needs."""
        return min(width or height, height) * LARGEST_TEXT / SMALL

    def _scale(self, width: float | None, height: float) -> float:
        """Return how many points of paper a point of layout can take."""
        most = self._largest(width, height)
        if width is not None:
            most = min(most, self._by_width(width))
        return largest(lambda scale: self._fits(scale, width, height), most / 4, most)

    def _fits(self, scale: float, width: float | None, height: float) -> bool:
        margin = self._margin / scale
        inner = self._natural_width + 2 * margin if width is None else width / scale
        return self._try(inner, margin, 0.0).height <= height / scale

    def _map_options(self, width: float | None, margin: float, growth: float) -> Options:
        plain = Options()
        return replace(
            plain,
            style=self._style,
            today=self._today,
            width=width,
            band=plain.band * min(1 + ROOMY * growth, MOST_ROOMY),
            lane=plain.lane * min(1 + TALL * growth, MOST_TALL),
            margin=margin,
            title=False,
            private=False,
            persona=self._persona,
        )

    def _try(self, width: float, margin: float, growth: float, draw: Draw = compose, scale: float = 1.0) -> _Tried:
        k = 1 + WORDS * growth
        head = title_band(self._head(), width, margin, k, self._style)
        picture = draw(self._journey, self._map_options(width, margin, growth))
        elements, saved = _without_hints(picture)
        legend = tuple(element for element in elements if element.role == "legend")
        shown = tuple(element for element in elements if element.role != "legend")
        below = sum((element.rect.height + LEGEND_GAP for element in legend), 0.0)
        map_height = picture.height - saved - 2 * margin - below
        legend = tuple(enlarged(element, k, width - 2 * margin) for element in legend)
        legend_height = sum((element.rect.height for element in legend), 0.0)
        lists = columns(self._lists, width, margin, k, min(FEWEST + round(MORE * growth), MOST), self._style)
        foot = footer(*self._foot(scale), width, margin, k, self._style)
        parts = (head.height, map_height, lists.height, legend_height, foot.height)
        gaps = GAP * (sum(part > 0 for part in parts) - 1)
        return _Tried(head, shown, map_height, lists, legend, legend_height, foot, sum(parts) + gaps + max(margin, GAP))

    def _placed(self, tried: _Tried, width: float, margin: float, room: float, more: float) -> tuple[Element, ...]:
        """Put the parts below each other, `more` between them; legend and footer stand at the lower edge."""
        sheet = Rect(0.0, 0.0, width, room)
        found = [Element("paper", "", sheet, (Box(*sheet, Ink(fill=WHITE)),), 0), *tried.head.elements]
        y = tried.head.height + GAP + more
        found += (moved(element, y=y - margin) for element in tried.map)
        y += tried.map_height + GAP + more
        found += tried.lists.below(y)
        y = room - max(margin, GAP) - tried.foot.height
        found += tried.foot.below(y)
        found += (moved(element, y=y - GAP - tried.legend_height - element.rect.y) for element in tried.legend)
        return tuple(found)

    def _head(self) -> Head:
        journey = self._journey
        persona = journey.persona
        said = (
            _("Customer journey map"),
            state_name(journey.map.state),
            persona.name.strip() if persona else "",
        )
        return Head(
            journey.map.title.strip() or unnamed("map"),
            SEPARATOR.join(filter(None, said)),
            tuple(filter(None, (evidence_summary(evidence_used(self._case)), self._reviews()))),
            details(journey.map),
        )

    def _reviews(self) -> str:
        """Return when the map was looked at last, and when it should be again."""
        journey_map = self._journey.map
        last = journey_map.reviewed or journey_map.created
        said: list[str] = []
        if journey_map.reviewed:
            said.append(_("reviewed {day}").format(day=full_day_text(journey_map.reviewed)))
        elif journey_map.created:
            said.append(_("made {day}").format(day=full_day_text(journey_map.created)))
        if last:
            following = _next_review(last, journey_map.review_every_days)
            if following:
                said.append(_("next review {day}").format(day=full_day_text(following)))
        return SEPARATOR.join(said)

    def _foot(self, scale: float) -> tuple[str, str]:
        title = self._journey.head.title.strip()
        left = SEPARATOR.join(filter(None, (title, full_day_text(self._today))))
        metres = SMALL * scale / PER_METRE
        reads = _("reads from {metres} m").format(metres=f"{metres:.1f}") if metres >= 0.1 else ""
        return left, SEPARATOR.join(filter(None, (self._sheet.name, reads)))


def _next_review(last: date, days: int | None) -> date | None:
    try:
        return date.fromordinal(last.toordinal() + (days or 90))
    except (ValueError, OverflowError):
        return None
