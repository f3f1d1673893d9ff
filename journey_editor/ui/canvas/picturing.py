"""The picture that a workspace asks for: which map, in which theme, with what shown."""

from datetime import date

from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Grid, Picture
from journey_editor.picture import draw
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace


def options_of(workspace: Workspace) -> Options:
    """Return how the map is laid out on the canvas."""
    view = workspace.view
    return Options(style=look_of(workspace.view.theme).map, today=date.today(), overlay=view.overlay, rows=view.rows)


def picture_of(workspace: Workspace) -> Picture:
    """Return the picture of the map that is shown; an empty one where the file has none."""
    if not workspace.has_map:
        return Picture(0.0, 0.0, (), Grid((), (), (), None))
    return draw(workspace.document.journey(workspace.map_id), options_of(workspace))
