"""The model of the outline: a tree of ids, built anew after edits and told to the view only where it differs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from journey_editor.assets import _
from journey_editor.core.edits.fields import set_field
from journey_editor.core.journey import Journey
from journey_editor.core.records import Metric, Note, Record, Touchpoint, name_of
from journey_editor.layout.rows import metric_text
from journey_editor.layout.style import Style
from journey_editor.ui.icons import icon
from journey_editor.ui.theme import font
from journey_editor.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TRAY = "tray"
"""Stands for the touchpoints that have no place yet; no record has this id, since ids of records are checked."""

_NOTE_ICONS = {
    "pain_point": "pain", "quote": "quote", "goal": "goal", "thought": "thought", "gain": "gain", "action": "action",
    "expectation": "expectation", "question": "question",
}  # fmt: skip


@dataclass(slots=True)
class Node:
    """A line of the outline."""

    record_id: str
    parent: "Node | None" = None
    row: int = 0
    children: list["Node"] = field(default_factory=list)
    number: int = 0  # by which Qt knows it: a pointer would outlive the object


class OutlineModel(QAbstractItemModel):
    """Stages, touchpoints and what hangs on them. Names can be edited; nothing can be dragged."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._root = Node("")
        self._nodes: dict[str, Node] = {}
        self._numbered: dict[int, Node] = {}
        self._last = 0
        self._style: Style | None = None
        self.map_id = ""
        self.follow()

    def follow(self) -> bool:
        """Read the map again; returns whether the tree itself changed, and not only names in it."""
        workspace = self._workspace
        is_there = workspace.map_id in workspace.document.records
        root = tree_of(workspace.document.journey(workspace.map_id)) if is_there else Node("")
        self.map_id = workspace.map_id
        if list(_shape(root)) == list(_shape(self._root)):
            self._tell(self._root)
            return False
        self.beginResetModel()
        self._root = root
        self._nodes = {node.record_id: node for node in _walk(root)}
        self._numbered = {}
        for node in self._nodes.values():
            self._last += 1
            node.number = self._last
            self._numbered[node.number] = node
        self.endResetModel()
        return True

    def dress(self, style: Style) -> None:
        """Take the colours of a theme."""
        self._style = style
        self._tell(self._root)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all lines, in order."""
        return tuple(self._nodes)

    def id_at(self, index: Index) -> str:
        """Return the record of a line, "" where it shows none."""
        node = self._node(index)
        return node.record_id if node.record_id != TRAY else ""

    def index_of(self, record_id: str) -> QModelIndex:
        """Return where a record is shown, an invalid index where it is not."""
        node = self._nodes.get(record_id)
        return self.createIndex(node.row, 0, node.number) if node is not None else QModelIndex()

    # what views ask

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        node = self._node(parent)
        if column == 0 and 0 <= row < len(node.children):
            return self.createIndex(row, 0, node.children[row].number)
        return QModelIndex()

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        above = self._node(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above.number)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._node(parent).children)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if self.id_at(index) else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self._node(index)
        record = self._workspace.document.records.get(node.record_id)
        if record is None:
            return _("Not placed yet") if role == Qt.ItemDataRole.DisplayRole and node.record_id == TRAY else None
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(record)
        if role == Qt.ItemDataRole.EditRole:
            return name_of(record)
        if role == Qt.ItemDataRole.DecorationRole and self._style is not None:
            return icon(icon_of(record), _tone(record, self._style))
        if role == Qt.ItemDataRole.FontRole and record.kind_name == "stage":
            return font(weight=600)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self._workspace.document.records.get(self.id_at(index))
        words = " ".join(str(value).split())
        if record is None or role != Qt.ItemDataRole.EditRole or words == name_of(record):
            return False
        set_field(self._workspace.document, (record.id,), type(record).naming, words[:10_000])
        return True

    def _node(self, index: Index) -> Node:
        return self._numbered.get(index.internalId(), self._root) if index.isValid() else self._root

    def _tell(self, node: Node) -> None:
        """Say of all lines that what they show may have changed."""
        if not node.children:
            return
        above = QModelIndex() if node is self._root else self.createIndex(node.row, 0, node.number)
        self.dataChanged.emit(self.index(0, 0, above), self.index(len(node.children) - 1, 0, above))
        for child in node.children:
            self._tell(child)


def tree_of(journey: Journey) -> Node:
    """Return the lines of the outline of a map."""
    root = Node("")

    def add(parent: Node, record_id: str) -> Node:
        node = Node(record_id, parent, len(parent.children))
        parent.children.append(node)
        return node

    def add_attached(parent: Node) -> None:
        for attached in (journey.notes, journey.opportunities, journey.metrics):
            for record in attached.get(parent.record_id, ()):
                add(parent, record.id)

    for stage in journey.stages:
        line = add(root, stage.id)
        for column in journey.columns_by_stage[stage.id]:
            for touchpoint in column:
                add_attached(add(line, touchpoint.id))
        add_attached(line)
    if journey.tray:
        line = add(root, TRAY)
        for touchpoint in journey.tray:
            add_attached(add(line, touchpoint.id))
    return root


def words_of(record: Record) -> str:
    """Return what a line says."""
    words = metric_text(record) if isinstance(record, Metric) else name_of(record)
    return " ".join(words.split())[:500] or _("no name yet")


def icon_of(record: Record) -> str:
    """Return the icon of a line."""
    if isinstance(record, Note):
        return _NOTE_ICONS.get(record.kind, "note")
    if isinstance(record, Touchpoint) and record.moment is not None:
        return "moment"
    return {"opportunity": "idea"}.get(record.kind_name, record.kind_name)


def _tone(record: Record, style: Style) -> str:
    if isinstance(record, Note) and record.kind == "pain_point":
        return style.pain_shape
    if isinstance(record, Touchpoint) and record.moment is not None:
        return style.gold_shape
    return style.good_shape if record.kind_name == "opportunity" else style.muted


def _walk(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _walk(child)


def _shape(node: Node) -> Iterator[tuple[str, str]]:
    return ((each.record_id, each.parent.record_id if each.parent else "") for each in _walk(node))
