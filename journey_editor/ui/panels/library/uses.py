"""Where an owner, a persona or a piece of evidence is used: in words, and as chips that lead there."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.document import Document
from journey_editor.core.records import Evidence, JourneyMap, Persona, Record
from journey_editor.core.titles import called
from journey_editor.ui.panels.inspector.chips import Chip
from journey_editor.ui.panels.inspector.words import title_of
from journey_editor.ui.panels.whereabouts import kind_of, place_of
from journey_editor.ui.pieces import heading
from journey_editor.ui.theme import small_font

MOST = 40
"""Chips that are shown; more would be no list to look through."""


class Uses(QWidget):
    """A heading and a chip for each record: pressed it is shown on its map, its cross takes the reference away."""

    def __init__(
        self, words: str, go: Callable[[str], object], take_away: Callable[[str], object] | None = None
    ) -> None:
        super().__init__()
        self._go, self._take_away = go, take_away
        self._shown: object = None
        self.chips: dict[str, Chip] = {}
        self._head, self._rest = heading(words), QLabel()
        self._rest.setFont(small_font())
        self._rest.setProperty("role", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._head)
        self._column.addWidget(self._rest)

    def show_users(self, document: Document, users: Sequence[Record], map_id: str, dot: str) -> None:
        """Show who uses it."""
        shown = [(each.id, _words(document, each, map_id)) for each in users[:MOST]]
        more = len(users) - len(shown)
        self._head.setVisible(bool(users))
        self._rest.setText(ngettext("and {count} more", "and {count} more", more).format(count=f"{more:,}"))
        self._rest.setVisible(more > 0)
        if (shown, dot) == self._shown:
            return
        self._shown = (shown, dot)
        for chip in self.chips.values():
            self._column.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for place, (record_id, words) in enumerate(shown, 1):
            chip = Chip(words, dot, removable=self._take_away is not None)
            chip.opened.connect(lambda record_id=record_id: self._go(record_id))
            if self._take_away is not None:
                chip.removed.connect(lambda record_id=record_id: self._take_away and self._take_away(record_id))
            self._column.insertWidget(place, chip)
            self.chips[record_id] = chip


def use_counts(document: Document, kind: type[Persona] | type[Evidence]) -> dict[str, int]:
    """Return how many records name each persona or piece of evidence, by its id."""
    return {each.id: len(document.referrers(each.id)) for each in document.of_kind(kind)}


def summed(users: Iterable[Record]) -> str:
    """Return how many of each kind use something: "12 touchpoints, 2 stages, 1 opportunity"; "" for none."""
    counts = Counter(each.kind_name for each in users)
    return ", ".join(_counted(kind, count) for kind, count in counts.items())


def _words(document: Document, user: Record, map_id: str) -> str:
    if isinstance(user, JourneyMap):
        return called(user)
    name = title_of(user)
    return (
        f"{name} · {kind_of(user)}"
        if user.__dict__.get("map") == map_id
        else f"{name} · {place_of(document, user, map_id)}"
    )


def _counted(kind: str, count: int) -> str:
    words = {
        "map": ngettext("{count} map", "{count} maps", count),
        "stage": ngettext("{count} stage", "{count} stages", count),
        "touchpoint": ngettext("{count} touchpoint", "{count} touchpoints", count),
        "transition": ngettext("{count} transition", "{count} transitions", count),
        "note": ngettext("{count} note", "{count} notes", count),
        "opportunity": ngettext("{count} opportunity", "{count} opportunities", count),
        "metric": ngettext("{count} metric", "{count} metrics", count),
    }
    return words.get(kind, _("{count} records")).format(count=f"{count:,}")
