"""What customers expect and do not get, in one list."""

from journey_editor.core.document import Document
from journey_editor.insight.case import case_of
from journey_editor.insight.gaps import gaps_of
from journey_editor.storage.format import loads
from journey_editor.storage.templates import template_path
from tests.building import TODAY, case, metric, row, stage


def test_the_gaps_of_the_practice_come_out_as_they_were_worked_out_by_hand():
    document = Document(loads(template_path("b2b-saas").read_bytes()).values())
    found = gaps_of(case_of(document.journey, document.maps()[0].id, TODAY))
    assert [(each.metric.name, each.apart, each.metric.priority) for each in found] == [
        ("Time to value", -35, "high"),
        ("Feature use", -20, "high"),
        ("Renewal starts before the end", -60, "high"),
        ("Sales cycle", -45, "medium"),
        ("Support answers", None, "medium"),
    ]
    assert found[-1].metric.gap_text == "Answers after 12 hours, expected the same day"


def test_a_shortfall_is_negative_whatever_is_better_and_urgent_ones_come_first():
    found = gaps_of(
        case(
            stage("s"),
            *row("t"),
            metric("fast", "t", current=12, expected=8, better="lower", priority="low"),
            metric("full", "s", current=50, expected=70),
            metric("met", "s", current=3, expected=3, rank="a1"),
            metric("beaten", "s", current=5, expected=8, better="lower", rank="a2", gap_text="not asked"),
            metric("told", "t", gap_text="late", priority="high", rank="a1"),
            metric("unknown", "s", current=5),
            metric("blank", "s", expected=5, gap_text="  "),
        )
    )
    assert [(each.metric.id, each.apart) for each in found] == [
        ("told", None), ("full", -20), ("fast", -4), ("met", 0), ("beaten", 3),
    ]  # fmt: skip
    assert [each.is_short for each in found] == [True, True, True, False, False]


def test_what_lies_in_the_tray_has_no_gap_yet():
    tray = row("t", stage_id="s")[0].with_(stage=None)
    assert gaps_of(case(stage("s"), tray, metric("speed", "t", current=1, expected=2))) == ()
