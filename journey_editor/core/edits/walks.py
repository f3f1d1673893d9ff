"""Keeping a walk: what somebody met who took the journey step by step, as a map of its own beside the one walked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journey_editor.assets import _
from journey_editor.core.capture.names import folded
from journey_editor.core.dates import full_day_text
from journey_editor.core.document import Document
from journey_editor.core.edits.maps import fresh_ids, led_to, ranks_after, rest_led
from journey_editor.core.edits.place import rank_at
from journey_editor.core.journey import Journey, place
from journey_editor.core.parts import Dismissal, Emotion
from journey_editor.core.rank import anew
from journey_editor.core.records import Evidence, JourneyMap, MapRecord, Note, Touchpoint, Transition
from journey_editor.core.titles import shortened
from journey_editor.core.values import TEXT_LIMIT


@dataclass(frozen=True, slots=True)
class Impression:
    """What somebody says of a touchpoint that was just met: how it felt (-2 to +2), days it took, a note."""

    valence: float | None = None
    takes_days: float | None = None
    note: str = ""
    unneeded: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return self.valence is None and self.takes_days is None and not self.note.strip() and not self.unneeded


def keep_walk(
    document: Document, map_id: str, walked: Mapping[str, Impression], day: date, who: str = ""
) -> str | None:
    """Add a map right after another one that tells what somebody met on a walk through it; return its id.

    It holds copies of the touchpoints walked (by their ids), of their stages and of the transitions between them, each
    with its `origin`, and is `based_on` the map walked, which stays as it is. Feelings, times and what is unneeded are
    those of the walk alone: what nobody said there is not known. Notes are thoughts.

    The state is `as_is`: what really happens, met by one person. What was said rests on the walk itself, an evidence of
    source `observation` of that day and one person (so it grows old like any other), and on no assumption: the basis of
    feelings is `research`. That nobody owns what differs from the map walked is set aside: nothing was changed.

    Returns None where none of the touchpoints lies in a stage of the map, and where a guard
    refused it. Raises KeyError where the id names no map.
    """
    journey = document.journey(map_id)
    met = [each for each in journey.touchpoints if each.id in walked]
    if not met:
        return None
    with document.transaction(_("Keep walk")) as attempt:
        seen = _seen(document, who, day) if any(not walked[each.id].is_empty for each in met) else ()
        copied = _copied(journey, met)
        led = fresh_ids(document, [journey.map, *copied])
        (rank,) = ranks_after(document, map_id, 1)
        title = _title(document, journey.map, who, day)
        aside = _set_aside(journey, met, led)
        walk = _walked_map(journey.map).with_(
            id=led[map_id], rank=rank, title=title, created=day, dismissed=aside, rest=rest_led(journey.map, led)
        )
        document.put(walk)
        for each in copied:
            mine = each if not isinstance(each, Touchpoint) else _met(each, walked[each.id], seen)
            document.put(led_to(mine, led, id=led[each.id], map=led[map_id], origin=each.id))
        for each in met:
            if words := walked[each.id].note.strip():
                note = Note(
                    id=document.new_id(), map=led[map_id], rank=anew(1)[0], on=led[each.id], kind="thought",
                    text=shortened(words, TEXT_LIMIT), evidence=seen,
                )  # fmt: skip
                document.put(note)
    return None if attempt.is_refused else led[map_id]


def _copied(journey: Journey, met: Sequence[Touchpoint]) -> list[MapRecord]:
    """Return what of the map walked is copied: stages, touchpoints, and transitions that stay within them."""
    ids, stages = {each.id for each in met}, {each.stage for each in met}
    inside: list[Transition] = [
        each for each in journey.transitions if each.source in ids and (each.target is None or each.target in ids)
    ]
    return [*(each for each in journey.stages if each.id in stages), *met, *inside]


def _met(each: Touchpoint, said: Impression, seen: tuple[str, ...]) -> Touchpoint:
    """Return a touchpoint as it was met; metrics are not copied, so a moment of truth names none."""
    feels = None if said.valence is None else Emotion(valence=said.valence, basis="research", n=1)
    moment = each.moment.with_(metric=None) if each.moment is not None else None
    return each.with_(
        emotion=feels, takes_days=said.takes_days, unneeded=said.unneeded, moment=moment,
        evidence=() if said.is_empty else seen, tickets=None, votes=0,
    )  # fmt: skip


def _walked_map(found: JourneyMap) -> JourneyMap:
    """Return a map without what was decided about it: reviews, findings set aside, its rows, lock and views."""
    return found.with_(
        state="as_is", based_on=found.id, reviewed=None, review_every_days=None, locked=False, until=None,
        rows=(), reviews=(), views=(),
    )  # fmt: skip


def _set_aside(journey: Journey, met: Sequence[Touchpoint], led: Mapping[str, str]) -> tuple[Dismissal, ...]:
    """Return the findings of a draft that say nothing of a walk: it changes nothing that somebody would have to own."""
    steps = (*journey.stages, *journey.touchpoints, *journey.transitions)
    ids = [*(led[each.id] for each in met), *(each.id for each in steps if each.id not in led)]
    return tuple(Dismissal(rule="change_without_owner", records=(each,), reason=_("a walk")) for each in ids)


def _seen(document: Document, who: str, day: date) -> tuple[str, ...]:
    """Put the walk among the evidence of the file; return its id."""
    title = _("Walk by {who}").format(who=who) if who else _("Walk through the journey")
    siblings = sorted(document.of_kind(Evidence), key=place)
    new = Evidence(
        id=document.new_id(), rank=rank_at(document, siblings, len(siblings)), source="observation", n=1, date=day,
        title=shortened(title, TEXT_LIMIT),
    )  # fmt: skip
    document.put(new)
    return (new.id,)


def _title(document: Document, walked: JourneyMap, who: str, day: date) -> str:
    """Return what a walk is called: the map's title, by whom and when; a second one of that day is counted."""
    said = _("walked by {who} on {day}") if who else _("walked on {day}")
    words = said.format(who=shortened(who, TEXT_LIMIT // 10), day=full_day_text(day))
    name = shortened(" ".join(walked.title.split()), TEXT_LIMIT // 2)
    whole = f"{name}, {words}" if name else words[:1].upper() + words[1:]
    taken = {folded(each.title) for each in document.maps()}
    found, number = whole, 2
    while folded(found) in taken:
        found, number = f"{whole} ({number})", number + 1
    return found
