"""What shapes a map from the keyboard: joining, splitting, transitions, notes and moments of truth."""

from typing import Literal

from journey_editor.assets import _
from journey_editor.core.edits.attachments import hang_on, move_attached, set_moment
from journey_editor.core.edits.joining import join_touchpoints
from journey_editor.core.edits.seams import (
    join_stages,
    split_stage,
    splits_before,
    stage_after,
    touchpoint_after,
    touchpoint_before,
)
from journey_editor.core.journey import Journey
from journey_editor.core.parts import Moment
from journey_editor.core.records import Attached, Stage, Touchpoint, Transition
from journey_editor.ui.canvas.flow import aim
from journey_editor.ui.canvas.tools.gesture import Canvas, Command
from journey_editor.ui.canvas.tools.linking import Link, draw_transition
from journey_editor.ui.canvas.tools.placing import new_note, next_join
from journey_editor.ui.workspace import Workspace


def join(workspace: Workspace, canvas: Canvas) -> None:
    """Join what is selected: several touchpoints become one, a single one is joined with the next; stages likewise.

    What is current decides which of the two is meant where both are selected. All that either held is kept.
    """
    current = workspace.current
    if isinstance(current, Stage):
        _join_stages(workspace, canvas, current)
    elif isinstance(current, Touchpoint):
        _join_touchpoints(workspace, canvas, current)
    else:
        workspace.noticed.emit(_("Select touchpoints or stages that are to become one."))


def split(workspace: Workspace, canvas: Canvas) -> None:
    """Split the stage before the first selected touchpoint, and let the new stage's name be typed."""
    document = workspace.document
    chosen = _in_order(workspace)
    if not chosen:
        workspace.noticed.emit(_("Select the touchpoint before which its stage is to be split."))
    elif not splits_before(document, chosen[0]):
        workspace.noticed.emit(
            _("Nothing lies before this touchpoint in its stage: select a later one to split it there.")
        )
    elif not workspace.lock.holds():
        step = next_join()
        with document.transaction(_("Split stage"), step):
            made = split_stage(document, chosen[0])
        if made is not None:
            workspace.session.select((made,))
            canvas.ensure_visible(made)
            canvas.edit_title(made, step)


def link(workspace: Workspace, canvas: Canvas) -> None:
    """Draw a transition: between two selected touchpoints at once, in the order in which they were taken.

    From a single one, keys or the pointer choose where it leads (`tools.linking`); so for a transition.
    """
    chosen, current = workspace.selected_touchpoints, workspace.current
    if isinstance(current, Transition):
        aim(workspace, canvas, current)
        return
    if len(chosen) == 2:
        draw_transition(canvas, *chosen)
    elif chosen and canvas.element_of(chosen[-1]) is not None:
        canvas.begin_gesture(Link(canvas, chosen[-1]))
    else:
        workspace.noticed.emit(_("Select the touchpoint where the transition begins."))


def add_note(kind: str) -> Command:
    """Return what adds a note of a kind, or an opportunity, to what is selected and lets its text be typed."""

    def do(workspace: Workspace, canvas: Canvas) -> None:
        holder = workspace.holder
        if holder is None or canvas.element_of(holder.id) is None:
            workspace.noticed.emit(_("Select a touchpoint or a stage to put a note on."))
        else:
            canvas.ensure_visible(holder.id)
            new_note(canvas, holder.id, kind)

    return do


def toggle_moment(workspace: Workspace, canvas: Canvas) -> None:
    """Make the selected touchpoints moments of truth, or plain ones again where all of them are."""
    chosen = [each for each in workspace.selection if isinstance(each, Touchpoint)]
    if chosen:
        are_moments = all(each.moment for each in chosen)
        set_moment(workspace.document, [each.id for each in chosen], not are_moments)
        if are_moments and any(each.moment != Moment() for each in chosen):
            words = _("No moment of truth any more; what was said of it went too.")
            workspace.offered.emit(workspace.with_undo(words))


def move_note(workspace: Workspace, current: Attached, sign: Literal[-1, 1], sideways: bool) -> None:
    """Move a note among its like on the same record, or sideways onto the next touchpoint or stage."""
    document = workspace.document
    if not sideways:
        move_attached(document, current.id, sign)
        return
    holder = document.records.get(current.on)
    following: str | None = None
    if isinstance(holder, Touchpoint):
        following = (touchpoint_after if sign > 0 else touchpoint_before)(document, holder.id)
    elif isinstance(holder, Stage):
        stages = [each.id for each in _journey(workspace).stages]
        there = stages.index(holder.id) + sign
        following = stages[there] if 0 <= there < len(stages) else None
    if following is not None:
        hang_on(document, current.id, following)


def _join_touchpoints(workspace: Workspace, canvas: Canvas, current: Touchpoint) -> None:
    document = workspace.document
    chosen = _in_order(workspace)
    if len(chosen) == 1 and (following := touchpoint_after(document, current.id)):
        chosen = (*chosen, following)
    if len(chosen) < 2:
        workspace.noticed.emit(_("No touchpoint follows that this one could be joined with."))
        return
    join_touchpoints(document, chosen[0], chosen[1:])
    _select(workspace, canvas, chosen[0])


def _join_stages(workspace: Workspace, canvas: Canvas, current: Stage) -> None:
    document = workspace.document
    chosen = tuple(each.id for each in workspace.selection if isinstance(each, Stage))
    if len(chosen) == 1 and (following := stage_after(document, current.id)):
        chosen = (*chosen, following)
    if len(chosen) < 2:
        workspace.noticed.emit(_("No stage follows that this one could be joined with."))
    elif not workspace.lock.holds():
        _select(workspace, canvas, join_stages(document, chosen))


def _select(workspace: Workspace, canvas: Canvas, record: str) -> None:
    workspace.session.select((record,))
    canvas.ensure_visible(record)


def _in_order(workspace: Workspace) -> tuple[str, ...]:
    """Return the selected touchpoints in reading order, those of the tray last."""
    journey = _journey(workspace)
    chosen = set(workspace.selected_touchpoints)
    return tuple(each.id for each in (*journey.touchpoints, *journey.tray) if each.id in chosen)


def _journey(workspace: Workspace) -> Journey:
    return workspace.document.journey(workspace.map_id)
