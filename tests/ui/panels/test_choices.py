"""A row of the palette tells name, place and keys, the letters that match bold."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from journey_editor.ui.panels.choices import ROW, Choice, ChoiceDelegate, ChoiceModel, Row, pieces
from journey_editor.ui.workspace import Workspace


def drawn(workspace: Workspace, qtbot: QtBot, choice: Choice, spans=(), width: int = 400) -> QImage:
    view = QListView()
    qtbot.addWidget(view)
    model = ChoiceModel(view)
    model.show([Row("", lambda _key: choice, spans)])
    image = QImage(width, ROW, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, ROW)
    ChoiceDelegate(workspace, view).paint(painter, option, model.index(0))
    painter.end()
    return image


def ink(image: QImage, left: int, right: int) -> int:
    return sum(image.pixelColor(x, y).lightness() < 128 for x in range(left, right) for y in range(image.height()))


def test_names_are_cut_into_what_matches_and_what_does_not():
    assert pieces("First login", ((0, 2), (6, 8))) == [("Fi", True), ("rst ", False), ("lo", True), ("gin", False)]
    assert pieces("ab", ((0, 2),)) == [("ab", True)]
    assert pieces("ab", ()) == [("ab", False)]


def test_the_model_tells_names_and_for_ears_all_of_a_row(qtbot: QtBot):
    model = ChoiceModel()
    choices = {"u": Choice("Undo", print, place="Edit", keys="Ctrl+Z"), "c": Choice("Cut", print, is_enabled=False)}
    model.show([Row(key, choices.get) for key in choices])
    assert model.data(model.index(0)) == "Undo"
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "Undo, Edit, Ctrl+Z"
    assert [bool(model.flags(model.index(row)) & Qt.ItemFlag.ItemIsEnabled) for row in (0, 1)] == [True, False]
    assert model.choice(2) is None


def test_matching_letters_are_bold(workspace: Workspace, qtbot: QtBot):
    choice = Choice("illumination", print)
    plain, bold = (ink(drawn(workspace, qtbot, choice, spans), 40, 400) for spans in ((), ((0, 12),)))
    assert bold > plain * 1.2


def test_place_and_keys_stand_at_the_right_and_a_long_name_gives_way(workspace: Workspace, qtbot: QtBot):
    name = Choice("Undo", print)
    assert ink(drawn(workspace, qtbot, name), 300, 400) == 0
    assert ink(drawn(workspace, qtbot, Choice("Undo", print, place="Edit", keys="Ctrl+Z")), 300, 400) > 20
    keys = drawn(workspace, qtbot, Choice("", print, keys="Ctrl+Z"))
    both = drawn(workspace, qtbot, Choice("long " * 40, print, keys="Ctrl+Z"))
    assert both.copy(335, 0, 65, ROW) == keys.copy(335, 0, 65, ROW)


def test_what_cannot_be_done_is_paler(workspace: Workspace, qtbot: QtBot):
    assert ink(drawn(workspace, qtbot, Choice("Undo", print, is_enabled=False)), 0, 400) == 0
