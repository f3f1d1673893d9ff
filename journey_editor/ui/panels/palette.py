"""The palette at the left: what can be put on the map, taken with a click or dragged there."""

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from journey_editor.assets import _, marked
from journey_editor.ui.icons import icon, pixmap
from journey_editor.ui.theme import look_of, small_font
from journey_editor.ui.workspace import TOOL_MIME, Tool, Workspace

WIDTH = 65

ITEMS: Mapping[Tool, tuple[str, str, str]] = {
    "stage": ("stage", marked("Stage"), marked("A stage: a span of time")),
    "touchpoint": ("touchpoint", marked("Touch"), marked("A touchpoint: a card on the map")),
    "moment": ("moment", marked("Moment"), marked("A moment of truth, on a touchpoint")),
    "pain_point": ("pain", marked("Pain"), marked("A pain point, on a touchpoint or a stage")),
    "opportunity": ("idea", marked("Idea"), marked("An opportunity, on a touchpoint or a stage")),
    "quote": ("quote", marked("Quote"), marked("What people said, on a touchpoint or a stage")),
    "owner": ("lane", marked("Lane"), marked("An owner: a swimlane")),
}
"""Tools in their order: icon, name, what it puts down."""


class ToolButton(QToolButton):
    """One tool: pressed it is taken, dragged it goes along."""

    def __init__(self, tool: Tool, workspace: Workspace) -> None:
        super().__init__()
        self.tool: Tool = tool
        self._workspace = workspace
        self._pressed: QPoint | None = None
        _icon, name, tip = ITEMS[tool]
        self.setProperty("role", "tool")
        self.setCheckable(True)
        self.setFixedSize(40, 32)
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName(_(name))
        self.setToolTip(_("{tip}. Click and place it, or drag it.").format(tip=_(tip)))
        self.clicked.connect(self._take)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mime(self) -> QMimeData:
        """Return what a drag of this tool carries."""
        data = QMimeData()
        data.setData(TOOL_MIME, self.tool.encode())
        return data

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(self.mime())
        style = look_of(self._workspace.view.theme).map
        drag.setPixmap(pixmap(ITEMS[self.tool][0], style.accent, 24, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(12, 12))
        drag.exec(Qt.DropAction.CopyAction)

    def _take(self) -> None:
        self._workspace.take_tool("select" if self._workspace.tool == self.tool else self.tool)
        self.setChecked(self._workspace.tool == self.tool)


class Palette(QFrame):
    """The tools below each other, the taken one marked."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("palette")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Palette"))
        self._workspace = workspace
        self.buttons: dict[Tool, ToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 15, 0, 15)
        column.setSpacing(0)
        for tool, (_icon, name, _tip) in ITEMS.items():
            button = ToolButton(tool, workspace)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            label = QLabel(_(name))
            label.setFont(small_font())
            label.setProperty("role", "muted")
            label.setFixedHeight(32)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, 4, 0, 0)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
            self.buttons[tool] = button
        column.addStretch(1)
        workspace.tooled.connect(self._follow)
        workspace.viewed.connect(self._dress)
        self._dress()

    def _follow(self) -> None:
        for tool, button in self.buttons.items():
            button.setChecked(tool == self._workspace.tool)

    def _dress(self) -> None:
        style = look_of(self._workspace.view.theme).map
        for tool, button in self.buttons.items():
            button.setIcon(icon(ITEMS[tool][0], style.muted))
