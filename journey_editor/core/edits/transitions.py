"""Ways from one touchpoint to another."""

from typing import Any

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.touchpoints import touchpoint
from journey_editor.core.parts import PathKind
from journey_editor.core.records import Transition


def add_transition(
    document: Document, source: str, target: str | None, path: PathKind | None = None, **fields: Any
) -> str:
    """Draw a transition and return its id. Without a path it is happy, or a loop where it leads back."""
    start = touchpoint(document, source)
    if path is None:
        path = _usual_path(document, start.map, source, target)
    with document.transaction(_("Add transition")):
        new = Transition(id=document.new_id(), map=start.map, source=source, target=target, path=path, **fields)
        document.put(new)
    return new.id


def transition_between(document: Document, source: str, target: str) -> str | None:
    """Return the transition that leads from one touchpoint to another already, None where there is none."""
    found = (each for each in document.referrers(source) if isinstance(each, Transition))
    return next((each.id for each in found if (each.source, each.target) == (source, target)), None)


def _usual_path(document: Document, map_id: str, source: str, target: str | None) -> PathKind:
    if target is None:
        return "abandon"
    columns = document.journey(map_id).columns
    places = {each.id: index for index, column in enumerate(columns) for each in column}
    back = source in places and target in places and places[target] <= places[source]
    return "loop" if back else "happy"
