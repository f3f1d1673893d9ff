"""Pages of maps that are larger, and in words that are longer, than anybody should make them."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from journey_editor.core.records import Head, JourneyMap, Metric, Opportunity, Owner, Record, Stage, Touchpoint
from journey_editor.ui.desk import Desk
from journey_editor.ui.pages.tables import TablePage
from journey_editor.ui.window import MainWindow
from tests.building import MAP
from tests.ui.pages.reading import shown

PAGES = ("gaps", "measures", "friction")
WORDS = "word " * 1_999 + "wordy"
LETTERS = "x" * 10_000
_NUMBER = re.compile(r"[−+.\d\s]*")

Text = Callable[[int], str]


def crowd(touchpoints: int, text: Text) -> Iterator[Record]:
    """A file with 40 owners, 60 stages, and touchpoints with a metric each."""
    yield Head(title=text(0))
    yield JourneyMap(id=MAP, rank="a0", title=text(0), benchmark="self_serve_saas")
    for place in range(40):
        yield Owner(id=f"o{place}", rank=f"a{place:02}", name=text(place))
    for place in range(60):
        given = {"id": f"s{place}", "map": MAP, "rank": f"a{place:02}", "name": text(place)}
        counts = {"entered": 10**12 - place * 10**9, "completed": 10**12 - (place + 1) * 10**9 - 10**7}
        yield Stage.model_validate({**given, **counts, "phase": "onboarding", "activated": 10**11})
    for place in range(touchpoints):
        stage = f"s{place * 60 // touchpoints}"
        known = {"map": MAP, "rank": f"a{place:04}"}
        yield Touchpoint.model_validate({**known, "id": f"t{place}", "stage": stage, "title": text(place)})
        numbers = {"baseline": 1e9, "current": 1e8 + place, "expected": 5.123456789, "target": 3, "better": "lower"}
        given = {**known, "id": f"m{place}", "on": f"t{place}", "name": text(place), "unit": text(place) * (place % 2)}
        more = {"owner": f"o{place % 40}", "due": date(2020 + place % 9, 1, 1), "gap_text": text(place)}
        yield Metric.model_validate({**given, **more, **(numbers if place % 5 else {})})
    for place in range(200):
        given = {"id": f"p{place}", "map": MAP, "rank": f"a{place:03}", "on": f"s{place % 3}", "text": text(place)}
        yield Opportunity.model_validate({**given, "owner": f"o{place % 40}"})


def take(desk: Desk, records: Iterator[Record]) -> MainWindow:
    window = desk.take({each.id: each for each in records})
    QApplication.processEvents()
    return window


def inside(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget lies within a window as a whole."""
    corner = widget.mapTo(window, widget.rect().topLeft())
    return window.rect().contains(QRect(corner, widget.size()))


def expect_fits(page: TablePage, window: MainWindow) -> None:
    """Columns fill the table and no more, everything lies in the window, and no number is cut."""
    grid = page.grid
    places = [place for place in range(len(grid.table.columns)) if not grid.isColumnHidden(place)]
    assert sum(grid.columnWidth(place) for place in places) <= grid.viewport().width() + 1
    shown = [each for each in (page.title, page.said, page.copy, page.card) if each.isVisible()]
    assert all(inside(each, window) for each in shown)
    assert window.head.undo.isVisible() and inside(window.head.menu, window)
    metrics = QFontMetrics(grid.font())
    for place in places:
        if grid.table.columns[place].is_number:
            digits = [row[place].words for row in grid.table.rows if _NUMBER.fullmatch(row[place].words)]
            widest = max((metrics.horizontalAdvance(each) for each in digits), default=0)
            assert widest <= grid.columnWidth(place) - 16, grid.table.columns[place].name


@pytest.mark.parametrize("text", [lambda _place: WORDS, lambda _place: LETTERS], ids=["words", "letters"])
def test_texts_of_ten_thousand_letters_are_shortened_and_nothing_is_pushed_out(desk: Desk, text: Text):
    window = take(desk, crowd(120, text))
    for size in ((1600, 960), (1280, 720)):
        window.resize(*size)
        for id in PAGES:
            page = shown(window, id)
            QApplication.processEvents()
            assert (window.width(), window.height()) == size
            expect_fits(page, window)
            assert max(len(cell.tip) for row in page.grid.table.rows for cell in row) < 3_000
            page.grid.grab()
        window.paging.show("")


def test_five_thousand_touchpoints_are_listed_sorted_and_copied(desk: Desk):
    window = take(desk, crowd(5_000, lambda place: f"Touchpoint {place}"))
    window.resize(1280, 720)
    for id, count in (("gaps", 5_000), ("measures", 5_000), ("friction", 119)):
        page = shown(window, id)
        QApplication.processEvents()
        assert len(page.grid.table.rows) == count
        for column in range(len(page.grid.table.columns)):
            page.grid.sort_by(column)
        page.grid.copy()
        assert len(QApplication.clipboard().text().splitlines()) == count + 1
        expect_fits(page, window)
