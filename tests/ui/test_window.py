"""The window: parts in step, typing that captures, saved state, panels that stay as they were left."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.journey import maps_of
from journey_editor.core.records import Touchpoint
from journey_editor.storage.format import dumps, load
from journey_editor.ui.desk import Desk
from journey_editor.ui.panels.inspector.fields import FIELDS
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot


def touchpoints(window: MainWindow) -> list[str]:
    return [each.title for each in window.workspace.document.journey(window.workspace.map_id).touchpoints]


@pytest.mark.xvfb
def test_typing_captures_without_any_click(window: MainWindow, qtbot: QtBot):
    assert QApplication.focusWidget() is window.capture
    qtbot.keyClicks(window.capture, "Welcome mail @Sales #email -0.5")
    qtbot.keyClick(window.capture, Qt.Key.Key_Return)
    new = window.workspace.document.records[window.workspace.session.current or ""]
    assert isinstance(new, Touchpoint)
    assert (new.title, new.channel, new.owner) == ("Welcome mail", "email", "sales")
    assert new.emotion is not None
    assert new.emotion.valence == -0.5
    assert window.capture.text() == ""
    assert window.capture.hasFocus()


def test_undo_after_a_capture_takes_the_card_and_not_the_words_back(window: MainWindow, qtbot: QtBot):
    before = dumps(window.workspace.document.records)
    qtbot.keyClicks(window.capture, "Welcome mail")
    qtbot.keyClick(window.capture, Qt.Key.Key_Return)
    qtbot.keyClick(window.capture, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.capture.text() == ""
    assert dumps(window.workspace.document.records) == before


def test_keys_of_the_map_work_while_the_line_is_empty(window: MainWindow, qtbot: QtBot):
    qtbot.keyClick(window.capture, Qt.Key.Key_Home)
    assert window.workspace.session.current == "t1"
    qtbot.keyClick(window.capture, Qt.Key.Key_Right)
    assert window.workspace.session.current == "t2"
    qtbot.keyClick(window.capture, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    record = window.workspace.document.records["t2"]
    assert isinstance(record, Touchpoint)
    assert record.emotion is not None
    assert record.emotion.valence == 2
    qtbot.keyClick(window.capture, Qt.Key.Key_Delete)
    assert "t2" not in window.workspace.document.records
    qtbot.keyClick(window.capture, Qt.Key.Key_F2)
    assert window.canvas.editor is not None


def test_undo_names_what_it_undoes(window: MainWindow, qtbot: QtBot):
    undo = window.actions_of.by_id["undo"]
    assert not undo.isEnabled()
    window.workspace.session.select(("t1",))
    qtbot.keyClick(window.capture, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert undo.isEnabled()
    assert undo.text() == "Undo: Change feeling"
    undo.trigger()
    assert not undo.isEnabled()
    assert window.actions_of.by_id["redo"].text() == "Redo: Change feeling"


def test_map_outline_and_inspector_select_the_same(window: MainWindow):
    window.show_outline(True)
    window.workspace.session.select(("t7",))
    assert window.outline.model.key(window.outline.view.currentIndex()) == "t7"
    assert [page.subject.ids for page in window.inspector.shown_pages()] == [("t7",)]
    index = window.outline.model.index_of("s2")
    window.outline.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert window.workspace.session.selected == ("s2",)
    assert [page.kind for page in window.inspector.shown_pages()] == ["stage"]


def test_the_state_of_panels_is_kept_for_the_next_window(window: MainWindow, desk: Desk):
    window.show_outline(True)
    window.do("inspector")
    window.workspace.history.mark_saved()
    window.close()
    again = desk.new()
    assert again.is_shown("outline")
    assert not again.is_shown("inspector")


def test_an_untouched_new_map_gives_way_to_what_is_opened_from_it(desk: Desk, tmp_path: Path):
    empty = desk.new()
    path = tmp_path / "a.journey"
    path.write_bytes(dumps(desk.sample().workspace.document.records))
    desk.windows[-1].close_surely()
    empty.files.open_wanted.emit(str(path))
    assert [window.workspace.path for window in desk.windows] == [path]


def test_a_map_file_dropped_onto_the_window_opens(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    path = tmp_path / "dropped.journey"
    path.write_bytes(dumps(window.workspace.document.records))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.com/a.journey")])
    event = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(window.files.open_wanted) as heard:
        window.dropEvent(event)
    assert heard.args == [str(path)]


def test_templates_and_the_sample_open_as_untitled_copies(desk: Desk):
    for window in (desk.new("b2b-saas"), desk.sample()):
        assert window.workspace.path is None
        assert window.files.words() == "not saved yet"
        assert maps_of(window.workspace.document.records)


def test_a_curve_is_drawn_once_matplotlib_is_there(window: MainWindow, desk: Desk, qtbot: QtBot):
    asked: list[object] = []
    make = window.canvas.curve_ready
    window.canvas.curve_ready = lambda maker: (asked.append(maker), make(maker))[1]  # type: ignore[method-assign]
    qtbot.waitUntil(lambda: bool(asked) or desk._maker is not None, timeout=20_000)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_is_taken_by_every_part(desk: Desk, window: MainWindow, theme: str):
    desk.choose_theme(theme)
    assert window.workspace.view.theme == theme
    assert window.canvas.look.name == theme
    assert window.actions_of.by_id[f"theme_{theme}"].isChecked()


def test_odd_texts_are_shown_and_survive(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    odd = "x" * 9_000 + " مرحبا 🙂 <b>&amp; $5 - $6"
    window.workspace.session.select(("t1",))
    page = window.inspector.page("touchpoint")
    assert page.subject.set_text(FIELDS["touchpoint"][0], odd) == ""
    window.show_outline(True)
    window.grab()
    path = tmp_path / "odd.journey"
    path.write_bytes(dumps(window.workspace.document.records))
    record = load(path)["t1"]
    assert isinstance(record, Touchpoint)
    assert record.title == odd


@pytest.mark.parametrize(("wheel", "zooms"), [("pan", False), ("zoom", True)])
def test_the_wheel_does_what_was_set(desk: Desk, wheel: str, zooms: bool):
    desk.preferences.change(wheel=wheel)
    canvas = desk.sample().canvas
    canvas.full_size()
    hands.turn_wheel(canvas.viewport(), QPoint(300, 300), 1)
    assert (canvas.scale_now > 1.0) is zooms


def test_no_part_of_a_window_takes_what_another_one_does(window: MainWindow):
    parts = (
        window.tray, window.voting, window.room, window.seeking, window.files, window.drops.pasting, window.clipboard
    )  # fmt: skip
    names = [name for part in parts for name in part.doings()]
    assert len(set(names)) == len(names) and set(names) < set(window.doings)
    assert {"room", "tray", "vote_strip", "finder", "outline", "dark"} < set(window.shown)


def test_after_undo_of_what_was_typed_one_goes_on_where_one_was(window: MainWindow):
    robot = Robot(window)
    robot.click("Discovery call")
    for title in ("First try", "Second try"):
        robot.type(title)
        robot.press("Return")
        robot.undo()
        robot.expect_selected("Discovery call")
    robot.type("Third try")
    robot.press("Return")
    titles = robot.titles()
    assert titles[titles.index("Discovery call") + 1] == "Third try"


def test_a_new_card_that_is_given_up_leaves_the_hand_where_it_was(window: MainWindow):
    robot = Robot(window)
    robot.click("Discovery call")
    robot.press("Ctrl+Return")
    robot.press("Escape")
    robot.expect_selected("Discovery call")


def test_undo_of_a_removal_selects_the_cards_alone(window: MainWindow):
    robot = Robot(window)
    robot.click("Proof of concept")
    robot.press("Shift+Right")
    robot.press("Delete")
    robot.undo()
    robot.expect_selected("Proof of concept", "Legal review, signature")


def test_a_page_keeps_its_width_however_long_it_is(desk: Desk):
    window = desk.new("self-serve")
    window.resize(1280, 720)
    seen: set[int] = set()
    for record in ("p1", *list(window.workspace.document.records)[:40:5]):
        window.workspace.session.select((record,) if record else ())
        for height in (560, 720, 900):  # a bar that came and went called for other heights of texts without end
            window.resize(1280, height)
            QApplication.processEvents()
            seen.add(window.inspector.scroller.viewport().width())
    assert len(seen) == 1


def test_a_second_window_stands_beside_the_first_and_on_the_screen(desk: Desk):
    first = desk.sample()
    first.workspace.history.mark_unsaved()  # else it would give way
    room = first.screen().availableGeometry()
    first.setGeometry(room.adjusted(0, 32, -8, -8))
    second = desk.sample(first)
    assert second.geometry() != first.geometry()
    assert not room.contains(first.geometry()) or room.contains(second.geometry())
    assert second.size().width() < first.size().width() or second.width() == second.minimumSizeHint().width()
