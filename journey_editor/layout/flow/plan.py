"""What transitions ask of a map before it is measured: ways, their tracks, and the room for these and what they say."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from journey_editor.core.flow import Edge, is_handoff
from journey_editor.core.records import Metric, Note, Opportunity, Transition
from journey_editor.layout.flow.floor import Floor, Leaving, Seated
from journey_editor.layout.flow.labels import HEIGHT, Said, least_width, said_of, tip_of
from journey_editor.layout.flow.tracks import Allotted, Tracks, allot
from journey_editor.layout.flow.ways import Channel, Stretch, Way, crowded, ways_of

APART = 14.0
"""Between tracks about the middle of a card where there is room, in points."""

STEP = 6.0
"""Between the tracks of ways that run along each other and say nothing there, in points."""

FAT = HEIGHT + 2.0
"""Of a track in a gap where something is said."""

GAP_PAD = 2.0
BELOW_LAST = 8.0
"""Between the last lane and the rows, in points."""

_MOST_RESERVED = 150.0
_HALF_COLUMN = 35.0  # at least so much of a level stretch lies over the column it falls into


class Told(NamedTuple):
    """What is said of a transition: on the arrow, and where the pointer rests on it; `is_tall` is its hole."""

    said: Said
    tip: str
    is_handoff: bool
    is_tall: bool = False


class Planned(NamedTuple):
    """A way with the track of each of its stretches, how far tracks reach there, and what is told of it."""

    way: Way
    tracks: Tracks
    reach: Tracks
    told: Told


class Plan(NamedTuple):
    """The ways of a map and the room they need, in points.

    `near` are those that join neighbours, by their blocks. `gaps` are the rooms before the columns of each block,
    empty where it needs none; the last block has one more behind its last column where ways lie there. `rooms` are
    below the lanes, `heights` those of the tracks there; `counts` says how many tracks each strip has.
    """

    ways: tuple[Planned, ...] = ()
    near: tuple[tuple[tuple[str, Told], ...], ...] = ()
    gaps: tuple[tuple[float, ...], ...] = ()
    rooms: tuple[float, ...] = ()
    heights: Mapping[int, tuple[float, ...]] = {}
    counts: Mapping[Channel, int] = {}


NO_PLAN = Plan()

Hanging = tuple[tuple[Note, ...], tuple[Opportunity, ...], tuple[Metric, ...]]
"""The notes, opportunities and metrics on a transition."""


def told_of(transition: Transition, hanging: Hanging, is_passed_on: bool, private: bool) -> Told:
    """Return what is told of a transition; `is_passed_on` says whether somebody hands the customer over along it."""
    notes, ideas, metrics = hanging
    shown = tuple(note for note in notes if private or not note.private)
    said = said_of(transition, is_passed_on, shown, ideas, metrics)
    return Told(said, tip_of(transition, is_passed_on, shown, ideas, metrics), is_passed_on)


def handoffs_of(transitions: tuple[Transition, ...], held: tuple[Mapping[str, str], ...]) -> tuple[bool, ...]:
    """Return along which transitions the customer is passed on; `held` says by block who holds them at which card."""
    holders = {card: holder for each in held for card, holder in each.items()}
    return tuple(_is_handoff(each, holders) for each in transitions)


def _is_handoff(transition: Transition, holders: Mapping[str, str]) -> bool:
    source, target = transition.source, transition.target
    if target is None or transition.path == "abandon" or source not in holders or target not in holders:
        return False
    return is_handoff(Edge(source, target, (transition,)), holders)


class Given(NamedTuple):
    """What a plan is made from.

    `told` is what is said of each transition, `blocks` are the cards by their places, `churned` says which of these
    lie after the customers have left, `free` is the free height below each lane. A map that is tight gets no room for
    anything.
    """

    transitions: tuple[Transition, ...]
    told: tuple[Told, ...]
    blocks: tuple[Seated, ...]
    churned: tuple[bool, ...]
    free: tuple[float, ...]
    is_tight: bool


def plan_of(*parts: Any) -> Plan:
    """Return the plan for the parts of a `Given`."""
    given = Given(*parts)
    floor = Floor(given.blocks, given.churned)
    ways = ways_of(floor, given.transitions)
    if not ways:
        return NO_PLAN
    leaving = _leaving(ways)
    told = {each.id: mine for each, mine in zip(given.transitions, given.told, strict=True)}
    far = tuple(way for way in ways if not way.is_near)
    allotted = allot(far, [crowded(floor, leaving, way) for way in far])
    planned = tuple(
        Planned(way, tracks, reach, told[way.transition.id])
        for way, tracks, reach in zip(far, allotted.tracks, allotted.reach, strict=True)
    )
    by_block = _near([way for way in ways if way.is_near], told, far, given.blocks)
    if given.is_tight:
        return Plan(planned, by_block, counts=allotted.counts)
    gaps = _gaps(floor, leaving, ways, told, allotted, given.blocks)
    heights = _heights(planned)
    rooms = tuple(_room(heights.get(row, ()), free) for row, free in enumerate(given.free))
    return Plan(planned, by_block, gaps, rooms, heights, allotted.counts)


def _leaving(ways: Sequence[Way]) -> Leaving:
    found: dict[str, tuple[Transition, ...]] = {}
    for way in ways:
        source = way.transition.source
        found[source] = (*found.get(source, ()), way.transition)
    return found


def _near(
    near: Sequence[Way], told: Mapping[str, Told], far: Sequence[Way], blocks: Sequence[Seated]
) -> tuple[tuple[tuple[str, Told], ...], ...]:
    """Return by block what is told of the ways between neighbours; a hole is tall where no other way is beside it."""
    levels: dict[Channel, list[Stretch]] = {}
    for stretch in (each for way in far for each in way.stretches if each.channel[0] == "level"):
        levels.setdefault(stretch.channel, []).append(stretch)
    places = [number for number, block in enumerate(blocks) for _column in block.ids]
    found: list[list[tuple[str, Told]]] = [[] for _block in blocks]
    for way in near:
        [own] = way.stretches
        beside = levels.get(own.channel, ())
        alone = not any(each.low <= own.high and own.low <= each.high for each in beside)
        each = told[way.transition.id]._replace(is_tall=alone)
        found[places[way.source.column]].append((way.transition.id, each))
    return tuple(map(tuple, found))


def _gaps(
    floor: Floor,
    leaving: Leaving,
    ways: Sequence[Way],
    told: Mapping[str, Told],
    allotted: Allotted,
    blocks: Sequence[Seated],
) -> tuple[tuple[float, ...], ...]:
    """Return the room before each column by block, and behind the last one."""
    end = len(floor.columns)
    said: dict[int, float] = {}
    tracks = dict(zip((way.transition.id for way in ways if not way.is_near), allotted.tracks, strict=True))
    for way in ways:
        if way.target is not None and floor.next_to(way.source.column) == way.target.column:
            place = way.source.column + 1
            width = _reserved(way, least_width(told[way.transition.id].said), tracks.get(way.transition.id, ()))
            said[place] = max(said.get(place, 0.0), width)
    needed = dict(said)
    for channel, count in allotted.counts.items():
        if channel[0] == "side":
            place = channel[1]
            more = STEP * (count - 1) + (4.0 if place in (0, end) else 0.0)
            if not said.get(place) and place not in (0, end) and _has_bus(floor, leaving, place):
                more += STEP
            needed[place] = needed.get(place, 0.0) + more
    if not any(needed.values()):
        return ()
    found: list[tuple[float, ...]] = []
    first = 0
    for block in blocks:
        own = tuple(needed.get(first + number, 0.0) for number in range(len(block.ids)))
        found.append(own if any(own) else ())
        first += len(block.ids)
    if behind := needed.get(end):
        found[-1] = (*(found[-1] or (0.0,) * len(blocks[-1].ids)), behind)
    return tuple(found)


def _reserved(way: Way, width: float, tracks: Tracks) -> float:
    """Return how much room what is said needs beside the cards that a way joins, where they are neighbours in time."""
    if width <= 0.0 or any(each.channel[0] == "gap" for each in way.stretches):
        return 0.0
    if way.is_near:
        return min(width + 8.0, _MOST_RESERVED)
    if len(way.stretches) == 2:
        aside = sum(
            APART * abs(track) for part, track in zip(way.stretches, tracks, strict=True) if part.channel[0] == "drop"
        )
        return min(max(0.0, width - _HALF_COLUMN + aside), _MOST_RESERVED)
    return min(width + 10.0, _MOST_RESERVED)


def _has_bus(floor: Floor, leaving: Leaving, column: int) -> bool:
    """Whether arrows that nobody drew go up or down before a column."""
    pairs = floor.implied_between(column, leaving)
    places = [(floor.place(source), floor.place(target)) for source, target in pairs]
    return any(source and target and source[1:] != target[1:] for source, target in places)


def _heights(planned: Sequence[Planned]) -> dict[int, tuple[float, ...]]:
    """Return the heights of the tracks in the gap below each lane that has any."""
    found: dict[int, dict[int, float]] = {}
    for way, tracks, _reach, told in planned:
        height = FAT if way.target is None or least_width(told.said) else STEP
        for stretch, track in zip(way.stretches, tracks, strict=True):
            if stretch.channel[0] == "gap":
                row = found.setdefault(stretch.channel[1], {})
                row[track] = max(row.get(track, 0.0), height)
    return {row: tuple(heights[track] for track in sorted(heights)) for row, heights in found.items()}


def _room(heights: tuple[float, ...], free: float) -> float:
    return max(0.0, sum(heights) + 2 * GAP_PAD - free) if heights else 0.0
