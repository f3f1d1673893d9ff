"""The timer of a window: a countdown that tells whoever shows it, each second and when it is over."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from journey_editor.core.countdown import Countdown, Phase, clock_text

MINUTE = 60.0


class Timer(QObject):
    """A countdown that tells: `ticked` whenever it looks otherwise, `turned` when its phase changes, `ended` once when
    its time is up.
    """

    ticked = Signal()
    turned = Signal()
    ended = Signal()

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._countdown = Countdown(clock)
        self._was: Phase = "off"
        self._alarm = QTimer(self)
        self._alarm.setSingleShot(True)
        self._alarm.setTimerType(Qt.TimerType.PreciseTimer)
        self._alarm.timeout.connect(self._tick)

    @property
    def phase(self) -> Phase:
        """Whether it runs, rests, is over, or was never started."""
        return self._countdown.phase

    @property
    def words(self) -> str:
        """The time that is left, as on a clock."""
        return clock_text(self._countdown.left)

    @property
    def share(self) -> float:
        """How much of its time is left, from 1 to 0."""
        whole = self._countdown.whole
        return self._countdown.left / whole if whole else 0.0

    def start(self, seconds: float) -> None:
        """Begin anew with so many seconds."""
        self._countdown.start(seconds)
        self._tick()

    def pause(self) -> None:
        """Let it rest, or run on."""
        self._countdown.pause()
        self._tick()

    def add_minute(self) -> None:
        """Give a minute more."""
        self._countdown.add(MINUTE)
        self._tick()

    def stop(self) -> None:
        """Put it away."""
        self._countdown.stop()
        self._tick()

    def _tick(self) -> None:
        phase, before = self.phase, self._was
        self._was = phase
        self._alarm.stop()
        if phase == "running":
            left = self._countdown.left
            self._alarm.start(max(1, round((left - int(left - 1e-3)) * 1000)))  # when another second is shown
        self.ticked.emit()
        if phase != before:
            self.turned.emit()
        if phase == "over" and before != "over":
            self.ended.emit()
