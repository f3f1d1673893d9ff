"""The actions of a window as data: what they are called, their keys, what they do and when they can be done.

Menus, tooltips, the key page, the dispatch of keys and tests all come from this one table. An action is added so:

    WALK = (
        ActionSpec("parking", _("Park it"), asks("parking"), "note", "Ctrl+Shift+P", enabled=has_map),
        ActionSpec("join", _("Join with the next"), by_hand(join), keys="Ctrl+J", where="map", enabled=has_touchpoint),
        ActionSpec("room", _("Room view"), asks("room"), "present", keys=("F5", "Ctrl+R")),
        ActionSpec("left", _("Go left"), by_hand(walk_to("left")), keys="Left", where="map", in_menu=False),
    )

in a module of its own beside this one, whose tuple is listed in `menus.ACTIONS`; its id stands in `menus.MENUS` at the
place where it is looked for, unless it says `in_menu=False` (then only keys, the key page and the palette know it).

- `keys` are one or several: a `Standard` where the system has keys of its own for that, or "Ctrl+Shift+J" as Qt writes
  it ("Ctrl" is Cmd on a Mac). They are what holds until a person chooses others; never look them up here, ask
  `Actions.keys_text(id)`. Letters without Ctrl or Alt are typed and never commands; so are those with Ctrl+Alt, which
  is AltGr on Windows. No two actions share keys.
- `where` says where the keys hold: "window" whatever has the keyboard, except that a text field keeps what it edits
  with; "map" only while the map has the keyboard (capture line without words, canvas; with Ctrl the outline too).
  Anything that a text field could use (arrows, Del, Return, Ctrl+D) belongs to "map". Digits with Ctrl are found by
  their place on the keyboard, whatever they type; they belong to "map" too.
- `run` and `enabled` take the window by what it offers to actions (`Host`), so that this table knows no widgets.
  `asks("room")` runs `doings()["room"]` of the window; `by_hand(command)` in `editing` runs a command of the map.
- `in_room` says whether it can be done on one screen, where the room view lies over the console: unless it says so,
  what the map does can be done there and what the window does cannot.
- `settles=False` for what may be done in the middle of a drag or while words are typed in place, such as zooming;
  for all others the drag is dropped and the words are taken first.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

from PySide6.QtGui import QKeySequence

from journey_editor.assets import marked as _
from journey_editor.core.records import JourneyMap
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.workspace import Workspace

Standard = QKeySequence.StandardKey

Key = Standard | str
"""Keys that the system has for something, or a combination as Qt writes it."""

Where = Literal["window", "map"]


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

    @property
    def preferences(self) -> Preferences:
        """What the person has set, keys among it."""
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
    """One action; the module tells how to write one."""

    id: str
    text: str
    run: Run
    icon: str = ""
    keys: Key | tuple[Key, ...] | None = None
    enabled: Asked = lambda host: True
    checked: Asked | None = None
    names: Callable[[Host], str] | None = None  # a text that tells more, such as what is undone
    where: Where = "window"
    in_menu: bool = True
    settles: bool = True
    in_room: bool | None = None


def works_in_room(spec: ActionSpec) -> bool:
    """Whether an action can be done on one screen, where the room view lies over the console."""
    return on_map(spec) if spec.in_room is None else spec.in_room


def on_map(spec: ActionSpec) -> bool:
    """Whether the keys of an action hold only while the map has the keyboard."""
    return spec.where == "map"


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
    return len(host.workspace.document.of_kind(JourneyMap)) > 1


FILE = (
    ActionSpec("new", _("New from a template…"), asks("new"), "new", Standard.New),
    ActionSpec("open", _("Open…"), asks("open"), "open", Standard.Open),
    ActionSpec("sample", _("Open the sample map"), asks("sample")),
    ActionSpec("save", _("Save"), asks("save"), "save", Standard.Save),
    ActionSpec("save_as", _("Save As…"), asks("save_as"), "", "Ctrl+Shift+S"),
    ActionSpec("export", _("Export poster…"), asks("export"), "export", "Ctrl+E", enabled=has_map),
    ActionSpec("export_report", _("Export report…"), asks("export_report"), enabled=has_map),
    ActionSpec("export_actions", _("Export action list…"), asks("export_actions"), enabled=has_map),
    ActionSpec("print", _("Print…"), asks("print"), "print", Standard.Print, enabled=has_map),
    ActionSpec("close", _("Close"), asks("close"), "", Standard.Close),
    ActionSpec("quit", _("Quit"), asks("quit"), "", "Ctrl+Q"),
)
_VIEW = (
    ActionSpec("zoom_in", _("Zoom in"), on_canvas("zoom_in"), "zoom-in", (Standard.ZoomIn, "Ctrl+=")),
    ActionSpec("zoom_out", _("Zoom out"), on_canvas("zoom_out"), "zoom-out", Standard.ZoomOut),
    ActionSpec("full_size", _("Full size"), on_canvas("full_size"), keys="Ctrl+0", where="map", in_room=False),
    ActionSpec("fit_all", _("Whole map"), on_canvas("fit_all"), "fit", keys="Ctrl+9", where="map", in_room=False),
    ActionSpec("fit_stage", _("This stage"), on_canvas("fit_this_stage"), keys="Ctrl+8", where="map", in_room=False),
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
    ActionSpec("next_pane", _("Next pane"), asks("next_pane"), "", "F6"),
    ActionSpec("last_pane", _("Previous pane"), asks("last_pane"), "", "Shift+F6"),
)  # fmt: skip
VIEW = tuple(replace(spec, settles=False) for spec in _VIEW)
HELP = (
    ActionSpec("keys", _("Keys…"), asks("keys"), "keyboard", ("F1", Standard.HelpContents)),
    ActionSpec("about", _("About Journey Editor"), asks("about"), "info"),
)
