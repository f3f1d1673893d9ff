"""The names that may be meant, in a list beside the capture line; it never takes the keyboard."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journey_editor.assets import _
from journey_editor.core.capture.completion import Completion, NameRole, Offer
from journey_editor.core.capture.names import folded
from journey_editor.core.titles import initials
from journey_editor.core.words import valence_text
from journey_editor.layout.colors import feeling_color, mix
from journey_editor.ui.floating import SHADOW, paint_card
from journey_editor.ui.look import Look
from journey_editor.ui.painter import color
from journey_editor.ui.panels.capture import CaptureLine
from journey_editor.ui.panels.capture_chips import new_words
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

WIDTH, ROW, INSIDE = 304, 32, 6  # pixels


class Offers(QWidget):
    """One name in each row, best first: Tab takes the one that is marked, a press any of them."""

    def __init__(self, line: CaptureLine, workspace: Workspace, area: QWidget, scale: float) -> None:
        super().__init__(area)
        self._line, self._workspace, self._scale = line, workspace, scale
        self._completion: Completion | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Names that may be meant"))
        self.hide()

    def fill(self, completion: Completion) -> QSize:
        """Take what is offered; return the size in pixels, shadow and all."""
        self._completion = completion
        self.update()
        high = len(completion.offers) * ROW + 2 * INSIDE + 2 * SHADOW
        return QSize(ceil((WIDTH + 2 * SHADOW) * self._scale), ceil(high * self._scale))

    def row_rect(self, row: int) -> QRectF:
        """Return where a row lies in the list, before it is enlarged."""
        return QRectF(SHADOW + INSIDE, SHADOW + INSIDE + row * ROW, WIDTH - 2 * INSIDE, ROW)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._line.reader.point_at(row)
            self._line.take_name()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if (row := self._row_at(event)) is not None:
            self._line.reader.point_at(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._completion is None:
            return
        look = look_of(self._workspace.view.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        whole = QRectF(0, 0, self.width() / self._scale, self.height() / self._scale)
        paint_card(painter, whole.adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW), look, 8)
        for row, offer in enumerate(self._completion.offers):
            self._paint_row(painter, self.row_rect(row), offer, row == self._line.reader.row, look)

    def _paint_row(self, painter: QPainter, rect: QRectF, offer: Offer, is_marked: bool, look: Look) -> None:
        style, role = look.map, self._completion.role if self._completion else "owner"
        if is_marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(look.selection))
            painter.drawRoundedRect(rect, 6, 6)
        self._paint_badge(painter, QRectF(rect.left() + 8, rect.top() + 7, 28, 18), role, offer, look)
        right = rect.right() - 8
        beside = new_words(role) if offer.is_new else ""
        if role == "word" and not offer.is_new:
            beside = valence_text(self._line.reader.feeling(offer.name))
        if is_marked:
            words = _("Enter") if self._line.reader.is_walked else _("Tab")
            width = QFontMetricsF(small_font(600)).horizontalAdvance(words) + 14
            key = QRectF(right - width, rect.top() + 6, width, 20)
            painter.setPen(QPen(color(look.edge), 1.0))
            painter.setBrush(color(style.panel))
            painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(color(style.muted))
            painter.setFont(small_font(600))
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, words)
            right = key.left() - 8
        painter.setFont(small_font())
        painter.setPen(color(style.muted))
        room = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, beside)
        right -= QFontMetricsF(small_font()).horizontalAdvance(beside) + (8 if beside else 0)
        name = _("“{name}” as it is").format(name=offer.name) if offer.is_new else offer.name
        painter.setFont(font(weight=600 if is_marked else 400))
        painter.setPen(color(style.ink))
        place = QRectF(rect.left() + 48, rect.top(), right - rect.left() - 48, rect.height())
        shown = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _paint_badge(self, painter: QPainter, rect: QRectF, role: NameRole, offer: Offer, look: Look) -> None:
        """Paint what stands before a name: an owner's letters, a feeling's colour, the sign of the rest."""
        style = look.map
        if role == "word" and not offer.is_new:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(feeling_color(self._line.reader.feeling(offer.name), style)))
            painter.drawEllipse(QRectF(rect.center().x() - 6, rect.center().y() - 6, 12, 12))
            return
        owner = (
            self._line.reader.owner_colors(style).get(folded(offer.name), style.nobody)
            if role in ("owner", "who")
            else ""
        )
        pen = QPen(color(owner if owner and not offer.is_new else look.edge), 1.0)
        if offer.is_new:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        fill = mix(style.panel, owner, 0.24) if owner and not offer.is_new else style.panel
        painter.setBrush(color(fill))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        sign = {"channel": "#", "stage": ">"}.get(role, initials(offer.name))
        painter.setFont(small_font(600))
        painter.setPen(color(style.ink if not offer.is_new else style.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "+" if offer.is_new else sign)

    def _row_at(self, event: QMouseEvent) -> int | None:
        count = len(self._completion.offers) if self._completion else 0
        return next((row for row in range(count) if self.row_rect(row).contains(event.position() / self._scale)), None)
