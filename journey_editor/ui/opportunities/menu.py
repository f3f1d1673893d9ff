"""What is offered for an opportunity where it is listed or stands as a point: its status, its place, its end."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import get_args

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.opportunities import set_status, status_name
from journey_editor.core.edits.removal import remove
from journey_editor.core.parts import Status
from journey_editor.core.records import Opportunity
from journey_editor.ui.workspace import Workspace


def menu_of(each: Opportunity, workspace: Workspace, go: Callable[[str], object], parent: QWidget) -> QMenu:
    """Return the menu of an opportunity, which ends with itself; `go` shows a record on the map."""
    menu, document = QMenu(parent), workspace.document
    menu.setAccessibleName(_("What to do with it"))
    group = QActionGroup(menu)
    for status in get_args(Status):
        action = menu.addAction(status_name(status))
        action.setCheckable(True)
        action.setChecked(status == each.status)
        group.addAction(action)
        action.triggered.connect(partial(_give, document, each.id, status))
    menu.addSeparator()
    menu.addAction(_("Show on the map"), lambda: go(each.id))
    menu.addAction(_("Remove"), lambda: remove(document, (each.id,)) if each.id in document.records else None)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _give(document: Document, record_id: str, status: Status) -> None:
    set_status(document, (record_id,), status, date.today())
