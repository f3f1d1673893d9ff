"""A countdown for a group at work: how much of its time is left by a clock that never goes back."""

from collections.abc import Callable
from time import monotonic
from typing import Literal

Phase = Literal["off", "running", "paused", "over"]

LONGEST = 24 * 60 * 60.0
"""Seconds: nobody waits longer for a group."""


class Countdown:
    """Seconds that run down from `whole`; `clock` tells seconds and is only compared with itself."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._whole = 0.0
        self._left = 0.0  # at the moment of `_since`, or while it rests
        self._since: float | None = None

    @property
    def whole(self) -> float:
        """How many seconds there were in all, 0 where none was started."""
        return self._whole

    @property
    def left(self) -> float:
        """How many seconds are left, never fewer than none."""
        if self._since is None:
            return self._left
        return max(0.0, self._left - (self._clock() - self._since))

    @property
    def phase(self) -> Phase:
        """Whether it runs, rests, is over, or was never started."""
        if not self._whole:
            return "off"
        if self.left <= 0.0:
            return "over"
        return "paused" if self._since is None else "running"

    def start(self, seconds: float) -> None:
        """Begin anew with so many seconds, within a day.

        Raises ValueError for no time at all, or for what is no number.
        """
        if not seconds > 0.0:
            raise ValueError(f"{seconds} is no time")
        self._whole = self._left = min(seconds, LONGEST)
        self._since = self._clock()

    def pause(self) -> None:
        """Let the time rest, or run on where it rests."""
        phase = self.phase
        if phase == "running":
            self._left, self._since = self.left, None
        elif phase == "paused":
            self._since = self._clock()

    def add(self, seconds: float) -> None:
        """Give more time; a countdown that is over runs again for just that long."""
        phase = self.phase
        if phase == "off":
            return
        left = min(self.left + seconds, LONGEST)
        self._whole = max(self._whole, left) if phase != "over" else left
        self._left = left
        self._since = None if phase == "paused" else self._clock()

    def stop(self) -> None:
        """Put it away."""
        self._whole = self._left = 0.0
        self._since = None


def clock_text(seconds: float) -> str:
    """Return a time as people read it on a clock, begun seconds as whole ones: "6:24", "1:00:00"."""
    whole = int(-(-seconds // 1))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def seconds_of(text: str) -> float | None:
    """Return the seconds that a person means by "5", "2.5", "2,5" (minutes) or "1:30"; None where it is no time."""
    parts = text.strip().replace(",", ".").split(":")
    if not 1 <= len(parts) <= 2 or not all(part.replace(".", "", 1).isascii() for part in parts):
        return None
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        return None
    seconds = numbers[0] * 60 + (numbers[1] if len(numbers) == 2 else 0.0)
    return seconds if 0.0 < seconds <= LONGEST and min(numbers) >= 0 else None
