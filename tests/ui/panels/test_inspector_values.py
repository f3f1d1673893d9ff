"""What a field shows reads back as the very same value; people may write it in more ways than one."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.ui.panels.inspector.fields import EditorKind
from journey_editor.ui.panels.inspector.values import Misfit, text_of, value_from

numbers = st.floats(allow_nan=False, allow_infinity=False).map(lambda value: value + 0.0)
amounts = numbers.map(abs) | st.integers(0, 5000).map(lambda minutes: minutes / 1440)
line = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12)
VALUES: dict[EditorKind, st.SearchStrategy[Any]] = {
    "number": numbers,
    "whole": st.integers(0, 10**20),
    "share": st.floats(1e-300, 1) | st.just(0.0) | st.integers(0, 100).map(lambda percent: percent / 100),
    "valence": st.integers(-200, 200).map(lambda hundredths: hundredths / 100),
    "day": st.dates(),
    "past_day": st.dates(),
    "duration": amounts,
    "start": numbers,
    "end": numbers,
    "hands": st.tuples(*[st.integers(0, 10**6)] * 5),
    "history": st.lists(st.tuples(st.dates(), numbers), max_size=4).map(tuple),
    "lines": st.lists(line.map(str.strip).filter(bool), max_size=4).map(tuple),
    "line": line,
}


@pytest.mark.parametrize("kind", VALUES)
@given(data=st.data())
def test_what_is_shown_reads_back_as_the_very_same_value(kind: EditorKind, data: st.DataObject):
    value = data.draw(VALUES[kind])
    assert value_from(kind, text_of(kind, value), value) == value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("number", "12,5", 12.5),
        ("number", "12,000", 12000),
        ("number", "1,299.5", 1299.5),
        ("number", "−3", -3),
        ("number", "30 %", 30),
        ("whole", "12,000", 12000),
        ("whole", "12.000", 12000),
        ("whole", "12 000", 12000),
        ("whole", "1200", 1200),
        ("share", "12,5", 0.125),
        ("share", "12.5 %", 0.125),
        ("valence", "+0,5", 0.5),
        ("history", "1.5.2026 61\n2 May 2026: 62,5", None),
    ],
)
def test_numbers_as_people_write_them(kind: EditorKind, text: str, value: Any):
    found = value_from(kind, text)
    assert [each[1] for each in found] == [61, 62.5] if kind == "history" else found == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "many"), ("number", "1e999"), ("number", "nan"), ("whole", "1.5"), ("whole", "a dozen"),
        ("share", "120"), ("share", "-1"), ("valence", "3"), ("day", "soon"), ("duration", "-1 h"), ("cadence", "0"),
        ("start", "W0"), ("hands", "1/2/3"), ("history", "61"), ("history", "soon 61"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_told_in_one_sentence(kind: EditorKind, text: str):
    with pytest.raises(Misfit) as told:
        value_from(kind, text)
    assert str(told.value).endswith(".") and "\n" not in str(told.value)


KINDS: list[EditorKind] = ["number", "whole", "share", "day", "past_day", "duration", "cadence", "start", "end"]


@pytest.mark.parametrize("kind", [*KINDS, "hands", "valence"])
def test_nothing_is_no_value(kind: EditorKind):
    assert value_from(kind, "  ") is None and text_of(kind, None) == ""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("piece", ["x", "1x", "1 d x", "1.."])
def test_ten_thousand_letters_are_answered_in_one_short_sentence(kind: EditorKind, piece: str):
    with pytest.raises(Misfit) as told:
        value_from(kind, piece * (10_000 // len(piece)))
    assert len(str(told.value)) < 160
