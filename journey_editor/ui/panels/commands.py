"""The command palette: a field over the window that finds all actions and all records by a few letters."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.document import Event
from journey_editor.core.search import Index, Spans
from journey_editor.ui.floating import SHADOW
from journey_editor.ui.icons import renderer
from journey_editor.ui.panels.choices import ROW, ChoiceModel, Row, Source, choice_list
from journey_editor.ui.panels.overlay import Overlay
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

WIDTH = 640
TOP = 56  # pixels below the window's upper edge: under the head
ROWS = 10  # that are seen at once
LISTED = 100
RECENT = 6
_KEPT = 40
_FIELD = 48
_LONGEST = 200  # letters

_WALKS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS - 1, Qt.Key.Key_PageUp: 1 - ROWS}


@dataclass(frozen=True, slots=True)
class _Listed:
    """All that can be found: what each key comes from, and the keys of what is searched, beside the names."""

    sources: Mapping[str, Source]
    keys: tuple[str, ...]
    names: Index
    other_keys: tuple[str, ...]
    other_names: Index


class Commands(Overlay):
    """Typing searches, arrows walk, Enter does it, Esc and a click elsewhere put it away.

    Without words it lists what was chosen or gone to lately, then the actions that can be done.
    """

    def __init__(self, workspace: Workspace, over: QWidget, sources: Sequence[Source]) -> None:
        super().__init__(workspace, over, "middle", WIDTH)
        self.setObjectName("commands")
        self.setAccessibleName(_("Commands"))
        self._sources = tuple(sources)
        self._listed: _Listed | None = None
        self._recent: list[str] = []
        self._here = ""
        self._before: QWidget | None = None
        self.close_button.hide()
        self.field = QLineEdit()
        self.field.setObjectName("commandField")
        self.field.setFont(font(16))
        self.field.setFixedHeight(_FIELD)
        self.field.setMaxLength(_LONGEST)
        self.field.setPlaceholderText(_("Type what to do, or where to go"))
        self.field.setAccessibleName(_("What to do, or where to go"))
        self.field.textEdited.connect(lambda _text: self.search())
        self.field.installEventFilter(self)
        self.model = ChoiceModel(self)
        self.view = choice_list(workspace, self.model)
        self.view.clicked.connect(self._take)
        self.empty = QLabel(_("Nothing has that name."))
        self.empty.setFont(small_font())
        self.empty.setProperty("role", "muted")
        self.empty.setContentsMargins(12, 0, 12, 8)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 8, SHADOW + 4, SHADOW + 8, SHADOW + 8)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(rule)
        column.addWidget(self.view)
        column.addWidget(self.empty)
        self.setFocusProxy(self.field)
        workspace.changed.connect(self._hear)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def open(self) -> None:
        """Come with the keyboard, empty."""
        self._before = QApplication.focusWidget()
        self.field.clear()
        self.search()
        super().open()

    def put_away(self) -> None:
        """Go; the keyboard goes back to where it was."""
        before, self._before = self._before, None
        if not self.is_open:
            return
        if before is not None and before.isVisible() and not self.isAncestorOf(before):
            before.setFocus()
        else:
            self._over.setFocus()
        self.hide()
        self.closed.emit()

    def visit(self, key: str) -> None:
        """Remember what was chosen or gone to: it is listed first next time."""
        self._recent = [key, *(each for each in self._recent if each != key)][:_KEPT]

    def stand_at(self, key: str) -> None:
        """Remember where somebody is now, "" for nowhere: it is no place to go to."""
        self._here = key
        if key:
            self.visit(key)

    def search(self) -> None:
        """List what the words of the field find, last what cannot be done now; without any, what was used lately and
        then all that can be done.
        """
        listed = self._all()
        typed = self.field.text()
        if typed.strip():
            named = {listed.keys[match.place]: match.spans for match in listed.names.find(typed, LISTED)}
            others = (listed.other_keys[match.place] for match in listed.other_names.find(typed, LISTED))
            found: dict[str, Spans] = named | {key: () for key in others if key in listed.sources and key not in named}
            found = dict(sorted(found.items(), key=lambda each: not listed.sources[each[0]].can(each[0])))
        else:
            recent = [key for key in self._recent if key in listed.sources and key != self._here][:RECENT]
            found = dict.fromkeys([*recent, *listed.keys[:LISTED]], ())
        rows = [Row(key, listed.sources[key].make, spans) for key, spans in found.items()]
        if not typed.strip():
            rows = [row for row in rows if (choice := row.make(row.key)) is not None and choice.is_enabled]
        self._fill(rows)

    def take_current(self) -> None:
        """Do what is marked."""
        self._take(self.view.currentIndex())

    # events of Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        """Stand under the head, in the middle, as high as what is listed needs."""
        room = self._over.rect().adjusted(16, TOP - SHADOW, -16, -16)
        rows = max(1, min(ROWS, self.model.rowCount()))
        self.view.setFixedHeight(rows * ROW + 4)
        width = min(WIDTH + 2 * SHADOW, room.width())
        height = min(self.sizeHint().height(), room.height())
        self.setGeometry(room.left() + (room.width() - width) // 2, room.top(), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.field.x() + 12, self.field.y() + (_FIELD - 18) / 2, 18, 18)
        renderer("search", look_of(self._workspace.view.theme).map.muted).render(painter, box)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(WIDTH, layout.sizeHint().height() if layout is not None else _FIELD)

    # inside

    def _all(self) -> _Listed:
        """Return all that can be found; it is gathered again once something has changed."""
        if self._listed is None:
            gathered = [(key, name, source) for source in self._sources for key, name in source.names()]
            others = [pair for source in self._sources for pair in source.others()]
            self._listed = _Listed(
                sources={key: source for key, _name, source in gathered},
                keys=tuple(key for key, _name, _source in gathered),
                names=Index(name for _key, name, _source in gathered),
                other_keys=tuple(key for key, _name in others),
                other_names=Index(name for _key, name in others),
            )
        return self._listed

    def _fill(self, rows: Sequence[Row]) -> None:
        self.model.show(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.view.setCurrentIndex(self.model.index(next(iter(self._enabled()), 0)))
        if self.is_open:
            self.arrange()

    def _enabled(self) -> Iterator[int]:
        """Yield the rows of what can be done."""
        for row in range(self.model.rowCount()):
            if (choice := self.model.choice(row)) is not None and choice.is_enabled:
                yield row

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the field that is no typing; returns whether it meant something."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_current()
        elif key in _WALKS:
            self._walk(_WALKS[key])
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._walk(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    def _walk(self, way: int) -> None:
        """Go on to another row; single steps lead round the ends, and over what cannot be done."""
        rows = list(self._enabled())
        if not rows:
            return
        here = self.view.currentIndex().row()
        place = rows.index(here) if here in rows else -1
        place = (place + way) % len(rows) if abs(way) == 1 else max(0, min(len(rows) - 1, place + way))
        self.view.setCurrentIndex(self.model.index(rows[place]))

    def _take(self, index: QModelIndex) -> None:
        choice = self.model.choice(index.row())
        if choice is None or not choice.is_enabled:
            return
        self.visit(self.model.key(index.row()))
        self.put_away()
        choice.run()

    def _hear(self, event: Event) -> None:
        self._listed = None
        if self.is_open and event.origin != "preview":
            self.search()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Go when somebody clicks elsewhere in the window."""
        if self.is_open and now is not None and now is not self.field and not self.isAncestorOf(now):
            self._before = now
            self.put_away()
