"""The rules `friction` and `waiting` at each of their boundaries, worked out by hand."""

from typing import Any

import pytest

from journey_editor.core.records import Record
from journey_editor.insight.case import Case
from journey_editor.insight.rules.friction import friction, waiting
from tests.building import case, metric, opportunity, owners, stage, touchpoint, transition

Counts = tuple[int | None, int | None]


def funnel(*counts: Counts, phases: tuple[str | None, ...] = (), more: tuple[Record, ...] = ()) -> Case:
    """Stages s0, s1, … with what entered and completed them."""
    stages = [
        stage(f"s{i}", f"a{i}", entered=entered, completed=completed, phase=phases[i] if phases else None)
        for i, (entered, completed) in enumerate(counts)
    ]
    return case(*stages, *more)


def losses(given_: Case) -> list[tuple[tuple[str, ...], float]]:
    return [(each.records, each.numbers["loss"]) for each in friction(given_)]


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([(1000, 951)], []),
        ([(1000, 950)], [(("s0",), 0.05)]),
        ([(1000, 949)], [(("s0",), 0.051)]),
        ([(1000, 1000), (949, None)], [(("s0", "s1"), 0.051)]),
        ([(1000, 1000), (951, None)], []),
        ([(1000, 1200)], []),
        ([(0, 0)], []),
        ([(0, 5), (0, 0)], [(("s0", "s1"), 1)]),
        ([(None, 100), (50, None)], [(("s0", "s1"), 0.5)]),
        ([(100, None), (50, 20)], [(("s1",), 0.6)]),
        ([(10, 0), (10, 10)], [(("s0",), 1)]),
        ([(3, 2)], [(("s0",), 0.333333333)]),
    ],
)
def test_what_counts_as_a_loss(counts, found):
    assert losses(funnel(*counts)) == found


def test_of_the_stages_before_the_purchase_one_is_told_and_three_of_all_others():
    pre = ("pre_purchase", "pre_purchase")
    counts = [(100, 90), (80, 60), (60, 50), (45, 40), (36, 18), (18, 18), (9, 9)]
    given_ = funnel(*counts, phases=(*pre, "purchase", "onboarding", "use", "renewal", None))
    # inside: .1 .25 | .1667 .1111 .5 0 0; between: .1111 0 | .1 .1 0 .5
    assert losses(given_) == [(("s1",), 0.25), (("s2",), 0.166666667), (("s4",), 0.5), (("s5", "s6"), 0.5)]


def test_of_equal_losses_the_earlier_is_told():
    given_ = funnel(*[(100, 50), (50, 25), (25, 25)], phases=("pre_purchase", "pre_purchase", "purchase"))
    assert losses(given_) == [(("s0",), 0.5)]
    assert [records for records, _ in losses(funnel((80, 40), (20, 10), (5, None)))] == [
        ("s0",),
        ("s0", "s1"),
        ("s1",),
    ]


def test_a_loss_between_two_belongs_to_the_earlier_stage():
    given_ = funnel((100, 100), (50, 20), phases=("pre_purchase", "purchase"))
    assert losses(given_) == [(("s0", "s1"), 0.5), (("s1",), 0.6)]


def test_after_the_churn_nobody_is_lost_and_becoming_an_advocate_is_no_loss():
    phases = ("use", "post_churn", "renewal", "advocacy")
    assert losses(funnel((100, 100), (40, 10), (60, 60), (5, 5), phases=phases)) == [(("s0", "s2"), 0.4)]
    assert losses(funnel((100, 100), (40, 10), phases=("use", "post_churn"))) == []
    assert losses(funnel((5, 5), (5, 1), phases=("use", "advocacy"))) == [(("s1",), 0.8)]


FULL = {"owner": "sales", "due": "2020-01-01", "metric": "m1"}


