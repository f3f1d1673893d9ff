"""Pictures on cards: a card becomes wider for its picture, and nothing else on it changes."""

from journey_editor.core.records import Picture
from journey_editor.layout.cards import CARD_INSET, WIDER
from journey_editor.layout.compose import compose
from journey_editor.layout.form import DESK, WIDE
from journey_editor.layout.options import Options
from journey_editor.layout.pictured import Portrait, room_for
from journey_editor.layout.primitives import Image, Line
from tests.building import journey, note, owners, stage, touchpoint

PICTURE = Picture(id="x", rank="a0", type="image/png", data="/9j/")


def card(*fields: dict, record: str = "a"):
    cards = [touchpoint("a", "s", "a0", **fields[0]), touchpoint("b", "s", "a1")]
    made = journey(*owners("sales"), stage("s", owner="sales"), *cards, note("n", "a"), PICTURE)
    picture = compose(made, Options())
    return next(each for each in picture.elements if each.role == "card" and each.record == record)


def test_a_card_is_so_much_wider_with_its_picture_at_the_left():
    plain, pictured = card({}), card({"picture": "x"})
    assert pictured.rect.width == plain.rect.width + WIDER and pictured.rect.height == plain.rect.height
    image = next(part for part in pictured.parts if isinstance(part, Image))
    assert (image.picture, image.data) == ("x", "/9j/")
    assert image.x > 0 and image.x + image.width < WIDER + 8 and image.y + image.height < pictured.rect.height
    words = [[(part.text, part.x) for part in each.parts if isinstance(part, Line)] for each in (plain, pictured)]
    assert words[1] == [(text, x + WIDER) for text, x in words[0]]
    assert card({"picture": "x"}, record="b").rect.width == card({}, record="b").rect.width


def test_its_column_is_as_wide_as_it_needs():
    made = journey(stage("s"), touchpoint("a", "s", picture="x"), PICTURE)
    picture = compose(made, Options())
    found = next(each for each in picture.elements if each.role == "card")
    assert picture.grid.columns[0].width >= found.rect.width + 2 * CARD_INSET


def test_what_is_no_picture_leaves_no_hole():
    first = next(part for part in card({}).parts if isinstance(part, Line))
    for data in ("", "!!!", "AAAA", "PHN2Zy8+"):
        made = journey(stage("s"), touchpoint("a", "s", picture="x"), PICTURE.with_(data=data))
        found = next(each for each in compose(made, Options()).elements if each.role == "card")
        assert not any(isinstance(part, Image) for part in found.parts)
        assert next(part.x for part in found.parts if isinstance(part, Line)) == first.x


def test_low_or_narrow_cards_show_none():
    shown = Portrait("x", "/9j/")
    assert room_for(shown, 150.0, DESK) == room_for(shown, 150.0, WIDE[0]) == WIDER
    assert room_for(shown, 150.0, WIDE[2]) == room_for(shown, 100.0, DESK) == room_for(None, 150.0, DESK) == 0.0
