"""The icons of `resources/icons`, drawn in a colour of the theme at any scale of the screen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journey_editor.assets import resource


class _Engine(QIconEngine):
    """Draws one SVG in one colour, and in a paler one where it is disabled."""

    def __init__(self, name: str, color: str, disabled: str) -> None:
        super().__init__()
        self._name, self._color, self._disabled = name, color, disabled

    def paint(self, painter: QPainter, rect: QRectF, mode: QIcon.Mode, state: QIcon.State) -> None:
        color = self._disabled if mode == QIcon.Mode.Disabled else self._color
        renderer(self._name, color).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        found = QPixmap(size)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return found

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color, self._disabled)


@lru_cache(maxsize=256)
def renderer(name: str, color: str) -> QSvgRenderer:
    """Return what draws an icon in a colour; nothing is drawn where there is no such icon."""
    path = resource("icons", f"{name}.svg")
    data = path.read_bytes() if path.is_file() else b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    return QSvgRenderer(QByteArray(data.replace(b"currentColor", color.encode())))


@lru_cache(maxsize=512)
def icon(name: str, color: str, disabled: str = "#B7B1A6") -> QIcon:
    """Return an icon in a colour "#RRGGBB"."""
    return QIcon(_Engine(name, color, disabled))


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as pixels, `size` logical pixels wide on a screen of `ratio`."""
    found = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    renderer(name, color).render(painter)
    painter.end()
    found.setDevicePixelRatio(ratio)
    return found


def application_icon() -> QIcon:
    """Return the program's own icon."""
    found = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        found.addPixmap(pixmap("journey-editor", "#23211E", size))
    return found
