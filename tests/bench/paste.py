"""How long the window stands still while much is pasted: P13, no more than 250 ms at a time.

A timer beats every 10 ms while a megabyte of lines is read and put into the tray of a map of 300 touchpoints, while 480
are put onto it with their stages, and while a table of 4,800 rows is shown and taken; the longest time between two
beats counts. Other programs on the machine make it longer: the longest time that the window itself worked is told too.
"""

import os
import tempfile
from collections.abc import Callable
from time import perf_counter, thread_time

from _maps import generated
from _results import keep
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from journey_editor.ui.app import application
from journey_editor.ui.desk import Desk
from journey_editor.ui.dialogs.paste import PasteTable
from journey_editor.ui.theme import dress
from journey_editor.ui.workspace import Workspace

LIMIT = 250.0  # ms
BEAT = 10  # ms
LINES, PLACED = 4_800, 480
WORDS = "waits for an answer of the team that has the contract and the price list, asks again and hears nothing at all"


class Heart:
    """Beats, and remembers the longest time between two beats."""

    def __init__(self, beat: int = BEAT) -> None:
        self.longest = self.worked = 0.0
        self._last, self._used = perf_counter(), thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(beat)

    def stop(self) -> tuple[float, float]:
        """End it; return the longest gap and the longest work in it, in ms."""
        self._beat()
        self._timer.stop()
        return self.longest * 1000, self.worked * 1000

    def _beat(self) -> None:
        now, used = perf_counter(), thread_time()
        self.longest, self.worked = max(self.longest, now - self._last), max(self.worked, used - self._used)
        self._last, self._used = now, used


def main() -> None:
    """Measure and print."""
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="journey-bench-")
    app = application()
    dress(app, "light")
    desk = Desk(app)
    window = desk.show(Workspace(generated(300)))
    _turn(app, 3.0)
    lines = [f"Touchpoint {number} {WORDS} @Sales !{WORDS[:60]} -1" for number in range(LINES)]
    few = enumerate(lines[:PLACED])
    staged = "\n".join(f"# Stage {number // 40}\n{line}" if number % 40 == 0 else line for number, line in few)
    rows = ["Touchpoint\tOwner\tFeeling", *(f"Step {number} {WORDS}\tSales\t-1" for number in range(LINES))]
    cases: dict[str, tuple[str, Callable[[], None]]] = {
        "tray": ("\n".join(lines), lambda: None),
        "map": (staged, lambda: None),
        "table": ("\n".join(rows), lambda: _accept(app)),
    }
    for name, (text, prepare) in cases.items():
        prepare()
        heart, begin = Heart(), perf_counter()
        window.drops.pasting.take(text)
        _turn(app, 1.0)
        seconds, (gap, work) = perf_counter() - begin, heart.stop()
        heart = Heart()
        window.workspace.undo()
        _turn(app, 0.5)
        back, _work = heart.stop()
        size = f"{len(text) / 1e6:.2f} MB"
        print(f"{name:6} {size} {seconds:5.1f} s  gap {gap:4.0f} ms, worked {work:4.0f} ms; undo {back:4.0f} ms")
        result = {"longest_ms": round(gap), "worked_ms": round(work), "undo_ms": round(back)}
        keep({"goal": f"P13 paste {name}", "limit_ms": LIMIT, **result, "met": gap <= LIMIT})
    window.close_surely()


def _accept(app: QApplication) -> None:
    """Take the table as soon as it has been read."""
    timer = QTimer(app)

    def look() -> None:
        found = app.activeModalWidget()
        if isinstance(found, PasteTable) and found.drafted is not None:
            timer.stop()
            QDialog.accept(found)

    timer.timeout.connect(look)
    timer.start(50)


def _turn(app: QApplication, seconds: float) -> None:
    end = perf_counter() + seconds
    while perf_counter() < end:
        app.processEvents()


if __name__ == "__main__":
    main()
