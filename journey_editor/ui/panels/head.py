"""The bar at the top: file and saved state, the maps of the file, the capture line, and what can be done."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from journey_editor.assets import _
from journey_editor.ui.icons import icon
from journey_editor.ui.labels import elided, tip
from journey_editor.ui.panels.clock import Clock
from journey_editor.ui.panels.tabs.bar import MapTabs
from journey_editor.ui.pieces import restyle
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

HEIGHT = 49


class Elided(QLabel):
    """A label that shortens its words where there is no room, and tells them whole under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def say(self, words: str, most: int) -> None:
        """Show words in at most so many pixels."""
        self._whole = " ".join(words.split())
        shown = elided(self.fontMetrics(), self._whole, most)
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else tip(self._whole))


class HeadBar(QFrame):
    """Title, maps, capture line and buttons; which actions the buttons run, the window says."""

    def __init__(self, workspace: Workspace, capture: QWidget) -> None:
        super().__init__()
        self.setObjectName("head")
        self.setFixedHeight(HEIGHT)
        self._workspace = workspace
        self.title = Elided()
        self.title.setFont(font(16, 700))
        self.saved = Elided()
        self.saved.setFont(small_font())
        self.saved.setProperty("role", "muted")
        usual = (_("edited"), _("saved {time}").format(time="00:00"), _("not saved yet"))
        self.saved.setMinimumWidth(max(self.saved.fontMetrics().horizontalAdvance(words) for words in usual) + 2)
        self.tabs = MapTabs(workspace)
        self.pages = _tool(_("Pages beside the map"))
        self.lock = _tool(_("Unlock stages and lanes"))
        self.lock.setToolTip(_("Stages and lanes are locked against accidents. Click to unlock them."))
        self.lock.clicked.connect(workspace.lock.toggle)
        self.undo, self.redo = _tool(_("Undo")), _tool(_("Redo"))
        self.view, self.menu = QPushButton(_("View")), QPushButton(_("Menu"))
        self.present = QPushButton()
        self.clock = Clock(workspace)
        self.export = QPushButton(_("Export poster"))
        self.export.setProperty("role", "accent")
        for button in (self.view, self.menu, self.present, self.export):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        capture.setMinimumWidth(160)
        capture.setMaximumWidth(432)
        capture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._of_map = (self.tabs, self.pages, capture, self.present, self.export)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 9)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.saved)
        row.addSpacing(8)
        row.addWidget(self.tabs)
        row.addWidget(self.lock)
        row.addWidget(self.pages)
        row.addStretch(1)
        row.addWidget(capture, 4)
        row.addStretch(1)
        for widget in (self.clock, self.undo, self.redo, self.view, self.menu, self.present, self.export):
            row.addWidget(widget)
        workspace.stored.connect(self.follow)
        workspace.selected.connect(self.follow)
        workspace.viewed.connect(self._dress)
        self._dress()
        self.follow()

    def follow(self) -> None:
        """Show the file and its maps as they are now."""
        self.title.say(self._workspace.title, 240)
        self.lock.setVisible(self._workspace.lock.is_on)

    def take_pages(self, tabs: QWidget) -> None:
        """Take the tabs of the pages, which stand for all that is about the map while one of them is shown."""
        tabs.hide()
        self._row.insertWidget(self._row.indexOf(self.tabs), tabs)
        self._page_tabs = tabs

    def show_pages(self, is_page: bool) -> None:
        """Show the tabs of the pages, or what is about the map."""
        parts = ((self._page_tabs,), self._of_map)
        for each in parts[is_page]:
            each.hide()  # first: all of them at once would ask for a wider window
        for each in parts[not is_page]:
            each.show()

    def say_saved(self, words: str, is_bad: bool = False) -> None:
        """Show the saved state."""
        restyle(self.saved, "role", "error" if is_bad else "muted")
        self.saved.say(words, 260)

    def _dress(self) -> None:
        style = look_of(self._workspace.view.theme).map
        self.undo.setIcon(icon("undo", style.muted, style.quiet))
        self.redo.setIcon(icon("redo", style.muted, style.quiet))
        self.lock.setIcon(icon("lock", style.muted))
        self.pages.setIcon(icon("table", style.muted, style.quiet))


def _tool(name: str) -> QToolButton:
    found = QToolButton()
    found.setFixedSize(32, 32)
    found.setIconSize(QSize(18, 18))
    found.setAccessibleName(name)
    found.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return found
