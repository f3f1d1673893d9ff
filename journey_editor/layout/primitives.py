"""What a picture is made of: boxes, paths, lines of text, images and the curve, in points, y downwards.

Every painter (canvas, PDF, SVG) draws exactly these and decides nothing: no painter wraps, shapes or measures text.
Colours are "#RRGGBB". Everything is frozen, so that pictures can be compared and cached.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from operator import attrgetter
from typing import Literal, NamedTuple, overload

from journey_editor.core.lanes import Lane
from journey_editor.core.parts import Basis

Role = Literal[
    "paper", "persona", "title", "subtitle", "about", "stage", "band", "scale", "curve", "feeling", "word", "star",
    "lane", "line", "arrow", "card", "row", "note", "legend", "hint", "list", "axis", "span", "number", "link", "opens",
]  # fmt: skip


HALO = 2.0
"""How far a halo reaches beyond the letters of a line, in points."""


class Rect(NamedTuple):
    """A rectangle: left, top, width, height in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Ink:
    """How a shape is filled and stroked. `width` and `dash` are in points; joins and caps are round."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with rounded corners."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    radius: float = 0.0


Move = tuple[Literal["M", "L"], float, float]
Curve4 = tuple[Literal["C"], float, float, float, float, float, float]
Close = tuple[Literal["Z"]]
Command = Move | Curve4 | Close


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and cubic Béziers: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Z",)."""

    commands: tuple[Command, ...]
    ink: Ink


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face in drawing order, shaped by HarfBuzz.

    `face` names a font file (without ending), `glyphs` are indices in it, `xs` and `ys` their places in points
    from the run's start on the baseline (y downwards), `text` what a person typed, in logical order.
    """

    face: str
    text: str
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    width: float
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: `x` is its left end, `y` its baseline; the runs follow each other from left to right.

    `halo` is the colour of an outline behind the letters, HALO points wide, where they lie over lines.
    """

    x: float
    y: float
    size: float
    color: str
    runs: tuple[Run, ...]
    width: float
    text: str
    halo: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the file that covers a rectangle with rounded corners; what does not fit its shape is cut off.

    `picture` is its id, `data` its bytes in base64.
    """

    x: float
    y: float
    width: float
    height: float
    picture: str
    data: str = ""
    radius: float = 0.0


class FeltPoint(NamedTuple):
    """A felt touchpoint on the curve: `x` in points from the figure's left, valence and spread from -2 to +2.

    `assumed` says that nothing backs it.
    """

    record: str
    x: float
    valence: float
    basis: Basis
    believed: float | None = None
    low: float | None = None
    high: float | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class CurveInk:
    """The colours of the curve in the theme of the picture."""

    felt: str
    believed: str
    spread: str
    trough: str
    zero: str


@dataclass(frozen=True, slots=True)
class CurveData:
    """What the emotion curve shows, as plain data that layout can make without matplotlib.

    `felt` from left to right; `believed` (x, valence) from left to right; `troughs` (left, right) in points.
    `zero_y` is the y of valence 0 and `unit` the points a valence of 1 takes, both from the figure's top.
    """

    felt: Sequence[FeltPoint]
    believed: Sequence[tuple[float, float]]
    troughs: Sequence[tuple[float, float]]
    zero_y: float
    unit: float
    ink: CurveInk


@dataclass(frozen=True, slots=True)
class Figure:
    """The emotion curve. `parts` are its vectors (relative to its corner); the canvas rasters `data` instead."""

    x: float
    y: float
    width: float
    height: float
    data: CurveData
    parts: "tuple[Box | Path | Line, ...]" = ()


Primitive = Box | Path | Line | Image | Figure


@dataclass(frozen=True, slots=True)
class Element:
    """What belongs together in a picture and is touched as one: a card, a stage's head, a lane, an arrow.

    `record` and `role` say what it shows. `rect` is where it lies; its `parts` are relative to the left upper corner
    of `rect`, so that a moved card keeps the very same parts. Elements are painted in the order of `layer`, then
    of the picture. `tip` is the whole text where something had to be cut, else "".
    """

    role: Role
    record: str
    rect: Rect
    parts: tuple[Primitive, ...]
    layer: int = 0
    tip: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same element in the next picture."""
        return self.role, self.record


@dataclass(frozen=True, slots=True)
class ColumnSpan:
    """A column of touchpoints (or the empty place of a stage without any): ids share it by equal rank.

    `lanes` says in which lane of the grid, counted from the top, each touchpoint lies.
    """

    stage: str
    touchpoints: tuple[str, ...]
    x: float
    width: float
    lanes: tuple[int, ...] = ()


