"""The title block says whose journey it is and how well it is known."""

from datetime import date

from journey_editor.core.records import Evidence, JourneyMap, Persona
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.title import details, evidence_summary, subtitle
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


def test_what_a_map_is_for_and_where_it_reaches_stands_below_only_where_it_is_said() -> None:
    plain = compose(journey(stage("s")), Options())
    assert not elements(plain, "about")
    picture = compose(journey(stage("s"), objective="more\nrenewals", scope_from="Need", scope_to="Renewal"), Options())
    [said] = elements(picture, "about")
    assert lines_of(said)[0].text == "More renewals · Need → Renewal"
    [above], [head] = elements(picture, "subtitle"), elements(plain, "stage")
    assert above.rect.bottom <= said.rect.y and said.rect.bottom < elements(picture, "stage")[0].rect.y
    assert elements(picture, "stage")[0].rect.y - head.rect.y == said.rect.height
    made = JourneyMap(id="m", rank="a0", title="Map", scope_to="Renewal")
    assert details(made) == "→ Renewal" and details(made.with_(scope_from="A", scope_to="")) == "A →"
    assert details(made.with_(scope_to="")) == ""


def test_ten_thousand_letters_end_in_an_ellipsis_and_are_told_whole() -> None:
    words = "why " * 2_400
    [said] = elements(compose(journey(stage("s"), objective=words), Options()), "about")
    assert len(lines_of(said)) == 2 and lines_of(said)[1].text.endswith("…") and len(said.tip) > 9_000


def test_only_what_the_map_rests_on_is_named() -> None:
    files = [evidence("a", "interview", n=3), evidence("b", "crm", "Unused")]
    picture = compose(journey(*files, stage("s"), note("n", "s", evidence=["a"])), Options())
    [said] = elements(picture, "subtitle")
    assert lines_of(said)[0].text == "Current state · 3 interviews"


def test_a_map_without_a_title_says_so() -> None:
    [title] = elements(compose(journey(title=" "), Options()), "title")
    assert lines_of(title)[0].text == "Map without a title"
