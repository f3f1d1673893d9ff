"""Each rule offers the repair that fits: one edit, undone to the first byte, after which mostly less is found."""

from datetime import date, timedelta

import pytest

from journey_editor.core.document import Document
from journey_editor.core.history import History
from journey_editor.core.ids import seeded_ids
from journey_editor.core.parts import Moment
from journey_editor.core.records import (
    Evidence,
    JourneyMap,
    Opportunity,
    Persona,
    Record,
    Stage,
    Touchpoint,
    Transition,
)
from journey_editor.insight.case import Case, case_of
from journey_editor.insight.findings import RULES, findings
from journey_editor.insight.mending import mend
from journey_editor.insight.repairs import CHOSEN, TYPED, Repair, repair_of
from journey_editor.storage.format import dumps
from tests.building import (
    MAP,
    TODAY,
    metric,
    note,
    opportunity,
    owners,
    records,
    row,
    stage,
    touchpoint,
    transition,
)

LEADS_ON = frozenset(
    ("stale_evidence", "few_interviews", "moment_incomplete", "overdue_opportunity", "no_scope", "too_broad",
     "no_emotion", "loop", "unowned_opportunity", "review_overdue")
)  # fmt: skip
"""Rules whose repair may lead to a field, where a person says what is so."""

STAYS = frozenset(("delight", "split_room", "perception_gap", "trough", "expectation_gap", "friction", "waiting",
                   "trough_untouched", "new_handoff"))  # fmt: skip
"""Rules that tell how something is: a repair answers that, and it stays until the journey is another one."""


def document(*given: Record, **fields: object) -> Document:
    return Document(records(*given, **fields), seeded_ids(1))


def case_in(doc: Document) -> Case:
    return case_of(doc.journey, MAP, TODAY)


def line(count: int, **fields: object) -> list[Record]:
    """A stage of cards that feel up and down."""
    ups = (1.0, -1.0, 0.5, -2.0, 1.5, 0.0, -1.0)
    return [stage("s", owner="a"), *(touchpoint(f"t{i}", "s", f"a{i}", v=ups[i % 7], **fields) for i in range(count))]


SITUATIONS: dict[str, list[Record]] = {
    "handoff": [*owners("a", "b"), stage("s"), touchpoint("x", "s", owner="a"), touchpoint("y", "s", "a1", owner="b")],
    "gray_zone": [*owners("a"), stage("s"), *row("x", "y")],
    "stage_owner": [*owners("a"), stage("s", contributors=["a"]), *row("x")],
    "trough": [*owners("a"), *line(5)],
    "trough_without_opportunity": [*owners("a"), *line(5)],
    "delight": [*owners("a"), *line(5)],
    "perception_gap": [stage("s"), touchpoint("x", "s", v=-1, believed=1)],
    "expectation_gap": [stage("s"), *row("x"), metric("k", "x", current=3, expected=9)],
    "friction": [stage("s", entered=100, completed=40), *row("x")],
    "waiting": [stage("s"), *row("x", "y"), transition("x", "y", wait_days=9)],
    "ticket_hotspot": [stage("s", tickets=40), *row("x")],
    "dead_end": [stage("s"), *row("x", "y", "z"), transition("y", "x", "happy", id="back")],
    "unreachable": [stage("s"), *row("x", "y", "z"), transition("x", "z")],
    "loop": [stage("s"), *row("x", "y"), transition("y", "x", "loop")],
    "assumption": [stage("s"), touchpoint("x", "s", v=1)],
    "few_interviews": [stage("s"), *row("x")],
    "stale_evidence": [Evidence(id="old", rank="a0", title="Old", date=date(2020, 1, 1)), stage("s", evidence=["old"])],
    "split_room": [
        stage("s"), touchpoint("x", "s", emotion={"valence": 0.0, "n": 6, "low": -1.0, "high": 1.0}),
    ],
    "ideal_journey": [stage("s"), *(touchpoint(f"t{i}", "s", f"a{i}", v=1) for i in range(5))],
    "no_emotion": [stage("s"), *row("x", "y")],
    "moments_of_truth": [*owners("a"), *line(6)],
    "moment_incomplete": [stage("s"), touchpoint("x", "s", moment=Moment())],
    "unmeasured_stage": [stage("s"), *row("x")],
    "unowned_opportunity": [stage("s"), opportunity("o", "s", status="planned", due=TODAY)],
    "overdue_opportunity": [stage("s"), opportunity("o", "s", due=TODAY - timedelta(1), status="doing")],
    "pain_without_opportunity": [stage("s"), *row("x"), note("hurts", "x")],
    "unneeded": [stage("s"), touchpoint("x", "s", unneeded=True)],
    "no_persona": [stage("s")],
    "no_scope": [stage("s")],
    "too_broad": [stage(f"s{i}", f"a{i}") for i in range(9)],
    "review_overdue": [stage("s")],
    "no_before_after": [stage("s")],
}  # fmt: skip


