"""The key page: every action with its keys, which a person can search and change."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _
from journey_editor.core.titles import shortened
from journey_editor.ui.actions.hands import HANDS
from journey_editor.ui.actions.keymap import Keymap, is_rare, shown_keys, usual_keys
from journey_editor.ui.actions.table import ActionSpec
from journey_editor.ui.dialogs.keylist import KeyList
from journey_editor.ui.look import Look
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.theme import font

SIZE, MARGIN = (680, 720), 80  # pixels; the margin is what a small screen keeps around

Groups = Sequence[tuple[str, Sequence[ActionSpec]]]

_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return,
            Qt.Key.Key_Enter, Qt.Key.Key_Insert)  # fmt: skip


class KeyPage(QDialog):
    """Shows actions in groups. What is changed holds at once, in all windows, and is kept in the settings."""

    def __init__(self, parent: QWidget | None, groups: Groups, preferences: Preferences, look: Look) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self._preferences = preferences
        self._specs = {spec.id: spec for _title, specs in groups for spec in specs}
        self._keymap = Keymap(self._specs.values(), preferences.settings.keys)
        self._wish: tuple[str, tuple[str, ...]] | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search by name or keys"))
        self.search.setAccessibleName(_("Search by name or keys"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.list = KeyList(look)
        self._place()
        self._fill(groups)
        self._connect()
        self.search.setFocus()

    # events of Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys that walk the list do so while somebody searches; Del means the row where no letter follows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            at_end = self.search.cursorPosition() == len(self.search.text()) and not self.search.hasSelectedText()
            if event.key() in _TO_LIST or (event.key() == Qt.Key.Key_Delete and at_end):
                QApplication.sendEvent(self.list, event)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._wish is not None:
            self._leave()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            button := self.focusWidget(), QPushButton
        ):
            if not event.isAutoRepeat():  # of the keys that were wished for
                button.click()
        else:
            super().keyPressEvent(event)

    # inside

    def _place(self) -> None:
        title = QLabel(_("Keys"))
        title.setFont(font(16, 700))
        self.hint = _sentence(
            _("Click a row or press Enter, then the new keys. Insert adds others, Del takes them away.")
        )
        self.hint.setProperty("role", "muted")
        self.clash = _sentence("")
        self.take, self.leave = QPushButton(), QPushButton(_("Leave it"))
        self.take.setProperty("role", "accent")
        asked = QWidget()
        row = QHBoxLayout(asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.clash, 1)
        row.addWidget(self.leave)
        row.addWidget(self.take)
        self.foot = QStackedWidget()
        self.foot.addWidget(self.hint)
        self.foot.addWidget(asked)
        self.foot.setFixedHeight(40)
        self.reset, self.reset_all = QPushButton(_("Reset this one")), QPushButton(_("Reset all"))
        self.finish = QPushButton(_("Close"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.reset)
        buttons.addWidget(self.reset_all)
        buttons.addStretch(1)
        buttons.addWidget(self.finish)
        for button in (self.take, self.leave, self.reset, self.reset_all, self.finish):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        for widget in (title, self.search, self.list, self.foot):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addLayout(buttons)
        room = self.screen().availableGeometry().height() - MARGIN
        self.resize(SIZE[0], min(SIZE[1], room))

    def _fill(self, groups: Groups) -> None:
        for title, specs in groups:
            group = self.list.add_group(title)
            for spec in specs:
                self.list.add_row(group, spec.id, _(spec.text), spec.icon)
        for title, hands in HANDS:
            group = self.list.add_group(_(title))
            for what, hand in hands:
                self.list.add_row(group, "", _(what), hand=_(hand))
        self._show_keys()
        self.list.search("")

    def _connect(self) -> None:
        self.finished.connect(self.deleteLater)
        self._preferences.changed.connect(self._follow)
        self.search.textChanged.connect(self.list.search)
        self.list.searched.connect(self._search_on)
        self.list.wished.connect(self._wished)
        self.list.removing.connect(lambda id: self._change(id, ()))
        self.list.resetting.connect(self._reset)
        self.list.said.connect(self._say)
        self.list.currentItemChanged.connect(lambda _now, _before: self._leave())
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._leave)
        self.reset.clicked.connect(lambda: self._reset(self.list.current_id()))
        self.reset_all.clicked.connect(self._reset_all)
        self.finish.clicked.connect(self.accept)

    def _follow(self) -> None:
        self._keymap = Keymap(self._specs.values(), self._preferences.settings.keys)
        self._show_keys()

    def _show_keys(self) -> None:
        for id in self._specs:
            caps = [shown_keys(keys) for keys in self._keymap.keys_of(id) if not is_rare(keys)]
            self.list.show_keys(id, caps, id in self._keymap.changed)
        self._offer()

    def _offer(self) -> None:
        self.reset.setEnabled(self.list.current_id() in self._keymap.changed)
        self.reset_all.setEnabled(bool(self._keymap.changed))

    def _search_on(self, letters: str) -> None:
        self.search.setFocus()
        self.search.insert(letters)

    def _wished(self, id: str, keys: str, adds: bool) -> None:
        had = self._keymap.keys_of(id)
        self._ask(id, tuple(dict.fromkeys((*had, keys))) if adds else (keys,))

    def _reset(self, id: str) -> None:
        if id:
            self._ask(id, usual_keys(self._specs[id]))

    def _reset_all(self) -> None:
        kept = {id: keys for id, keys in self._keymap.chosen.items() if id not in self._specs}
        self._preferences.change(keys=kept)
        self._leave()

    def _ask(self, id: str, keys: tuple[str, ...]) -> None:
        """Give keys to an action; where others have them, ask before."""
        owners = {each: self._keymap.owner_of(each) for each in keys}
        others = {each: owner for each, owner in owners.items() if owner not in (None, id)}
        if not others:
            self._change(id, keys)
            return
        self._wish = id, keys
        taken, owner = next(iter(others.items()))
        name = shortened(_(self._specs[owner or id].text), 40)
        self.clash.setText(_("{keys} means “{action}” already.").format(keys=shown_keys(taken), action=name))
        self.take.setText(_("Take it from there"))
        self.foot.setCurrentIndex(1)
        self.take.setFocus()

    def _take(self) -> None:
        if self._wish is not None:
            self._change(*self._wish)

    def _change(self, id: str, keys: tuple[str, ...]) -> None:
        self._preferences.change(keys=self._keymap.rechosen(id, keys))
        self._leave()

    def _leave(self) -> None:
        """Ask nothing more, and go on in the list."""
        asked, self._wish = self._wish is not None, None
        self.hint.setText(_("Click a row or press Enter, then the new keys. Insert adds others, Del takes them away."))
        self.foot.setCurrentIndex(0)
        self._offer()
        if asked:
            self.list.setFocus()

    def _say(self, sentence: str) -> None:
        self.hint.setText(sentence)


def _sentence(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
