"""Maps as small pictures without words, painted once and kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from journey_editor.core.journey import Journey
from journey_editor.layout.style import Style
from journey_editor.layout.thumbnail import thumbnail
from journey_editor.ui.painter import draw, prepare


def image_of(journeys: Sequence[Journey], style: Style, width: int, height: int, ratio: float = 1.0) -> QImage:
    """Return a small picture of maps, in pixels of a screen that has `ratio` dots for each."""
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, prepare(thumbnail(journeys, style, width, height)), ratio)
    painter.end()
    return image
