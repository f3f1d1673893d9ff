"""What a picture is made of: boxes, paths, lines of text, images and the curve, in points, y downwards.

Every painter (canvas, PDF, SVG) draws exactly these and decides nothing: no painter wraps, shapes or measures text.
Colours are "#RRGGBB". Everything is frozen, so that pictures can be compared and cached.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from journey_editor.core.parts import Basis

Role = Literal[
    "paper", "title", "subtitle", "stage", "band", "scale", "curve", "feeling", "word", "star",
    "lane", "arrow", "card", "row", "note", "legend", "hint", "list",
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
    """A picture of the file, fitted into a rectangle."""

    x: float
    y: float
    width: float
    height: float
    picture: str


@dataclass(frozen=True, slots=True)
class FeltPoint:
    """A felt touchpoint on the curve: `x` in points from the figure's left, valence and spread from -2 to +2."""

    record: str
    x: float
    valence: float
    basis: Basis
    believed: float | None = None
    low: float | None = None
    high: float | None = None


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

    felt: tuple[FeltPoint, ...]
    believed: tuple[tuple[float, float], ...]
    troughs: tuple[tuple[float, float], ...]
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


@dataclass(frozen=True, slots=True)
class StageSpan:
    """Where a stage lies sideways."""

    stage: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class LaneSpan:
    """Where a lane lies: `owner` is an owner's id for kind `owner`, else ""."""

    kind: Literal["owner", "nobody", "alone"]
    owner: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The places that a picture offers to the hand, in points."""

    stages: tuple[StageSpan, ...]
    columns: tuple[ColumnSpan, ...]
    lanes: tuple[LaneSpan, ...]
    band: Rect | None
    zero_y: float = 0.0
    unit: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole map, laid out: the list that every painter paints."""

    width: float
    height: float
    elements: tuple[Element, ...]
    grid: Grid
