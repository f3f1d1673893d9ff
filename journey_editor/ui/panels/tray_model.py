"""The tray as a model of Qt: the touchpoints of the map that have no place yet, and which of them say the same."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from journey_editor.core.document import Event
from journey_editor.core.duplicates import duplicates_of
from journey_editor.core.edits.fields import set_field
from journey_editor.core.input import typed_line
from journey_editor.core.records import Owner, Record, Touchpoint, name_of
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.core.words import channel_name, unnamed
from journey_editor.ui.labels import tip
from journey_editor.ui.panels.tray_cards import CARD, GAP, HEIGHT, WITH_TWIN, TrayCard, shown
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class TrayModel(QAbstractListModel):
    """The cards of the tray from top to bottom. `awake` says whether anybody looks: asleep it follows nothing."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._twins: Mapping[str, str] = {}
        self._awake = False
        workspace.changed.connect(self._follow)
        workspace.selected.connect(self._turn)
        self._map = workspace.map_id

    @property
    def ids(self) -> tuple[str, ...]:
        """The touchpoints of the tray in their order."""
        return tuple(self._ids)

    @property
    def height(self) -> int:
        """How high all cards are together, in pixels."""
        twins = sum(card in self._places for card in self._twins)
        return round(len(self._ids) * (HEIGHT + GAP) + twins * (WITH_TWIN - HEIGHT))

    def wake(self, awake: bool) -> None:
        """Follow the map from now on, or no more."""
        self._awake = awake
        if awake:
            self.refill()

    def refill(self, sought: bool = True) -> None:
        """Take the tray as it is now; rows that are the same before and after stay. `sought` are duplicates anew."""
        journey = self._workspace.document.journey(self._workspace.map_id) if self._workspace.has_map else None
        if journey is None or sought:
            self._twins = duplicates_of(journey) if journey else {}
        wanted = [each.id for each in journey.tray] if journey else []
        if wanted != self._ids:
            self._reshape(wanted)
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def card_id(self, index: Index) -> str:
        """Return the touchpoint of a row, "" for no row."""
        return self._ids[index.row()] if index.isValid() else ""

    def index_of(self, card: str) -> QModelIndex:
        """Return the row of a touchpoint; no row where it is not in the tray."""
        place = self._places.get(card)
        return QModelIndex() if place is None else self.index(place)

    def card(self, index: Index) -> TrayCard:
        """Return what a row shows."""
        records = self._workspace.document.records
        each = records.get(self.card_id(index))
        if not isinstance(each, Touchpoint):
            return TrayCard("", "")
        owner = records.get(each.owner or "")
        below = [channel_name(each.channel)] if each.channel else []
        below += [name_of(owner) or unnamed("owner")] if isinstance(owner, Owner) else []
        twin = records.get(self._twins.get(each.id, ""))
        feeling = each.emotion
        return TrayCard(
            each.title,
            " · ".join(below),
            feeling.valence if feeling else None,
            feeling is not None and feeling.basis == "assumption",
            ("map" if twin.stage else "tray") if isinstance(twin, Touchpoint) else "",
        )

    def is_twin(self, row: int) -> bool:
        """Whether a row's card says what another one says."""
        return self._ids[row] in self._twins

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # as Qt declares it
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == CARD:
            return self.card(index)
        if role in (Role.DisplayRole, Role.EditRole, Role.AccessibleTextRole):
            return self.card(index).title
        if role == Role.ToolTipRole:
            return tip(shown(self.card(index), look_of(self._workspace.view.theme).map).tip)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        item = Qt.ItemFlag
        return item.ItemIsEnabled | item.ItemIsSelectable | item.ItemIsEditable | item.ItemIsDragEnabled

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        record = self._workspace.document.records.get(self.card_id(index))
        if record is None or role != Role.EditRole:
            return False
        words = typed_line(str(value))[:TEXT_LIMIT]
        if words != typed_line(name_of(record)):
            self._workspace.history.close_step()
            set_field(self._workspace.document, (record.id,), "title", words)
        return True

    def _follow(self, event: Event) -> None:
        if self._awake and any(_concerns(before, after) for _id, before, after in event.change):
            self.refill(any(self._may_be_twins(before, after) for _id, before, after in event.change))

    def _may_be_twins(self, before: Record | None, after: Record | None) -> bool:
        """Whether duplicates are to be sought anew: not where cards only leave the tray that are none themselves."""
        if not isinstance(before, Touchpoint) or not isinstance(after, Touchpoint):
            return isinstance(before or after, Touchpoint)
        if before.title != after.title or before.id in self._twins:
            return True
        return after.stage is None and before.stage is not None

    def _turn(self) -> None:
        if self._map != self._workspace.map_id:
            self._map = self._workspace.map_id
            if self._awake:
                self.refill()

    def _reshape(self, wanted: list[str]) -> None:
        """Put other rows into the place of those that differ, between what is the same at both ends."""
        first = 0
        while first < min(len(wanted), len(self._ids)) and wanted[first] == self._ids[first]:
            first += 1
        last = 0
        while last < min(len(wanted), len(self._ids)) - first and wanted[-1 - last] == self._ids[-1 - last]:
            last += 1
        here = QModelIndex()
        if len(self._ids) - last > first:
            self.beginRemoveRows(here, first, len(self._ids) - last - 1)
            self._take([*self._ids[:first], *self._ids[len(self._ids) - last :]])
            self.endRemoveRows()
        if len(wanted) - last > first:
            self.beginInsertRows(here, first, len(wanted) - last - 1)
            self._take(wanted)
            self.endInsertRows()

    def _take(self, ids: list[str]) -> None:
        self._ids = ids
        self._places = {card: place for place, card in enumerate(ids)}


def _concerns(before: Record | None, after: Record | None) -> bool:
    """Whether a change may show: a touchpoint came or went, got another title or place, or waits; an owner's name."""
    if isinstance(before, Owner) or isinstance(after, Owner):
        return True
    if not isinstance(before, Touchpoint) or not isinstance(after, Touchpoint):
        return isinstance(before or after, Touchpoint)
    waits = before.stage is None or after.stage is None
    return waits or before.title != after.title
