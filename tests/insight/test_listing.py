"""Findings as a list: numbered, handoffs of one pair of owners as one entry, each with words for its place."""

from journey_editor.core.records import Record
from journey_editor.insight.case import Case
from journey_editor.insight.findings import findings
from journey_editor.insight.listing import entries, place_text, tally
from tests.building import MAP, TODAY, case, journey, metric, opportunity, owners, stage, touchpoint

LINE = ("a", "b", "a", "b", "c")


def to_and_fro(*more: Record) -> Case:
    """Marketing and sales pass the customer to and fro, then to success."""
    cards = [touchpoint(f"t{i}", "one" if i < 4 else "two", f"a{i}", owner=owner) for i, owner in enumerate(LINE)]
    return case(*owners("a", "b", "c"), stage("one", owner="a"), stage("two", "a1", owner="c"), *cards, *more)


def test_handoffs_of_one_pair_are_one_entry_where_the_worst_of_them_stands():
    here = to_and_fro()
    found = findings(here, "handoff")
    listed = entries(here, found)
    assert [[each.records for each in entry.findings] for entry in listed] == [
        [("t0", "t1"), ("t2", "t3")], [("t1", "t2")], [("t3", "t4")],
    ]  # fmt: skip
    assert [entry.number for entry in listed] == [1, 2, 3]


def test_a_new_handoff_is_an_entry_of_its_own_beside_the_handoff_that_it_is():
    now = to_and_fro()
    here = Case(now.journey, TODAY, journey(stage("before")))
    found = [each for each in findings(here, "handoff", "new_handoff") if each.records == ("t1", "t2")]
    assert [entry.finding.rule for entry in entries(here, found)] == ["new_handoff", "handoff"]


def test_only_some_severities_are_listed_and_all_are_counted():
    here = to_and_fro()
    found = findings(here)
    assert entries(here, found, ()) == []
    lows = entries(here, found, ("low",))
    assert lows and all(each.finding.severity == "low" for each in lows)
    assert sum(tally(found).values()) == len(found)
    assert tally(found)["low"] == sum(len(each.findings) for each in lows)


def test_each_place_is_named():
    here = to_and_fro(metric("time", "two", current=3, expected=9), opportunity("guide", "t0", status="doing"))
    places = {(each.rule, *each.records): place_text(here, each) for each in findings(here)}
    assert places["handoff", "t0", "t1"] == "T0 → T1"
    assert places["handoff", "t3", "t4"] == "One → Two"
    assert places["expectation_gap", "time"] == "time · Two"
    assert places["unowned_opportunity", "guide"] == "guide · T0"
    assert places["no_persona", MAP] == "The whole map"
    assert places["unmeasured_stage", "one"] == "One"


def test_of_many_records_two_are_named():
    here = case(stage("s"), *(touchpoint(f"t{i}", "s", f"a{i}") for i in range(4)))
    (gray,) = findings(here, "gray_zone")
    assert place_text(here, gray) == "T0, T1 and 2 more"
