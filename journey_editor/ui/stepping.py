"""Long work in short turns of the event loop: the window stays alive, and the work can be given up."""

import threading
from collections.abc import Callable
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from journey_editor.interchange.steps import Steps

AT_ONCE = 0.08  # seconds that nobody notices: shorter work is done without turns
TURN = 0.02  # seconds of work in a turn
POLL = 0.01  # seconds


class Stepper(QObject):
    """Does the steps of a work in turns. `advanced` tells how much is done, `done` carries what comes of it.

    `failed` carries what a step raised. `turns` counts the turns it took.
    """

    advanced = Signal(float)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, steps: Steps[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self.turns = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.turn)

    def start(self) -> None:
        """Work from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Give the work up."""
        self._timer.stop()
        self._steps.close()

    def turn(self) -> None:
        """Do what fits into one turn."""
        self.turns += 1
        end, share = perf_counter() + TURN, 0.0
        try:
            while True:
                share = next(self._steps)
                if perf_counter() >= end:
                    break
        except StopIteration as stop:
            self._timer.stop()
            self.done.emit(stop.value)
            return
        except Exception as error:
            self._timer.stop()
            self.failed.emit(error)
            return
        self.advanced.emit(share)


def in_thread(work: Callable[[], Any]) -> Steps[Any]:
    """Return steps that wait for work in a thread, which must let go of Python's lock; they raise what it raises."""
    found: list[Any] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            found.append(work())
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=run, name="work", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(POLL)
        yield 0.0
    if raised:
        raise raised[0]
    return found[0]
