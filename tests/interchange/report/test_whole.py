"""The written report of a map: what stands in it, under which heading, and what is left out."""

from typing import Any

from journey_editor.core.parts import Emotion
from journey_editor.core.records import Evidence, Record
from journey_editor.insight.case import Case
from journey_editor.interchange.report.parts import Curve, Entries, Facts, Prose, Report, Table
from journey_editor.interchange.report.whole import whole_report
from journey_editor.interchange.report.written import written_md
from tests.building import case, metric, note, opportunity, owners, stage, touchpoint, transition

BASE = (
    *owners("sales", "success"), stage("buy", "a0", owner="sales"), stage("use", "a1", owner="success"),
    touchpoint("sign", "buy", "a0", v=1.0, title="Signs"), touchpoint("wait", "use", "a0", v=-1.5, title="Waits"),
    touchpoint("work", "use", "a1", v=1.0, title="Works"), transition("sign", "wait", wait_days=14),
    touchpoint("later", title="Waits in the tray"),
)  # fmt: skip


def map_with(*given: Record, **fields: Any) -> Case:
    """The small map with more on it."""
    return case(*BASE, *given, **fields)


def words_under(report: Report, heading: str) -> str:
    """All that stands under a heading and those below it."""
    found: list[str] = []
    level, inside = 0, False
    for section in report.sections:
        if inside and section.level <= level:
            break
        if section.heading.startswith(heading):
            level, inside = section.level, True
        if inside:
            found += [section.heading, *(words for block in section.blocks for words in said(block))]
    assert inside, heading
    return "\n".join(found)


def said(block: Any) -> list[str]:
    match block:
        case Prose():
            return [block.words]
        case Facts():
            return [f"{each.number} {each.words} {each.more.words}" for each in block.facts]
        case Entries():
            return [" | ".join((each.lead, each.rest, *(one.words for one in each.more))) for each in block.entries]
        case Table():
            return [" | ".join(cell.words.replace("\n", ", ") for cell in row) for row in block.rows]
        case Curve():
            return [f"{each.stage}: {each.title} {each.valence}" for each in block.feelings]
        case _:
            return []


def test_findings_stand_by_severity_and_those_set_aside_with_their_reason():
    of = map_with(dismissed=[{"rule": "no_persona", "records": ["m"], "reason": "One persona only"}])
    report = whole_report(of)
    high = words_under(report, "High")
    assert "Signs → Waits" in high and "14 days" in high
    assert "persona" in words_under(report, "Set aside (1)") and "One persona only" in words_under(report, "Set aside")
    assert "without persona" not in words_under(report, "Medium")


def test_the_summary_tells_numbers_with_what_is_behind_them():
    told = words_under(whole_report(map_with(opportunity("o", "use", due="2026-11-01"))), "At a glance")
    assert "3 touchpoints in 2 stages" in told
    assert "1 handoff 1 of them high" in told and "1 open action 1 overdue" in told


def test_the_curve_has_all_placed_touchpoints_and_nothing_of_the_tray():
    told = words_under(whole_report(map_with()), "How it feels").splitlines()
    assert told == ["How it feels", "Buy: Signs 1.0", "Use: Waits -1.5", "Use: Works 1.0"]


def test_since_the_last_review_tells_what_was_done_moved_and_is_late():
    of = map_with(
        opportunity("done", "use", status="done", done_on="2026-11-20", owner="success", outcome="Half the time"),
        opportunity("old", "use", status="done", done_on="2026-11-01"),
        opportunity("late", "use", status="doing", due="2026-11-20"),
        metric("m1", "use", name="Days", better="lower", history=[["2026-11-01", 80], ["2026-11-20", 65]]),
        reviewed="2026-11-10", reviews=[{"date": "2026-11-10", "who": "Ann", "note": "Halve the wait"}],
    )  # fmt: skip
    told = words_under(whole_report(of), "Since the last review")
    assert "Last reviewed on 10 Nov 2026, 15 days ago." in told and "Ann: Halve the wait" in told
    assert "done | 20 Nov 2026 · Success | Half the time" in told
    assert "Days | 80 → 65 · Use | better" in told
    assert "late | 5 days late · due 20 Nov 2026 · nobody’s" in told
    assert "old" not in told.splitlines()


def test_where_nothing_happened_one_line_says_so():
    told = words_under(whole_report(map_with(reviewed="2026-11-10")), "Since the last review")
    assert "Nothing is overdue." in told and "Overdue (" not in told


def test_gaps_are_a_table_with_signs():
    of = map_with(
        metric("m1", "use", name="Days", unit="days", better="lower", current=65, expected=30, priority="high",
               owner="success", due="2027-06-30"),
        metric("m2", "use", name="Reply", gap_text="Same day expected"),
    )  # fmt: skip
    told = words_under(whole_report(of), "Experience gaps")
    assert "Days | Use | 65\u00a0days | 30\u00a0days | −35\u00a0days | high | Success, 30 Jun 2027" in told
    assert "Same day expected" in told


def test_moments_tell_their_progress_and_what_is_missing():
    moment = {"window": "7 days", "impact": "3 times the churn", "metric": "m1"}
    of = map_with(
        touchpoint("login", "use", "a2", title="First login", moment=moment),
        metric("m1", "use", name="Logins", unit="%", baseline=61, current=65, target=75),
    )
    told = words_under(whole_report(of), "Moments of truth")
    assert "First login | Use | 7 days · 3 times the churn" in told
    assert "28 % of the way" in told and "Still open: improvement." in told


def test_actions_stand_by_owner_and_what_nobody_has_comes_last():
    of = map_with(
        opportunity("mine", "use", owner="success", due="2026-11-20", who="Mira", impact=4, effort=2),
        opportunity("nobodys", "buy", due="2027-01-01"), opportunity("past", "use", owner="success", status="done"),
    )  # fmt: skip
    report = whole_report(of)
    told = words_under(report, "Success")
    assert "Accountable for Use." in told and "Takes them over from Sales (high)." in told
    assert "mine (Mira) | Use | 20 Nov 2026, 5 days late | Proposed | 2 · quick win" in told
    assert "Done: past." in told
    assert "nobodys" in words_under(report, "Nobody yet") and "nobodys" not in told


def test_evidence_tells_how_old_it_is():
    interviews = Evidence.model_validate(
        {"id": "e", "rank": "a0", "title": "Interviews", "source": "interview", "n": 12, "date": "2025-01-01"}
    )
    unused = Evidence(id="u", rank="a1", title="Unused")
    felt = touchpoint("felt", "use", "a3", emotion=Emotion(valence=1), evidence=("e",))
    told = words_under(whole_report(map_with(interviews, unused, felt)), "Evidence")
    assert "Interviews | interviews | 12 | 1 Jan 2025" in told
    assert "1 more source" in told and "Unused" not in told


def test_private_notes_are_in_no_report():
    of = map_with(note("n1", "use", text="a secret", private=True))
    assert b"a secret" not in written_md(of)
    assert b"a secret" not in written_md(of, of.journey.stages[1])


def test_a_map_without_anything_has_a_report_too():
    told = written_md(case()).decode("utf-8")
    assert told.startswith("# Map\n") and "no touchpoints yet" in told


def test_markdown_keeps_every_letter_and_no_mark():
    long = "Wort " * 1900 + "*Ende* | <b>"
    told = written_md(map_with(opportunity("o", "use", text=long, owner="success"))).decode("utf-8")
    assert told.count("Wort") >= 1900
    assert r"\*Ende\* \| \<b\>" in told
