"""Stories of somebody who asks who owns what: reads, walks, sorts, copies, and goes to a record."""

from datetime import date

from PySide6.QtWidgets import QApplication

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.maps import add_map
from journey_editor.core.edits.removal import remove
from journey_editor.core.records import Opportunity, Owner, Stage, Touchpoint
from journey_editor.storage.format import dumps
from journey_editor.ui.pages.grid import Grid
from journey_editor.ui.pages.owners import OwnersPage
from journey_editor.ui.window import MainWindow
from tests.hands import click
from tests.robot import Robot


def opened(window: MainWindow) -> OwnersPage:
    window.actions_of.by_id["page_owners"].trigger()
    page = window.paging.page
    assert isinstance(page, OwnersPage)
    return page


def rows(grid: Grid, *columns: int) -> list[tuple[str, ...]]:
    """What stands in some columns of a table, row by row."""
    return [tuple(row[each].words for each in columns) for row in grid.table.rows]


def owner(window: MainWindow, name: str) -> Owner:
    records = window.workspace.document.records.values()
    return next(each for each in records if isinstance(each, Owner) and each.name == name)


def filled(window: MainWindow, page: OwnersPage) -> None:
    """Wait until the page has followed an edit."""
    page.refresh()


def test_each_owner_has_a_row_and_the_current_one_all_that_it_answers_for(window: MainWindow):
    page, robot = opened(window), Robot(window)
    assert rows(page.grid, 0, 1, 2) == [
        ("Marketing", "2 + 1", "3"), ("Sales", "1 + 2", "3"), ("Customer Success", "3", "4"), ("Product", "0 + 2", "3"),
        ("Support", "0 + 1", "1"),
    ]  # fmt: skip
    assert page.whose.text() == "Marketing" and "nothing is without an owner" in page.said.text()
    robot.press("Down")
    robot.press("Down")
    assert page.whose.text() == "Customer Success"
    assert rows(page.duties, 0, 1)[:3] == [
        ("accountable", "Onboarding"), ("accountable", "Adoption"), ("accountable", "Renewal"),
    ]  # fmt: skip
    assert ("takes over", "Legal review, signature → Two weeks of silence", "Sales", "high") in rows(
        page.duties, 0, 1, 2, 3
    )


def test_a_figure_leads_to_what_it_counts_and_that_to_its_place_on_the_map(window: MainWindow):
    page, robot = opened(window), Robot(window)
    for keys in ("Down", "Down", "Right", "Right", "Right", "Right", "Return"):
        robot.press(keys)
    assert robot.focused is page.duties
    here = page.duties.table.rows[page.duties.currentIndex().row()]
    assert (here[0].words, here[1].words) == ("takes over", "Legal review, signature → Two weeks of silence")
    robot.press("Return")
    assert window.paging.page is None
    current = window.workspace.current
    assert isinstance(current, Touchpoint) and current.title == "Two weeks of silence"


def test_a_click_leads_there_too(window: MainWindow):
    page = opened(window)
    index = page.duties.table.index(0, 1)
    click(page.duties.viewport(), page.duties.visualRect(index).center())
    assert window.paging.page is None and isinstance(window.workspace.current, Stage)


def test_what_nobody_has_stands_first_and_goes_where_somebody_takes_it(window: MainWindow):
    document = window.workspace.document
    before = dumps(document.records)
    remove(document, (owner(window, "Support").id, owner(window, "Customer Success").id))
    page = opened(window)
    assert rows(page.grid, 0, 1, 2)[0] == ("Nobody", "3", "5")
    assert "without an owner: 3 stages, 5 touchpoints, 4 opportunities, 5 metrics" in page.said.text()
    assert page.whose.text() == "Nobody yet" and rows(page.duties, 0)[0] == ("stage",)
    assert ("gray zone", "Kick-off meeting") in rows(page.duties, 0, 1)
    Robot(window).press("Ctrl+Z")
    filled(window, page)
    assert dumps(document.records) == before and rows(page.grid, 0)[0] == ("Marketing",)


