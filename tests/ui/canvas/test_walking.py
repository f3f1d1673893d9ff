import pytest

from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Picture
from journey_editor.ui.canvas.walking import Direction, walk
from tests.building import journey, note, owners, stage, touchpoint


@pytest.fixture
def picture() -> Picture:
    """Two stages, two lanes; `b` and `c` happen at the same time."""
    return compose(
        journey(
            *owners("sales", "support"),
            stage("one", "a0"),
            stage("two", "a1"),
            touchpoint("a", "one", "a0", owner="sales"),
            touchpoint("b", "one", "a1", owner="sales"),
            touchpoint("c", "one", "a1", owner="support"),
            touchpoint("d", "two", "a0", owner="support"),
            note("n", "one"),
        ),
        Options(),
    )


def element(picture: Picture, record: str, role: str = "card") -> Element:
    return next(e for e in picture.elements if e.record == record and e.role == role)


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        ("a", "right", "b"),
        ("b", "right", "d"),
        ("c", "right", "d"),
        ("d", "left", "c"),
        ("c", "left", "a"),
        ("b", "down", "c"),
        ("c", "up", "b"),
        ("d", "up", "b"),
        ("d", "right", None),
    ],
)
def test_cards(picture: Picture, start: str, direction: Direction, end: str | None):
    found = walk(picture, element(picture, start), direction)
    assert (found.record if found else None) == end


def test_heads_and_lanes_are_reached_from_the_cards_beside_them(picture: Picture):
    up = walk(picture, element(picture, "b"), "up")
    assert up is not None and up.key == ("stage", "one")
    right = walk(picture, up, "right")
    assert right is not None and right.key == ("stage", "two")
    down = walk(picture, right, "down")
    assert down is not None and down.record == "d"
    lane = walk(picture, element(picture, "a"), "left")
    assert lane is not None and lane.key == ("lane", "sales")
    below = walk(picture, lane, "down")
    assert below is not None and below.key == ("lane", "support")
    name = walk(picture, below, "down")
    assert name is not None and name.key == ("row", "pain_point:")
    assert walk(picture, below, "left") is None
    card = walk(picture, below, "right")
    assert card is not None and card.record == "c"


def test_notes_below_are_reached_too(picture: Picture):
    found = walk(picture, element(picture, "c"), "down")
    assert found is not None and found.key == ("note", "n")


def test_it_begins_at_the_first_card(picture: Picture):
    first = walk(picture, None, "left")
    assert first is not None and first.record == "a"
