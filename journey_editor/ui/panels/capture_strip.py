"""The strip beside the capture line: what was understood, as chips, over the map's edge and never in its layout."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from journey_editor.assets import _
from journey_editor.ui.floating import SHADOW as AROUND, paint_card
from journey_editor.ui.painter import color
from journey_editor.ui.panels.capture import CaptureLine
from journey_editor.ui.panels.capture_chips import Chip, chips_of, edge, ground, rows_of
from journey_editor.ui.panels.capture_offers import Offers
from journey_editor.ui.panels.capture_text import Ground
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

EDGE = 16  # pixels between the strip and the sides of the map
INSIDE, GAP, CHIP, LABEL, BETWEEN = 12, 8, 24, 18, 6  # pixels: margin, between chips, their height, labels, rows
WIDEST = 360  # pixels of a chip's words
ROWS = 3
FOOT = 20


@dataclass(frozen=True, slots=True)
class Cell:
    """A chip at its place on the strip, with the words that have room on it."""

    chip: Chip
    rect: QRectF
    words: str


class CaptureStrip(QWidget):
    """Chips with their labels, and at the right what Enter does. A press on a chip selects its words in the line.

    All is laid out at the size of the window's text and shown `scale` times as large.
    """

    def __init__(self, line: CaptureLine, workspace: Workspace, area: QWidget, scale: float) -> None:
        super().__init__(area)
        self._line, self._workspace, self._scale = line, workspace, scale
        self._chips: tuple[Chip, ...] = ()
        self._cells: tuple[Cell, ...] = ()
        self._promise, self._foot = "", ""
        self._is_cut = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The chips that are shown, from the strip's top left, before they are enlarged."""
        return self._cells

    @property
    def promise(self) -> str:
        """What it says Enter does."""
        return self._promise

    @property
    def foot(self) -> str:
        """What it says of signs that stayed text."""
        return self._foot

    def fill(self, width: int) -> int:
        """Take the line as it was read; return how high the strip is at a width, in pixels, shadow and all."""
        reader, style = self._line.reader, look_of(self._workspace.view.theme).map
        owners = reader.owner_colors(style)
        chips = self._chips = chips_of(reader.text, reader.captured, reader.cursor, style, owners)
        self._is_cut = bool(chips) and chips[0].start > reader.captured.pieces[0].start
        room = width / self._scale - 2 * AROUND - 2 * INSIDE
        metrics = QFontMetricsF(small_font())
        self._promise = metrics.elidedText(self._line.goal.promise(reader.captured), _RIGHT, room * 0.4)
        first = room - (metrics.horizontalAdvance(self._promise) + 2 * GAP if self._promise else 0)
        repeated = reader.captured.repeated
        words = _("“{words}” stays text: the line had said such a thing before").format(words=" ".join(repeated))
        self._foot = metrics.elidedText(words, _RIGHT, room) if repeated else ""
        shown = [_shortened(each, reader.cursor) for each in chips]
        wide = [
            (_advance(words, 13) + 16, _advance(each.label, 11) + 8) for words, each in zip(shown, chips, strict=True)
        ]
        cells = [max(pair) for pair in wide]
        rows = rows_of(cells, room, first, GAP)
        if len(rows) > ROWS:  # any row may come to stand beside the promise
            rows = rows_of(cells, first, first, GAP)
        here = next((number for number, each in enumerate(chips) if each.end >= reader.cursor), len(chips) - 1)
        last = next((index for index, row in enumerate(rows) if any(number == here for number, _x in row)), 0)
        skipped = max(0, min(max(0, last - ROWS + 1), len(rows) - ROWS))
        self._is_cut = self._is_cut or skipped > 0
        seen = rows[skipped : skipped + ROWS]
        self._cells = tuple(
            Cell(
                chips[number],
                QRectF(AROUND + INSIDE + left, AROUND + INSIDE - 2 + row * _ROW, wide[number][0], CHIP),
                shown[number],
            )
            for row, places in enumerate(seen)
            for number, left in places
        )
        self.update()
        high = len(seen) * _ROW - BETWEEN + (FOOT if self._foot else 0)
        return ceil((INSIDE - 2 + high + INSIDE - 4 + 2 * AROUND) * self._scale)

    def grounds(self) -> tuple[Ground, ...]:
        """Return what lies behind the words of the line itself."""
        style = look_of(self._workspace.view.theme).map
        return tuple(
            Ground(each.start, each.end, ground(each.color, style), edge(each.color, style) if each.is_new else "")
            for each in self._chips
            if each.color != style.nobody or each.is_new
        )

    def left_of(self, start: int) -> float:
        """Return at which pixel the chip of a place of the line begins, where the last one ends if there is none."""
        found = next((cell for cell in self._cells if cell.chip.start == start), None)
        if found is not None:
            return found.rect.left() * self._scale
        return (self._cells[-1].rect.right() if self._cells else AROUND + INSIDE) * self._scale

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for cell in self._cells:
            if cell.rect.contains(event.position() / self._scale):
                self._line.setFocus(Qt.FocusReason.OtherFocusReason)
                self._line.choose(cell.chip.start, cell.chip.end)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on_chip = any(cell.rect.contains(event.position() / self._scale) for cell in self._cells)
        self.setCursor(Qt.CursorShape.IBeamCursor if on_chip else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self._workspace.view.theme)
        style = look.map
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        whole = QRectF(0, 0, self.width() / self._scale, self.height() / self._scale)
        paint_card(painter, whole.adjusted(AROUND, AROUND, -AROUND, -AROUND), look, 12)
        words, small = font(weight=500), small_font()
        for cell in self._cells:
            pen = QPen(color(edge(cell.chip.color, style)), 1.0)
            if cell.chip.is_new:
                pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(color(style.panel if cell.chip.is_new else ground(cell.chip.color, style)))
            painter.drawRoundedRect(cell.rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setFont(words)
            painter.setPen(color(style.ink))
            painter.drawText(cell.rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, cell.words)
            painter.setFont(small)
            painter.setPen(color(style.muted))
            below = QRectF(cell.rect.left() + 8, cell.rect.bottom(), WIDEST * 2, LABEL)
            painter.drawText(below, _LEFT, cell.chip.label)
        inside = whole.adjusted(AROUND + INSIDE, AROUND, -AROUND - INSIDE, -AROUND)
        painter.setFont(small)
        painter.setPen(color(style.muted))
        top = QRectF(inside.left(), inside.top() + INSIDE - 2, inside.width(), CHIP)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._promise)
        if self._is_cut:
            painter.drawText(QRectF(AROUND, top.top(), INSIDE, CHIP), Qt.AlignmentFlag.AlignCenter, "…")
        if self._foot:
            painter.drawText(QRectF(inside.left(), inside.bottom() - FOOT - 4, inside.width(), FOOT), _LEFT, self._foot)


