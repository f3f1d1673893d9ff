"""Adding, reordering and duplicating stages."""

from typing import Any

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.place import rank_at
from journey_editor.core.records import Stage


def add_stage(document: Document, map_id: str, name: str, after: str | None = None, **fields: Any) -> str:
    """Add a stage after another one (None: at the end) and return its id."""
    with document.transaction(_("Add stage")):
        stages = document.journey(map_id).stages
        index = next((i + 1 for i, stage in enumerate(stages) if stage.id == after), len(stages))
        rank = rank_at(document, stages, index)
        new = Stage(id=document.new_id(), map=map_id, rank=rank, name=name, **fields)
        document.put(new)
    return new.id


def move_stage(document: Document, stage_id: str, index: int) -> None:
    """Move a stage so that it becomes the one at `index` among the stages of its map, with all that it holds."""
    stage = document.one(Stage, stage_id)
    stages = document.journey(stage.map).stages
    others = [each for each in stages if each.id != stage_id]
    index = max(0, min(index, len(others)))
    if stages.index(stage) == index:
        return
    with document.transaction(_("Move stage")):
        rank = rank_at(document, others, index)
        document.put(stage.with_(rank=rank))
