"""Signs of links lie on the upper edge of cards and heads, and only where there is a link."""

from journey_editor.layout.compose import compose
from journey_editor.layout.links import RADIUS
from journey_editor.layout.options import Options
from tests.building import journey, stage, touchpoint


def test_only_what_has_a_link_has_a_sign_at_its_corner():
    made = journey(
        stage("s", link="www.example.org"),
        touchpoint("a", "s", "a0", link="https://example.org/" + "x" * 5000),
        touchpoint("b", "s", "a1"),
        touchpoint("c", "s", "a2", link="  \n "),
    )
    picture = compose(made, Options())
    signs = {each.record: each for each in picture.elements if each.role == "link"}
    assert set(signs) == {"s", "a"}
    card = next(each.rect for each in picture.elements if (each.role, each.record) == ("card", "a"))
    middle = signs["a"].rect.x + RADIUS, signs["a"].rect.y + RADIUS
    assert card.x < middle[0] < card.right and abs(middle[1] - card.y) < RADIUS
    assert len(signs["a"].tip) <= 200 and signs["s"].tip == "www.example.org"
