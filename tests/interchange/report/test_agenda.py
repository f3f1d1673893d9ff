"""The agenda of a stage: only what is about it, in lists that can be shortened and then say so."""

from journey_editor.interchange.report.agenda import Agenda, stage_agenda
from journey_editor.interchange.report.written import written_md
from tests.building import case, metric, note, opportunity, owners, stage, touchpoint, transition
from tests.interchange.report.test_whole import words_under

MAP = case(
    *owners("sales", "success"), stage("buy", "a0", owner="sales"),
    stage("use", "a1", owner="success", contributors=("sales",), entered=1000, completed=620, tickets=4),
    touchpoint("sign", "buy", "a0", v=1.0, title="Signs"), touchpoint("wait", "use", "a0", v=-1.5, title="Waits"),
    touchpoint("work", "use", "a1", v=1.0, title="Works"), transition("sign", "wait", wait_days=14),
    note("n1", "wait", text="Nobody calls", severity=5), note("secret", "wait", private=True),
    note("settled", "wait", resolved=True), note("slow", "use", severity=2, votes=3),
    metric("m1", "use", name="Days", unit="days", better="lower", baseline=71, current=65, target=38, expected=30),
    metric("m2", "buy", name="Deals"),
    *(opportunity(f"o{at}", "wait", owner="sales") for at in range(5)),
    opportunity("elsewhere", "sign"), opportunity("late", "use", due="2026-11-20"),
)  # fmt: skip
USE = MAP.journey.stages[1]


def test_an_agenda_is_about_its_stage_only():
    report = stage_agenda(MAP, USE)
    assert report.title == "Business review: Use"
    assert dict(report.about)["Owner"] == "Success, with Sales"
    standing = words_under(report, "Where it stands")
    assert "1\u00a0000 entered · 620 completed · 4 tickets · 38 % lost inside" in standing
    assert "Days | 65\u00a0days | 38\u00a0days" in standing and "Deals" not in standing
    assert "elsewhere" not in words_under(report, "Open actions")
    assert "wait 14 days" in words_under(report, "What was found")


def test_what_hurts_comes_by_votes_then_severity_and_nothing_private_or_settled():
    told = words_under(stage_agenda(MAP, USE), "How it feels")
    assert told.index("slow") < told.index("Nobody calls")
    assert "secret" not in told and "settled" not in told


def test_late_actions_come_first():
    told = words_under(stage_agenda(MAP, USE), "Open actions").splitlines()
    assert told[1].startswith("late |") and "5 days late" in told[1]


def test_shortened_lists_say_how_many_more_there_are():
    told = words_under(Agenda(MAP, USE).report(most=2, letters=20), "Open actions")
    assert len(told.splitlines()) == 4 and "and 4 more" in told


def test_an_agenda_in_markdown_has_room_for_decisions():
    told = written_md(MAP, USE).decode("utf-8")
    assert told.startswith("# Business review: Use\n") and told.rstrip().endswith("- [ ]")
