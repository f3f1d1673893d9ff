"""The rows of the panel: entries with their number, those folded in behind them, and what was set aside."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journey_editor.assets import _, ngettext
from journey_editor.insight.finding import SEVERITIES, Finding, Key, set_aside, severity_word
from journey_editor.insight.listing import Entry, place_text, tally
from journey_editor.insight.repairs import Repair, repair_of
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.finding_list import FindingList

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["finding", "others", "more", "less", "aside_head", "aside"]

NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a finding with its number ("" for none) and repair, or words that unfold something."""

    kind: Kind
    words: str
    finding: Finding | None = None
    number: str = ""
    place: str = ""
    repair: Repair | None = None
    reason: str = ""

    @property
    def is_finding(self) -> bool:
        """Whether it tells a finding."""
        return self.finding is not None and self.kind in ("finding", "aside")


class FindingRows(QAbstractListModel):
    """The list as rows. `open_pairs` are the handoffs unfolded behind the worst of their pair of owners."""

    def __init__(self, listed: FindingList, parent: QObject) -> None:
        super().__init__(parent)
        self._listed = listed
        self.rows: tuple[Row, ...] = ()
        self.open_pairs: frozenset[Key] = frozenset()
        self.shows_aside = False

    def refresh(self) -> None:
        """Take what is listed now."""
        rows = tuple(self._made())
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, key: Key | None) -> int | None:
        """Return the row of a finding."""
        return next((place for place, row in enumerate(self.rows) if row.is_finding and _key(row) == key), None)

    def at(self, index: Index) -> Row | None:
        """Return the row at an index."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def turn(self, row: Row) -> None:
        """Unfold what a row of words stands for, or fold it again."""
        if row.kind == "more":
            self._listed.unfold()
        elif row.kind == "less":
            self._listed.fold()
        elif row.kind == "aside_head":
            self.shows_aside = not self.shows_aside
        elif row.kind == "others" and row.finding is not None:
            self.open_pairs ^= {row.finding.key}
        self.refresh()

    # what Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.at(index)
        if row is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return SEPARATOR.join(filter(None, (row.number, row.words, row.place, row.reason)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.at(index)
        return found | Qt.ItemFlag.ItemIsEditable if row is not None and row.is_finding else found

    # inside

    def _made(self) -> list[Row]:
        overview = self._listed.overview
        if overview is None:
            return []
        rows: list[Row] = []
        for entry in self._listed.unfolded:
            rows += self._entry(entry)
        if self._listed.folded:
            rows.append(Row("more", self._more()))
        elif self._listed.is_unfolded and rows:
            rows.append(Row("less", _("Show fewer")))
        if overview.aside:
            count = len(overview.aside)
            words = ngettext("{count} set aside", "{count} set aside", count).format(count=count)
            rows.append(Row("aside_head", words))
            if self.shows_aside:
                reasons = set_aside(overview.case.journey.map)
                for each in overview.aside:
                    place = place_text(overview.case, each)
                    rows.append(Row("aside", each.sentence, each, "", place, reason=reasons[each.key].reason))
        return rows

    def _entry(self, entry: Entry) -> list[Row]:
        rows = [self._finding(entry.finding, str(entry.number))]
        if entry.others:
            is_open = entry.finding.key in self.open_pairs or any(
                each.key == self._listed.current for each in entry.others
            )
            rows.append(Row("others", self._others(entry, is_open), entry.finding))
            if is_open:
                rows += [self._finding(each, str(entry.number)) for each in entry.others]
        return rows

    def _finding(self, finding: Finding, number: str) -> Row:
        overview = self._listed.overview
        if overview is None:
            return Row("finding", finding.sentence, finding, number)
        place, repair = place_text(overview.case, finding), repair_of(overview.case, finding)
        return Row("finding", finding.sentence, finding, number, place, repair)

    def _others(self, entry: Entry, is_open: bool) -> str:
        overview = self._listed.overview
        count = len(entry.others)
        if is_open or overview is None:
            return ngettext("Fold {count} more", "Fold {count} more", count).format(count=count)
        giver, taker = (overview.case.owner_names[overview.case.held[each]] for each in entry.finding.records)
        said = ngettext("{count} more from {giver} to {taker}", "{count} more from {giver} to {taker}", count)
        return said.format(count=count, giver=giver, taker=taker)

    def _more(self) -> str:
        """Return how many entries are folded away, and of which severities: "15 more: 11 medium, 4 low"."""
        folded = self._listed.folded
        counts = tally(each.finding for each in folded)
        parts = [f"{counts[each]} {severity_word(each)}" for each in SEVERITIES if counts[each]]
        return _("{count} more: {parts}").format(count=len(folded), parts=", ".join(parts))


def _key(row: Row) -> Key | None:
    return row.finding.key if row.finding is not None else None
