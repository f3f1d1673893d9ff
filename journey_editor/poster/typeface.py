"""Fonts inside a PDF: the glyphs that layout chose, embedded as a subset, and what text each of them stands for.

A face is written as a composite font with a code for each pair of a glyph and the letters it stands for. So whatever
HarfBuzz shaped is drawn as it is, ligatures and joined scripts included, and every viewer copies the letters that were
typed: the dotless body of an Arabic letter has a code for each letter it is part of. reportlab's own TrueType fonts
are addressed by characters and can do neither.
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportPrivateUsage=false

import hashlib
import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfdoc

from journey_editor.assets import font_path
from journey_editor.layout.primitives import Command
from journey_editor.layout.shapes import quadratic

UNITS = 1000  # PDF counts glyph space in thousandths of the text's size
BLOCK = 100  # entries that one block of a CMap may have
SYMBOLIC, ITALIC = 1 << 2, 1 << 6
STEM = 80  # no viewer uses it where the font is embedded, but the key is required
NOT_FOR_PDF = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "name", "post", "gasp", "STAT", "FFTM", "kern", "DSIG")


@cache
def hb_face(name: str) -> Any:
    """The face of a bundled font. Raises MissingAssetError where there is none."""
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_path(name))))


class _Pen:
    """Takes a glyph's outline as HarfBuzz draws it, in font units upwards, as commands in points downwards."""

    def __init__(self, scale: float) -> None:
        self.commands: list[Command] = []
        self._scale = scale
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:
        self._at = self._place(point)
        self.commands.append(("M", *self._at))

    def lineTo(self, point: tuple[float, float]) -> None:
        self._at = self._place(point)
        self.commands.append(("L", *self._at))

    def qCurveTo(self, handle: tuple[float, float], point: tuple[float, float]) -> None:
        _, curve = quadratic(self._at, self._place(handle), self._place(point))
        self._at = self._place(point)
        self.commands.append(curve)

    def curveTo(self, first: tuple[float, float], second: tuple[float, float], point: tuple[float, float]) -> None:
        self._at = self._place(point)
        self.commands.append(("C", *self._place(first), *self._place(second), *self._at))

    def closePath(self) -> None:
        self.commands.append(("Z",))

    def _place(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self._scale, -point[1] * self._scale


@lru_cache(maxsize=4096)
def outline(name: str, glyph: int, size: float) -> tuple[Command, ...]:
    """The outline of a glyph of a bundled font at a size in points, about its place on the baseline."""
    face = hb_face(name)
    pen = _Pen(size / face.upem)
    uharfbuzz.Font(face).draw_glyph_with_pen(glyph, pen)
    return tuple(pen.commands)


class Typeface:
    """One face as one document uses it: collects glyphs while pages are drawn, writes the font at the end.

    `name` is the font file's name, `label` the name of the resource in the page ("F1").
    """

    def __init__(self, name: str, label: str) -> None:
        """Open a bundled face. Raises MissingAssetError where there is none."""
        self.name = name
        self.label = label
        self.face = hb_face(name)
        self._font = uharfbuzz.Font(self.face)
        self._scale = UNITS / self.face.upem
        self._codes: dict[tuple[int, str], int] = {}
        self._glyphs: list[int] = []
        self._advances: list[int] = []
        self.blank: int = self._font.get_nominal_glyph(ord(" ")) or 0

    def code(self, glyph: int, text: str) -> int:
        """The code of a glyph where it stands for some letters; "" where those belong to another glyph."""
        found = self._codes.get((glyph, text))
        if found is None:
            found = self._codes[glyph, text] = len(self._glyphs)
            self._glyphs.append(glyph)
            self._advances.append(round(self._font.get_glyph_h_advance(glyph) * self._scale))
        return found

    def advance(self, code: int) -> int:
        """How far a code moves the pen, in thousandths of the size: whole, since some viewers read whole numbers."""
        return self._advances[code]

    def widest(self, glyphs: tuple[int, ...]) -> int:
        """Which of some glyphs takes the most room: the body that others, its dots and marks, belong to."""
        widths: list[int] = [self._font.get_glyph_h_advance(glyph) for glyph in glyphs]
        return widths.index(max(widths))

    def clusters(self, text: str, rtl: bool) -> list[tuple[tuple[int, ...], str]]:
        """The glyphs of a text in drawing order, those of one cluster together, with the letters they came from."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = "en"  # as layout does
        buffer.direction = "rtl" if rtl else "ltr"
        uharfbuzz.shape(self._font, buffer)
        infos: list[Any] = buffer.glyph_infos
        bounds = [*sorted({info.cluster for info in infos}), len(text)]
        ends = dict(pairwise(bounds))
        return [
            (tuple(info.codepoint for info in group), text[cluster : ends[cluster]])
            for cluster, group in groupby(infos, key=lambda info: info.cluster)
        ]

    def subset(self) -> bytes:
        """The font file with the used glyphs only, under their old numbers."""
        wanted = uharfbuzz.SubsetInput()
        wanted.flags = (
            uharfbuzz.SubsetFlags.RETAIN_GIDS
            | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
            | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
            | uharfbuzz.SubsetFlags.NO_HINTING
        )
        wanted.glyph_set.update(self._glyphs)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in NOT_FOR_PDF)
        return uharfbuzz.subset(self.face, wanted).blob.data

    # What follows is called by reportlab when the document is finished.

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:
        """Write the font's dictionaries and streams into a reportlab document."""
        numbers = stream(b"".join(glyph.to_bytes(2, "big") for glyph in self._glyphs))
        tag = hashlib.sha256(repr((self.name, self._glyphs)).encode()).digest()
        base = "".join(chr(ord("A") + byte % 26) for byte in tag[:6]) + "+" + self.name
        descendant = pdfdoc.PDFDictionary({
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": pdfdoc.PDFName(base),
            "CIDSystemInfo": pdfdoc.PDFDictionary({
                "Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0,
            }),
            "CIDToGIDMap": doc.Reference(numbers, "glyphs:" + self.name),
            "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(self._advances)]),
            "FontDescriptor": doc.Reference(self._descriptor(doc, base), "descriptor:" + self.name),
        })  # fmt: skip
        unicode_map = stream(_unicode_map([text for _, text in self._codes]))
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(base),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant, "descendant:" + self.name)]),
                "ToUnicode": doc.Reference(unicode_map, "unicode:" + self.name),
            }
        )
        doc.idToObject[pdfdoc.BasicFonts].dict[self.label] = doc.Reference(font, "font:" + self.name)

    def _descriptor(self, doc: pdfdoc.PDFDocument, base: str) -> pdfdoc.PDFDictionary:
        file = self.subset()
        content = stream(file)
        content.dictionary["Length1"] = len(file)
        extents = self._font.get_font_extents("ltr")
        head = self.face.reference_table("head").data
        corners = [int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42)]
        italic = "Italic" in self.name
        capitals = self._font.get_glyph_extents(self._font.get_nominal_glyph(ord("H")) or 0)
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(base),
                "Flags": SYMBOLIC | (ITALIC if italic else 0),
                "FontBBox": pdfdoc.PDFArray([round(corner * self._scale) for corner in corners]),
                "ItalicAngle": -10 if italic else 0,
                "Ascent": round(extents.ascender * self._scale),
                "Descent": round(extents.descender * self._scale),
                "CapHeight": round(capitals.y_bearing * self._scale) if capitals else UNITS,
                "StemV": STEM,
                "FontFile2": doc.Reference(content, "file:" + self.name),
            }
        )


def stream(content: bytes) -> pdfdoc.PDFStream:
    """A compressed stream of a PDF."""
    made = pdfdoc.PDFStream(content=zlib.compress(content, 9))
    made.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    return made


def _unicode_map(texts: Iterable[str]) -> bytes:
    """The CMap that tells what text each code stands for, as UTF-16 with surrogates where needed."""
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<0000> <FFFF>", "endcodespacerange",
    ]  # fmt: skip
    entries = [f"<{code:04X}> <{utf16(text)}>" for code, text in enumerate(texts)]
    for block in _blocks(entries):
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


def _blocks(entries: list[str]) -> Iterable[list[str]]:
    return (entries[start : start + BLOCK] for start in range(0, len(entries), BLOCK))


def utf16(text: str) -> str:
    """Text as the hexadecimal digits of UTF-16, high byte first."""
    return text.encode("utf-16-be").hex().upper()