class CaptureView(QObject):
    """Keeps the strip and the names that are offered beside the line, over an area: the map.

    They come below a line that lies in the upper half or above the area, else above it; nothing else moves. Where
    people read it from afar they are `scale` times as large as in the window.
    """

    def __init__(self, line: CaptureLine, workspace: Workspace, area: QWidget, scale: float = 1.0) -> None:
        super().__init__(area)
        self._line, self._area = line, area
        self._shadow = round(AROUND * scale)
        self.strip = CaptureStrip(line, workspace, area, scale)
        self.offers = Offers(line, workspace, area, scale)
        line.reader.changed.connect(self.refresh)
        line.turned.connect(self.refresh)
        workspace.viewed.connect(self.refresh)
        workspace.selected.connect(self.refresh)
        area.installEventFilter(self)

    def refresh(self) -> None:
        """Show what the line says now, where there is room for it."""
        line, area, shadow = self._line, self._area, self._shadow
        if not isValid(area) or not isValid(line):  # a room view that is being closed
            return
        if not line.is_typing or not line.reader.captured.pieces:
            line.show_grounds(())
            line.setAccessibleDescription("")
            self.strip.hide()
            self.offers.hide()
            return
        width = area.width() - 2 * EDGE + 2 * shadow
        high = self.strip.fill(width)
        line.show_grounds(self.strip.grounds())
        spot = QRect(area.mapFromGlobal(line.mapToGlobal(QPoint())), line.size())
        is_below = spot.center().y() < area.height() / 2
        top = max(spot.bottom() + 8, 8) - shadow if is_below else min(spot.top() - 8, area.height() - 8) + shadow - high
        self.strip.setGeometry(EDGE - shadow, top, width, high)
        _bring(self.strip)
        self._show_offers(is_below)
        line.setAccessibleDescription(self._told())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.refresh()
        return super().eventFilter(watched, event)

    def _told(self) -> str:
        """Return for those who hear it what others see."""
        reader = self._line.reader
        told = [f"{cell.chip.label}: {cell.chip.words}" for cell in self.strip.cells]
        if reader.completion is not None:
            told.append(_("Tab takes {name}").format(name=reader.completion.offers[reader.row].name))
        return "; ".join((*told, self.strip.promise))

    def _show_offers(self, is_below: bool) -> None:
        completion = self._line.reader.completion
        if completion is None:
            self.offers.hide()
            return
        size, strip, shadow = self.offers.fill(completion), self.strip.geometry(), self._shadow
        left = strip.left() + self.strip.left_of(completion.start) - 2 * shadow
        left = max(EDGE - shadow, min(left, self._area.width() - EDGE + shadow - size.width()))
        top = strip.bottom() - 2 * shadow + 5 if is_below else strip.top() + 2 * shadow - 4 - size.height()
        self.offers.setGeometry(round(left), round(top), size.width(), size.height())
        _bring(self.offers)


def _bring(widget: QWidget) -> None:
    if widget.isHidden():
        widget.show()
        widget.raise_()


_ROW = CHIP + LABEL + BETWEEN
_RIGHT = Qt.TextElideMode.ElideRight
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@lru_cache(maxsize=4096)
def _advance(words: str, size: int) -> float:
    return QFontMetricsF(font(weight=500) if size == 13 else small_font()).horizontalAdvance(words)


def _shortened(chip: Chip, cursor: int) -> str:
    """Return the words of a chip cut to what it may take: those that are being typed at their beginning."""
    if len(chip.words) < 24 or _advance(chip.words, 13) <= WIDEST:
        return chip.words
    is_here = chip.start < cursor <= chip.end
    words = chip.words[-120:] if is_here else chip.words[:120]
    mode = Qt.TextElideMode.ElideLeft if is_here else Qt.TextElideMode.ElideRight
    return QFontMetricsF(font(weight=500)).elidedText(words, mode, WIDEST)
