"""What a heading says of its column."""

import pytest

from journey_editor.interchange.headings import ROLES, is_many, role_of


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Stage", "stage"), ("Phase:", "stage"), ("Journey Stage", "stage"), ("Etappe", "stage"),
        ("Touchpoints", "title"), ("Step", "title"), ("Schritte", "title"), ("Kontaktpunkt", "title"),
        ("Owner (+ contributors)", "owner"), ("Touchpoint owner", "owner"), ("Verantwortlich", "owner"),
        ("Channel", "channel"), ("Kanal", "channel"), ("EMOTIONS", "feeling"), ("Gefühl", "feeling"),
        ("Customer's mood", "feeling"), ("Pain-points", "pain_point"), ("Schmerzpunkte", "pain_point"),
        ("Opportunities", "opportunity"), ("Idea", "opportunity"), ("Maßnahmen", "opportunity"), ("KPIs", "metric"),
        ("Goals", "goal"), ("Customer actions", "action"), ("Erwartungen", "expectation"), ("Notes", "other"),
        ("When?", "when"), ("Nr.", ""), ("#", ""), ("Success", "success_criterion"), ("Zitate", "quote"),
        ("Tools", None), ("", None), ("When the customer opens the mail that was sent", None), ("-1", None),
    ],
)  # fmt: skip
def test_headings_in_english_and_german(heading, role):
    assert role_of(heading) == role
    assert role is None or role in ROLES


def test_headings_that_tell_of_several_things():
    assert is_many("Touchpoints") and is_many("Schritte (je Phase)")
    assert not is_many("Touchpoint") and not is_many("Owner")


def test_half_a_book_is_no_heading():
    assert role_of("(" * 1_000_000) is None  # each bracket would look for its end through all that follows
    assert role_of("[" * 1_000_000) is None
