"""How owners, personas and evidence look in their lists."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import full_day_text
from journey_editor.core.edits.owners import owners_of
from journey_editor.core.records import Evidence, Owner, Persona, Record
from journey_editor.core.titles import called, in_line, initials
from journey_editor.layout.colors import mix, owner_colors
from journey_editor.ui.look import Look
from journey_editor.ui.painter import color
from journey_editor.ui.panels.inspector.words import word_of
from journey_editor.ui.rows import PaintedRows, paint_ground
from journey_editor.ui.theme import font, small_font
from journey_editor.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
Count = Callable[[str], int]
"""How often a record is used, by its id."""

OWNER_ROW, PERSONA_ROW, EVIDENCE_ROW = 36, 60, 48
MARK = 32
"""Pixels at the left of a row that the sign takes which can be pressed."""

_PAD = 8.0
_AVATAR = 40.0


class Rows(PaintedRows):
    """Rows with a sign at the left, a name, maybe a line below it, and a number at the right."""

    def __init__(self, workspace: Workspace, parent: QWidget, height: int, left: float, count: Count) -> None:
        super().__init__(workspace, parent, height)
        self._left, self._count = left, count

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record = index.model().record(index)  # type: ignore[attr-defined]
        if record is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = paint_ground(painter, option, self.look, 1.0)
        self.paint_sign(painter, row, record)
        right = row.right() - _PAD
        number = self.number(record)
        if number:
            painter.setPen(color(self.look.map.muted))
            right -= _words(
                painter, number, small_font(), QRectF(row.left(), row.top(), row.width() - _PAD, row.height()), True
            )
            right -= _PAD
        left = row.left() + self._left
        lines = self.below(record)
        top = row.top() + (row.height() - 18 * (1 + len(lines))) / 2
        painter.setPen(color(self.look.map.ink if self.is_named(record) else self.look.map.muted))
        _words(painter, called(record, 300), font(weight=500), QRectF(left, top, right - left, 18))
        painter.setPen(color(self.look.map.muted))
        for place, line in enumerate(lines, 1):
            _words(painter, line, small_font(), QRectF(left, top + 18 * place, right - left, 18))
        painter.restore()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        height = min(rect.height() - 4, 28)
        editor.setGeometry(rect.left() + round(self._left) - 6, rect.top() + (rect.height() - height) // 2,
                           rect.width() - round(self._left) + 2, height)  # fmt: skip

    def is_named(self, record: Record) -> bool:
        """Whether a record has a name of its own."""
        return bool(in_line(record.__dict__[record.naming], 10))

    def number(self, record: Record) -> str:
        """Return what stands at the right."""
        count = self._count(record.id)
        return f"{count:,}" if count else ""

    def below(self, record: Record) -> tuple[str, ...]:
        """Return the lines below the name."""
        return ()

    def paint_sign(self, painter: QPainter, row: QRectF, record: Record) -> None:
        """Paint what stands at the left."""


class OwnerRows(Rows):
    """Owners: their colour, name and how many touchpoints they answer for."""

    def __init__(self, workspace: Workspace, parent: QWidget, count: Count) -> None:
        super().__init__(workspace, parent, OWNER_ROW, 36.0, count)

    def number(self, record: Record) -> str:
        return f"{self._count(record.id):,}"

    def paint_sign(self, painter: QPainter, row: QRectF, record: Record) -> None:
        owners = owners_of(self._workspace.document)
        colors = owner_colors(tuple((each.id, each.color) for each in owners), self.look.map)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(colors.get(record.id, self.look.map.nobody)))
        painter.drawRoundedRect(QRectF(row.left() + 10, row.center().y() - 8, 16, 16), 4, 4)


class PersonaRows(Rows):
    """Personas: a picture or two letters, name, role, and how many maps are theirs."""

    def __init__(
        self, workspace: Workspace, parent: QWidget, count: Count, portrait: Callable[[QPainter, QRectF, Persona], bool]
    ) -> None:
        super().__init__(workspace, parent, PERSONA_ROW, 60.0, count)
        self._portrait = portrait

    def number(self, record: Record) -> str:
        count = self._count(record.id)
        return ngettext("{count} map", "{count} maps", count).format(count=count) if count else ""

    def below(self, record: Record) -> tuple[str, ...]:
        role = in_line(record.role, 200) if isinstance(record, Persona) else ""
        return (role,) if role else ()

    def paint_sign(self, painter: QPainter, row: QRectF, record: Record) -> None:
        place = QRectF(row.left() + 10, row.center().y() - _AVATAR / 2, _AVATAR, _AVATAR)
        if isinstance(record, Persona) and not self._portrait(painter, place, record):
            paint_letters(painter, place, initials(called(record, 60)), self.look)


class EvidenceRows(Rows):
    """Evidence: whether what is selected rests on it, title, source with size and date, and how often it is used."""

    def __init__(
        self, workspace: Workspace, parent: QWidget, count: Count, share: Callable[[str], float | None]
    ) -> None:
        super().__init__(workspace, parent, EVIDENCE_ROW, 36.0, count)
        self._share = share

    def below(self, record: Record) -> tuple[str, ...]:
        return (about(record),) if isinstance(record, Evidence) else ()

    def paint_sign(self, painter: QPainter, row: QRectF, record: Record) -> None:
        share, style = self._share(record.id), self.look.map
        middle = QPointF(row.left() + 18, row.center().y())
        if share is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(style.good_shape))
            painter.drawEllipse(middle, 4.0, 4.0)
            return
        painter.setPen(QPen(color(style.good_shape if share else style.muted), 1.6))
        painter.setBrush(color(style.good_shape) if share >= 1.0 else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 7.0, 7.0)
        if share >= 1.0:
            painter.setPen(QPen(color(style.face), 1.8))
            painter.drawPolyline(
                [middle + QPointF(-3.2, 0.2), middle + QPointF(-0.8, 2.6), middle + QPointF(3.4, -2.4)]
            )
        elif share:
            painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0))


def about(evidence: Evidence) -> str:
    """Return what kind of evidence it is, how much of it there is, and from when: "Interview · n = 12 · 2 Mar 2026"."""
    number = f"n = {evidence.n:,}" if evidence.n is not None else ""
    day = full_day_text(evidence.date) if evidence.date else ""
    source = word_of("source", evidence.source) if evidence.source != "other" else ""
    return " · ".join(filter(None, (source, number, day))) or _("source not said")


def says(record: Record, count: int) -> str:
    """Return what a screen reader says of a row."""
    if isinstance(record, Owner):
        words = ngettext("{name}, {count} touchpoint", "{name}, {count} touchpoints", count)
    elif isinstance(record, Evidence):
        words = ngettext("{name}, {about}, used {count} time", "{name}, {about}, used {count} times", count)
        return words.format(name=called(record), about=about(record), count=count)
    else:
        words = ngettext("{name}, {count} map", "{name}, {count} maps", count)
    return words.format(name=called(record), count=count)


def paint_letters(painter: QPainter, place: QRectF, letters: str, look: Look) -> None:
    """Paint two letters in a circle, for who has no picture."""
    painter.setPen(QPen(color(mix(look.map.panel, look.map.accent, 0.5)), 1.0))
    painter.setBrush(color(mix(look.map.panel, look.map.accent, 0.14)))
    painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(color(look.map.ink))
    painter.setFont(font(13, 600))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letters)


def _words(painter: QPainter, words: str, face: QFont, place: QRectF, is_right: bool = False) -> float:
    """Write a line, shortened to its room; return how wide it is."""
    metrics = QFontMetricsF(face)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(place.width(), 0.0))
    painter.setFont(face)
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)
