"""What words mean in the fields of a card."""

import pytest

from journey_editor.core.parts import Emotion
from journey_editor.ui.canvas.fields import emotion_meant, placeholder, take, words_of
from tests.building import document, note, owners, row, stage, touchpoint

CALM = Emotion(valence=1, word="calm", basis="research", n=3)


@pytest.mark.parametrize(
    ("words", "before", "meant"),
    [
        ("-1 anxious", None, Emotion(valence=-1, word="anxious", basis="workshop")),
        ("+0,5", None, Emotion(valence=0.5, basis="workshop")),
        ("2", None, Emotion(valence=2, basis="workshop")),
        ("−1.1 lost", None, Emotion(valence=-1.1, word="lost", basis="workshop")),
        ("anxious", None, Emotion(valence=-1, word="anxious", basis="workshop")),
        ("so so", None, Emotion(valence=0, word="so so", basis="workshop")),
        ("so so", CALM, Emotion(valence=1, word="so so", basis="workshop")),
        ("-2", CALM, Emotion(valence=-2, basis="workshop")),
        (
            "0/2/7/3/0 mixed",
            None,
            Emotion(valence=0, word="mixed", basis="workshop", n=12, low=-1, high=1, hands=(0, 2, 7, 3, 0)),
        ),
        ("7", None, Emotion(valence=0, word="7", basis="workshop")),
        ("  ", CALM, None),
    ],
)
def test_what_a_feeling_means(words, before, meant):
    assert emotion_meant(words, before, "workshop") == meant


def test_words_come_back_as_they_are_shown():
    doc = document(
        *owners("sales"),
        stage("s", owner="sales"),
        *row("a"),
        touchpoint("b", "s", "b0", v=-1.5, channel="in_product"),
        touchpoint("c", "s", "c0", kind="action", owner="sales"),
    )
    shown = {each: words_of(doc, doc.records[each], "owner") for each in "abc"}
    assert shown == {"a": "Sales", "b": "Sales", "c": ""}
    assert words_of(doc, doc.records["b"], "emotion") == "−1.5"
    assert words_of(doc, doc.records["b"], "channel") == "in product"
    take(doc, doc.records["b"], "emotion", "−1.5 lost", "workshop")
    assert words_of(doc, doc.records["b"], "emotion") == "−1.5 lost"
    take(doc, doc.records["b"], "channel", "e-mail", "workshop")
    assert words_of(doc, doc.records["b"], "channel") == "email"
    take(doc, doc.records["c"], "owner", "sales", "workshop")
    assert doc.records["c"].kind == "interaction" and words_of(doc, doc.records["c"], "owner") == "Sales"
    take(doc, doc.records["c"], "owner", "Product", "workshop")
    assert words_of(doc, doc.records["c"], "owner") == "Product"
    take(doc, doc.records["c"], "owner", "", "workshop")
    assert words_of(doc, doc.records["c"], "owner") == "Sales", "the stage's again"


def test_what_empty_fields_ask_for():
    assert placeholder(touchpoint("a"), "owner") == "Owner"
    assert placeholder(touchpoint("a"), "title") == "Touchpoint"
    assert placeholder(note("n", "a", "pain_point"), "text") == "Pain point"
