"""The rules of a map drafted from another, worked out by hand."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.journey import read_journey
from journey_editor.core.records import JourneyMap, MapRecord, Metric, Record, Stage, Touchpoint, Transition
from journey_editor.insight.case import Case, case_of
from journey_editor.insight.finding import Finding
from journey_editor.insight.findings import findings
from journey_editor.insight.rules.draft import change_without_owner, new_handoff, trough_untouched
from tests.building import MAP, TODAY, metric, opportunity, owners, records, stage, touchpoint, transition

OWNERS = owners("sales", "support")
NEW = "n"

THEN: tuple[MapRecord, ...] = (
    stage("s", owner="sales"),
    stage("t", "a1", owner="support"),
    touchpoint("a", "s", v=1),
    touchpoint("b", "s", "a1", v=-1, moment={"window": "", "impact": "", "improvement": "", "metric": "k"}),
    touchpoint("c", "t", v=1),
    touchpoint("d", "t", "a1"),
    transition("a", "b", "happy", wait_days=3),
    metric("k", "s"),
)
"""What the other map has: a handoff from b to c and a trough at b."""


def copied(given_: Iterable[MapRecord]) -> list[MapRecord]:
    """The same on the new map: each id with a 2, led to each other, with the origin."""
    names = ("stage", "source", "target", "on", "metric")
    made: list[MapRecord] = []
    for each in given_:
        led: dict[str, Any] = {name: f"{each.__dict__[name]}2" for name in names if each.__dict__.get(name)}
        if isinstance(each, Touchpoint) and each.moment is not None and each.moment.metric:
            led["moment"] = each.moment.with_(metric=f"{each.moment.metric}2")
        made.append(each.with_(id=f"{each.id}2", map=NEW, origin=each.id, **led))
    return made


Edit = Callable[[dict[str, MapRecord]], object]


def drafted(change: Edit = lambda now: None, then: Iterable[MapRecord] = THEN) -> Case:
    """The case of a map copied from another and then changed."""
    now = {each.id: each for each in copied(then)}
    change(now)
    draft = JourneyMap(id=NEW, rank="a1", title="Then", state="future", based_on=MAP)
    made: list[Record] = [*records(*OWNERS, *then), draft, *now.values()]
    by_id = {each.id: each for each in made}
    return case_of(lambda map_id: read_journey(by_id, map_id), NEW, TODAY)


def changing(record_id: str, **fields: Any) -> Edit:
    return lambda now: now.update({record_id: now[record_id].with_(**fields)})


def adding(*more: MapRecord) -> Edit:
    return lambda now: now.update({each.id: each.with_(map=NEW) for each in more})


def removing(*gone: str) -> Edit:
    return lambda now: [now.pop(each) for each in gone]


def both(*changes: Edit) -> Edit:
    return lambda now: [change(now) for change in changes]


def named(found: Iterator[Finding]) -> list[tuple[str, ...]]:
    return [each.records for each in found]


def test_a_map_that_was_drafted_from_none_has_nothing_of_the_kind():
    given_ = Case(drafted().journey, TODAY)
    assert not findings(given_, "change_without_owner", "trough_untouched", "new_handoff")


def test_a_draft_that_is_as_it_was_changes_nothing_and_leaves_the_trough():
    given_ = drafted()
    assert (named(change_without_owner(given_)), named(new_handoff(given_))) == ([], [])
    (found,) = trough_untouched(given_)
    assert (found.severity, found.records, dict(found.numbers)) == ("medium", ("b2",), {})
    assert found.sentence == "The low point at “B” stays as it was: this draft does nothing about it."


@pytest.mark.parametrize(
    ("record", "fields", "is_found"),
    [
        ("a2", {"title": "other"}, True),
        ("a2", {"owner": "support"}, True),
        ("a2", {"tags": ("x",)}, True),
        ("a2", {"stage": "t2"}, True),
        ("a2", {"emotion": None}, True),
        ("a2", {"rest": {"unknown": 1}}, True),
        ("a2", {"rank": "a5"}, False),
        ("b2", {"moment": None}, True),
        ("s2", {"name": "other"}, True),
        ("s2", {"rank": "a5"}, False),
        ("a-b2", {"wait_days": 1}, True),
        ("a-b2", {"target": "c2"}, True),
        ("k2", {"name": "other"}, False),
    ],
)
def test_what_differs_in_a_field_other_than_rank_is_told(record, fields, is_found):
    given_ = drafted(changing(record, **fields))
    assert named(change_without_owner(given_)) == ([(record,)] if is_found else [])


@pytest.mark.parametrize(
    ("record", "fields", "said"),
    [
        ("a2", {"emotion": None}, "feeling"),
        ("a2", {"owner": "support", "title": "A"}, "owner"),
        ("a2", {"owner": "support", "channel": "phone", "emotion": None, "tags": ("x",)}, "owner, channel, feeling, …"),
        ("a-b2", {"wait_days": 1}, "wait days"),
        ("a2", {"rest": {"unknown": 1}}, "…"),
    ],
)
def test_a_change_says_what_changes(record, fields, said):
    (found,) = change_without_owner(drafted(changing(record, **fields)))
    assert f" changes ({said}), and no opportunity with an owner says who sees to it." in found.sentence


def test_a_moment_that_is_led_to_another_metric_differs():
    other = metric("other", "s2").with_(map=NEW)
    changed = both(adding(other), lambda now: now.update(b2=now["b2"].with_(moment={"metric": "other"})))
    assert named(change_without_owner(drafted(changed))) == [("b2",)]


NEWS = [
    stage("new", "a2").with_(map=NEW),
    touchpoint("new", "s2", "a9"),
    touchpoint("new", "s2", "a9", origin="gone"),
    touchpoint("new", "s2", "a9", origin="s"),
    transition("b2", "d2", "exception").with_(id="new"),
]


@pytest.mark.parametrize("news", NEWS)
def test_what_is_new_is_told(news: Stage | Touchpoint | Transition):
    (found,) = change_without_owner(drafted(adding(news)))
    assert (found.severity, found.records, dict(found.numbers)) == ("medium", ("new",), {})
    assert found.sentence.endswith("is new, and no opportunity with an owner says who sees to it.")


@pytest.mark.parametrize(
    ("on", "fields", "is_found"),
    [
        ("new", {"owner": "sales"}, False),
        ("new", {"owner": "sales", "status": "dropped"}, False),
        ("new", {}, True),
        ("new", {"who": "Ann"}, True),
        ("s2", {"owner": "sales"}, True),
    ],
)
def test_an_opportunity_with_owner_on_it_answers_a_change(on, fields, is_found):
    change = adding(touchpoint("new", "s2", "a9"), opportunity("o", on, **fields))
    assert named(change_without_owner(drafted(change))) == ([("new",)] if is_found else [])


def test_what_is_removed_is_told_by_the_other_maps_id():
    found = list(change_without_owner(drafted(removing("d2", "a-b2"))))
    assert [(each.severity, each.records) for each in found] == [("medium", ("d",)), ("medium", ("a-b",))]
    assert found[0].sentence == "“D” goes away, and no opportunity with an owner says who sees to it."
    assert found[1].sentence == "“A → B” goes away, and no opportunity with an owner says who sees to it."


@pytest.mark.parametrize(("on", "told"), [("t2", []), ("c2", [("d",)]), ("s2", [("d",)])])
def test_for_what_is_removed_an_opportunity_with_owner_on_its_stage_answers(on, told):
    change = both(removing("d2"), adding(opportunity("o", on, owner="sales")))
    assert named(change_without_owner(drafted(change))) == told


def test_a_stage_that_is_removed_with_all_in_it_has_no_stage_to_answer_on():
    found = change_without_owner(drafted(removing("t2", "c2", "d2")))
    assert named(found) == [("t",), ("c",), ("d",)]


def test_the_tray_counts_nowhere_neither_here_nor_there():
    tray = both(changing("d2", stage=None), adding(touchpoint("idea")))
    assert named(change_without_owner(drafted(tray))) == [("d",)]
    then = (*THEN, touchpoint("idea"))
    assert named(change_without_owner(drafted(removing("idea2"), then))) == []
    assert named(change_without_owner(drafted(changing("idea2", stage="t2"), then))) == [("idea2",)]


def test_findings_of_what_is_gone_come_after_those_on_the_map_in_the_order_they_had():
    found = findings(drafted(both(removing("a2", "a-b2", "d2"), changing("c2", title="x"))), "change_without_owner")
    assert [each.records for each in found] == [("c2",), ("a",), ("a-b",), ("d",)]


@pytest.mark.parametrize(
    "change",
    [
        changing("b2", title="other"),
        changing("b2", emotion={"valence": 0}),
        removing("b2", "a-b2"),
        changing("b2", stage=None),
        adding(touchpoint("again", "s2", "a3", title="Otherwise", origin="b")),
    ],
)
def test_a_trough_that_was_touched_is_not_told(change):
    assert named(trough_untouched(drafted(change))) == []


def test_all_of_a_trough_must_be_as_it_was():
    feelings = {"a": 1, "b": -1, "c": -0.6, "d": 1}
    then = (stage("s"), *(touchpoint(each, "s", f"a{each}", v=v) for each, v in feelings.items()))
    assert named(trough_untouched(drafted(then=then))) == [("b2", "c2")]
    assert named(trough_untouched(drafted(changing("c2", title="x"), then))) == []
    assert named(trough_untouched(drafted(changing("c2", rank="a7"), then))) == [("b2", "c2")]


def test_a_handoff_that_was_none_is_new():
    (found,) = new_handoff(drafted(changing("b2", owner="support")))
    assert (found.severity, found.records, dict(found.numbers)) == ("medium", ("a2", "b2"), {})
    assert found.sentence == "From “A” to “B”, Sales now hands over to Support: one more place to lose things."


def test_a_handoff_to_other_owners_between_the_same_touchpoints_is_not_new():
    assert named(new_handoff(drafted(changing("t2", owner="sales")))) == []
    both_ways = both(changing("s2", owner="support"), changing("t2", owner="sales"))
    assert named(new_handoff(drafted(both_ways))) == []


def test_a_handoff_with_a_touchpoint_that_is_new_is_new():
    assert named(new_handoff(drafted(adding(touchpoint("new", "s2", "a9"))))) == [("new", "c2")]
    assert named(new_handoff(drafted(changing("c2", origin=None)))) == [("b2", "c2")]


@given(st.sampled_from(["a2", "b2", "c2", "d2", "s2", "t2", "a-b2"]))
def test_without_its_origin_a_record_is_new_and_the_other_one_gone(record: str):
    found = named(change_without_owner(drafted(changing(record, origin=None))))
    assert {(record,), (record.removesuffix("2"),)} <= set(found)


def test_a_metric_is_no_step():
    assert isinstance(THEN[-1], Metric)
    assert named(change_without_owner(drafted(adding(metric("new", "s2"))))) == []
