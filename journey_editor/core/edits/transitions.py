"""Ways from one touchpoint to another, and out of the journey."""

from collections.abc import Iterable
from typing import Any, Literal, get_args

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.touchpoints import add_touchpoint, touchpoint
from journey_editor.core.lanes import Lane, fields_in_lane
from journey_editor.core.parts import PathKind
from journey_editor.core.records import Stage, Transition

PATHS: tuple[PathKind, ...] = get_args(PathKind)
"""The kinds of paths, in the order in which they follow each other."""

End = Literal["source", "target"]
"""An end of a transition: the touchpoint where it begins, or the one where it leads."""


def add_transition(
    document: Document, source: str, target: str | None, path: PathKind | None = None, **fields: Any
) -> str:
    """Draw a transition and return its id. Without a path it is happy, or a loop where it leads back.

    Without a target it leaves the journey.
    """
    start = touchpoint(document, source)
    if path is None:
        path = _usual_path(document, start.map, source, target)
    with document.transaction(_("Add transition") if target is not None else _("Add abandonment")):
        new = Transition(id=document.new_id(), map=start.map, source=source, target=target, path=path, **fields)
        document.put(new)
    return new.id


def add_way_to_new(document: Document, source: str, slot: Slot, lane: Lane, join: str = "") -> tuple[str, str]:
    """Add a touchpoint without a title to a slot and a lane, and a transition that leads there; return their ids.

    With a `join` key what is typed next as its title is part of the same step of undo.
    """
    start = touchpoint(document, source)
    stage = document.records.get(slot.stage)
    fields = fields_in_lane(lane, (), stage if isinstance(stage, Stage) else None)
    with document.transaction(_("Add touchpoint"), join):
        made = add_touchpoint(document, start.map, "", slot, **fields)
        way = add_transition(document, source, made)
    return made, way


def transition_between(document: Document, source: str, target: str) -> str | None:
    """Return the transition that leads from one touchpoint to another already, None where there is none."""
    found = (each for each in document.referrers(source) if isinstance(each, Transition))
    return next((each.id for each in found if (each.source, each.target) == (source, target)), None)


def move_end(document: Document, transition: str, end: End, to: str | None) -> bool:
    """Let a transition begin at another touchpoint, or lead to another one; to none it leaves the journey.

    A happy way that leads back then is a loop, a loop that leads on is happy, and one that leaves the journey no more
    is what it would be if it were drawn now. Returns whether that was possible: no way leads from a touchpoint to
    itself, and each begins somewhere.
    """
    each = document.one(Transition, transition)
    ends = {"source": each.source, "target": each.target} | {end: to}
    source, target = ends["source"], ends["target"]
    if source is None or source == target or to == (each.source if end == "source" else each.target):
        return False
    path = each.path
    if target is None:
        path = "abandon"
    elif path in ("happy", "loop") or each.target is None:
        path = _usual_path(document, each.map, source, target)
    with document.transaction(_("Move transition")):
        document.put(each.with_(source=source, target=target, path=path))
    return True


def step_target(document: Document, transition: str, by: Literal[-1, 1]) -> bool:
    """Let a transition lead to the next touchpoint in reading order, or to the one before; return whether it could."""
    each = document.one(Transition, transition)
    ids = [card.id for card in document.journey(each.map).touchpoints if card.id != each.source]
    place = ids.index(each.target) + by if each.target in ids else (len(ids) - 1 if by < 0 else 0)
    return 0 <= place < len(ids) and move_end(document, transition, "target", ids[place])


def set_path(document: Document, ids: Iterable[str], path: PathKind) -> tuple[str, ...]:
    """Say what kind of path some transitions are; return those that cannot be, since they lead nowhere."""
    ways = [document.one(Transition, each) for each in ids]
    lost = tuple(each.id for each in ways if each.target is None and path != "abandon")
    with document.transaction(_("Change path")):
        for each in ways:
            if each.id not in lost:
                document.put(each.with_(path=path))
    return lost


def step_path(document: Document, transition: str, by: Literal[-1, 1]) -> PathKind:
    """Make a transition the next kind of path, or the one before, and return it; one that leads nowhere stays so."""
    each = document.one(Transition, transition)
    if each.target is None:
        return each.path
    path = PATHS[(PATHS.index(each.path) + by) % len(PATHS)]
    set_path(document, (transition,), path)
    return path


def _usual_path(document: Document, map_id: str, source: str, target: str | None) -> PathKind:
    if target is None:
        return "abandon"
    columns = document.journey(map_id).columns
    places = {each.id: index for index, column in enumerate(columns) for each in column}
    back = source in places and target in places and places[target] <= places[source]
    return "loop" if back else "happy"
