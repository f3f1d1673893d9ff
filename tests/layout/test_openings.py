"""A card that opens another map has a sign at its corner, beside that of a link, and the legend says what it means."""

from journey_editor.core.records import JourneyMap
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Line
from tests.building import MAP, journey, stage, touchpoint


def signs(role: str, **fields: str | None) -> list[Element]:
    made = journey(
        stage("s"),
        JourneyMap(id="other", rank="b0", title="Other"),
        touchpoint("a", "s", "a0", **fields),
        touchpoint("b", "s", "a1"),
    )
    return [each for each in compose(made, Options()).elements if each.role == role]


def test_only_what_opens_another_map_has_the_sign():
    [sign] = signs("opens", opens="other")
    card = next(each for each in signs("card", opens="other") if each.record == "a")
    assert sign.record == "a" and sign.tip == "Opens another map"
    assert card.rect.x < sign.rect.x < card.rect.right and sign.rect.y < card.rect.y < sign.rect.bottom
    assert not signs("opens") and not signs("opens", opens=MAP)
    [legend] = signs("legend", opens="other")
    assert "opens another map" in [part.text for part in legend.parts if isinstance(part, Line)]


def test_it_stands_beside_the_sign_of_a_link():
    given = {"opens": "other", "link": "https://example.org"}
    [way], [link] = signs("opens", **given), signs("link", **given)
    assert way.rect.right <= link.rect.x
