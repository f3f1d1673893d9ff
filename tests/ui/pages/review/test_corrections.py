"""What is typed into a field of a review is read, or refused with a sentence; what stands there reads back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.parts import Emotion
from journey_editor.core.records import Evidence, Record
from journey_editor.ui.pages.review.corrections import Misfit, corrections_of, number, valence, whole, whole_or_none
from tests.building import TODAY, metric, opportunity, owners, stage, touchpoint

finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("read", "typed", "meant"),
    [
        (number, "1,5", 1.5),
        (number, "−3", -3),
        (number, "1,234,567", 1_234_567),
        (number, "65 %", 65),
        (whole, "1,200", 1200),
        (whole, "1 200", 1200),
        (whole, "0", 0),
        (whole_or_none, " ", None),
        (valence, "−1.5", -1.5),
    ],
)
def test_numbers_as_people_write_them(read: Callable[[str], Any], typed: str, meant: float | None):
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        (number, ""),
        (number, "many"),
        (number, "inf"),
        (whole, "-1"),
        (whole, "²"),
        (whole, "9" * 5000),
        (valence, "2.1"),
    ],
)
def test_what_means_no_number_is_refused_in_a_short_sentence(read: Callable[[str], Any], typed: str):
    with pytest.raises(Misfit) as refused:
        read(typed)
    assert 0 < len(str(refused.value)) < 100


@given(st.integers(0, 10**9), finite, st.floats(-2, 2), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_what_stands_in_a_field_reads_back(count: int, value: float, feels: float, day: date):
    every: list[Record] = [
        stage("s", entered=count, tickets=count),
        metric("m1", "s", current=value),
        touchpoint("a", "s", emotion=Emotion(valence=feels)),
        Evidence(id="iv", rank="a0", title="", date=day, n=count),
        opportunity("o", "s", due=day),
    ]
    for record in every:
        for field in corrections_of(record, TODAY):
            known = record.__dict__["emotion"].valence if field.key == "valence" else record.__dict__[field.key]
            assert field.read(field.shown) == known, (record, field)


def test_what_does_not_age_has_no_fields():
    assert corrections_of(owners("a")[0], TODAY) == () and corrections_of(touchpoint("a"), TODAY) == ()
    assert corrections_of(stage("s"), TODAY) == ()
