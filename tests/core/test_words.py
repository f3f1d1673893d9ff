"""The field's own words."""

from datetime import date

import pytest

from journey_editor.core.capture.line import read_line
from journey_editor.core.capture.names import Known
from journey_editor.core.edits.feelings import set_word
from journey_editor.core.parts import NOTE_KINDS, Emotion
from journey_editor.core.words import FEELINGS, note_name, usual_valence
from journey_editor.interchange.feelings import feeling_of
from journey_editor.ui.canvas.fields import emotion_meant
from tests.building import document, row, stage


def test_each_kind_of_note_has_a_name_of_its_own() -> None:
    names = [note_name(kind) for kind in NOTE_KINDS]
    assert len(set(names)) == len(names) and not set(names) & set(NOTE_KINDS)


@pytest.mark.parametrize(("kind", "name"), [("Legal\nrisk", "Legal risk"), ("action", "Action"), (" ", "Note")])
def test_a_kind_that_people_made_up_is_called_as_they_wrote_it(kind: str, name: str) -> None:
    assert note_name(kind) == name


@pytest.mark.parametrize(("word", "valence"), FEELINGS.items())
def test_every_way_in_knows_the_usual_valence_of_a_word(word: str, valence: float) -> None:
    doc = document(stage("s"), *row("a"))
    set_word(doc, ("a",), word.capitalize())
    assert doc.records["a"].__dict__["emotion"] == Emotion(valence=valence, word=word.capitalize())
    captured = read_line(f"Waits ({word})", Known(), date(2026, 11, 25))
    assert (captured.title, captured.valence, captured.word) == ("Waits", valence, word)
    assert emotion_meant(word, None, "assumption") == Emotion(valence=valence, word=word)
    imported = feeling_of(word)
    assert imported is not None and (imported.valence, imported.word) == (valence, word)


@pytest.mark.parametrize("word", ["wobbly", "", "curious cat", "2"])
def test_any_other_word_leaves_the_valence_to_the_person(word: str) -> None:
    assert usual_valence(word) is None
