"""Where on the map each finding is shown: the best place first, and where that is not seen the next one."""

from journey_editor.insight.anchors import anchors_of
from journey_editor.insight.findings import findings
from tests.building import MAP, case, metric, owners, stage, touchpoint, transition


def felt(touchpoint_id: str, rank: str, valence: float, owner: str = "a"):
    return touchpoint(touchpoint_id, "s", rank, emotion={"valence": valence}, owner=owner)


def test_what_is_felt_is_shown_at_the_lowest_feeling_else_at_its_card():
    here = case(
        *owners("a"), stage("s"), felt("t1", "a1", 1), felt("t2", "a2", -1.5), felt("t3", "a3", -2), felt("t4", "a4", 1)
    )
    (low,) = findings(here, "trough")
    assert low.records == ("t2", "t3") and anchors_of(here, low) == (("feeling", "t3"), ("card", "t3"))


def test_a_handoff_is_shown_at_its_arrow_drawn_or_not_else_where_it_begins():
    cards = felt("t1", "a1", 0, "a"), felt("t2", "a2", 0, "b")
    implied = case(*owners("a", "b"), stage("s"), *cards)
    (found,) = findings(implied, "handoff")
    assert anchors_of(implied, found) == (("arrow", "t1>t2"), ("card", "t1"))
    drawn = case(*owners("a", "b"), stage("s"), *cards, transition("t1", "t2"))
    (found,) = findings(drawn, "handoff")
    assert anchors_of(drawn, found)[0] == ("arrow", "t1-t2")


def test_what_hangs_on_something_is_shown_there_and_what_is_about_the_map_nowhere():
    here = case(stage("s"), touchpoint("t", "s"), metric("k", "t", current=1, expected=2))
    (gap,) = findings(here, "expectation_gap")
    assert anchors_of(here, gap) == (("note", "k"), ("card", "t"))
    (whole,) = findings(here, "no_persona")
    assert whole.records == (MAP,) and anchors_of(here, whole) == ()
