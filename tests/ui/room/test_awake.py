"""The computer stays awake: asked of a desktop on a real bus, else of a program, and nothing fails where neither is."""

import logging
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journey_editor.ui.room.awake import stay_awake

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PATIENCE = 20  # seconds after which a program is taken to say nothing more


class Process:
    """A Python program that is talked to by lines."""

    def __init__(self, script: str, environment: dict[str, str]) -> None:
        self._popen = subprocess.Popen(
            [sys.executable, str(HERE / script)], cwd=ROOT, env={**environment, "PYTHONPATH": str(ROOT)}, bufsize=0,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def hear(self) -> str:
        """Return its next line, "" where none comes."""
        assert self._popen.stdout is not None
        ready, _writing, _failed = select.select([self._popen.stdout], [], [], PATIENCE)
        return self._popen.stdout.readline().decode().strip() if ready else ""

    def tell(self) -> None:
        """Let it go on."""
        assert self._popen.stdin is not None
        self._popen.stdin.write(b"\n")

    def kill(self) -> None:
        """End it at once."""
        self._popen.kill()
        self._popen.communicate()


@pytest.fixture
def bus() -> Iterator[dict[str, str]]:
    """The environment of a session with a bus of its own."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert daemon.stdout is not None
    yield {**os.environ, "DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip()}
    daemon.kill()
    daemon.communicate()


@pytest.fixture
def desktop(bus: dict[str, str]) -> Iterator[Process]:
    """A desktop on that bus."""
    process = Process("desktop.py", bus)
    assert process.hear() == "ready"
    yield process
    process.kill()


def test_the_desktop_is_asked_and_told_when_it_is_over(bus: dict[str, str], desktop: Process):
    program = Process("wish.py", bus)
    assert program.hear() == "BusHold"
    assert desktop.hear() == "awake for Journey Editor: a test"
    program.tell()
    assert program.hear() == "over"
    assert desktop.hear() == "a connection ended"  # while the program still runs
    program.kill()


def test_the_wish_ends_with_a_program_that_is_killed(bus: dict[str, str], desktop: Process):
    program = Process("wish.py", bus)
    assert program.hear() == "BusHold"
    assert desktop.hear().startswith("awake")
    program.kill()
    assert desktop.hear() == "a connection ended"


def test_a_bus_without_a_desktop_leaves_it_to_a_program(bus: dict[str, str], tmp_path: Path):
    mark = tmp_path / "asked"
    inhibit = tmp_path / "systemd-inhibit"
    inhibit.write_text(f'#!/bin/sh\nprintf "%s" "$*" > {mark}.part && mv {mark}.part {mark}\nexec sleep 60\n', "utf-8")
    inhibit.chmod(0o755)
    program = Process("wish.py", {**bus, "PATH": f"{tmp_path}:{os.environ['PATH']}"})
    assert program.hear() == "ProcessHold"
    until = time.monotonic() + PATIENCE
    while not mark.exists() and time.monotonic() < until:
        time.sleep(0.01)
    program.tell()
    assert program.hear() == "over"
    program.kill()
    assert "--what=idle:sleep" in mark.read_text("utf-8")


def test_where_nothing_keeps_awake_only_the_log_tells(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nothing'}")
    with caplog.at_level(logging.INFO):
        assert stay_awake("a test") is None
    assert "no session bus" in caplog.text and "does not start" in caplog.text
