"""Paints primitives into a PDF page: layout's points times a scale, y turned upwards, nothing measured again."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportPrivateUsage=false

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from warnings import catch_warnings, simplefilter

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from journey_editor.layout.primitives import HALO, Box, Command, Element, Figure, Image, Ink, Line, Path, Primitive
from journey_editor.layout.shapes import QUARTER
from journey_editor.poster.glyphs import show
from journey_editor.poster.numbers import exact, number, rgb
from journey_editor.poster.typeface import Typeface, outline

rl_config.useA85 = 0  # binary streams: a quarter smaller than letters

SHOWN_EVERY = 64  # elements between two reports of progress


class Painter:
    """Draws pictures onto the pages of one reportlab canvas.

    `height` is the page's height in points, `scale` what a point of layout takes on it, `pictures` the bytes of the
    images by record id, `faces` the document's fonts so far.
    """

    def __init__(
        self, canvas: Canvas, height: float, scale: float, pictures: Mapping[str, bytes], faces: dict[str, Typeface]
    ) -> None:
        """Begin a page: from its left upper corner in points of layout; round joins and caps hold for all of it."""
        self._canvas = canvas
        self._pictures = pictures
        self._faces = faces
        self._operators = [f"{exact(scale)} 0 0 {exact(scale)} 0 {exact(height)} cm 1 J 1 j"]
        self._known: dict[str, str] = {}
        self._alpha = (1.0, 1.0)

    def paint(self, elements: Sequence[Element], on_progress: Callable[[float], None] | None = None) -> None:
        """Draw elements in the order of their layers and tell from time to time what part is done, 0 to 1."""
        ordered = sorted(elements, key=lambda element: element.layer)
        for index, element in enumerate(ordered):
            self._element(element)
            if on_progress and index % SHOWN_EVERY == 0:
                on_progress(index / len(ordered))
        self._flush()

    def _element(self, element: Element) -> None:
        """Draw an element from its own corner, so that equal parts have equal operators wherever they lie."""
        self._flush()
        self._canvas.saveState()
        self._known, self._alpha = {}, (1.0, 1.0)
        self._operators.append(f"1 0 0 1 {_point(element.rect.x, element.rect.y)} cm")
        self._draw_all(element.parts, 0.0, 0.0)
        self._flush()
        self._canvas.restoreState()

    def _flush(self) -> None:
        """Hand over what was drawn so far to the canvas."""
        if self._operators:
            self._canvas.addLiteral("\n".join(self._operators))
            self._operators.clear()

    def _draw_all(self, parts: Iterable[Primitive], x: float, y: float) -> None:
        for part in parts:
            match part:
                case Box():
                    self._shape(part.ink, box_steps(x + part.x, y + part.y, part.width, part.height, part.radius))
                case Path():
                    self._shape(part.ink, path_steps(part.commands, x, y))
                case Line():
                    self._line(part, x, y)
                case Figure():
                    self._draw_all(part.parts, x + part.x, y + part.y)
                case Image():
                    self._image(part, x, y)

    def _shape(self, ink: Ink, steps: str) -> None:
        paint = self._ready(ink)
        if paint and steps:
            self._operators.append(f"{steps} {paint}")

    def _line(self, line: Line, x: float, y: float) -> None:
        x, y = x + line.x, y + line.y
        if not any(run.glyphs for run in line.runs):
            return
        if line.halo:
            self._halo(line, line.halo, x, y)
        self._set_alpha(1.0, self._alpha[1])
        self._set("fill", f"{rgb(line.color)} rg")
        self._operators.append(f"BT {self._runs(line, x, y)} ET")

    def _halo(self, line: Line, color: str, x: float, y: float) -> None:
        """Stroke the letters' outlines: as text they would be found and copied twice."""
        paint = self._ready(Ink(stroke=color, width=2 * HALO))
        for run in line.runs:
            for glyph, dx, dy in zip(run.glyphs, run.xs, run.ys, strict=True):
                steps = path_steps(outline(run.face, glyph, line.size), 0.0, 0.0)
                if steps:
                    self._operators.append(f"q 1 0 0 1 {_point(x + dx, y + dy)} cm {steps} {paint} Q")
            x += run.width

    def _runs(self, line: Line, x: float, y: float) -> str:
        size = number(line.size)
        steps: list[str] = []
        place = _point(x, y)
        for run in line.runs:
            face = self._face(run.face)
            steps.append(f"/{face.label} {size} Tf {place} Td {show(run, line.size, face)}")
            place = f"{number(run.width)} 0"
        return " ".join(steps)

    def _face(self, name: str) -> Typeface:
        face = self._faces.get(name)
        if face is None:
            face = self._faces[name] = Typeface(name, f"F{len(self._faces) + 1}")
            self._canvas._doc.delayedFonts.append(face)
        return face

    def _image(self, image: Image, x: float, y: float) -> None:
        content = self._pictures.get(image.picture)
        if content is None:
            return
        self._set_alpha(1.0, self._alpha[1])
        reader = _readable(content)
        if reader is None:
            return
        wide, high = reader.getSize()
        scale = max(image.width / wide, image.height / high)  # it covers its place: what is more is clipped
        x, y = x + image.x, y + image.y
        clip = box_steps(x, y, image.width, image.height, image.radius)
        self._operators.append(f"q {clip} W n")
        self._flush()
        self._canvas.drawImage(
            reader,
            x + (image.width - wide * scale) / 2,
            -(y + (image.height + high * scale) / 2),
            wide * scale,
            high * scale,
            mask="auto",
        )
        self._operators.append("Q")

    def _ready(self, ink: Ink) -> str:
        """Set colours, width, dash and opacity for an ink and return the operator that paints with it, or ""."""
        stroked = ink.stroke is not None and ink.width > 0 and ink.stroke_opacity > 0
        filled = ink.fill is not None and ink.fill_opacity > 0
        fill_alpha, stroke_alpha = self._alpha
        self._set_alpha(ink.fill_opacity if filled else fill_alpha, ink.stroke_opacity if stroked else stroke_alpha)
        if filled:
            self._set("fill", f"{rgb(ink.fill)} rg")
        if stroked:
            self._set("stroke", f"{rgb(ink.stroke)} RG")
            self._set("width", f"{number(ink.width)} w")
            self._set("dash", f"[{' '.join(number(length) for length in ink.dash)}] 0 d")
        return ("B" if stroked else "f") if filled else "S" if stroked else ""

    def _set(self, what: str, operator: str) -> None:
        if self._known.get(what) != operator:
            self._known[what] = operator
            self._operators.append(operator)

    def _set_alpha(self, fill: float, stroke: float) -> None:
        if (fill, stroke) == self._alpha:
            return
        self._flush()
        self._canvas.setFillAlpha(fill)
        self._canvas.setStrokeAlpha(stroke)
        self._alpha = fill, stroke


