"""The figures of the practice stand in the templates, on the metric and the stage where they belong."""

from pathlib import Path

import pytest

from journey_editor.core.document import Document
from journey_editor.core.journey import Journey
from journey_editor.core.records import Metric, Opportunity
from journey_editor.core.times import span_text
from journey_editor.core.words import usual_valence
from journey_editor.storage.format import loads

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"
FILLED = ("b2b-saas", "renewal", "restaurant", "sales-to-cs", "self-serve", "service-blueprint")


def journeys(name: str) -> list[Journey]:
    document = Document(loads((TEMPLATES / f"{name}.journey").read_bytes()).values())
    return [document.journey(each.id) for each in document.maps()]


def metrics(name: str, place: int = 0) -> dict[str, Metric]:
    return {each.name: each for on in journeys(name)[place].metrics.values() for each in on}


def opportunities(journey: Journey) -> list[Opportunity]:
    return [each for on in journey.opportunities.values() for each in on]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Qualified leads a month", 500),
        ("Sales-qualified leads a month", 100),
        ("Close rate", 30),
        ("Time to value", 38),
        ("Weekly active users", 70),
        ("Gross retention", 90),
        ("Net revenue retention", 115),
        ("First login within 7 days", 75),
        ("Quarterly reviews attended", 85),
        ("Last-minute renewals", 15),
    ],
)
def test_targets_of_business_software(name: str, target: float):
    assert metrics("b2b-saas")[name].target == target


@pytest.mark.parametrize(
    ("name", "current", "expected", "priority", "quarter"),
    [
        ("Time to value", 65, 30, "high", 2),
        ("Sales cycle", 90, 45, "medium", 3),
        ("Feature use", 50, 70, "high", 2),
        ("Renewal starts before the end", 60, 120, "high", 1),
    ],
)
def test_gaps_of_business_software(name: str, current: float, expected: float, priority: str, quarter: int):
    gap = metrics("b2b-saas")[name]
    assert (gap.current, gap.expected, gap.priority) == (current, expected, priority)
    assert gap.due is not None and gap.due.month == quarter * 3


def test_the_gap_that_cannot_be_computed_is_told():
    gap = metrics("b2b-saas")["Support answers"]
    assert (gap.current, gap.expected, gap.priority) == (12, None, "medium") and "same day" in gap.gap_text


def test_who_sees_to_the_gaps():
    who = {each.who for each in opportunities(journeys("b2b-saas")[0])}
    assert {"CS Ops", "Sales Ops"} <= who


def test_moments_of_truth_of_business_software():
    said = {each.title: each.moment for each in journeys("b2b-saas")[0].touchpoints if each.moment}
    assert len(said) == 4
    login = said["I log in for the first time"]
    assert "3 times the churn" in login.impact and "35 %" in login.impact and "7 days" in login.window
    value = said["I get a first result"]
    assert "85 %" in value.impact and "45 %" in value.impact and "45 days" in value.window
    review = said["I look at our results each quarter"]
    assert "92 %" in review.impact and "68 %" in review.impact
    renewal = said["I go through the year with my contact"]
    assert "90–120" in renewal.impact and "60" in renewal.impact
    assert metrics("b2b-saas")["Last-minute renewals"].current == 40


@pytest.mark.parametrize(
    ("stage", "span"),
    [
        ("Awareness", "Weeks 1–4"),
        ("Consideration", "Weeks 5–8"),
        ("Decision", "Weeks 9–12"),
        ("Onboarding", "Weeks 13–20"),
        ("Adoption", "Months 6–12"),
        ("Renewal", "Months 10–12"),
        ("Expansion", "From day 331"),
    ],
)
def test_when_the_stages_of_business_software_are(stage: str, span: str):
    found = next(each for each in journeys("b2b-saas")[0].stages if each.name == stage)
    assert span_text(found.start_day, found.end_day) == span


