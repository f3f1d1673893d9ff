"""The maps of a file as tabs: turned to, renamed in place, put in order, never cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.maps import add_map, remove_map
from journey_editor.core.records import JourneyMap
from journey_editor.ui.panels.tabs.bar import MapTabs
from journey_editor.ui.panels.tabs.pill import Pill
from journey_editor.ui.workspace import Workspace
from tests import hands


@pytest.fixture
def tabs(workspace: Workspace, qtbot: QtBot) -> Iterator[MapTabs]:
    """The tabs of a file with four maps, in a window of their own."""
    set_field(workspace.document, ("now",), "title", "Now")
    for title in ("Second", "Third", "Fourth"):
        add_map(workspace.document, title=title)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 60)
    shown = MapTabs(workspace)
    shown.setParent(window)
    shown.resize(800, 32)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    window.setFocus()
    yield shown
    window.close()


def seen(tabs: MapTabs) -> list[str]:
    return [pill.text() for pill in sorted(tabs.pills, key=lambda pill: pill.x()) if pill.isVisible()]


def pill(tabs: MapTabs, words: str) -> Pill:
    return next(each for each in tabs.pills if each.words == words)


def titles(workspace: Workspace) -> list[str]:
    return [each.title for each in workspace.document.maps()]


def shown(workspace: Workspace) -> str:
    found = workspace.document.records[workspace.map_id]
    assert isinstance(found, JourneyMap)
    return found.title


def middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def drag(tabs: MapTabs, words: str, to: str, let_go: bool = True) -> Pill:
    held, goal = pill(tabs, words), pill(tabs, to)
    begin, end = held.geometry().center(), goal.geometry().center()
    end += QPoint(12 if end.x() > begin.x() else -12, 0)
    hands.press(held, middle(held))
    for step in range(1, 11):
        hands.move(held, held.mapFromParent(begin + (end - begin) * step / 10))  # it moves itself below the hand
    if let_go:
        hands.release(held, middle(held))
    return held


def test_each_map_has_a_tab_in_order(tabs: MapTabs, workspace: Workspace):
    assert seen(tabs) == ["Now", "Second", "Third", "Fourth"]
    assert [each.isChecked() for each in tabs.pills] == [True, False, False, False]
    assert not tabs.more.isVisible() and tabs.plus.isVisible()
    assert tabs.plus.x() > max(each.x() + each.width() for each in tabs.pills)


def test_a_click_turns_to_a_map_and_leaves_the_keyboard_where_it_is(tabs: MapTabs, workspace: Workspace):
    before = QApplication.focusWidget()
    hands.click(pill(tabs, "Third"), QPoint(9, 9))
    assert shown(workspace) == "Third" and pill(tabs, "Third").isChecked()
    hands.click(pill(tabs, "Third"), QPoint(9, 9))
    assert pill(tabs, "Third").isChecked() and not pill(tabs, "Now").isChecked()
    assert QApplication.focusWidget() is before


def test_arrows_home_and_end_walk(tabs: MapTabs, workspace: Workspace):
    pill(tabs, "Now").setFocus()
    for keys, expected in (("Right", "Second"), ("End", "Fourth"), ("Right", "Fourth"), ("Left", "Third"),
                           ("Home", "Now"), ("Left", "Now")):  # fmt: skip
        hands.tap(QApplication.focusWidget() or tabs, keys)
        assert shown(workspace) == expected
        assert QApplication.focusWidget() is pill(tabs, expected)


def test_a_title_is_edited_where_its_tab_is(tabs: MapTabs, workspace: Workspace):
    hands.double_click(pill(tabs, "Second"), QPoint(9, 9))
    field = tabs.field
    assert isinstance(field, QLineEdit) and field.text() == "Second" and field.hasFocus()
    assert shown(workspace) == "Second"
    QTest.keyClicks(field, "Other words")
    hands.tap(field, "Return")
    assert titles(workspace) == ["Now", "Other words", "Third", "Fourth"]
    assert workspace.history.undo_label == "Rename map" and tabs.field is None
    pill(tabs, "Other words").setFocus()
    hands.tap(pill(tabs, "Other words"), "F2")
    assert tabs.field is not None
    QTest.keyClicks(tabs.field, "Given up")
    hands.tap(tabs.field, "Esc")
    assert "Given up" not in titles(workspace) and tabs.field is None
    workspace.undo()
    assert titles(workspace)[1] == "Second"


def test_a_title_that_nobody_changed_stays_as_it_is(tabs: MapTabs, workspace: Workspace):
    set_field(workspace.document, ("now",), "title", " two\nlines ")
    steps = len(workspace.history.steps)
    tabs.rename("now")
    assert tabs.field is not None
    hands.tap(tabs.field, "Return")
    assert titles(workspace)[0] == " two\nlines " and len(workspace.history.steps) == steps


def test_ten_thousand_letters_are_a_title_too(tabs: MapTabs, workspace: Workspace):
    tabs.rename("now")
    assert tabs.field is not None
    tabs.field.insert("w" * 12_000)
    hands.tap(tabs.field, "Return")
    assert titles(workspace)[0] == "w" * 10_000


def test_a_title_of_ten_thousand_emoji_is_not_cut_by_coming_to_it(tabs: MapTabs, workspace: Workspace):
    set_field(workspace.document, ("now",), "title", "😀" * 10_000)
    tabs.rename("now")
    assert tabs.field is not None
    hands.tap(tabs.field, "Return")
    assert titles(workspace)[0] == "😀" * 10_000
    assert all(each.width() <= 208 for each in tabs.pills)


def test_a_title_is_taken_when_the_keyboard_goes_elsewhere(tabs: MapTabs, workspace: Workspace):
    tabs.rename("now")
    assert tabs.field is not None
    QTest.keyClicks(tabs.field, "  Today ")
    pill(tabs, "Third").setFocus()
    assert titles(workspace)[0] == "Today" and tabs.field is None


def test_a_map_that_goes_takes_its_field_along(tabs: MapTabs, workspace: Workspace):
    tabs.rename("now")
    assert tabs.field is not None
    QTest.keyClicks(tabs.field, "Never")
    remove_map(workspace.document, "now")
    assert tabs.field is None and titles(workspace) == ["Second", "Third", "Fourth"]


def test_a_tab_is_dragged_to_another_place(tabs: MapTabs, workspace: Workspace):
    drag(tabs, "Now", "Third")
    assert titles(workspace) == ["Second", "Third", "Now", "Fourth"]
    assert workspace.history.undo_label == "Move map"
    assert seen(tabs) == titles(workspace)
    workspace.undo()
    assert seen(tabs) == ["Now", "Second", "Third", "Fourth"]


def test_esc_gives_a_drag_up(tabs: MapTabs, workspace: Workspace):
    held = drag(tabs, "Fourth", "Second", let_go=False)
    assert seen(tabs) != titles(workspace)
    hands.tap(held, "Esc")
    assert seen(tabs) == titles(workspace) == ["Now", "Second", "Third", "Fourth"]
    hands.release(held, middle(held))
    assert workspace.history.undo_label != "Move map"


def test_del_and_the_menu_are_asked_for_the_map_of_the_tab(tabs: MapTabs, workspace: Workspace, qtbot: QtBot):
    pill(tabs, "Now").setFocus()
    with qtbot.waitSignal(tabs.remove_asked):
        hands.tap(pill(tabs, "Now"), "Del")
    with qtbot.waitSignal(tabs.menu_asked):
        hands.ask_menu(pill(tabs, "Third"), QPoint(9, 9))
    assert shown(workspace) == "Third"
    with qtbot.waitSignal(tabs.add_asked):
        hands.click(tabs.plus, middle(tabs.plus))


@pytest.mark.parametrize("width", [220, 300, 420, 900])
def test_forty_maps_are_never_cut(tabs: MapTabs, workspace: Workspace, width: int):
    for number in range(36):
        add_map(workspace.document, title=f"{number}: {'long ' * 60}")
    tabs.resize(width, 32)
    for current in (workspace.map_id, *(each.id for each in workspace.document.maps()[::-7])):
        workspace.session.show_map(current)
        visible = [each for each in (*tabs.pills, tabs.more, tabs.plus) if each.isVisible()]
        assert any(each.isVisible() and each.map_id == current for each in tabs.pills)
        assert all(each.width() >= 56 for each in visible[:-1])
        assert int(tabs.more.text().split()[0]) == 40 - len(seen(tabs))
        ends = sorted((each.x(), each.x() + each.width()) for each in visible)
        assert ends[0][0] >= 0 and ends[-1][1] <= width
        assert all(one[1] <= other[0] for one, other in zip(ends, ends[1:], strict=False))
    assert all(each.text().endswith("…") for each in tabs.pills if each.isVisible() and "long" in each.words)
    assert "long long" in tabs.pills[-1].toolTip()


def test_tabs_are_narrowed_before_some_of_them_go_into_the_list(tabs: MapTabs, workspace: Workspace):
    for each in workspace.document.maps():
        set_field(workspace.document, (each.id,), "title", f"{each.title} of all journeys")
    tabs.resize(384, 32)
    assert seen(tabs) == ["Now of…", "Second…", "Third of…", "Fourth…"] and not tabs.more.isVisible()
    add_map(workspace.document, title="Fifth of all journeys")
    assert len(seen(tabs)) == 3 and tabs.more.text() == "2 more"


def test_narrow_tabs_say_what_tells_them_apart(tabs: MapTabs, workspace: Workspace):
    for each in workspace.document.maps():
        set_field(workspace.document, (each.id,), "title", f"Onboarding, {each.title}")
    assert seen(tabs)[1] == "Onboarding, Second"
    tabs.resize(384, 32)
    assert seen(tabs)[:3] == ["…Now", "…Second", "…Third"]


def test_the_list_turns_to_maps_without_room_and_the_wheel_moves_the_tabs(tabs: MapTabs, workspace: Workspace):
    for number in range(36):
        add_map(workspace.document, title=f"Map number {number}")
    tabs.resize(420, 32)
    tabs.more.menu().aboutToShow.emit()
    actions = tabs.more.menu().actions()
    assert [each.text() for each in actions][-1] == "Map number 35" and actions[0].isChecked()
    actions[30].trigger()
    assert shown(workspace) == "Map number 26" and "Map number 26" in " ".join(
        each.words for each in tabs.pills if each.isVisible()
    )
    before = seen(tabs)
    hands.turn_wheel(tabs, QPoint(5, 5), -1)
    assert seen(tabs) != before


def test_tabs_follow_titles_states_and_order(tabs: MapTabs, workspace: Workspace):
    document = workspace.document
    second = document.maps()[1].id
    set_field(document, (second,), "title", "A title that is too long for a tab")
    set_field(document, (second,), "state", "future")
    assert seen(tabs)[1] == "Future state"
    assert "too long for a tab" in pill(tabs, "Future state").toolTip()
    set_field(document, (second,), "title", "R&D")
    assert seen(tabs)[1] == "R&&D"
    remove_map(document, second)
    assert len(seen(tabs)) == 3
    for each in document.maps():
        remove_map(document, each.id)
    assert seen(tabs) == ["New map"]
    assert all(each.focusPolicy() == Qt.FocusPolicy.TabFocus for each in tabs.pills)
