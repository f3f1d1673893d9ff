"""Badges of findings on the map: an overlay beside the picture, so that an edit costs the same and posters stay clean.

Each badge has an anchor, an element of the picture that its finding is about, and belongs to that element's strip.
Badges of a strip are placed when it is painted, so that none covers another, and kept while strip and list are the
same: a strip that moves takes its badges along, and what is not seen is never placed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QToolTip, QWidget

from journey_editor.insight.anchors import anchors_of
from journey_editor.insight.finding import Finding, Key
from journey_editor.layout.badges import Wanted, seats_of
from journey_editor.layout.primitives import Placed
from journey_editor.layout.style import Style
from journey_editor.ui.canvas.items import BLOCKS, FAR
from journey_editor.ui.canvas.scene import MapScene
from journey_editor.ui.canvas.view import CanvasView
from journey_editor.ui.labels import tip
from journey_editor.ui.marks import NUMBERED, PLAIN, paint_mark
from journey_editor.ui.painter import color
from journey_editor.ui.workspace import Workspace

MOST_NUMBER = 99
"""Badges with higher numbers bear none."""

_REACH = 16.0  # points that a badge may reach beyond its place
_KEPT = 4_000  # strips


class Listed(NamedTuple):
    """A finding with its number ("" for none) and how far its badge reaches from its middle."""

    finding: Finding
    number: str
    half: float


class Badge(NamedTuple):
    """A badge in its place on the map."""

    listed: Listed
    x: float
    y: float

    @property
    def rect(self) -> QRectF:
        """What it covers."""
        half = self.listed.half
        return QRectF(self.x - half, self.y - half, 2 * half, 2 * half)


class Badges(QObject):
    """The badges of one canvas; `pressed` carries the key of the finding whose badge was clicked."""

    pressed = Signal(object)

    def __init__(self, workspace: Workspace, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._workspace, self._list, self._canvas = workspace, workspace.listed, canvas
        self._scene = cast(MapScene, canvas.scene())
        self._listed: list[Listed] = []
        self._wanted: Mapping[str, Sequence[Wanted]] | None = None
        self._placed: dict[int, tuple[Placed, tuple[Badge, ...]]] = {}
        self._seen: dict[tuple[int, float, float], Badge] = {}
        self._swallows = False
        self.item = BadgeItem(self)
        self._scene.addItem(self.item)
        canvas.viewport().installEventFilter(self)
        self._list.changed.connect(self._list_anew)
        self._list.turned.connect(self._list_anew)
        self._list.pointed.connect(self._repaint)
        workspace.changed.connect(self.follow)
        workspace.viewed.connect(self._repaint)
        canvas.moved.connect(self.follow)

    @property
    def style(self) -> Style:
        """The colours of the map."""
        return self._scene.style

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to be painted."""
        return self._list.is_shown and self._workspace.has_map

    @property
    def current(self) -> Key | None:
        """The finding that somebody stands at."""
        return self._list.current

    def follow(self) -> None:
        """Repaint the badges that stand elsewhere now than before."""
        if not self.is_shown or self._canvas.scene() is not self._scene:
            return
        self.item.resize(self._scene.sceneRect())
        view = self._canvas.mapToScene(self._canvas.viewport().rect()).boundingRect()
        before, now = self._seen, {_look(each): each for each in self.within(view.left(), view.right())}
        self._seen = now
        for look in before.keys() ^ now.keys():
            self._scene.update((before.get(look) or now[look]).rect.adjusted(-6, -6, 6, 6))

    def within(self, left: float, right: float) -> Iterator[Badge]:
        """Yield the badges that lie at least partly between two places of the map."""
        index, ground = self._scene.sheet.index, self._scene.picture.strips[:1]
        for strip in (*ground, *index.strips(left - _REACH, right + _REACH)):
            for badge in self._badges_of(strip):
                if left - _REACH <= badge.x <= right + _REACH:
                    yield badge

    def at(self, place: QPointF) -> Finding | None:
        """Return the finding whose badge lies at a place of the map."""
        if not self.is_shown or self._canvas.scale_now < FAR or self._canvas.pinned.contains(place):
            return None
        hit = [each.listed.finding for each in self.within(place.x(), place.x()) if each.rect.contains(place)]
        return hit[-1] if hit else None

    # events of Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and (found := self._at(event.pos())) is not None:
            QToolTip.showText(event.globalPos(), tip(found.sentence), self._canvas.viewport())
            return True
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonRelease and self._swallows:
                self._swallows = False
                return True
            is_press = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
            if is_press and not event.modifiers() and self._workspace.tool == "select":
                found = self._at(event.position().toPoint())
                if found is not None:
                    self._swallows = True
                    self.pressed.emit(found.key)
                    return True
        return super().eventFilter(watched, event)

    # inside

    def _at(self, place: QPoint) -> Finding | None:
        return self.at(self._canvas.mapToScene(place)) if self.is_shown else None

    def _list_anew(self) -> None:
        self._wanted = None
        self._placed.clear()
        self.item.resize(self._scene.sceneRect())
        self._repaint()

    def _repaint(self) -> None:
        self.item.update()

    @property
    def _by_record(self) -> Mapping[str, Sequence[Wanted]]:
        """The badges that are wanted, by the records that they may be at."""
        if self._wanted is None:
            self._listed = []
            found: dict[str, list[Wanted]] = {}
            overview, numbers = self._list.overview, self._list.numbers
            for entry in self._list.entries if overview is not None else ():
                for each in entry.findings:
                    number = numbers.get(each.key, 0)
                    shown = str(number) if 0 < number <= MOST_NUMBER else ""
                    half = (NUMBERED if shown else PLAIN)[each.severity]
                    anchors = anchors_of(overview.case, each)  # type: ignore[union-attr]
                    wanted = Wanted(len(self._listed), half, anchors)  # type: ignore[arg-type]
                    self._listed.append(Listed(each, shown, half))
                    for record in dict.fromkeys(record for _role, record in anchors):
                        found.setdefault(record, []).append(wanted)
            self._wanted = found
        return self._wanted

    def _badges_of(self, placed: Placed) -> tuple[Badge, ...]:
        known = self._placed.get(id(placed.strip))
        if known is not None and known[0].strip is placed.strip and known[0].x == placed.x:
            return known[1]
        if len(self._placed) > _KEPT:
            self._placed.clear()
        by_record, strips = self._by_record, self._scene.picture.strips
        wanted = {each.name: each for record in placed.strip.by_record for each in by_record.get(record, ())}
        ground = strips[0].strip if strips and strips[0].strip is not placed.strip else None
        seats = seats_of(placed.strip, [wanted[name] for name in sorted(wanted)], ground) if wanted else ()
        badges = tuple(Badge(self._listed[each.name], each.x + placed.x, each.y) for each in seats)
        self._placed[id(placed.strip)] = placed, badges
        return badges


