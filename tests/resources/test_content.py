"""The sample, the templates and the icons that the program ships: they load, they are canonical, they say enough."""

import re
from pathlib import Path

import networkx as nx
import pytest

from journey_editor.core.document import Document
from journey_editor.core.flow import edges, holders, is_handoff
from journey_editor.core.graph import flow_graph
from journey_editor.core.journey import Journey, maps_of
from journey_editor.core.records import Evidence, Metric
from journey_editor.storage.format import dumps, loads

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLE = RESOURCES / "samples" / "b2b-onboarding.journey"
TEMPLATES = (
    "b2b-saas",
    "empty",
    "renewal",
    "restaurant",
    "sales-to-cs",
    "self-serve",
    "service-blueprint",
)
FILES = (SAMPLE, *(RESOURCES / "templates" / f"{name}.journey" for name in TEMPLATES))
ICONS = tuple(sorted((RESOURCES / "icons").glob("*.svg")))
FILLED = tuple(path for path in FILES if path.stem != "empty")

FELT_IN_THE_PICTURE = (0.6, -0.5, 0.9, 0.5, 1.4, -0.3, -1.6, 0.5, -1.1, -1.3, 1.5, 0.4)
BELIEVED_IN_THE_PICTURE = (0.8, 0.6, 1, 1.1, 1.3, 0.9, 0.7, 1, 0.9, 0.2, 1.3, 1.2)

NEEDED = {
    "stage", "touchpoint", "moment", "pain", "idea", "quote", "lane", "plus", "open", "save", "undo", "redo",
    "export", "print", "zoom-in", "zoom-out", "fit", "search", "trash", "duplicate", "note", "goal", "question",
    "evidence", "metric", "owner", "persona", "chevron-down", "chevron-right", "close", "curve", "lanes-overlay",
    "settings", "check", "journey-editor",
}  # fmt: skip


def journeys(path: Path) -> list[Journey]:
    document = Document(loads(path.read_bytes()).values())
    return [document.journey(each.id) for each in maps_of(document.records)]


def name(path: Path) -> str:
    return path.stem


@pytest.fixture(scope="module")
def sample() -> Journey:
    return journeys(SAMPLE)[0]


def test_these_templates_and_no_others() -> None:
    assert sorted(path.stem for path in (RESOURCES / "templates").iterdir()) == list(TEMPLATES)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_saving_what_was_read_gives_the_same_bytes(path: Path) -> None:
    data = path.read_bytes()
    assert dumps(loads(data)) == data


@pytest.mark.parametrize("path", FILLED, ids=name)
def test_a_map_is_good_enough_to_present(path: Path) -> None:
    for journey in journeys(path):
        assert journey.persona is not None
        assert journey.persona.goals and journey.persona.needs and journey.persona.frustrations
        assert journey.map.objective and journey.map.scope_from and journey.map.scope_to
        assert 3 <= sum(touchpoint.moment is not None for touchpoint in journey.touchpoints) <= 5
        for stage in journey.stages:
            notes = {note.kind for note in journey.notes.get(stage.id, ())}
            assert stage.owner is not None, stage.name
            assert "goal" in notes, stage.name
            assert journey.columns_by_stage[stage.id], stage.name
            assert any(each.owner and each.due for each in journey.opportunities[stage.id]), stage.name
            assert any(each.target is not None for each in journey.metrics[stage.id]), stage.name


@pytest.mark.parametrize("path", FILLED, ids=name)
def test_no_two_owners_look_alike(path: Path) -> None:
    for journey in journeys(path):
        colors = [owner.color for owner in journey.owners]
        assert len(set(colors)) == len(colors)


@pytest.mark.parametrize("path", FILLED, ids=name)
def test_each_moment_of_truth_says_why_and_is_measured(path: Path) -> None:
    for journey in journeys(path):
        metrics = {metric.id: metric for each in journey.metrics.values() for metric in each}
        for touchpoint in journey.touchpoints:
            if moment := touchpoint.moment:
                metric = metrics[moment.metric or ""]
                assert moment.window and moment.impact and moment.improvement, touchpoint.title
                assert isinstance(metric, Metric)
                assert metric.current is not None and metric.target is not None, metric.name


@pytest.mark.parametrize("path", FILLED, ids=name)
def test_the_flow_reaches_every_touchpoint_and_has_no_loop(path: Path) -> None:
    for journey in journeys(path):
        graph = flow_graph(journey)
        first = {touchpoint.id for touchpoint in journey.columns[0]}
        reached = first.union(*(nx.descendants(graph, each) for each in first))
        assert reached == {touchpoint.id for touchpoint in journey.touchpoints}
        assert nx.is_directed_acyclic_graph(graph)


