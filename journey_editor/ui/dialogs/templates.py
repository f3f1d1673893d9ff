"""What a new map begins with: the templates as small pictures."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _, ngettext, resource, template_names
from journey_editor.core.journey import Journey, maps_of, read_journey
from journey_editor.layout.colors import feeling_color, mix, owner_colors
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.style import Style
from journey_editor.storage.format import load
from journey_editor.ui.painter import color
from journey_editor.ui.theme import font, look_of
from journey_editor.ui.workspace import View

WIDTH, HEIGHT = 176, 120


class Templates(QDialog):
    """Asks which template a new map is made from; `chosen` is its name after the dialog was accepted."""

    def __init__(self, parent: QWidget | None, view: View) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New map"))
        self.chosen = ""
        title = QLabel(_("Start from a template"))
        title.setFont(font(16, 700))
        self.list = QListWidget()
        self.list.setProperty("role", "gallery")
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setIconSize(QSize(WIDTH, HEIGHT))
        self.list.setGridSize(QSize(WIDTH + 32, HEIGHT + 72))
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("Templates"))
        self._fill(look_of(view.theme).map)
        self.list.itemActivated.connect(lambda _item: self._take())
        self.list.itemDoubleClicked.connect(lambda _item: self._take())
        make, cancel = QPushButton(_("Make the map")), QPushButton(_("Cancel"))
        make.setProperty("role", "accent")
        make.setDefault(True)
        make.clicked.connect(self._take)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(make)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.resize(4 * (WIDTH + 32) + 64, 2 * (HEIGHT + 72) + 152)

    def _fill(self, style: Style) -> None:
        for name in template_names():
            records = load(resource("templates", f"{name}.journey"))
            maps = maps_of(records)
            head: Any = records[""]
            words = head.title.strip() or name.replace("-", " ").capitalize()
            picture = QPixmap()
            if maps:
                journey = read_journey(records, maps[0].id)
                stages = ngettext("{count} stage", "{count} stages", len(journey.stages)).format(
                    count=len(journey.stages)
                )
                words = f"{words}\n{stages}"
                picture = thumbnail(journey, style, self.devicePixelRatioF())
            shown = QIcon(picture)
            shown.addPixmap(picture, QIcon.Mode.Selected)  # else it is tinted
            item = QListWidgetItem(shown, words)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen = item.data(Qt.ItemDataRole.UserRole)
            self.accept()


def thumbnail(journey: Journey, style: Style, ratio: float = 1.0) -> QPixmap:
    """Return a map as a small picture: stages, curve and cards as plain shapes."""
    picture = compose(journey, Options(style=style, title=False, legend=False, rows=False))
    pixels = QPixmap(round(WIDTH * ratio), round(HEIGHT * ratio))
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(color(style.line))
    painter.setBrush(color(style.paper))
    painter.drawRoundedRect(QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1), 8, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    left = min((stage.x for stage in picture.grid.stages), default=0.0)
    across = (WIDTH - 24) / max(1.0, picture.width - left - 24)
    down = (HEIGHT - 24) / max(1.0, picture.height - 24)
    colors = owner_colors(tuple((each.id, each.color) for each in journey.owners), style)

    def place(rect: Any) -> QRectF:
        return QRectF(12 + (rect.x - left) * across, 12 + (rect.y - 24) * down, rect.width * across, rect.height * down)

    valences = {each.id: each.emotion.valence for each in journey.touchpoints if each.emotion}
    owners = {each.id: each.owner for each in journey.touchpoints}
    for element in picture.elements:
        where = place(element.rect)
        if element.role == "lane":
            painter.setBrush(color(mix(style.paper, colors.get(element.record, style.nobody), 0.15)))
            painter.drawRoundedRect(QRectF(12, where.y(), WIDTH - 24, where.height()), 2, 2)
        elif element.role == "stage":
            painter.setBrush(color(style.quiet if style.name == "light" else style.stage))
            painter.drawRoundedRect(where.adjusted(0, 0, -2, 0), 2, 2)
        elif element.role == "band":
            painter.setBrush(color(style.panel))
            painter.drawRoundedRect(QRectF(12, where.y(), WIDTH - 24, where.height()), 2, 2)
        elif element.role == "card":
            painter.setBrush(color(colors.get(owners.get(element.record) or "", style.nobody)))
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 2, 2)
    felt = [each for each in picture.elements if each.role == "feeling" and each.record in valences]
    points = sorted((place(each.rect).center() for each in felt), key=lambda point: point.x())
    painter.setPen(QPen(color(style.ink), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_curve(points))
    painter.setPen(Qt.PenStyle.NoPen)
    for element in felt:
        painter.setBrush(color(feeling_color(valences[element.record], style)))
        painter.drawEllipse(place(element.rect).center(), 2.2, 2.2)
    painter.end()
    return pixels


def _curve(points: list[QPointF]) -> QPainterPath:
    """Return a line through points that is level at each of them."""
    path = QPainterPath()
    for index, point in enumerate(points):
        if index == 0:
            path.moveTo(point)
            continue
        half = (point.x() + points[index - 1].x()) / 2
        path.cubicTo(QPointF(half, points[index - 1].y()), QPointF(half, point.y()), point)
    return path
