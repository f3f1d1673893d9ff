"""What a text is that people paste or drop: a list of lines, a table, a diagram, a map file, or nothing to read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from journey_editor.assets import _, ngettext
from journey_editor.core.capture.lines import split_lines
from journey_editor.core.input import typed
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.interchange.endings import DIAGRAMS, TABLES
from journey_editor.interchange.headings import role_of
from journey_editor.interchange.mermaid import is_journey, other_diagram
from journey_editor.interchange.steps import Steps, finished
from journey_editor.interchange.tables import (
    Rows,
    is_markdown,
    is_tabbed,
    markdown_rows,
    reading_separated,
    reading_web_page,
    separator,
)
from journey_editor.storage.shape import FORMAT

LINES = 5_000
"""So many lines or rows are taken at once: more would be no map, and undoing them would halt the window."""

LETTERS = 5_000_000
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd\ufffe\uffff\ud800-\udfff]")
_STRUCTURE = re.compile(r"<table[\s>]", re.IGNORECASE)


_BLANKS = 20
"""So many times as many lines as are taken may be there at all."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that each say something, blank ones among them; `said` is how many are not blank."""

    lines: tuple[str, ...]
    said: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Mermaid:
    """The text of a Mermaid journey."""

    text: str


@dataclass(frozen=True, slots=True)
class MapFile:
    """The text of a whole map file."""

    text: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing that can be read; the sentence says why, "" where there was nothing at all."""

    sentence: str = ""


Pasted = Lines | Table | Mermaid | MapFile | Nothing


def recognised(text: str, html: str = "", name: str = "") -> Pasted:
    """Return what a text is: see `recognising`."""
    return finished(recognising(text, html, name))


def recognising(text: str, html: str = "", name: str = "", limit: int = LINES) -> Steps[Pasted]:
    """Find out in steps what a text is, beside which there may be a web page of the same (`html`).

    `name` is that of the file it comes from, "" where it comes from another program; its ending counts. More than
    `limit` lines or rows are not taken.
    """
    if not text.strip() and not html.strip():
        return Nothing()
    if (refused := _refused(text, html, name)) is not None:
        return refused
    head = text[:2_000]
    if head.lstrip().startswith("{") and f'"{FORMAT}"' in head:
        return MapFile(text)
    if (breaks := text.count("\n") + text.count("\r")) > _BLANKS * limit:
        return Nothing(_too_many(breaks + 1, limit))  # mostly blank ones, and only looking at each would be felt
    if is_journey(text):
        return Mermaid(text)
    ending = PurePath(name).suffix.lower()
    kind = other_diagram(text)
    if kind or ending in DIAGRAMS:
        words = _("This is a Mermaid {kind}; only a journey can be read.").format(kind=kind)
        return Nothing(words if kind else _("This holds no Mermaid journey: its first word must be journey."))
    lines = split_lines(typed(text))
    rows = yield from _rows(text, lines, html, ending in TABLES)
    rows = _without_blank_ends(rows)
    if _is_table(rows, ending in TABLES):
        return Nothing(_too_many(len(rows), limit)) if len(rows) > limit else Table(rows)
    said = sum(bool(line.strip()) for line in lines)
    if said > limit:
        return Nothing(_too_many(said, limit))
    for number, line in enumerate(lines, start=1):
        if len(line) > TEXT_LIMIT:
            words = _("Line {line} is longer than {limit} characters.")
            return Nothing(words.format(line=number, limit=f"{TEXT_LIMIT:,}"))
    return Lines(tuple(lines), said) if said else Nothing()


def _refused(text: str, html: str, name: str) -> Nothing | None:
    """Return why a text is not even looked at, None where it is."""
    if len(text) > LETTERS or len(html) > 4 * LETTERS:
        limit = LETTERS // 1_000_000
        return Nothing(_("This is longer than {limit} million characters.").format(limit=limit))
    sample = text[:100_000]
    if len(_UNREADABLE.findall(sample)) * 50 > len(sample) or "\x00" in text:
        return Nothing(_("This is no text but something that a program wrote for itself."))
    return None


def _rows(text: str, lines: Sequence[str], html: str, is_file: bool) -> Steps[Rows]:
    """Return the rows of a table, none where there is no sign of one."""
    if is_markdown(lines):
        return markdown_rows(lines)
    if is_tabbed(lines):
        return (yield from reading_separated(text, "\t"))
    if _STRUCTURE.search(html):
        rows = yield from reading_web_page(html)
        if _most_of_text(rows, text):
            return rows
    first = next((line for line in lines if line.strip()), "")
    mark = separator(first) if len(first) <= TEXT_LIMIT else ""
    if mark and (is_file or _has_headings(first, mark)):
        return (yield from reading_separated(text, mark))
    return tuple((line,) for line in lines) if is_file else ()


def _has_headings(line: str, mark: str) -> bool:
    """Whether a line is the head of a table: its cells are known words, at least two of them."""
    cells = [cell.strip().strip('"') for cell in line.split(mark)]
    known = sum(bool(role_of(cell)) for cell in cells)
    return known >= 2 and known * 2 >= len(cells) and all(len(cell) <= 40 for cell in cells)


def _most_of_text(rows: Rows, text: str) -> bool:
    """Whether a table is what a text is about, and no small part of a page."""
    inside = sum(len(cell) for row in rows for cell in row)
    return not text.strip() or inside * 2 >= len("".join(text.split()))


def _without_blank_ends(rows: Rows) -> Rows:
    said = [place for place, row in enumerate(rows) if any(row)]
    return rows[said[0] : said[-1] + 1] if said else ()


def _is_table(rows: Rows, is_file: bool) -> bool:
    """Whether rows are a table: two columns and two rows at least, or one row of three, or a file that says so."""
    said = [sum(bool(cell) for cell in row) for row in rows]
    return bool(said) and (is_file or (max(said) > 1 and (len(said) > 1 or said[0] > 2)))


def _too_many(count: int, limit: int) -> str:
    words = ngettext(
        "This is {count} line; at most {limit} are taken at once.",
        "These are {count} lines; at most {limit} are taken at once.",
        count,
    )
    return words.format(count=f"{count:,}", limit=f"{limit:,}")
