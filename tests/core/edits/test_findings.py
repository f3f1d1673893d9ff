"""Findings are set aside with a reason and taken back; a handoff gets a protocol for all that passes along it."""

import pytest

from journey_editor.core.document import Document
from journey_editor.core.edits.findings import agree_protocol, set_aside, take_back
from journey_editor.core.flow import edges
from journey_editor.core.history import History
from journey_editor.core.parts import Dismissal
from journey_editor.core.records import JourneyMap, Transition
from journey_editor.storage.format import dumps
from tests.building import MAP, document, owners, row, stage, touchpoint, transition


def dismissed(doc: Document) -> tuple[Dismissal, ...]:
    return doc.one(JourneyMap, MAP).dismissed


def passed_on() -> Document:
    """Two cards of one owner lead to two of another, and one of a third."""
    return document(
        *owners("a", "b", "c"),
        stage("s"),
        touchpoint("x", "s", owner="a"),
        touchpoint("y", "s", owner="a"),
        touchpoint("u", "s", "a1", owner="b"),
        touchpoint("v", "s", "a1", owner="b"),
        touchpoint("w", "s", "a1", owner="c"),
    )


def test_a_finding_is_set_aside_with_its_reason_and_taken_back():
    doc = document(stage("s"), *row("x", "y"))
    first, history = dumps(doc.records), History(doc)
    set_aside(doc, MAP, "loop", ("x", "y"), "  wanted \n by law ")
    assert dismissed(doc) == (Dismissal(rule="loop", records=("x", "y"), reason="wanted by law"),)
    history.undo()
    assert dumps(doc.records) == first
    history.redo()
    assert take_back(doc, MAP, "loop", ("y", "x"))
    assert dumps(doc.records) == first
    assert not take_back(doc, MAP, "loop", ("y", "x"))


def test_a_new_reason_takes_the_place_of_the_old_one_and_others_stay():
    doc = document(stage("s"), *row("x", "y"))
    set_aside(doc, MAP, "loop", ("x", "y"), "first")
    set_aside(doc, MAP, "trough", ("x",), "other")
    set_aside(doc, MAP, "loop", ("y", "x"), "second")
    assert [(each.rule, each.reason) for each in dismissed(doc)] == [("trough", "other"), ("loop", "second")]
    with pytest.raises(KeyError):
        set_aside(doc, "nowhere", "loop", ("x",), "so")


def test_a_protocol_is_said_of_all_that_is_one_handoff_and_the_flow_stays():
    doc = passed_on()
    first, history = dumps(doc.records), History(doc)
    before = {(each.source, each.target) for each in edges(doc.journey(MAP))}
    said = agree_protocol(doc, MAP, "x", "u", "Both meet the customer")
    ways = {(each.source, each.target): each.protocol for each in doc.of_kind(Transition)}
    assert {ends for ends, protocol in ways.items() if protocol} == {(a, b) for a in "xy" for b in "uv"}
    assert {(each.source, each.target) for each in edges(doc.journey(MAP))} == before
    assert len(said) == 4 and all(doc.one(Transition, each).protocol for each in said)
    history.undo()
    assert dumps(doc.records) == first


def test_what_is_drawn_keeps_its_path_and_a_protocol_that_is_there():
    doc = document(
        *owners("a", "b"),
        stage("s"),
        touchpoint("x", "s", owner="a"),
        touchpoint("u", "s", "a1", owner="b"),
        transition("x", "u", id="one", wait_days=9, protocol="as it was"),
        transition("x", "u", "unhappy", id="two"),
    )
    assert set(agree_protocol(doc, MAP, "x", "u", "new")) == {"one", "two"}
    assert [(each.id, each.path, each.protocol) for each in doc.of_kind(Transition)] == [
        ("one", "happy", "as it was"), ("two", "unhappy", "new"),
    ]  # fmt: skip


def test_no_protocol_where_no_way_leads():
    doc = passed_on()
    with pytest.raises(KeyError):
        agree_protocol(doc, MAP, "u", "x", "words")
