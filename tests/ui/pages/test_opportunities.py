"""Stories of the page of opportunities: points are dragged and walked, the list follows, all of it is undone."""

import random
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import Opportunity, Owner, Record
from journey_editor.insight.worth import worth, worth_class
from journey_editor.storage.format import dumps
from journey_editor.ui.desk import Desk
from journey_editor.ui.pages.opportunities.foot import unready_words
from journey_editor.ui.pages.opportunities.page import EXPORT, OpportunitiesPage
from journey_editor.ui.window import MainWindow
from journey_editor.ui.workspace import Workspace
from tests import hands
from tests.building import opportunity, owners, records, stage, touchpoint
from tests.robot import Robot


def shown(window: MainWindow) -> OpportunitiesPage:
    """Show the page."""
    window.paging.show("opportunities")
    page = window.paging.page
    assert isinstance(page, OpportunitiesPage)
    return page


def open_with(desk: Desk, qtbot: QtBot, *given: Record) -> MainWindow:
    window = desk.show(Workspace(records(*given)))
    window.resize(1600, 960)
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def listed(page: OpportunitiesPage) -> list[str]:
    return [each.text for each in page.list.model.rows]


def named(window: MainWindow, name: str) -> Opportunity:
    found = window.workspace.document.of_kind(Opportunity)
    return next(each for each in found if each.text == name)


def place(page: OpportunitiesPage, record_id: str) -> QPoint:
    spot = page.matrix.shown.spot(record_id)
    assert spot is not None, "it stands nowhere"
    return QPointF(spot.x, spot.y).toPoint()


def goal(page: OpportunitiesPage, effort: float, value: float) -> QPoint:
    plane = page.matrix.shown.plane
    return QPointF(plane.x_of(effort), plane.y_of(value)).toPoint()


def drag(page: OpportunitiesPage, window: MainWindow, name: str, effort: float, value: float) -> None:
    hands.drag(page.matrix, (place(page, named(window, name).id), goal(page, effort, value)))


def test_three_points_are_dragged_the_list_follows_and_each_is_undone(window: MainWindow):
    page, robot = shown(window), Robot(window)
    first, before = listed(page), dumps(window.workspace.document.records)
    states = [before]
    for name, effort, value in (("Guided setup", 1, 5), ("Same-day welcome", 5, 2), ("One-page contract", 2, 4.7)):
        drag(page, window, name, effort, value)
        found = named(window, name)
        assert found.effort == effort and abs((worth(found) or 0) - value) < 0.5
        scores = [(worth(each) or 0) / (each.effort or 1) for each in page.list.model.rows]
        assert scores == sorted(scores, reverse=True), "the list follows"
        assert window.workspace.session.selected == (found.id,)
        states.append(dumps(window.workspace.document.records))
    assert listed(page) != first and listed(page)[0] == "Guided setup"
    assert len(set(states)) == 4
    for state in reversed(states[:-1]):
        robot.press("Ctrl+Z")
        assert dumps(window.workspace.document.records) == state
        assert window.paging.page is page
    assert listed(page) == first


def test_while_a_point_is_in_the_hand_the_list_shows_what_would_come_of_it(window: MainWindow):
    page, before = shown(window), dumps(window.workspace.document.records)
    first, setup = listed(page), named(window, "Guided setup")
    start, there = place(page, setup.id), goal(page, 1, 5)
    hands.press(page.matrix, start)
    for step in range(1, 6):
        hands.move(page.matrix, start + (there - start) * step / 5)
    assert listed(page)[0] == "Guided setup" and page.matrix.is_dragging
    assert not window.workspace.history.steps
    hands.tap(page.matrix, "Escape")
    assert not page.matrix.is_dragging and window.paging.page is page
    assert dumps(window.workspace.document.records) == before and listed(page) == first
    hands.release(page.matrix, there)
    assert not window.workspace.history.steps