@pytest.mark.parametrize(
    ("template", "name", "current", "target"),
    [
        ("self-serve", "Integration done within 7 days", 28, 62),
        ("sales-to-cs", "Satisfaction after kick-off", 7.2, 8.9),
        ("sales-to-cs", "No-shows at the kick-off", 12, 2),
        ("renewal", "Renewed on time", 78, 91),
        ("renewal", "Talk starts before the end", 60, 120),
    ],
)
def test_figures_of_the_other_templates(template: str, name: str, current: float, target: float):
    metric = metrics(template)[name]
    assert (metric.current, metric.target) == (current, target)


def test_those_who_integrate_convert_at_four_times_the_rate():
    impacts = [each.moment.impact for each in journeys("self-serve")[0].touchpoints if each.moment]
    assert any("4 times" in each or "four times" in each for each in impacts)


def test_renewal_branches_by_health_score():
    (journey,) = journeys("renewal")
    titles = {each.id: each.title for each in journey.touchpoints}
    ways = {(each.label, each.path): titles[each.target or ""] for each in journey.transitions if "Score" in each.label}
    assert set(ways) == {("Score over 80", "happy"), ("Score under 60", "alternative")}
    assert len(set(ways.values())) == 2


def test_the_handoff_falls_silent_now_and_does_not_then():
    now, then = journeys("sales-to-cs")
    assert max(each.wait_days or 0 for each in now.transitions) == 14
    assert max(each.wait_days or 0 for each in then.transitions) <= 5
    assert "Kick-off within 5 days" in {each.text for each in opportunities(now)}


def test_a_blueprint_has_all_four_layers():
    (journey,) = journeys("service-blueprint")
    assert {each.layer for each in journey.touchpoints} == {"customer", "frontstage", "backstage", "support"}


@pytest.mark.parametrize("name", FILLED)
def test_what_is_to_be_done_is_complete(name: str):
    for journey in journeys(name):
        for each in opportunities(journey):
            assert each.owner and each.due and each.metric, each.text
            assert each.impact and each.value and each.alignment and each.effort, each.text
            assert each.answers or journey.map.state == "future", each.text


@pytest.mark.parametrize("name", FILLED)
def test_metrics_have_a_way_to_go(name: str):
    for place, journey in enumerate(journeys(name)):
        for metric in metrics(name, place).values():
            assert metric.current is not None and metric.baseline is not None, metric.name
            assert metric.target is not None or metric.gap_text, metric.name
            if metric.target is not None:
                rises = metric.target > metric.current
                assert rises == (metric.better == "higher"), metric.name
        assert journey.map.review_every_days == 90


@pytest.mark.parametrize("name", FILLED)
def test_the_curve_tells_a_story_and_words_fit_their_valence(name: str):
    for journey in journeys(name):
        felt = [each.emotion for each in journey.touchpoints if each.emotion]
        valences = [each.valence for each in felt]
        fall = 0.5 if journey.map.state == "future" else 1.5
        assert max(valences) - min(valences) >= fall
        assert all(each.word for each in felt)
        assert not [each for each in felt if usual_valence(each.word) not in (None, each.valence)]


@pytest.mark.parametrize("name", FILLED)
def test_titles_are_the_customers_own(name: str):
    """What customers do is told by them: "I renew my contract"; what happens behind is told of those who do it."""
    for journey in journeys(name):
        theirs = [each for each in journey.touchpoints if each.layer == "customer"]
        assert sum(" I " in f" {each.title} " for each in theirs) >= 0.85 * len(theirs)


def test_a_person_who_opens_no_other_template_sees_numbers_that_agree():
    (journey,) = journeys("b2b-saas")
    stages = journey.stages
    for before, after in zip(stages, stages[1:], strict=False):
        assert before.completed == after.entered
    assert (
        round(100 * (stages[2].completed or 0) / (stages[2].entered or 1)) == metrics("b2b-saas")["Close rate"].current
    )
    assert round(100 * (stages[5].completed or 0) / (stages[5].entered or 1)) == 84
