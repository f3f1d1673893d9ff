"""What keys and menus do with transitions: go from one to the next, change what they are, move their ends."""

from typing import Literal

from journey_editor.assets import _
from journey_editor.core.edits.transitions import add_transition, set_path, step_path, transition_between
from journey_editor.core.parts import PathKind
from journey_editor.core.records import Record, Touchpoint, Transition
from journey_editor.core.titles import called
from journey_editor.layout.flow.paths import path_name
from journey_editor.layout.primitives import Element
from journey_editor.ui.canvas.tools.gesture import Canvas, Command, Direction
from journey_editor.ui.canvas.tools.linking import Link, draw_way_out
from journey_editor.ui.notice import Notice
from journey_editor.ui.workspace import Workspace


def step_transition(by: Literal[-1, 1]) -> Command:
    """Return what selects a transition of the current touchpoint, and from one the next, or the one before."""

    def do(workspace: Workspace, canvas: Canvas) -> None:
        current = workspace.current
        ways = workspace.document.journey(workspace.map_id).transitions if workspace.has_map else ()
        found: Transition | None = None
        if isinstance(current, Transition) and current in ways:
            found = ways[(ways.index(current) + by) % len(ways)]
        elif isinstance(current, Touchpoint):
            own = [each for each in ways if each.source == current.id] or [
                each for each in ways if each.target == current.id
            ]
            found = (own[0] if by > 0 else own[-1]) if own else None
        elif ways:
            found = ways[0] if by > 0 else ways[-1]
        if found is None:
            workspace.noticed.emit(_("No transition is drawn here."))
            return
        _select(workspace, canvas, found)

    return do


def walk_from(workspace: Workspace, canvas: Canvas, way: Transition, direction: Direction) -> None:
    """Go from a transition left to where it begins, right to where it leads, up and down to others from there."""
    ways = [each for each in workspace.document.journey(workspace.map_id).transitions if each.source == way.source]
    found: Record | None = None
    if direction in ("left", "right"):
        end = way.source if direction == "left" else way.target
        found = workspace.document.records.get(end) if end is not None else None
    elif way in ways:
        place = ways.index(way) + (1 if direction == "down" else -1)
        found = ways[place] if 0 <= place < len(ways) else None
    if found is not None:
        _select(workspace, canvas, found)


def make_path(path: PathKind) -> Command:
    """Return what makes the selected transitions a kind of path."""

    def do(workspace: Workspace, canvas: Canvas) -> None:
        ids = [each.id for each in workspace.selection if isinstance(each, Transition)]
        if ids and set_path(workspace.document, ids, path):
            workspace.noticed.emit(
                _("A transition that leads nowhere leaves the journey: let it lead to a touchpoint first.")
            )

    return do


def next_path(by: Literal[-1, 1]) -> Command:
    """Return what makes the current transition the next kind of path, or the one before."""

    def do(workspace: Workspace, canvas: Canvas) -> None:
        current = workspace.current
        if isinstance(current, Transition):
            workspace.noticed.emit(path_name(step_path(workspace.document, current.id, by)))

    return do


def leave(workspace: Workspace, canvas: Canvas) -> None:
    """Say that customers leave the journey at the current touchpoint."""
    current = workspace.current
    if isinstance(current, Touchpoint) and canvas.element_of(current.id) is not None:
        draw_way_out(canvas, current.id)
    else:
        workspace.noticed.emit(_("Select the touchpoint where customers leave."))


def aim(workspace: Workspace, canvas: Canvas, way: Transition) -> None:
    """Let keys or the pointer choose where a transition leads."""
    canvas.begin_gesture(Link(canvas, way.source, (way.id, "target")))


def aim_source(workspace: Workspace, canvas: Canvas) -> None:
    """Let keys or the pointer choose where the current transition begins."""
    current = workspace.current
    if isinstance(current, Transition) and current.target is not None:
        canvas.begin_gesture(Link(canvas, current.target, (current.id, "source")))
    else:
        workspace.noticed.emit(_("Select a transition that leads to a touchpoint."))


def offer_drawn(canvas: Canvas, arrow: Element) -> None:
    """Tell what an arrow is that nobody drew, and offer to make a transition of it."""
    workspace = canvas.workspace
    source, _sign, target = arrow.record.partition(">")
    records = workspace.document.records
    if source in records and target in records:
        words = _("Nobody drew this transition: {name} follows from the order.").format(
            name=called(records[target], 40)
        )
        workspace.offered.emit(Notice(words, _("Make it a transition"), lambda: draw_implied(canvas, arrow)))


def select_or_draw(canvas: Canvas, element: Element) -> None:
    """Select what an element shows; an arrow that nobody drew becomes a transition first."""
    if element.role == "arrow" and element.record not in canvas.workspace.document.records:
        draw_implied(canvas, element)
    else:
        canvas.workspace.session.select((element.record,))


def draw_implied(canvas: Canvas, arrow: Element) -> None:
    """Make a transition of an arrow that nobody drew, and select it."""
    workspace = canvas.workspace
    source, _sign, target = arrow.record.partition(">")
    records = workspace.document.records
    if source not in records or target not in records or workspace.document.in_gesture:
        return
    made = transition_between(workspace.document, source, target)
    workspace.session.select((made or add_transition(workspace.document, source, target),))


def _select(workspace: Workspace, canvas: Canvas, record: Record) -> None:
    workspace.session.select((record.id,))
    canvas.ensure_visible(record.id)