class StageSpan(NamedTuple):
    """Where a stage lies sideways."""

    stage: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class LaneSpan:
    """Where a lane lies, and which one it is."""

    lane: Lane
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class RowSpan:
    """Where the row of a kind of texts lies below the lanes."""

    kind: str
    y: float
    height: float


@dataclass(frozen=True)
class Strip:
    """What moves together when a map grows left of it: elements and columns, relative to the strip's left end."""

    elements: tuple[Element, ...]
    columns: tuple[ColumnSpan, ...] = ()

    @cached_property
    def by_record(self) -> Mapping[str, tuple[Element, ...]]:
        """The elements that show each record."""
        found: dict[str, tuple[Element, ...]] = {}
        for element in self.elements:
            found[element.record] = (*found.get(element.record, ()), element)
        return found

    @cached_property
    def reach(self) -> tuple[float, float]:
        """How far its elements reach, from the leftmost to the rightmost."""
        lefts = (element.rect.x for element in self.elements)
        rights = (element.rect.right for element in self.elements)
        return min(lefts, default=0.0), max(rights, default=0.0)


@dataclass(frozen=True)
class Placed:
    """A strip in its place: `x` is its left end."""

    x: float
    strip: Strip

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Its elements, where they lie in the picture."""
        return tuple([moved(element, self.x) for element in self.strip.elements]) if self.x else self.strip.elements

    @cached_property
    def columns(self) -> tuple[ColumnSpan, ...]:
        """Its columns, where they lie in the picture."""
        x = self.x
        return tuple([ColumnSpan(c.stage, c.touchpoints, c.x + x, c.width, c.lanes) for c in self.strip.columns])

    @property
    def left(self) -> float:
        """Where its leftmost element begins."""
        return self.x + self.strip.reach[0]

    @property
    def right(self) -> float:
        """Where its rightmost element ends."""
        return self.x + self.strip.reach[1]

    def showing(self, record: str) -> tuple[Element, ...]:
        """Return its elements that show a record, where they lie in the picture."""
        return tuple([moved(element, self.x) for element in self.strip.by_record.get(record, ())])


def moved(element: Element, x: float = 0.0, y: float = 0.0) -> Element:
    """Return an element that lies elsewhere, with the very same parts."""
    rect = element.rect
    place = Rect(rect.x + x, rect.y + y, rect.width, rect.height)
    return Element(element.role, element.record, place, element.parts, element.layer, element.tip)


class Spans(Sequence[ColumnSpan]):
    """The columns of a row of strips, from left to right: each is placed when somebody asks for it."""

    def __init__(self, strips: tuple[Placed, ...] = ()) -> None:
        self._strips = strips

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(each.strip.columns) for each in self._strips))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, index: int) -> ColumnSpan: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ColumnSpan, ...]: ...
    def __getitem__(self, index: int | slice) -> ColumnSpan | tuple[ColumnSpan, ...]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        which = bisect_right(self._ends, place)
        return self._strips[which].columns[place - (self._ends[which - 1] if which else 0)]

    def __iter__(self) -> Iterator[ColumnSpan]:
        return chain.from_iterable(each.columns for each in self._strips)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spans) and self._strips == other._strips

    __hash__ = None  # type: ignore[assignment]


class TimeScale(NamedTuple):
    """Where days lie on a time axis: from its left end, the first day, over a width to the last one."""

    x: float
    width: float
    first: float
    last: float

    def x_of(self, day: float) -> float:
        """Return where a day lies, in points."""
        return self.x + (day - self.first) / (self.last - self.first) * self.width

    def day_at(self, x: float) -> float:
        """Return the day that lies at a place, in points."""
        return self.first + (x - self.x) / self.width * (self.last - self.first)


@dataclass(frozen=True, slots=True)
class Grid:
    """The places that a picture offers to the hand, in points."""

    stages: tuple[StageSpan, ...]
    columns: Sequence[ColumnSpan]
    lanes: tuple[LaneSpan, ...]
    band: Rect | None
    zero_y: float = 0.0
    unit: float = 0.0
    rows: tuple[RowSpan, ...] = ()
    time: TimeScale | None = None


@dataclass(frozen=True)
class Picture:
    """A whole map, laid out. The first strip is the ground that all others stand on; the others follow in time."""

    width: float
    height: float
    strips: tuple[Placed, ...]
    grid: Grid

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The one list that every painter paints, in the order of painting."""
        return tuple(sorted(chain.from_iterable(each.elements for each in self.strips), key=_layer))


_layer = attrgetter("layer")
