"""What a tab says: in few words what tells a map from the others."""

from datetime import date

from journey_editor.core.records import JourneyMap, Persona
from journey_editor.ui.mapwords import names_apart, shared_beginnings, tab_tip, tab_words

ANN, BOB = Persona(id="ann", rank="a0", name="Ann"), Persona(id="bob", rank="a1", name="Bob")
RECORDS = {"ann": ANN, "bob": BOB}


def maps(*given: tuple[str, str, str | None]) -> list[JourneyMap]:
    return [
        JourneyMap.model_validate({"id": f"m{at}", "rank": f"a{at}", "title": title, "state": state, "persona": whose})
        for at, (title, state, whose) in enumerate(given)
    ]


def words(*given: tuple[str, str, str | None]) -> list[str]:
    return list(tab_words(maps(*given), RECORDS).values())


def test_a_short_title_of_its_own_stands_as_it_is():
    assert words(("Today", "current", None), ("Tomorrow", "future", None)) == ["Today", "Tomorrow"]


def test_instead_of_a_long_title_the_state_is_told_where_no_other_map_has_it():
    long = "From “we need this” to renewal"
    assert words((long, "current", None)) == ["Current state"]
    assert words((long, "current", None), (long, "future", None)) == ["Current state", "Future state"]
    assert words((long, "current", None), ("Short", "current", None)) == [long, "Short"]


def test_maps_of_one_title_are_told_apart_by_state_persona_or_number():
    same = "Onboarding"
    assert words((same, "current", None), (same, "future", None)) == ["Current state", "Future state"]
    assert words((same, "current", "ann"), (same, "current", "bob")) == ["Ann", "Bob"]
    assert words((same, "current", None), (same, "future", None), ("Other", "current", None)) == [
        "Onboarding, current state",
        "Future state",
        "Other",
    ]
    assert words((same, "past", None), (same, "past", None)) == ["Onboarding (1)", "Onboarding (2)"]


def test_a_map_without_a_title_says_its_state_or_that_it_has_none():
    assert words(("", "current", None)) == ["Current state"]
    assert words(("", "current", None), ("Now", "current", None)) == ["Map without a title", "Now"]


def test_the_tooltip_tells_title_persona_state_and_review():
    shown = maps(("A <b> title", "future", "ann"), ("x" * 9_000, "current", None))
    first = shown[0].with_(reviewed=date(2026, 3, 1))
    assert tab_tip(first, RECORDS, date(2026, 3, 2)) == "A <b> title\nAnn · future state · reviewed 1 day ago"
    assert tab_tip(shown[1], RECORDS, date(2026, 3, 2)).endswith("\nNo persona yet · current state")
    assert len(tab_tip(shown[1], RECORDS, date(2026, 3, 2))) < 400


def test_what_another_tab_begins_with_too_is_counted_up_to_where_a_word_begins():
    given = {"a": "Onboarding of admins", "b": "Onboarding of auditors", "c": "Onboarding", "d": "Renewal", "e": "New"}
    assert shared_beginnings(given) == {"a": 14, "b": 14, "c": 0, "d": 0, "e": 0}
    assert shared_beginnings({"a": "Same", "b": "Same"}) == {"a": 0, "b": 0}
    assert shared_beginnings({"a": "Only one"}) == {"a": 0} and shared_beginnings({}) == {}


def test_compared_maps_are_called_by_their_personas_else_by_titles_else_as_their_tabs():
    def names(*given: tuple[str, str, str | None]) -> tuple[str, ...]:
        return names_apart(maps(*given), RECORDS)

    assert names(("Same", "current", "ann"), ("Same", "current", "bob")) == ("Ann", "Bob")
    assert names(("Now", "current", "ann"), ("Then", "future", "ann")) == ("Now", "Then")
    assert names(("Now", "current", "ann"), ("A title that has no end at all", "current", None)) == (
        "Now",
        "A title that has no end at all",
    )
    assert names(("Same", "current", "ann"), ("same", "future", "ann")) == ("Current state", "Future state")
    assert names() == ()
