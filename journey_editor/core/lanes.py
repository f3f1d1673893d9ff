"""The swimlanes of a map: its owners by rank, then touchpoints without owner, then the customer alone."""

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from journey_editor.core.flow import effective_owner
from journey_editor.core.journey import Journey
from journey_editor.core.records import Stage, Touchpoint

LaneKind = Literal["owner", "nobody", "alone"]


class Lane(NamedTuple):
    """A swimlane: an owner's, that of interactions without owner, or that of the customer alone."""

    kind: LaneKind
    owner: str = ""


NOBODYS_LANE = Lane("nobody")
ALONE_LANE = Lane("alone")


def lane_of(touchpoint: Touchpoint, stage: Stage | None) -> Lane:
    """Return the lane that a touchpoint of a stage lies in."""
    if touchpoint.kind == "action":
        return ALONE_LANE
    owner = effective_owner(touchpoint, stage)
    return Lane("owner", owner) if owner else NOBODYS_LANE


def lanes_of(journey: Journey) -> tuple[Lane, ...]:
    """Return the lanes of a map from top to bottom: every owner of the file, the other two only where used."""
    stages = {stage.id: stage for stage in journey.stages}
    used = {lane_of(touchpoint, stages.get(touchpoint.stage or "")) for touchpoint in journey.touchpoints}
    return lane_order((owner.id for owner in journey.owners), used)


def lane_order(owners: Iterable[str], used: Collection[Lane]) -> tuple[Lane, ...]:
    """Return the lanes of owners in their order, then those of the other two that are in use."""
    others = (lane for lane in (NOBODYS_LANE, ALONE_LANE) if lane in used)
    return (*(Lane("owner", owner) for owner in owners), *others)
