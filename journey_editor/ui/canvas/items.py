"""The items on the scene: the map as one that draws what is exposed, and what lies over it.

One item for the whole map and not one for each card, as measured: an item of its own costs 20 µs and three calls from
C++ at each paint, and its cache helps only where nothing moves, while a sheet that looks up what is exposed is built
in no time and costs the same at 50 and 20,000 touchpoints.
"""

from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from journey_editor.layout.colors import mix
from journey_editor.layout.delta import Delta
from journey_editor.layout.dimming import CURVE_DIMMED, DIMMED, faded, is_dimmed
from journey_editor.layout.primitives import Box, Element, Figure, Path, Picture, Placed, Rect
from journey_editor.layout.style import Style
from journey_editor.ui.canvas.grips import paint_grips
from journey_editor.ui.canvas.index import Index
from journey_editor.ui.canvas.rings import draw_ring
from journey_editor.ui.curve import Curve
from journey_editor.ui.painter import Draw, color, draw, figure_of, first_fill, first_stroke, prepare, reach

BLOCKS = 0.45
"""Below this scale cards are rounded blocks without text."""
FAR = 0.12
"""Below this scale all that is small is a plain rectangle, drawn by the thousand in one call."""

_ARROWS = 0.25  # below this scale arrows are shorter than their heads
_KEPT = 6_000
_BLOCK_ROLES = frozenset(("card", "stage", "note", "row"))
_GONE_FAR_AWAY = frozenset(("feeling", "arrow", "scale", "hint", "legend", "link", "opens"))
_RADIUS = 8.0
_EDGE = 8.0  # points beside an element that may be painted: shadows, halos, rings
_PEN = 3.0  # pixels beside an element that a pen may take which is never thinner than can be seen
_AROUND = 16.0
"""Points beside an element that may be painted."""

_PALE = 0.35  # cards whose copies are under way
_Blocks = dict[tuple[str, bool], list[QRectF]]  # by colour, and whether they are dimmed


