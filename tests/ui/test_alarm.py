"""Errors that nobody caught: logged, told once in passing, and work goes on."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from pytestqt.qtbot import QtBot

from journey_editor.ui.alarm import Alarm, start_log
from journey_editor.ui.window import MainWindow


@pytest.fixture
def alarm(qapp) -> Iterator[Alarm]:
    hooks = sys.excepthook, threading.excepthook
    handler = qInstallMessageHandler(None)
    found = Alarm()
    found.install()
    yield found
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(handler)


def test_an_error_is_logged_and_told_in_passing(
    alarm: Alarm, window: MainWindow, qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    log = start_log(tmp_path)
    alarm.raised.connect(window.workspace.noticed)
    try:
        with qtbot.waitSignal(alarm.raised):
            sys.excepthook(ValueError, ValueError("planted"), None)
    finally:
        log.end()
    assert "planted" in (tmp_path / "journey-editor.log").read_text("utf-8")
    assert window.status.notice.text().startswith("Something went wrong")
    assert window.isVisible()


def test_an_error_in_a_thread_is_told_too(alarm: Alarm, qtbot: QtBot, caplog: pytest.LogCaptureFixture):
    def fail() -> None:
        raise ValueError("planted in a thread")

    with caplog.at_level(logging.ERROR, "journey_editor"), qtbot.waitSignal(alarm.raised):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert "Uncaught" in caplog.text


def test_an_interrupt_is_no_error(alarm: Alarm, qtbot: QtBot):
    with qtbot.assertNotEmitted(alarm.raised):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_a_crash_is_known_at_the_next_start(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    log = start_log(tmp_path)
    log.end()
    assert not log.crashed_before
    (tmp_path / "crash.log").write_text("Fatal Python error: planted", "utf-8")
    log = start_log(tmp_path)
    log.end()
    assert log.crashed_before
    assert "planted" in (tmp_path / "journey-editor.log").read_text("utf-8")
    log = start_log(tmp_path)
    log.end()
    assert not log.crashed_before
