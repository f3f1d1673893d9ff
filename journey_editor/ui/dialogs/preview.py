"""The very page that will be written or printed, on the screen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from journey_editor.poster.sheet import Page
from journey_editor.ui.painter import color, paint_elements

AROUND = 24.0


class Preview(QWidget):
    """Shows a page as large as it fits."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(480, 360)
        self._page: Page | None = None
        self._pixels: QPixmap | None = None
        self._words = ""

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Show another page."""
        self._page, self._pixels, self._words = page, None, ""
        self.update()

    def say(self, words: str) -> None:
        """Show words instead of a page."""
        self._page, self._pixels, self._words = None, None, words
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(760, 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(palette.ColorRole.AlternateBase))
        if self._page is None:
            painter.setPen(palette.color(palette.ColorRole.PlaceholderText))
            around = self.rect().adjusted(24, 24, -24, -24)
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        place = self._place(self._page)
        ratio = self.devicePixelRatioF()
        if self._pixels is None or self._pixels.size() != QSize(
            round(place.width() * ratio), round(place.height() * ratio)
        ):
            self._pixels = pixels_of(self._page, round(place.width() * ratio), round(place.height() * ratio))
            self._pixels.setDevicePixelRatio(ratio)
        painter.fillRect(place.translated(0, 3).adjusted(-1, 0, 1, 0), color("#000000", 0.10))
        painter.drawPixmap(place.topLeft(), self._pixels)
        painter.setPen(palette.color(palette.ColorRole.Mid))
        painter.drawRect(place)

    def _place(self, page: Page) -> QRectF:
        room = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        scale = min(room.width() / page.width, room.height() / page.height)
        width, height = page.width * scale, page.height * scale
        return QRectF(
            round(room.center().x() - width / 2), round(room.center().y() - height / 2), round(width), round(height)
        )


def pixels_of(page: Page, width: int, height: int) -> QPixmap:
    """Return a page as pixels."""
    found = QPixmap(max(1, width), max(1, height))
    found.fill(Qt.GlobalColor.white)
    painter = QPainter(found)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scale = width / page.width * page.scale
    painter.scale(scale, scale)
    paint_elements(painter, page.elements, max(scale, 1.0))
    painter.end()
    return found
