"""Where words stand in the texts of a map, or of the whole file, in the order in which people read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from journey_editor.core.document import Document
from journey_editor.core.journey import Journey, maps_of, place
from journey_editor.core.records import Evidence, Owner, Persona, Record, Touchpoint, Transition, map_of
from journey_editor.core.texts import TextPath, texts_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words as they are typed, never a pattern."""

    words: str
    match_case: bool = False
    whole_words: bool = False


class Hit(NamedTuple):
    """One place where words were found: the record, where in it the text lies, the text, and the letters in it."""

    record: str
    path: TextPath
    text: str
    start: int
    end: int


def find(document: Document, map_id: str, wanted: Wanted, whole_file: bool = False) -> tuple[Hit, ...]:
    """Return all hits in the texts of a map and of what it shares with others, or of the whole file.

    Nothing is found for no words, and none in a map that is not there.
    """
    if not wanted.words:
        return ()
    records = records_of_file(document) if whole_file else records_of_map(document, map_id)
    return tuple(hits_in(records, wanted))


def hits_in(records: Iterable[Record], wanted: Wanted) -> Iterator[Hit]:
    """Yield the hits in the texts of some records."""
    edge = r"(?<!\w){}(?!\w)" if wanted.whole_words else "{}"
    look = re.compile(edge.format(re.escape(wanted.words)), re.NOFLAG if wanted.match_case else re.IGNORECASE).finditer
    for record in records:
        for path, text in texts_of(record):
            for found in look(text):
                yield Hit(record.id, path, text, found.start(), found.end())


def records_of_map(document: Document, map_id: str) -> Iterator[Record]:
    """Yield a map, its records in reading order, and the persona, owners and evidence that they refer to."""
    if map_id not in {each.id for each in maps_of(document.records)}:
        return
    journey = document.journey(map_id)
    yield from _in_map(document, journey)
    for shared in (*([journey.persona] if journey.persona else []), *journey.owners, *journey.evidence):
        if any(map_id in (map_of(user), user.id) for user in document.referrers(shared.id)):
            yield shared


def records_of_file(document: Document) -> Iterator[Record]:
    """Yield all records of a file: its head, its maps with their records in reading order, and what they share."""
    yield document.head
    for each in maps_of(document.records):
        yield from _in_map(document, document.journey(each.id))
    for kind in (Persona, Owner, Evidence):
        yield from sorted((each for each in document.records.values() if isinstance(each, kind)), key=place)


def _in_map(document: Document, journey: Journey) -> Iterator[Record]:
    ways: dict[str, list[Transition]] = {}
    for transition in journey.transitions:
        ways.setdefault(transition.source, []).append(transition)

    def with_attached(record: Record) -> Iterator[Record]:
        yield record
        for attached in (journey.notes, journey.opportunities, journey.metrics):
            yield from attached.get(record.id, ())

    def with_ways(touchpoint: Touchpoint) -> Iterator[Record]:
        yield from with_attached(touchpoint)
        for transition in ways.get(touchpoint.id, ()):
            yield from with_attached(transition)

    yield from with_attached(journey.map)
    for stage in journey.stages:
        yield from with_attached(stage)
        for column in journey.columns_by_stage[stage.id]:
            for touchpoint in column:
                yield from with_ways(touchpoint)
    for touchpoint in journey.tray:
        yield from with_ways(touchpoint)
