"""The persona card: where it lies, what it tells, and that nothing of it leaves its place."""

import pytest

from journey_editor.core.records import Persona, Picture
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.persona import above
from journey_editor.layout.primitives import Box, Image, Line, Picture as Drawn, Rect
from tests.building import journey, row, stage

LONG = ("a persona of very many words " * 350)[:10_000]
FULL = Persona(
    id="p", rank="a0", name="Ada", role="Runs the tool", quote="I need my Friday back.", goals=("Fewer tools", "Rest"),
    needs=("Proof",), frustrations=("Empty screens",), constraints=("No time",), activation="An audit",
)  # fmt: skip


def drawn(who: Persona | None, columns: int = 12, *more: Picture, **options: object) -> Drawn:
    given = [who] if who else []
    cards = row(*(f"c{n}" for n in range(columns)))
    made = journey(stage("s"), *cards, *given, *more, persona=who.id if who else None)
    return compose(made, Options(**options))  # type: ignore[arg-type]


def card(picture: Drawn):
    return next((element for element in picture.elements if element.role == "persona"), None)


def words(element) -> str:
    return " ".join(part.text for part in element.parts if isinstance(part, Line))


def overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def test_it_lies_beside_the_title_where_there_is_room_and_above_the_map_else():
    wide, narrow, untitled = drawn(FULL), drawn(FULL, 3), drawn(FULL, title=False)
    titles = [element for element in wide.elements if element.role in ("title", "subtitle")]
    assert all(element.rect.right < card(wide).rect.x for element in titles)
    assert card(wide).rect.right == max(element.rect.right for element in wide.elements if element.role == "lane")
    below = max(element.rect.bottom for element in narrow.elements if element.role == "subtitle")
    assert below <= card(narrow).rect.y and card(narrow).rect.x == card(untitled).rect.x == 24.0
    for picture in (wide, narrow, untitled):
        others = [element for element in picture.elements if element.role not in ("paper", "persona")]
        assert not any(overlap(card(picture).rect, element.rect) for element in others)


def test_it_tells_as_much_as_it_has_room_for_and_the_rest_by_its_tip():
    whole, part = card(drawn(FULL, 20, title=False)), card(drawn(FULL, 3))
    for told in ("Ada", "Runs the tool", "Friday", "Fewer tools", "Proof", "Empty screens", "No time", "An audit"):
        assert told in words(whole) and told in part.tip
    assert whole.tip == "" and "Proof" not in words(part) and "…" not in words(whole)
    assert words(part).endswith("…"), "what has no column"
    many = card(drawn(FULL.with_(goals=tuple(f"Goal {n}" for n in range(9))), 20, title=False))
    assert "Goal 3…" in words(many) and "Goal 4" not in words(many) and "Goal 8" in many.tip


def test_beside_the_title_rather_a_few_columns_are_told_whole_than_many_in_part():
    goals = ("Know every device and licence without asking around", "Pass the yearly audit without a lost weekend")
    who = FULL.with_(goals=goals, frustrations=goals[::-1], needs=(*goals, *goals, *goals))
    told = words(card(drawn(who, 18)))
    assert "a lost weekend" in told and told.count("Know every") == 2 and "Needs" not in told
    assert told.count("…") == 1 and told.endswith("…"), "what has no column"


@pytest.mark.parametrize("title", [True, False])
def test_long_words_stay_in_their_columns(title):
    long = FULL.with_(name=LONG, role=LONG, quote=LONG, goals=(LONG,) * 50, needs=("w" * 10_000,))
    found = card(drawn(long, 12, title=title))
    lines = sorted((part for part in found.parts if isinstance(part, Line)), key=lambda line: (line.y, line.x))
    assert all(line.x >= 0 and line.x + line.width <= found.rect.width for line in lines)
    assert all(line.y < found.rect.height - 4 for line in lines) and LONG.strip()[:200] in found.tip
    for one, other in zip(lines, lines[1:], strict=False):
        assert one.y != other.y or one.x + one.width <= other.x


def test_a_persona_that_only_has_a_name_has_no_card():
    named = Persona(id="p", rank="a0", name="Ada")
    assert card(drawn(named)) is None and card(drawn(None)) is None
    assert card(drawn(FULL, persona=False)) is None
    assert above(FULL, None, Options(), 150.0, 0.0) is None, "there is no room for words"


def test_it_shows_the_picture_or_two_letters():
    plain = card(drawn(FULL))
    assert "Ad" in words(plain) and not any(isinstance(part, Image) for part in plain.parts)
    pictured = Persona(id="p", rank="a0", name="Ada", picture="x")
    found = card(drawn(pictured, 12, Picture(id="x", rank="a0", type="image/png", data="/9j/")))
    image = next(part for part in found.parts if isinstance(part, Image))
    assert (image.picture, image.data, image.radius) == ("x", "/9j/", image.width / 2)


def test_equal_cards_are_the_very_same_from_picture_to_picture():
    assert card(drawn(FULL)) is card(drawn(FULL))
    assert isinstance(card(drawn(FULL)).parts[0], Box)
