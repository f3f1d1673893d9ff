"""Where one stage ends and the next begins: joining stages and splitting one, without losing what was said of them."""

from collections.abc import Mapping, Sequence
from typing import Literal

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.attachments import add_note, hang_over
from journey_editor.core.edits.leftovers import Rule, text_chunks, united
from journey_editor.core.edits.place import columns_in, last_slot, rank_at
from journey_editor.core.edits.touchpoints import move_touchpoints, touchpoint
from journey_editor.core.lanes import lane_shown
from journey_editor.core.records import Stage
from journey_editor.core.titles import called
from journey_editor.core.values import TEXT_LIMIT

_FIELDS: Mapping[str, Rule] = {
    "id": "kept", "map": "kept", "rank": "kept", "origin": "kept", "owner": "kept",
    "name": "joined", "when": "joined", "contributors": "united", "evidence": "united", "tags": "united",
    "start_day": "least", "end_day": "most", "completed": "last", "activated": "last", "tickets": "added",
    "as_of": "least",
}  # fmt: skip
"""What becomes of the fields of joined stages; those not named are the first's that says anything."""

_ENDS = ("end_day", "completed", "activated")
"""What is true of a stage's end, and goes with the second part when it is split."""


def join_stages(document: Document, ids: Sequence[str]) -> str:
    """Join stages of a map into the first of them in time and return its id; touchpoints and notes move over.

    Names are joined; the span reaches from the first day to the last, and from who entered the first to who completed
    the last. The first one's owner stays, those of the others become contributors, and no touchpoint leaves the lane of
    its owner. What has no room in one stage is kept in a note on it. Raises KeyError where an id names no stage.
    """
    ordered = _in_time(document, ids)
    kept, *others = ordered
    if not others:
        return kept.id
    with document.transaction(_("Join stages")):
        fields, over = united(document, ordered, _FIELDS)
        helpers = (*fields["contributors"], *(stage.owner for stage in others if stage.owner))
        fields["contributors"] = tuple(dict.fromkeys(each for each in helpers if each != kept.owner))
        document.put(kept.with_(**fields))
        for other in others:
            inside = [each.id for column in columns_in(document, other.id) for each in column]
            if inside:
                move_touchpoints(document, inside, last_slot(document, kept.id))
            hang_over(document, other.id, kept.id)
            document.remove(other.id)
        for each in ordered:
            for words in text_chunks(called(each), over.get(each.id, ())):
                add_note(document, kept.id, "other", words)
    return kept.id


def split_stage(document: Document, touchpoint_id: str) -> str | None:
    """Split a stage before the column of a touchpoint and return the id of the new one, which holds what follows.

    It has the owner, contributors, phase, tags and evidence of the stage; what is true of the stage's end (last day,
    who completed, who was activated) goes with it, all else stays. None, and nothing changed, where nothing lies
    before the touchpoint, so that one part would be empty. Raises KeyError where the id names no touchpoint.
    """
    each = touchpoint(document, touchpoint_id)
    if not splits_before(document, touchpoint_id):
        return None
    (stage,) = _in_time(document, (each.stage or "",))
    with document.transaction(_("Split stage")):
        stages = document.journey(stage.map).stages
        rank = rank_at(document, stages, stages.index(stage) + 1)
        (stage,) = _in_time(document, (stage.id,))  # it may have another rank now
        name = _("{name}, part 2").format(name=stage.name) if stage.name else _("Part 2")
        ends = {field: stage.__dict__[field] for field in _ENDS}
        new = Stage(
            id=document.new_id(), map=stage.map, rank=rank, name=name[-TEXT_LIMIT:], phase=stage.phase,
            owner=stage.owner, contributors=stage.contributors, as_of=stage.as_of, evidence=stage.evidence,
            tags=stage.tags, **ends,
        )  # fmt: skip
        document.put(new)
        document.put(stage.with_(**dict.fromkeys(ends)))
        for column in columns_in(document, stage.id):
            for moving in column:
                if moving.rank >= each.rank:
                    document.put(moving.with_(stage=new.id))
    return new.id


def splits_before(document: Document, touchpoint_id: str) -> bool:
    """Whether the stage of a touchpoint has a column before it, so that it can be split there."""
    each = touchpoint(document, touchpoint_id)
    return each.stage is not None and each not in columns_in(document, each.stage)[0]


def stage_after(document: Document, stage_id: str) -> str | None:
    """Return the stage that follows in time, None after the last. Raises KeyError where the id names no stage."""
    (stage,) = _in_time(document, (stage_id,))
    stages = document.journey(stage.map).stages
    return next((each.id for each in stages[stages.index(stage) + 1 :]), None)


def touchpoint_after(document: Document, touchpoint_id: str) -> str | None:
    """Return the touchpoint that follows in time: of the next column the one in the same lane, else its first.

    None after the last column and for one in the tray. Raises KeyError where the id names no touchpoint.
    """
    return _beside(document, touchpoint_id, 1)


def touchpoint_before(document: Document, touchpoint_id: str) -> str | None:
    """Return the touchpoint before in time: of the column before the one in the same lane, else its first."""
    return _beside(document, touchpoint_id, -1)


def _beside(document: Document, touchpoint_id: str, direction: Literal[-1, 1]) -> str | None:
    each = touchpoint(document, touchpoint_id)
    journey = document.journey(each.map)
    here = next((place for place, column in enumerate(journey.columns) if each in column), None)
    if here is None or not 0 <= here + direction < len(journey.columns):
        return None
    following = journey.columns[here + direction]
    lanes = {lane_shown(document.records, other): other.id for other in reversed(following)}
    return lanes.get(lane_shown(document.records, each), following[0].id)


def _in_time(document: Document, ids: Sequence[str]) -> list[Stage]:
    """Return the stages of some ids in the order of their map."""
    found: dict[str, Stage] = {}
    for stage_id in ids:
        found[stage_id] = document.one(Stage, stage_id)
    return sorted(found.values(), key=lambda stage: (stage.rank, stage.id))
