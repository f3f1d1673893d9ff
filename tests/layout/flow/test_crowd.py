"""Rectangles are found by where they lie."""

from hypothesis import given, strategies as st

from journey_editor.layout.flow.crowd import Crowd, meets
from journey_editor.layout.primitives import Rect

places = st.integers(-400, 900).map(float)
sizes = st.integers(1, 700).map(float)
rects = st.builds(Rect, places, places, sizes, sizes)


@given(st.lists(rects, max_size=12), rects)
def test_what_is_found_is_what_meets(all_of_them: list[Rect], asked: Rect) -> None:
    crowd = Crowd()
    for owner, rect in enumerate(all_of_them):
        crowd.add(owner, (rect,))
    found = crowd.near(asked, but=0)
    assert sorted(set(found)) == sorted({rect for rect in all_of_them[1:] if meets(asked, rect)})


def test_edges_alone_do_not_meet() -> None:
    assert not meets(Rect(0, 0, 10, 10), Rect(10, 0, 5, 5))
    assert meets(Rect(0, 0, 10, 10), Rect(9, 9, 5, 5))
