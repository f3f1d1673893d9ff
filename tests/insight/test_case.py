"""What rules read of a map: in which order, under which names, and without the tray."""

from journey_editor.core.journey import read_journey
from journey_editor.core.records import JourneyMap, Record
from journey_editor.insight.case import Case, case_of
from tests.building import (
    MAP,
    TODAY,
    case,
    metric,
    note,
    opportunity,
    owners,
    records,
    stage,
    touchpoint,
    transition,
)


def whole() -> Case:
    return case(
        *owners("sales"),
        stage("t", "a1"),
        stage("s", "a5").with_(rank="a0"),
        touchpoint("late", "s", "a1"),
        touchpoint("early", "s", "a0", title="  An early\ncall "),
        touchpoint("next", "t", title=" "),
        touchpoint("waits"),
        transition("late", "next", "unhappy", label="A leap"),
        transition("early", "late"),
        transition("late", None, "abandon"),
        transition("early", "waits", "exception"),
        transition("waits", "early", "exception"),
        opportunity("o1", "late-next"),
        opportunity("o2", "s", status="dropped"),
        opportunity("o3", "waits"),
        opportunity("o4", "early-waits"),
        note("n1", "early"),
        note("n2", "early", resolved=True),
        note("n3", "early", "quote"),
        note("n4", MAP, "question"),
        note("n5", "waits"),
        metric("m2", "next", rank="a1"),
        metric("m1", "next"),
        metric("m3", "waits"),
    )


def ids(found: object) -> list[str]:
    return [each.id for each in found]  # type: ignore[attr-defined]


def test_what_waits_in_the_tray_and_what_hangs_on_it_is_left_out():
    given_ = whole()
    assert list(given_.order) == ["early", "late", "next"]
    assert ids(given_.transitions) == ["early-late", "late-None", "late-next"]
    assert ids(given_.opportunities) == ["o2", "o1"]
    assert ids(given_.notes) == ["n1", "n2", "n3"]
    assert ids(given_.metrics) == ["m1", "m2"]
    assert [given_.record(each) for each in ("waits", "early-waits", "o3", "n5", "m3", "nothing")] == [None] * 6


def test_reading_order_goes_by_stage_then_touchpoint_then_what_hangs_there():
    given_ = whole()
    every = [MAP, "m2", "next", "t", "o1", "late-next", "late", "n3", "n1", "early-late", "early", "o2", "s"]
    ordered = sorted(every, key=given_.place)
    assert ordered[:3] == ["s", "o2", "early"]
    assert [each for each in ordered if each in ("s", "early", "late", "t", "next", MAP)] == [
        "s", "early", "late", "t", "next", MAP,
    ]  # fmt: skip
    assert ordered.index("early") < ordered.index("n1") < ordered.index("n3") < ordered.index("late")
    assert ordered.index("late") < ordered.index("late-next") < ordered.index("t")
    assert ordered[-1] == MAP and ordered[-2] == "m2"


def test_names_are_one_line_of_what_people_gave():
    given_ = whole()
    assert given_.name("early") == "An early call"
    assert given_.name("next") == "Touchpoint without a title"
    assert given_.name("late-next") == "A leap"
    assert given_.name("early-late") == "An early call → Late"
    assert given_.name("late-None") == "Late"
    assert len(case(stage("s", name="word " * 2000)).name("s")) <= 60


def test_what_is_worked_on_and_what_hurts():
    given_ = whole()
    assert not given_.is_worked_on("s", "early") and given_.is_worked_on("s", "late-next")
    assert ids(given_.pains) == ["n1"]
    assert ids(given_.parked) == ["n4"]
    assert ids(given_.metrics_on("next", "s")) == ["m1", "m2"]


def test_the_map_that_one_was_drafted_from_is_read_with_it():
    draft = JourneyMap(id="draft", rank="a1", title="Draft", based_on=MAP)
    made: list[Record] = [*records(stage("s"), touchpoint("a", "s")), draft]
    by_id = {each.id: each for each in made}
    given_ = case_of(lambda map_id: read_journey(by_id, map_id), "draft", TODAY)
    assert given_.original is not None and list(given_.original.order) == ["a"] and not given_.order
    assert case_of(lambda map_id: read_journey(by_id, map_id), MAP, TODAY).original is None
    assert sorted(["draft", "a", "s"], key=given_.place) == ["s", "a", "draft"]
