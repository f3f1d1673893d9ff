"""The title block says whose journey it is and how well it is known."""

from datetime import date

from journey_editor.core.records import Evidence, JourneyMap, Persona
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.title import evidence_summary, subtitle
from tests.building import journey, note, stage
from tests.layout.invariants import elements, lines_of


def evidence(key: str, source: str, title: str = "", n: int | None = None) -> Evidence:
    return Evidence.model_validate({"id": key, "rank": "a0", "source": source, "title": title, "n": n})


def test_evidence_is_summed_up_in_a_few_words() -> None:
    given = [
        evidence("a", "interview", n=8), evidence("b", "interview", n=4), evidence("c", "ticket", n=1),
        evidence("d", "crm", "Funnel"), evidence("e", "survey", "Survey"),
    ]  # fmt: skip
    assert evidence_summary(given) == "12 interviews, 1 ticket, Funnel and 1 more"
    assert evidence_summary([]) == ""


def test_the_subtitle_says_who_in_which_state_and_how_fresh() -> None:
    made = JourneyMap(id="m", rank="a0", title="Map", state="future", reviewed=date(2026, 11, 10))
    who = Persona(id="p", rank="a0", name="Operations manager")
    assert subtitle(made, who, (), date(2026, 11, 22)) == ("Operations manager · future state · reviewed 12 days ago")
    assert subtitle(made, None, (), None) == "Future state · reviewed 10 Nov 2026"


def test_only_what_the_map_rests_on_is_named() -> None:
    files = [evidence("a", "interview", n=3), evidence("b", "crm", "Unused")]
    picture = compose(journey(*files, stage("s"), note("n", "s", evidence=["a"])), Options())
    [said] = elements(picture, "subtitle")
    assert lines_of(said)[0].text == "Current state · 3 interviews"


def test_a_map_without_a_title_says_so() -> None:
    [title] = elements(compose(journey(title=" "), Options()), "title")
    assert lines_of(title)[0].text == "Map without a title"
