"""A canvas without a window, with the keys that it has in one."""

from dataclasses import dataclass, field

from journey_editor.ui.actions.menus import Actions
from journey_editor.ui.canvas.view import CanvasView
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.workspace import Workspace


@dataclass
class Alone:
    """What actions may ask of a canvas alone; what only a window can do is written down."""

    canvas: CanvasView
    preferences: Preferences = field(default_factory=Preferences)
    asked: list[str] = field(default_factory=list[str])

    @property
    def workspace(self) -> Workspace:
        return self.canvas.workspace

    def do(self, what: str) -> None:
        self.asked.append(what)

    def is_shown(self, what: str) -> bool:
        return False


def with_keys(canvas: CanvasView) -> Actions:
    """Give a canvas its keys."""
    return Actions(Alone(canvas), canvas)
