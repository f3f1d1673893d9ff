"""The actions of what is counted: the time axis, the numbers of stages, when a stage is."""

from journey_editor.assets import _ as translated, marked as _
from journey_editor.core.edits.rows import switch_row
from journey_editor.core.journey import map_in
from journey_editor.core.records import Stage, Touchpoint
from journey_editor.core.rows import STAGE_NUMBERS, TIME_AXIS
from journey_editor.ui.actions.editing import by_hand
from journey_editor.ui.actions.table import ActionSpec, Asked, Host, Run, has_map
from journey_editor.ui.canvas.tools.gesture import Canvas
from journey_editor.ui.canvas.tools.periods import PeriodSteps
from journey_editor.ui.workspace import Workspace


def toggles(band: str) -> Run:
    """Return what shows the time axis or the numbers of stages of the map, or hides them."""

    def run(host: Host) -> None:
        workspace = host.workspace
        switch_row(workspace.document, workspace.map_id, band, not is_shown(workspace, band))

    return run


def shows(band: str) -> Asked:
    """Return what tells whether the map shows it."""
    return lambda host: host.workspace.has_map and is_shown(host.workspace, band)


def is_shown(workspace: Workspace, band: str) -> bool:
    """Whether the map shows its time axis, or the numbers of its stages."""
    return band in map_in(workspace.document.records, workspace.map_id).rows


def set_time(workspace: Workspace, canvas: Canvas) -> None:
    """Let arrows move the selected stage in time; the axis is shown for it."""
    stage = stage_meant(workspace)
    if stage is None:
        workspace.noticed.emit(translated("Select a stage to say when it is."))
        return
    switch_row(workspace.document, workspace.map_id, TIME_AXIS, True)
    workspace.session.select((stage,))
    canvas.begin_gesture(PeriodSteps(canvas, stage))


def type_counts(workspace: Workspace, canvas: Canvas) -> None:
    """Let how many entered and completed the selected stage be typed in place; the numbers are shown for it."""
    stage = stage_meant(workspace)
    if stage is None:
        workspace.noticed.emit(translated("Select a stage to type its numbers."))
        return
    switch_row(workspace.document, workspace.map_id, STAGE_NUMBERS, True)
    workspace.session.select((stage,))
    canvas.edit_figures(stage, "counts")


def stage_meant(workspace: Workspace) -> str | None:
    """Return the stage that is selected, or that holds the selected touchpoint."""
    current = workspace.current
    if isinstance(current, Touchpoint):
        return current.stage
    return current.id if isinstance(current, Stage) else None


def has_stage(host: Host) -> bool:
    """Whether a stage, or a touchpoint of one, is selected."""
    return stage_meant(host.workspace) is not None


NUMBERS = (
    ActionSpec(
        "time_axis", _("Time axis"), toggles(TIME_AXIS), "time-axis", "Shift+F11", enabled=has_map,
        checked=shows(TIME_AXIS),
    ),
    ActionSpec(
        "stage_numbers", _("Numbers of stages"), toggles(STAGE_NUMBERS), "funnel", "Shift+F12", enabled=has_map,
        checked=shows(STAGE_NUMBERS),
    ),
    ActionSpec(
        "type_counts", _("Numbers of the stage…"), by_hand(type_counts), "funnel", "Ctrl+Shift+E", where="map",
        enabled=has_stage, in_room=False,
    ),
    ActionSpec(
        "set_time", _("When the stage is…"), by_hand(set_time), "clock", "Ctrl+Shift+W", where="map",
        enabled=has_stage, in_room=False,
    ),
)  # fmt: skip
