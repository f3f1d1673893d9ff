"""A whole session of forty minutes, typed into the real window; the file that is saved is the one kept beside this.

`session.txt` is what is done, `session.journey` what comes of it, byte for byte: ids come from a seed, and no line
counts from today. Where something was meant to change, take the new file over and read what changed:
`python -m tests.journeys.test_session`. With `--film FOLDER` pictures of the window are left in a folder instead.
"""

import argparse
import json
import os
import tempfile
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.ids import seeded_ids
from journey_editor.core.records import Head, JourneyMap, Record
from journey_editor.plots.raster import CurveRaster
from journey_editor.storage.files import open_file
from journey_editor.storage.format import dumps, load
from journey_editor.ui.app import application
from journey_editor.ui.desk import Desk
from journey_editor.ui.window import MainWindow
from journey_editor.ui.workspace import Workspace
from tests.journeys.session import SCRIPT, Session, Shoot

KEPT = Path(__file__).with_name("session.journey")
SIZE = (1600, 960)
SEED = 3
SETTLED = 600  # ms until what fades has faded


def begun(path: Path) -> None:
    """Write the file that the session begins with: a map that has a name and nothing else."""
    title = "Talwind: an e-bike by the month"
    records: list[Record] = [Head(title=title), JourneyMap(id="now", rank="a0", title=title)]
    path.write_bytes(dumps({each.id: each for each in records}))


def opened(desk: Desk, path: Path) -> MainWindow:
    """Open a file in a window, its new records with ids that are the same each time."""
    found = open_file(path)
    window = desk.show(Workspace(found.records.values(), path, found.digest, seeded_ids(SEED)))
    window.resize(*SIZE)
    return window


@pytest.mark.xvfb
def test_a_session_of_forty_minutes_ends_in_the_very_file(desk: Desk, tmp_path: Path, qtbot: QtBot):
    path = tmp_path / "talwind.journey"
    begun(path)
    first = path.read_bytes()
    window = opened(desk, path)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.setFocus()
    session = Session(window)
    session.play(SCRIPT.read_text("utf-8"))

    assert session.captured >= 115
    assert window.workspace.is_saved
    saved = path.read_bytes()
    document = window.workspace.document
    assert dict(load(path)) == dict(document.records)
    if saved != KEPT.read_bytes():
        (tmp_path / KEPT.name).write_bytes(saved)
    assert saved == KEPT.read_bytes(), f"another file came of it: {tmp_path / KEPT.name}"
    for _step in window.workspace.history.steps:
        session.robot.press("Ctrl+Z")
    assert dumps(document.records) == first


def played(shoot: Shoot = lambda _name, _window: None) -> bytes:
    """Play the session outside of tests; return what was saved."""
    app = application()
    desk = Desk(app)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "talwind.journey"
        begun(path)
        window = opened(desk, path)
        window.activateWindow()
        while not window.isActiveWindow():
            QApplication.processEvents()
        window.canvas.setFocus()
        window.warm(CurveRaster)
        Session(window, shoot).play(SCRIPT.read_text("utf-8"))
        saved = path.read_bytes()
        window.close_surely()
        app.processEvents()
    return saved


def film(folder: Path) -> None:
    """Play the session on a screen of usual size and leave pictures of its telling moments in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    screen = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}

    def shoot(name: str, window: MainWindow) -> None:
        QTest.qWait(SETTLED)
        (window.room.window or window).grab().save(str(folder / f"{name}.png"))

    with tempfile.TemporaryDirectory() as scratch:
        config = Path(scratch) / "screens.json"
        config.write_text(json.dumps({"screens": [screen]}), "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
        played(shoot)


if __name__ == "__main__":
    import tests.conftest  # noqa: F401 # pyright: ignore[reportUnusedImport] # fonts and screen as in the tests

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--film", type=Path, metavar="FOLDER", help="leave pictures here, and change nothing")
    asked = parser.parse_args()
    if asked.film:
        film(asked.film)
    else:
        KEPT.write_bytes(played())