@pytest.mark.parametrize(
    ("on", "fields", "severity"),
    [
        ("s0", FULL, "low"),
        ("s0", FULL | {"status": "dropped"}, "low"),
        ("s0", FULL | {"owner": None}, "high"),
        ("s0", FULL | {"owner": None, "who": "Ann"}, "high"),
        ("s0", FULL | {"due": None}, "high"),
        ("s0", FULL | {"metric": None}, "high"),
        ("t", FULL, "high"),
        ("s1", FULL, "high"),
    ],
)
def test_an_opportunity_with_owner_date_and_metric_on_the_stage_itself_calms(on, fields: dict[str, Any], severity):
    more = (*owners("sales"), touchpoint("t", "s0"), metric("m1", "s0"), opportunity("o", on, **fields))
    (found,) = friction(funnel((100, 50), (50, 50), more=more))
    assert found.severity == severity


@pytest.mark.parametrize(("on", "severity"), [("s0", "low"), ("s1", "low"), ("s2", "high")])
def test_between_two_stages_either_calms(on, severity):
    more = (*owners("sales"), metric("m1", "s0"), opportunity("o", on, **FULL))
    (found,) = friction(funnel((None, 100), (50, None), (None, None), more=more))
    assert (found.records, found.severity) == (("s0", "s1"), severity)


def test_parts_of_an_answer_do_not_add_up():
    halves = [FULL | {"due": None}, FULL | {"metric": None}]
    more = (*owners("sales"), metric("m1", "s0"), *(opportunity(f"o{i}", "s0", **f) for i, f in enumerate(halves)))
    (found,) = friction(funnel((100, 50), more=more))
    assert found.severity == "high"
    assert found.sentence == (
        "50 % of those who enter “S0” do not complete it, and no opportunity with owner, date and metric is about it."
    )


def days(
    *times: tuple[float | None, float | None], more: tuple[Record, ...] = ()
) -> list[tuple[tuple[str, ...], float]]:
    stages = [stage(f"s{i}", f"a{i}", start_day=a, end_day=b) for i, (a, b) in enumerate(times)]
    found = list(waiting(case(*stages, *more)))
    assert {(each.rule, each.severity) for each in found} <= {("waiting", "medium")}
    return [(each.records, each.numbers["days"]) for each in found]


@pytest.mark.parametrize(
    ("end", "start", "found"),
    [
        (10, 17, []),
        (10, 17.1, [(("s0", "s1"), 7.1)]),
        (10, 16.9, []),
        (10, 5, []),
        (None, 50, []),
        (0, None, []),
        (-1e308, 1e308, [(("s0", "s1"), 1.7976931348623157e308)]),
        (0.1, 7.1, []),
    ],
)
def test_more_than_seven_days_between_a_stage_and_the_next(end, start, found):
    assert days((0, end), (start, None)) == found


def test_only_the_next_stage_counts():
    assert days((0, 10), (None, None), (50, 60)) == []
    assert days((0, 10), (5, 20), (28, 60)) == [(("s1", "s2"), 8)]


@pytest.mark.parametrize("path", ["happy", "unhappy", "alternative", "exception", "loop", "abandon"])
@pytest.mark.parametrize(("wait", "is_found"), [(6.9, False), (7, True), (7.1, True), (None, False)])
def test_seven_days_on_a_transition_of_any_path(path, wait, is_found):
    cards = (touchpoint("a", "s0"), touchpoint("b", "s0", "a1"))
    found = days((0, 1), more=(*cards, transition("a", "b", path, wait_days=wait)))
    assert found == ([(("a-b",), wait)] if is_found else [])


def test_ways_into_the_tray_count_nowhere_and_ways_out_of_the_journey_do():
    cards = (touchpoint("a", "s0"), touchpoint("b", "s0", "a1"), touchpoint("waits"))
    ways = [("b", None, "abandon"), ("a", "waits", "happy"), ("waits", "a", "happy"), ("a", "b", "happy")]
    more = (*cards, *(transition(a, b, path, wait_days=9) for a, b, path in ways))
    assert days((0, 1), more=more) == [(("a-b",), 9), (("b-None",), 9)]
    found = list(waiting(case(stage("s0"), *more)))
    assert found[0].sentence == "From “A” to “B” people wait 9 days: time to doubt and to look elsewhere."
    assert found[1].sentence == "After “B” people wait 9 days before they leave: time to win them back."
