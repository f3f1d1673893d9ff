"""Pictures of touchpoints and personas."""

import pytest

from journey_editor.core.edits.pictures import clear_picture, replace_picture, set_picture
from journey_editor.core.history import History
from journey_editor.core.records import Persona, Picture
from journey_editor.storage.format import dumps
from tests.building import document, row, stage


def pictures(doc):
    return [each.data for each in doc.records.values() if isinstance(each, Picture)]


def test_a_picture_is_kept_once_and_goes_when_nobody_shows_it():
    doc = document(stage("s"), *row("a", "b"))
    first = set_picture(doc, "a", "image/png", "AAAA")
    assert set_picture(doc, "b", "image/png", "AAAA") == first == doc.records["a"].picture
    assert set_picture(doc, "a", "image/jpeg", "AAAA") != first
    assert pictures(doc) == ["AAAA", "AAAA"]
    set_picture(doc, "b", "image/jpeg", "BBBB")
    assert sorted(pictures(doc)) == ["AAAA", "BBBB"]


def test_a_persona_has_a_picture_too_and_it_leaves_with_the_last_who_shows_it():
    doc = document(Persona(id="p", rank="a0", name="Ada"), stage("s"), *row("a"))
    history, before = History(doc), dumps(doc.records)
    assert set_picture(doc, "p", "image/png", "AAAA") == set_picture(doc, "a", "image/png", "AAAA")
    clear_picture(doc, "p")
    clear_picture(doc, "p")
    assert doc.records["p"].picture is None and pictures(doc) == ["AAAA"]
    clear_picture(doc, "a")
    assert pictures(doc) == [] and [step.label for step in history.steps][-1] == "Remove picture"
    with pytest.raises(KeyError):
        set_picture(doc, "s", "image/png", "AAAA")
    while history.steps and history.undo():
        pass
    assert dumps(doc.records) == before


def test_a_picture_is_replaced_wherever_it_is_shown():
    doc = document(Persona(id="p", rank="a0", name="Ada"), stage("s"), *row("a"))
    kept = set_picture(doc, "a", "image/png", "AAAA")
    assert set_picture(doc, "p", "image/png", "AAAA") == kept
    history, before = History(doc), dumps(doc.records)
    replace_picture(doc, kept, "image/jpeg", "BBBB")
    replace_picture(doc, kept, "image/jpeg", "BBBB")
    assert doc.records["a"].picture == doc.records["p"].picture == kept and pictures(doc) == ["BBBB"]
    assert [step.label for step in history.steps] == ["Replace picture"]
    history.undo()
    assert dumps(doc.records) == before
    with pytest.raises(KeyError):
        replace_picture(doc, "a", "image/png", "AAAA")
