"""How far the feelings of several maps part, stage by stage: of two personas, or of a journey now and to come."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journey_editor.assets import _, ngettext
from journey_editor.core.capture.names import folded
from journey_editor.core.journey import Journey, place
from journey_editor.core.records import Record, Stage
from journey_editor.core.titles import called, shortened
from journey_editor.core.words import valence_text
from journey_editor.insight.finding import PLACES

_LONGEST = 60  # letters of a name in a sentence


@dataclass(frozen=True, slots=True)
class SharedStage:
    """A stage that several maps have. `stages` and `feelings` are by map, in the order in which those were given.

    A feeling is the mean valence of the stage's felt touchpoints, None where nobody was asked or there is no stage.
    """

    stages: tuple[Stage | None, ...]
    feelings: tuple[float | None, ...]

    @property
    def first(self) -> Stage:
        """The stage of the first map that has it: what it is called by."""
        return next(each for each in self.stages if each is not None)

    @property
    def apart(self) -> float | None:
        """The highest of its feelings less the lowest, 0 to 4; None where fewer than two are known."""
        known = [each for each in self.feelings if each is not None]
        return round(max(known) - min(known), PLACES) if len(known) > 1 else None


@dataclass(frozen=True, slots=True)
class Parting:
    """The stages that maps share, in the order of the first map, where the others have more of them in between."""

    stages: tuple[SharedStage, ...]

    @property
    def apart(self) -> float | None:
        """How far the maps part: the mean of how far they do at each stage where two or more were felt, 0 to 4.

        Of two maps that is the mean absolute difference of their stages' mean valences. None where no stage tells.
        """
        return _mean(each.apart for each in self.stages)

    @property
    def felt(self) -> int:
        """How many stages the figure rests on."""
        return sum(each.apart is not None for each in self.stages)

    @property
    def furthest(self) -> SharedStage | None:
        """Where they part most, the first of equal ones; None where they part nowhere."""
        parted = [each for each in self.stages if each.apart]
        return max(parted, key=lambda each: each.apart or 0.0, default=None)

    def between(self, one: int, other: int) -> float | None:
        """Return how far two of the maps part, by their places; None where no stage was felt in both."""
        pairs = ((each.feelings[one], each.feelings[other]) for each in self.stages)
        return _mean(None if a is None or b is None else round(abs(a - b), PLACES) for a, b in pairs)

    def from_others(self, one: int) -> float | None:
        """Return how far a map parts from each of the others on the average; None where that cannot be told."""
        count = len(self.stages[0].stages) if self.stages else 0
        return _mean(self.between(one, other) for other in range(count) if other != one)


def parting(journeys: Sequence[Journey], records: Mapping[str, Record]) -> Parting:
    """Return where the feelings of some maps part, over the stages that at least two of them share.

    Stages are the same where one was drafted from the other, or both from a third (`origin`, which `records` of the
    whole file are asked for); where that says nothing, by their names, whatever their case. Several stages of one name
    are told apart by their turn. A single map shares all stages with itself.
    """
    groups = _groups(sorted(journeys, key=lambda each: place(each.map)), records)
    least = min(2, len(journeys))
    shared = [each for each in _in_order(journeys, groups) if len(each) >= least]
    return Parting(tuple(_shared_stage(journeys, each) for each in shared))


def left_out(found: Parting, journeys: Sequence[Journey]) -> tuple[tuple[Stage, ...], ...]:
    """Return by map the stages that none of the others has, in their order; the figure says nothing of them."""
    shared = {stage.id for each in found.stages for stage in each.stages if stage is not None}
    return tuple(tuple(each for each in journey.stages if each.id not in shared) for journey in journeys)


def mean_feeling(journey: Journey, stage: str) -> float | None:
    """Return the mean valence of a stage's felt touchpoints, None where none was."""
    cards = (each for column in journey.columns_by_stage[stage] for each in column)
    return _mean(each.emotion.valence for each in cards if each.emotion is not None)


