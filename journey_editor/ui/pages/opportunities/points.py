"""The points of the matrix as they stand now, and how all that rests is painted: once, whatever is in the hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap

from journey_editor.assets import _
from journey_editor.core.edits.owners import owners_of
from journey_editor.core.records import Opportunity
from journey_editor.core.titles import called, initials
from journey_editor.insight.worth import worth
from journey_editor.layout import text
from journey_editor.layout.colors import owner_colors
from journey_editor.layout.matrix.drawn import axis_words, disc_parts, pile_line, upright_word, zone_names
from journey_editor.layout.matrix.names import Name, names_of
from journey_editor.layout.matrix.plane import LEFT, Plane, plane_in
from journey_editor.layout.matrix.spread import Mark, Pile, Spot, placed
from journey_editor.layout.matrix.tray import Tray, tray_height, tray_of, waiting
from journey_editor.layout.primitives import Primitive, Rect
from journey_editor.layout.style import SEMIBOLD, SMALL, Style
from journey_editor.ui.look import Look
from journey_editor.ui.painter import color, draw, prepare
from journey_editor.ui.warming import matrix_raster
from journey_editor.ui.workspace import Workspace

_NAMED = 300  # letters of a name that are looked at
_EDGE = 24.0  # points beside the tray


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything stands in a matrix of a size; `chosen` is the id of the point that is selected, "" for none."""

    size: QSize
    plane: Plane
    marks: Mapping[str, Mark]
    spots: tuple[Spot, ...]
    piles: tuple[Pile, ...]
    names: Mapping[str, Name]
    tray: Tray | None
    chosen: str

    def spot(self, record_id: str) -> Spot | None:
        """Return where a point stands, in the plane or in the tray."""
        chips = self.tray.chips if self.tray is not None else ()
        return next(
            (each for each in (*self.spots, *(chip.spot for chip in chips)) if each.mark.record == record_id), None
        )

    def at(self, place: QPointF) -> str:
        """Return the point at a place, by its disc, its name or its pile; "" for none."""
        x, y = place.x(), place.y()
        near = [
            (abs(each.x - x) + abs(each.y - y), each.mark.record) for each in self.spots if _holds(each.rect, x, y, 4)
        ]
        if near:
            return min(near)[1]
        for name in self.names.values():
            if _holds(name.rect, x, y):
                return name.record
        for pile in self.piles:
            if abs(pile.x - x) < 14 and abs(pile.y - 4 - y) < 10:
                return pile.records[0]
        chips = self.tray.chips if self.tray is not None else ()
        return next((chip.spot.mark.record for chip in chips if _holds(chip.rect, x, y)), "")


def marks_of(workspace: Workspace, rows: Sequence[Opportunity], style: Style) -> tuple[Mark, ...]:
    """Return opportunities as points in the colours and letters of their owners."""
    owners = {each.id: each for each in owners_of(workspace.document)}
    colors = owner_colors(tuple((each.id, each.color) for each in owners.values()), style)
    found: list[Mark] = []
    for each in rows:
        owner = owners.get(each.owner or "")
        letters = initials(owner.name[:80]) if owner is not None else "?"
        ink = colors[owner.id] if owner is not None else style.pain
        found.append(Mark(each.id, called(each, _NAMED), letters, ink, each.status, each.effort, worth(each)))
    return tuple(found)


def arranged(marks: Sequence[Mark], size: QSize, style: Style, chosen: str, page: int) -> Arrangement:
    """Return where points, their names and the tray stand in a matrix of a size."""
    width, height = float(size.width()), float(size.height())
    aside = waiting(marks)
    tall = tray_height(aside, width - 2 * _EDGE)
    plane = plane_in(width, height - tall)
    spots, piles = placed(marks, plane, chosen)
    headings = [rect for _line, rect in zone_names(plane, style)]
    names = names_of(spots, plane, style, chosen, headings)
    rect = Rect(_EDGE, height - tall - 4, width - 2 * _EDGE, tall)
    tray = tray_of(aside, rect, page, style, chosen) if aside else None
    by_record = {each.record: each for each in marks}
    return Arrangement(size, plane, by_record, spots, piles, {each.record: each for each in names}, tray, chosen)


