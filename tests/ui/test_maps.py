"""The maps of a file by menu, key and tab: added, copied, named, ordered, removed, reviewed, gone to and come back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.maps import add_map, remove_map
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.touchpoints import add_touchpoint
from journey_editor.core.records import Head, JourneyMap, Owner, Persona
from journey_editor.layout.primitives import Line
from journey_editor.storage.format import dumps
from journey_editor.ui.desk import Desk
from journey_editor.ui.dialogs.templates import Templates
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot

Do = Callable[[QDialog], None]


@pytest.fixture
def robot(window: MainWindow) -> Robot:
    return Robot(window)


def titles(window: MainWindow) -> list[str]:
    return [each.title for each in window.workspace.document.maps()]


def shown(window: MainWindow) -> JourneyMap:
    found = window.workspace.document.records[window.workspace.map_id]
    assert isinstance(found, JourneyMap)
    return found


def popup() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(menu: QMenu, words: str) -> None:
    action = next(each for each in menu.actions() if each.text().partition("\t")[0] == words)
    menu.close()
    action.trigger()


def test_a_map_is_added_copied_ordered_and_removed_by_key(window: MainWindow, robot: Robot):
    before, first = dumps(window.workspace.document.records), shown(window).title
    robot.press("Ctrl+Shift+N")
    assert titles(window) == [first, "New map"] and shown(window).created == date.today()
    robot.type("A first card")
    robot.press("Return")
    assert robot.titles() == ["A first card"]
    robot.press("Ctrl+Shift+C")
    assert titles(window) == [first, "New map", "Copy of New map"] and robot.titles() == ["A first card"]
    robot.press("Ctrl+Shift+PgUp")
    assert titles(window) == [first, "Copy of New map", "New map"] and shown(window).title == "Copy of New map"
    robot.press("Ctrl+PgDown")
    assert shown(window).title == "New map"
    robot.press("Ctrl+PgDown")
    assert shown(window).title == first
    robot.press("Ctrl+PgUp")
    window.actions_of.by_id["remove_map"].trigger()
    assert titles(window) == [first, "Copy of New map"]
    assert window.status.notice.text() == "The map “New map” was removed" and window.status.act.text() == "Undo"
    window.status.act.click()
    assert shown(window).title == "New map"
    while window.workspace.history.undo_label:
        robot.undo()
    assert dumps(window.workspace.document.records) == before and shown(window).title == first


def test_maps_come_from_a_template_with_what_they_share(window: MainWindow, in_dialog: Callable[[Do], list[str]]):
    before, count = titles(window), len(window.workspace.document.of_kind(Owner))

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, Templates)
        keys = [dialog.list.item(row).data(0x100) for row in range(dialog.list.count())]
        dialog.list.setCurrentRow(keys.index("sales-to-cs"))
        hands.tap(dialog.list, "Return")

    hands.click(window.head.tabs.plus, window.head.tabs.plus.rect().center())
    assert [each.text().partition("\t")[0] for each in popup().actions()] == [
        "New map in this file",
        "New map from a template…",
        "Copy of this map",
    ]
    seen = in_dialog(take)
    choose(popup(), "New map from a template…")
    assert seen == ["Templates"] and len(titles(window)) > len(before) and shown(window).title == titles(window)[1]
    owners = [each.name for each in window.workspace.document.of_kind(Owner)]
    assert len(owners) == len(set(owners)) >= count
    window.workspace.undo()
    assert titles(window) == before


def test_the_menu_of_a_tab_is_about_its_map(window: MainWindow, robot: Robot):
    first = window.workspace.map_id
    add_map(window.workspace.document, title="Other")
    pill = window.head.tabs.pills[1]
    hands.ask_menu(pill, QPoint(9, 9))
    assert shown(window).title == "Other"
    choose(popup(), "Copy of this map")
    assert titles(window)[1:] == ["Other", "Copy of Other"]
    window.workspace.session.show_map(first)
    robot.press("Shift+F2")
    field = window.head.tabs.field
    assert field is not None
    robot.type("Named")
    robot.press("Return")
    assert titles(window)[0] == "Named"


def test_state_and_persona_are_changed_below_the_title(window: MainWindow, robot: Robot):
    said = next(each for each in window.canvas.picture.elements if each.role == "subtitle").rect
    hands.click(robot.viewport, robot.seen(said.x + 20, said.y + 10))
    menu = popup()
    states = next(each.menu() for each in menu.actions() if each.text() == "State")
    assert isinstance(states, QMenu)
    assert [each.text() for each in states.actions() if each.isChecked()] == ["Current state"]
    choose(states, "Future state")
    menu.close()
    assert shown(window).state == "future"
    window.workspace.about_asked.emit(QPoint(5, 5))
    menu = popup()
    people = next(each.menu() for each in menu.actions() if each.text() == "Persona")
    assert isinstance(people, QMenu) and len(people.actions()) == 1 + len(window.workspace.document.of_kind(Persona))
    choose(people, "None")
    menu.close()
    assert shown(window).persona is None


def test_the_properties_are_where_nothing_is_selected(window: MainWindow, robot: Robot):
    robot.click("Kick-off")
    window.inspector.hide()
    robot.press("Alt+Return")
    assert window.inspector.isVisible() and window.inspector.shown_pages()[0].kind == "map"
    window.actions_of.by_id["review_map"].trigger()
    assert shown(window).reviewed == date.today()


def test_a_card_opens_another_map_and_one_comes_back(window: MainWindow, robot: Robot):
    workspace = window.workspace
    first = workspace.map_id
    other = add_map(workspace.document, title="In detail")
    card = next(each for each in workspace.document.journey(first).touchpoints if each.title.startswith("Kick-off"))
    assert not window.actions_of.by_id["open_map"].isEnabled()
    set_field(workspace.document, (card.id,), "opens", other)
    sign = next(each.rect for each in window.canvas.picture.elements if each.role == "opens")
    hands.click(robot.viewport, robot.seen(sign.x + 6, sign.y + 6))
    assert workspace.map_id == other
    assert window.status.notice.text() == "Opened from “Kick-off meeting”"
    window.status.act.click()
    assert workspace.map_id == first and workspace.session.selected == (card.id,)
    robot.press("Alt+Right")
    assert workspace.map_id == other
    robot.press("Alt+Left")
    assert workspace.map_id == first and workspace.session.selected == (card.id,)
    robot.press("Alt+Left")
    assert workspace.map_id == first and window.status.notice.text() == "No touchpoint opens this map"


def test_a_card_is_shown_in_a_map_of_its_own(window: MainWindow, robot: Robot):
    first, before = window.workspace.map_id, dumps(window.workspace.document.records)
    detail = window.actions_of.by_id["detail_map"]
    assert not detail.isEnabled()
    robot.click("Kick-off")
    detail.trigger()
    assert shown(window).title == "Kick-off meeting" and titles(window)[1] == "Kick-off meeting"
    robot.press("Alt+Left")
    assert window.workspace.map_id == first and not detail.isEnabled()
    robot.undo()
    assert dumps(window.workspace.document.records) == before


def told(view: QAbstractItemView) -> str:
    """All that a list or a tree says."""
    model, found, waiting = view.model(), [], [QModelIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            found.append(str(index.data()))
            waiting.append(index)
    return "\n".join(found)


@pytest.mark.parametrize("panel", ["outline", "tray"])
def test_panels_follow_the_map(window: MainWindow, robot: Robot, qtbot: QtBot, panel: str):
    workspace = window.workspace
    other = add_map(workspace.document, title="Other")
    add_touchpoint(workspace.document, other, "Only there", Slot(workspace.document.journey(other).stages[0].id))
    add_touchpoint(workspace.document, other, "Waits there", None)
    window.actions_of.by_id[panel].trigger()
    view = window.outline.view if panel == "outline" else window.tray.view
    assert view.isVisible()
    for turn in (
        lambda: workspace.session.show_map(other),
        lambda: workspace.session.show_map("now"),
        lambda: remove_map(workspace.document, "now"),  # and so the other one is shown
        workspace.undo,
        workspace.redo,
        workspace.undo,
    ):
        turn()
        on_other = workspace.map_id == other
        assert (("Only there" if panel == "outline" else "Waits there") in told(view)) is on_other
        assert ("Kick-off meeting" in told(view)) is (panel == "outline" and not on_other)
        assert ("Only there" in robot.titles()) is on_other
        qtbot.waitUntil(lambda: window.inspector.shown_pages()[0].subject.ids == (workspace.map_id,))
        assert [each.map_id for each in window.head.tabs.pills if each.isChecked()] == [workspace.map_id]


def test_the_room_follows_the_map(window: MainWindow, robot: Robot, qtbot: QtBot):
    workspace = window.workspace
    other = add_map(workspace.document, title="Other")
    add_touchpoint(workspace.document, other, "Only there", Slot(workspace.document.journey(other).stages[0].id))
    window.room.begin()
    room = window.room.window
    assert room is not None and room.page.accessibleName() == "Room view: Awareness"
    for turn, stage in (
        (lambda: robot.press("Ctrl+PgDown"), "Before"),
        (lambda: robot.press("Ctrl+PgDown"), "Awareness"),
        (lambda: remove_map(workspace.document, "now"), "Before"),
        (workspace.undo, "Awareness"),
    ):
        turn()
        name = f"Room view: {stage}"
        qtbot.waitUntil(lambda name=name: room.page.accessibleName() == name)
    window.room.end()


def test_a_file_without_a_map_says_how_to_begin_one(desk: Desk, qtbot: QtBot):
    window = desk.take({"": Head(title="Nothing yet")})
    window.activateWindow()
    window.canvas.setFocus()
    robot = Robot(window)
    [hint] = [each for each in window.canvas.picture.elements if each.role == "hint"]
    assert "This file has no map yet" in [part.text for part in hint.parts if isinstance(part, Line)][0]
    assert not window.actions_of.by_id["remove_map"].isEnabled()
    head = window.head
    assert not head.export.isEnabled() and not head.present.isEnabled()
    robot.press("Ctrl+Shift+N")
    assert head.export.isEnabled() and head.present.isEnabled()
    assert titles(window) == ["New map"] and robot.stages() == ["Before", "During", "After"]
    qtbot.waitUntil(lambda: [each.kind for each in window.inspector.shown_pages()] == ["map", "file"])
    above, below = window.inspector.shown_pages()
    qtbot.waitUntil(lambda: above.y() < below.y())
    robot.undo()
    assert not window.workspace.has_map and titles(window) == []
    assert [each.role for each in window.canvas.picture.elements] == ["hint"]
    robot.redo()
    assert shown(window).title == "New map"
