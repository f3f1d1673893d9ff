"""What is shown of the map: a slim bar over it with a chip for each thing that is asked for; the rest is dimmed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.document import Event
from journey_editor.core.facets import asked_by, group_name, with_facet, without_facet
from journey_editor.core.showing import EVERYTHING
from journey_editor.ui.floating import SHADOW
from journey_editor.ui.icons import renderer
from journey_editor.ui.panels.choices import ROW, ChoiceModel, choice_list
from journey_editor.ui.panels.overlay import Overlay
from journey_editor.ui.panels.showing.choices import Choices
from journey_editor.ui.panels.showing.views import ViewsButton
from journey_editor.ui.panels.wordchips import ChipLine, WordChip
from journey_editor.ui.pieces import heading
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

MOST_ROWS = 8
MOST_CHIPS = 8
"""That are shown while nobody types here: the bar stays slim."""

_FIELD, _SLIM, _WIDEST, _AWAY, _ICON = 176, 64, 400, 8, 18  # pixels
_LEAST = 480  # pixels, while one types
_NAME_LIMIT = 80
_WAIT = 200  # milliseconds until cards are counted again
_WALKS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: MOST_ROWS - 1, Qt.Key.Key_PageUp: 1 - MOST_ROWS}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ShowingBar(Overlay):
    """Stands at the lower edge of the map while something is dimmed, or while one says what is to be shown.

    There it hides the least: the legend is below all else. What can be asked for is listed above it.

    Typing finds what can be asked for, Enter adds it, Backspace takes the last one away, Esc goes back to the map.
    """

    def __init__(self, workspace: Workspace, canvas: QWidget) -> None:
        super().__init__(workspace, canvas, "middle", 0)
        self.setObjectName("showing")
        self.setAccessibleName(_("Show only"))
        self._renamed: str | None = None  # the view that gets the typed name; "" a new one, None: no name is typed
        self.field = QLineEdit()
        self.field.setObjectName("showingField")
        self.field.setMinimumWidth(_FIELD)
        self.field.setMaxLength(_NAME_LIMIT)
        self.field.setFixedHeight(28)
        self.line = ChipLine(self.field)
        self.line.removed.connect(self._take_away)
        self.choices = Choices(workspace)
        self.model = ChoiceModel(self)
        self.list = choice_list(workspace, self.model)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.count = heading()
        self.views = ViewsButton(workspace, self.ask_name)
        self.all = QPushButton(_("Show all"))
        self.all.setProperty("role", "link")
        self.all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.all.clicked.connect(self.show_all)
        self.close_button.hide()
        self._lay_out()
        self.field.textEdited.connect(lambda _text: self._find())
        self.field.installEventFilter(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT)
        self._later.timeout.connect(self.follow)
        workspace.dimmed.connect(self.follow)
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self._later.start)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what actions may ask, by name."""
        return {
            "show_only": self.ask,
            "show_all": self.show_all,
            "save_view": lambda: self.ask_name(""),
            "rename_view": lambda: self.ask_name(self.views.current() or ""),
            "remove_view": self.views.remove,
        }

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return what of it is on or off."""
        return {"show_only": lambda: self._workspace.dims, "view": lambda: self.views.current() is not None}

    def ask(self) -> None:
        """Come with the keyboard, to be told what is to be shown."""
        self._renamed = None
        self.field.clear()
        self.open()
        self._find()

    def show_all(self) -> None:
        """Dim nothing any more, and go."""
        self._workspace.show(only=EVERYTHING)
        self.put_away()

    def ask_name(self, view: str) -> None:
        """Ask for a name: of the view that is called so, "" of a new one."""
        self._renamed = view
        self.field.setText(view)
        self.open()
        self.field.selectAll()
        self._find()

    def put_away(self) -> None:
        """Give the keyboard back; what is dimmed keeps the bar."""
        self._renamed = None
        self.field.clear()
        if self._workspace.dims:
            if self._has_keyboard():
                self._over.setFocus()
            self.follow()
        else:
            super().put_away()

    def take_keyboard(self) -> None:
        self.field.setFocus()

    def follow(self) -> None:
        """Show what is asked for now, and how many cards that shows."""
        self._later.stop()
        workspace = self._workspace
        if not workspace.has_map or not (workspace.dims or self.is_open):
            self.hide()
            return
        asked = asked_by(workspace.document, workspace.view.only)
        now = [(f"{group_name(each.field)}: {each.words}", each.words) for each in asked]
        more = ""
        if len(now) > MOST_CHIPS and not self._has_keyboard():
            more = _("and {count} more").format(count=len(now) - MOST_CHIPS + 1)
            now = [*now[: MOST_CHIPS - 1], (more, more)]
        if [(chip.accessibleName(), chip.words) for chip in self.line.chips] != now:
            self.line.show_chips([WordChip(words, told, is_removable=told != more) for told, words in now])
        self._tell_count()
        self.all.setVisible(workspace.dims)
        self._say_what_is_typed()
        slim = bool(self.line.chips) and not self.field.hasFocus()
        self.field.setMinimumWidth(_SLIM if slim else _FIELD)
        self.field.setMaximumWidth(_SLIM if slim else _WIDEST)
        self.list.setVisible(self.field.hasFocus() and self._renamed is None and self.model.rowCount() > 0)
        if not self.is_open:
            self.show()
            self.raise_()
            self.opened.emit()
        elif not workspace.dims and not self._has_keyboard():
            self.hide()
            self.closed.emit()
        self.arrange()

    # events of Qt

    def arrange(self) -> None:
        """Stand at the lower edge, as wide as the chips need on one line, where there is that much room."""
        room = self._over.rect().adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
        self.list.setFixedHeight(max(1, min(MOST_ROWS, self.model.rowCount())) * ROW + 4)
        layout = self.layout()
        assert layout is not None
        for inner in self._rows:  # chips and words may have come or gone since, of which layouts hear late
            inner.invalidate()
        for widget in (self.line, self._beside, self.list):
            widget.updateGeometry()
        width = min(max(layout.sizeHint().width(), _LEAST if self.field.hasFocus() else 0), room.width())
        height = min(layout.totalHeightForWidth(width), room.height())
        left = room.left() + (room.width() - width) // 2
        self.setGeometry(left, room.bottom() + 1 - height, width, height)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        place = self._icon.geometry()
        renderer("filter", look_of(self._workspace.view.theme).map.muted).render(
            painter, place.adjusted(0, (place.height() - _ICON) // 2, 0, -((place.height() - _ICON + 1) // 2)).toRectF()
        )

    # inside

    def _has_keyboard(self) -> bool:
        return self.isAncestorOf(QApplication.focusWidget() or self._over)

    def _lay_out(self) -> None:
        self._icon = QWidget()
        self._icon.setFixedSize(_ICON, 28)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.line, 1)
        beside = self._beside = QWidget()  # as high as one line of chips, however many there are
        beside.setFixedHeight(28)
        ends = QHBoxLayout(beside)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(8)
        for widget in (self.count, self.views, self.all):
            ends.addWidget(widget)
        row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = (ends, row)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 12, SHADOW + 6, SHADOW + 8, SHADOW + 6)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addLayout(row)
        self.setFocusProxy(self.field)

    def _tell_count(self) -> None:
        workspace = self._workspace
        most = len(workspace.document.journey(workspace.map_id).touchpoints)
        shown = len(workspace.shown.touchpoints())
        words = ngettext("{shown} of {count} touchpoint", "{shown} of {count} touchpoints", most)
        self.count.setText(words.format(shown=f"{shown:,}", count=f"{most:,}"))
        self.count.setVisible(workspace.dims)

    def _say_what_is_typed(self) -> None:
        if self._renamed is not None:
            said = _("Name of the view")
        elif self.line.chips:
            said = _("and …")
        else:
            said = _("Owner, channel, tag, evidence …")
        self.field.setPlaceholderText(said)
        self.field.setAccessibleName(said)

    def _find(self) -> None:
        if self._renamed is None:
            self.model.show(self.choices.rows(self.field.text()))
            self.list.setCurrentIndex(self.model.index(0 if self.field.text().strip() else -1))
        self.follow()

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the field that is no typing; returns whether it meant something."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in _ENTER and self._renamed is not None:
            if self.views.name(self._renamed, " ".join(self.field.text().split())):
                self.put_away()
        elif key in _ENTER and not self.field.text().strip() and not self.list.currentIndex().isValid():
            self.put_away()
        elif key in _ENTER:
            self._choose(self.list.currentIndex().row())
        elif key in _WALKS and self.model.rowCount():
            row = self.list.currentIndex().row() + _WALKS[key]
            self.list.setCurrentIndex(self.model.index(max(0, min(self.model.rowCount() - 1, row))))
        else:
            return False
        return True

    def _choose(self, row: int) -> None:
        if not 0 <= row < self.model.rowCount():
            return
        key = self.model.key(row)
        view = self.choices.view(key)
        facet = self.choices.facet(key)
        self.field.clear()
        if view is not None:
            self.views.show_view(view)
            self.put_away()
        elif facet is not None:
            self._workspace.show(only=with_facet(self._workspace.view.only, facet))
            self._find()

    def _take_away(self, place: int) -> None:
        only = self._workspace.view.only
        asked = asked_by(self._workspace.document, only)
        if place < len(asked):
            self._workspace.show(only=without_facet(only, asked[place]))
            if self.field.hasFocus():
                self._find()

    def _hear(self, event: Event) -> None:
        self.choices.forget()
        if event.origin == "preview" or self._workspace.dims or self.is_open:
            self._later.start()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Become slim, or go, when somebody clicks elsewhere."""
        if self.is_open and now is not None and not self.isAncestorOf(now):
            self._renamed = None
            self.field.clear()
            self._later.start(0)
        elif self.is_open and now is self.field and self._renamed is None:
            self._find()
        elif self.is_open and now is not None:
            self._later.start(0)