def test_owners_without_anything_come_last_and_say_so(window: MainWindow):
    idle = Owner(id="idle", rank="Zz", name="Legal")
    with window.workspace.document.transaction("Add owner"):
        window.workspace.document.put(idle)
    page = opened(window)
    assert rows(page.grid, 0)[-1] == ("Legal",) and "5 owners on this map" in page.said.text()
    page.grid.setCurrentIndex(page.grid.table.index(5, 0))
    assert page.whose.text() == "Legal" and page.below.currentWidget() is page.nothing


def test_the_owner_that_is_read_stays_so_when_rows_are_sorted_and_after_edits(window: MainWindow):
    page, robot = opened(window), Robot(window)
    robot.press("Down")
    assert page.whose.text() == "Sales"
    page.grid.sort_by(2)
    page.grid.sort_by(2)  # the most touchpoints first
    assert rows(page.grid, 0, 2)[0] == ("Customer Success", "4")
    assert page.whose.text() == page.grid.table.rows[page.grid.currentIndex().row()][0].words
    chosen = page.whose.text()
    stage = next(each for each in window.workspace.document.records.values() if isinstance(each, Stage))
    set_field(window.workspace.document, (stage.id,), "owner", owner(window, "Support").id)
    filled(window, page)
    assert page.whose.text() == chosen


def test_a_map_where_nobody_owns_anything_says_what_to_do(window: MainWindow):
    document = window.workspace.document
    window.workspace.session.show_map(add_map(document, title="Empty"))
    remove(document, [each.id for each in document.records.values() if isinstance(each, Owner)])
    remove(document, [each.id for each in document.records.values() if isinstance(each, Stage)])
    page = opened(window)
    assert page.empty.isVisible() and not page.copy.isVisible() and not any(each.isVisible() for each in page.both)
    Robot(window).press("Ctrl+Z")
    filled(window, page)
    assert not page.empty.isVisible() and rows(page.grid, 0, 1) == [("Nobody", "3")]


def test_both_tables_lie_beside_each_other_where_there_is_room_and_below_else(window: MainWindow):
    page = opened(window)
    first, second = page.both
    assert first.geometry().right() < second.geometry().left()
    window.do("inspector")
    window.resize(1280, 800)
    QApplication.processEvents()
    assert first.geometry().bottom() < second.geometry().top() and first.width() == second.width()


def test_what_is_overdue_is_seen(window: MainWindow):
    document = window.workspace.document
    late = next(each for each in document.records.values() if isinstance(each, Opportunity) and each.owner)
    set_field(document, (late.id,), "due", date(2020, 1, 1))
    page = opened(window)
    assert "1 overdue opportunity" in page.said.text()
    at = next(place for place, row in enumerate(page.grid.table.rows) if row[6].words == "1")
    assert page.grid.table.rows[at][6].tone == "pain"
    page.grid.setCurrentIndex(page.grid.table.index(at, 6))
    Robot(window).press("Return")
    here = page.duties.table.rows[page.duties.currentIndex().row()]
    assert here[1].record == late.id and here[3].tone == "pain"


def test_both_tables_are_copied(window: MainWindow):
    page, robot = opened(window), Robot(window)
    robot.press("Ctrl+C")
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert lines[0][:3] == ["Owner", "Stages", "Touchpoints"] and lines[0][-2:] == [
        "High handoffs out",
        "High handoffs in",
    ]
    assert (
        lines[3][0] == "Customer Success"
        and lines[3][8] == "Onboarding, Adoption, Renewal"
        and lines[3][-2:] == ["1", "2"]
    )
    page.duties.setFocus()
    robot.press("Ctrl+C")
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert lines[0] == ["As", "What", "Where, who", "State, due"] and lines[1][:2] == ["accountable", "Awareness"]
