"""Who owns what, on a map worked out by hand, and on any map."""

from datetime import date

import pytest
from hypothesis import given

from journey_editor.core.journey import maps_of, read_journey
from journey_editor.core.records import Record
from journey_editor.insight.case import Case
from journey_editor.insight.ownership import Ownership, Responsibility, ownership
from journey_editor.insight.rules.handoff import handoff
from tests.building import journey, metric, opportunity, owners, stage, touchpoint, transition
from tests.strategies import files

TODAY = date(2026, 11, 25)


def owned(*records: Record) -> Ownership:
    return ownership(Case(journey(*records), TODAY))


def ids(records: object) -> list[str]:
    return [each.id for each in records]  # type: ignore[attr-defined]


def sides(exchanges: object) -> list[tuple[str, int, int]]:
    """With whom, how many, how many high."""
    return [(each.other.id, len(each.handoffs), each.high) for each in exchanges]  # type: ignore[attr-defined]


def of(found: Ownership, owner: str) -> Responsibility:
    return next(each for each in found.owners if each.owner is not None and each.owner.id == owner)


@pytest.fixture
def found() -> Ownership:
    """Marketing leads to Sales in "buy" (with a wait), Sales to Support in "use" and back; a stage has nobody."""
    return owned(
        *owners("mkt", "sales", "support", "legal"),
        stage("learn", "a0", owner="mkt", contributors=["sales", "mkt"]),
        stage("buy", "a1", owner="sales"),
        stage("use", "a2", contributors=["support"]),
        touchpoint("ad", "learn", "a0"),
        touchpoint("thinks", "learn", "a1", kind="action"),
        touchpoint("call", "buy", "a0"),
        touchpoint("signs", "buy", "a1"),
        touchpoint("help", "use", "a0", owner="support"),
        touchpoint("waits", "use", "a1"),
        touchpoint("renews", "use", "a2", owner="sales"),
        touchpoint("later", None, owner="legal"),
        transition("thinks", "call", wait_days=7),
        opportunity("welcome", "help", owner="support", due="2026-11-24"),
        opportunity("guide", "learn", owner="support", due="2026-11-25", status="doing"),
        opportunity("someday", "buy", owner="support"),
        opportunity("was", "buy", owner="support", due="2026-01-01", status="done"),
        opportunity("not", "buy", owner="support", due="2026-01-01", status="dropped"),
        opportunity("whose", "thinks-call", due="2026-01-01"),
        opportunity("in_tray", "later", owner="legal"),
        metric("nps", "use", owner="sales"),
        metric("leads", "ad"),
        metric("of_tray", "later", owner="legal"),
    )


def test_stages_are_told_by_who_answers_for_them_and_who_helps(found: Ownership):
    assert (ids(of(found, "mkt").accountable), ids(of(found, "mkt").contributing)) == (["learn"], [])
    assert (ids(of(found, "sales").accountable), ids(of(found, "sales").contributing)) == (["buy"], ["learn"])
    assert (ids(of(found, "support").accountable), ids(of(found, "support").contributing)) == ([], ["use"])
    assert (ids(found.nobody.accountable), ids(found.nobody.contributing)) == (["use"], [])


def test_interactions_are_held_by_themselves_or_by_their_stage_and_actions_of_the_customer_by_nobody(found: Ownership):
    assert ids(of(found, "mkt").touchpoints) == ["ad"]
    assert ids(of(found, "sales").touchpoints) == ["call", "signs", "renews"]
    assert ids(of(found, "support").touchpoints) == ["help"]
    assert ids(found.nobody.touchpoints) == ["waits"]


def test_handoffs_are_told_by_whom_they_are_with_and_how_many_are_high(found: Ownership):
    assert sides(of(found, "mkt").gives) == [("sales", 1, 1)] and sides(of(found, "mkt").takes) == []
    assert sides(of(found, "sales").takes) == [("mkt", 1, 1)] and sides(of(found, "sales").gives) == [("support", 1, 0)]
    assert sides(of(found, "support").takes) == [("sales", 1, 0)] and sides(of(found, "support").gives) == []
    assert found.nobody.gives == found.nobody.takes == ()


def test_open_opportunities_come_by_due_date_and_are_overdue_from_the_day_after_it(found: Ownership):
    assert ids(of(found, "support").open) == ["welcome", "guide", "someday"]
    assert ids(of(found, "support").overdue) == ["welcome"]
    assert (ids(found.nobody.open), ids(found.nobody.overdue)) == (["whose"], ["whose"])


def test_metrics_are_told_by_owner_and_the_tray_counts_nowhere(found: Ownership):
    assert (ids(of(found, "sales").metrics), ids(found.nobody.metrics)) == (["nps"], ["leads"])
    assert of(found, "legal").is_idle and not of(found, "mkt").is_idle


def test_a_map_without_anything_has_nobody_who_owns_anything():
    assert owned() == Ownership((), Responsibility(None))


@given(files())
def test_each_thing_has_one_who_answers_for_it_or_nobody(records: dict[str, Record]):
    for each in maps_of(records):
        given_ = read_journey(records, each.id)
        handoffs = tuple(handoff(Case(given_, TODAY)))
        found = ownership(Case(given_, TODAY))
        every = [*found.owners, found.nobody]
        assert [one.owner for one in found.owners] == list(given_.owners)
        assert sorted(id_ for one in every for id_ in ids(one.accountable)) == sorted(ids(given_.stages))
        met = [one for one in given_.touchpoints if one.kind == "interaction"]
        assert sorted(id_ for one in every for id_ in ids(one.touchpoints)) == sorted(ids(met))
        for side in ("gives", "takes"):
            passed = [one for owner in every for exchange in getattr(owner, side) for one in exchange.handoffs]
            assert sorted(one.records for one in passed) == sorted(one.records for one in handoffs)
        assert all(set(ids(one.overdue)) <= set(ids(one.open)) for one in every)
        later = ownership(Case(given_, date.max))
        assert sum(len(one.open) for one in later.owners) == sum(len(one.open) for one in found.owners)
