"""Cards are copied, cut and pasted within a window and into another; hostile data on the clipboard is refused."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QImageReader
from pytestqt.qtbot import QtBot

from journey_editor.core.records import Note, Owner, Stage, Touchpoint
from journey_editor.storage.format import dumps
from journey_editor.ui.clipboard import FRAGMENT_MIME, SVG_MIME
from journey_editor.ui.desk import Desk
from journey_editor.ui.window import MainWindow
from tests.robot import Robot


def held() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def put(kind: str, data: bytes) -> None:
    given = QMimeData()
    given.setData(kind, QByteArray(data))
    QGuiApplication.clipboard().setMimeData(given)


def all_of(window: MainWindow, kind: type) -> list:
    return [each for each in window.workspace.document.records.values() if isinstance(each, kind)]


def column_of(window: MainWindow, title: str) -> list[str]:
    titles = Robot(window).titles()
    return titles[titles.index(title) : titles.index(title) + 3]


def test_a_card_is_copied_after_another_with_what_is_on_it(window: MainWindow):
    robot = Robot(window)
    before = dumps(window.workspace.document.records)
    robot.click("First login")
    robot.press("Ctrl+C")
    robot.click("Kick-off")
    notes = len(all_of(window, Note))
    robot.press("Ctrl+V")
    assert column_of(window, "Kick-off meeting")[1] == "First login, empty screen"
    robot.expect_selected("First login, empty screen")
    assert len(all_of(window, Note)) > notes
    assert window.status.notice.text() == "1 thing was pasted."
    robot.press("Ctrl+Z")
    assert dumps(window.workspace.document.records) == before


def test_cut_cards_are_gone_until_they_are_pasted(window: MainWindow):
    robot = Robot(window)
    robot.click("Discovery call")
    robot.click("Proof of concept", "Shift")
    robot.press("Ctrl+X")
    robot.expect_no_card("Proof of concept")
    robot.expect_selected("Legal review, signature")
    robot.click("Renewal")
    robot.press("Ctrl+V")
    robot.expect_card("Proof of concept", stage="Renewal")
    assert robot.titles()[-2:] == ["Discovery call", "Proof of concept"]
    robot.expect_selected("Discovery call", "Proof of concept")
    for _ in range(2):
        robot.press("Ctrl+Z")
    robot.expect_card("Proof of concept", stage="Decision")


@pytest.mark.xvfb
def test_cards_go_from_one_window_into_another(window: MainWindow, desk: Desk, qtbot: QtBot):
    robot = Robot(window)
    robot.click("Onboarding")
    robot.press("Ctrl+C")
    other = desk.new("empty")
    with qtbot.waitActive(other):
        other.activateWindow()
    other.canvas.setFocus()
    there = Robot(other)
    before = dumps(other.workspace.document.records)
    there.press("Ctrl+V")
    assert "Onboarding" in there.stages()
    there.expect_card("Kick-off meeting", stage="Onboarding", lane="Customer Success")
    assert {"Customer Success", "Product"} <= {each.name for each in all_of(other, Owner)}
    assert not {each.id for each in all_of(other, Touchpoint)} & window.workspace.document.records.keys()
    there.press("Ctrl+Z")
    assert dumps(other.workspace.document.records) == before


def test_copied_cards_go_into_the_tray_if_that_is_asked_for(window: MainWindow):
    robot = Robot(window)
    robot.click("Kick-off")
    robot.press("Ctrl+C")
    robot.press("Ctrl+Shift+V")
    (waiting,) = window.workspace.document.journey(window.workspace.map_id).tray
    assert waiting.title == "Kick-off meeting" and waiting.emotion is not None


def test_notes_go_onto_the_selected_card(window: MainWindow):
    robot = Robot(window)
    note = next(each for each in all_of(window, Note) if each.on == "t5")
    window.workspace.session.select((note.id,))
    window.do("copy")
    robot.click("Kick-off")
    robot.press("Ctrl+V")
    card = window.workspace.document.records[window.workspace.session.current or ""]
    assert isinstance(card, Note) and card.text == note.text
    assert window.workspace.document.records[card.on].__dict__["title"] == "Kick-off meeting"


def test_while_words_are_typed_keys_of_copying_are_the_lines(window: MainWindow):
    robot = Robot(window)
    robot.click("Kick-off")
    robot.press("Ctrl+C")
    count = len(robot.titles())
    robot.type("Hello")
    robot.press("Ctrl+A")
    robot.press("Ctrl+X")
    assert window.capture.text() == "" and held().text() == "Hello"
    robot.type("x")
    robot.press("Ctrl+V")
    assert window.capture.text() == "xHello"
    assert len(robot.titles()) == count


def test_the_outline_copies_what_is_selected_and_a_field_its_words(window: MainWindow):
    robot = Robot(window)
    robot.click("Kick-off")
    window.show_outline(True)
    robot.press("Ctrl+C")
    assert held().hasFormat(FRAGMENT_MIME)
    robot.press("Ctrl+V")
    assert robot.titles().count("Kick-off meeting") == 2
    window.seeking.finder.find()
    robot.type("words")
    robot.press("Ctrl+A")
    robot.press("Ctrl+C")
    assert held().text() == "words" and not held().hasFormat(FRAGMENT_MIME)


def test_other_programs_get_lines_and_a_table(window: MainWindow):
    robot = Robot(window)
    robot.click("Kick-off")
    robot.press("Ctrl+C")
    assert held().text().startswith('Kick-off meeting @"Customer Success" #"video call" +0.5 (hopeful)')
    assert "<td>Kick-off meeting</td>" in held().html()


def test_copying_as_a_table_takes_the_map_where_nothing_is_selected(window: MainWindow):
    window.workspace.session.clear()
    window.do("copy_table")
    assert held().text().count("\n") == len(all_of(window, Touchpoint)) + 1
    window.workspace.session.select(("s1",))
    window.do("copy_table")
    assert held().text().split("\n")[1].startswith("Awareness\tHears of it from a peer\tMarketing\tcommunity\t")
    assert window.status.notice.text().startswith("Copied as a table: 2")


def test_copying_as_a_picture_gives_pixels_and_vectors(window: MainWindow):
    window.workspace.session.clear()
    window.do("copy_picture")
    whole = held().imageData()
    assert isinstance(whole, QImage) and whole.width() > 2000
    assert b"Kick-off" in held().data(SVG_MIME).data()
    window.workspace.session.select(("t1",))
    window.do("copy_picture")
    part = held().imageData()
    assert part.width() < whole.width()
    svg = held().data(SVG_MIME).data()
    assert b"Hears of it" in svg and b"Kick-off" not in svg
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    assert part.save(buffer, "PNG") and QImageReader.imageFormat(buffer) is not None


def test_nothing_selected_is_told(window: MainWindow):
    window.workspace.session.clear()
    window.do("copy")
    assert window.status.notice.text() == "Select touchpoints, stages or notes to copy."


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x00\xff\xfe", b"[]", b"{", b'{"format": "journey-map"}', b'{"format": "journey-map", "version": 2}',
        b"[" * 100_000, b'{"format": "journey-map", "version": 1, "maps": [{"id": "m", "title": "", "notes": [{"id": '
        b'"n", "text": "x", "on": "gone"}]}]}', b'{"format": "journey-map", "version": 1}' * 2,
    ],
)  # fmt: skip
def test_hostile_data_is_refused_in_one_sentence_and_changes_nothing(window: MainWindow, data: bytes):
    before = dumps(window.workspace.document.records)
    put(FRAGMENT_MIME, data)
    window.canvas.setFocus()
    Robot(window).press("Ctrl+V")
    assert dumps(window.workspace.document.records) == before
    said = window.status.notice.text()
    assert said.startswith("What was copied") and said.endswith((".", "…")) and "\n" not in said


def test_an_empty_fragment_pastes_nothing(window: MainWindow):
    put(FRAGMENT_MIME, b'{"format": "journey-map", "version": 1}\n')
    window.canvas.setFocus()
    Robot(window).press("Ctrl+V")
    assert window.status.notice.text() == "There is nothing here to paste."


def test_a_locked_map_takes_no_stage(window: MainWindow):
    robot = Robot(window)
    robot.click("Renewal")
    robot.press("Ctrl+C")
    window.workspace.lock.toggle()
    count = len(all_of(window, Stage))
    robot.press("Ctrl+V")
    assert len(all_of(window, Stage)) == count
    assert window.status.notice.text() == "Stages and lanes are locked: no stage was added."