def test_points_are_walked_by_tab_and_moved_by_arrows_and_digits(window: MainWindow):
    page, robot = shown(window), Robot(window)
    before = dumps(window.workspace.document.records)
    page.matrix.setFocus()
    robot.press("Right")
    assert window.workspace.session.selected == (page.list.model.rows[0].id,), "the best is taken first"
    robot.press("Tab")
    second = page.list.model.rows[1]
    assert window.workspace.session.selected == (second.id,)
    assert page.list.table.currentIndex().row() == 1
    robot.press("Right")
    assert named(window, second.text).effort == (second.effort or 0) + 1
    robot.press("Down")
    moved = named(window, second.text)
    assert [moved.impact, moved.value, moved.alignment] == [
        each - 1 if each else None for each in (second.impact, second.value, second.alignment)
    ]
    robot.press("5")
    assert named(window, second.text).effort == 5
    robot.press("0")
    assert named(window, second.text).effort is None
    for _step in range(4):
        robot.press("Ctrl+Z")
    assert dumps(window.workspace.document.records) == before
    page.matrix.setFocus()
    robot.press("Delete")
    assert second.id not in window.workspace.document.records
    robot.press("Ctrl+Z")
    assert dumps(window.workspace.document.records) == before


def test_where_one_is_removed_the_next_is_taken(window: MainWindow):
    page, robot = shown(window), Robot(window)
    names = listed(page)
    page.list.table.setFocus()
    for _step in range(3):
        robot.press("Down")
    robot.press("Delete")
    robot.press("Delete")
    assert listed(page) == [*names[:2], *names[4:]]
    assert window.workspace.current == named(window, names[4]) == page.list.table.current()
    robot.press("Ctrl+Z")
    robot.press("Ctrl+Z")
    assert listed(page) == names


def test_tab_leaves_the_points_behind_the_last(window: MainWindow):
    page, robot = shown(window), Robot(window)
    page.matrix.setFocus()
    robot.press("End")
    assert window.workspace.session.selected == (page.list.model.rows[-1].id,)
    robot.press("Tab")
    assert QApplication.focusWidget() is not page.matrix
    page.matrix.setFocus()
    robot.press("Home")
    robot.press("Shift+Tab")
    assert QApplication.focusWidget() is not page.matrix


def test_what_is_taken_on_one_side_is_so_on_the_other_and_leads_to_the_map(window: MainWindow):
    page, robot = shown(window), Robot(window)
    table = page.list.table
    table.setFocus()
    table.setCurrentIndex(page.list.model.index(3, 0))
    here = page.list.model.rows[3]
    assert page.matrix.shown.chosen == here.id and window.workspace.session.selected == (here.id,)
    hands.click(page.matrix, place(page, named(window, "Guided setup").id))
    assert table.current() == named(window, "Guided setup")
    robot.press("Return")
    assert window.paging.page is None and window.workspace.session.selected == (named(window, "Guided setup").id,)
    page = shown(window)
    assert table.current() == named(window, "Guided setup"), "and it is still so when the page comes again"
    hands.double_click(page.matrix, place(page, here.id))
    assert window.paging.page is None and window.workspace.session.selected == (here.id,)


def test_what_has_no_effort_waits_below_and_is_dragged_in_and_out(desk: Desk, qtbot: QtBot):
    window = open_with(
        desk, qtbot, *owners("a"), stage("s"), opportunity("new", "s"), opportunity("old", "s", effort=2, impact=4)
    )
    page, before = shown(window), dumps(window.workspace.document.records)
    assert page.matrix.shown.tray is not None and [each.mark.record for each in page.matrix.shown.spots] == ["old"]
    hands.drag(page.matrix, (place(page, "new"), goal(page, 4, 3)))
    new = named(window, "new")
    assert (new.effort, new.impact, new.value, worth_class(new)) == (4, 3, None, "strategic")
    assert page.matrix.shown.tray is None, "what is empty takes no room"
    hands.drag(page.matrix, (place(page, "old"), QPoint(200, page.matrix.height() - 10)))
    old = named(window, "old")
    assert (old.effort, old.impact) == (None, 4)
    assert page.matrix.shown.tray is not None
    window.workspace.undo()
    window.workspace.undo()
    assert dumps(window.workspace.document.records) == before


