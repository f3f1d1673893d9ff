"""The actions of a window as data: what they are called, their keys, what they do and when they can be done.

`run` and `enabled` take the window by what it offers to actions (`Host`), so that this table knows no widgets.
Keys that the map handles itself, since the capture line passes them on, are only named (`hint`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtGui import QKeySequence

from journey_editor.assets import marked as _
from journey_editor.ui.workspace import Workspace

Standard = QKeySequence.StandardKey


class Host(Protocol):
    """What a window offers to its actions."""

    @property
    def workspace(self) -> Workspace:
        """The open file."""
        ...

    @property
    def canvas(self) -> Any:
        """The map."""
        ...

    def do(self, what: str) -> None:
        """Do what only the window can: open a dialog, show a panel."""
        ...

    def is_shown(self, what: str) -> bool:
        """Whether a panel or a mode is on."""
        ...


Run = Callable[[Host], None]
Asked = Callable[[Host], bool]


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `keys` come from the system where it has a standard for them."""

    id: str
    text: str
    run: Run
    icon: str = ""
    keys: Standard | str | None = None
    hint: str = ""
    enabled: Asked = lambda host: True
    checked: Asked | None = None
    names: Callable[[Host], str] | None = None  # a text that tells more, such as what is undone


def asks(what: str) -> Run:
    """Return what lets the window do something."""
    return lambda host: host.do(what)


def on_canvas(name: str) -> Run:
    """Return what calls a function of the map."""
    return lambda host: getattr(host.canvas, name)()


def has_selection(host: Host) -> bool:
    """Whether something is selected."""
    return bool(host.workspace.session.selected)


def has_map(host: Host) -> bool:
    """Whether the file has a map to show."""
    return host.workspace.has_map


def has_maps(host: Host) -> bool:
    """Whether the file has several maps."""
    return sum(record.kind_name == "map" for record in host.workspace.document.records.values()) > 1


FILE = (
    ActionSpec("new", _("New…"), asks("new"), "new", Standard.New),
    ActionSpec("open", _("Open…"), asks("open"), "open", Standard.Open),
    ActionSpec("sample", _("Open the sample map"), asks("sample")),
    ActionSpec("save", _("Save"), asks("save"), "save", Standard.Save),
    ActionSpec("save_as", _("Save As…"), asks("save_as"), "", "Ctrl+Shift+S"),
    ActionSpec("export", _("Export poster…"), asks("export"), "export", "Ctrl+E", enabled=has_map),
    ActionSpec("print", _("Print…"), asks("print"), "print", Standard.Print, enabled=has_map),
    ActionSpec("close", _("Close"), asks("close"), "", Standard.Close),
    ActionSpec("quit", _("Quit"), asks("quit"), "", "Ctrl+Q"),
)
VIEW = (
    ActionSpec("zoom_in", _("Zoom in"), on_canvas("zoom_in"), "zoom-in", Standard.ZoomIn),
    ActionSpec("zoom_out", _("Zoom out"), on_canvas("zoom_out"), "zoom-out", Standard.ZoomOut),
    ActionSpec("full_size", _("Full size"), on_canvas("full_size"), hint="Ctrl+0"),
    ActionSpec("fit_all", _("Whole map"), on_canvas("fit_all"), "fit", hint="Ctrl+9"),
    ActionSpec("fit_stage", _("This stage"), on_canvas("fit_this_stage"), hint="Ctrl+8"),
    ActionSpec(
        "overlay", _("Curve over the swimlanes"),
        lambda host: host.workspace.show(overlay=not host.workspace.view.overlay), "lanes-overlay",
        checked=lambda host: host.workspace.view.overlay,
    ),
    ActionSpec(
        "rows", _("Rows of notes"), lambda host: host.workspace.show(rows=not host.workspace.view.rows),
        checked=lambda host: host.workspace.view.rows,
    ),
    ActionSpec(
        "outline", _("Outline"), asks("outline"), "outline", "Ctrl+Shift+O",
        checked=lambda host: host.is_shown("outline"),
    ),
    ActionSpec(
        "inspector", _("Inspector"), asks("inspector"), "inspector", "Ctrl+Shift+I",
        checked=lambda host: host.is_shown("inspector"),
    ),
    ActionSpec("theme_system", _("As the system"), asks("theme_system"), checked=lambda host: host.is_shown("system")),
    ActionSpec("theme_light", _("Light"), asks("theme_light"), checked=lambda host: host.is_shown("light")),
    ActionSpec("theme_dark", _("Dark"), asks("theme_dark"), checked=lambda host: host.is_shown("dark")),
    ActionSpec("next_map", _("Next map"), asks("next_map"), "", "Ctrl+PgDown", enabled=has_maps),
    ActionSpec("last_map", _("Map before"), asks("last_map"), "", "Ctrl+PgUp", enabled=has_maps),
    ActionSpec("next_pane", _("Next pane"), asks("next_pane"), "", "F6"),
    ActionSpec("last_pane", _("Pane before"), asks("last_pane"), "", "Shift+F6"),
)  # fmt: skip
HELP = (ActionSpec("about", _("About Journey Editor"), asks("about"), "info"),)
