"""What keys do on the canvas: plain functions of the workspace and the canvas, the same verbs as the mouse's.

The window makes its actions of them; the table of actions says by which keys they are called.
"""

from typing import Literal

from journey_editor.assets import _
from journey_editor.core.edits.feelings import nudge_valence, set_valence
from journey_editor.core.edits.owners import move_owner, owners_of
from journey_editor.core.edits.place import Slot, going_on, last_slot
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.stages import move_stage
from journey_editor.core.edits.touchpoints import duplicate_touchpoints, step_lane, step_touchpoint
from journey_editor.core.edits.transitions import step_target
from journey_editor.core.lanes import Lane, lane_shown
from journey_editor.core.records import Attached, Owner, Record, Stage, Touchpoint, Transition
from journey_editor.ui.canvas.flow import walk_from
from journey_editor.ui.canvas.shaping import move_note
from journey_editor.ui.canvas.tools.gesture import Canvas, Command, Direction
from journey_editor.ui.canvas.tools.placing import new_stage, new_touchpoint
from journey_editor.ui.canvas.walking import walk
from journey_editor.ui.workspace import Workspace


def walk_to(direction: Direction, extend: bool = False) -> Command:
    """Return what an arrow does: select what lies there, or with Shift take it in too."""

    def do(workspace: Workspace, canvas: Canvas) -> None:
        session, record = workspace.session, workspace.current
        if isinstance(record, Transition) and not extend and canvas.element_of(record.id) is not None:
            walk_from(workspace, canvas, record, direction)
            return
        current = canvas.cells.element or (canvas.cells.shown(session.current) if session.current else None)
        found = walk(canvas.picture, current, direction)
        if found is not None and found.role == "row" and not extend:
            canvas.cells.enter_element(found)
        if found is None or found.role == "row":
            return
        kept = [record for record in session.selected if record != found.record] if extend else []
        session.select((*kept, found.record))
        canvas.ensure_visible(found.record)

    return do


def move_to(direction: Direction) -> Command:
    """Return what Ctrl and an arrow do: cards one column or lane on, stages and lanes one place on.

    Notes go up and down among their like, and sideways onto the next touchpoint or stage; transitions sideways lead to
    the next touchpoint.
    """
    sign: Literal[-1, 1] = 1 if direction in ("right", "down") else -1

    def do(workspace: Workspace, canvas: Canvas) -> None:
        current = workspace.current
        if canvas.cells.at is not None:
            if not canvas.cells.at.place.stage and direction in ("up", "down"):
                canvas.cells.step_row(sign)
            return
        if isinstance(current, Touchpoint):
            _move_cards(workspace, sign, sideways=direction in ("left", "right"))
        elif isinstance(current, Stage) and direction in ("left", "right"):
            stages = workspace.document.journey(current.map).stages
            move_stage(workspace.document, current.id, max(0, stages.index(current) + sign))
        elif isinstance(current, Owner) and direction in ("up", "down"):
            move_owner(workspace.document, current.id, max(0, owners_of(workspace.document).index(current) + sign))
        elif isinstance(current, Transition) and direction in ("left", "right"):
            step_target(workspace.document, current.id, sign)
        elif isinstance(current, Attached):
            move_note(workspace, current, sign, sideways=direction in ("left", "right"))
        if current is not None:
            canvas.ensure_visible(current.id)

    return do


def feel(valence: float) -> Command:
    """Return what Ctrl and a digit do: let the selected touchpoints feel so."""

    def do(workspace: Workspace, canvas: Canvas) -> None:
        ids = workspace.selected_touchpoints
        if ids:
            set_valence(workspace.document, ids, valence)

    return do


def nudge(by: float) -> Command:
    """Return what Ctrl+Shift+Up and Down do: half a step better or worse."""

    def do(workspace: Workspace, canvas: Canvas) -> None:
        ids = workspace.selected_touchpoints
        if ids:
            nudge_valence(workspace.document, ids, by)

    return do


def edit_title(workspace: Workspace, canvas: Canvas) -> None:
    """Edit the current record's name in place, or do what Enter does in a cell of the rows."""
    if canvas.cells.edit():
        return
    if workspace.session.current:
        canvas.ensure_visible(workspace.session.current)
        canvas.edit_title(workspace.session.current)


