"""The strip of chips and the list of names over the map: where they lie, what they say, that nothing else moves."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from journey_editor.core.records import Owner
from journey_editor.ui.panels.capture import CaptureLine
from journey_editor.ui.panels.capture_strip import AROUND, ROWS, CaptureStrip, CaptureView
from journey_editor.ui.theme import small_font
from journey_editor.ui.workspace import Workspace
from tests.ui.panels.lines import Map, Shown, shown_line


def words(strip: CaptureStrip) -> list[str]:
    return [cell.words for cell in strip.cells]


def press_chip(shown: Shown, number: int) -> None:
    rect = shown.view.strip.cells[number].rect
    QTest.mouseClick(shown.view.strip, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())


def test_the_strip_comes_with_the_first_letter_and_goes_with_the_line(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    strip, before = shown.view.strip, (shown.line.geometry(), shown.area.geometry())
    assert strip.isHidden()
    qtbot.keyClicks(shown.line, "W")
    assert strip.isVisible()
    assert words(strip) == ["W"]
    assert strip.geometry().top() + AROUND == 8
    assert (shown.line.geometry(), shown.area.geometry()) == before
    qtbot.keyClicks(shown.line, "aits @Board -1")
    assert words(strip) == ["Waits", "@Board", "-1"]
    qtbot.keyClick(shown.line, Qt.Key.Key_Return)
    assert strip.isHidden()
    assert QApplication.focusWidget() is shown.line


def test_who_hears_the_line_is_told_what_others_see(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Cu")
    assert shown.line.accessibleDescription() == (
        "title: Waits; owner: Customer Success: @Cu; Tab takes Customer Success; Enter adds it at the end of Renewal"
    )
    qtbot.keyClick(shown.line, Qt.Key.Key_Return)
    assert shown.line.accessibleDescription() == ""


def test_it_says_what_enter_does(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    workspace.session.select(("t1",))
    qtbot.keyClicks(shown.line, "Waits")
    assert shown.view.strip.promise == "Enter adds it after Hears of it from a peer"
    workspace.session.select(("s1",))
    assert shown.view.strip.promise == "Enter adds it at the end of Awareness"


def test_a_sign_that_stays_text_is_told(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Sales")
    high = shown.view.strip.height()
    qtbot.keyClicks(shown.line, " @Product")
    assert "“@Product” stays text" in shown.view.strip.foot
    assert shown.view.strip.height() > high


def test_esc_and_another_place_for_the_keyboard_put_it_away(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    other = QLineEdit(shown.window)
    other.show()
    qtbot.keyClicks(shown.line, "Waits")
    other.setFocus()
    assert shown.view.strip.isHidden()
    shown.line.setFocus()
    assert shown.view.strip.isVisible()


def test_chips_wrap_within_the_map_and_at_most_some_rows_are_shown(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    shown.line.setText("Waits " + "!slow answers +quick answers " * 12 + "@Sales")
    strip = shown.view.strip
    tops = sorted({cell.rect.top() for cell in strip.cells})
    assert len(tops) == ROWS
    assert words(strip)[-1] == "@Sales"
    for cell in strip.cells:
        assert AROUND <= cell.rect.left() < cell.rect.right() <= strip.width() - AROUND
        assert cell.rect.bottom() < strip.height() - AROUND
    for one, other in zip(strip.cells, strip.cells[1:], strict=False):
        assert not one.rect.intersects(other.rect)
    promise = QFontMetricsF(small_font()).horizontalAdvance(strip.promise)
    highest = max(cell.rect.right() for cell in strip.cells if cell.rect.top() == tops[0])
    assert highest < strip.width() - AROUND - promise, "chips lie under what Enter does"


def test_it_follows_the_width_of_the_map(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits for an answer")
    shown.area.resize(600, 600)
    assert shown.view.strip.geometry().right() < 600


def test_a_line_at_the_lower_edge_has_it_above(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot, at_bottom=True)
    qtbot.keyClicks(shown.line, "Waits @Cu")
    strip, offers = shown.view.strip.geometry(), shown.view.offers.geometry()
    assert strip.bottom() - AROUND < shown.line.geometry().top()
    assert offers.bottom() - AROUND <= strip.top() + AROUND
    assert offers.top() > 0


def test_where_people_read_it_from_afar_it_is_larger(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    large = CaptureView(shown.line, workspace, shown.area, scale=2.0)
    qtbot.keyClicks(shown.line, "Waits @Cu")
    assert large.strip.height() == 2 * shown.view.strip.height()
    assert large.offers.width() == 2 * shown.view.offers.width()
    place = (large.offers.row_rect(1).center() * 2).toPoint()
    QTest.mouseClick(large.offers, Qt.MouseButton.LeftButton, pos=place)
    assert shown.line.text() == 'Waits @"Cu" '
    QTest.mouseClick(large.strip, Qt.MouseButton.LeftButton, pos=(large.strip.cells[0].rect.center() * 2).toPoint())
    assert shown.line.selectedText() == "Waits"


def test_a_room_that_is_closed_takes_its_line_and_what_lies_over_it_along(workspace: Workspace, qtbot: QtBot):
    room = QWidget()
    line = CaptureLine(workspace, Map())
    line.setParent(room)
    view = CaptureView(line, workspace, room)
    room.show()
    with qtbot.waitActive(room):
        room.activateWindow()
    line.setFocus()
    qtbot.keyClicks(line, "Waits @Cu")
    assert view.strip.isVisible()
    with qtbot.captureExceptions() as exceptions:
        delete(room)
    assert not exceptions


def test_a_press_on_a_chip_selects_its_words(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Sales !slow answers")
    shown.line.setText("Waits 🙂 @Sales !slow answers")
    press_chip(shown, 3)
    assert shown.line.selectedText() == "!slow answers"
    assert QApplication.focusWidget() is shown.line


def test_names_come_up_below_their_chip(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits for it @Cu")
    offers, strip = shown.view.offers, shown.view.strip
    assert offers.isVisible()
    assert offers.geometry().top() + AROUND > strip.geometry().bottom() - AROUND
    chip = strip.geometry().left() + strip.cells[-1].rect.left()
    assert abs(offers.geometry().left() + AROUND + 8 - chip) <= 1
    qtbot.keyClicks(shown.line, "zzz")
    assert offers.isHidden()


def test_a_press_takes_a_name_and_the_keyboard_stays(workspace: Workspace, qtbot: QtBot):
    with workspace.document.transaction("One more owner"):
        workspace.document.put(Owner(id="care", rank="z", name="Customer Care"))
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Cu")
    offers = shown.view.offers
    place = offers.row_rect(1).center().toPoint()
    QTest.mouseMove(offers, place)
    QTest.mouseClick(offers, Qt.MouseButton.LeftButton, pos=place)
    assert shown.line.text() == "Waits @Customer Care "
    assert QApplication.focusWidget() is shown.line
    assert offers.isHidden()


def test_the_words_of_the_line_itself_lie_on_the_colours_of_their_chips(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    qtbot.keyClicks(shown.line, "Waits @Sales")
    ((ground, rect),) = shown.line.places()
    assert (ground.start, ground.end) == (6, 12)
    picture = shown.line.grab().toImage()
    ratio = picture.devicePixelRatio()
    inside = picture.pixelColor((rect.bottomLeft().toPoint() + QPoint(6, -3)) * ratio)
    beside = picture.pixelColor((rect.topLeft().toPoint() + QPoint(-12, 3)) * ratio)
    assert inside.name().upper() == ground.color
    assert beside.name().upper() == "#FFFFFF"


def test_colours_lie_behind_words_from_right_to_left_too(workspace: Workspace, qtbot: QtBot):
    shown = shown_line(workspace, qtbot)
    text = "שלום app @צוות !כאב"
    shown.line.setText(text)
    found = {text[ground.start : ground.end].strip(): rect for ground, rect in shown.line.places()}
    assert set(found) == {"@צוות", "!כאב"}
    for words, rect in found.items():
        start = text.index(words)
        ends: list[int] = []
        for place in (start, start + len(words)):
            shown.line.setCursorPosition(place)
            ends.append(shown.line.cursorRect().center().x())
        assert ends[0] > ends[1]
        assert abs(rect.right() - ends[0]) < 6 and abs(rect.left() - ends[1]) < 6
