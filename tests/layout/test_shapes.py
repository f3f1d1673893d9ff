"""Shapes that lie elsewhere or are larger, and lines that fill a rectangle."""

from hypothesis import given, strategies as st

from journey_editor.layout.primitives import Box, Image, Ink, Path
from journey_editor.layout.shapes import hatch, shifted

lengths = st.floats(1.0, 400.0)


def test_whatever_is_drawn_is_the_same_elsewhere():
    ink = Ink(fill="#000000")
    path = Path((("M", 1.0, 2.0), ("C", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0), ("Z",)), ink)
    assert shifted(path, 10.0, 0.0) == Path((("M", 11.0, 2.0), ("C", 11.0, 2.0, 13.0, 4.0, 15.0, 6.0), ("Z",)), ink)
    assert shifted(Box(1.0, 2.0, 3.0, 4.0, ink, 1.0), 10.0, 0.0) == Box(11.0, 2.0, 3.0, 4.0, ink, 1.0)
    image = Image(1.0, 2.0, 3.0, 4.0, "x", "A", 2.0)
    assert shifted(image, 10.0, 5.0) == Image(11.0, 7.0, 3.0, 4.0, "x", "A", 2.0)
    assert shifted(Box(1.0, 2.0, 3.0, 4.0, ink, 1.0), 10.0, 0.0, 2.0) == Box(12.0, 4.0, 6.0, 8.0, ink, 2.0)


@given(lengths, lengths, st.floats(2.0, 20.0))
def test_lines_that_fill_a_rectangle_keep_within_it(width: float, height: float, step: float):
    lines = list(hatch(width, height, step, step))
    for line in lines:
        for x, y in line:
            assert 0.0 <= x <= width and 0.0 <= y <= height
    assert len(lines) >= int((width + height) / step) - 1, "as many as there is room for"
