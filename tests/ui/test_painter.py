import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from journey_editor.layout.primitives import Box, Command, Image, Ink, Line, Path, Primitive
from journey_editor.layout.text import line
from journey_editor.ui.painter import READABLE, draw, first_fill, first_stroke, pen_of, prepare, reach

BLACK = "#000000"


@pytest.fixture
def paper(qapp: QApplication) -> QImage:
    image = QImage(200, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0xFFFFFFFF)
    return image


def painted(image: QImage, parts: tuple[Primitive, ...], scale: float = 1.0) -> QImage:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    draw(painter, prepare(parts), scale)
    painter.end()
    return image


def extent(image: QImage) -> tuple[int, int, int, int]:
    """The smallest rectangle that holds all that is not white: left, top, right, bottom."""
    marked = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF
    ]
    xs, ys = [x for x, _ in marked], [y for _, y in marked]
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1


def test_a_box_lies_where_it_says(paper: QImage):
    assert extent(painted(paper, (Box(10, 5, 30, 20, Ink(fill=BLACK)),))) == (10, 5, 40, 25)


def test_a_rounded_box_has_no_corner(paper: QImage):
    image = painted(paper, (Box(10, 10, 30, 30, Ink(fill=BLACK), 8.0),))
    assert image.pixelColor(10, 10).lightness() == 255
    assert image.pixelColor(25, 10).lightness() == 0


def test_a_path_with_curves(paper: QImage):
    commands: tuple[Command, ...] = (
        ("M", 10.0, 10.0),
        ("C", 10.0, 40.0, 50.0, 40.0, 50.0, 10.0),
        ("L", 30.0, 5.0),
        ("Z",),
    )
    left, top, right, bottom = extent(painted(paper, (Path(commands, Ink(fill=BLACK)),)))
    assert (left, top, right) == (10, 5, 50) and 30 <= bottom <= 34


@pytest.mark.parametrize("text", ["Kick-off", "نموذج", "नमस्ते", "ไทย", "✓"])
def test_text_is_as_wide_as_layout_says(paper: QImage, text: str):
    shaped = line(text, 20.0, 40.0, size=24.0, color=BLACK)
    left, top, right, bottom = extent(painted(paper, (shaped,)))
    assert left >= 17 and right <= 20 + shaped.width + 3
    assert right - left >= shaped.width * 0.7
    assert top < 40 and bottom < 56


def test_text_that_no_one_can_read_is_left_out(paper: QImage):
    blank = paper.copy()
    shaped = line("Kick-off", 2.0, 30.0, size=11.0, color=BLACK)
    assert painted(paper, (shaped,), (READABLE - 0.1) / 11.0) == blank
    assert painted(paper, (shaped,), (READABLE + 0.1) / 11.0) != blank


def test_a_halo_lies_around_the_letters(paper: QImage):
    paper.fill(0xFF0F7564)
    image = painted(paper, (line("ll", 20.0, 40.0, size=24.0, color=BLACK, halo="#FFFFFF"),))
    row = [image.pixelColor(x, 30) for x in range(10, 40)]
    assert any(color.lightness() > 250 for color in row) and any(color.lightness() < 5 for color in row)


def test_lines_of_one_look_are_one_call():
    lines = tuple(line(f"Line {index}", 0.0, 13.0 * index, color=BLACK) for index in range(3))
    other = line("Other", 0.0, 50.0, color="#625D55")
    assert len(prepare((*lines, other))) == 2


def test_dashes_are_in_points_whatever_the_width(qapp: QApplication):
    assert pen_of(Ink(stroke=BLACK, width=2.0, dash=(4.0, 6.0))).dashPattern() == [2.0, 3.0]
    assert len(pen_of(Ink(stroke=BLACK, width=1.0, dash=(4.0,))).dashPattern()) == 2


def test_a_picture_shows_its_place(paper: QImage):
    assert extent(painted(paper, (Image(10, 10, 30, 20, "p1"),))) == (10, 10, 40, 30)


def test_what_a_card_is_known_by():
    parts = (Box(0, 0, 9, 9, Ink(fill="#111111")), Box(0, 0, 9, 9, Ink(fill="#222222", stroke="#333333", width=3)))
    assert first_stroke(parts) == "#333333"
    fill = first_fill(parts)
    assert fill is not None and fill.fill == "#111111"
    assert first_stroke(()) is None and first_fill(()) is None
    assert reach(parts) == 2
    assert reach((Line(0, 0, 11, BLACK, (), 0, "", halo="#FFFFFF"),)) == 2
