"""What the outline shows of a file, as keys by their parent: records by id, groups by a name of their own."""

from collections.abc import Iterable, Iterator, Mapping

from journey_editor.core.document import Document
from journey_editor.core.edits.library import all_of
from journey_editor.core.journey import Journey
from journey_editor.core.records import Evidence, Owner, Persona, Record

ROOT = ""
"""The key of what is above all: the map itself, which is not shown."""

TRAY, OWNERS, PERSONAS, EVIDENCE = "group:tray", "group:owners", "group:personas", "group:evidence"

Branches = Mapping[str, tuple[str, ...]]
"""The keys below each key, in order; a key without any is not in it."""

PLACING = frozenset({"rank", "stage", "on", "source"})
"""The fields that say where a record lies in the outline."""


def is_group(key: str) -> bool:
    """Whether a key is a heading instead of a record; no id has a colon."""
    return ":" in key


def branches_of(document: Document, map_id: str) -> Branches:
    """Return the outline of a map: stages, touchpoints, what hangs on them; then the tray and what maps share.

    Transitions stand below the touchpoint where they begin.
    """
    found: dict[str, tuple[str, ...]] = {}
    top: list[str] = []
    if map_id and map_id in document.records:
        journey = document.journey(map_id)
        for stage in journey.stages:
            top.append(stage.id)
            placed = [each.id for column in journey.columns_by_stage[stage.id] for each in column]
            found[stage.id] = (*placed, *_attached(journey, stage.id))
        top += _attached(journey, map_id)
        leaving: dict[str, list[str]] = {}
        for transition in journey.transitions:
            leaving.setdefault(transition.source, []).append(transition.id)
            found[transition.id] = tuple(_attached(journey, transition.id))
        for touchpoint in (*journey.touchpoints, *journey.tray):
            found[touchpoint.id] = (*_attached(journey, touchpoint.id), *leaving.get(touchpoint.id, ()))
        found[TRAY] = tuple(each.id for each in journey.tray)
    found[OWNERS] = _ids(all_of(document, Owner))
    found[PERSONAS] = _ids(all_of(document, Persona))
    found[EVIDENCE] = _ids(all_of(document, Evidence))
    top += [group for group in (TRAY, OWNERS, PERSONAS, EVIDENCE) if found.get(group)]
    return {ROOT: tuple(top), **{key: below for key, below in found.items() if below}}


def walk(branches: Branches, key: str = ROOT) -> Iterator[str]:
    """Go through the keys from top to bottom."""
    for below in branches.get(key, ()):
        yield below
        yield from walk(branches, below)


def _attached(journey: Journey, on: str) -> Iterator[str]:
    for kind in (journey.notes, journey.opportunities, journey.metrics):
        yield from _ids(kind.get(on, ()))


def _ids(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(record.id for record in records)
