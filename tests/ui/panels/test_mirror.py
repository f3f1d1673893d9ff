"""A list and the workspace select the same, whoever selects."""

import pytest
from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QListView
from pytestqt.qtbot import QtBot

from journey_editor.ui.panels.mirror import Mirror
from journey_editor.ui.workspace import Workspace
from tests.building import records, row, stage

IDS = ("a", "b", "c")


@pytest.fixture
def mirrored(qtbot: QtBot) -> tuple[QListView, Workspace, Mirror]:
    workspace, view = Workspace(records(stage("s"), *row(*IDS))), QListView()
    qtbot.addWidget(view)
    model = QStringListModel(list(IDS), view)
    view.setModel(model)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def index_of(record: str) -> QModelIndex:
        return model.index(IDS.index(record)) if record in IDS else QModelIndex()

    return view, workspace, Mirror(view, workspace, index_of, lambda index: IDS[index.row()], QModelIndex.row)


def rows(view: QListView) -> list[int]:
    return sorted(index.row() for index in view.selectionModel().selectedRows())


def test_what_the_workspace_selects_is_selected_in_the_list(mirrored: tuple[QListView, Workspace, Mirror]):
    view, workspace, _mirror = mirrored
    workspace.session.select(("c", "a", "s"))
    assert rows(view) == [0, 2]
    workspace.session.select(("b",))
    assert rows(view) == [1] and view.currentIndex().row() == 1


def test_what_a_person_selects_is_handed_on_in_order_the_current_last(mirrored: tuple[QListView, Workspace, Mirror]):
    view, workspace, _mirror = mirrored
    view.setCurrentIndex(view.model().index(1, 0))
    assert workspace.session.selected == ("b",)
    view.selectAll()
    assert workspace.session.selected == ("a", "c", "b")


def test_while_it_is_quiet_neither_hears_of_the_other(mirrored: tuple[QListView, Workspace, Mirror]):
    view, workspace, mirror = mirrored
    mirror.quiet = True
    workspace.session.select(("a",))
    view.setCurrentIndex(view.model().index(2, 0))
    assert (rows(view), workspace.session.selected) == ([2], ("a",))
