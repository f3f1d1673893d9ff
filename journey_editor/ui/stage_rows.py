"""What a window can do with the rows under the lanes: their menu, new rows, sets."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QWidget

from journey_editor.core.edits.rows import choose_rows
from journey_editor.core.input import typed_line
from journey_editor.core.rows import SETS
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.ui.canvas.view import CanvasView
from journey_editor.ui.clipboard import FRAGMENT_MIME
from journey_editor.ui.panels.capture import CaptureLine
from journey_editor.ui.panels.rowchoice import RowChoice
from journey_editor.ui.pasting import Pasting, text_in
from journey_editor.ui.workspace import Workspace


class StageRows:
    """The rows of the map in one window."""

    def __init__(
        self, workspace: Workspace, canvas: CanvasView, line: CaptureLine, pasting: Pasting, parent: QWidget
    ) -> None:
        self._workspace, self._canvas, self._parent = workspace, canvas, parent
        canvas.cells.rows_asked.connect(self.show)
        canvas.cells.changed.connect(line.follow)
        line.taker = canvas.cells
        pasting.takers.append(self.takes)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what actions may ask for."""
        sets = {f"rows_{key}": (lambda rows=rows: self._choose(rows)) for key, rows in SETS.items()}
        return {
            "rows_menu": lambda: self._ask(False),
            "row_new": lambda: self._ask(True),
            "rows_usual": lambda: self._choose(()),
            **sets,
        }

    def takes(self, data: QMimeData, in_tray: bool) -> bool:
        """Paste lines into the cell that hands are on; returns whether they are on any."""
        if in_tray or data.hasFormat(FRAGMENT_MIME) or self._canvas.cells.at is None:
            return False
        lines = (" ".join(typed_line(each).split())[:TEXT_LIMIT] for each in text_in(data).splitlines())
        return self._canvas.cells.paste([each for each in lines if each])

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
