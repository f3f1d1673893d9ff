"""What the window tells of a map is what the rules find at once, in steps, without what was set aside."""

from hypothesis import given, settings

from journey_editor.core.document import Document
from journey_editor.core.edits.findings import set_aside
from journey_editor.core.ids import seeded_ids
from journey_editor.core.records import Record
from journey_editor.insight.case import case_of
from journey_editor.insight.findings import findings
from journey_editor.insight.overview import once, overview, overview_steps
from journey_editor.insight.perception import perception_gap
from journey_editor.insight.summary import summary
from tests.building import MAP, TODAY, document, owners, stage, touchpoint
from tests.strategies import files


@given(files())
@settings(max_examples=30)
def test_in_steps_the_same_is_found_as_at_once(records: dict[str, Record]):
    doc = Document(records.values(), seeded_ids(1))
    for each in doc.maps():
        case = case_of(doc.journey, each.id, TODAY)
        seen = overview(case)

        aside = {one.key for one in seen.aside}
        every = once(findings(case))
        assert [one for one in every if one.key not in aside] == list(seen.findings)
        assert [one for one in every if one.key in aside] == list(seen.aside)
        assert seen.summary == summary(case)
        assert seen.gaps == sum(perception_gap(one, each.state) is not None for one in case.journey.touchpoints)


def test_it_takes_many_steps():
    doc = document(stage("s"), touchpoint("x", "s"))
    steps = overview_steps(case_of(doc.journey, MAP, TODAY))
    assert sum(1 for _step in steps) > 20


def test_what_is_set_aside_does_not_count_but_is_in_the_numbers():
    doc = document(
        *owners("a", "b"), stage("s"), touchpoint("x", "s", owner="a"), touchpoint("y", "s", "a1", owner="b")
    )
    set_aside(doc, MAP, "handoff", ("y", "x"), "one desk")
    seen = overview(case_of(doc.journey, MAP, TODAY))
    assert [each.rule for each in seen.aside] == ["handoff"]
    assert "handoff" not in [each.rule for each in seen.findings]
    assert seen.summary.handoffs == 1


def test_two_troughs_of_the_same_touchpoints_are_told_once():
    row = [touchpoint(f"t{place}", "s", f"a{place}", v=v) for place, v in enumerate((1, -2, -1.6, -2, 1))]
    doc = document(stage("s"), *row)
    case = case_of(doc.journey, MAP, TODAY)
    assert [each.records for each in findings(case, "trough")] == [("t1", "t2", "t3")] * 2

    seen = overview(case)
    assert len({each.key for each in seen.findings}) == len(seen.findings)
    assert [each.sentence[:4] for each in seen.findings if each.rule == "trough"] == ["“T1”"]
    assert seen.summary.troughs == 2
    set_aside(doc, MAP, "trough", ("t3", "t2", "t1"), "known")
    seen = overview(case_of(doc.journey, MAP, TODAY))
    assert [each.rule for each in seen.aside] == ["trough"]
