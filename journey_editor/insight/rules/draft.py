"""The rules of a map that was drafted from another: `change_without_owner`, `trough_untouched`, `new_handoff`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from journey_editor.assets import _
from journey_editor.core.edits.fields import field_label
from journey_editor.core.flow import edges_from, is_handoff
from journey_editor.core.records import MapRecord, Stage, Touchpoint, Transition
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding
from journey_editor.insight.rules.handoff import handoff
from journey_editor.insight.rules.trough import members_of

Step = Stage | Touchpoint | Transition

_MOST_NAMED = 3
"""So many fields are named that change."""

_OWN = frozenset({"id", "map", "rank", "origin"})
"""Fields that differ between a record and its origin anyway, or that say nothing of what customers meet."""


def change_without_owner(case: Case) -> Iterator[Finding]:
    """Find what is new, removed or otherwise than on the other map, with no opportunity with owner on it.

    What is removed is named by the other map's id; the opportunity is then asked of the stage that it was in.
    """
    if (drafted := _drafted(case)) is None:
        return
    for each in _steps(case):
        if drafted.is_changed(each) and not _is_owned(case, each.id):
            said = (
                _("“{name}” changes ({what}), and no opportunity with an owner says who sees to it.")
                if drafted.origin_of(each)
                else _("“{name}” is new, and no opportunity with an owner says who sees to it.")
            ).format(name=case.name(each.id), what=_what(drafted.changes(each)))
            yield Finding("change_without_owner", "medium", (each.id,), {}, said)
    for each in _steps(drafted.there):
        if each.id not in drafted.heirs and not any(_is_owned(case, one.id) for one in drafted.stages_of(each)):
            said = _("“{name}” goes away, and no opportunity with an owner says who sees to it.")
            name = drafted.there.name(each.id)
            yield Finding("change_without_owner", "medium", (each.id,), {}, said.format(name=name))


def trough_untouched(case: Case) -> Iterator[Finding]:
    """Find troughs of the other map of which all touchpoints are here as they were; they are named by this map's."""
    if (drafted := _drafted(case)) is None:
        return
    for each in drafted.there.troughs:
        heirs = [drafted.heirs.get(member.id, ()) for member in members_of(each, drafted.there)]
        if all(heirs) and not any(drafted.is_changed(heir) for some in heirs for heir in some):
            bottom = drafted.there.felt[each.run[0]][0]
            said = _("The low point at “{title}” stays as it was: this draft does nothing about it.")
            said = said.format(title=drafted.there.name(bottom.id))
            ids = tuple(heir.id for some in heirs for heir in some)
            yield Finding("trough_untouched", "medium", ids, {}, said)


def new_handoff(case: Case) -> Iterator[Finding]:
    """Find handoffs between two touchpoints that were none between these two on the other map."""
    if (drafted := _drafted(case)) is None:
        return
    for each in handoff(case):
        source, target = each.records
        if not drafted.was_handoff(source, target):
            said = _("From “{source}” to “{target}”, {giver} now hands over to {taker}: one more place to lose things.")
            said = said.format(
                source=case.name(source),
                target=case.name(target),
                giver=case.owner_names[case.held[source]],
                taker=case.owner_names[case.held[target]],
            )
            yield Finding("new_handoff", "medium", each.records, {}, said)


class _Drafted:
    """A map beside the one it was drafted from: which record of the one is which of the other."""

    def __init__(self, here: Case, there: Case) -> None:
        self.here, self.there = here, there

    @cached_property
    def led(self) -> Mapping[str, str]:
        """The origin of each record of this map that has one."""
        journey = self.here.journey
        metrics = (each for some in journey.metrics.values() for each in some)
        every: Iterable[Step] = (*journey.stages, *journey.touchpoints, *journey.tray, *journey.transitions)
        return {each.id: each.origin for each in (*every, *metrics) if each.origin is not None}

    @cached_property
    def heirs(self) -> Mapping[str, list[Step]]:
        """What became of each record of the other map, in reading order."""
        found: dict[str, list[Step]] = {}
        for each in _steps(self.here):
            if (origin := self.origin_of(each)) is not None:
                found.setdefault(origin.id, []).append(each)
        return found

    def origin_of(self, each: Step) -> Step | None:
        """Return the record of the other map that one of this map was drafted from, if it is one of its kind."""
        origin = self.there.record(each.origin or "")
        return origin if isinstance(origin, Step) and type(origin) is type(each) else None

    def is_changed(self, each: Step) -> bool:
        """Whether a record is new, or differs from its origin in what customers meet or people see to."""
        return self.origin_of(each) is None or bool(self.changes(each))

    def changes(self, each: Step) -> list[str]:
        """Return the fields in which a record differs from its origin; none where it has no origin."""
        if (origin := self.origin_of(each)) is None:
            return []
        before, after = _told(origin, {}), _told(each, self.led)
        return [name for name in after if before[name] != after[name]]

    def was_handoff(self, source: str, target: str) -> bool:
        """Whether the origins of two touchpoints were a handoff on the other map."""
        before, after = self.led.get(source, ""), self.led.get(target, "")
        there = self.there
        if before not in there.order or after not in there.order:
            return False
        leading = edges_from(before, there.following[before], there.leaving.get(before, ()))
        return any(edge.target == after and is_handoff(edge, there.held) for edge in leading)

    def stages_of(self, removed: Step) -> list[Step]:
        """Return what became of the stage in which something of the other map lay."""
        if isinstance(removed, Stage):
            return []
        touchpoint = removed.source if isinstance(removed, Transition) else removed.id
        return self.heirs.get(self.there.stage_at[touchpoint].id, [])


def _drafted(case: Case) -> _Drafted | None:
    return None if case.original is None else _Drafted(case, case.original)


def _steps(case: Case) -> Iterable[Step]:
    return (*case.journey.stages, *case.journey.touchpoints, *case.transitions)


def _told(record: MapRecord, led: Mapping[str, str]) -> dict[str, Any]:
    """Return what a record says, with what it refers to on its map by the other map's ids."""
    told = {name: value for name, value in record.__dict__.items() if name not in _OWN}
    for name in ("stage", "source", "target"):
        if (referred := told.get(name)) is not None:
            told[name] = led.get(referred, referred)
    if (moment := told.get("moment")) is not None:
        told["moment"] = {**moment.__dict__, "metric": led.get(moment.metric or "", moment.metric)}
    return told


def _what(fields: Sequence[str]) -> str:
    """Return what people call some fields, the first few of them."""
    names = [_("feeling") if name == "emotion" else field_label(name) for name in fields if name != "rest"]
    return ", ".join([*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED or len(names) < len(fields) else [])])


def _is_owned(case: Case, record_id: str) -> bool:
    return any(each.owner for each in case.opportunities_on(record_id))
