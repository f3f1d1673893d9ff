"""The list of hits: what a hit lies in and where, and the words around it with the hit marked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.edits.fields import field_label
from journey_editor.core.hits import Hit
from journey_editor.core.records import Record
from journey_editor.core.titles import shortened
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.labels import tip
from journey_editor.ui.painter import color
from journey_editor.ui.panels.whereabouts import place_of
from journey_editor.ui.rows import PaintedRows, paint_ground
from journey_editor.ui.theme import font, small_font
from journey_editor.ui.workspace import Workspace

ROW = 52
HIT = Qt.ItemDataRole.UserRole + 1
"""The role under which the model gives a hit: place, words before it, the hit, words after it."""

_PAD = 12.0
_AROUND = 120  # letters on each side of a hit that are looked at
_TOLD = 1000

Index = QModelIndex | QPersistentModelIndex


def around(hit: Hit) -> tuple[str, str, str]:
    """Return the words before a hit, the hit, and those after it, as one line."""
    before = " ".join(hit.text[max(0, hit.start - _AROUND) : hit.start].split())
    after = " ".join(hit.text[hit.end : hit.end + _AROUND].split())
    found = " ".join(hit.text[hit.start : hit.end].split()) or " "
    gap_before = hit.start > 0 and hit.text[hit.start - 1].isspace()
    gap_after = hit.text[hit.end : hit.end + 1].isspace()
    return before + " " * gap_before, found, " " * gap_after + after


def whereabouts(workspace: Workspace, record: Record, hit: Hit) -> str:
    """Return in words where a hit lies; the field too, unless it is the one that the record is called by."""
    words = place_of(workspace.document, record, workspace.map_id)
    names = [step for step in hit.path if isinstance(step, str)]
    if names == [type(record).naming]:
        return words
    label = field_label(names[-1])
    return f"{words}{SEPARATOR}{label}"


class HitModel(QAbstractListModel):
    """Hits in their order."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._hits: tuple[Hit, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is listed."""
        return self._hits

    def show(self, hits: Sequence[Hit]) -> None:
        """List other hits."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self._hits[index.row()] if 0 <= index.row() < len(self._hits) else None
        record = self._workspace.document.records.get(hit.record) if hit is not None else None
        if hit is None or record is None:
            return None
        if role == HIT:
            return (whereabouts(self._workspace, record, hit), *around(hit))
        if role == Qt.ItemDataRole.DisplayRole:
            return "".join(around(hit))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{whereabouts(self._workspace, record, hit)}: {''.join(around(hit))}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(shortened(hit.text, _TOLD)) if len(hit.text) > _AROUND // 4 else ""
        return None


class HitDelegate(PaintedRows):
    """Paints a hit in two lines."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(workspace, parent, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(HIT)
        if found is None:
            return
        place, before, words, after = found
        look, style = self.look, self.look.map
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = paint_ground(painter, option, look)
        room = rect.width() - 2 * _PAD
        left = rect.left() + _PAD
        small, plain, strong = small_font(), font(), font(weight=700)
        painter.setFont(small)
        painter.setPen(color(style.muted))
        metrics = QFontMetricsF(small)
        painter.drawText(
            QRectF(left, rect.top() + 6, room, 18),
            Qt.AlignmentFlag.AlignVCenter,
            metrics.elidedText(place, Qt.TextElideMode.ElideRight, room),
        )
        line = QRectF(left, rect.top() + 24, room, 22)
        parts = fitted(before, words, after, room, QFontMetricsF(plain), QFontMetricsF(strong))
        for text, is_hit in zip(parts, (False, True, False), strict=True):
            face = strong if is_hit else plain
            width = QFontMetricsF(face).horizontalAdvance(text)
            if is_hit and text:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(look.moment_ground))
                painter.drawRoundedRect(QRectF(line.left() - 2, line.top() + 1, width + 4, 20), 3, 3)
            painter.setFont(face)
            painter.setPen(color(style.ink))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            line.setLeft(line.left() + width)
        painter.restore()


def fitted(
    before: str, words: str, after: str, room: float, plain: QFontMetricsF, strong: QFontMetricsF
) -> tuple[str, str, str]:
    """Return the pieces of a line cut to a width in pixels, so that the hit is seen: its beginning gives way first."""
    words = strong.elidedText(words, Qt.TextElideMode.ElideRight, room)
    rest = room - strong.horizontalAdvance(words)
    least = min(plain.horizontalAdvance(after), rest / 2)
    before = plain.elidedText(before, Qt.TextElideMode.ElideLeft, max(0.0, rest - least))
    rest -= plain.horizontalAdvance(before)
    return before, words, plain.elidedText(after, Qt.TextElideMode.ElideRight, max(0.0, rest))


def same_hit(hits: Sequence[Hit], old: Hit | None) -> int:
    """Return the row of a hit after others came and went: the same place, else where it would stand now; 0 without."""
    if old is None:
        return 0
    places: Mapping[tuple[object, ...], int] = {(hit.record, hit.path, hit.start): row for row, hit in enumerate(hits)}
    exact = places.get((old.record, old.path, old.start))
    if exact is not None:
        return exact
    later = (row for row, hit in enumerate(hits) if hit.record == old.record and hit.start >= old.start)
    return next(later, 0)


def counted(row: int, count: int) -> str:
    """Return in words which of how many hits is shown; a negative row: none yet."""
    if not count:
        return _("Nothing found")
    if row < 0:
        return ngettext("{count} hit", "{count} hits", count).format(count=f"{count:,}")
    return _("{number} of {count}").format(number=f"{row + 1:,}", count=f"{count:,}")
