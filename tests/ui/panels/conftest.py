"""A workspace with the sample map, for panels."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.assets import resource
from journey_editor.core.ids import seeded_ids
from journey_editor.core.records import JourneyMap, Picture
from journey_editor.storage.format import load
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.theme import dress
from journey_editor.ui.workspace import Workspace


@pytest.fixture
def workspace(qapp: QApplication) -> Iterator[Workspace]:
    """The sample map as the window would open it; the widgets that showed it are gone before the next test.

    Without a running loop nothing else carries out `deleteLater`, and each theme would dress the widgets of all tests.
    """
    dress(qapp, "light")
    yield Workspace(load(resource("samples", "b2b-onboarding.journey")).values(), ids=seeded_ids(3))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pyright: ignore[reportArgumentType]


@pytest.fixture
def inspector(qtbot: QtBot, workspace: Workspace) -> Inspector:
    """The inspector of the sample map, which also has the kinds of records that the sample lacks."""
    with workspace.document.transaction("More of the kinds that the sample lacks"):
        workspace.document.put(JourneyMap(id="other", rank="b0", title="Other"))
        workspace.document.put(Picture(id="pic", rank="a0", type="image/png", data="aGk="))
    workspace.history.mark_saved()
    shown = Inspector(workspace)
    qtbot.addWidget(shown)
    shown.resize(304, 900)
    shown.show()
    shown.activateWindow()
    qtbot.waitExposed(shown)
    return shown
