"""What is said of rows in passing, by whoever changes them: the map under hands and the menu of rows."""

from journey_editor.assets import _, ngettext
from journey_editor.core.edits.rows import remove_row
from journey_editor.core.rows import row_name
from journey_editor.core.titles import shortened
from journey_editor.ui.workspace import Workspace


def drop_row(workspace: Workspace, kind: str) -> None:
    """Remove a row of people's own, and say what became of its notes, with the way back."""
    name, moved = shortened(row_name(kind), 40), remove_row(workspace.document, workspace.map_id, kind)
    words = _("Row “{name}” is gone.").format(name=name)
    if moved:
        words = ngettext(
            "Row “{name}” is gone; its note is a plain one now.",
            "Row “{name}” is gone; its {count} notes are plain ones now.",
            moved,
        ).format(name=name, count=moved)
    workspace.offered.emit(workspace.with_undo(words))
