"""Words in chips: walked by arrows, taken away by keys and by their cross, told to those who hear them."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journey_editor.ui.panels.wordchips import ChipLine, WordChip
from tests.hands import click, tap


def shown(qtbot: QtBot, *words: str) -> tuple[ChipLine, list[int]]:
    line = ChipLine(QLineEdit())
    qtbot.addWidget(line)
    removed: list[int] = []
    line.removed.connect(removed.append)
    line.show_chips([WordChip(each, f"Tag: {each}") for each in words])
    line.resize(400, 40)
    line.show()
    with qtbot.waitActive(line):
        line.activateWindow()
    line.field.setFocus()
    return line, removed


def test_keys_walk_and_take_away(qtbot: QtBot):
    line, removed = shown(qtbot, "one", "two", "three")
    tap(line.field, "Backspace")
    assert removed == [2]
    tap(line.field, "Left")
    assert line.chips[2].hasFocus()
    tap(line.chips[2], "Left")
    tap(line.chips[1], "Delete")
    assert removed == [2, 1]
    line.show_chips([WordChip("one"), WordChip("three")])
    assert line.chips[1].hasFocus(), "the neighbour of what went"
    tap(line.chips[1], "Right")
    assert line.field.hasFocus()
    line.field.setText("words")
    tap(line.field, "Backspace")
    assert removed == [2, 1] and line.field.text() == "word", "letters are taken first"


def test_the_cross_takes_away_and_the_words_do_not(qtbot: QtBot):
    line, removed = shown(qtbot, "one", "a word of very many letters " * 40)
    chip = line.chips[0]
    click(chip, QPoint(6, 14))
    assert not removed
    click(chip, QPoint(chip.width() - 8, 14))
    assert removed == [0]
    assert line.chips[1].width() <= 400 and line.chips[1].accessibleName().startswith("Tag: a word")


def test_what_cannot_be_taken_away_stays(qtbot: QtBot):
    line, removed = shown(qtbot)
    line.show_chips([WordChip("and 3 more", is_removable=False)])
    tap(line.chips[0], "Delete")
    click(line.chips[0], QPoint(line.chips[0].width() - 4, 14))
    assert not removed
