"""One table as an Excel workbook: a frozen head, filters, widths, and a page that prints on whole sheets.

Texts are written as texts, never as formulas, links or numbers; equal tables and days give equal bytes.
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any, Literal, NamedTuple

import xlsxwriter

from journey_editor.interchange.cells import FORMULA_SIGNS

Cell = str | float | date | None
Kind = Literal["text", "number", "fraction", "share", "day"]
"""What the values of a column are; of numbers each that is not whole is shown as a fraction."""

_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_HEAD = {**_FONT, "bold": True, "text_wrap": True, "bg_color": "#ECE8DF", "bottom": 1, "bottom_color": "#C9C3B8"}
_KINDS: dict[Kind, dict[str, Any]] = {
    "text": {"text_wrap": True},
    "number": {"num_format": "#,##0"},
    "fraction": {"num_format": "#,##0.00"},
    "share": {"num_format": "0 %"},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
}
_LATE = {"font_color": "#B04A00"}
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was
_LARGEST = 1e15  # of larger numbers Excel shows wrong digits; they stay as texts
_SHEET_NAME = 31  # letters


class Column(NamedTuple):
    """A column: its heading, what kind of values it has and how many letters wide it is."""

    heading: str
    kind: Kind
    width: float


def sheet(
    name: str, title: str, made: datetime, columns: Sequence[Column], rows: Sequence[Sequence[Cell]],
    late: Sequence[bool],
) -> bytes:  # fmt: skip
    """Return a workbook of one sheet. `late` rows stand out; `made` is the only time that it tells."""
    target = BytesIO()
    book: Any = xlsxwriter.Workbook(
        target,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )
    book.set_properties({"title": title, "created": made})
    page: Any = book.add_worksheet(name[:_SHEET_NAME])
    styles = _styles(book)
    head = book.add_format(_HEAD)
    for at, column in enumerate(columns):
        page.set_column(at, at, column.width)
        page.write_string(0, at, column.heading, head)
    for line, (row, is_late) in enumerate(zip(rows, late, strict=True), 1):
        for at, (column, value) in enumerate(zip(columns, row, strict=True)):
            _write(page, (line, at), value, column.kind, styles, is_late)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&L&A&R&P / &N")
    book.close()
    return target.getvalue()


Styles = dict[tuple[Kind, bool, bool], Any]


def _styles(book: Any) -> Styles:
    """Return the formats by the kind of value, whether the row is late, and whether Excel must keep it a text."""
    return {
        (kind, is_late, is_quoted): book.add_format(
            _FONT | look | (_LATE if is_late else {}) | ({"quote_prefix": True} if is_quoted else {})
        )
        for kind, look in _KINDS.items()
        for is_late in (False, True)
        for is_quoted in (False, True)
    }


def _write(page: Any, place: tuple[int, int], value: Cell, kind: Kind, styles: Styles, is_late: bool) -> None:
    if value is None or value == "":
        return
    style = styles[kind, is_late, False]
    if isinstance(value, str):
        # a text that begins like a formula stays one, also when somebody edits it in Excel
        page.write_string(*place, value, styles["text", is_late, value.startswith(FORMULA_SIGNS)])
    elif isinstance(value, date):
        if value < _FIRST_DAY:
            page.write_string(*place, value.isoformat(), style)
        else:
            page.write_datetime(*place, value, style)
    elif abs(value) >= _LARGEST:
        page.write_string(*place, f"{value:.12g}", style)
    else:
        is_whole = kind != "number" or float(value).is_integer()
        page.write_number(*place, value, style if is_whole else styles["fraction", is_late, False])
