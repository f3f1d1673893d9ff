"""What can be chosen in the command palette, and how its list shows it: icon, name with what was typed, place, keys."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from journey_editor.core.search import Spans
from journey_editor.ui.icons import renderer
from journey_editor.ui.painter import color
from journey_editor.ui.rows import PaintedRows, paint_ground
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

ROW = 36
CHOICE = Qt.ItemDataRole.UserRole + 1
"""The role under which the model gives what a row shows."""

_PAD, _ICON, _GAP = 12.0, 18.0, 12.0
_LEAST = 96.0  # pixels that a name keeps, however long its place is

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be done or gone to. `place` tells where it is found, `tone` which of the colours its icon has.

    `run` does it once the palette is away. What is not enabled is shown, and not done.
    """

    name: str
    run: Callable[[], object]
    icon: str = ""
    tone: str = "muted"
    place: str = ""
    keys: str = ""
    is_enabled: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """Where choices come from: all of them by key, with the names that are searched, and one of them made when shown.

    `make` returns None for what is no longer there. Keys of different sources are different. `others` are further
    names, by which choices are found after all that are called so. `can` says of a key whether it can be chosen now.
    """

    names: Callable[[], Sequence[tuple[str, str]]]
    make: Callable[[str], Choice | None]
    others: Callable[[], Sequence[tuple[str, str]]] = tuple
    can: Callable[[str], bool] = lambda _key: True


class Row(NamedTuple):
    """A row of the list: the key of a choice, what makes it once it is shown, and the letters that match."""

    key: str
    make: Callable[[str], Choice | None]
    spans: Spans = ()


class ChoiceModel(QAbstractListModel):
    """The choices that are listed now, each made when it is looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._made: dict[int, Choice | None] = {}

    def show(self, rows: Iterable[Row]) -> None:
        """List other choices."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._made = {}
        self.endResetModel()

    def key(self, row: int) -> str:
        """Return the key of what stands in a row."""
        return self._rows[row].key

    def choice(self, row: int) -> Choice | None:
        """Return what stands in a row, None where nothing does any more."""
        if not 0 <= row < len(self._rows):
            return None
        if row not in self._made:
            self._made[row] = self._rows[row].make(self._rows[row].key)
        return self._made[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        choice = self.choice(index.row())
        on = Qt.ItemFlag.ItemIsEnabled if choice is not None and choice.is_enabled else Qt.ItemFlag.NoItemFlags
        return on | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.choice(index.row())
        if choice is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.name
        if role == CHOICE:
            return choice, self._rows[index.row()].spans
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (choice.name, choice.place, choice.keys)))
        return None


def choice_list(workspace: Workspace, model: ChoiceModel) -> QListView:
    """Return the list of choices below a field, which keeps the keyboard."""
    found = QListView()
    found.setObjectName("commandList")
    found.setModel(model)
    found.setItemDelegate(ChoiceDelegate(workspace, found))
    found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    found.setMouseTracking(True)
    found.setUniformItemSizes(True)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    return found


class ChoiceDelegate(PaintedRows):
    """Paints a row; the letters that match are bold."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(workspace, parent, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(CHOICE)
        if found is None:
            return
        choice, spans = found
        look, style = self.look, self.look.map
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = paint_ground(painter, option, look)
        ink = style.ink if choice.is_enabled else style.quiet
        tone = getattr(style, choice.tone) if choice.is_enabled else style.quiet
        if choice.icon:
            box = QRectF(rect.left() + _PAD, rect.center().y() - _ICON / 2, _ICON, _ICON)
            renderer(choice.icon, tone).render(painter, box)
        left = rect.left() + _PAD + _ICON + _GAP
        right = self._keys(painter, choice, rect, look.edge if choice.is_enabled else style.line)
        room = right - left
        wanted = min(_width_of(choice.name, spans), max(_LEAST, room))
        place = small_font()
        if choice.place and room - wanted > 2 * _GAP:
            metrics = QFontMetricsF(place)
            words = metrics.elidedText(
                choice.place, Qt.TextElideMode.ElideMiddle, min(room - wanted - _GAP, room * 0.6)
            )
            painter.setFont(place)
            painter.setPen(color(style.muted if choice.is_enabled else style.quiet))
            painter.drawText(
                QRectF(left, rect.top(), room, rect.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                words,
            )
        painter.setPen(color(ink))
        _draw_name(painter, choice.name, spans, left, rect, min(wanted, room))
        painter.restore()

    def _keys(self, painter: QPainter, choice: Choice, rect: QRectF, edge: str) -> float:
        """Draw the keys at the right, in a frame; return where there is room again."""
        right = rect.right() - _PAD
        if not choice.keys:
            return right
        style = look_of(self._workspace.view.theme).map
        face = small_font(600)
        width = QFontMetricsF(face).horizontalAdvance(choice.keys) + 12.0
        box = QRectF(right - width, rect.center().y() - 10.0, width, 20.0)
        painter.setPen(color(edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(face)
        painter.setPen(color(style.muted if choice.is_enabled else style.quiet))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, choice.keys)
        return box.left() - _GAP


def pieces(text: str, spans: Spans) -> list[tuple[str, bool]]:
    """Return a text in pieces, each with whether it matches."""
    found: list[tuple[str, bool]] = []
    end = 0
    for start, stop in spans:
        found += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    return [piece for piece in (*found, (text[end:], False)) if piece[0]]


def _faces() -> dict[bool, QFont]:
    return {False: font(), True: font(weight=700)}


def _width_of(name: str, spans: Spans) -> float:
    metrics = {bold: QFontMetricsF(face) for bold, face in _faces().items()}
    return sum(metrics[bold].horizontalAdvance(words) for words, bold in pieces(name, spans)) + 1.0


def _draw_name(painter: QPainter, name: str, spans: Spans, left: float, rect: QRectF, room: float) -> None:
    """Draw a name with its matching letters bold; an ellipsis says that there is more of it."""
    faces = _faces()
    right = left + room
    for words, bold in pieces(name, spans):
        metrics = QFontMetricsF(faces[bold])
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, right - left)
        painter.setFont(faces[bold])
        painter.drawText(
            QRectF(left, rect.top(), right - left + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown
        )
        left += metrics.horizontalAdvance(shown)
        if shown != words or left >= right - 1:
            return
