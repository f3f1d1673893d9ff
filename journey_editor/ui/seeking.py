"""What a window brings for finding: the command palette and the panel that finds words, and how both go to a record."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.views import views_of
from journey_editor.core.facets import living
from journey_editor.core.hits import records_of_file
from journey_editor.core.records import (
    Evidence,
    JourneyMap,
    Metric,
    Note,
    Opportunity,
    Owner,
    Persona,
    Record,
    Stage,
    Touchpoint,
    Transition,
    carrier_of,
    map_of,
    name_of,
)
from journey_editor.core.search import LOOKED_AT
from journey_editor.ui.actions.menus import ACTIONS, MENUS, Actions, Items
from journey_editor.ui.actions.table import Host as ActionHost
from journey_editor.ui.panels.choices import Choice, Source
from journey_editor.ui.panels.commands import Commands
from journey_editor.ui.panels.finder import Finder
from journey_editor.ui.panels.outline_words import icon_name, tone_of, words_of
from journey_editor.ui.panels.whereabouts import is_selectable, place_of

ACTION, RECORD, WINDOW, VIEW = "action:", "record:", "window:", "view:"
"""What the keys of choices begin with."""

_FOUND = (JourneyMap, Stage, Touchpoint, Transition, Note, Opportunity, Metric, Owner, Persona, Evidence)


class Host(ActionHost, Protocol):
    """What seeking needs of a window."""

    @property
    def actions_of(self) -> Actions:
        """What can be done."""
        ...


class Seeking:
    """Both ways of finding, for one window; `stands_for` makes room for the panel."""

    def __init__(self, host: Host, window: QWidget, stands_for: Sequence[QWidget]) -> None:
        self._host, self._window, self._workspace = host, window, host.workspace
        self._paths, self._icons = menu_paths(), {spec.id: spec.icon for spec in ACTIONS}
        self.finder = Finder(host.workspace, self.show, host.canvas.setFocus, stands_for)
        sources = (
            Source(self._actions, self._action, self._action_paths, self._can),
            Source(self._windows, self._window_choice),
            Source(self._views, self._view),
            Source(self._records, self._record),
        )
        self.commands = Commands(host.workspace, window, sources)
        host.workspace.selected.connect(self._remember)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what actions may ask, by name."""
        return {**self.finder.doings(), "commands": self._ask}

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return what of it is on or off."""
        return self.finder.shown()

    def show(self, record_id: str) -> None:
        """Turn to the map of a record, select it and scroll to where it, or what it hangs on, can be seen."""
        workspace, canvas = self._workspace, self._host.canvas
        record = workspace.document.records.get(record_id)
        if record is None:
            return
        if self._host.is_shown("page"):
            self._host.do("to_map")
        map_id = record.id if isinstance(record, JourneyMap) else map_of(record)
        if map_id is not None:
            workspace.session.show_map(map_id)
        workspace.session.select((record_id,) if is_selectable(record) else ())
        shown: Record | None = record
        while shown is not None and canvas.element_of(shown.id) is None:
            carrier = carrier_of(shown)
            shown = workspace.document.records[carrier] if carrier is not None else None
        if shown is not None:
            canvas.ensure_visible(shown.id)

    def go(self, record_id: str) -> None:
        """Show a record; one that waits in the tray is shown there."""
        self.show(record_id)
        record = self._workspace.document.records.get(record_id)
        if isinstance(record, Touchpoint) and record.stage is None and not self._host.is_shown("tray"):
            self._host.do("tray")

    # what can be chosen

    def _ask(self) -> None:
        self._host.actions_of.refresh()
        self.commands.toggle()

    def _actions(self) -> list[tuple[str, str]]:
        return [(ACTION + id, _name(action)) for id, action in self._host.actions_of.by_id.items() if id != "commands"]

    def _action_paths(self) -> list[tuple[str, str]]:
        return [(key, f"{self._paths.get(key.removeprefix(ACTION), '')} {name}") for key, name in self._actions()]

    def _action(self, key: str) -> Choice | None:
        actions, id = self._host.actions_of, key.removeprefix(ACTION)
        action = actions.by_id.get(id)
        if action is None:
            return None
        return Choice(
            name=_name(action),
            run=action.trigger,
            icon=self._icons.get(id) or "chevron-right",
            place=self._paths.get(id, ""),
            keys=actions.keys_text(id),
            is_enabled=action.isEnabled(),
        )

    def _can(self, key: str) -> bool:
        action = self._host.actions_of.by_id.get(key.removeprefix(ACTION))
        return action is not None and action.isEnabled()

    def _windows(self) -> list[tuple[str, str]]:
        return [(WINDOW + str(id(each)), each.workspace.title) for each in self._other_windows()]

    def _other_windows(self) -> list[Any]:
        """Return the windows of the other open files."""
        mine = self._window
        shown = (each for each in QApplication.topLevelWidgets() if not each.isHidden())
        return [each for each in shown if type(each) is type(mine) and each is not mine]

    def _window_choice(self, key: str) -> Choice | None:
        window = next((each for each in self._other_windows() if WINDOW + str(id(each)) == key), None)
        if window is None:
            return None

        def raise_it() -> None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()

        return Choice(window.workspace.title, raise_it, "window", place=_("Open window"))

    def _views(self) -> list[tuple[str, str]]:
        workspace = self._workspace
        return [(VIEW + each.name, each.name) for each in views_of(workspace.document, workspace.map_id)]

    def _view(self, key: str) -> Choice | None:
        workspace, name = self._workspace, key.removeprefix(VIEW)
        view = next((each for each in views_of(workspace.document, workspace.map_id) if each.name == name), None)
        if view is None:
            return None
        return Choice(name, lambda: workspace.show(only=living(workspace.document, view)), "filter", place=_("View"))

    def _records(self) -> list[tuple[str, str]]:
        found = (each for each in records_of_file(self._workspace.document) if isinstance(each, _FOUND))
        return [(RECORD + each.id, name_of(each)[:LOOKED_AT]) for each in found if name_of(each)]

    def _record(self, key: str) -> Choice | None:
        document = self._workspace.document
        record = document.records.get(key.removeprefix(RECORD))
        if record is None or not record.id:
            return None
        place = place_of(document, record, self._workspace.map_id)
        return Choice(words_of(record), lambda: self.go(record.id), icon_name(record), tone_of(record), place)

    def _remember(self) -> None:
        current = self._workspace.session.current
        self.commands.stand_at(RECORD + current if current else "")


def menu_paths() -> Mapping[str, str]:
    """Return under which menus each action is found, "View › Theme"."""
    return dict(_paths(MENUS, ()))


def _paths(items: Items, above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for item in items:
        if isinstance(item, str):
            yield item, " › ".join(above)
        elif item is not None:
            yield from _paths(item[1], (*above, _(item[0])))


def _name(action: QAction) -> str:
    """Return the words of an action as they are now, without its keys and marks."""
    return action.text().partition("\t")[0].replace("&&", "&")