def test_filters_by_status_and_owner_hold_for_points_and_rows(window: MainWindow):
    page = shown(window)
    page.list.statuses.pills["doing"].click()
    assert {each.status for each in page.list.model.rows} == {"doing"}
    assert {each.mark.record for each in page.matrix.shown.spots} == {each.id for each in page.list.model.rows}
    page.list.show_all()
    page.list.table.setCurrentIndex(page.list.model.index(5, 0))
    page.list.statuses.pills["doing"].click()
    assert page.list.table.current() is None, "what is selected is not listed: no other one takes its place"
    page.list.show_all()
    assert page.list.table.currentIndex().row() == 5
    sales = next(each for each in window.workspace.document.of_kind(Owner) if each.name == "Sales")
    page.list.owners.chips[sales.id].click()
    assert {each.owner for each in page.list.model.rows} == {sales.id}
    page.list.owners.chips[sales.id].click()
    assert len(page.list.model.rows) == 10


def test_what_is_not_ready_is_told_and_shown(window: MainWindow):
    page, document = shown(window), window.workspace.document
    assert not page.list.unready_line.isVisible()
    set_field(document, (named(window, "Guided setup").id,), "owner", None)
    set_field(document, (named(window, "One-page contract").id, named(window, "Same-day welcome").id), "due", None)
    assert page.list.unready.text() == ("Three are not ready to hand out: one without an owner, two without a date.")
    page.list.show_unready.click()
    assert set(listed(page)) == {"Guided setup", "One-page contract", "Same-day welcome"}
    page.list.show_unready.click()
    assert len(listed(page)) == 10


def test_one_that_is_not_ready_is_told_in_the_singular():
    assert unready_words([opportunity("a", "s")]) == (
        "One is not ready to hand out: one without an owner, one without a date."
    )
    many = [opportunity(str(number), "s", owner="x") for number in range(40)]
    assert unready_words(many) == "40 are not ready to hand out: 40 without a date."


def test_costs_and_benefits_are_summed_and_what_is_late_is_told(window: MainWindow):
    page = shown(window)
    priced = [each for each in page.list.model.rows if each.cost is not None and each.benefit is not None]
    cost, benefit = sum(each.cost or 0 for each in priced), sum(each.benefit or 0 for each in priced)
    assert f"cost {cost / 1000:.0f} k" in page.list.together.words
    assert page.list.together.gain == f"+{round((benefit - cost) / cost * 100)} %"
    set_field(window.workspace.document, (named(window, "Guided setup").id,), "due", date(2020, 1, 1))
    assert "1 overdue" in page.said.text()
    row = next(row for row, each in enumerate(page.list.model.rows) if each.text == "Guided setup")
    due = page.list.model.index(row, page.list.model.columns.index("due"))
    assert "Overdue since" in due.data(Qt.ItemDataRole.ToolTipRole)
    assert due.data(Qt.ItemDataRole.AccessibleTextRole).endswith("overdue")


def test_an_opportunity_is_added_and_named_in_one_step(window: MainWindow):
    page, robot = shown(window), Robot(window)
    before = dumps(window.workspace.document.records)
    page.menu.aboutToShow.emit()
    assert [each.text() for each in page.menu.actions()][0].startswith("To “")
    page.menu.actions()[0].trigger()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    robot.type("Call on day one")
    robot.press("Return")
    QApplication.processEvents()
    made = named(window, "Call on day one")
    assert window.workspace.session.selected == (made.id,) and listed(page)[-1] == "Call on day one"
    robot.press("Ctrl+Z")
    assert dumps(window.workspace.document.records) == before


def test_the_status_is_chosen_in_the_menu_of_a_point_and_of_a_row(window: MainWindow):
    page, before = shown(window), dumps(window.workspace.document.records)
    setup = named(window, "Guided setup")
    page.matrix.setFocus()
    hands.ask_menu(page.matrix, place(page, setup.id))
    choose(window, "Doing")
    assert named(window, "Guided setup").status == "doing"
    assert window.workspace.session.selected == (setup.id,)
    page.list.table.setFocus()
    row = page.list.table.visualRect(page.list.table.currentIndex()).center()
    hands.ask_menu(page.list.table.viewport(), row)
    choose(window, "Done")
    assert named(window, "Guided setup").status == "done" and named(window, "Guided setup").done_on is not None
    assert "Guided setup" not in listed(page), "what is done is listed where it is asked for"
    page.list.statuses.pills["done"].click()
    assert listed(page) == ["Guided setup"]
    window.workspace.undo()
    window.workspace.undo()
    assert dumps(window.workspace.document.records) == before