@pytest.mark.parametrize("path", FILLED[1:], ids=name)
def test_a_template_claims_no_research(path: Path) -> None:
    for journey in journeys(path):
        expected = "intended" if journey.map.state == "future" else "assumption"
        assert {each.emotion.basis for each in journey.touchpoints if each.emotion} == {expected}
        assert journey.evidence == ()
        assert not any(each.evidence for each in (*journey.touchpoints, *journey.stages))


def test_business_software_has_the_seven_stages_with_hole_and_overlap() -> None:
    (journey,) = journeys(RESOURCES / "templates" / "b2b-saas.journey")
    stages = journey.stages
    assert [stage.name for stage in stages] == [
        "Awareness", "Consideration", "Decision", "Onboarding", "Adoption", "Renewal", "Expansion",
    ]  # fmt: skip
    onboarding, adoption, renewal = stages[3:6]
    assert onboarding.end_day == 140 and adoption.start_day == 150
    assert renewal.start_day == 270 and adoption.end_day == 360
    gaps = [metric for each in journey.metrics.values() for metric in each if metric.expected or metric.gap_text]
    assert len(gaps) == 5
    assert all(gap.owner and gap.due and gap.priority for gap in gaps)


def test_the_handoff_template_is_a_pair() -> None:
    now, then = journeys(RESOURCES / "templates" / "sales-to-cs.journey")
    assert (now.map.state, then.map.state, then.map.based_on) == ("current", "future", now.map.id)
    known = {each.id for each in (*now.stages, *now.touchpoints)}
    assert {each.origin for each in (*then.stages, *then.touchpoints)} <= known


def test_the_empty_template_has_three_named_stages_and_nothing_else() -> None:
    (journey,) = journeys(RESOURCES / "templates" / "empty.journey")
    assert len(journey.stages) == 3 and all(stage.name for stage in journey.stages)
    assert journey.persona is None
    assert not (journey.touchpoints or journey.owners or journey.notes or journey.metrics)


def test_the_sample_draws_the_curves_of_the_picture(sample: Journey) -> None:
    felt = [each.emotion.valence for each in sample.touchpoints if each.emotion and each.emotion.word != "relieved"]
    assert tuple(felt) == FELT_IN_THE_PICTURE
    believed = {each.title: each.believed for each in sample.touchpoints}
    assert believed.pop("Invites the whole team") == 0.9
    assert tuple(believed.values())[:-1] == BELIEVED_IN_THE_PICTURE


def test_the_sample_is_rich(sample: Journey) -> None:
    assert [owner.name for owner in sample.owners] == ["Marketing", "Sales", "Customer Success", "Product", "Support"]
    assert len(sample.touchpoints) == 14
    assert sum(each.believed is not None for each in sample.touchpoints) == 14
    assert sum(each.tickets or 0 for each in sample.stages) == 340
    assert sum(each.n or 0 for each in sample.evidence if each.source == "interview") == 12
    notes = [note for each in sample.notes.values() for note in each]
    assert {note.kind for note in notes} >= {
        "goal", "action", "thought", "quote", "expectation", "question", "pain_point", "gain", "success_criterion",
        "policy",
    }  # fmt: skip
    assert len(sample.transitions) == 7
    assert sum(len(each) for each in sample.opportunities.values()) == 10


def test_the_numbers_of_the_sample_are_those_of_the_status_line(sample: Journey) -> None:
    held = holders(sample)
    handoffs = [edge for edge in edges(sample) if is_handoff(edge, held)]
    valence = {each.id: each.emotion.valence for each in sample.touchpoints if each.emotion}
    felt = [each for each in sample.touchpoints if each.emotion]
    backed = [each for each in felt if each.evidence or (each.emotion and each.emotion.basis == "research")]
    gaps = [each for each in felt if each.believed is not None and each.believed - valence[each.id] > 1.55]
    assert len(handoffs) == 6
    assert sum((edge.wait_days or 0) >= 7 or valence.get(edge.source, 0) - valence.get(edge.target, 0) >= 1
               for edge in handoffs) == 3  # fmt: skip
    assert len(gaps) == 2
    assert round(100 * len(backed) / len(felt)) == 54


def test_the_evidence_of_the_sample_has_a_size_and_a_date(sample: Journey) -> None:
    for each in sample.evidence:
        assert isinstance(each, Evidence)
        assert each.n and each.date, each.title


@pytest.mark.parametrize("path", ICONS, ids=name)
def test_an_icon_is_drawn_in_the_one_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.stem == "journey-editor":
        assert "currentColor" not in text
        return
    assert 'viewBox="0 0 24 24"' in text
    assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', text)) == {"none", "currentColor"}
    assert re.findall(r'stroke-width="([^"]+)"', text) == ["2"]


def test_no_icon_is_missing() -> None:
    names = {path.stem for path in ICONS}
    assert names >= NEEDED
