"""What a card of the tray looks like: dashed, with title, channel and face, and what it is a duplicate of."""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_editor.assets import _
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.core.words import unnamed
from journey_editor.layout import text
from journey_editor.layout.faces import face
from journey_editor.layout.primitives import Box, Ink, Path, Primitive
from journey_editor.layout.style import MEDIUM, REGULAR, SEMIBOLD, SMALL, TEXT, Style
from journey_editor.ui.painter import Draw, color, draw, prepare
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

WIDTH = 160.0
MARGIN, GAP = 24, 16

HEIGHT, WITH_TWIN = 80.0, 120.0
_PAD = 12.0
_TITLE, _STEP, _CHANNEL = 26.0, 18.0, 66.0  # baselines
_RULE, _TWIN = 78.0, 100.0
_FACE = 9.0
_RING = 3.0
_EDITOR = 46

Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole + 1
"""The role under which the model gives what a card shows."""


class TrayCard(NamedTuple):
    """What a card shows: `below` the title its channel and owner, and where else the same stands."""

    title: str
    below: str
    valence: float | None = None
    assumed: bool = False
    twin: Literal["", "map", "tray"] = ""

    @property
    def height(self) -> float:
        """How high it is, in pixels."""
        return WITH_TWIN if self.twin else HEIGHT


class Shown(NamedTuple):
    """A card made ready, and its whole text where something of it had to be cut."""

    parts: tuple[Draw, ...]
    tip: str


@lru_cache(maxsize=4096)
def shown(card: TrayCard, style: Style) -> Shown:
    """Return what draws a card from its corner."""
    edge = Ink(fill=style.card, stroke=style.believed, dash=(4.0, 3.0))
    parts: list[Primitive] = [
        Box(0.5, 1.5, WIDTH, card.height, Ink(fill="#000000", fill_opacity=0.05), 8.0),
        Box(0.0, 0.0, WIDTH, card.height, edge, 8.0),
    ]
    room = WIDTH - 2 * _PAD
    if card.valence is not None:
        middle = WIDTH - _PAD - _FACE + 3.0
        parts += face(card.valence, style, _FACE, middle, _TITLE - 4.0, hollow=card.assumed)
        room -= 2 * _FACE + 10.0
    words, ink = (card.title, style.ink) if text.flat(card.title) else (unnamed("touchpoint"), style.muted)
    title = text.wrap(words, MEDIUM, TEXT, room, 2)
    parts += [
        text.line(line, _PAD, _TITLE + place * _STEP, face=MEDIUM, size=TEXT, color=ink)
        for place, line in enumerate(title.lines)
    ]
    below = text.ellipsis(card.below, REGULAR, SMALL, WIDTH - 2 * _PAD)
    parts.append(text.line(below, _PAD, _CHANNEL, color=style.muted))
    if card.twin:
        where = _("On the map too") if card.twin == "map" else _("In the tray too")
        parts += [
            Path((("M", _PAD, _RULE), ("L", WIDTH - _PAD, _RULE)), Ink(stroke=style.line)),
            text.line(where, _PAD, _TWIN, face=SEMIBOLD, color=style.gold),
            text.line(_("Merge"), WIDTH - _PAD, _TWIN, face=SEMIBOLD, color=style.accent, anchor="end"),
        ]
    cut = title.cut or below != text.flat(card.below)
    return Shown(prepare(parts), "\n".join(filter(None, (card.title, card.below))) if cut else "")


def merge_rect(card: TrayCard, row: QRect) -> QRect:
    """Return where the word stands that merges a card, within its row; nowhere where it is no duplicate."""
    if not card.twin:
        return QRect()
    width = round(text.width(_("Merge"), SEMIBOLD) + 2 * _PAD)
    corner = _corner(row)
    return QRect(round(corner[0] + WIDTH) - width, round(corner[1] + _RULE), width, round(WITH_TWIN - _RULE))


class TrayCards(QStyledItemDelegate):
    """Paints the cards, ringed where they are selected, and edits their titles in place."""

    def __init__(self, workspace: Workspace, parent: QWidget, is_twin: Callable[[int], bool]) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._is_twin = is_twin  # asked for every row of the list: it must be quick

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(WIDTH) + MARGIN, round(WITH_TWIN if self._is_twin(index.row()) else HEIGHT) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = look_of(self._workspace.view.theme).map
        card: TrayCard = index.data(CARD)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(*_corner(rect))
        draw(painter, shown(card, style).parts, 1.0)
        if state & QStyle.StateFlag.State_Selected:
            has_keys = self._workspace.view.keys
            painter.setPen(QPen(color(style.accent if has_keys else style.quiet), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(0.0, 0.0, WIDTH, card.height).adjusted(-_RING, -_RING, _RING, _RING)
            painter.drawRoundedRect(around, 11.0, 11.0)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(2 * TEXT_LIMIT)  # Qt counts halves of an emoji: it is cut when it is taken
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        x, y = _corner(option.rect)  # type: ignore[attr-defined]
        editor.setGeometry(round(x) + 4, round(y) + 6, round(WIDTH) - 8, _EDITOR)


def _corner(row: QRect) -> tuple[float, float]:
    return row.x() + MARGIN, row.y() + GAP / 2