def _readable(content: bytes) -> ImageReader | None:
    """Return what reads an image, None where it is damaged or would unpack into more pixels than any map has."""
    try:
        with catch_warnings():
            simplefilter("error", RuntimeWarning)  # the reader only warns of what takes half a gigabyte
            reader = ImageReader(BytesIO(content))
            reader.getRGBData()
    except Exception:  # whatever its many formats raise: a picture is no reason to print no map
        return None
    return reader


def _point(x: float, y: float) -> str:
    return f"{number(x)} {number(-y)}"


@lru_cache(maxsize=4096)
def box_steps(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The operators that make a rectangle the path to be painted."""
    radius = min(radius, width / 2, height / 2)
    if radius > 0:
        return path_steps(rounded(width, height, radius), x, y)
    return f"{_point(x, y + height)} {number(width)} {number(height)} re"


@lru_cache(maxsize=4096)
def path_steps(commands: tuple[Command, ...], x: float, y: float) -> str:
    """The operators that make these commands the path to be painted, from a point on."""
    steps: list[str] = []
    for command in commands:
        match command:
            case ("M", px, py):
                steps.append(f"{_point(x + px, y + py)} m")
            case ("L", px, py):
                steps.append(f"{_point(x + px, y + py)} l")
            case ("C", x1, y1, x2, y2, px, py):
                steps.append(f"{_point(x + x1, y + y1)} {_point(x + x2, y + y2)} {_point(x + px, y + py)} c")
            case _:
                steps.append("h")
    return " ".join(steps)


@lru_cache(maxsize=1024)
def rounded(width: float, height: float, radius: float) -> tuple[Command, ...]:
    """The outline of a rectangle with round corners, from its left upper corner clockwise."""
    handle = radius * (1 - QUARTER)
    return (
        ("M", radius, 0), ("L", width - radius, 0),
        ("C", width - handle, 0, width, handle, width, radius), ("L", width, height - radius),
        ("C", width, height - handle, width - handle, height, width - radius, height), ("L", radius, height),
        ("C", handle, height, 0, height - handle, 0, height - radius), ("L", 0, radius),
        ("C", 0, handle, handle, 0, radius, 0), ("Z",),
    )  # fmt: skip
