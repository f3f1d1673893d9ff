"""Mermaid journeys as maps."""

from datetime import date

import pytest

from journey_editor.core.records import JourneyMap, Note, Owner, Persona, Stage, Touchpoint
from journey_editor.interchange.journeys import Actors, actors_of, entries_of, read_mermaid
from journey_editor.interchange.mermaid import reading_diagram
from journey_editor.interchange.steps import finished
from journey_editor.storage.format import dumps, loads
from journey_editor.storage.refusal import Refusal

TODAY = date(2026, 11, 25)
DAY = """journey
title My day
accDescr: A day of mine
Wakes: 2
section Work
Tea: 5: Me
Bus: 9: Me, Cat
section Home
section Work
Sits: 4: cat
"""


def read(text, actors: Actors = "owners"):
    return read_mermaid(text.encode(), "notes/day.mmd", TODAY, actors)


def all_of(kind, imported):
    return [each for each in imported.records.values() if isinstance(each, kind)]


def test_sections_become_stages_tasks_touchpoints_and_actors_owners():
    imported = read(DAY)
    (found,) = all_of(JourneyMap, imported)
    assert (found.title, found.objective, found.created) == ("My day", "A day of mine", TODAY)
    stages = all_of(Stage, imported)
    assert [each.name for each in stages] == ["Journey", "Work", "Home", "Work"]
    owners = {each.id: each.name for each in all_of(Owner, imported)}
    assert list(owners.values()) == ["Me", "Cat"]
    cards = all_of(Touchpoint, imported)
    assert [(each.title, each.emotion.valence, owners.get(each.owner or '')) for each in cards] == [
        ("Wakes", -1, None), ("Tea", 2, "Me"), ("Bus", 2, "Me"), ("Sits", 1, "Cat")]  # fmt: skip
    assert [owners[each] for each in stages[1].contributors] == ["Cat"]
    assert [each.text for each in all_of(Note, imported)] == ["Score: 9"]
    assert [remark.line for remark in imported.remarks] == [7]


def test_actors_can_become_personas_the_first_being_that_of_the_map():
    imported = read(DAY, "personas")
    personas = all_of(Persona, imported)
    assert [each.name for each in personas] == ["Me", "Cat"] and not all_of(Owner, imported)
    assert all_of(JourneyMap, imported)[0].persona == personas[0].id


def test_equal_bytes_and_days_give_an_equal_file_that_opens():
    assert dumps(read(DAY).records) == dumps(read(DAY).records)
    assert dumps(loads(dumps(read(DAY).records))) == dumps(read(DAY).records)


@pytest.mark.parametrize("text", ["journey", "journey\ntitle X"])
def test_a_header_alone_gives_an_empty_map(text):
    imported = read(text)
    assert all_of(JourneyMap, imported)[0].title == ("X" if "X" in text else "day")
    assert not all_of(Stage, imported)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("JOURNEY\nA: 3", "first word"),
        ("flowchart LR", "flowchart"),
        ("", "empty"),
        (f"journey\n{'x' * 10_001}", "line 2"),
    ],
)
def test_what_is_no_journey_is_refused_in_one_sentence(text, words):
    with pytest.raises(Refusal, match=words):
        read(text)


def test_actors_are_told_once_and_only_as_owners_they_are_owners():
    diagram = finished(reading_diagram(DAY))
    assert diagram is not None
    assert actors_of(diagram) == ("Me", "Cat")
    assert {entry.captured.owner for entry in entries_of(diagram, "personas")} == {""}
    assert [entry.anew for entry in entries_of(diagram) if entry.stage] == [False, False, False, True]
