"""After an edit the canvas repaints little, and shows what it would show if all were painted anew."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.document import Document
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.touchpoints import add_touchpoint
from journey_editor.core.parts import Emotion
from journey_editor.core.records import Owner, Stage, Touchpoint
from journey_editor.plots.raster import CurveRaster
from journey_editor.ui.desk import Desk
from journey_editor.ui.window import MainWindow

Edit = Callable[[Document, str], object]


ROUNDED = 8
"""Of 255: what is clipped is smoothed otherwise by a step or two, which no eye sees."""


def seen(window: MainWindow) -> Any:
    """What is on the screen where the map lies, as it was painted last: rows of pixels of four bytes."""
    for _turn in range(3):  # the map is painted, the curve is drawn where it was put off, and that is painted
        QApplication.processEvents()
    viewport = window.canvas.viewport()
    corner = viewport.mapTo(window, viewport.rect().topLeft())
    whole = viewport.screen().grabWindow(window.winId()).toImage()
    part = whole.copy(corner.x(), corner.y(), viewport.width(), viewport.height())
    image = part.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


def ids(document: Document, kind: type) -> list[str]:
    return [each.id for each in document.of_kind(kind)]


def insert(document: Document, map_id: str) -> object:
    card = document.journey(map_id).touchpoints[3]
    return add_touchpoint(document, map_id, "New", Slot(card.stage or "", after=card.id), emotion=Emotion(valence=-2))


EDITS: dict[str, Edit] = {
    "a card comes in the middle": insert,
    "a card goes": lambda document, _map: remove(document, [ids(document, Touchpoint)[2]]),
    "a stage goes": lambda document, _map: remove(document, [ids(document, Stage)[1]]),
    "a lane is renamed": lambda document, _map: set_field(document, [ids(document, Owner)[0]], "name", "Other"),
    "a title grows": lambda document, _map: set_field(document, [ids(document, Touchpoint)[5]], "title", "Very " * 9),
    "the map is renamed": lambda document, map_id: set_field(document, [map_id], "title", "Another " * 20),
}


@pytest.mark.parametrize("scale", [1.0, 0.4])
@pytest.mark.parametrize("name", EDITS)
def test_what_is_repainted_is_what_changed(desk: Desk, qtbot: QtBot, name: str, scale: float):
    window = desk.sample()
    window.resize(1280, 800)
    window.warm(CurveRaster)
    window.canvas.zoom_to(scale)
    before = seen(window)
    workspace = window.workspace
    EDITS[name](workspace.document, workspace.map_id)
    after = seen(window)
    assert np.abs(after - before).max() > ROUNDED
    window.canvas.viewport().update()
    assert np.abs(seen(window) - after).max() <= ROUNDED
