"""Where the window begins: looks for a display, makes the application, opens what was asked for."""

import os
import signal
import sys
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from journey_editor import __version__
from journey_editor.assets import MissingAssetError, _
from journey_editor.ui.alarm import Alarm, start_log
from journey_editor.ui.desk import Desk
from journey_editor.ui.icons import application_icon

BAD = 2
INTERRUPTED = 130
SAMPLE = "--sample"


def main(words: Sequence[str]) -> int:
    """Open the window with files or the sample map; return the exit code of the process."""
    if not has_display():
        return _complain(_("There is no display to open a window on; the commands new and export need none."))
    unknown = [word for word in words if word.startswith("-") and word not in (SAMPLE, "--")]
    if unknown:
        return _complain(_("There is no option {word}; --help tells more.").format(word=unknown[0]))
    log = start_log()
    app = application()
    alarm = Alarm()
    alarm.install()
    try:
        desk = Desk(app)
    except MissingAssetError as error:
        return _complain(str(error))
    alarm.raised.connect(desk.say)
    _end_on_signals(app, desk)  # before windows open: what interrupts that would be taken for a fault of theirs
    opened = begin(desk, [word for word in words if word != "--"])
    if not opened:
        log.end()
        return BAD
    if log.crashed_before:
        desk.say(_("The program ended unexpectedly last time; the log has the details."))
    code = app.exec()
    log.end()
    return code


def has_display(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window can be shown: Qt itself would abort where it cannot."""
    if not platform.startswith("linux") or environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def application() -> QApplication:
    """Return the application, made where there is none yet."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["journey-editor"])
    app.setApplicationName("journey-editor")
    app.setApplicationDisplayName(_("Journey Editor"))
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("journey-editor")
    app.setWindowIcon(application_icon())
    return app


def begin(desk: Desk, words: Sequence[str]) -> bool:
    """Open what was asked for, a new map where nothing was; returns whether any window is open."""
    files = [word for word in words if word != SAMPLE]
    if SAMPLE in words:
        desk.sample()
    for path in files:
        desk.open_path(path)
    if not files and SAMPLE not in words:
        desk.new()
    return bool(desk.windows)


def _complain(sentence: str) -> int:
    """Say on one line of stderr what is wrong, whatever letters are in it."""
    if sys.stderr is not None:  # a program without a console has none
        shown = "".join(letter if letter.isprintable() else "?" for letter in sentence)
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(f"journey-editor: {shown}\n".encode(encoding, "backslashreplace").decode(encoding))
    return BAD


def _end_on_signals(app: QApplication, desk: Desk) -> None:
    """Let Ctrl+C in the terminal and the end of the session end the program properly."""

    def end(_number: int, _frame: object) -> None:
        QTimer.singleShot(0, desk, desk.end_now)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    beat = QTimer(app)
    beat.timeout.connect(lambda: None)  # lets Python look at its signals
    beat.start(200)
