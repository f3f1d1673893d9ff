"""Paints primitives into a PDF page: layout's points times a scale, y turned upwards, nothing measured again."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportPrivateUsage=false

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from journey_editor.layout.primitives import Box, Command, Element, Figure, Image, Ink, Line, Path, Primitive
from journey_editor.poster.glyphs import show
from journey_editor.poster.numbers import number, rgb
from journey_editor.poster.typeface import Typeface, outline

rl_config.useA85 = 0  # binary streams: a quarter smaller than letters

KAPPA = 0.5522847498  # the handle of a quarter circle as a cubic Bézier, of its radius
HALO = 2.0  # points that a halo reaches beyond the letters
SHOWN_EVERY = 64  # elements between two reports of progress


class Painter:
    """Draws pictures onto the pages of one reportlab canvas.

    `height` is the page's height in points, `scale` what a point of layout takes on it, `pictures` the bytes of the
    images by record id, `faces` the document's fonts so far.
    """

    def __init__(
        self, canvas: Canvas, height: float, scale: float, pictures: Mapping[str, bytes], faces: dict[str, Typeface]
    ) -> None:
        """Begin a page: round joins and caps hold for all of it."""
        self._canvas = canvas
        self._height = height
        self._scale = scale
        self._pictures = pictures
        self._faces = faces
        self._operators: list[str] = ["1 J 1 j"]
        self._known: dict[str, str] = {}
        self._alpha = (1.0, 1.0)

    def paint(self, elements: Sequence[Element], on_progress: Callable[[float], None] | None = None) -> None:
        """Draw elements in the order of their layers and tell from time to time what part is done, 0 to 1."""
        ordered = sorted(elements, key=lambda element: element.layer)
        for index, element in enumerate(ordered):
            self._draw_all(element.parts, element.rect.x, element.rect.y)
            if on_progress and index % SHOWN_EVERY == 0:
                on_progress(index / len(ordered))
        self.flush()

    def flush(self) -> None:
        """Hand over what was drawn so far to the canvas."""
        if self._operators:
            self._canvas.addLiteral("\n".join(self._operators))
            self._operators.clear()

    def _draw_all(self, parts: Iterable[Primitive], x: float, y: float) -> None:
        for part in parts:
            match part:
                case Box():
                    self._box(part, x, y)
                case Path():
                    self._path(part.commands, part.ink, x, y)
                case Line():
                    self._line(part, x, y)
                case Figure():
                    self._draw_all(part.parts, x + part.x, y + part.y)
                case Image():
                    self._image(part, x, y)

    def _point(self, x: float, y: float) -> str:
        return f"{number(x * self._scale)} {number(self._height - y * self._scale)}"

    def _box(self, box: Box, x: float, y: float) -> None:
        x, y = x + box.x, y + box.y
        radius = min(box.radius, box.width / 2, box.height / 2)
        if radius > 0:
            self._path(rounded(box.width, box.height, radius), box.ink, x, y)
            return
        paint = self._ready(box.ink)
        if paint:
            size = f"{number(box.width * self._scale)} {number(box.height * self._scale)}"
            self._operators.append(f"{self._point(x, y + box.height)} {size} re {paint}")

    def _path(self, commands: Iterable[Command], ink: Ink, x: float, y: float) -> None:
        paint = self._ready(ink)
        if not paint:
            return
        point = self._point
        steps: list[str] = []
        for command in commands:
            match command:
                case ("M", px, py):
                    steps.append(f"{point(x + px, y + py)} m")
                case ("L", px, py):
                    steps.append(f"{point(x + px, y + py)} l")
                case ("C", x1, y1, x2, y2, px, py):
                    steps.append(f"{point(x + x1, y + y1)} {point(x + x2, y + y2)} {point(x + px, y + py)} c")
                case _:
                    steps.append("h")
        if steps:
            self._operators.append(f"{' '.join(steps)} {paint}")

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
        ink = Ink(stroke=color, width=2 * HALO)
        for run in line.runs:
            for glyph, dx, dy in zip(run.glyphs, run.xs, run.ys, strict=True):
                self._path(outline(run.face, glyph, line.size), ink, x + dx, y + dy)
            x += run.width

    def _runs(self, line: Line, x: float, y: float) -> str:
        size = line.size * self._scale
        steps: list[str] = []
        place = self._point(x, y)
        for run in line.runs:
            face = self._face(run.face)
            shown = show(run, line.size, self._scale, face)
            steps.append(f"/{face.label} {number(size)} Tf {place} Td {shown}")
            place = f"{number(run.width * self._scale)} 0"
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
        self.flush()
        self._set_alpha(1.0, self._alpha[1])
        scale = self._scale
        self._canvas.drawImage(
            ImageReader(BytesIO(content)),
            (x + image.x) * scale,
            self._height - (y + image.y + image.height) * scale,
            image.width * scale,
            image.height * scale,
            mask="auto",
            preserveAspectRatio=True,
        )

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
            self._set("width", f"{number(ink.width * self._scale)} w")
            self._set("dash", f"[{' '.join(number(length * self._scale) for length in ink.dash)}] 0 d")
        return ("B" if stroked else "f") if filled else "S" if stroked else ""

    def _set(self, what: str, operator: str) -> None:
        if self._known.get(what) != operator:
            self._known[what] = operator
            self._operators.append(operator)

    def _set_alpha(self, fill: float, stroke: float) -> None:
        if (fill, stroke) == self._alpha:
            return
        self.flush()
        self._canvas.setFillAlpha(fill)
        self._canvas.setStrokeAlpha(stroke)
        self._alpha = fill, stroke


def rounded(width: float, height: float, radius: float) -> tuple[Command, ...]:
    """The outline of a rectangle with round corners, from its left upper corner clockwise."""
    handle = radius * (1 - KAPPA)
    return (
        ("M", radius, 0), ("L", width - radius, 0),
        ("C", width - handle, 0, width, handle, width, radius), ("L", width, height - radius),
        ("C", width, height - handle, width - handle, height, width - radius, height), ("L", radius, height),
        ("C", handle, height, 0, height - handle, 0, height - radius), ("L", 0, radius),
        ("C", 0, handle, handle, 0, radius, 0), ("Z",),
    )  # fmt: skip