def add_after(workspace: Workspace, canvas: Canvas) -> None:
    """Add an empty touchpoint after the current one, in its lane, and edit its title."""
    document = workspace.document
    current = workspace.current
    if isinstance(current, Touchpoint) and current.stage is not None:
        new_touchpoint(canvas, Slot(current.stage, after=current.id), lane_shown(document.records, current))
        return
    slot = going_on(document, workspace.map_id) if workspace.has_map else None
    if isinstance(current, Stage):
        new_touchpoint(canvas, last_slot(document, current.id), None)
    elif slot is not None:
        lane = Lane("owner", current.id) if isinstance(current, Owner) else None
        new_touchpoint(canvas, slot, lane)
    else:
        workspace.noticed.emit(_("A touchpoint needs a stage to lie in."))


def add_stage_after(workspace: Workspace, canvas: Canvas) -> None:
    """Add a stage after the current one, or at the end, and edit its name."""
    current = workspace.current
    after = current.stage if isinstance(current, Touchpoint) else current.id if isinstance(current, Stage) else None
    new_stage(canvas, after)


def remove_selected(workspace: Workspace, canvas: Canvas) -> None:
    """Remove what is selected, and select what stands where it was."""
    selected = workspace.session.selected
    if canvas.cells.drop_row() or not selected:
        return
    place = canvas.cells.place_of(selected[-1])
    following = _following(workspace)
    remove(workspace.document, selected)
    if place is not None and not workspace.selection:
        canvas.cells.rest(place)
        return
    if following is not None and not workspace.selection:
        workspace.session.select((following,))


def duplicate(workspace: Workspace, canvas: Canvas) -> None:
    """Duplicate the selected touchpoints and select the copies."""
    ids = workspace.selected_touchpoints
    if ids:
        copies = duplicate_touchpoints(workspace.document, ids)
        workspace.session.select(copies)
        canvas.ensure_visible(copies[-1])


def select_first(workspace: Workspace, canvas: Canvas) -> None:
    """Select the first touchpoint of the map."""
    _select_at(workspace, canvas, 0)


def select_last(workspace: Workspace, canvas: Canvas) -> None:
    """Select the last touchpoint of the map."""
    _select_at(workspace, canvas, -1)


def select_all(workspace: Workspace, canvas: Canvas) -> None:
    """Select all touchpoints of the map."""
    workspace.session.select(each.id for each in workspace.document.journey(workspace.map_id).touchpoints)


def _move_cards(workspace: Workspace, sign: Literal[-1, 1], sideways: bool) -> None:
    ids = workspace.selected_touchpoints
    document = workspace.document
    if not sideways:
        step_lane(document, ids, sign)
        return
    places = {each.id: place for place, each in enumerate(document.journey(workspace.map_id).touchpoints)}
    ordered = sorted(ids, key=lambda each: places.get(each, len(places)), reverse=sign > 0)
    with document.transaction(_("Move touchpoint") if len(ids) == 1 else _("Move touchpoints")):
        for each in ordered:  # the foremost first, so that none steps over another
            if not step_touchpoint(document, each, sign):
                break


def _following(workspace: Workspace) -> str | None:
    """Return what to select once the selection is gone: the next one of its kind, else the one before."""
    current = workspace.current
    journey = workspace.document.journey(workspace.map_id)
    siblings: tuple[Record, ...] = ()
    if isinstance(current, Touchpoint):
        siblings = journey.touchpoints
    elif isinstance(current, Stage):
        siblings = journey.stages
    elif isinstance(current, Attached):
        return current.on
    elif isinstance(current, Transition):
        return current.source
    ids = [each.id for each in siblings]
    if current is None or current.id not in ids:
        return None
    here = ids.index(current.id)
    going = set(workspace.session.selected)
    return next((each for each in (*ids[here + 1 :], *reversed(ids[:here])) if each not in going), None)


def _select_at(workspace: Workspace, canvas: Canvas, place: int) -> None:
    found = workspace.document.journey(workspace.map_id).touchpoints
    if found:
        workspace.session.select((found[place].id,))
        canvas.ensure_visible(found[place].id)
