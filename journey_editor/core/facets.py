"""What a view can ask for, one thing at a time, in words: what can be chosen on a map, and what a view has chosen."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.core.backing import is_evidenced
from journey_editor.core.document import Document
from journey_editor.core.journey import Journey, place
from journey_editor.core.parts import MapView
from journey_editor.core.records import Evidence, Note, Opportunity, Owner, Record, Stage, Touchpoint
from journey_editor.core.showing import ASSUMED, BACKED, FACETS, NOBODY, owner_of, tags_of
from journey_editor.core.titles import called, in_line
from journey_editor.core.words import channel_label

LONGEST = 60  # letters of a name
_VOTES = (1, 2, 3, 5, 10, 20)
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
_LISTS = ("owners", "channels", "tags", "evidence")


class Facet(NamedTuple):
    """One thing that a view asks for: the field of the view it stands in, its value, and what people call it."""

    field: str
    value: str | int
    words: str

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.field}:{self.value}"


def group_name(field: str) -> str:
    """Return what the things are called that stand in a field of a view."""
    return {
        "owners": _("Owner"),
        "channels": _("Channel"),
        "tags": _("Tag"),
        "evidence": _("Evidence"),
        "severity": _("Severity"),
        "votes": _("Votes"),
    }[field]


def facets_of(document: Document, map_id: str) -> tuple[Facet, ...]:
    """Return all that can be asked for on a map: its owners, channels and tags in use, evidence, severity, votes."""
    journey = document.journey(map_id)
    cards = (*journey.touchpoints, *journey.tray)
    found = [Facet("owners", each.id, called(each, LONGEST)) for each in journey.owners]
    found.append(_named(document, "owners", NOBODY))
    used = dict.fromkeys(each.channel for each in cards)
    channels = sorted((each for each in used if each), key=lambda each: channel_label(each).casefold())
    found += (_named(document, "channels", each) for each in (*channels, *([""] if "" in used else [])))
    ideas = (idea for each in journey.opportunities.values() for idea in each)
    found += (_named(document, "tags", each) for each in tags_of((*journey.stages, *cards, *ideas)))
    found += (_named(document, "evidence", each) for each in (BACKED, ASSUMED))
    sources = sorted(document.of_kind(Evidence), key=place)
    found += (Facet("evidence", each.id, called(each, LONGEST)) for each in sources)
    found += (at_least("severity", each) for each in range(1, 6))
    most = max((each.votes for each in _voted(journey, cards)), default=0)
    found += (at_least("votes", each) for each in _VOTES if each <= most)
    return tuple(found)


def numbered(typed: str) -> tuple[Facet, ...]:
    """Return what a number among typed words can ask for besides: any count of votes, and a severity from 1 to 5."""
    number = next((int(each) for each in _NUMBER.findall(typed)), 0)
    if not number:
        return ()
    votes = at_least("votes", number)
    return (at_least("severity", number), votes) if number <= 5 else (votes,)


def at_least(field: str, number: int) -> Facet:
    """Return the facet of a number that is the least of what is shown."""
    words = _("Severity {number}") if field == "severity" else _("{number} votes")
    if field == "votes" and number == 1:
        words = _("1 vote")
    most = field == "severity" and number >= 5
    said = words.format(number=number)
    return Facet(field, number, said if most else _("{what} or more").format(what=said))


def asked_by(document: Document, view: MapView) -> tuple[Facet, ...]:
    """Return what a view asks for, in words. What names records that are gone is told so."""
    found: list[Facet] = []
    for field in FACETS:
        value = view.__dict__[field]
        if field in _LISTS:
            found += (_named(document, field, each) for each in dict.fromkeys(value))
        elif value:
            found.append(at_least(field, value))
    return tuple(found)


def facets_like(document: Document, field: str, records: Iterable[Record]) -> tuple[Facet, ...]:
    """Return what some records would be found by in a field: their owners, channels, tags or evidence, each once."""
    values = (value for each in records for value in _held(document, field, each))
    return tuple(_named(document, field, value) for value in dict.fromkeys(values))


def with_facet(view: MapView, facet: Facet) -> MapView:
    """Return what asks for one thing more, which has no name any more. Of numbers it is the one that holds."""
    if facet.field in _LISTS:
        held: tuple[str | int, ...] = view.__dict__[facet.field]
        return view.with_(name="", **{facet.field: tuple(dict.fromkeys((*held, facet.value)))})
    return view.with_(name="", **{facet.field: facet.value})


def without_facet(view: MapView, facet: Facet) -> MapView:
    """Return what asks for one thing less, which has no name any more."""
    if facet.field in _LISTS:
        held: tuple[str | int, ...] = view.__dict__[facet.field]
        return view.with_(name="", **{facet.field: tuple(each for each in held if each != facet.value)})
    return view.with_(name="", **{facet.field: None})


def living(document: Document, view: MapView) -> MapView:
    """Return a view without owners and evidence that are gone: nothing would meet them."""
    records = document.records
    owners = tuple(each for each in view.owners if each == NOBODY or isinstance(records.get(each), Owner))
    known = (BACKED, ASSUMED)
    evidence = tuple(each for each in view.evidence if each in known or isinstance(records.get(each), Evidence))
    return view.with_(owners=owners, evidence=evidence)


def _held(document: Document, field: str, record: Record) -> tuple[str, ...]:
    """Return what a record has in a field of a view."""
    if field == "owners":
        if isinstance(record, Owner):
            return (record.id,)
        if isinstance(record, Touchpoint):
            stage = document.records.get(record.stage or "")
            owner = owner_of(record, stage if isinstance(stage, Stage) else None)
            return (owner,) if owner is not None else ()
        return (record.owner or NOBODY,) if isinstance(record, Stage | Opportunity) else ()
    if field == "channels":
        return (record.channel,) if isinstance(record, Touchpoint) else ()
    if field == "tags":
        return record.tags if isinstance(record, Stage | Touchpoint | Opportunity) else ()
    if isinstance(record, Evidence):
        return (record.id,)
    if isinstance(record, Touchpoint):
        return record.evidence or (BACKED if is_evidenced(record) else ASSUMED,)
    return record.evidence if isinstance(record, Stage | Note) else ()


def _named(document: Document, field: str, value: str) -> Facet:
    return Facet(field, value, _words(document, field, value))


def _words(document: Document, field: str, value: str) -> str:
    if field == "tags":
        return in_line(value, LONGEST)
    if field == "channels":
        label = in_line(channel_label(value), LONGEST)
        return label[:1].upper() + label[1:] if label else _("No channel")
    fixed = {
        ("owners", NOBODY): _("No owner"),
        ("evidence", BACKED): _("Backed by evidence"),
        ("evidence", ASSUMED): _("Assumed, not backed"),
    }.get((field, value))
    if fixed is not None:
        return fixed
    record = document.records.get(value)
    if isinstance(record, Owner | Evidence):
        return called(record, LONGEST)
    return _("Removed owner") if field == "owners" else _("Removed evidence")


def _voted(journey: Journey, cards: Iterable[Touchpoint]) -> Iterable[Touchpoint | Note | Opportunity]:
    yield from cards
    for hanging in (*journey.notes.values(), *journey.opportunities.values()):
        yield from hanging
