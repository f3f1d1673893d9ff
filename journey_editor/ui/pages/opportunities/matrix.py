"""The matrix under hands: points are dragged and walked, moved by arrows, weighed by digits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from journey_editor.assets import _
from journey_editor.core.document import Event
from journey_editor.core.edits.opportunities import LEAST, MOST, weigh
from journey_editor.core.edits.removal import remove
from journey_editor.core.records import Opportunity, Owner
from journey_editor.core.titles import called, shortened
from journey_editor.insight.worth import worth
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.labels import tip
from journey_editor.ui.opportunities.menu import menu_of
from journey_editor.ui.ownkeys import takes
from journey_editor.ui.pages.opportunities.held import Held, paint_held, weight_words
from journey_editor.ui.pages.opportunities.points import Arrangement, Still, arranged, marks_of
from journey_editor.ui.painter import color
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

_TOLD = 1000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
}  # fmt: skip
_NO_EFFORT = ("0", "\x08")  # the digit and Backspace


class Matrix(QWidget):
    """Shows opportunities as points. `chosen` tells which one somebody took, `led` which is to be shown on the map."""

    chosen = Signal(str)
    led = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._rows: tuple[Opportunity, ...] = ()
        self._chosen, self._page = "", 0
        self._still = Still()
        self._shown: Arrangement | None = None
        self._pressed: tuple[QPointF, str] | None = None
        self._drag: Held | None = None
        self.setObjectName("matrix")
        self.setAccessibleName(_("Worth against effort"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        workspace.changed.connect(self._hear)

    @property
    def shown(self) -> Arrangement:
        """Where everything stands now."""
        if self._shown is None or self._shown.size != self.size():
            style = look_of(self._workspace.view.theme).map
            marks = marks_of(self._workspace, self._rows, style)
            self._shown = arranged(marks, self.size(), style, self._chosen, self._page)
        return self._shown

    @property
    def is_dragging(self) -> bool:
        """Whether a point is in the hand."""
        return self._drag is not None

    def fill(self, rows: Sequence[Opportunity]) -> None:
        """Show other opportunities, in the order in which Tab walks them."""
        self._rows = tuple(rows)
        self.arrange()

    def choose(self, record_id: str) -> None:
        """Mark the point of an opportunity; "" marks none."""
        if record_id != self._chosen:
            self._chosen = record_id
            self._tell()
            self.arrange()

    def arrange(self) -> None:
        """Place everything anew, as for another theme."""
        if self._drag is None:
            self._shown = None
            self.update()

    def take(self, record_id: str) -> None:
        """Let a point be the one that keys are about."""
        self.choose(record_id)
        self.chosen.emit(record_id)

    def sizeHint(self) -> QSize:
        return QSize(744, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 320)

    # keys

    def event(self, event: QEvent) -> bool:
        if takes(event, self._meant):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            record = self.shown.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self.words_of(record)) if record else "", self)
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        place = self._place()
        there = (place + (1 if forward else -1)) if place is not None else (0 if forward else len(self._rows) - 1)
        if 0 <= there < len(self._rows):
            self.take(self._rows[there].id)
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        came = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if came and self._rows and self._place() is None:
            self.take(self._rows[0 if event.reason() == Qt.FocusReason.TabFocusReason else -1].id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does."""
        key, words = Qt.Key(event.key()), event.text()
        if self._drag is not None:
            return self.cancel if key == Qt.Key.Key_Escape else lambda: None
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return None
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows:
            return lambda: self.take(self._rows[0 if key == Qt.Key.Key_Home else -1].id)
        here = self._here()
        if here is None:
            return (lambda: self.take(self._rows[0].id)) if key in _ARROWS and self._rows else None
        if key in _ARROWS:
            return lambda: self._step(here, *_ARROWS[key])
        if key in _ENTER:
            return lambda: self.led.emit(here.id)
        if key == Qt.Key.Key_Delete:
            return lambda: remove(self._workspace.document, (here.id,))
        if words in _NO_EFFORT:
            return lambda: weigh(self._workspace.document, here.id, None, None)
        if words and words in "12345":
            return lambda: weigh(self._workspace.document, here.id, int(words), None)
        return None

    def _step(self, here: Opportunity, right: int, up: int) -> None:
        """Move a point by a step: its effort, or all that its worth is the mean of."""
        effort, value = here.effort, worth(here)
        if right:
            effort = max(LEAST, min(MOST, effort + right)) if effort is not None else LEAST if right > 0 else MOST
        if up:
            value = value + up if value is not None else 3.0
        weigh(self._workspace.document, here.id, effort, value if up else None)

    def _place(self) -> int | None:
        return next((place for place, each in enumerate(self._rows) if each.id == self._chosen), None)

    def _here(self) -> Opportunity | None:
        found = self._workspace.document.records.get(self._chosen)
        return found if isinstance(found, Opportunity) and self._place() is not None else None

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place, tray = event.position(), self.shown.tray
        if tray is not None and tray.more_rect is not None and QRectF(*tray.more_rect).contains(place):
            self._turn_tray()
            return
        record = self.shown.at(place)
        self._pressed = (place, record) if record else None
        if record:
            self.take(record)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._drag is not None:
            self._move(place)
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (place - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance():
                self._begin(self._pressed[1], self._pressed[0])
                self._move(place)
        else:
            is_over = bool(self.shown.at(place))
            self.setCursor(Qt.CursorShape.OpenHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        drag = self._drag
        if drag is None:
            return
        self._drag = None
        self._workspace.document.end_preview()
        if drag.moved:
            weigh(self._workspace.document, drag.start.id, drag.effort, drag.worth)
        self._end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        record = self.shown.at(event.position())
        if record and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            self.led.emit(record)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        record = self._chosen if by_key else self.shown.at(QPointF(event.pos()))
        if record and not by_key:
            self.take(record)
        here, spot = self._here(), self.shown.spot(record)
        if not record or here is None or self._drag is not None:
            return
        place = self.mapToGlobal(QPoint(int(spot.x), int(spot.y))) if by_key and spot is not None else event.globalPos()
        menu_of(here, self._workspace, self.led.emit, self).popup(place)

    def hideEvent(self, event: QHideEvent) -> None:
        self.cancel()
        super().hideEvent(event)

    def cancel(self) -> None:
        """Let go of a point as if it had not been taken."""
        if self._drag is not None:
            self._drag = self._pressed = None
            self._workspace.document.end_preview()
            self._end()

    def _begin(self, record: str, grip: QPointF) -> None:
        start, spot = self._workspace.document.records.get(record), self.shown.spot(record)
        if isinstance(start, Opportunity) and spot is not None:
            self._drag = Held(start, spot, QPointF(spot.x, spot.y) - grip)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def _move(self, place: QPointF) -> None:
        """Let a point follow the hand, and the list what would come of it."""
        drag, plane = self._drag, self.shown.plane
        if drag is None:
            return
        before = drag.rect
        drag.at = place + drag.offset
        if self.drop_rect().contains(drag.at):
            changed = drag.aim(drag.start.effort if drag.is_from_tray else None, None)
        else:
            changed = drag.aim(plane.effort_at(drag.at.x()), plane.worth_at(drag.at.y()))
        if changed:
            document = self._workspace.document
            document.preview(lambda: weigh(document, drag.start.id, drag.effort, drag.worth))
            self.update()
        else:
            self.update(before.united(drag.rect).toAlignedRect())

    def drop_rect(self) -> QRectF:
        """Return where a point is dropped that loses its effort: the tray, or what lies below the axis."""
        bottom = self.shown.plane.rect.bottom + 30
        return QRectF(0, bottom, self.width(), max(0.0, self.height() - bottom))

    def _end(self) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.arrange()

    def _turn_tray(self) -> None:
        tray = self.shown.tray
        if tray is not None and any(chip.spot.mark.record == self._chosen for chip in tray.chips):
            self.take("")
        self._page += 1
        self.arrange()

    def _hear(self, event: Event) -> None:
        if event.origin != "preview" and self._drag is not None:
            self._drag = self._pressed = None
            self._end()

    # what is seen

    def words_of(self, record_id: str) -> str:
        """Return what is told of a point: all of its name, where it stands, whose it is."""
        each = self._workspace.document.records.get(record_id)
        if not isinstance(each, Opportunity):
            return ""
        owner = self._workspace.document.records.get(each.owner or "")
        whose = called(owner, 60) if isinstance(owner, Owner) else _("no owner")
        return f"{shortened(each.text, _TOLD) or called(each)}\n{SEPARATOR.join((weight_words(each), whose))}"

    def paintEvent(self, event: QPaintEvent) -> None:
        look, shown = look_of(self._workspace.view.theme), self.shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drag = self._drag
        pixels = self._still.pixels(shown, look, drag.start.id if drag is not None else "", self.devicePixelRatioF())
        painter.drawPixmap(0, 0, pixels)
        if drag is not None:
            drop, ratio = self.drop_rect(), self.devicePixelRatioF()
            paint_held(painter, drag, shown.plane, drop, look, ratio)
        elif self.hasFocus():
            self._paint_focus(painter, shown)

    def _paint_focus(self, painter: QPainter, shown: Arrangement) -> None:
        """Show that keys come here: around the chosen point, or around all where there is none."""
        painter.setPen(QPen(color(look_of(self._workspace.view.theme).map.accent), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        chips = shown.tray.chips if shown.tray is not None else ()
        chip = next((each for each in chips if each.spot.mark.record == self._chosen), None)
        spot = shown.spot(self._chosen)
        if chip is not None:
            painter.drawRoundedRect(QRectF(*chip.rect).adjusted(-1, -1, 1, 1), 15, 15)
        elif spot is not None:
            painter.drawEllipse(QPointF(spot.x, spot.y), spot.radius + 7, spot.radius + 7)
        else:
            painter.drawRoundedRect(QRectF(*shown.plane.rect), 8, 8)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words_of(self._chosen).replace("\n", ", "))
