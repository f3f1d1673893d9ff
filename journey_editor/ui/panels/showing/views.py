"""The saved views of a map as a button with a menu: chosen, saved, renamed and removed there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton

from journey_editor.assets import _
from journey_editor.core.edits.views import remove_view, rename_view, save_view, views_of
from journey_editor.core.facets import living
from journey_editor.core.parts import MapView
from journey_editor.core.showing import same_showing, shows_all
from journey_editor.ui.labels import label
from journey_editor.ui.workspace import Workspace


class ViewsButton(QPushButton):
    """`ask_name` asks for the name of the view that is called so, "" of a new one."""

    def __init__(self, workspace: Workspace, ask_name: Callable[[str], object]) -> None:
        super().__init__(_("Views ▾"))
        self._workspace, self._ask_name = workspace, ask_name
        self.setProperty("role", "link")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._offer)
        self.setMenu(self._menu)

    def show_view(self, view: MapView) -> None:
        """Show what a view asks for."""
        self._workspace.show(only=living(self._workspace.document, view))

    def current(self) -> str | None:
        """Return the name of the saved view that is shown, None for none."""
        only = self._workspace.view.only
        saved = views_of(self._workspace.document, self._workspace.map_id)
        found = next((each for each in saved if each.name == only.name and same_showing(each, only)), None)
        return found.name if found is not None else None

    def name(self, old: str, name: str) -> bool:
        """Call the view that was called `old` otherwise, or save what is shown; returns whether that was possible."""
        workspace = self._workspace
        document, map_id, only = workspace.document, workspace.map_id, workspace.view.only
        if not name:
            workspace.noticed.emit(_("A view needs a name."))
            return False
        if not old:
            save_view(document, map_id, only.with_(name=name))
            workspace.offered.emit(workspace.with_undo(_("View “{name}” was saved.").format(name=name)))
        elif not rename_view(document, map_id, old, name):
            workspace.noticed.emit(_("Another view is called “{name}”.").format(name=name))
            return False
        workspace.show(only=only.with_(name=name))
        return True

    def remove(self) -> None:
        """Remove the view that is shown; what is shown stays."""
        workspace, name = self._workspace, self.current()
        if name is not None and remove_view(workspace.document, workspace.map_id, name):
            workspace.offered.emit(workspace.with_undo(_("View “{name}” was removed.").format(name=name)))

    def _offer(self) -> None:
        workspace, menu, current = self._workspace, self._menu, self.current()
        menu.clear()
        for view in views_of(workspace.document, workspace.map_id):
            words = label(view.name) or _("View without a name")
            action = menu.addAction(words, lambda view=view: self.show_view(view))
            action.setCheckable(True)
            action.setChecked(view.name == current)
        if not menu.isEmpty():
            menu.addSeparator()
        save = menu.addAction(_("Save as a view…"), lambda: self._ask_name(""))
        save.setEnabled(not shows_all(workspace.view.only))
        if current is not None:
            name = label(current)
            menu.addAction(_("Rename “{name}”…").format(name=name), lambda: self._ask_name(current))
            menu.addAction(_("Remove “{name}”").format(name=name), self.remove)
