"""The findings as a window lists them: of which severities, how many are unfolded, and where somebody stands.

Panel and map show the same list: the numbers of the one are the badges of the other.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from journey_editor.insight.finding import SEVERITIES, Finding, Key, Severity
from journey_editor.insight.listing import Entry, entries, tally
from journey_editor.insight.overview import Overview
from journey_editor.ui.findings import Findings

FOLDED = 7
"""So many entries are shown at first; the others are told as "n more"."""

MORE = 100
"""So many more entries are shown each time."""

_LISTED: frozenset[Severity] = frozenset(("high", "medium", "low"))  # what is only good to know is asked for


class FindingList(QObject):
    """The entries of a window. `changed` tells that they are others, `pointed` that somebody stands elsewhere.

    `is_shown` says whether panel and badges are; it is what the switch in the menu turns.
    """

    changed = Signal()
    pointed = Signal()
    turned = Signal()

    def __init__(self, findings: Findings) -> None:
        super().__init__()
        self._findings = findings
        self._entries: list[Entry] | None = None
        self._numbers: dict[Key, int] | None = None
        self._limit = FOLDED
        self.is_shown = False
        self.severities: frozenset[Severity] = _LISTED
        self.current: Key | None = None
        findings.changed.connect(self._forget)

    @property
    def overview(self) -> Overview | None:
        """What was found last."""
        return self._findings.overview

    @property
    def entries(self) -> list[Entry]:
        """All entries of the severities that are listed, folded ones too."""
        if self._entries is None:
            found = self._findings.overview
            self._entries = entries(found.case, found.findings, self.severities) if found is not None else []
        return self._entries

    @property
    def unfolded(self) -> list[Entry]:
        """The entries that are shown."""
        return self.entries[: self._limit]

    @property
    def folded(self) -> list[Entry]:
        """The entries behind those that are shown."""
        return self.entries[self._limit :]

    @property
    def numbers(self) -> Mapping[Key, int]:
        """The number of each finding that is shown; those of one entry share it."""
        if self._numbers is None:
            self._numbers = {each.key: entry.number for entry in self.unfolded for each in entry.findings}
        return self._numbers

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings of each severity count, whatever is listed."""
        found = self._findings.overview
        return tally(found.findings) if found is not None else dict.fromkeys(SEVERITIES, 0)

    @property
    def entry(self) -> Entry | None:
        """The entry that somebody stands at."""
        return next((each for each in self.entries if any(one.key == self.current for one in each.findings)), None)

    @property
    def finding(self) -> Finding | None:
        """The finding that somebody stands at, among those that count and those that are set aside."""
        return self._findings.known(self.current) if self.current is not None else None

    def show(self, is_shown: bool) -> None:
        """Show panel and badges, or hide them."""
        if is_shown != self.is_shown:
            self.is_shown = is_shown
            self.turned.emit()

    def switch(self, severity: Severity) -> None:
        """List findings of a severity, or do not."""
        self.severities = self.severities ^ frozenset((severity,))
        self._limit = FOLDED
        self._forget()

    def unfold(self) -> None:
        """Show some more entries."""
        self._limit = max(self._limit, 0) + MORE
        self._forget()

    def fold(self) -> None:
        """Show as few entries as at first."""
        self._limit = FOLDED
        self._forget()

    @property
    def is_unfolded(self) -> bool:
        """Whether more are shown than at first."""
        return self._limit > FOLDED

    def point(self, key: Key | None) -> None:
        """Stand at a finding; where it is folded away, as many are unfolded as show it."""
        if key is not None and (at := self._place(key)) is not None and at >= self._limit:
            self._limit = (at // MORE + 1) * MORE
            self._forget()
        if key != self.current:
            self.current = key
            self.pointed.emit()

    def step(self, way: int) -> Finding | None:
        """Stand at the next finding (1) or the one before (-1), from the last on at the first; return it."""
        every = [each for entry in self.entries for each in entry.findings]
        if not every:
            return None
        at = next((index for index, each in enumerate(every) if each.key == self.current), None)
        found = every[(at + way) % len(every) if at is not None else (0 if way > 0 else -1)]
        self.point(found.key)
        return found

    def _place(self, key: Key) -> int | None:
        found = (index for index, each in enumerate(self.entries) if any(one.key == key for one in each.findings))
        return next(found, None)

    def _forget(self) -> None:
        self._entries = self._numbers = None
        self.changed.emit()
