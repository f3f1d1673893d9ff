"""A show of hands sets how something feels, how far people differ and how many they were."""

from hypothesis import given, strategies as st

from journey_editor.core.edits.feelings import set_hands, set_valence, set_word
from journey_editor.core.history import History
from journey_editor.core.parts import Emotion
from tests.building import document, row, stage


def test_a_show_of_hands_is_median_ends_and_count():
    doc = document(stage("s"), *row("a", "b"))
    history = History(doc)
    set_valence(doc, ("a",), 1, "research")
    set_hands(doc, ("a", "b"), (0, 2, 7, 3, 0))
    shown = Emotion(valence=0, basis="workshop", n=12, low=-1, high=1, hands=(0, 2, 7, 3, 0))
    assert doc.records["a"].emotion == doc.records["b"].emotion == shown
    assert history.undo_label == "Show of hands"
    history.undo()
    assert doc.records["a"].emotion == Emotion(valence=1, basis="research")
    assert doc.records["b"].emotion is None


def test_without_hands_the_feeling_stays_and_its_spread_goes():
    doc = document(stage("s"), *row("a", "b"))
    set_hands(doc, ("a",), (3, 0, 0, 0, 1))
    set_hands(doc, ("a", "b"), (0, 0, 0, 0, 0))
    assert doc.records["a"].emotion == Emotion(valence=-2, basis="workshop")
    assert doc.records["b"].emotion is None


@given(st.lists(st.integers(0, 30), min_size=5, max_size=5).filter(any))
def test_the_feeling_lies_between_the_ends(counts: list[int]):
    doc = document(stage("s"), *row("a"))
    set_hands(doc, ("a",), tuple(counts))  # type: ignore[arg-type]
    emotion = doc.records["a"].__dict__["emotion"]
    people = sorted(level - 2 for level, count in enumerate(counts) for _each in range(count))
    assert (emotion.low, emotion.high, emotion.n) == (people[0], people[-1], len(people))
    assert emotion.valence == (people[(len(people) - 1) // 2] + people[len(people) // 2]) / 2


def test_a_word_brings_its_usual_valence_and_a_valence_that_is_there_stays():
    doc = document(stage("s"), *row("a", "b", "c", "d"))
    history = History(doc)
    set_valence(doc, ("a",), 1, "research")
    set_word(doc, ("a", "b"), "Verwirrt", "workshop")
    assert doc.records["a"].emotion == Emotion(valence=1, word="Verwirrt", basis="research")
    assert doc.records["b"].emotion == Emotion(valence=-1, word="Verwirrt", basis="workshop")
    assert history.undo_label == "Change word"
    history.undo()
    assert doc.records["b"].emotion is None and doc.records["a"].emotion == Emotion(valence=1, basis="research")


def test_a_word_of_peoples_own_brings_the_valence_that_it_had_last():
    doc = document(stage("s"), *row("a", "b", "c"))
    set_word(doc, ("a",), "wobbly")
    assert doc.records["a"].emotion == Emotion(valence=0, word="wobbly")
    set_valence(doc, ("a",), -0.5)
    set_word(doc, ("b",), "Wobbly")
    assert doc.records["b"].emotion == Emotion(valence=-0.5, word="Wobbly")
    set_word(doc, ("c",), "")
    assert doc.records["c"].emotion is None
