"""The row of small curves as a widget: walked by arrows, pointed at, its places lead to their records."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from journey_editor.assets import _
from journey_editor.layout.multiples import Multiples, Seat, seat_at
from journey_editor.layout.primitives import Element
from journey_editor.ui.curve import Curve
from journey_editor.ui.labels import tip
from journey_editor.ui.ownkeys import takes
from journey_editor.ui.painter import Draw, color, draw, figure_of, prepare
from journey_editor.ui.theme import look_of
from journey_editor.ui.warming import curve_raster
from journey_editor.ui.workspace import Workspace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WAYS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class Row(QWidget):
    """Shows what was laid out. `chosen` carries the place that is led to, `walked` the one that keys are at."""

    chosen = Signal(object)
    walked = Signal(object)
    copied = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.shown: Multiples | None = None
        self._prepared: list[tuple[Element, tuple[Draw, ...], Curve | None]] = []
        self._here = 0, 0
        self._over: Seat | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_row(self, shown: Multiples) -> None:
        """Show another row; the place that keys are at stays if it is there."""
        make = curve_raster()
        self.shown, self._over = shown, None
        self._prepared = []
        for element in sorted(shown.elements, key=lambda each: each.layer):
            curve = None
            if figure_of(element.parts) is not None:
                curve = Curve(lambda wide=element.rect.right: (0.0, wide))
                curve.ready(make)
            self._prepared.append((element, prepare(element.parts), curve))
        if self.here is None:
            self._here = 0, 0
        self.setMinimumSize(round(shown.width), round(shown.height))
        self.update()

    @property
    def here(self) -> Seat | None:
        """The place that keys are at."""
        seats = self.shown.seats if self.shown is not None else ()
        return next((each for each in seats if (each.panel, each.stage) == self._here), None)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    # events of Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        exposed = QRectF(event.rect())
        for element, prepared, curve in self._prepared:
            rect = element.rect
            if not exposed.intersects(QRectF(rect.x, rect.y - 2, rect.width, rect.height + 4)):
                continue
            figure = figure_of(element.parts)
            if curve is not None and figure is not None:
                curve.paint(painter, figure, rect, exposed, 1.0)
                continue
            painter.save()
            painter.translate(rect.x, rect.y)
            draw(painter, prepared, 1.0)
            painter.restore()
        self._paint_marks(painter)

    def event(self, event: QEvent) -> bool:
        if takes(event, self._meant):
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._tip(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), tip(words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._seat(event.position())
        if over is not self._over:
            self._over = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        seat = self._seat(event.position())
        if event.button() == Qt.MouseButton.LeftButton and seat is not None:
            self._here = seat.panel, seat.stage
            self.chosen.emit(seat)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        seat = self.here if by_key else self._seat(QPointF(event.pos()))
        place = event.globalPos()
        if by_key and seat is not None:
            place = self.mapToGlobal(QPointF(seat.rect.x, seat.rect.bottom)).toPoint()
        menu = QMenu(self)
        if seat is not None:
            menu.addAction(_("Show on the map"), lambda: self.chosen.emit(seat))
        menu.addAction(_("Copy the table"), self.copied.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    # inside

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copied.emit
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in _WAYS:
            return lambda: self._walk(*_WAYS[Qt.Key(event.key())])
        if plain and event.key() in _ENTER and self.here is not None:
            return lambda: self.chosen.emit(self.here)
        return None

    def _walk(self, down: int, right: int) -> None:
        seats = self.shown.seats if self.shown is not None else ()
        panel, stage = self._here[0] + down, self._here[1] + right
        if any((each.panel, each.stage) == (panel, stage) for each in seats):
            self._here = panel, stage
            self.update()
            self.walked.emit(self.here)

    def _seat(self, place: QPointF) -> Seat | None:
        return seat_at(self.shown, place.x(), place.y()) if self.shown is not None else None

    def _tip(self, place: QPointF) -> str:
        for element, _prepared, _curve in self._prepared:
            rect = element.rect
            if element.tip and QRectF(rect.x, rect.y, rect.width, rect.height).contains(place):
                return element.tip
        return ""

    def _paint_marks(self, painter: QPainter) -> None:
        """Frame the place that keys are at, and the one under the pointer."""
        look, here = look_of(self._workspace.view.theme), self.here
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for seat, ink, wide in (
            (self._over, look.edge, 1.0),
            (here if self.hasFocus() else None, look.map.accent, 2.0),
        ):
            if seat is not None:
                painter.setPen(QPen(color(ink), wide))
                rect = seat.rect
                painter.drawRoundedRect(QRectF(rect.x + 2, rect.y + 1, rect.width - 4, rect.height - 2), 6, 6)
