"""How the program begins: without a display, with files, and how soon the first paint comes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journey_editor.assets import resource
from journey_editor.ui.app import begin, has_display, main
from journey_editor.ui.desk import Desk
from tests.ui.pressing import press

FIRST_PAINT = """
import json, sys
from journey_editor.ui.app import application
from journey_editor.ui.desk import Desk
app = application()
desk = Desk(app)
heavy = ("numpy", "networkx", "matplotlib", "reportlab", "pikepdf", "pypdfium2")
desk._warming.start = lambda: None
def painted():
    print(json.dumps([name for name in heavy if name in sys.modules]))
    desk.end_now()
window = desk.sample()
window.painted.connect(painted)
app.exec()
"""


def run(code: str, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *(["-c", code] if code else ["-m", "journey_editor"]), *words],
                          capture_output=True, text=True, env={**os.environ, **environ}, timeout=60)  # fmt: skip


def test_nothing_heavy_is_imported_before_the_first_paint(own_folders: Path):
    done = run(FIRST_PAINT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_looked_for_where_there_may_be_none(environ: dict[str, str], platform: str, expected: bool):
    assert has_display(environ, platform) is expected


def test_without_a_display_there_is_one_sentence():
    done = run("", "--sample", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "display" in done.stderr


def test_an_unknown_option_is_one_sentence(capsys: pytest.CaptureFixture[str]):
    assert main(["--what"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("after", [1.3, 1.5, 1.7])  # seconds: around where a window is made
def test_an_interrupt_while_the_program_begins_ends_it_too(own_folders: Path, after: float):
    with subprocess.Popen([sys.executable, "-m", "journey_editor", "--sample"], stderr=subprocess.DEVNULL) as process:
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(20) in (0, -signal.SIGINT), "it neither goes on nor crashes"
        finally:
            process.kill()


def test_an_interrupt_ends_the_program_properly(own_folders: Path):
    with subprocess.Popen(
        [sys.executable, "-m", "journey_editor", "--sample"], stderr=subprocess.PIPE, text=True
    ) as process:
        time.sleep(3)
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(20) == 0
        finally:
            process.kill()
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_files_open_each_in_a_window_of_its_own(desk: Desk, tmp_path: Path):
    paths = [tmp_path / "a.journey", tmp_path / "b.journey"]
    for path in paths:
        path.write_bytes(resource("samples", "b2b-onboarding.journey").read_bytes())
    assert begin(desk, [str(path) for path in (*paths, paths[0])])
    assert [window.workspace.path for window in desk.windows] == paths


def test_without_words_there_is_a_new_map(desk: Desk):
    assert begin(desk, [])
    assert [window.workspace.path for window in desk.windows] == [None]


def test_what_is_no_map_is_told_in_one_sentence(desk: Desk, in_dialog, tmp_path: Path):
    path = tmp_path / "odd <b>name.journey"
    path.write_text("no map at all", "utf-8")
    said: list[str] = []

    def read(dialog) -> None:
        said.append(dialog.text())
        press(dialog, "OK")

    in_dialog(read)
    assert not begin(desk, [str(path)])
    assert len(said) == 1
    assert "odd <b>name.journey" in said[0]
    assert "\n" not in said[0]
    assert path.read_text("utf-8") == "no map at all"