class Stock:
    """Prepared parts, kept by their identity: layout gives a card that did not change the very same parts."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[object, tuple[Draw, ...]]] = {}
        self._dimmed: dict[int, tuple[object, str, tuple[Draw, ...]]] = {}

    def prepared(self, element: Element) -> tuple[Draw, ...]:
        """Return what draws an element."""
        found = self._kept.get(id(element.parts))
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[id(element.parts)] = (element.parts, prepare(element.parts))
        return found[1]

    def prepared_dimmed(self, arrow: Element, paper: str) -> tuple[Draw, ...]:
        """Return what draws an arrow that is dimmed: its line must not be seen through what it says."""
        found = self._dimmed.get(id(arrow.parts))
        if found is None or found[0] is not arrow.parts or found[1] != paper:
            if len(self._dimmed) >= _KEPT:
                self._dimmed.clear()
            found = self._dimmed[id(arrow.parts)] = (arrow.parts, paper, prepare(faded(arrow, paper).parts))
        return found[2]


class Sheet(QGraphicsItem):
    """The map itself. `show_picture` takes a new picture; what differs is repainted."""

    def __init__(self, curve: Curve) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # to know what is exposed
        self.index = Index()
        self._curve = curve
        self._stock = Stock()
        self._far: dict[int, tuple[Placed, _Stretch]] = {}
        self._whole: tuple[tuple[Placed, ...], _Stretch] | None = None
        self._bounds = QRectF()
        self._card_fill = self._paper = "#FFFFFF"
        self._scale = 1.0  # pixels a point, as it was painted last
        self._pale: frozenset[str] = frozenset()
        self._shown: Container[str] | None = None  # None: all
        self.exposed: tuple[tuple[float, float, float, float], ...] = ()
        """The rectangles that are painted now, by their edges, where it is not all between them."""

    def boundingRect(self) -> QRectF:
        return self._bounds

    def fill(self, picture: Picture, style: Style) -> None:
        """Take a picture as a whole."""
        self._card_fill, self._paper = style.card, style.paper
        self._resize(picture)
        self.index.fill(picture)
        self._forget_far()
        self.update()

    def change(self, picture: Picture, delta: Delta) -> None:
        """Take a picture that differs from the last one in some elements only."""
        self._resize(picture)
        self.index.fill(picture)
        self._whole = None
        rects = [outer(element) for element in (*delta.removed, *delta.added)]
        for old, new in delta.changed:
            rects += self._parts_changed(old, new)
        if delta.moved:
            left = min(each.x for each in delta.moved[0]) - self.index.before - _AROUND
            behind = QRectF(left, 0.0, self._bounds.right() - left, self._bounds.height())
            rects = [behind, *(rect for rect in rects if not behind.contains(rect))]
        more = _PEN / self._scale
        for rect in rects:  # told to the scene: what is told to an item becomes the one rectangle around all
            self.scene().update(rect.adjusted(-more, -more, more, more))

    def _parts_changed(self, old: Element, new: Element) -> tuple[QRectF, ...]:
        """Return what is to be repainted of an element that was and is; of a curve only the stretch that moved."""
        before, after = figure_of(old.parts), figure_of(new.parts)
        if before is not None and after is not None and _only_longer(old.rect, new.rect):
            stretch = self._curve.change(before, after)
            if stretch is not None:
                rect, end = new.rect, stretch[1] if old.rect == new.rect else max(old.rect.width, new.rect.width)
                return (QRectF(rect.x + stretch[0] - 2, rect.y, end - stretch[0] + 4, rect.height),)
        if _is_only_longer(old, new):
            end = min(old.rect.right, new.rect.right) - _AROUND
            more = abs(old.rect.right - new.rect.right) + 2 * _AROUND
            return (QRectF(end, new.rect.y - 2.0, more, new.rect.height + 4.0),)
        return outer(old), outer(new)

    def pale(self, ids: frozenset[str]) -> None:
        """Draw some records' cards pale: their copies are under way under the pointer."""
        if ids != self._pale:
            changed = self._pale ^ ids
            self._pale = ids
            for record in changed:
                element = self.index.showing(record, "card")
                if element is not None:
                    self.update(outer(element))

    def dim_all_but(self, shown: Container[str] | None) -> None:
        """Draw all that a view does not show at low strength; None shows everything. Nothing moves."""
        if shown is not self._shown:
            self._shown = shown
            self._forget_far()
            self.update()

    def is_dimmed(self, element: Element) -> bool:
        """Whether an element is drawn at low strength."""
        return self._shown is not None and is_dimmed(element, self._shown)

    def _forget_far(self) -> None:
        self._far.clear()
        self._whole = None

    def _resize(self, picture: Picture) -> None:
        bounds = roomy(QRectF(0, 0, picture.width, picture.height))
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = self._scale = painter.worldTransform().m11()
        exposed = option.exposedRect
        if scale < FAR:
            self._paint_far(painter, exposed, scale)
            return
        found = self.index.within(exposed.left() - 2, exposed.top() - 2, exposed.right() + 2, exposed.bottom() + 2)
        # the view's background has the colour of the paper
        found = [element for element in found if element.role != "paper" and self._is_exposed(element)]
        if scale < BLOCKS:
            self._paint_blocks(painter, found, exposed, scale)
        else:
            self._paint_elements(painter, found, exposed, scale)

    def _is_exposed(self, element: Element) -> bool:
        """Whether any of what is to be painted of an element lies where something is painted now."""
        x, y, width, height = element.rect
        edge = max(_EDGE, _PEN / self._scale)
        left, top, right, bottom = x - edge, y - edge, x + width + edge, y + height + edge
        return not self.exposed or any(
            left <= part[2] and right >= part[0] and top <= part[3] and bottom >= part[1] for part in self.exposed
        )

    def _paint_elements(self, painter: QPainter, elements: Iterable[Element], exposed: QRectF, scale: float) -> None:
        """Draw elements, each moved from where the map begins and not from the one before: sums would round otherwise
        wherever another part of the map is painted, and a line of text jump by a pixel.
        """
        map_at = painter.worldTransform()
        left, top, down = map_at.dx(), map_at.dy(), map_at.m22()
        prepared = self._stock.prepared
        for element in elements:
            rect = element.rect
            if element.role == "curve":
                painter.setWorldTransform(map_at)
                self._paint_curve(painter, element, exposed, scale)
                continue
            painter.setWorldTransform(QTransform(scale, 0.0, 0.0, down, left + scale * rect.x, top + down * rect.y))
            pale = element.record in self._pale and element.role == "card"
            dimmed = self.is_dimmed(element)
            if dimmed and element.role == "arrow":
                draw(painter, self._stock.prepared_dimmed(element, self._paper), scale)
            elif pale or dimmed:
                painter.setOpacity(_PALE if pale else DIMMED)
                draw(painter, prepared(element), scale)
                painter.setOpacity(1.0)
            else:
                draw(painter, prepared(element), scale)
        painter.setWorldTransform(map_at)

    def _paint_curve(self, painter: QPainter, element: Element, exposed: QRectF, scale: float) -> None:
        painter.setOpacity(1.0 if self._shown is None else CURVE_DIMMED)
        for part in element.parts:
            if isinstance(part, Figure):
                self._curve.paint(painter, part, element.rect, exposed, scale)
        painter.setOpacity(1.0)

    def _paint_blocks(self, painter: QPainter, elements: Iterable[Element], exposed: QRectF, scale: float) -> None:
        """Draw all but cards as they are, and the cards of one colour in two calls, before what lies over them."""
        cards: _Blocks = {}
        below: list[Element] = []
        above: list[Element] = []
        for element in elements:
            if element.role == "card":
                look = first_stroke(element.parts) or "#808080", self.is_dimmed(element)
                cards.setdefault(look, []).append(QRectF(*element.rect))
            elif element.role != "legend" and (element.role != "arrow" or scale >= _ARROWS):
                (above if cards else below).append(element)
        self._paint_elements(painter, below, exposed, scale)
        self._paint_cards(painter, cards, scale)
        self._paint_elements(painter, above, exposed, scale)

    def _paint_cards(self, painter: QPainter, cards: "_Blocks", scale: float) -> None:
        """Rounded blocks in bulk: rectangles with a broad pen of round joins, twice, edge and inside."""
        edge = max(1.2, 0.8 / scale)
        radius = _RADIUS
        for (name, dimmed), rects in cards.items():
            ink, inside = (mix(self._paper, each, DIMMED) if dimmed else each for each in (name, self._card_fill))
            inner = [rect.adjusted(radius, radius, -radius, -radius) for rect in rects]
            for shade, width in ((color(ink), radius * 2 + edge), (color(inside), radius * 2 - edge)):
                painter.setPen(
                    QPen(shade, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
                )
                painter.setBrush(QBrush(shade))
                painter.drawRects(inner)

    def _paint_far(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        stretch = self._seen_far(exposed)
        elements = [element for element in stretch.others if element.role != "paper"]
        self._paint_elements(painter, [each for each in elements if each.role != "curve"], exposed, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        for (name, opacity), rects in stretch.shades.items():
            painter.setBrush(QBrush(color(name, opacity)))
            painter.drawRects(rects)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_elements(painter, [each for each in elements if each.role == "curve"], exposed, scale)

    def _seen_far(self, exposed: QRectF) -> "_Stretch":
        """Return what lies on the ground and in all the strips exposed, kept for the next repaint of the same ones."""
        strips = self.index.strips(exposed.left(), exposed.right())
        if self._whole is None or self._whole[0] != strips:
            known, self._far = self._far, {}
            whole = _Stretch(self.index.ground, self.is_dimmed)
            for strip in strips:
                found = known.get(id(strip))
                if found is None or found[0] is not strip:
                    found = (strip, _Stretch(strip.elements, self.is_dimmed))
                self._far[id(strip)] = found
                whole.add(found[1])
            self._whole = (strips, whole)
        return self._whole[1]


class _Stretch:
    """What a stretch of the map looks like from far away."""

    def __init__(self, elements: Iterable[Element], is_dimmed: Callable[[Element], bool]) -> None:
        self.shades: dict[tuple[str, float], list[QRectF]] = {}
        self.others: list[Element] = []
        for element in elements:
            if element.role in _BLOCK_ROLES:
                edge = first_stroke(element.parts) if element.role == "card" else None
                ink = first_fill(element.parts)
                strength = DIMMED if is_dimmed(element) else 1.0
                if edge is not None:
                    self.shades.setdefault((edge, strength), []).append(QRectF(*element.rect))
                elif ink is not None and ink.fill is not None:
                    shade = ink.fill, ink.fill_opacity * strength
                    self.shades.setdefault(shade, []).append(QRectF(*element.rect))
            elif element.role not in _GONE_FAR_AWAY:
                self.others.append(element)

    def add(self, other: "_Stretch") -> None:
        """Take in another stretch."""
        for shade, rects in other.shades.items():
            self.shades.setdefault(shade, []).extend(rects)
        self.others += other.others


class Overlay(QGraphicsItem):
    """What lies over the map and is not part of it: rings around the selected and the hovered, guides of a gesture."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(1.0)
        self.rings: tuple[Element, ...] = ()
        self.kin: tuple[Element, ...] = ()
        self.hovered: Element | None = None
        self.accent = "#3B5BDB"
        self._guide: Callable[[QPainter, float], None] | None = None
        self._bounds = QRectF()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def resize(self, bounds: QRectF) -> None:
        """Take the size of the map with what may lie around it."""
        bounds = roomy(bounds)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds

    def show_guide(self, guide: Callable[[QPainter, float], None] | None) -> None:
        """Show a guide, anew at each move of a gesture, or none."""
        if guide is not None or self._guide is not None:
            self._guide = guide
            self.update()

    def ring(self, elements: tuple[Element, ...], kin: tuple[Element, ...] = ()) -> None:
        """Show these elements as selected, and in a quieter way what they belong to."""
        if (elements, kin) != (self.rings, self.kin):
            changed, self.rings, self.kin = (*self.rings, *self.kin, *elements, *kin), elements, kin
            for element in changed:
                self.scene().update(_ring_reach(element))

    def hover(self, element: Element | None) -> None:
        """Show an element as the one under the pointer."""
        if element != self.hovered:
            before, self.hovered = self.hovered, element
            for each in (before, element):
                if each is not None:
                    self.update(_ring_reach(each))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = painter.worldTransform().m11()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hovered is not None and self.hovered not in self.rings:
            painter.setPen(QPen(color(self.accent, 0.45), max(1.5, 1.0 / scale)))
            draw_ring(painter, self.hovered)
        painter.setPen(QPen(color(self.accent, 0.45), max(1.5, 1.0 / scale), Qt.PenStyle.DashLine))
        for element in self.kin:
            draw_ring(painter, element)
        painter.setPen(QPen(color(self.accent), max(2.0, 1.5 / scale)))
        for element in self.rings:
            draw_ring(painter, element)
        if self._guide is not None:
            self._guide(painter, scale)
        elif scale >= BLOCKS:
            paint_grips(painter, self.hovered, self.rings, self.accent)


def roomy(bounds: QRectF) -> QRectF:
    """Return bounds that stay the same while a map grows a little: where they change all of an item is repainted."""
    right, bottom = ((edge // step + 1) * step for edge, step in ((bounds.right(), 8192.0), (bounds.bottom(), 1024.0)))
    return QRectF(bounds.x(), bounds.y(), right - bounds.x(), bottom - bounds.y())


def _only_longer(old: Rect, new: Rect) -> bool:
    """Whether two rectangles differ in their right edge at most."""
    return (old.x, old.y, old.height) == (new.x, new.y, new.height)


def _is_only_longer(old: Element, new: Element) -> bool:
    """Whether an element looks the same up to its right end: a lane, say, of a map that grew."""
    if not _only_longer(old.rect, new.rect) or len(old.parts) != len(new.parts):
        return False
    return all(
        one == other
        or (isinstance(one, Box) and isinstance(other, Box) and replace(one, width=other.width) == other)
        or (new.role == "band" and isinstance(one, Path))  # the line at neutral
        for one, other in zip(old.parts, new.parts, strict=True)
    )


def outer(element: Element) -> QRectF:
    """Return all that an element may have painted."""
    more = max(2.0, reach(element.parts) + 1.0)
    return QRectF(*element.rect).adjusted(-more, -more, more, more)


def _ring_reach(element: Element) -> QRectF:
    return outer(element).adjusted(-8, -8, 8, 8)
