"""A canvas with the sample map, and a person at it."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.assets import resource
from journey_editor.core.ids import seeded_ids
from journey_editor.core.records import Record
from journey_editor.storage.format import load
from journey_editor.ui.canvas.view import CanvasView
from journey_editor.ui.workspace import Workspace
from tests.alone import with_keys
from tests.robot import Robot

SIZE = (1600, 960)


@pytest.fixture
def open_canvas(qtbot: QtBot) -> Iterator[Callable[[list[Record]], CanvasView]]:
    """Shows records on a canvas of their own, and lets go of it at the end."""
    opened: list[CanvasView] = []

    def show(records: list[Record]) -> CanvasView:
        canvas = CanvasView(Workspace(records, ids=seeded_ids(7)))
        with_keys(canvas)
        opened.append(canvas)
        canvas.resize(*SIZE)
        canvas.show()
        canvas.activateWindow()
        qtbot.waitExposed(canvas)
        canvas.setFocus()
        return canvas

    yield show
    for canvas in opened:
        canvas.end()
        canvas.close()


@pytest.fixture
def sample() -> list[Record]:
    """The records of the sample map."""
    return list(load(resource("samples", "b2b-onboarding.journey")).values())


@pytest.fixture
def robot(open_canvas: Callable[[list[Record]], CanvasView], sample: list[Record]) -> Robot:
    """A person in front of the sample map."""
    return Robot(open_canvas(sample))
