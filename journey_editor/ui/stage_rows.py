"""What a window can do with the rows under the lanes: their menu, new rows, sets."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from journey_editor.core.edits.rows import choose_rows
from journey_editor.core.rows import SETS
from journey_editor.ui.canvas.view import CanvasView
from journey_editor.ui.panels.rowchoice import RowChoice
from journey_editor.ui.workspace import Workspace


class StageRows:
    """The rows of the map in one window."""

    def __init__(self, workspace: Workspace, canvas: CanvasView, parent: QWidget) -> None:
        self._workspace, self._canvas, self._parent = workspace, canvas, parent
        canvas.cells.rows_asked.connect(self.show)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what actions may ask for."""
        sets = {f"rows_{key}": (lambda rows=rows: self._choose(rows)) for key, rows in SETS.items()}
        return {
            "rows_menu": lambda: self._ask(False),
            "row_new": lambda: self._ask(True),
            "rows_usual": lambda: self._choose(()),
            **sets,
        }

    def show(self, kind: str, place: QPoint, is_naming: bool = False) -> None:
        """Show the menu of rows at a place of the screen, one of them marked."""
        self._workspace.show(rows=True)
        RowChoice(self._workspace, self._parent, kind).show_at(place, is_naming)

    def _ask(self, is_naming: bool) -> None:
        if self._workspace.has_map:
            self._workspace.show(rows=True)
            self.show(self._canvas.cells.kind, self._canvas.cells.menu_place(), is_naming)

    def _choose(self, rows: tuple[str, ...]) -> None:
        if self._workspace.has_map:
            choose_rows(self._workspace.document, self._workspace.map_id, rows)
            self._workspace.show(rows=True)
