"""Names that come up while a line is typed: which, in what order, and what stands on the line when one is taken."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.capture.completion import MOST, Choices, Completion
from journey_editor.core.capture.names import Known

TODAY = date(2026, 11, 25)
KNOWN = Known(
    owners=("Sales", "Customer Success", "Customer Support", "Product", "3rd party", "R&D", "Sales"),
    channels=("Fax machine", "email"),
    stages=("Awareness", "Onboarding", "Onboarding again", "2nd year"),
    feelings={"mulmig": -0.5, "lost": -1.0, "a bit lost": -1.0, "4ever": 1.0},
)
CHOICES = Choices(KNOWN)


def complete(text: str, cursor: int | None = None) -> Completion | None:
    return CHOICES.completion(text, len(text) if cursor is None else cursor, TODAY)


def names(text: str) -> list[str]:
    found = complete(text)
    return [] if found is None else [offer.name for offer in found.offers if not offer.is_new]


def as_it_is(text: str) -> str:
    found = complete(text)
    return next((offer.typed for offer in found.offers if offer.is_new), "") if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calls @", ["Sales", "Customer Success", "Customer Support", "Product", "3rd party", "R&D"]),
        ("Calls @Cu", ["Customer Success", "Customer Support"]),
        ("Calls @customer su", ["Customer Success", "Customer Support"]),
        ("Calls @Customer Suc", ["Customer Success"]),
        ("Calls @Customer ", ["Customer Success", "Customer Support"]),
        ("Calls @Customer_Suc", ["Customer Success"]),
        ("Calls @cs", ["Customer Success", "Customer Support"]),
        ("Calls @supp", ["Customer Support"]),
        ("Calls @3", ["3rd party"]),
        ('Calls @"3', ["3rd party"]),
        ('Calls @"Customer Suc', ["Customer Success"]),
        ("Calls @oduc", ["Product"]),
        ("Calls @zzz", []),
        ("Calls @Sales", []),
        ("Calls @Sales never ans", []),
        ("info@Cu", []),
        ("Calls @Sales or @Cu", []),
        ("+playbook @@Cu", ["Customer Success", "Customer Support"]),
        ("No idea @@Cu", []),
        ("Reads #", ["Fax machine", "email", "website", "search", "ad", "social"]),
        ("Reads #fax", ["Fax machine"]),
        ("Reads #ap", ["mobile app"]),
        ("Reads #app", []),
        ("Reads #mobile a", ["mobile app"]),
        ("Issue #5", []),
        ("Kick-off >On", ["Onboarding", "Onboarding again"]),
        (">", ["Awareness", "Onboarding", "Onboarding again", "2nd year"]),
        ("Kick-off >", ["Awareness", "Onboarding", "Onboarding again"]),
        ("> On", ["Onboarding", "Onboarding again"]),
        ("## aga", ["Onboarding again"]),
        ("Waits (mul", ["mulmig"]),
        ("Waits (lost", ["lost", "a bit lost"]),
        ("Waits (", []),
        ("Waits (soon", []),
        ("Waits (lost)", []),
        ("Waits (lost) (mul", []),
    ],
)
def test_names_that_fit_come_up_best_first(text: str, expected: list[str]):
    assert names(text) == expected


def test_a_feeling_as_bad_as_was_said_comes_first():
    assert names("Waits -1 (c")[:2] == ["concerned", "confused"]
    assert names("Waits +1 (c")[:2] == ["confident", "curious"]
    assert len(names("Waits -2 (")) == MOST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calls @Cust", "@Cust"),
        ("Calls @Prod", '@"Prod"'),
        ("Calls @Customer Su", '@"Customer Su"'),
        ("Calls @sales", ""),
        ("Calls @", ""),
        ("+playbook @@Cust", "@@Cust"),
        ("Reads #Fa", '#"Fa"'),
        ("Trial >Onb", ">Onb"),
        ("Trial >Awa", ""),
        (">Awa", "> Awa"),
        ("> Awa", "> Awa"),
        ("Waits -1 (conf", "(conf)"),
        ("Waits (conf", ""),
    ],
)
def test_a_name_near_known_ones_is_offered_as_it_is(text: str, expected: str):
    assert as_it_is(text) == expected


def test_taking_a_name_goes_on_behind_a_blank():
    found = complete("Calls @cs now", len("Calls @cs"))
    assert found is not None
    assert found.take("Calls @cs now", 0) == ("Calls @Customer Success now", len("Calls @Customer Success "))
    found = complete("Calls @cs")
    assert found is not None
    assert found.take("Calls @cs", 1) == ("Calls @Customer Support ", len("Calls @Customer Support "))


def test_within_a_word_nothing_comes_up():
    assert complete("Calls @Customer", len("Calls @Cu")) is None


def test_names_typed_and_given_up_are_not_remembered():
    CHOICES.read("Calls @Nobody_Known", TODAY)
    assert names("Calls @Nobody") == []
    assert CHOICES.read("Calls @Nobody_Known", TODAY).pieces[-1].is_new


FRAGMENTS = (
    "@",
    "@@",
    "#",
    ">",
    "(",
    "@Cu",
    "#fa",
    ">On",
    "(lo",
    "-1 (",
    "+",
    "+idea",
    "x",
    '"',
    "> ",
    "# ",
    "@3",
    "🙂",
)


@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=6).map(" ".join), st.data())
def test_whatever_is_taken_is_read_as_what_was_offered(text: str, data: st.DataObject):
    cursor = data.draw(st.integers(0, len(text)))
    found = CHOICES.completion(text, cursor, TODAY)
    if found is None:
        return
    assert found.end == cursor
    for number, offer in enumerate(found.offers):
        taken, place = found.take(text, number)
        assert taken[:place].endswith(offer.typed + " ")
        read = CHOICES.read(taken[:place], TODAY)
        piece = next(each for each in read.pieces if each.start == found.start)
        assert (piece.role, piece.is_new) == (found.role, offer.is_new and found.role not in ("who", "word"))
        said = {
            "owner": [read.owner], "channel": [read.channel.replace("_", " ")], "stage": list(read.stages),
            "word": [read.word], "who": [idea.who for idea in read.opportunities],
        }[found.role]  # fmt: skip
        assert offer.name.replace("_", " ") in said
