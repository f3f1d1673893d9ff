"""Tables as they are pasted: from a spreadsheet, a CSV file, Markdown or a web page, as rows of cells."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser

from journey_editor.core.input import typed
from journey_editor.interchange.steps import Steps

Rows = tuple[tuple[str, ...], ...]
"""The cells of each row; rows need not be equally long."""

COLUMNS = 200
"""Columns from here on are left out: nobody maps a table that wide."""

SPAN = 1_000  # rows or columns that one cell of a web page may span
LINES = 60  # lines of one cell
CHUNK = 16_384  # letters of a web page that are read in one step
_MARKDOWN_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_PIPE = re.compile(r"(?<!\\)\|")
_GUARD = re.compile(r"^'(?=['=+\-@＝＋－＠])")  # keeps a spreadsheet from computing a text
_BREAK = re.compile(r"<\s*br\s*/?\s*>", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]+")


def is_tabbed(lines: Sequence[str]) -> bool:
    """Whether lines are a table with tabs between its cells: most have one, apart from those they are indented by."""
    said = [line for line in lines[:COLUMNS] if line.strip()]
    return len(said) > 0 and sum("\t" in line.strip() for line in said) * 2 > len(said)


def is_markdown(lines: Sequence[str]) -> bool:
    """Whether lines are a table of Markdown: a row with bars, and a rule below it."""
    said = [line for line in lines if line.strip()][:2]
    return len(said) == 2 and "|" in said[0] and "|" in said[1] and bool(_MARKDOWN_RULE.match(said[1]))


def separator(line: str) -> str:
    """Return what separates the cells of a line of CSV: the mark that it has most of, "" where it has none."""
    counts = {mark: _outside_quotes(line).count(mark) for mark in ("\t", ";", ",")}
    mark = max(counts, key=lambda each: counts[each])
    return mark if counts[mark] else ""


def reading_separated(text: str, mark: str) -> Steps[Rows]:
    """Read rows whose cells are separated by a mark; quotation marks may keep breaks and marks within a cell."""
    lines = _LINE.findall(text)
    rows: list[tuple[str, ...]] = []
    taken = 0

    def each() -> Iterator[str]:
        nonlocal taken
        for line in lines:
            taken += 1
            yield line

    reader = csv.reader(each(), delimiter=mark)
    while True:
        before = taken
        try:
            row = next(reader)
        except StopIteration:
            return tuple(rows)
        except csv.Error:  # a cell without end
            row = None
        if row is None or _swallows(row, lines[before:taken], mark):
            rows += [tuple(_cell(cell) for cell in line.rstrip("\r\n").split(mark)) for line in lines[before:]]
            return tuple(rows)
        rows.append(tuple(_cell(cell) for cell in row[:COLUMNS]))
        yield taken / len(lines)


def markdown_rows(lines: Iterable[str]) -> Rows:
    """Return the rows of a table of Markdown, as far as it goes."""
    rows: list[tuple[str, ...]] = []
    for line in lines:
        if not line.strip():
            continue
        if "|" not in line:
            break
        if _MARKDOWN_RULE.match(line) and len(rows) == 1:
            continue
        inner = line.strip().removeprefix("|")
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        cells = (_BREAK.sub("\n", cell).replace("\\|", "|").replace("**", "") for cell in _PIPE.split(inner))
        rows.append(tuple(_cell(cell) for cell in cells)[:COLUMNS])
    return tuple(rows)


def reading_web_page(html: str) -> Steps[Rows]:
    """Read the table of a web page with the most cells; no rows where there is none."""
    parser = _Tables()
    for start in range(0, len(html), CHUNK):
        parser.feed(html[start : start + CHUNK])
        yield start / len(html)
    parser.close()
    parser.end_table()
    return max(parser.tables, key=lambda rows: sum(len(row) for row in rows), default=())


class _Tables(HTMLParser):
    """Collects the tables of a page; a table within a cell is only words there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Rows] = []
        self._depth = 0
        self._silent = 0  # depth of scripts and styles
        self._rows: list[list[str]] = []
        self._hanging: dict[int, tuple[int, str]] = {}  # column → rows that a cell above still spans, its words
        self._cell: list[str] | None = None
        self._spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "title"):
            self._silent += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._end_row()
            self._rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            if not self._rows:
                self._rows.append([])
            self._fill_hanging()
            given = dict(attrs)
            self._spans = _span(given.get("colspan")), _span(given.get("rowspan"))
            self._cell = []
        elif self._cell is not None and tag in ("br", "p", "li", "div"):
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "title"):
            self._silent = max(0, self._silent - 1)
        elif tag == "table":
            if self._depth == 1:
                self.end_table()
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(_BLANKS.sub(" ", data.replace("\n", " ")))

    def end_table(self) -> None:
        """Keep the table that was open."""
        self._end_row()
        if self._rows:
            self.tables.append(tuple(tuple(row) for row in self._rows))
        self._rows, self._hanging = [], {}

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        words, (columns, rows) = _cell("".join(self._cell)), self._spans
        row = self._rows[-1]
        for _number in range(min(columns, COLUMNS - len(row))):
            if rows > 1:
                self._hanging[len(row)] = (rows - 1, words)
            row.append(words)
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._rows:
            self._fill_hanging()

    def _fill_hanging(self) -> None:
        """Put in the cells of rows above that reach down to here."""
        row = self._rows[-1]
        while (hanging := self._hanging.get(len(row))) is not None and len(row) < COLUMNS:
            left, words = hanging
            if left > 1:
                self._hanging[len(row)] = (left - 1, words)
            else:
                del self._hanging[len(row)]
            row.append(words)


def _span(words: str | None) -> int:
    return max(1, min(SPAN, int(words))) if words and words.isdecimal() and len(words) < 6 else 1


def _cell(words: str) -> str:
    """Return the words of a cell without blanks around them and around its breaks."""
    lines = (_BLANKS.sub(" ", line).strip() for line in typed(words).split("\n"))
    return _GUARD.sub("", "\n".join(line for line in lines if line))


def _swallows(row: Sequence[str], lines: Sequence[str], mark: str) -> bool:
    """Whether a quotation mark that was never closed swallowed other cells or rows."""
    is_closed = sum(line.count('"') for line in lines) % 2 == 0
    if len(lines) == 1:
        return not is_closed and any(mark in cell for cell in row)
    return not is_closed or len(lines) > LINES


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)
