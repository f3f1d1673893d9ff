"""The actions of the rows under the lanes: which are shown, in which order, and sets of them."""

from collections.abc import Callable, Sequence

from journey_editor.assets import marked as _
from journey_editor.core.edits.rows import switch_row
from journey_editor.core.rows import rows_of
from journey_editor.ui.actions.table import ActionSpec, Host, asks, has_map

_KINDS: Sequence[tuple[str, str]] = (
    ("goal", _("Row: Goals")),
    ("action", _("Row: Does")),
    ("thought", _("Row: Thinks")),
    ("quote", _("Row: Says")),
    ("expectation", _("Row: Expects")),
    ("question", _("Row: Questions")),
    ("pain_point", _("Row: Pain points")),
    ("gain", _("Row: Gains")),
    ("success_criterion", _("Row: Success")),
    ("policy", _("Row: Policies")),
    ("other", _("Row: Notes")),
    ("opportunity", _("Row: Opportunities")),
    ("metric", _("Row: Measured by")),
)


def is_in_row(host: Host) -> bool:
    """Whether hands are on a row: a cell, its name, or a text in it."""
    return bool(host.canvas.cells.kind)


def _is_row_shown(kind: str) -> Callable[[Host], bool]:
    """Ask the picture, which costs the same however large the map is: actions are asked after each edit."""
    return lambda host: any(row.kind == kind for row in host.canvas.picture.grid.rows)


def _switch(kind: str) -> Callable[[Host], None]:
    def do(host: Host) -> None:
        workspace = host.workspace
        is_shown = workspace.view.rows and kind in rows_of(workspace.document, workspace.map_id)
        switch_row(workspace.document, workspace.map_id, kind, not is_shown)
        workspace.show(rows=True)

    return do


KINDS = tuple(
    ActionSpec(f"row_{kind}", text, _switch(kind), enabled=has_map, checked=_is_row_shown(kind))
    for kind, text in _KINDS
)
SETS = (
    ActionSpec("rows_usual", _("Rows: as usual"), asks("rows_usual"), enabled=has_map),
    ActionSpec("rows_research", _("Rows: Research"), asks("rows_research"), enabled=has_map),
    ActionSpec("rows_classic", _("Rows: Eight classic rows"), asks("rows_classic"), enabled=has_map),
    ActionSpec("rows_measures", _("Rows: Measures"), asks("rows_measures"), enabled=has_map),
    ActionSpec("rows_none", _("Rows: None"), asks("rows_none"), enabled=has_map),
)
ROWS = (
    ActionSpec("rows_menu", _("Choose rows…"), asks("rows_menu"), keys="Ctrl+Shift+R", enabled=has_map),
    ActionSpec("row_new", _("New row…"), asks("row_new"), enabled=has_map),
    ActionSpec("row_up", _("Move the row up"), lambda host: host.canvas.cells.step_row(-1), enabled=is_in_row),
    ActionSpec("row_down", _("Move the row down"), lambda host: host.canvas.cells.step_row(1), enabled=is_in_row),
    *KINDS,
    *SETS,
)
MENU = (
    "rows_menu", "row_new", "row_up", "row_down", None, *(spec.id for spec in KINDS), None,
    (_("Sets of rows"), tuple(spec.id for spec in SETS)),
)  # fmt: skip
