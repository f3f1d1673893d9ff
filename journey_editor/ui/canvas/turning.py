"""Turning from map to map: each is seen again as it was left, at its place and in its scale."""

from collections.abc import Callable

from journey_editor.ui.canvas.scene import MapScene
from journey_editor.ui.canvas.zoom import ScaledView, Sight
from journey_editor.ui.workspace import Workspace


class Turning:
    """Which map a view shows, and what was seen of those that it showed before."""

    def __init__(self, view: ScaledView, scene: MapScene, workspace: Workspace) -> None:
        self._view, self._scene, self._workspace = view, scene, workspace
        self._shown = workspace.map_id
        self._sights: dict[str, Sight] = {}

    def follow(self, settle: Callable[[], None]) -> bool:
        """Show another map where the workspace turned to one, once what is under way is settled.

        Returns whether it did.
        """
        if self._shown == self._workspace.map_id:
            return False
        self._sights[self._shown] = self._view.sight()
        self._shown = self._workspace.map_id
        settle()
        self._scene.turn()
        seen = self._sights.pop(self._shown, None)
        if seen is None:
            self._view.begin()
        else:
            self._view.see_again(seen)
        self._view.viewport().update()
        return True