@pytest.mark.parametrize("rule", SITUATIONS)
def test_the_repair_of_a_finding_is_one_step_that_can_be_undone(rule: str):
    doc = document(*SITUATIONS[rule])
    found = findings(case_in(doc), rule)
    finding, before, history = found[0], dumps(doc.records), History(doc)
    repair = repair_of(case_in(doc), finding)
    assert repair is not None, rule
    given = choice(doc, repair) if repair.kind in CHOSEN else "Some words" if repair.kind in TYPED else ""
    mend(doc, MAP, repair, given, TODAY)
    if repair.kind == "field":
        assert rule in LEADS_ON and dumps(doc.records) == before
        assert not repair.records or repair.records[0] in doc.records
        return
    after = [each for each in findings(case_in(doc), rule) if each.key == finding.key]
    assert rule in STAYS or not after or after[0].sentence != finding.sentence
    assert history.undo() is not None
    assert dumps(doc.records) == before


def choice(doc: Document, repair: Repair) -> str:
    return "Somebody new"


def test_every_rule_offers_a_repair():
    drafts = {"change_without_owner", "trough_untouched", "new_handoff"}
    assert set(SITUATIONS) | drafts == set(RULES)


def test_a_handoff_with_a_protocol_leads_to_it():
    doc = document(*SITUATIONS["handoff"], transition("x", "y", protocol="said"))
    (finding,) = findings(case_in(doc), "handoff")
    assert repair_of(case_in(doc), finding) == Repair("field", "Open the protocol", ("x-y",), field="protocol")


def test_an_opportunity_against_pain_answers_it():
    doc = document(*SITUATIONS["pain_without_opportunity"], note("done", "x", resolved=True))
    (finding,) = findings(case_in(doc), "pain_without_opportunity")
    repair = repair_of(case_in(doc), finding)
    assert repair is not None
    made = mend(doc, MAP, repair, "Call them", TODAY)
    assert made is not None and doc.one(Opportunity, made).answers == ("hurts",)


def test_an_owner_is_chosen_by_id_or_known_name_or_is_new():
    for given, count in (("a", 2), ("b", 2), ("  B ", 2), ("New one", 3)):
        doc = document(*owners("a", "b"), stage("s"), *row("x", "y"))
        (finding,) = findings(case_in(doc), "gray_zone")
        repair = repair_of(case_in(doc), finding)
        assert repair is not None
        mend(doc, MAP, repair, given, TODAY)
        assert not findings(case_in(doc), "gray_zone")
        assert len(doc.journey(MAP).owners) == count


def test_a_repair_that_asks_does_nothing_without_an_answer():
    doc = document(*SITUATIONS["handoff"])
    (finding,) = findings(case_in(doc), "handoff")
    repair = repair_of(case_in(doc), finding)
    assert repair is not None and mend(doc, MAP, repair, "  ", TODAY) is None
    assert not doc.of_kind(Transition)


def test_a_missing_time_after_gets_a_stage_at_the_end_and_one_before_at_the_start():
    doc = document(stage("s"))
    for name, index in (("Before", 0), ("After", -1)):
        (finding,) = findings(case_in(doc), "no_before_after")
        repair = repair_of(case_in(doc), finding)
        assert repair is not None
        mend(doc, MAP, repair, name, TODAY)
        assert doc.journey(MAP).stages[index].name == name
    assert not findings(case_in(doc), "no_before_after")
    assert [each.phase for each in doc.of_kind(Stage)].count("pre_purchase") == 1


def test_a_persona_is_said_of_the_map_and_a_review_leads_to_its_page():
    doc = document(Persona(id="p", rank="a0", name="Ops"), stage("s"))
    (finding,) = findings(case_in(doc), "no_persona")
    repair = repair_of(case_in(doc), finding)
    assert repair is not None
    mend(doc, MAP, repair, "p", TODAY)
    assert doc.one(JourneyMap, MAP).persona == "p"
    (overdue,) = findings(case_in(doc), "review_overdue")
    assert repair_of(case_in(doc), overdue) == Repair("field", "Review it", field="review")


def test_old_evidence_leads_to_the_oldest_that_this_map_rests_on():
    aged = [Evidence(id=f"e{year}", rank="a0", title="Old", date=date(year, 1, 1)) for year in (2010, 2020, 2015)]
    doc = document(*aged, stage("s", evidence=["e2020", "e2015"]))
    here = case_in(doc)
    (stale,) = findings(here, "stale_evidence")
    assert repair_of(here, stale) == Repair("field", "Look at the oldest", ("e2015",), field="date")


def test_who_sees_to_a_change_is_an_opportunity_with_an_owner():
    before = [stage("s"), *row("x")]
    other = [each.with_(id=f"new-{each.id}", map="n", origin=each.id, **({"title": "Other"} if each.id == "x" else
             {}), **({"stage": "new-s"} if isinstance(each, Touchpoint) else {})) for each in before]  # fmt: skip
    draft = JourneyMap(id="n", rank="a1", title="Draft", state="future", based_on=MAP)
    doc = Document([*records(*owners("a"), *before), draft, *other], seeded_ids(1))
    case = case_of(doc.journey, "n", TODAY)
    (finding,) = findings(case, "change_without_owner")
    repair = repair_of(case, finding)
    assert repair is not None and repair.kind == "plan"
    history, first = History(doc), dumps(doc.records)
    mend(doc, "n", repair, "a", TODAY)
    assert not findings(case_of(doc.journey, "n", TODAY), "change_without_owner")
    history.undo()
    assert dumps(doc.records) == first
