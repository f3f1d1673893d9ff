"""A text of capture lines as a new file."""

from datetime import date

from hypothesis import given, strategies as st

from journey_editor.core.edits.drafts import Remark
from journey_editor.core.parts import Emotion
from journey_editor.core.records import JourneyMap, Note, Owner, Stage, Touchpoint
from journey_editor.interchange.minutes import read_minutes
from journey_editor.storage.format import dumps, loads

TODAY = date(2026, 11, 25)


def read(text):
    return read_minutes(text.encode(), "notes/Kick-off.txt", TODAY)


def all_of(kind, imported):
    return [each for each in imported.records.values() if isinstance(each, kind)]


def test_a_map_is_called_like_its_text_and_made_today():
    (found,) = all_of(JourneyMap, read("Login"))
    assert (found.title, found.created, found.state) == ("Kick-off", TODAY, "current")


def test_lines_before_the_first_stage_lie_in_a_stage_of_their_own_and_feelings_come_from_the_workshop():
    imported = read('\ufeffLogin @"New Team" -1\n\n// no\n>Use\nWorks @New Team :)\n?why')
    assert [each.name for each in all_of(Stage, imported)] == ["Journey", "Use"]
    assert [each.name for each in all_of(Owner, imported)] == ["New Team"]
    login, works = all_of(Touchpoint, imported)
    assert login.emotion == Emotion(valence=-1, basis="workshop")
    assert login.owner == works.owner
    assert [(each.on, each.text) for each in all_of(Note, imported)] == [(works.id, "why")]
    assert imported.remarks == ()


def test_remarks_name_the_line_of_the_file():
    assert [remark.line for remark in read("Login\n\n\n// no\nWaits ~").remarks] == [5]
    assert isinstance(read("~").remarks[0], Remark)


def test_what_shares_a_column_keeps_the_order_of_the_lines():
    imported = read("\n".join(["A", *(f"{letter} ^" for letter in "BCDEFGH")]))
    again = loads(dumps(imported.records))
    assert [each.title for each in again.values() if isinstance(each, Touchpoint)] == list("ABCDEFGH")


SNIPPETS = st.sampled_from(["@a", "#b", ">c", "-1", "^", "~", "!d", "+e", "%f 5>6", "g", "\n", "*"])


@given(st.text(st.characters(codec="utf-8")) | st.lists(SNIPPETS).map(" ".join))
def test_any_text_that_says_something_becomes_a_file_that_opens(text):
    text = f"First\n{text}".replace("\0", "")
    imported = read(text)
    assert dumps(loads(dumps(imported.records))) == dumps(imported.records)
    assert all(1 < remark.line <= text.count("\n") + text.count("\r") + 1 for remark in imported.remarks)
