"""A page as SVG: the same primitives, text as text with the fonts it uses inside the file.

The fonts are those that layout measured with, so a browser shapes the words to the same places; the length of each
run is written down too, for programs that take another font.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape
from unicodedata import normalize

from journey_editor.layout.primitives import HALO, Box, Command, Element, Figure, Image, Ink, Line, Path, Primitive, Run
from journey_editor.poster.numbers import exact, number
from journey_editor.poster.sheet import Page
from journey_editor.poster.woff import subset

FAMILIES = {
    "Inter": "Inter",
    "NotoSansArabic": "Noto Sans Arabic",
    "NotoSansDevanagari": "Noto Sans Devanagari",
    "NotoSansThai": "Noto Sans Thai",
    "DejaVuSans": "DejaVu Sans",
}
WEIGHTS = {"Medium": "500", "SemiBold": "600", "Bold": "700"}
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
KINDS = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"), (b"GIF8", "image/gif"), (b"RIFF", "image/webp"))


def write_svg(page: Page, title: str, language: str = "en", pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return a page as an SVG file in UTF-8, its size in points."""
    width, height = exact(page.width / page.scale), exact(page.height / page.scale)
    drawn = _Drawn(pictures or {})
    for element in sorted(page.elements, key=lambda each: each.layer):
        drawn.element(element)
    return "\n".join((
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{text(language)}" xml:space="preserve" role="img" '
        f'width="{exact(page.width)}pt" height="{exact(page.height)}pt" viewBox="0 0 {width} {height}">',
        f"<title>{text(title)}</title>",
        f"<style>{''.join(drawn.fonts())}</style>",
        '<g fill="none" stroke-linecap="round" stroke-linejoin="round">',
        *drawn.lines,
        "</g>",
        "</svg>\n",
    )).encode()  # fmt: skip


class _Drawn:
    """The file's lines so far, and the letters that each face was used for."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        self.lines: list[str] = []
        self._clips = 0
        self._pictures = pictures
        self._letters: dict[str, set[str]] = {}

    def fonts(self) -> Iterable[str]:
        """Yield the rule of each face, its font inside it."""
        for face, letters in sorted(self._letters.items()):
            file = b64encode(subset(face, letters)).decode("ascii")
            names = f"font-family:'{_family(face)}';font-weight:{_weight(face)};font-style:{_slant(face)}"
            yield f"@font-face{{{names};src:url(data:font/woff;base64,{file}) format('woff')}}"

    def element(self, element: Element) -> None:
        """Draw an element as a group, named by its role, with its whole text where something was cut."""
        place = f"translate({number(element.rect.x)} {number(element.rect.y)})"
        self.lines.append(f'<g class="{element.role}" transform="{place}">')
        if element.tip:
            self.lines.append(f"<title>{text(element.tip)}</title>")
        self._parts(element.parts, 0.0, 0.0)
        self.lines.append("</g>")

    def _parts(self, parts: Iterable[Primitive], x: float, y: float) -> None:
        for part in parts:
            match part:
                case Box():
                    self.lines.append(
                        f'<rect x="{number(x + part.x)}" y="{number(y + part.y)}" width="{number(part.width)}" '
                        f'height="{number(part.height)}"{_radius(part)}{_ink(part.ink)}/>'
                    )
                case Path():
                    self.lines.append(f'<path d="{_steps(part.commands, x, y)}"{_ink(part.ink)}/>')
                case Line():
                    self._line(part, x, y)
                case Figure():
                    self._parts(part.parts, x + part.x, y + part.y)
                case Image():
                    self._image(part, x, y)

    def _line(self, line: Line, x: float, y: float) -> None:
        x, y = x + line.x, y + line.y
        halo = f' stroke="{line.halo}" stroke-width="{number(2 * HALO)}" paint-order="stroke"' if line.halo else ""
        spans: list[str] = []
        turned = 0  # how many spans run from right to left so far: they are written in the order of reading
        for run in line.runs:
            turned = turned + 1 if run.rtl else 0
            spans.insert(len(spans) - max(turned - 1, 0), self._span(run, x, y))
            x += run.width
        if spans:
            self.lines.append(
                f'<text font-size="{number(line.size)}" fill="{line.color}"{halo}>{"".join(spans)}</text>'
            )

    def _span(self, run: Run, x: float, y: float) -> str:
        self._letters.setdefault(run.face, set()).update(run.text + normalize("NFC", run.text))
        length = f' textLength="{number(run.width)}" lengthAdjust="spacingAndGlyphs"' if run.width else ""
        turned = ' direction="rtl" unicode-bidi="embed" text-anchor="end"' if run.rtl else ""
        slant = ' font-style="italic"' if _slant(run.face) == "italic" else ""
        return (
            f'<tspan x="{number(x)}" y="{number(y)}" font-family="{_family(run.face)}, sans-serif" '
            f'font-weight="{_weight(run.face)}"{slant}{length}{turned}>{text(run.text)}</tspan>'
        )

    def _image(self, image: Image, x: float, y: float) -> None:
        content = self._pictures.get(image.picture)
        if content is None:
            return
        kind = next((name for start, name in KINDS if content.startswith(start)), "image/png")
        place = (
            f'x="{number(x + image.x)}" y="{number(y + image.y)}" width="{number(image.width)}" '
            f'height="{number(image.height)}"'
        )
        self._clips += 1
        name = f"clip{self._clips}"
        self.lines.append(f'<clipPath id="{name}"><rect {place} rx="{number(image.radius)}"/></clipPath>')
        self.lines.append(
            f'<image {place} preserveAspectRatio="xMidYMid slice" clip-path="url(#{name})" '
            f'href="data:{kind};base64,{b64encode(content).decode("ascii")}"/>'
        )


def text(words: str) -> str:
    """Words as they stand in XML, without the few letters that XML cannot hold."""
    return escape(NOT_XML.sub("", words))


def _radius(box: Box) -> str:
    return f' rx="{number(box.radius)}"' if box.radius else ""


def _ink(ink: Ink) -> str:
    found: list[str] = []
    if ink.fill is not None:
        found.append(f'fill="{ink.fill}"')
        if ink.fill_opacity < 1:
            found.append(f'fill-opacity="{number(ink.fill_opacity)}"')
    if ink.stroke is not None:
        found.append(f'stroke="{ink.stroke}" stroke-width="{number(ink.width)}"')
        if ink.dash:
            found.append(f'stroke-dasharray="{" ".join(map(number, ink.dash))}"')
        if ink.stroke_opacity < 1:
            found.append(f'stroke-opacity="{number(ink.stroke_opacity)}"')
    return "".join(" " + each for each in found)


def _steps(commands: Iterable[Command], x: float, y: float) -> str:
    steps: list[str] = []
    for command in commands:
        letter, *places = command
        shifted = (number(place + (y if index % 2 else x)) for index, place in enumerate(places))
        steps.append(letter + " ".join(shifted))
    return "".join(steps)


def _family(face: str) -> str:
    name = face.partition("-")[0]
    return FAMILIES.get(name, name)


def _weight(face: str) -> str:
    return WEIGHTS.get(face.partition("-")[2], "400")


def _slant(face: str) -> str:
    return "italic" if "Italic" in face else "normal"
