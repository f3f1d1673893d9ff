"""How far a walk has come: the cards in reading order, the one that is met now, and what was said of each."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import monotonic
from typing import Any

from journey_editor.core.edits.walks import Impression
from journey_editor.core.journey import Journey

NOTHING = Impression()


class Steps:
    """The state of one walk. The map may change meanwhile: what was said of a card that is gone waits for its return.

    Each card has a watch of its own that runs while the card is shown and nobody rests.
    """

    def __init__(self, map_id: str, clock: Callable[[], float] = monotonic) -> None:
        self.map_id = map_id
        self.kept: str | None = None
        self._clock = clock
        self._ids: tuple[str, ...] = ()
        self._here = ""
        self._place = 0
        self._said: dict[str, Impression] = {}
        self._seconds: dict[str, float] = {}
        self._since: float | None = None

    def follow(self, journey: Journey | None) -> None:
        """Take the cards as they are now; where the one that was met is gone, the one in its place comes."""
        running = self._since is not None
        self.rest()
        self._ids = tuple(each.id for each in journey.touchpoints) if journey is not None else ()
        if self._here in self._ids:
            self._place = self._ids.index(self._here)
        elif self._ids:
            self._place = min(self._place, len(self._ids) - 1)
            self._here = self._ids[self._place]
        if running:
            self.go_on()

    @property
    def here(self) -> str:
        """The card that is met now, "" where there is none."""
        return self._here if self._here in self._ids else ""

    @property
    def place(self) -> int:
        """The place of that card, from 0."""
        return self._place

    @property
    def count(self) -> int:
        """How many cards there are."""
        return len(self._ids)

    @property
    def walked(self) -> Mapping[str, Impression]:
        """The cards that were met, by their ids, with what was said of each, also of those that are gone."""
        return self._said

    @property
    def met(self) -> int:
        """How many of the cards that are there were met."""
        return sum(each in self._said for each in self._ids)

    @property
    def says_something(self) -> bool:
        """Whether anything was said."""
        return any(not each.is_empty for each in self._said.values())

    @property
    def said(self) -> Impression:
        """What was said of the card that is met now."""
        return self._said.get(self.here, NOTHING)

    @property
    def seconds(self) -> float:
        """How long that card has been shown."""
        running = self._clock() - self._since if self._since is not None else 0.0
        return self._seconds.get(self.here, 0.0) + running

    def say(self, **fields: Any) -> None:
        """Say something of the card that is met now."""
        if self.here:
            self._said[self.here] = replace(self.said, **fields)
            self.kept = None

    def meet(self) -> None:
        """Meet the card that is shown: it was walked, whether or not anything is said of it."""
        if self.here:
            self._said.setdefault(self.here, NOTHING)
            self.go_on()

    def step(self, way: int) -> bool:
        """Go to the next card (1) or the one before (-1); returns whether there is one."""
        return self.go(self._place + way)

    def go(self, place: int) -> bool:
        """Go to the card at a place; returns whether there is one."""
        if not 0 <= place < len(self._ids):
            return False
        self.rest()
        self._place, self._here = place, self._ids[place]
        return True

    def go_on(self) -> None:
        """Let the watch run."""
        if self._since is None:
            self._since = self._clock()

    def rest(self) -> None:
        """Let the watch rest."""
        if self.here:
            self._seconds[self.here] = self.seconds
        self._since = None
