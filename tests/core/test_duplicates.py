import pytest
from hypothesis import given, strategies as st

from journey_editor.core.duplicates import alike, duplicates_of, title_key
from tests.building import journey, row, stage, touchpoint


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kick-off meeting", "kickoff  Meeting!"),
        ("Café besuchen", "cafe besuchen"),
        ("Straße", "STRASSE"),
        ("Check in", "check-in"),
        ("Asks for an invoice copy", "Asks for an invoce copy"),
        ("Asks for an invoice copy", "Asks for an invoices copy"),
        ("Asks for an invoice copy", "Ask for an invoice copy"),
        ("Asks for an invoice copy", "Bsks for an invoice copy"),
        ("Asks for an invoice copy", "Asks for an invoice cop"),
    ],
)
def test_alike(one, other):
    assert alike(one, other) and alike(other, one)
    map_ = journey(stage("s"), touchpoint("a", "s", title=one), touchpoint("b", title=other))
    assert duplicates_of(map_) == {"b": "a"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Call", "Mall"),
        ("Day 1", "Day 2"),
        ("Interview round 1", "Interview round 2"),
        ("Interview round 1", "Interview round 11"),
        ("", ""),
        ("???", "!!!"),
        ("Asks for an invoice copy", "Asks for invoice copies"),
        ("कि", "का"),
    ],
)
def test_not_alike(one, other):
    assert not alike(one, other)
    assert duplicates_of(journey(stage("s"), touchpoint("a", "s", title=one), touchpoint("b", title=other))) == {}


def test_the_map_comes_before_the_tray_and_the_tray_in_its_order():
    waiting = [touchpoint(f"t{place}", None, f"a{place}", title=title) for place, title in enumerate("CABBA")]
    found = duplicates_of(journey(stage("s"), *row("a"), *waiting))
    assert found == {"t1": "a", "t4": "a", "t3": "t2"}


@given(st.text(max_size=12), st.text(max_size=12))
def test_what_is_found_is_what_is_alike(one, other):
    found = duplicates_of(journey(stage("s"), touchpoint("a", "s", title=one), touchpoint("b", title=other)))
    assert bool(found) == alike(one, other)


@given(st.text("abc", min_size=7, max_size=11), st.integers(0, 10), st.sampled_from(["", "x"]), st.integers(0, 1))
def test_one_letter_is_found_wherever_it_is_amiss(title, place, letter, taken):
    other = title[:place] + letter + title[place + taken :]
    found = duplicates_of(journey(stage("s"), touchpoint("a", "s", title=title), touchpoint("b", title=other)))
    assert bool(found) == (title == other or min(len(title), len(other)) >= 8)


def test_thousands_of_titles_that_begin_and_end_alike():
    waiting = [touchpoint(f"t{place}", None, f"a{place:05}", title=f"Ticket {place} came in") for place in range(5000)]
    assert duplicates_of(journey(stage("s"), touchpoint("a", "s", title="Ticket 7 came in"), *waiting)) == {"t7": "a"}


@given(st.text())
def test_keys_have_no_case_and_no_blanks(title):
    assert title_key(title) == title_key(f" {title.upper().lower()} ") or title.upper().lower() != title.lower()
