"""A report on pages: title, sections, page numbers, and where its bookmarks lead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.interchange.report.parts import Lines, Report, Section
from journey_editor.layout import text
from journey_editor.layout.primitives import Box, Element, Ink, Primitive, Rect
from journey_editor.picture import Curve as Drawn
from journey_editor.poster.paper import MM, Orientation, PaperError, paper
from journey_editor.poster.report import type as font
from journey_editor.poster.report.blocks import ruled, section_pieces
from journey_editor.poster.report.piece import Piece, Placed, paged
from journey_editor.poster.report.type import STYLE, broken, line, width
from journey_editor.poster.sheet import Bookmark, Page

LEAST = 100.0, 140.0
"""The short and the long side in millimetres of the smallest paper that a report is written on."""

_A4 = 210.0
_SMALLEST = 0.78  # how small letters become on small paper: 7.4 points
_MOST_LINES = 9  # to write on


class Paper(NamedTuple):
    """What a report is printed on, as the command line names it; upright unless somebody wants it lying."""

    name: str
    orientation: Orientation | None = None


A4 = Paper("a4")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper as a report uses it: its size in points of layout, and how large such a point is printed."""

    width: float
    height: float
    scale: float
    side: float = 54.0
    top: float = 52.0
    bottom: float = 58.0

    def full(self) -> "Sheet":
        """Return the same paper with narrower margins."""
        return replace(self, side=44.0, top=40.0, bottom=46.0)

    def finer(self, by: float) -> "Sheet":
        """Return the same paper with smaller letters."""
        return replace(self, width=self.width / by, height=self.height / by, scale=self.scale * by)

    @property
    def room(self) -> tuple[float, float]:
        """How wide and high the text is."""
        return self.width - 2 * self.side, self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a report and its outline."""

    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]


def sheet_for(given: Paper) -> Sheet:
    """Return the paper of a report: upright unless somebody wants it lying.

    Raises PaperError for what is no paper, a roll, and what is too small to be read.
    """
    name, orientation = given
    found = paper(name, orientation or (None if "x" in name.lower() else "portrait"))
    if found.width is None:
        raise PaperError(_("A report needs pages: {paper} is a roll.").format(paper=name))
    short, long = sorted((found.width, found.height))
    if short < LEAST[0] or long < LEAST[1]:
        raise PaperError(
            _("A report cannot be read on {paper}: it needs {short} × {long} mm.").format(
                paper=found.name, short=f"{LEAST[0]:g}", long=f"{LEAST[1]:g}"
            )
        )
    scale = max(_SMALLEST, short / _A4)
    return Sheet(found.width * MM / scale, found.height * MM / scale, scale)


def pages_of(report: Report, sheet: Sheet, drawn: Drawn) -> Pages:
    """Return a report on as many pages as it takes."""
    wide, high = sheet.room
    pieces = _title(report, wide)
    for section in report.sections:
        pieces += section_pieces(section, wide, drawn)
    return _finished(report, sheet, paged(pieces, high))


def one_page(report: Report, sheet: Sheet, drawn: Drawn) -> Pages | None:
    """Return a report on a single page, what is left of it made lines to write on; None where it needs more pages."""
    wide, high = sheet.room
    *others, last = report.sections
    pieces = _title(report, wide, font.AGENDA)
    for section in others:
        pieces += section_pieces(section, wide, drawn, compact=True)
    least = next((block.least for block in last.blocks if isinstance(block, Lines)), 0)
    pieces += section_pieces(Section(last.heading, []), wide, drawn, compact=True)
    placed = paged(pieces, high)
    rule = ruled(1, wide)[0]
    used = placed[-1][-1].y + placed[-1][-1].piece.height
    free = int((high - used) // rule.height)
    if len(placed) > 1 or free < least:
        return None
    return _finished(report, sheet, paged([*pieces, *ruled(min(free, _MOST_LINES), wide)], high))


def _title(report: Report, wide: float, large: font.Font = font.TITLE) -> list[Piece]:
    """Return what stands at the top of the first page."""
    kind = report.kind if report.kind else ""
    pieces = [Piece(font.HEAD.step + 4.0, (line(_eyebrow(kind, report.day), font.HEAD, 0.0, 0.0, "gold"),))]
    pieces += (
        Piece(large.step, (line(words, large, 0.0, 0.0),), stays=True) for words in broken(report.title, large, wide)
    )
    pieces += (
        Piece(font.SUBTITLE.step, (line(words, font.SUBTITLE, 0.0, 0.0, "muted"),), 2.0 if at == 0 else 0.0)
        for at, words in enumerate(broken(report.subtitle, font.SUBTITLE, wide))
    )
    names = max((width(name, font.LEAD) for name, _words in report.about), default=0.0) + 14.0
    for at, (name, words) in enumerate(report.about):
        for number, each in enumerate(broken(words, font.BODY, wide - names)):
            parts: list[Primitive] = [line(each, font.BODY, names, 0.0)]
            if number == 0:
                parts.append(line(name, font.LEAD, 0.0, 0.0, "muted"))
            before = large.step / 3 if at == 0 and number == 0 else 2.0 if number == 0 else 0.0
            pieces.append(Piece(font.BODY.step, tuple(parts), before))
    below = large.step * 0.4
    rule = Box(0.0, below, wide, 1.0, Ink(fill=STYLE.line))
    return [*pieces, Piece(below + 1.0, (rule,))]


def _eyebrow(kind: str, day: str) -> str:
    return f"{kind} · {day}" if kind else day


def _finished(report: Report, sheet: Sheet, placed: Sequence[Sequence[Placed]]) -> Pages:
    pages: list[Page] = []
    bookmarks: list[Bookmark] = []
    for number, pieces in enumerate(placed):
        found = [Element("paper", "", Rect(0.0, 0.0, sheet.width, sheet.height), ())]
        for each in pieces:
            rect = Rect(sheet.side, sheet.top + each.y, sheet.room[0], each.piece.height)
            if each.piece.parts:
                found.append(Element("list", "", rect, each.piece.parts))
            if each.piece.bookmark is not None:
                title, level = each.piece.bookmark
                bookmarks.append(Bookmark(title, rect, level, number, zooms=False))
        found.append(_foot(report, sheet, number, len(placed)))
        pages.append(Page(sheet.width * sheet.scale, sheet.height * sheet.scale, tuple(found), sheet.scale))
    return Pages(tuple(pages), tuple(bookmarks))


def _foot(report: Report, sheet: Sheet, number: int, count: int) -> Element:
    """Return the last line of a page: what it is of, and its number."""
    wide = sheet.room[0]
    right = _("Page {number} of {count}").format(number=number + 1, count=count)
    room = wide - width(right, font.SMALL) - 20.0
    left = text.ellipsis(
        f"{report.title} · {_eyebrow(report.kind, report.day)}", font.SMALL.face, font.SMALL.size, room
    )
    parts = (
        Box(0.0, 0.0, wide, 0.6, Ink(fill=STYLE.line)),
        line(left, font.SMALL, 0.0, 6.0, "muted"),
        line(right, font.SMALL, wide, 6.0, "muted", "end"),
    )
    return Element("hint", "", Rect(sheet.side, sheet.height - sheet.bottom + 16.0, wide, 18.0), parts)
