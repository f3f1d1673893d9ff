"""What a window can do with the maps of its file: the same for menus, tabs, keys and the palette of commands."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol, get_args

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.fields import field_value, set_field
from journey_editor.core.edits.library import all_of
from journey_editor.core.edits.maps import (
    add_detail_map,
    add_map,
    bring_maps,
    duplicate_map,
    move_map,
    remove_map,
    review_map,
)
from journey_editor.core.parts import State
from journey_editor.core.records import JourneyMap, Persona, Record, Touchpoint
from journey_editor.core.templates import moved_on
from journey_editor.core.titles import called
from journey_editor.layout.title import state_name
from journey_editor.storage.refusal import Refusal
from journey_editor.ui.dialogs.questions import tell
from journey_editor.ui.dialogs.templates import Templates
from journey_editor.ui.labels import label
from journey_editor.ui.notice import Notice
from journey_editor.ui.panels.tabs.bar import MapTabs
from journey_editor.ui.workspace import Workspace

LONGEST = 40  # letters of a title in a sentence

TAB_MENU = (
    "rename_map", "copy_map", "remove_map", None, "map_earlier", "map_later", None, "review_map", "map_properties",
    None, "add_map", "template_map",
)  # fmt: skip
PLUS_MENU = ("add_map", "template_map", "copy_map")


class Host(Protocol):
    """What is needed of the window."""

    @property
    def workspace(self) -> Workspace:
        """The open file."""
        ...

    @property
    def canvas(self) -> Any:
        """The map."""
        ...

    @property
    def inspector(self) -> Any:
        """Where the properties of the map are."""
        ...

    @property
    def actions_of(self) -> Any:
        """The actions of the window."""
        ...


class Maps:
    """The maps of one window."""

    def __init__(self, host: Host, window: QWidget, tabs: MapTabs) -> None:
        self._host, self._window, self._tabs = host, window, tabs
        self._workspace = host.workspace
        self._ways: list[tuple[str, str]] = []  # by which touchpoint which map was opened
        tabs.menu_asked.connect(lambda place: self._show_menu(TAB_MENU, place))
        tabs.add_asked.connect(lambda place: self._show_menu(PLUS_MENU, place))
        tabs.remove_asked.connect(self._remove)
        self._workspace.about_asked.connect(self._tell_about)
        self._workspace.map_asked.connect(self._open)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what actions may ask, by name."""
        return {
            "add_map": self._add,
            "template_map": self._add_template,
            "copy_map": self._copy,
            "rename_map": lambda: self._tabs.rename(self._workspace.map_id),
            "map_earlier": lambda: self._move(-1),
            "map_later": lambda: self._move(1),
            "remove_map": self._remove,
            "review_map": self._review,
            "map_properties": self._show_properties,
            "next_map": lambda: self._turn(1),
            "last_map": lambda: self._turn(-1),
            "open_map": lambda: self._open(self._way_in()),
            "detail_map": self._detail,
            "map_back": self._go_back,
        }

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return what there is to go to."""
        return {
            "no_way_in": self._has_no_way_in,
            "way_in": lambda: self._way_in() is not None,
            "way_back": self._may_go_back,
        }

    # the maps of the file

    def _add(self) -> None:
        workspace = self._workspace
        self._show(add_map(workspace.document, workspace.map_id or None, created=date.today()))

    def _add_template(self) -> None:
        workspace = self._workspace
        dialog = Templates(self._window, workspace.view)
        if not dialog.exec() or not dialog.chosen:
            return
        try:
            records = {each.id: each for each in moved_on(dialog.records().values(), date.today())}
        except Refusal as refusal:
            tell(self._window, str(refusal))
            return
        came = bring_maps(workspace.document, records, workspace.map_id or None)
        if came:
            self._show(came[0])

    def _copy(self) -> None:
        self._show(duplicate_map(self._workspace.document, self._workspace.map_id))

    def _move(self, way: int) -> None:
        document, here = self._workspace.document, self._workspace.map_id
        ids = [each.id for each in document.maps()]
        move_map(document, here, ids.index(here) + way)

    def _remove(self) -> None:
        workspace = self._workspace
        found = workspace.document.records.get(workspace.map_id)
        if isinstance(found, JourneyMap):
            name = called(found, LONGEST)
            remove_map(workspace.document, found.id)
            workspace.offered.emit(workspace.with_undo(_("The map “{name}” was removed").format(name=name)))

    def _review(self) -> None:
        workspace = self._workspace
        review_map(workspace.document, workspace.map_id, date.today())
        workspace.offered.emit(workspace.with_undo(_("Reviewed today")))

    def _show_properties(self) -> None:
        self._workspace.session.clear()
        self._host.inspector.show()
        self._host.inspector.follow()
        self._host.inspector.setFocus()

    def _turn(self, way: int) -> None:
        ids = [each.id for each in self._workspace.document.maps()]
        if self._workspace.map_id in ids:
            self._show(ids[(ids.index(self._workspace.map_id) + way) % len(ids)])

    def _show(self, map_id: str) -> None:
        self._workspace.session.show_map(map_id)

    def _show_menu(self, items: tuple[str | None, ...], place: QPoint) -> None:
        menu = self._host.actions_of.fill(QMenu(self._window), items)
        self._host.actions_of.refresh()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _tell_about(self, place: QPoint) -> None:
        """Offer what is told below the title to be changed where it stands: whose journey, in which state, reviewed."""
        workspace, menu = self._workspace, QMenu(self._window)
        shown = workspace.document.records.get(workspace.map_id)
        if not isinstance(shown, JourneyMap):
            return
        personas: list[tuple[str | None, str]] = [
            (each.id, called(each, LONGEST)) for each in all_of(workspace.document, Persona)
        ]
        states: list[tuple[str | None, str]] = [(each, state_name(each).capitalize()) for each in get_args(State)]
        self._offer(menu.addMenu(_("State")), "state", shown.state, states)
        self._offer(menu.addMenu(_("Persona")), "persona", shown.persona, [(None, _("None")), *personas])
        menu.addSeparator()
        self._host.actions_of.fill(menu, ("page_review", "review_map", "rename_map", "map_properties"))
        self._host.actions_of.refresh()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _offer(self, menu: QMenu, field: str, now: str | None, values: Sequence[tuple[str | None, str]]) -> None:
        """Offer values of a field of the map."""
        for value, words in values:
            action = menu.addAction(label(words))
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _checked=False, value=value: self._set(field, value))

    def _set(self, field: str, value: str | None) -> None:
        document, map_id = self._workspace.document, self._workspace.map_id
        if field_value(document.records[map_id], field) != value:
            set_field(document, (map_id,), field, value)

    # there and back

    def _way_in(self) -> str | None:
        """Return the current touchpoint where it opens another map."""
        anchor: Record | None = self._workspace.anchor
        leads = isinstance(anchor, Touchpoint) and anchor.opens not in (None, anchor.map)
        return anchor.id if anchor is not None and leads else None

    def _has_no_way_in(self) -> bool:
        anchor = self._workspace.anchor
        return isinstance(anchor, Touchpoint) and anchor.opens is None

    def _detail(self) -> None:
        anchor = self._workspace.anchor
        if isinstance(anchor, Touchpoint):
            add_detail_map(self._workspace.document, anchor.id)
            self._open(anchor.id)

    def _way_back(self) -> str | None:
        """Return the touchpoint by which the map that is shown was opened last, else one that opens it."""
        document, here = self._workspace.document, self._workspace.map_id
        for touchpoint, opened in reversed(self._ways):
            if opened == here and self._leads(touchpoint, here):
                return touchpoint
        users = document.of_kind(Touchpoint)
        return next((each.id for each in users if self._leads(each.id, here)), None)

    def _may_go_back(self) -> bool:
        """Whether there may be a way back: asked after each edit, so no touchpoint is looked at for it."""
        return len(self._workspace.document.of_kind(JourneyMap)) > 1

    def _leads(self, touchpoint: str, here: str) -> bool:
        found = self._workspace.document.records.get(touchpoint)
        return isinstance(found, Touchpoint) and found.opens == here and found.map != here

    def _open(self, touchpoint_id: str | None) -> None:
        found = self._workspace.document.records.get(touchpoint_id or "")
        if not isinstance(found, Touchpoint) or found.opens is None:
            return
        self._ways = [*self._ways[-99:], (found.id, found.opens)]
        self._workspace.session.select((found.id,))
        self._show(found.opens)
        said = _("Opened from “{name}”").format(name=called(found, LONGEST))
        self._workspace.offered.emit(Notice(said, _("Back"), self._go_back))

    def _go_back(self) -> None:
        back = self._way_back()
        found = self._workspace.document.records.get(back or "")
        if not isinstance(found, Touchpoint):
            self._workspace.noticed.emit(_("No touchpoint opens this map"))
        else:
            self._show(found.map)
            self._workspace.session.select((found.id,))
            self._host.canvas.ensure_visible(found.id)
