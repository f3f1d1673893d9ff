"""What is dropped on the window finds its handler."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage

from journey_editor.core.records import Picture, Touchpoint
from journey_editor.storage.format import dumps
from journey_editor.ui.dialogs.diagram import PasteDiagram
from journey_editor.ui.dialogs.paste import PasteTable
from tests.ui.pressing import press

BUTTON, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def mime(text="", paths=(), image=None):
    data = QMimeData()
    if text:
        data.setText(text)
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if image is not None:
        data.setImageData(image)
    return data


def drag(window, data, place):
    """Let a drag enter the window, move to a place and be dropped; return whether it was taken."""
    copies = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, copies, data, BUTTON, NONE)
    enter.setAccepted(False)
    window.dragEnterEvent(enter)
    if not enter.isAccepted():
        return False
    window.dragMoveEvent(QDragMoveEvent(place, copies, data, BUTTON, NONE))
    window.dropEvent(QDropEvent(QPointF(place), copies, data, BUTTON, NONE))
    return True


def over(window, record, dx=0.5):
    """The place in the window over a record's element."""
    window.canvas.fit_all()
    rect = window.canvas.element_of(record).rect
    inside = window.canvas.mapFromScene(rect.x + rect.width * dx, rect.y + rect.height / 2)
    return window.canvas.viewport().mapTo(window, inside)


@pytest.fixture
def card(window):
    return window.workspace.document.journey(window.workspace.map_id).touchpoints[3]


@pytest.fixture
def noticed(window):
    found = []
    window.workspace.noticed.connect(found.append)
    return found


def red():
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def test_text_lands_where_it_is_dropped(window, card):
    assert drag(window, mime("One\nTwo"), over(window, card.id, 0.95))
    journey = window.workspace.document.journey(window.workspace.map_id)
    titles = [each.title for column in journey.columns_by_stage[card.stage] for each in column]
    assert {"One", "Two"} <= set(titles) and titles.index("Two") == titles.index("One") + 1
    assert abs(titles.index("One") - titles.index(card.title)) <= 1
    window.workspace.undo()
    assert window.workspace.document.journey(window.workspace.map_id).map == journey.map


def test_one_line_that_is_dropped_is_a_touchpoint_and_beside_the_map_it_waits_in_the_tray(window, card):
    drag(window, mime("Only one"), over(window, card.id))
    assert window.workspace.current.title == "Only one" and window.capture.text() == ""
    drag(window, mime("Beside"), QPoint(2, 2))
    assert [each.title for each in window.workspace.document.journey(window.workspace.map_id).tray] == ["Beside"]


def test_tools_and_cards_of_the_tray_are_for_the_map_alone(window):
    data = QMimeData()
    data.setData("application/x-journey-tool", b"stage")
    assert not drag(window, data, QPoint(400, 400))


def test_a_map_file_is_opened(desk, window, tmp_path):
    path = tmp_path / "other.journey"
    path.write_bytes(dumps(window.workspace.document.records))
    drag(window, mime(paths=[path]), QPoint(400, 400))
    assert desk.windows[-1].workspace.path == path


@pytest.mark.parametrize("name", ["minutes.txt", "minutes.md"])
def test_minutes_become_a_map_of_their_own(desk, window, tmp_path, name):
    (tmp_path / name).write_text("# Onboarding\n- First login @Product -1\n- Waits\n", "utf-8")
    drag(window, mime(paths=[tmp_path / name]), QPoint(400, 400))
    other = desk.windows[-1].workspace
    assert other.title == "minutes" and not other.is_saved
    titles = {each.title for each in other.document.records.values() if isinstance(each, Touchpoint)}
    assert titles == {"First login", "Waits"}


def test_a_table_is_shown_first(window, tmp_path, in_dialog):
    (tmp_path / "t.csv").write_text("Step;Owner\nLogs in;Sales\nWaits;\n", "utf-8")
    seen = in_dialog(lambda dialog: press(dialog, "Cancel"))
    drag(window, mime(paths=[tmp_path / "t.csv"]), QPoint(400, 400))
    assert seen == [PasteTable.__name__]


def test_a_diagram_becomes_a_map_of_its_own_where_nothing_else_is_said(desk, window, tmp_path, in_dialog, qtbot):
    (tmp_path / "day.mmd").write_text("journey\nsection Work\nTea: 5: Me\n", "utf-8")
    seen = in_dialog(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    drag(window, mime(paths=[tmp_path / "day.mmd"]), QPoint(400, 400))
    assert seen == [PasteDiagram.__name__] and desk.windows[-1].workspace.title == "day"


def test_a_picture_is_kept_by_the_touchpoint_it_is_dropped_on(window, card, tmp_path, noticed):
    offered = []
    window.workspace.offered.connect(offered.append)
    red().save(str(tmp_path / "p.png"))
    drag(window, mime(paths=[tmp_path / "p.png"]), over(window, card.id))
    records = window.workspace.document.records
    picture = records[records[card.id].picture]
    assert isinstance(picture, Picture) and picture.type == "image/png"
    assert card.title[:10] in offered[-1].sentence and noticed == []
    offered[-1].run()
    assert window.workspace.document.records[card.id].picture is None
    drag(window, mime(image=red()), over(window, card.id))
    assert window.workspace.document.records[card.id].picture


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("p.png", b"\x89PNG no", "PNG or JPEG"), ("d.docx", b"PK\x03\x04", "d.docx"), ("m.txt", b"abcdef\x00", "m.txt"),
        ("m.txt", b"G\xe4ste", "UTF-8"), ("m.txt", b"", "empty"), ("x.mmd", b"nothing", "journey"),
        ("long.txt", b"a\n" * 5_001, "long.txt"), ("none", b"", "none"),
    ],
)  # fmt: skip
def test_what_has_no_handler_gets_one_sentence_and_changes_nothing(window, card, tmp_path, noticed, name, data, words):
    before = dumps(window.workspace.document.records)
    (tmp_path / name).write_bytes(data)
    drag(window, mime(paths=[tmp_path / name]), over(window, card.id))
    assert len(noticed) == 1 and words in noticed[0] and "\n" not in noticed[0]
    assert dumps(window.workspace.document.records) == before


def test_a_picture_beside_a_touchpoint_is_told_where_to_drop(window, noticed):
    drag(window, mime(image=red()), QPoint(3, 3))
    assert len(noticed) == 1 and "touchpoint" in noticed[0]


def test_files_and_pictures_are_pasted_as_they_are_dropped(desk, window, card, tmp_path, noticed):
    (tmp_path / "minutes.txt").write_text("One\nTwo\n", "utf-8")
    window.workspace.session.select((card.id,))
    QGuiApplication.clipboard().setMimeData(mime(image=red()))
    window.do("paste")
    assert window.workspace.document.records[card.id].picture
    window.workspace.session.clear()
    QGuiApplication.clipboard().setMimeData(mime(image=red()))
    window.do("paste")
    assert len(noticed) == 1
    QGuiApplication.clipboard().setMimeData(mime("file:///x", paths=[tmp_path / "minutes.txt"]))
    window.do("paste")
    assert desk.windows[-1].workspace.title == "minutes" and window.capture.text() == ""
