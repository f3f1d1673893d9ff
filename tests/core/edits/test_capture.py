"""What captured lines become on a map."""

from datetime import date

import pytest

from journey_editor.core.capture.known import known_in
from journey_editor.core.capture.line import read_line
from journey_editor.core.capture.names import Known
from journey_editor.core.edits.attachments import attached_to
from journey_editor.core.edits.capture import add_captured, add_to_stage, add_to_touchpoint
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.place import Slot
from journey_editor.core.history import History
from journey_editor.core.parts import Basis, Emotion, Moment
from journey_editor.core.records import Metric, Note, Opportunity, Owner
from tests.building import MAP, document, owners, row, stage, titles, touchpoint

TODAY = date(2026, 11, 25)


@pytest.fixture
def doc():
    return document(*owners("sales", "support"), stage("s", "a0"), stage("t", "a1"), *row("a", "b"))


def captured(doc, line):
    return read_line(line, known_in(doc, MAP), TODAY)


def capture(doc, line, slot=None, basis: Basis = "assumption"):
    return doc.records[add_captured(doc, MAP, captured(doc, line), slot, basis)]


def add(doc, touchpoint_id, line, basis: Basis = "assumption"):
    add_to_touchpoint(doc, touchpoint_id, captured(doc, line), basis)
    return doc.records[touchpoint_id]


def notes(doc, on):
    return [(note.kind, note.text, note.severity) for note in attached_to(doc, on, Note)]


def columns(doc):
    return titles(doc.journey(MAP))


def test_a_line_makes_a_touchpoint_with_all_that_it_says(doc):
    line = 'Waits @support #Anruf -1 (mulmig) =+1 !!slow ?why "hello?" goal: quick * %days 5>3 +guide @@Anna <Q2'
    card = capture(doc, line, Slot("s", after="b"))
    assert (card.title, card.owner, card.channel, card.believed) == ("Waits", "support", "phone", 1)
    assert card.emotion == Emotion(valence=-1, word="mulmig")
    assert card.moment == Moment()
    assert notes(doc, card.id) == [
        ("pain_point", "slow", 4), ("question", "why", None), ("quote", "hello?", None), ("goal", "quick", None),
    ]  # fmt: skip
    (idea,) = attached_to(doc, card.id, Opportunity)
    assert (idea.text, idea.who, idea.owner, idea.due) == ("guide", "Anna", None, date(2027, 6, 30))
    (metric,) = attached_to(doc, card.id, Metric)
    assert (metric.name, metric.current, metric.target, metric.unit, metric.better) == ("days", 5, 3, "", "lower")
    assert columns(doc) == [["A"], ["B"], ["Waits"]]


@pytest.mark.parametrize("line", ['"It rings."', "„It rings.“", "«It rings.»"])
def test_a_whole_quotation_is_a_quote_of_a_card_that_has_a_title(doc, line):
    assert add(doc, "a", line).title == "A" and notes(doc, "a") == [("quote", "It rings.", None)]
    set_field(doc, ("b",), "title", "")
    assert add(doc, "b", line).title == line and not notes(doc, "b")


@pytest.mark.parametrize("line", ['"', '""', '"It rings', 'Says "hello"', '"One" and "two"', "x"])
def test_words_that_are_no_whole_quotation_are_no_quote(doc, line):
    assert add(doc, "a", line).title == "A" and not notes(doc, "a")


def test_one_line_is_one_step_of_undo(doc):
    history = History(doc)
    before = dict(doc.records)
    capture(doc, "Waits @New #sms -1 !slow +idea >Later", Slot("s", after="a"))
    assert len(history.steps) == 1
    history.undo()
    assert dict(doc.records) == before


def test_an_owner_is_made_once(doc):
    first = capture(doc, 'One @"Partner Team"', Slot("s"))
    assert doc.records[first.owner] == Owner(id=first.owner, rank=doc.records[first.owner].rank, name="Partner Team")
    assert capture(doc, "Two @partner team", Slot("s")).owner == first.owner
    assert capture(doc, "Three @-", Slot("s")).kind == "action"


def test_a_known_owner_does_the_opportunity(doc):
    card = capture(doc, "One +guide @@Support", Slot("s"))
    (idea,) = attached_to(doc, card.id, Opportunity)
    assert (idea.owner, idea.who) == ("support", "")


