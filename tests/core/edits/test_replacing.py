"""Replacing touches the words that were found and nothing else, in one step that undo takes back exactly."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.replacing import TooLong, replace
from journey_editor.core.finding import Hit, Wanted, find
from journey_editor.core.history import History
from journey_editor.core.records import Record, map_of
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.storage.format import dumps, loads
from tests.building import MAP, document, note, stage, touchpoint
from tests.strategies import files


def hits(given: Document, words: str, **options: bool) -> tuple[Hit, ...]:
    return find(given, MAP, Wanted(words, **options))


def small() -> Document:
    return document(
        stage("s", name="Login and login"), touchpoint("t", "s", title="First login", tags=("login", "first")),
        note("n", "t", text="No login"), title="Logins",
    )  # fmt: skip


def test_all_hits_are_replaced_in_one_named_step():
    here = small()
    history = History(here)
    assert replace(here, hits(here, "login"), "sign-in") == 6
    assert history.undo_label == "Replace “Login”"
    assert [here.records[each].__dict__.get("name") for each in ("s",)] == ["sign-in and sign-in"]
    assert here.records["t"].__dict__["tags"] == ("sign-in", "first")
    assert here.records[MAP].__dict__["title"] == "sign-ins"
    history.undo()
    assert dict(here.records) == dict(small().records)


def test_one_hit_is_replaced_alone():
    here = small()
    assert replace(here, hits(here, "login")[1:2], "entry") == 1
    assert here.records["s"].__dict__["name"] == "entry and login"


def test_a_required_name_may_become_empty_and_a_list_loses_what_did():
    here = small()
    replace(here, hits(here, "first login") + hits(here, "first", match_case=True), "")
    assert here.records["t"].__dict__["title"] == ""
    assert here.records["t"].__dict__["tags"] == ("login",)


def test_hits_in_texts_that_changed_since_are_left_alone():
    here = small()
    old = hits(here, "login")
    set_field(here, ["s"], "name", "A login")
    with here.transaction("Remove"):
        here.remove("n")
    assert replace(here, old, "x") == 3
    assert here.records["s"].__dict__["name"] == "A login"


def test_what_would_become_too_long_is_refused_whole():
    here = document(stage("s", name="a"), stage("s2", "a1", name="a" * TEXT_LIMIT))
    history = History(here)
    with pytest.raises(TooLong, match="longer than 10,000 characters"):
        replace(here, hits(here, "a"), "aa")
    assert here.records["s"].__dict__["name"] == "a"
    assert history.steps == ()


def test_what_a_guard_refuses_is_not_counted():
    here = small()
    here.guard(lambda _change: lambda: None)
    assert replace(here, hits(here, "login"), "x") == 0


def test_no_hits_leave_no_step():
    here = small()
    history = History(here)
    assert replace(here, (), "x") == 0
    assert history.steps == ()


@given(files(), st.text("aAZ0 é", max_size=3), st.text("aß ", max_size=3))
def test_any_replacing_keeps_a_file_that_opens_and_is_undone_to_the_byte(
    records: dict[str, Record], words: str, by: str
):
    here = Document(records.values())
    before = dumps(here.records)
    history = History(here)
    found = find(here, "", Wanted(words), whole_file=True)
    assert replace(here, found, by) == len(found)
    after = dumps(here.records)
    assert dict(loads(after)) == dict(here.records)
    for each in here.records.values():
        old = records.get(each.id)
        assert old is None or (map_of(old), type(old)) == (map_of(each), type(each))
    while history.undo():
        pass
    assert dumps(here.records) == before
    while history.redo():
        pass
    assert dumps(here.records) == after
