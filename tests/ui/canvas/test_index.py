from hypothesis import given, strategies as st

from journey_editor.layout.primitives import Element, Grid, Picture, Placed, Rect, Strip
from journey_editor.ui.canvas.index import Index

rects = st.builds(Rect, st.floats(-500, 900), st.floats(0, 900), st.floats(1, 800), st.floats(1, 200))
strips = st.lists(st.lists(rects, max_size=6), max_size=6)


def element(name: str, rect: Rect, layer: int = 0) -> Element:
    return Element("card", name, rect, (), layer)


def picture(places: list[list[Rect]]) -> Picture:
    """A picture of strips of 700 points, the first one its ground."""
    made = [
        Strip(tuple(element(f"{row}.{place}", rect, place % 3) for place, rect in enumerate(each)))
        for row, each in enumerate(places)
    ]
    placed = tuple(Placed(max(0, row - 1) * 700.0, strip) for row, strip in enumerate(made))
    return Picture(10_000, 1000, placed, Grid((), (), (), None))


@given(strips, rects, st.floats(0, 4000))
def test_it_finds_what_a_look_at_all_finds(places: list[list[Rect]], asked: Rect, further: float):
    index = Index()
    drawn = picture(places)
    index.fill(drawn)
    x = asked.x + further
    found = index.within(x, asked.y, x + asked.width, asked.bottom)
    expected = [each for each in drawn.elements if _meets(each.rect, Rect(x, asked.y, asked.width, asked.height))]
    assert found == expected


@given(strips)
def test_all_strips_that_reach_over_a_place_are_found(places: list[list[Rect]]):
    index = Index()
    drawn = picture(places)
    index.fill(drawn)
    for each in drawn.strips[1:]:
        if each.elements:
            assert each in index.strips(each.left, each.left) and each in index.strips(each.right, each.right)


def test_a_record_is_shown_by_the_first_role_that_there_is():
    index = Index()
    card, note = element("x", Rect(0, 0, 10, 10)), Element("note", "y", Rect(5, 0, 10, 10), ())
    placed = (Placed(0.0, Strip(())), Placed(700.0, Strip((card, note))))
    index.fill(Picture(10_000, 1000, placed, Grid((), (), (), None)))
    found = index.showing("x", "stage", "card")
    assert found is not None and found.rect == Rect(700, 0, 10, 10)
    assert index.showing("y", "card") is None and index.showing("z", "card") is None


def _meets(one: Rect, other: Rect) -> bool:
    across = one.x <= other.right and one.right >= other.x
    return across and one.y <= other.bottom and one.bottom >= other.y