def parting_words(found: Parting, names: Sequence[str]) -> str:
    """Return how far maps part and where most, in one sentence; `names` are what the maps are told apart by."""
    if len(names) < 2:
        return _("Tick a second map to see where it feels otherwise.")
    if not found.stages:
        return _("These maps share no stage: stages are the same by name, or where one map was drafted from another.")
    if found.apart is None:
        return _("No stage was felt in more than one of these maps yet.")
    place = found.furthest
    if place is None:
        return ngettext(
            "They feel the same at the stage that they share.",
            "They feel the same at all {count} stages that they share.",
            found.felt,
        ).format(count=found.felt)
    low, high = _ends(place)
    return _("They part most at “{stage}”: {high} for {happier}, {low} for {sadder}.").format(
        stage=called(place.first, _LONGEST),
        high=feeling_text(place.feelings[high]),
        happier=shortened(names[high], _LONGEST),
        low=feeling_text(place.feelings[low]),
        sadder=shortened(names[low], _LONGEST),
    )


def feeling_text(feeling: float | None) -> str:
    """Return a mean feeling with its sign, as short as it goes: "+1.25", "−2"; "" where unknown.

    Two decimals, so that how far they part can be checked by eye.
    """
    return "" if feeling is None else valence_text(round(feeling, 2) + 0.0)


def apart_text(apart: float | None) -> str:
    """Return how far feelings part, with one decimal: "1.5"; "" where that cannot be told."""
    return "" if apart is None else f"{apart:.1f}"


def _ends(place: SharedStage) -> tuple[int, int]:
    """Return which of the maps feels worst at a stage, and which best; the first of equal ones."""
    known = [(feeling, -at) for at, feeling in enumerate(place.feelings) if feeling is not None]
    worst = min(known, key=lambda each: (each[0], -each[1]))
    return -worst[1], -max(known)[1]


Group = dict[str, Stage]
"""The stage that each map has of those that are the same, by the map's id."""


def _groups(journeys: Sequence[Journey], records: Mapping[str, Record]) -> dict[str, Group]:
    """Return what is the same as each stage, by its id; `journeys` come in the order of the file's maps."""
    by_root: dict[tuple[str, int], Group] = {}
    by_name: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for journey in journeys:
        roots, names = Counter[str](), Counter[str]()
        for stage in journey.stages:
            root, name = _root(stage, records), folded(stage.name)
            key = root, roots[root]
            by_root.setdefault(key, {})[journey.map.id] = stage
            if name:
                by_name.setdefault((name, names[name]), []).append(key)
            roots[root] += 1
            names[name] += 1
    for keys in by_name.values():
        _join(by_root, dict.fromkeys(keys))
    return {stage.id: group for group in by_root.values() for stage in group.values()}


def _join(groups: dict[tuple[str, int], Group], keys: Iterable[tuple[str, int]]) -> None:
    """Make one group of those that have the same name, unless a map has a stage in both: its origin knew better."""
    first: Group | None = None
    for key in keys:
        group = groups[key]
        if first is None or group is first:
            first = group
        elif not group.keys() & first.keys():
            first |= group
            for other, held in groups.items():
                if held is group:
                    groups[other] = first


def _root(stage: Stage, records: Mapping[str, Record]) -> str:
    """Return the id of the stage that a stage was drafted from in the first place, be it gone; its own where none."""
    seen = [stage.id]
    found = stage
    while found.origin is not None and found.origin not in seen:
        seen.append(found.origin)
        before = records.get(found.origin)
        if not isinstance(before, Stage):
            return found.origin
        found = before
    # where each was drafted from the other, whichever is asked
    return seen[-1] if found.origin is None else min(seen[seen.index(found.origin) :])


def _in_order(journeys: Sequence[Journey], groups: Mapping[str, Group]) -> list[Group]:
    """Return all groups in the order of the first map; what only later maps have follows what it follows there."""
    order: list[Group] = []
    for journey in journeys:
        here = -1
        for stage in journey.stages:
            group = groups[stage.id]
            known = next((at for at, each in enumerate(order) if each is group), None)
            if known is None:
                here += 1
                order.insert(here, group)
            else:
                here = known
    return order


def _shared_stage(journeys: Sequence[Journey], group: Group) -> SharedStage:
    stages = tuple(group.get(each.map.id) for each in journeys)
    feelings = (
        None if stage is None else mean_feeling(each, stage.id) for each, stage in zip(journeys, stages, strict=True)
    )
    return SharedStage(stages, tuple(feelings))


def _mean(numbers: Iterable[float | None]) -> float | None:
    known = [each for each in numbers if each is not None]
    return round(sum(known) / len(known), PLACES) if known else None
