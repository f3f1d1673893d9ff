"""One round of a review: what it asks about, and what has been answered or skipped."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from journey_editor.insight.ageing import Aged, AgedKind

Answer = Literal["open", "done", "skipped"]

Key = tuple[AgedKind, str]


@dataclass(frozen=True, slots=True)
class Item:
    """Something that aged, and whether it was answered."""

    aged: Aged
    answer: Answer

    @property
    def key(self) -> Key:
        """What it is known by while its record changes."""
        return self.aged.kind, self.aged.record


class Round:
    """Remembers what was asked: what is no longer old was answered, here or elsewhere, and undo makes it open again."""

    def __init__(self) -> None:
        self._asked: dict[Key, Aged] = {}
        self._skipped: set[Key] = set()
        self.items: tuple[Item, ...] = ()

    def follow(self, aged: Sequence[Aged], there: Collection[str]) -> None:
        """Take what is old now; `there` are the ids of what is still in the file."""
        old: dict[Key, Aged] = {(each.kind, each.record): each for each in aged}
        self._asked.update(old)
        self.items = tuple(
            Item(each, "done" if key not in old else "skipped" if key in self._skipped else "open")
            for key, each in self._asked.items()
            if each.record in there
        )

    def skip(self, key: Key) -> None:
        """Let something be asked another time."""
        self._skipped.add(key)

    def take_up(self, key: Key) -> None:
        """Something that was skipped is answered after all."""
        self._skipped.discard(key)

    def count(self, answer: Answer) -> int:
        """How many have such an answer."""
        return sum(each.answer == answer for each in self.items)

    def next_open(self, after: int) -> int | None:
        """Return the place of the next item without an answer behind a place, from the beginning where none follows."""
        places = [*range(after + 1, len(self.items)), *range(min(after + 1, len(self.items)))]
        return next((place for place in places if self.items[place].answer == "open"), None)
