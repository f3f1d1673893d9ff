"""Boxes of ticked rows are seen in light and dark, and tell whether they are on."""

from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from pytestqt.qtbot import QtBot

from journey_editor.ui.theme import look_of
from journey_editor.ui.ticks import Ticked
from journey_editor.ui.workspace import Workspace
from tests.building import records, stage


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_box_is_filled_in_the_accent_where_its_row_is_ticked(qtbot: QtBot, theme: Literal["light", "dark"]) -> None:
    workspace = Workspace(records(stage("s")))
    workspace.show(theme=theme)
    shown = QListWidget()
    qtbot.addWidget(shown)
    shown.setItemDelegate(Ticked(workspace, shown))
    for state in (Qt.CheckState.Checked, Qt.CheckState.Unchecked):
        item = QListWidgetItem("Row")
        item.setCheckState(state)
        shown.addItem(item)
    shown.addItem("No tick")
    shown.resize(200, 120)
    shown.show()
    image = shown.viewport().grab().toImage()
    accent = look_of(theme).map.accent.lower()
    inside = [
        any(
            image.pixelColor(x, y).name() == accent
            for x in range(2, 24)
            for y in range(
                shown.visualItemRect(shown.item(row)).top() + 2, shown.visualItemRect(shown.item(row)).bottom()
            )
        )
        for row in range(3)
    ]
    assert inside == [True, False, False]
