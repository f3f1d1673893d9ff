"""The action list as CSV, workbook and Markdown: what stands in it, in which order, and that nothing in it runs."""

import csv
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, strategies as st

from journey_editor.core.records import Head, Record
from journey_editor.insight.case import Case
from journey_editor.interchange.actions import actions_csv, actions_md, actions_xlsx
from tests.building import TODAY, case, metric, opportunity, owners, stage, touchpoint, transition

BASE = (
    *owners("sales", "success"), stage("use", owner="success"), touchpoint("login", "use", "a0", title="First login"),
    touchpoint("quit", "use", "a1", title="Quits"), transition("login", "quit"), touchpoint("later"),
)  # fmt: skip
SIGNS = ("=1+1", "+1", "-1", "@sum", "\tx", "\rx", "'x")


def table(of: Case) -> list[dict[str, str]]:
    """The rows of the CSV as a reader has them."""
    return list(csv.DictReader(StringIO(actions_csv(of).decode("utf-8"), newline="")))


def workbook(of: Case) -> list[dict[str, Any]]:
    """The rows of the workbook as another program has them."""
    sheet = openpyxl.load_workbook(BytesIO(actions_xlsx(of))).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def map_with(*given: Record, **fields: Any) -> Case:
    """The small map with some opportunities and metrics on it."""
    return case(*BASE, *given, **fields)


def test_the_best_score_comes_first_and_what_has_none_last():
    of = map_with(
        opportunity("none", "use"), opportunity("good", "login", impact=4, effort=2),
        opportunity("best", "use", impact=5, value=4, effort=1), opportunity("poor", "use", impact=1, effort=5),
    )  # fmt: skip
    rows = table(of)
    assert [row["Action"] for row in rows] == ["best", "good", "poor", "none"]
    assert [row["Score"] for row in rows] == ["4.5", "2", "0.2", ""]
    assert [row["Class"] for row in rows] == ["quick win", "quick win", "later", ""]


def test_an_action_tells_all_that_a_meeting_asks():
    planned = opportunity(
        "o1", "login", text="Start with an example", impact=4, value=3, alignment=4, effort=2, owner="success",
        who="Mira", due="2026-11-20", status="planned", cost=20000, benefit=90000, metric="m1",
    )  # fmt: skip
    of = map_with(planned, metric("m1", "use", name="Time to value"))
    (row,) = table(of)
    told = {
        "Action": "Start with an example", "Stage": "Use", "Where": "First login", "Owner": "Success", "Who": "Mira",
        "Due": "2026-11-20", "Overdue (days)": "5", "Status": "Planned", "Effort": "2", "Cost": "20000",
        "Benefit": "90000", "Return on investment": "3.5", "Metric": "Time to value", "Id": "o1",
    }  # fmt: skip
    assert {key: row[key] for key in told} == told
    assert float(row["Worth"]) == pytest.approx(11 / 3)
    (cells,) = workbook(of)
    assert (cells["Cost"], cells["Effort"], cells["Return on investment"]) == (20000, 2, 3.5)
    assert cells["Due"].date() == date(2026, 11, 20)
    told_in_words = actions_md(of).decode("utf-8")
    assert "| **20 Nov 2026, overdue by 5 days** |" in told_in_words
    assert "| Use · First login |" in told_in_words and "+350 %" in told_in_words


@pytest.mark.parametrize(
    ("due", "status", "late"),
    [("2026-11-24", "proposed", "1"), ("2026-11-25", "planned", ""), ("2026-11-26", "doing", ""),
     ("2026-11-01", "done", ""), ("2026-11-01", "dropped", ""), (None, "doing", "")],
)  # fmt: skip
def test_late_is_what_should_have_been_done_and_is_not(due: str | None, status: str, late: str):
    (row,) = table(map_with(opportunity("o", "use", due=due, status=status)))
    assert row["Overdue (days)"] == late


def test_what_hangs_in_the_tray_is_not_listed():
    of = map_with(opportunity("waits", "later"), opportunity("counts", "login-quit"))
    (row,) = table(of)
    assert (row["Action"], row["Stage"], row["Where"]) == ("counts", "Use", "First login → Quits")


@pytest.mark.parametrize("text", SIGNS)
def test_nothing_in_a_table_runs(text: str):
    of = map_with(opportunity("o", "use", text=text, who=text))
    (row,) = table(of)
    assert row["Action"] == row["Who"] == f"'{text}"
    sheet = openpyxl.load_workbook(BytesIO(actions_xlsx(of))).worksheets[0]
    cells = [cell for line in sheet.iter_rows(min_row=2) for cell in line if cell.value is not None]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert [cell.column_letter for cell in cells if cell.quotePrefix] == ["D", "H"]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_any_text_comes_back_from_the_csv(text: str):
    (row,) = table(map_with(opportunity("o", "use", text=text)))
    assert row["Action"].removeprefix("'" if text[:1] in "=+-@'" and text else "") == text


def test_marks_of_markdown_stay_letters():
    told = actions_md(map_with(opportunity("o", "use", text="A | B\n<b>*c*</b> [d](e)"))).decode("utf-8")
    assert r"| A \| B<br>\<b\>\*c\*\</b\> \[d\](e) |" in told


def test_an_empty_list_says_so():
    assert "no opportunities" in actions_md(map_with()).decode("utf-8")
    assert table(map_with()) == [] and workbook(map_with()) == []


def test_equal_lists_give_equal_bytes_and_the_day_is_the_one_asked_for():
    of = map_with(opportunity("o", "use", text="x" * 10_000))
    assert actions_xlsx(of) == actions_xlsx(of)
    assert openpyxl.load_workbook(BytesIO(actions_xlsx(of))).properties.created.date() == TODAY


def test_the_currency_of_the_file_is_told():
    given = [*BASE, opportunity("o", "use", cost=10, benefit=30)]
    of = case(*given)
    with_currency = Case(replace(of.journey, head=Head(currency="EUR")), TODAY)
    assert "Cost (EUR)" in workbook(with_currency)[0] and "Cost" in table(with_currency)[0]
    assert "10\u00a0EUR" in actions_md(with_currency).decode("utf-8")
    assert "Cost" in workbook(of)[0]
