"""Arrows in the rows: through texts, empty cells and names, to the cards above and what is parked below."""

import pytest

from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Picture
from journey_editor.ui.canvas.walking import walk
from tests.building import journey, note, owners, stage, touchpoint


@pytest.fixture
def picture() -> Picture:
    made = (
        *owners("sales"),
        stage("one"),
        stage("two", "a1"),
        touchpoint("card", "one", owner="sales"),
        touchpoint("next", "two", owner="sales"),
        note("first", "one"),
        note("second", "one", rank="a1"),
        note("other", "two"),
        note("parked", "m", "question"),
    )
    return compose(journey(*made, rows=["goal", "pain_point", "gain"]), Options())


def element(picture: Picture, record: str) -> Element:
    return next(each for each in picture.elements if each.record == record and each.role in ("card", "note", "row"))


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        ("card", "down", "goal:one"),
        ("goal:one", "down", "first"),
        ("first", "down", "second"),
        ("second", "down", "gain:one"),
        ("gain:one", "down", "parked"),
        ("parked", "up", "gain:two"),
        ("gain:one", "up", "second"),
        ("second", "up", "first"),
        ("first", "up", "goal:one"),
        ("goal:one", "up", "card"),
        ("goal:one", "right", "goal:two"),
        ("second", "right", "other"),
        ("other", "left", "first"),
        ("first", "left", "pain_point:"),
        ("pain_point:", "right", "first"),
        ("pain_point:", "down", "gain:"),
        ("pain_point:", "up", "goal:"),
        ("goal:", "up", "sales"),
    ],
)
def test_an_arrow_leads_from_one_to_the_other(picture: Picture, start: str, way: str, end: str) -> None:
    found = walk(picture, element(picture, start), way)  # type: ignore[arg-type]
    assert found is not None and found.record == end


def test_beyond_the_last_stage_there_is_nothing(picture: Picture) -> None:
    assert walk(picture, element(picture, "gain:two"), "right") is None
    assert walk(picture, element(picture, "gain:"), "left") is None
