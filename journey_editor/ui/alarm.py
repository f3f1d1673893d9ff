"""What happens when something goes wrong inside the program: it is logged, said once in passing, and work goes on."""

import faulthandler
import logging
import logging.handlers
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from journey_editor.assets import _
from journey_editor.storage import atomic
from journey_editor.storage.paths import state_dir

LOG = logging.getLogger("journey_editor")
_SIZE, _KEPT = 500_000, 3  # bytes of a log, and how many older ones stay
CRASHES = "crash.log"
_HARMLESS = ("QWindowsWindow::setGeometry", "This plugin does not support", "Could not find the Qt platform plugin")


class Alarm(QObject):
    """Hears of every error that nobody caught, in whatever thread, and passes a sentence on to the windows."""

    raised = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._said: set[str] = set()

    def install(self) -> None:
        """Take the hooks of Python and Qt."""
        sys.excepthook = self._uncaught
        threading.excepthook = lambda args: self._in_thread(args)
        qInstallMessageHandler(_from_qt)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        LOG.error("Uncaught", exc_info=(kind, error, trace))
        with suppress(RuntimeError):  # at the very end Qt may be gone
            self.raised.emit(
                _("Something went wrong inside the program; your work is untouched. Details are in the log.")
            )

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._uncaught(args.exc_type, args.exc_value, args.exc_traceback)


@dataclass(frozen=True, slots=True)
class Log:
    """The log of a run: what ends it, and whether the run before ended in a crash."""

    end: Callable[[], None]
    crashed_before: bool = False


def start_log(folder: Path | None = None) -> Log:
    """Log into a rotating file of the state folder; a crash leaves its stack in a file beside it."""
    where = folder or state_dir()
    try:
        atomic.make_folder(where)
        handler = logging.handlers.RotatingFileHandler(
            where / "journey-editor.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        before = _last_crash(where / CRASHES)
        crashes = logging.FileHandler(where / CRASHES, mode="w", encoding="utf-8")
    except OSError:
        return Log(lambda: None)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    if before:
        LOG.info("The run before ended so:\n%s", before)
    if crashes.stream is not None:
        faulthandler.enable(crashes.stream)

    def end() -> None:
        LOG.removeHandler(handler)
        LOG.propagate = True
        handler.close()
        faulthandler.disable()
        crashes.close()

    return Log(end, bool(before))


def _last_crash(path: Path) -> str:
    """Return what a crash wrote, "" where there was none."""
    try:
        with path.open("rb") as file:
            return file.read(_SIZE).decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if any(message.startswith(words) for words in _HARMLESS):
        return
    levels = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}
    LOG.getChild("qt").log(levels.get(kind, logging.WARNING), "%s", message)
