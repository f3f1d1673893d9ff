"""What a map rests on: the rules `assumption`, `few_interviews` and `stale_evidence` at each of their boundaries."""

from datetime import date, timedelta
from typing import Any

import pytest

from journey_editor.core.parts import Emotion
from journey_editor.core.records import Evidence, Touchpoint
from journey_editor.insight.rules.evidence import assumption, few_interviews, stale_evidence
from tests.building import MAP, TODAY, case, metric, note, stage, touchpoint, transition


def source(source_id: str = "e", **fields: Any) -> Evidence:
    return Evidence.model_validate({"id": source_id, "rank": "a0", "title": source_id.title()} | fields)


def felt(*bases: str, **fields: Any) -> list[Touchpoint]:
    """Touchpoints with a feeling each, of these bases."""
    emotions = [Emotion.model_validate({"valence": 0, "basis": each}) for each in bases]
    return [touchpoint(f"t{at}", "s", f"a{at}", emotion=each, **fields) for at, each in enumerate(emotions)]


@pytest.mark.parametrize(
    ("bases", "backed"),
    [
        (("research", "assumption", "assumption"), 1),
        (("research", "measured", "workshop", "assumption"), None),
        (("research", "measured", "workshop", "assumption", "intended"), 2),
        (("workshop",), 0),
        (("measured",), None),
        ((), None),
    ],
)
def test_fewer_than_half_of_the_feelings_backed_is_assumption(bases: tuple[str, ...], backed: int | None):
    found = list(assumption(case(stage("s"), *felt(*bases))))
    if backed is None:
        assert found == []
    else:
        (only,) = found
        assert (only.severity, only.records, only.numbers) == (
            "medium",
            (MAP,),
            {"backed": backed, "total": len(bases)},
        )
        assert str(backed or "None") in only.sentence


def test_evidence_at_a_touchpoint_backs_its_feeling_and_the_tray_does_not_count():
    cards = felt("assumption", evidence=("e",))
    tray = touchpoint("w", v=-1)
    assert list(assumption(case(source(), stage("s"), *cards, tray))) == []
    assert list(assumption(case(stage("s"), touchpoint("a", "s"), tray))) == []


@pytest.mark.parametrize("state", ["future", "hypothesis"])
def test_what_is_not_yet_so_needs_no_evidence(state: str):
    made = case(stage("s"), *felt("assumption"), state=state)
    assert list(assumption(made)) == list(few_interviews(made)) == []


@pytest.mark.parametrize(
    ("asked", "n"),
    [
        ([], 0),
        ([("interview", 7)], 7),
        ([("interview", 8)], None),
        ([("interview", 3), ("churn_interview", 2), ("win_loss", 2)], 7),
        ([("interview", 3), ("churn_interview", 2), ("win_loss", 3)], None),
        ([("interview", 7), ("survey", 400), ("observation", 9)], 7),
        ([("interview", None), ("interview", 1)], 1),
    ],
)
def test_fewer_than_eight_interviews_are_few(asked: list[tuple[str, int | None]], n: int | None):
    sources = [source(f"e{index}", source=kind, n=people) for index, (kind, people) in enumerate(asked)]
    found = [(each.severity, each.records, each.numbers) for each in few_interviews(case(*sources, stage("s")))]
    assert found == ([] if n is None else [("low", (MAP,), {"n": n})])


def stale(*given: Any, **fields: Any) -> list[tuple[str, tuple[str, ...], dict[str, float]]]:
    found = stale_evidence(case(*given, **fields))
    return [(each.severity, each.records, dict(each.numbers)) for each in found]


@pytest.mark.parametrize(("days", "is_stale"), [(364, False), (365, False), (366, True), (-30, False)])
def test_evidence_is_stale_after_a_year(days: int, is_stale: bool):
    old = source(date=TODAY - timedelta(days))
    assert stale(old, stage("s", evidence=("e",))) == ([("low", (MAP,), {"count": 1})] if is_stale else [])


OLD = source(date=date(2020, 1, 1))


@pytest.mark.parametrize(
    ("records", "counts"),
    [
        ([stage("s", evidence=("e",))], True),
        ([stage("s"), touchpoint("a", "s", evidence=("e",))], True),
        ([stage("s"), touchpoint("a", "s"), transition("a", None, "abandon", evidence=("e",))], True),
        ([stage("s"), note("n", "s", evidence=("e",))], True),
        ([note("n", MAP, evidence=("e",))], True),
        ([stage("s"), metric("k", "s", evidence=("e",))], True),
        ([stage("s")], False),
        ([touchpoint("w", evidence=("e",))], False),
        ([touchpoint("w"), note("n", "w", evidence=("e",))], False),
        ([stage("s"), touchpoint("a", "s"), touchpoint("w"), transition("a", "w", evidence=("e",))], False),
    ],
)
def test_what_anything_on_the_map_rests_on_counts_but_nothing_in_the_tray(records: list[Any], counts: bool):
    assert bool(stale(OLD, *records)) == counts


def test_all_that_is_stale_is_one_finding_that_names_the_oldest():
    sources = [OLD, source("f", date=date(2019, 1, 1)), source("g"), source("h", date=TODAY)]
    made = case(*sources, stage("s", evidence=("e", "f", "g", "h")), stage("t", evidence=("e",)))
    (found,) = stale_evidence(made)
    assert found.numbers == {"count": 2}
    assert "“F”" in found.sentence and "2 sources" in found.sentence


def test_one_source_is_told_by_its_name():
    (found,) = stale_evidence(case(OLD, stage("s", evidence=("e",))))
    assert found.sentence.startswith("“E” is older than a year")