def test_a_named_stage_is_where_it_goes_and_new_ones_follow_the_one_it_was_in(doc):
    assert capture(doc, "Later >T", Slot("s", after="a")).stage == "t"
    card = capture(doc, "Then >X >Y", Slot("s", after="a"))
    assert [each.name for each in doc.journey(MAP).stages] == ["S", "X", "Y", "T"]
    assert doc.records[card.stage].name == "Y"
    assert capture(doc, "Here >S", Slot("s", after="a")).stage == "s"
    assert columns(doc)[:3] == [["A"], ["Here"], ["B"]]


def test_at_the_same_time_shares_the_column(doc):
    card = capture(doc, "With a ^", Slot("s", after="a"))
    assert card.rank == doc.records["a"].rank
    assert len(columns(doc)) == 2
    first = capture(doc, "Alone ^", Slot("t"))
    assert (first.stage, columns(doc)[-1]) == ("t", ["Alone"])
    add(doc, "b", "^")
    assert doc.records["b"].rank == card.rank
    add(doc, "a", "^")
    assert sorted(columns(doc)[0]) == ["A", "B", "With a"]


def test_a_line_is_added_to_a_card_that_is_there(doc):
    card = add(doc, "a", "@support #app +1 * !slow !down")
    assert (card.owner, card.channel, card.emotion, card.moment) == (
        "support", "mobile_app", Emotion(valence=1), Moment(),
    )  # fmt: skip
    assert [text for _, text, _ in notes(doc, "a")] == ["slow", "down"]
    assert add(doc, "a", "@-").kind == "action"
    assert add(doc, "a", "@sales").kind == "interaction"
    assert (card := add(doc, "a", "more words >T -1")).stage == "t"
    assert card.title == "A"


def test_words_become_the_title_of_a_card_without_one(doc):
    set_field(doc, ("a",), "title", "")
    assert add(doc, "a", "Waits -1").title == "Waits"


def test_what_a_moment_says_already_stays(doc):
    set_field(doc, ("a",), "moment", Moment(impact="churn"))
    assert add(doc, "a", "*").moment == Moment(impact="churn")


def test_a_captured_feeling_rests_on_what_the_window_says_unless_it_is_an_assumption(doc):
    assert capture(doc, "One -1", Slot("s"), "workshop").emotion.basis == "workshop"
    assert capture(doc, "One -1 ~", Slot("s"), "workshop").emotion.basis == "assumption"
    assert capture(doc, "One ~", Slot("s"), "workshop").emotion is None
    old = Emotion(valence=1, word="glad", basis="research", n=8, low=0, high=2)
    set_field(doc, ("a",), "emotion", old)
    assert add(doc, "a", "!slow", "workshop").emotion == old
    assert add(doc, "a", "-1", "workshop").emotion == Emotion(valence=-1, word="glad", basis="workshop")
    assert add(doc, "a", "~", "workshop").emotion == Emotion(valence=-1, word="glad")
    assert add(doc, "b", "~").emotion is None


def test_a_show_of_hands_says_how_many_and_how_far_they_differ(doc):
    emotion = capture(doc, "Vote 0/2/7/3/1 (split)", Slot("s"), "workshop").emotion
    hands = (0, 2, 7, 3, 1)
    assert emotion == Emotion(valence=0, word="split", basis="workshop", n=13, low=-1, high=2, hands=hands)


def test_a_stage_takes_what_a_stage_can_have(doc):
    assert add_to_stage(doc, "t", captured(doc, "@support !slow +idea %nps 5>7")) is None
    assert doc.records["t"].owner == "support"
    assert notes(doc, "t") == [("pain_point", "slow", None)]
    assert len(attached_to(doc, "t", Opportunity)) == len(attached_to(doc, "t", Metric)) == 1
    new = doc.records[add_to_stage(doc, "t", captured(doc, "@sales #sms -1 (sad) ?why"))]
    assert (new.title, new.stage, new.owner, new.channel) == ("", "t", None, "sms")
    assert new.emotion == Emotion(valence=-1, word="sad")
    assert notes(doc, "t")[1:] == [("question", "why", None)] and notes(doc, new.id) == []


def test_without_a_place_it_lies_in_the_tray(doc):
    assert capture(doc, "One").stage is None
    assert [each.title for each in doc.journey(MAP).tray] == ["One"]


def test_what_a_map_knows():
    doc = document(
        *owners("sales", "support"),
        stage("t", "a1"),
        stage("s", "a0"),
        touchpoint("a", "s", channel="Fax", emotion=Emotion(valence=-1, word="mulmig")),
        touchpoint("b", "s"),
    )
    assert known_in(doc, MAP) == Known(["Sales", "Support"], ["Fax"], ["S", "T"], {"mulmig": -1})
    assert known_in(doc, "other").stages == []
