"""The tabs of a file's maps: as many pills as there is room for, the others in a list, and a plus that adds one.

Maps are turned to by click, arrows and list, renamed in place by double click or F2, and put in order by dragging.
What needs more than the tabs themselves (a new map, the menu of a tab, removing) is only asked for.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.maps import move_map, rename_map
from journey_editor.core.records import JourneyMap
from journey_editor.core.titles import shortened
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.ui.icons import icon
from journey_editor.ui.labels import label, tip
from journey_editor.ui.mapwords import shared_beginnings, tab_tip, tab_words
from journey_editor.ui.panels.tabs.pill import HEIGHT, LEAST, TIGHT, Pill, TitleField, wide
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

GAP = 4
PLUS = 32
CHEVRON = 16
NARROW = 72
"""Pixels that pills may be narrowed to before some of them go into the list."""
WIDTH, SHARE = 320, 0.3
"""So wide do tabs want to be at most, in pixels, or such a share of the window: the capture line needs its room."""
FIELD = 240  # pixels of a title that is edited
LISTED = 70  # letters of a title in the list


class MapTabs(QWidget):
    """One tab for each map of the file.

    `menu_asked` and `add_asked` carry a place of the screen, `remove_asked` and `left` nothing: what they are about
    is the map that is shown.
    """

    menu_asked = Signal(QPoint)
    add_asked = Signal(QPoint)
    remove_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._pills: dict[str, Pill] = {}
        self._shown: object = None
        self._first = 0  # of the pills that are seen
        self._held: tuple[Pill, int] | None = None
        self._order: list[str] = []
        self._turned_to = ""
        self.field: TitleField | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.more = QPushButton(self)
        self.more.setProperty("role", "pill")
        self.more.setProperty("tight", True)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setToolTip(_("All maps of this file"))
        self.more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron behind the words
        self._list = QMenu(self.more)
        self._list.setStyleSheet("QMenu { menu-scrollable: 1; }")
        self._list.aboutToShow.connect(self._fill_list)
        self.more.setMenu(self._list)
        self.plus = QToolButton(self)
        self.plus.setFixedSize(PLUS, PLUS)
        self.plus.setIconSize(QSize(18, 18))
        self.plus.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.plus.setAccessibleName(_("Add a map"))
        self.plus.setToolTip(_("Add a map"))
        self.plus.clicked.connect(lambda: self.add_asked.emit(self.plus.mapToGlobal(QPoint(0, PLUS + 4))))
        workspace.stored.connect(self.follow)
        workspace.selected.connect(self.follow)
        workspace.viewed.connect(self._dress)
        self._dress()
        self.follow()

    @property
    def pills(self) -> tuple[Pill, ...]:
        """The tabs in the order of the maps, those without room among them."""
        return tuple(self._pills[each] for each in self._order)

    def follow(self) -> None:
        """Show the maps as they are now."""
        document = self._workspace.document
        maps, current = document.maps(), self._workspace.map_id
        shared = tuple(document.records.get(each.persona or "") for each in maps)
        if (shown := (maps, shared, current)) == self._shown:
            return
        self._shown = shown
        if self.field is not None and self._turned_to not in document.records:
            self._end_renaming(False)
        today = date.today()
        self._order = [each.id for each in maps]
        for gone in self._pills.keys() - set(self._order):
            pill = self._pills.pop(gone)
            pill.hide()
            pill.deleteLater()
        words = tab_words(maps, document.records)
        shared_letters = shared_beginnings(words)
        for each in maps:
            pill = self._pills.get(each.id) or self._made(each.id)
            told = tip(tab_tip(each, document.records, today))
            pill.say(words[each.id], told, each.id == current, shared_letters[each.id])
        self._held = None
        self.updateGeometry()
        self._place(to_current=True)

    def rename(self, map_id: str) -> None:
        """Edit the title of a map where its tab is."""
        found = self._workspace.document.records.get(map_id)
        if not isinstance(found, JourneyMap) or self._workspace.document.in_gesture:
            return
        self._end_renaming(True)
        self._turn(map_id)
        pill, over = self._pills[map_id], self.window()
        self.field = field = TitleField(found.title, over)
        self._turned_to = map_id
        corner = pill.mapTo(over, QPoint(0, 0))
        width = max(FIELD, pill.width())
        field.setGeometry(max(0, min(corner.x(), over.width() - width - 8)), corner.y(), width, HEIGHT)
        field.ended.connect(self._end_renaming)
        field.show()
        field.raise_()
        field.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(min(self._natural(), max(WIDTH, round(self.window().width() * SHARE))), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        if len(self._order) < 2:
            return QSize(min(self._natural(), NARROW + GAP + PLUS), HEIGHT)
        return QSize(LEAST + GAP + self._more_width() + GAP + PLUS, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(to_current=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta()
        way = steps.y() or steps.x()
        self._first += -1 if way > 0 else 1
        self._place(to_current=False)

    # inside

    def _made(self, map_id: str) -> Pill:
        pill = self._pills[map_id] = Pill(map_id, self)
        pill.clicked.connect(lambda: self._turn(map_id))
        pill.walked.connect(self._walk)
        pill.renamed.connect(self.rename)
        pill.menu_asked.connect(self._ask_menu)
        pill.grabbed.connect(self._grab)
        pill.pulled.connect(self._pull)
        pill.let_go.connect(self._let_go)
        return pill

    def _turn(self, map_id: str) -> None:
        self._workspace.session.show_map(map_id)
        self._pills[map_id].setChecked(True)  # a click on the one that is shown must not turn it off
        self._place(to_current=True)

    def _walk(self, map_id: str, way: str) -> None:
        if way == "remove":
            self._turn(map_id)
            self.remove_asked.emit()
            return
        here, last = self._order.index(map_id), len(self._order) - 1
        there = {"left": max(0, here - 1), "right": min(last, here + 1), "first": 0, "last": last}[way]
        self._turn(self._order[there])
        self._pills[self._order[there]].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_menu(self, map_id: str, place: QPoint) -> None:
        self._turn(map_id)
        self.menu_asked.emit(place)

    def _end_renaming(self, is_taken: bool) -> None:
        field, self.field = self.field, None
        if field is None:
            return
        words, map_id = field.text().strip()[:TEXT_LIMIT], self._turned_to
        is_taken = is_taken and field.isModified()
        had_keys = field.hasFocus()
        field.hide()
        field.deleteLater()
        if is_taken and map_id in self._workspace.document.records:
            rename_map(self._workspace.document, map_id, words)
        if had_keys and map_id in self._pills:
            self._pills[map_id].setFocus(Qt.FocusReason.OtherFocusReason)

    # dragging

    def _grab(self, map_id: str, x: int) -> None:
        pill = self._pills[map_id]
        pill.raise_()
        self._turn(map_id)
        self._held = pill, x

    def _pull(self, x: int) -> None:
        if self._held is None:
            return
        pill, grip = self._held
        pill.move(max(0, min(x - grip, self.width() - pill.width())), 0)
        middle = pill.x() + pill.width() / 2
        others = [each for each in self._order if each != pill.map_id]
        seats = [each for each in others if not self._pills[each].isHidden()]
        before = sum(self._pills[each].x() + self._pills[each].width() / 2 < middle for each in seats)
        at = others.index(seats[before]) if before < len(seats) else others.index(seats[-1]) + 1 if seats else 0
        order = [*others[:at], pill.map_id, *others[at:]]
        if order != self._order:
            self._order = order
            self._place(to_current=False)

    def _let_go(self, is_taken: bool) -> None:
        held, self._held = self._held, None
        if held is None:
            return
        map_id, order = held[0].map_id, self._order
        self._order = [each.id for each in self._workspace.document.maps()]
        if is_taken:
            move_map(self._workspace.document, map_id, order.index(map_id))
        self._place(to_current=True)

    # where the pills lie

    def _natural(self) -> int:
        return sum(self._pills[each].wanted + GAP for each in self._order) + PLUS

    def _more_width(self) -> int:
        return wide(self._more_words(len(self._order))) + 2 * TIGHT + CHEVRON

    def _more_words(self, count: int) -> str:
        return _("{count} more").format(count=count)

    def _place(self, to_current: bool) -> None:
        """Lay the pills out: all of them, narrowed if need be, or those around the one that is shown."""
        widths = {each: self._pills[each].wanted for each in self._order}
        room = self.width() - PLUS
        if sum(widths.values()) + GAP * len(widths) > room:
            most = _narrowed(list(widths.values()), room - GAP * len(widths))
            widths = {each: min(width, most) for each, width in widths.items()}
        seen = self._order
        if sum(widths.values()) + GAP * len(widths) > room:
            room -= self._more_width() + GAP
            seen = self._window([widths[each] for each in self._order], room, to_current)
            wanted = {each: self._pills[each].wanted for each in seen}
            most = _narrowed(list(wanted.values()), room - GAP * len(seen), LEAST)
            widths |= {each: min(width, most) for each, width in wanted.items()}
        x = 0
        for each in self._order:
            pill = self._pills[each]
            pill.setVisible(each in seen)
            if each not in seen:
                continue
            if self._held is None or pill is not self._held[0]:
                pill.setGeometry(x, 0, widths[each], HEIGHT)
            x += widths[each] + GAP
        hidden = len(self._order) - len(seen)
        self.more.setVisible(hidden > 0)
        if hidden:
            self.more.setText(self._more_words(hidden))
            self.more.setGeometry(x, 0, self._more_width(), HEIGHT)
            x += self._more_width() + GAP
        self.plus.move(x, 0)

    def _window(self, widths: Sequence[int], room: int, to_current: bool) -> list[str]:
        """Return the maps whose pills are seen: a stretch that has the one that is shown in it."""
        last = len(widths) - 1
        self._first = max(0, min(self._first, last))
        current = self._workspace.map_id
        here = self._order.index(current) if current in self._order else 0
        if to_current and here < self._first:
            self._first = here

        def end_of(first: int) -> int:
            used, end = widths[first] + GAP, first + 1
            while end <= last and used + widths[end] + GAP <= room:
                used, end = used + widths[end] + GAP, end + 1
            return end

        while to_current and end_of(self._first) <= here:
            self._first += 1
        while self._first and end_of(self._first - 1) >= end_of(self._first) == last + 1:
            self._first -= 1  # no room stays empty at the end
        return self._order[self._first : end_of(self._first)]

    def _fill_list(self) -> None:
        document, maps = self._workspace.document, self._workspace.document.maps()
        self._list.clear()
        words = tab_words(maps, document.records)
        for each in maps:
            shown = label(shortened(words[each.id], LISTED))
            action = self._list.addAction(shown, lambda map_id=each.id: self._turn(map_id))
            action.setCheckable(True)
            action.setChecked(each.id == self._workspace.map_id)
            if action.isChecked():
                self._list.setActiveAction(action)  # so that a long list opens where one is

    def _dress(self) -> None:
        style = look_of(self._workspace.view.theme).map
        self.plus.setIcon(icon("plus", style.ink, style.quiet))
        self.more.setIcon(icon("chevron-down", style.muted, style.quiet))
        self.more.setIconSize(QSize(CHEVRON, CHEVRON))


def _narrowed(widths: Sequence[int], room: int, least: int = NARROW) -> int:
    """Return how wide pills may be at most so that all of them have room, but no less than `least`."""
    left, most = room, max(widths, default=0)
    for place, width in enumerate(sorted(widths)):
        most = left // (len(widths) - place)
        if width >= most:
            break
        left -= width
    return max(least, most)
