"""A point in the hand: what it would be let go at, and how that is shown."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_editor.assets import _
from journey_editor.core.edits.opportunities import lifted
from journey_editor.core.records import Opportunity
from journey_editor.insight.worth import class_name, worth, worth_class
from journey_editor.layout.matrix.plane import Plane
from journey_editor.layout.matrix.spread import Spot
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.look import Look
from journey_editor.ui.pages.opportunities.points import paint_disc
from journey_editor.ui.painter import color
from journey_editor.ui.theme import small_font


class Held:
    """A point in the hand: where it began, where it is, and what it would be let go at."""

    def __init__(self, start: Opportunity, spot: Spot, offset: QPointF) -> None:
        self.start, self.spot, self.offset = start, spot, offset
        self.at = QPointF(spot.x, spot.y)
        self.effort: int | None = start.effort
        self.worth: float | None = None
        self.moved = False

    def aim(self, effort: int | None, value: float | None) -> bool:
        """Take what is under the hand; returns whether anything would come of it that was not before."""
        before = self.goal()
        self.effort, self.worth, self.moved = effort, value, True
        return self.goal() != before

    def goal(self) -> Opportunity:
        """Return the opportunity as it would be."""
        scores = lifted(self.start, self.worth) if self.worth is not None else {}
        return self.start.with_(**scores, effort=self.effort)

    @property
    def is_from_tray(self) -> bool:
        """Whether it had no place in the plane."""
        return self.start.effort is None or worth(self.start) is None

    @property
    def rect(self) -> QRectF:
        """Return what it covers, its words with it."""
        return QRectF(self.at.x() - 160, self.at.y() - 64, 320, 128)


def paint_held(painter: QPainter, held: Held, plane: Plane, drop: QRectF, look: Look, ratio: float) -> None:
    """Paint a point at the hand, and a ring where it would come to lie; `drop` is where it would lose its effort."""
    painter.setPen(QPen(color(look.map.accent), 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if held.moved and held.effort is None:
        painter.drawRoundedRect(drop.adjusted(8, 4, -8, -8), 8, 8)
    goal = held.goal()
    value = worth(goal)
    if goal.effort is not None and value is not None:
        painter.drawEllipse(QPointF(plane.x_of(goal.effort), plane.y_of(value)), 13, 13)
    paint_disc(painter, Spot(held.spot.mark, held.at.x(), held.at.y(), held.spot.radius), look, ratio, True)
    _paint_label(painter, held.at, weight_words(goal), drop.width(), look)


def _paint_label(painter: QPainter, at: QPointF, words: str, room: float, look: Look) -> None:
    painter.setFont(small_font(600))
    width = painter.fontMetrics().horizontalAdvance(words) + 16
    left = max(4.0, min(room - width - 4.0, at.x() - width / 2))
    box = QRectF(left, at.y() - 48 if at.y() > 60 else at.y() + 24, width, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(look.map.ink))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(color(look.map.panel))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def weight_words(each: Opportunity) -> str:
    """Return how much an opportunity takes and brings: "effort 2 · worth 4.7 · quick win"."""
    value, kind = worth(each), worth_class(each)
    said = [_("effort {number}").format(number=each.effort) if each.effort is not None else _("no effort given")]
    said.append(_("worth {number}").format(number=f"{value:.1f}") if value is not None else _("no worth given"))
    if kind is not None:
        said.append(class_name(kind))
    return SEPARATOR.join(said)
