from hypothesis import given, strategies as st

from journey_editor.layout.primitives import Element, Grid, Picture, Rect
from journey_editor.ui.canvas.index import Index

rects = st.builds(Rect, st.floats(-500, 9000), st.floats(0, 900), st.floats(1, 8000), st.floats(1, 200))


def element(name: int, rect: Rect, layer: int = 0) -> Element:
    return Element("card", str(name), rect, (), layer)


def picture(elements: list[Element]) -> Picture:
    return Picture(10_000, 1000, tuple(elements), Grid((), (), (), None))


@given(st.lists(rects, max_size=25), rects)
def test_it_finds_what_a_look_at_all_finds(places: list[Rect], asked: Rect):
    elements = [element(index, rect, index % 3) for index, rect in enumerate(places)]
    index = Index()
    index.fill(picture(elements))
    found = index.within(asked.x, asked.y, asked.right, asked.bottom)
    expected = sorted((e for e in elements if _meets(e.rect, asked)), key=lambda e: e.layer)
    assert found == expected


@given(st.lists(rects, min_size=3, max_size=12), st.lists(rects, min_size=3, max_size=3))
def test_replacing_is_the_same_as_filling_anew(places: list[Rect], later: list[Rect]):
    elements = [element(index, rect) for index, rect in enumerate(places)]
    index = Index()
    index.fill(picture(elements))
    moved = [element(number, rect) for number, rect in enumerate(later)]
    index.replace(elements[:3], moved)
    assert index.within(-1000, -1000, 20_000, 2000) == [*moved, *elements[3:]]


def test_each_element_begins_in_one_stretch_and_wide_ones_in_none():
    elements = [element(0, Rect(0, 0, 10, 10)), element(1, Rect(500, 0, 100, 10)), element(2, Rect(0, 0, 9000, 10))]
    index = Index()
    index.fill(picture(elements))
    begun = [each for _, found in index.buckets(0, 20) for each in found]
    assert begun == elements[:2]
    assert index.wide() == elements[2:]


def _meets(one: Rect, other: Rect) -> bool:
    across = one.x <= other.right and one.right >= other.x
    return across and one.y <= other.bottom and one.bottom >= other.y
