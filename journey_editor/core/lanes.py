"""The lanes of a map: by owner, by layer of the service blueprint, or by channel.

Handoffs and findings stay by owner whatever the lanes of a map are (file format, "The flow"): who asks for those asks
`core.flow`, or for lanes by owner, which is what `lane_of` returns unless told otherwise.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal, NamedTuple, get_args

from journey_editor.assets import _
from journey_editor.core.flow import effective_owner
from journey_editor.core.journey import Journey
from journey_editor.core.parts import LanesBy, Layer
from journey_editor.core.records import JourneyMap, Owner, Record, Stage, Touchpoint, name_of
from journey_editor.core.words import CHANNELS, channel_name, channel_named, unnamed

LaneKind = Literal["owner", "nobody", "alone", "layer", "channel", "silent"]

LAYERS: tuple[Layer, ...] = get_args(Layer)
"""The layers of a service blueprint from top to bottom: from what customers do down to what supports it."""


LANE_ID = "lane:"
"""Begins what stands for lanes that are no owner's; no id of a record has a colon."""


class Lane(NamedTuple):
    """A swimlane: what it is for, and by which key: an owner's id, a layer, or a channel.

    Three kinds have no key: interactions without owner, what the customer does alone, touchpoints without channel.
    """

    kind: LaneKind
    key: str = ""

    @property
    def owner(self) -> str:
        """The id of the owner whose lane it is, "" for any other lane."""
        return self.key if self.kind == "owner" else ""

    @property
    def is_owners(self) -> bool:
        """Whether it tells who has the customer: an owner, nobody, or the customer alone."""
        return self.kind in ("owner", "nobody", "alone")

    @property
    def id(self) -> str:
        """What stands for it where records do by their ids; of an owner's lane it is that id, of others no id."""
        return self.owner or f"{LANE_ID}{self.kind}:{self.key}"


NOBODYS_LANE = Lane("nobody")
ALONE_LANE = Lane("alone")
SILENT_LANE = Lane("silent")
"""The lane of touchpoints without channel, where lanes are by channel."""


def lanes_by(journey_map: JourneyMap) -> LanesBy:
    """Return what the lanes of a map are by: what it says, else layers for a service blueprint, owners for others."""
    return journey_map.lanes_by or ("layer" if journey_map.state == "blueprint" else "owner")


def lane_of(touchpoint: Touchpoint, stage: Stage | None, by: LanesBy = "owner") -> Lane:
    """Return the lane that a touchpoint of a stage lies in."""
    if by == "layer":
        return Lane("layer", touchpoint.layer)
    if by == "channel":
        channel = channel_named(touchpoint.channel)
        return Lane("channel", channel) if channel else SILENT_LANE
    if touchpoint.kind == "action":
        return ALONE_LANE
    owner = effective_owner(touchpoint, stage)
    return Lane("owner", owner) if owner else NOBODYS_LANE


def lane_shown(records: Mapping[str, Record], touchpoint: Touchpoint) -> Lane:
    """Return the lane that a touchpoint lies in on its map, as the lanes of that map are."""
    stage, journey_map = records.get(touchpoint.stage or ""), records.get(touchpoint.map)
    by = lanes_by(journey_map) if isinstance(journey_map, JourneyMap) else "owner"
    return lane_of(touchpoint, stage if isinstance(stage, Stage) else None, by)


def lanes_of(journey: Journey) -> tuple[Lane, ...]:
    """Return the lanes of a map from top to bottom: every owner of the file or every layer, others where used."""
    by = lanes_by(journey.map)
    stages = {stage.id: stage for stage in journey.stages}
    used = {lane_of(touchpoint, stages.get(touchpoint.stage or ""), by) for touchpoint in journey.touchpoints}
    return lane_order(by, (owner.id for owner in journey.owners), used)


def lane_order(by: LanesBy, owners: Iterable[str], used: Collection[Lane]) -> tuple[Lane, ...]:
    """Return lanes from top to bottom: owners in their order, layers in theirs, all of them, used or not.

    Of channels and of lanes without a key there are those in use: known channels in the order that the practice names
    them in, then those of people's own by name, whatever is moved.
    """
    if by == "layer":
        return tuple(Lane("layer", layer) for layer in LAYERS)
    if by == "channel":
        channels = sorted((lane for lane in used if lane.kind == "channel"), key=_channel_place)
        return (*channels, *((SILENT_LANE,) if SILENT_LANE in used else ()))
    others = (lane for lane in (NOBODYS_LANE, ALONE_LANE) if lane in used)
    return (*(Lane("owner", owner) for owner in owners), *others)


def lane_name(lane: Lane, owners: Mapping[str, str]) -> str:
    """Return what a lane is called, of an owner's lane the name in `owners`, by id."""
    if lane.kind == "owner":
        return owners.get(lane.key, "").strip() or unnamed("owner")
    if lane.kind == "channel":
        return channel_name(lane.key)
    if lane.kind == "layer":
        return layer_name(lane.key)
    return {"nobody": _("No owner"), "alone": _("Customer alone")}.get(lane.kind) or _("No channel")


def layer_name(layer: str) -> str:
    """Return what a layer of the service blueprint is called."""
    return {
        "customer": _("Customer"),
        "frontstage": _("Frontstage"),
        "backstage": _("Backstage"),
        "support": _("Support"),
    }.get(layer, layer)


def owner_names(owners: Iterable[Owner]) -> dict[str, str]:
    """Return the names of owners by id."""
    return {owner.id: name_of(owner) for owner in owners}


def lane_fields(lane: Lane, each: Touchpoint, stage: Stage | None) -> dict[str, Any]:
    """Return the fields that put a touchpoint of a stage into a lane; an owner that it has from there stays unsaid."""
    if lane.kind == "layer":
        return {"layer": lane.key}
    if lane.kind in ("channel", "silent"):
        return {} if channel_named(each.channel) == lane.key else {"channel": lane.key}
    if lane.kind == "alone":
        return {"kind": "action"}
    inherits = each.owner is None and stage is not None and stage.owner == lane.owner
    return {"kind": "interaction", "owner": None if inherits or lane.kind == "nobody" else lane.owner}


def fields_in_lane(lane: Lane, said: Collection[str], stage: Stage | None) -> dict[str, Any]:
    """Return the fields that put a new touchpoint of a stage into a lane, as far as the fields `said` leave it open."""
    if lane.kind == "layer":
        return {} if "layer" in said else {"layer": lane.key}
    if lane.kind == "channel":
        return {} if "channel" in said else {"channel": lane.key}
    if lane.kind in ("nobody", "silent") or "owner" in said or "kind" in said:
        return {}
    if lane.kind == "alone":
        return {"kind": "action"}
    return {} if stage is not None and stage.owner == lane.owner else {"owner": lane.owner}


def says_lane(each: Touchpoint, by: LanesBy) -> bool:
    """Whether a touchpoint says itself in which lane it lies: an owner, a channel, or a layer that is not the usual."""
    if by == "owner":
        return each.owner is not None or each.kind == "action"
    return bool(each.channel.strip()) if by == "channel" else each.layer != LAYERS[0]


def _channel_place(lane: Lane) -> tuple[int, str, str]:
    known = CHANNELS.index(lane.key) if lane.key in CHANNELS else len(CHANNELS)
    return known, lane.key.casefold(), lane.key