def choose(window: MainWindow, words: str) -> None:
    """Choose in the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()


def test_what_is_listed_is_copied_as_a_table(window: MainWindow):
    page = shown(window)
    page.list.table.setFocus()
    Robot(window).press("Ctrl+C")
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Opportunity", "Owner", "Due", "Worth", "Effort", "Score", "Return"]
    assert [line.split("\t")[0] for line in lines[1:]] == listed(page)


def test_the_list_is_exported_by_the_action_of_the_menu(window: MainWindow, in_dialog: Callable[..., list[str]]):
    page = shown(window)
    seen = in_dialog(lambda dialog: dialog.reject())
    page.export.click()
    assert len(seen) == 1 and window.paging.page is page
    assert EXPORT in window.actions_of.by_id


def test_adding_one_is_asked_from_the_map_too(window: MainWindow):
    window.actions_of.by_id["new_opportunity"].trigger()
    page = window.paging.page
    assert isinstance(page, OpportunitiesPage) and page.menu.isVisible()
    stages = window.workspace.document.journey(window.workspace.map_id).stages
    assert len(page.menu.actions()) == len(stages) and page.menu.activeAction() is page.menu.actions()[0]
    hands.tap(page.menu, "Down")
    hands.tap(page.menu, "Return")
    made = window.workspace.current
    assert isinstance(made, Opportunity) and made.on == stages[1].id


def test_one_that_gets_no_name_goes_again_and_leaves_nothing_to_undo(window: MainWindow, qtbot: QtBot):
    page, before = shown(window), dumps(window.workspace.document.records)
    page.add_to(window.workspace.document.journey(window.workspace.map_id).stages[0].id)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    hands.tap(editor, "Escape")
    qtbot.waitUntil(lambda: dumps(window.workspace.document.records) == before)
    assert not window.workspace.history.steps and window.paging.page is page


def test_a_map_without_any_says_what_to_do(desk: Desk, qtbot: QtBot):
    window = open_with(desk, qtbot, stage("s"), touchpoint("t", "s"))
    page = shown(window)
    assert page.empty.isVisible() and not page.matrix.isVisible()
    page.add_to("t")
    Robot(window).type("Idea")
    Robot(window).press("Return")
    QApplication.processEvents()
    assert page.matrix.isVisible() and not page.empty.isVisible()
    window.workspace.undo()
    assert page.empty.isVisible()


@pytest.mark.parametrize("size", [(1600, 960), (1280, 720)])
def test_three_hundred_with_very_long_names_and_forty_owners_neither_overlap_nor_get_lost(
    desk: Desk, qtbot: QtBot, size: tuple[int, int]
):
    chance, many = random.Random(3), [f"owner {number} with a long name" for number in range(40)]
    given = [
        opportunity(
            f"o{number}", "s", text={0: "x" * 10_000, 1: "word " * 2000}.get(number % 50, "Idea"),
            owner=chance.choice(many).replace(" ", "-") if number % 7 else None, rank=f"a{number:03}",
            effort=chance.choice((None, 1, 2, 3, 3, 3, 4, 5)), impact=chance.choice((None, 1, 2, 3, 4, 4, 5)),
            value=chance.choice((None, 3, 4)), cost=1e12, benefit=3e12,
        )
        for number in range(300)
    ]  # fmt: skip
    people = [Owner(id=name.replace(" ", "-"), rank=f"a{place:02}", name=name) for place, name in enumerate(many)]
    window = open_with(desk, qtbot, *people, stage("s"), *given)
    window.resize(*size)
    page = shown(window)
    QApplication.processEvents()
    arranged = page.matrix.shown
    there = {each.mark.record for each in arranged.spots} | {each for pile in arranged.piles for each in pile.records}
    assert arranged.tray is not None
    assert len(there) + len(arranged.tray.chips) + arranged.tray.more == 300
    assert all(chip.rect.x >= 0 and chip.rect.right <= page.matrix.width() for chip in arranged.tray.chips)
    hidden = next((each for pile in arranged.piles for each in pile.records), None)
    if hidden is not None:
        page.matrix.take(hidden)
        assert page.matrix.shown.spot(hidden) is not None, "what is chosen is seen"
    waiting = next(each.id for each in reversed(page.list.model.rows) if each.effort is None)
    page.matrix.take(waiting)
    assert page.matrix.shown.spot(waiting) is not None
    assert not page.list.owners.chips and page.list.owners.button.isVisible()
    window.grab()
