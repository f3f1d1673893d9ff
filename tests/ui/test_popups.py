"""Popups stay on their screen, and hide no button that asked for them."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.ui.popups import fit_rows, stand_at


@pytest.fixture
def popup(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    found.setFixedSize(300, 200)
    return found


def room(popup: QWidget) -> QRect:
    return popup.screen().availableGeometry()


def test_where_there_is_room_it_stands_where_it_was_asked_for(popup: QWidget):
    stand_at(popup, QPoint(40, 60))
    assert popup.pos() == QPoint(40, 60)


def test_at_the_edges_it_moves_left_and_up(popup: QWidget):
    stand_at(popup, room(popup).bottomRight() - QPoint(10, 10))
    assert room(popup).contains(popup.geometry())
    stand_at(popup, QPoint(-50, -50))
    assert popup.pos() == room(popup).topLeft()


def test_below_a_button_at_the_lower_edge_it_stands_above_that(popup: QWidget):
    place = QPoint(40, room(popup).bottom() - 10)
    stand_at(popup, place, 28)
    assert popup.geometry().bottom() + 1 == place.y() - 28


def test_it_is_as_high_as_its_rows_need_but_no_higher_than_it_may(popup: QWidget):
    rows = QListWidget()
    QVBoxLayout(popup).addWidget(rows)
    rows.addItems(["one", "two"])
    fit_rows(popup, rows, 400)
    two = popup.height()
    rows.addItem("three")
    fit_rows(popup, rows, 400)
    assert two < popup.height() < 400
    rows.addItems([str(each) for each in range(100)])
    fit_rows(popup, rows, 400)
    assert popup.height() == 400
