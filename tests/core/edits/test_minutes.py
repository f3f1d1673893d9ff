"""Lines in a row: each goes where the one before it left off."""

from datetime import date

from journey_editor.core.capture.known import known_in
from journey_editor.core.capture.lines import read_lines
from journey_editor.core.edits.attachments import attached_to
from journey_editor.core.edits.minutes import Minutes
from journey_editor.core.parts import Emotion
from journey_editor.core.records import Note
from tests.building import MAP, document, owners, row, stage

TODAY = date(2026, 11, 25)


def written(doc, *lines):
    """Write lines onto a map; return the numbers of lines with a remark and what that is."""
    with doc.transaction("Lines"):
        minutes = Minutes(doc, MAP)
        found = read_lines("\n".join(lines), known_in(doc, MAP), TODAY)
        return [(line.number, remark) for line in found for remark in minutes.write(line.captured)]


def by_stage(doc):
    journey = doc.journey(MAP)
    return {
        each.name: [[t.title for t in column] for column in journey.columns_by_stage[each.id]]
        for each in journey.stages
    }


def texts(doc, on):
    return [note.text for note in attached_to(doc, on, Note)]


def test_lines_follow_each_other_through_the_stages():
    doc = document()
    lines = [
        "Hears of it",
        "# Onboarding",
        "Kick-off",
        ">Use",
        "Logs in >Onboarding",
        "Waits ^",
        "Uses it >use",
        "Ends",
    ]
    assert written(doc, *lines) == []
    assert by_stage(doc) == {
        "Journey": [["Hears of it"]],
        "Onboarding": [["Kick-off"], ["Logs in", "Waits"]],
        "Use": [["Uses it"], ["Ends"]],
    }


def test_a_line_without_words_adds_to_the_one_before_or_to_the_stage():
    doc = document()
    written(doc, "!first", "?then", "# Use", "!of the stage", "-1", "!of the new one", "Waits", "!of it", ">Use !again")
    journey = doc.journey(MAP)
    nameless, felt, waits = journey.touchpoints
    assert [nameless.title, felt.title, waits.title] == ["", "", "Waits"]
    assert texts(doc, nameless.id) == ["first", "then"]
    assert texts(doc, journey.stages[1].id) == ["of the stage", "again"]
    assert (felt.emotion, texts(doc, felt.id)) == (Emotion(valence=-1, basis="workshop"), ["of the new one"])
    assert texts(doc, waits.id) == ["of it"]


def test_on_a_map_that_is_there_lines_go_on_at_its_end():
    doc = document(*owners("sales"), stage("t", "a1"), stage("s", "a0"), *row("a", "b", stage_id="t"))
    written(doc, "C @Sales ^", "D @New >S", "E @New >Later")
    assert by_stage(doc) == {"S": [["D"]], "T": [["A"], ["B", "C"]], "Later": [["E"]]}
    cards = {each.title: each for each in doc.journey(MAP).touchpoints}
    assert cards["C"].owner == "sales" and cards["D"].owner == cards["E"].owner


def test_what_could_not_be_done_is_said_by_line():
    doc = document()
    remarks = written(doc, "First ^", "Waits ~", "Calls @Sales @Support", "~", "Waits -1", "~")
    assert [number for number, _ in remarks] == [1, 2, 3, 4]
    assert "@Support" in remarks[2][1]


def test_many_lines_cost_no_more_each_than_few():
    doc = document()
    written(doc, *(f"Card {number} @Owner{number % 50} !pain -1" for number in range(3000)), "^", "Last")
    columns = doc.journey(MAP).columns
    assert (len(columns), len(columns[-2])) == (3000, 2)
    assert len({each.rank for each in doc.journey(MAP).touchpoints}) == 3000


def test_ranks_that_are_no_keys_are_numbered_anew():
    doc = document(stage("s", "Z"), *(each.with_(rank="0") for each in row("a")))
    written(doc, "B", "^", "C ^", "D >Next @One")
    assert [sorted(column) for column in by_stage(doc)["S"]] == [["A", "B", "C"]]
    assert by_stage(doc)["Next"] == [["D"]]


def test_a_line_that_only_says_at_the_same_time_joins_the_card_before_with_the_one_before_that():
    doc = document()
    assert [number for number, _ in written(doc, "A", "^", "B", "^", "^", "C", "D ^", "^", "E")] == [2]
    assert [sorted(column) for column in by_stage(doc)["Journey"]] == [["A", "B"], ["C", "D"], ["E"]]


def test_thousands_of_lines_that_add_cost_no_more_each_than_few():
    doc = document()
    written(doc, "A", *["!pain"] * 3000, *["B", "^"] * 1500, "# S", *["-1", "# S"] * 1500)
    journey = doc.journey(MAP)
    first = next(each for each in journey.touchpoints if each.title == "A")
    assert len({note.rank for note in attached_to(doc, first.id, Note)}) == 3000
    assert [len(columns) for columns in journey.columns_by_stage.values()] == [1, 1500]