class Still:
    """All that rests, as pixels: made anew when points are arranged anew, and painted in one go."""

    def __init__(self) -> None:
        self._ground: tuple[tuple[Plane, str, float, QSize], QImage] | None = None
        self._pixels: tuple[Arrangement, str, str, float, QPixmap] | None = None

    def pixels(self, shown: Arrangement, look: Look, without: str, ratio: float) -> QPixmap:
        """Return everything but one point, for a screen of a ratio."""
        known = self._pixels
        if known is not None and known[0] is shown and known[1:4] == (look.map.name, without, ratio):
            return known[4]
        found = QPixmap(shown.size * ratio)
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(0, 0, self._ground_of(shown, look.map, ratio))
        self._paint(painter, shown, look, without, ratio)
        painter.end()
        self._pixels = shown, look.map.name, without, ratio, found
        return found

    def _ground_of(self, shown: Arrangement, style: Style, ratio: float) -> QImage:
        key = shown.plane, style.name, ratio, shown.size
        if self._ground is None or self._ground[0] != key:
            raster = matrix_raster()(shown.plane, style, shown.size.width(), shown.size.height(), ratio)
            image = QImage(
                raster.rgba, raster.width, raster.height, raster.width * 4, QImage.Format.Format_RGBA8888_Premultiplied
            ).copy()
            image.setDevicePixelRatio(ratio)
            self._ground = key, image
        return self._ground[1]

    def _paint(self, painter: QPainter, shown: Arrangement, look: Look, without: str, ratio: float) -> None:
        style, plane = look.map, shown.plane
        words: list[Primitive] = [line for line, _rect in zone_names(plane, style)]
        words += axis_words(plane, style)
        words += [pile_line(each, style) for each in shown.piles]
        words += [line for name in shown.names.values() if name.record != without for line in name.lines]
        draw(painter, prepare(words), ratio)
        painter.save()
        painter.translate(LEFT - 36, plane.y + plane.height / 2)
        painter.rotate(-90)
        draw(painter, prepare((upright_word(style),)), ratio)
        painter.restore()
        for spot in shown.spots:
            if spot.mark.record not in (without, shown.chosen):
                paint_disc(painter, spot, look, ratio)
        if shown.tray is not None:
            self._paint_tray(painter, shown, shown.tray, look, without, ratio)
        chosen = shown.spot(shown.chosen)
        if chosen is not None and shown.chosen != without:
            paint_disc(painter, chosen, look, ratio, True)

    def _paint_tray(
        self, painter: QPainter, shown: Arrangement, tray: Tray, look: Look, without: str, ratio: float
    ) -> None:
        style, rect = look.map, tray.rect
        painter.setPen(color(style.line))
        painter.drawLine(QPointF(rect.x, rect.y + 0.5), QPointF(rect.right, rect.y + 0.5))
        said = _("No effort or worth given: drag a point into the matrix")
        words: list[Primitive] = [
            text.line(
                text.ellipsis(said, SEMIBOLD, SMALL, rect.width), rect.x, rect.y + 18, face=SEMIBOLD, color=style.muted
            )
        ]
        for chip in tray.chips:
            if chip.spot.mark.record != without:
                words.append(chip.name)
                if chip.spot.mark.record != shown.chosen:
                    paint_disc(painter, chip.spot, look, ratio)
        if tray.more_rect is not None:
            box = QRectF(*tray.more_rect)
            painter.setPen(QPen(color(style.line), 1.0))
            painter.setBrush(color(style.panel))
            painter.drawRoundedRect(box, 12, 12)
            middle = box.center()
            words.append(
                text.line(
                    f"+{tray.more}", middle.x(), middle.y() + 4, face=SEMIBOLD, color=style.muted, anchor="middle"
                )
            )
        draw(painter, prepare(words), ratio)


def paint_disc(painter: QPainter, spot: Spot, look: Look, ratio: float, is_chosen: bool = False) -> None:
    """Paint a point where it stands."""
    painter.save()
    painter.translate(spot.x, spot.y)
    draw(painter, prepare(disc_parts(spot.mark, spot.radius, look.map, is_chosen)), ratio)
    painter.restore()


def _holds(rect: Rect, x: float, y: float, around: float = 0.0) -> bool:
    return rect.x - around <= x <= rect.right + around and rect.y - around <= y <= rect.bottom + around
