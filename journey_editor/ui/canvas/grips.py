"""Grips for transitions: the handle at a card's right edge, from where one is drawn, and the ends of an arrow."""

from collections.abc import Iterable
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_editor.core.edits.transitions import End
from journey_editor.core.records import Touchpoint, Transition
from journey_editor.layout.primitives import Element, Path
from journey_editor.ui.canvas.tools.gesture import Canvas
from journey_editor.ui.painter import color, painter_path

REACH = 9.0
"""How far from a grip a hand may be to hold it, in points."""

LEGIBLE = 0.45
"""Below this scale there are no grips: cards are blocks then."""

_RADIUS, _END = 6.5, 4.5
_OUT = 2.0  # of a card's edge


class Grip(NamedTuple):
    """What a hand takes: a way from a card that is to be drawn, or an end of one whose other end stays at the card."""

    card: str
    moving: tuple[str, End] | None = None

    @property
    def record(self) -> str:
        """What is selected by taking it."""
        return self.moving[0] if self.moving is not None else self.card


def grip_at(canvas: Canvas, element: Element | None, at: QPointF) -> Grip | None:
    """Return the grip at a place of the map; `element` is what lies there."""
    if canvas.scale_now < LEGIBLE:
        return None
    selected = canvas.workspace.session.selected
    current = canvas.element_of(selected[0]) if len(selected) == 1 else None
    for arrow in (current, element):
        if arrow is not None and arrow.role == "arrow" and (found := _end_at(canvas, arrow, at, arrow is current)):
            return found
    for card in (element, current):
        if card is None or card.role != "card":
            continue
        if isinstance(canvas.workspace.document.records.get(card.record), Touchpoint):
            handle = _handle(card)
            if hypot(at.x() - handle.x(), at.y() - handle.y()) <= REACH:
                return Grip(card.record)
    return None


def _end_at(canvas: Canvas, arrow: Element, at: QPointF, is_selected: bool) -> Grip | None:
    way = canvas.workspace.document.records.get(arrow.record)
    if not isinstance(way, Transition):
        return None
    begin, end = ends_of(arrow)
    if hypot(at.x() - end.x(), at.y() - end.y()) <= REACH:
        return Grip(way.source, (way.id, "target"))
    if is_selected and way.target is not None and hypot(at.x() - begin.x(), at.y() - begin.y()) <= REACH:
        return Grip(way.target, (way.id, "source"))
    return None


def ends_of(arrow: Element) -> tuple[QPointF, QPointF]:
    """Return where an arrow begins and ends on the map."""
    line = next(part for part in arrow.parts if isinstance(part, Path))
    corner = QPointF(arrow.rect.x, arrow.rect.y)
    places = [QPointF(command[-2], command[-1]) for command in line.commands if command[0] != "Z"]
    return corner + places[0], corner + places[-1]


def paint_grips(painter: QPainter, hovered: Element | None, rings: Iterable[Element], accent: str) -> None:
    """Paint the handle of the card under the pointer and of the one that is selected, and the ends of an arrow."""
    rings = tuple(rings)
    shown = dict.fromkeys(each for each in (hovered, *(rings if len(rings) == 1 else ())) if each is not None)
    for element in shown:
        if element.role == "card":
            _paint_handle(painter, _handle(element), accent)
        elif element.role == "arrow" and element in rings:
            painter.setPen(QPen(color(accent), 1.5))
            painter.setBrush(color("#FFFFFF"))
            for place in ends_of(element):
                painter.drawEllipse(place, _END, _END)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_way(painter: QPainter, arrow: Element) -> None:
    """Paint an arrow as the one that is selected or under the pointer, in the colour of the pen."""
    pen = QPen(painter.pen())
    shade = pen.color()
    shade.setAlphaF(shade.alphaF() * 0.3)
    broad = QPen(shade, max(7.0, pen.widthF() * 3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    broad.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    line = next(part for part in arrow.parts if isinstance(part, Path))
    painter.save()
    painter.translate(arrow.rect.x, arrow.rect.y)
    painter.strokePath(painter_path(line.commands), broad)
    painter.restore()
    painter.setPen(pen)


def _paint_handle(painter: QPainter, middle: QPointF, accent: str) -> None:
    painter.setPen(QPen(color("#FFFFFF"), 1.2))
    painter.setBrush(color(accent))
    painter.drawEllipse(middle, _RADIUS, _RADIUS)
    painter.setPen(QPen(color("#FFFFFF"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(middle - QPointF(3.0, 0.0), middle + QPointF(3.0, 0.0))
    painter.drawLine(middle + QPointF(0.6, -2.4), middle + QPointF(3.0, 0.0))
    painter.drawLine(middle + QPointF(0.6, 2.4), middle + QPointF(3.0, 0.0))


def _handle(card: Element) -> QPointF:
    rect = QRectF(*card.rect)
    return QPointF(rect.right() + _OUT, rect.center().y())