class BadgeItem(QGraphicsItem):
    """What paints them, over the map and below rings and guides."""

    def __init__(self, badges: Badges) -> None:
        super().__init__()
        self.setZValue(0.5)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._badges = badges
        self._bounds = QRectF()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def resize(self, bounds: QRectF) -> None:
        """Take the size of the map."""
        bounds = bounds.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        if not self._bounds.contains(bounds):
            self.prepareGeometryChange()
            self._bounds = bounds.adjusted(0, 0, 8192, 1024)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = painter.worldTransform().m11()
        if not self._badges.is_shown or scale < FAR:
            return
        exposed, style = option.exposedRect, self._badges.style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for badge in self._badges.within(exposed.left(), exposed.right()):
            center, listed = QPointF(badge.x, badge.y), badge.listed
            if not exposed.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(center):
                continue
            number = listed.number if scale >= BLOCKS else ""
            paint_mark(painter, center, listed.finding.severity, number, style, style.panel)
            if listed.finding.key == self._badges.current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(color(style.accent), 2.0))
                painter.drawEllipse(center, listed.half + 3.0, listed.half + 3.0)


def _look(badge: Badge) -> tuple[int, float, float]:
    """Return what makes a badge the same when it is painted again."""
    return id(badge.listed), badge.x, badge.y
