"""Mermaid journeys as maps: sections become stages, tasks touchpoints, actors owners or personas."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath
from typing import Literal

from journey_editor.assets import _
from journey_editor.core.capture.captured import Captured, CapturedNote
from journey_editor.core.capture.lines import split_lines
from journey_editor.core.capture.names import folded
from journey_editor.core.document import Document
from journey_editor.core.edits.drafts import Entry
from journey_editor.core.ids import IdSource, rising_ids
from journey_editor.core.rank import anew
from journey_editor.core.records import Persona
from journey_editor.interchange.imported import Imported, filled, new_document
from journey_editor.interchange.mermaid import Diagram, Task, other_diagram, reading_diagram
from journey_editor.interchange.minutes import refuse_long
from journey_editor.interchange.steps import Steps, finished
from journey_editor.storage.decoding import plain_text
from journey_editor.storage.files import digest_of
from journey_editor.storage.refusal import Refusal

Actors = Literal["owners", "personas"]
"""What the actors of a diagram become."""


def read_mermaid(data: bytes, name: str, today: date, actors: Actors = "owners") -> Imported:
    """Read a file with a Mermaid journey into a new file with one map.

    Equal bytes and days give equal records. Raises Refusal for what is no text, or no journey.
    """
    return finished(reading_mermaid(data, name, today, actors))


def reading_mermaid(data: bytes, name: str, today: date, actors: Actors = "owners") -> Steps[Imported]:
    """Read a file with a Mermaid journey in steps: see `read_mermaid`."""
    text = plain_text(data, name)
    refuse_long(split_lines(text), name)
    diagram = yield from reading_diagram(text)
    if diagram is None:
        raise Refusal(no_journey(text), name)
    ids = rising_ids(int(digest_of(data)[:16], 16))
    return (yield from importing(diagram, PurePath(name).stem, today, ids, actors))


def importing(diagram: Diagram, name: str, today: date, ids: IdSource, actors: Actors) -> Steps[Imported]:
    """Make a diagram a new file in steps; it is called `name` where the diagram has no title."""
    document, map_id = new_document(diagram.title or name, today, ids, diagram.description)
    if actors == "personas":
        _add_personas(document, map_id, diagram)
    entries = tuple(entries_of(diagram, actors))
    return (yield from filled(document, map_id, entries, len(entries), diagram.remarks, "assumption"))


def entries_of(diagram: Diagram, actors: Actors = "owners") -> Iterator[Entry]:
    """Return what a diagram makes on a map. A section that comes a second time, apart, is another stage."""
    seen: set[str] = set()
    for section in diagram.sections:
        name = section.name or _("Journey")
        is_again = folded(name) in seen
        seen.add(folded(name))
        yield Entry(section.line, Captured(), stage=name, anew=is_again)
        for task in section.tasks:
            owners = task.actors if actors == "owners" else ()
            notes = tuple(CapturedNote("other", each) for each in task.notes)
            captured = Captured(title=task.name, owner=next(iter(owners), ""), valence=task.valence, notes=notes)
            yield Entry(task.line, captured, contributors=owners[1:])


def actors_of(diagram: Diagram) -> tuple[str, ...]:
    """Return the actors of a diagram, each once, in their order."""
    tasks: Iterator[Task] = (task for section in diagram.sections for task in section.tasks)
    by_key: dict[str, str] = {}
    for task in tasks:
        for actor in task.actors:
            by_key.setdefault(folded(actor), actor)
    return tuple(by_key.values())


def no_journey(text: str) -> str:
    """Return why a text is not read, as the part of a sentence."""
    other = other_diagram(text)
    if other:
        return _("is a Mermaid {kind}; only a journey can be read").format(kind=other)
    return _("holds no Mermaid journey: its first word must be journey")


def _add_personas(document: Document, map_id: str, diagram: Diagram) -> None:
    names = actors_of(diagram)
    if not names:
        return
    with document.transaction(""):
        made = [
            Persona(id=document.new_id(), rank=rank, name=name)
            for rank, name in zip(anew(len(names)), names, strict=True)
        ]
        for persona in made:
            document.put(persona)
        document.put(document.journey(map_id).map.with_(persona=made[0].id))
