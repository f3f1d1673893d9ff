"""The menus as nested ids of actions, and the actions of a window made of the table."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.assets import _, marked
from journey_editor.core.records import Head, Record
from journey_editor.ui.actions.clipboard import COPY
from journey_editor.ui.actions.editing import EDIT, FEEL, INSERT, WALK
from journey_editor.ui.actions.find import FIND
from journey_editor.ui.actions.findings import FINDINGS, FINDINGS_MENU
from journey_editor.ui.actions.flow import CONTEXT_OF_TRANSITION, FLOW, FLOW_MENU, is_transition
from journey_editor.ui.actions.keymap import Keymap, shown_keys
from journey_editor.ui.actions.lanes import LANES
from journey_editor.ui.actions.library import LIBRARY
from journey_editor.ui.actions.links import LINKS
from journey_editor.ui.actions.maps import MAPS
from journey_editor.ui.actions.numbers import NUMBERS
from journey_editor.ui.actions.opportunities import OPPORTUNITIES
from journey_editor.ui.actions.pages import PAGES, PAGES_MENU, WITHOUT_MAP
from journey_editor.ui.actions.pasting import PASTE
from journey_editor.ui.actions.pictures import PICTURES
from journey_editor.ui.actions.room import ROOM, ROOM_MENU
from journey_editor.ui.actions.rows import MENU as ROWS_MENU, ROWS
from journey_editor.ui.actions.shaping import NOTES, SHAPE
from journey_editor.ui.actions.showing import LIKE_MENU, SHOWING
from journey_editor.ui.actions.table import FILE, HELP, VIEW, ActionSpec, Asked, Host, on_map
from journey_editor.ui.actions.templates import TEMPLATES
from journey_editor.ui.actions.tray import TRAY
from journey_editor.ui.actions.votes import VOTES
from journey_editor.ui.actions.walk import WALK_THROUGH
from journey_editor.ui.icons import icon
from journey_editor.ui.labels import label
from journey_editor.ui.look import Look

ACTIONS: tuple[ActionSpec, ...] = (
    *FILE,
    *TEMPLATES,
    *EDIT,
    *COPY,
    *PASTE,
    *FIND,
    *INSERT,
    *FEEL,
    *VOTES,
    *SHAPE,
    *FLOW,
    *NUMBERS,
    *PICTURES,
    *MAPS,
    *ROWS,
    *WALK,
    *TRAY,
    *LIBRARY,
    *ROOM,
    *WALK_THROUGH,
    *LANES,
    *SHOWING,
    *OPPORTUNITIES,
    *FINDINGS,
    *PAGES,
    *LINKS,
    *VIEW,
    *HELP,
)

_TOLD = tuple(spec for spec in ACTIONS if spec.checked is not None or spec.names is not None)

Items = Sequence[Any]
"""Ids of actions, None for a line between, and (title, items) for a menu inside; "recent" is filled when shown."""

_FEELS: Items = (marked("Feels"), ("feel_1", "feel_2", "feel_3", "feel_4", "feel_5", None, "better", "worse"))
_VOTES: Items = (
    marked("Votes"),
    ("vote", "unvote", "vote_strip", None, "clear_votes", None, "parking", "park_words"),
)
_ADDS: Items = (marked("Add note"), tuple(spec.id for spec in NOTES))
_ARRANGE: Items = (marked("Arrange"), ("earlier", "later", "up", "down", "to_tray", None, "join", "split"))
_MAPS: Items = (
    marked("Maps of this file"),
    ("add_map", "template_map", "copy_map", None, "rename_map", "map_earlier", "map_later", "remove_map", None,
     "review_map", "map_properties", None, "next_map", "last_map", "open_map", "detail_map", "map_back"),
)  # fmt: skip
VIEW_MENU: Items = (
    (marked("Zoom"), ("zoom_in", "zoom_out", "full_size", None, "fit_all", "fit_stage")), None,
    (marked("Lanes"), ("lanes_owner", "lanes_layer", "lanes_channel")), "overlay", "persona_card",
    (marked("Rows"), ("rows", *ROWS_MENU)), "time_axis", "stage_numbers", None, "show_only", "show_all",
    LIKE_MENU, (marked("Views"), ("save_view", "rename_view", "remove_view")), None,
    FINDINGS_MENU, (PAGES_MENU[0], (*PAGES_MENU[1], None, "opportunities")),
    "tray", "personas", "owners", "evidence", "outline", "inspector", None,
    (marked("Theme"), ("theme_system", "theme_light", "theme_dark")),
    (marked("Go to"), ("next_pane", "last_pane")),
)  # fmt: skip
MENUS: Items = (
    (marked("File"), ("new", "open", (marked("Open recent"), ("recent",)), "sample", None, "save", "save_as",
                      "save_template", None,
                      "export", "export_report", "export_actions", "print", None, "close", "quit")),
    (marked("Edit"), ("undo", "redo", "history", None, "cut", "copy", "copy_picture", "copy_table", "paste",
                      "paste_tray", None, "rename", "duplicate", "remove", "select_all", None, "find", "find_next",
                      "find_last", "replace", "commands")),
    (marked("Map"), (_MAPS, None, "touchpoint", "stage", None, _ARRANGE, "link", FLOW_MENU, "moment", "set_time",
                     "type_counts", _ADDS, "open_link", "choose_picture", "drop_picture", None, "walk", None,
                     "lock", None, _FEELS, _VOTES)),
    (marked("View"), VIEW_MENU),
    (marked("Room"), ROOM_MENU),
    (marked("Help"), ("keys", "about")),
)  # fmt: skip
CONTEXT: Items = (
    "rename", "duplicate", "remove", None, "cut", "copy", "paste", None, "touchpoint", "stage", None,
    _ARRANGE, "link", "leave", "moment", "set_time", _ADDS, None,
    _FEELS, "vote", "unvote", None, LIKE_MENU, "open_link", "open_map", "detail_map",
)  # fmt: skip
CONTEXT_OF_MAP: Items = ("touchpoint", "stage", None, "paste", "select_all", None, "fit_all", "full_size", "overlay",
    "rows_menu", None, "lock", None, "map_properties", "map_back",
)  # fmt: skip


def context_of(record: Record | None) -> Items:
    """Return the menu of a record at its place; the ground is none, or the file itself, whose id is blank."""
    if is_transition(record):
        return (*CONTEXT_OF_TRANSITION, _ADDS)
    return CONTEXT if record is not None and not isinstance(record, Head) else CONTEXT_OF_MAP


def groups() -> list[tuple[str, tuple[ActionSpec, ...]]]:
    """Return all actions below the titles of their menus, in their order; last those that only keys do."""
    specs = {spec.id: spec for spec in ACTIONS}
    found = [(_(title), tuple(specs[id] for id in _ids(items) if id in specs)) for title, items in MENUS]
    return [*found, (_("By keys only"), tuple(spec for spec in ACTIONS if not spec.in_menu))]


def _ids(items: Items) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield item
        elif item is not None:
            yield from _ids(item[1])


class Actions(QObject):
    """The actions of one window by id: what is in its menus, and what keys mean."""

    def __init__(self, host: Host, owner: QWidget) -> None:
        super().__init__(owner)
        self._host, self._owner = host, owner
        self._specs = {spec.id: spec for spec in ACTIONS}
        self.keymap = Keymap(ACTIONS, host.preferences.settings.keys)
        self.by_id: dict[str, QAction] = {spec.id: self._made(spec) for spec in ACTIONS}
        self._asking: dict[Asked, list[QAction]] = {}  # many actions ask the same: it is asked once
        for spec in ACTIONS:
            self._asking.setdefault(spec.enabled, []).append(self.by_id[spec.id])
        self._answers: dict[Asked, bool] = {}
        self._waits = False
        host.workspace.done.connect(self._refresh_late)
        self._take_keys()
        host.preferences.changed.connect(self._follow_keys)
        host.canvas.ask_keys(self.press)
        host.workspace.keys_of = self.keys_text

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means that nobody has used; returns whether it meant something."""
        spec = self.keymap.meant(event)
        if spec is not None:
            self._run(spec)
        return spec is not None

    def keys_text(self, id: str) -> str:
        """Return the first keys of an action as this system writes them, "" where it has none."""
        return next((shown_keys(keys) for keys in self.keymap.keys_of(id)), "")

    def refresh(self) -> None:
        """Tell which actions can be done now, and name those whose names tell more.

        Where several things are done together this waits until they are.
        """
        self._waits = self._host.workspace.is_together
        if self._waits:
            return
        for asked, actions in self._asking.items():
            if (answer := asked(self._host)) is not self._answers.get(asked):
                self._answers[asked] = answer
                for action in actions:
                    action.setEnabled(answer)
        for spec in _TOLD:
            if spec.checked is not None:
                self.by_id[spec.id].setChecked(spec.checked(self._host))
            if spec.names is not None:
                self.by_id[spec.id].setText(self._words(spec))

    def _refresh_late(self) -> None:
        if self._waits:
            self.refresh()

    def dress(self, look: Look) -> None:
        """Take the colours of a look."""
        for spec in ACTIONS:
            if spec.icon and spec.checked is None:
                self.by_id[spec.id].setIcon(icon(spec.icon, look.map.muted, look.map.quiet))

    def fill(self, menu: QMenu, items: Items) -> QMenu:
        """Put actions and menus into a menu."""
        for item in items:
            if item is None:
                menu.addSeparator()
            elif isinstance(item, str):
                if item in self.by_id:
                    menu.addAction(self.by_id[item])
            else:
                inner = menu.addMenu(_(item[0]))
                inner.setObjectName(item[0])
                self.fill(inner, item[1])
        return menu

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(self._owner)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checked is not None)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False, spec=spec: self._run(spec))
        self._owner.addAction(action)
        return action

    def _words(self, spec: ActionSpec) -> str:
        """Return what a menu says: keys that hold on the map only are named, Qt must not listen to them."""
        words = label(spec.names(self._host)) if spec.names is not None else _(spec.text)
        keys = self.keys_text(spec.id) if on_map(spec) else ""
        return f"{words}\t{keys}" if keys else words

    def _follow_keys(self) -> None:
        keymap = Keymap(ACTIONS, self._host.preferences.settings.keys)
        if keymap != self.keymap:
            self.keymap = keymap
            self._take_keys()

    def _take_keys(self) -> None:
        for id, action in self.by_id.items():
            spec = self._specs[id]
            action.setText(self._words(spec))
            if not on_map(spec):
                action.setShortcuts([QKeySequence(keys) for keys in self.keymap.keys_of(id)])

    def _run(self, spec: ActionSpec) -> None:
        if spec.enabled(self._host):  # a gesture may have begun since that was looked at
            if spec.id not in WITHOUT_MAP and self._host.is_shown("page"):
                self._host.do("to_map")
            if spec.settles:
                self._host.canvas.settle()
            spec.run(self._host)
        self.refresh()
