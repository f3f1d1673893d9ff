"""Keeps the computer awake while a room looks at its screen; where that cannot be, nothing but the log tells.

Linux: org.freedesktop.ScreenSaver on a connection of its own, whose end takes the wish back even if we are killed;
where no desktop offers that, systemd-inhibit. Windows: SetThreadExecutionState. macOS: caffeinate.
"""

import ctypes
import logging
import os
import sys
from typing import Protocol

from PySide6.QtCore import QProcess
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

LOG = logging.getLogger(__name__)

SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
CONNECTION = "journey-editor-room"
PATIENCE = 500
"""Milliseconds that a desktop may take to answer: the room must not wait for it."""

_KEEP, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002  # ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED


class Hold(Protocol):
    """What keeps the computer awake until it is let go."""

    def end(self) -> None:
        """Let it sleep again."""
        ...


class BusHold:
    """A wish on the desktop's bus. The connection is ours alone: the desktop drops the wish when it ends."""

    def end(self) -> None:
        """Take the wish back."""
        QDBusConnection.disconnectFromBus(CONNECTION)


class ProcessHold:
    """A program that keeps the computer awake for as long as it runs."""

    def __init__(self, process: QProcess) -> None:
        self._process = process

    def end(self) -> None:
        """End the program."""
        self._process.terminate()
        if not self._process.waitForFinished(PATIENCE):
            self._process.kill()
            self._process.waitForFinished(PATIENCE)


class ThreadHold:
    """The wish of a thread to Windows."""

    def end(self) -> None:
        """Take the wish back."""
        _tell_windows(_KEEP)


def stay_awake(why: str) -> Hold | None:
    """Keep computer and screen awake; None where nothing here can."""
    if sys.platform == "win32":
        return ThreadHold() if _tell_windows(_KEEP | _SYSTEM | _DISPLAY) else None
    if sys.platform == "darwin":
        return _by_process("caffeinate", ["-d", "-i", "-w", str(os.getpid())])
    return _by_bus(why) or _by_process(
        "systemd-inhibit", ["--what=idle:sleep", "--who=Journey Editor", f"--why={why}", "tail", f"--pid={os.getpid()}",
                            "-f", os.devnull],
    )  # fmt: skip


def _by_bus(why: str) -> BusHold | None:
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, CONNECTION)
    if not bus.isConnected():
        LOG.info("There is no session bus to ask to stay awake.")
        QDBusConnection.disconnectFromBus(CONNECTION)
        return None
    desktop = QDBusInterface(SERVICE, PATH, SERVICE, bus)
    desktop.setTimeout(PATIENCE)
    answer = desktop.call("Inhibit", "Journey Editor", why)
    if answer.type() == QDBusMessage.MessageType.ReplyMessage:
        return BusHold()
    LOG.info("The desktop does not stay awake: %s", answer.errorMessage())
    del desktop
    QDBusConnection.disconnectFromBus(CONNECTION)
    return None


def _by_process(program: str, arguments: list[str]) -> ProcessHold | None:
    process = QProcess()
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.start(program, arguments)
    if process.waitForStarted(PATIENCE):
        return ProcessHold(process)
    LOG.info("The computer may fall asleep: %s does not start.", program)
    return None


def _tell_windows(state: int) -> bool:
    windows = getattr(ctypes, "windll", None)
    told = windows is not None and bool(windows.kernel32.SetThreadExecutionState(ctypes.c_uint(state)))
    if not told:
        LOG.info("Windows does not stay awake.")
    return told
