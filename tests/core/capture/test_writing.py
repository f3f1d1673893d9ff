"""Cards become lines that are read as the same cards; what one line cannot say is left out, not said wrongly."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from journey_editor.assets import resource
from journey_editor.core.capture.known import known_in
from journey_editor.core.capture.line import read_line
from journey_editor.core.capture.writing import MOST, lines_of
from journey_editor.core.document import Document
from journey_editor.core.parts import Emotion, Moment
from journey_editor.core.records import JourneyMap, Record, Touchpoint
from journey_editor.storage.format import load
from tests.building import MAP, document, note, opportunity, owners, stage, touchpoint
from tests.strategies import files


def line(*attached: Record, title: str = "First login", owner: str | None = None, **fields: Any) -> str:
    given = document(*owners("sales"), stage("s"), touchpoint("t", "s", title=title, owner=owner, **fields), *attached)
    return lines_of(given, MAP, ["t"])


def test_a_line_says_who_where_and_how_it_feels():
    felt = Emotion(valence=-0.5, word="confused")
    assert line(owner="sales", channel="in_person", emotion=felt) == 'First login @Sales #"in person" -0.5 (confused)'
    assert line(kind="action", moment=Moment()) == "First login @- *"


def test_a_line_says_what_is_on_the_card():
    words = line(note("n", "t", text="No mail", severity=4), opportunity("o", "t", text="Sample data"))
    assert words == "First login +Sample data !!No mail"
    quoted = line(note("n", "t", "quote", text="Where is it?"), owner="sales")
    assert quoted == 'First login @Sales "Where is it?"'


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"title": "Rates it -2", "channel": "email"}, "Rates it -2"),
        ({"emotion": Emotion(valence=0.3)}, "First login"),
        ({"title": "  two\n lines "}, "two lines"),
        ({"title": "@Sales calls"}, "@Sales calls"),
    ],
)
def test_what_would_be_read_as_something_else_is_left_out(fields: dict[str, Any], shown: str):
    assert line(**fields) == shown


def test_a_name_with_a_break_in_it_is_left_out():
    assert line(channel="two\nlines") == "First login"


def test_stages_stand_over_their_cards_and_other_records_are_lines_of_their_words():
    given = document(
        stage("s", name="Sign up"), touchpoint("a", "s", title="A"), stage("r", "a1"), touchpoint("b", "r", title="B"),
        touchpoint("w", None, title="Waits"), note("n", "a", text="Why so late?"), note("k", "r", text="On\nstage"),
    )  # fmt: skip
    assert lines_of(given, MAP, ["k", "w", "b", "s"]) == "> Sign up\nA !Why so late?\nB\nWaits\nOn stage"


@pytest.mark.parametrize("sample", ["samples/b2b-onboarding", "templates/restaurant"])
def test_the_lines_of_a_real_map_are_read_as_its_cards(sample: str):
    given = Document(load(resource(*f"{sample}.journey".split("/"))).values())
    map_id = given.first_map() or ""
    cards = given.journey(map_id).touchpoints
    written = lines_of(given, map_id, [each.id for each in cards]).split("\n")
    known = known_in(given, map_id)
    for card, words in zip(cards, written, strict=True):
        captured = read_line(words, known, date(2026, 1, 1))
        assert captured.title == card.title
        assert captured.channel in (card.channel, "")
        assert captured.valence is None or (card.emotion and captured.valence == card.emotion.valence)
    assert sum(" @" in words for words in written) > len(written) / 2


@given(files())
def test_each_card_of_any_file_is_one_line(records: dict[str, Record]):
    given = Document(records.values())
    for each in [each for each in records.values() if isinstance(each, JourneyMap)]:
        cards = [one.id for one in records.values() if isinstance(one, Touchpoint) and one.map == each.id]
        written = lines_of(given, each.id, cards)
        assert written.count("\n") == max(0, len(cards) - 1)


def test_of_very_many_only_names_are_told():
    cards = [touchpoint(f"t{number}", "s", title=f"Card {number}", kind="action") for number in range(MOST + 1)]
    given_document = document(stage("s"), *cards)
    ids = [each.id for each in cards]
    assert lines_of(given_document, MAP, ids[:-1]).startswith("Card 0 @-\n")
    assert lines_of(given_document, MAP, ids).startswith("Card 0\nCard 1\n")
