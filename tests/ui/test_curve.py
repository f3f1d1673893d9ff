from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from journey_editor.layout.primitives import CurveData, CurveInk, FeltPoint, Figure, Rect
from journey_editor.plots.raster import CurveRaster
from journey_editor.ui.curve import Curve

INK = CurveInk(felt="#000000", believed="#808080", spread="#808080", trough="#D55E00", zero="#808080")
CORNER = Rect(20.0, 10.0, 1000.0, 100.0)


def figure(*valences: float) -> Figure:
    felt = tuple(FeltPoint(f"t{i}", 50.0 + i * 100.0, v, "research") for i, v in enumerate(valences))
    return Figure(0.0, 0.0, 1000.0, 100.0, CurveData(felt, (), (), 50.0, 20.0, INK))


def painted(curve: Curve, shown: Figure, scale: float = 1.0, exposed: QRectF | None = None) -> QImage:
    image = QImage(1100, 150, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(scale, scale)
    curve.paint(painter, shown, CORNER, exposed or QRectF(0, 0, 1100, 150), scale)
    painter.end()
    return image


def lowest(image: QImage, x: int) -> float:
    dark = [y for y in range(image.height()) if image.pixelColor(x, y).lightness() < 128]
    return sum(dark) / len(dark) if dark else -1.0


@pytest.fixture
def curve(qapp: QApplication) -> Curve:
    made = Curve(lambda: (0.0, 1100.0))
    made.ready(CurveRaster)
    return made


FLAT = figure(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def test_nothing_is_drawn_before_it_is_ready(qapp: QApplication):
    blank = QImage(1100, 150, QImage.Format.Format_ARGB32_Premultiplied)
    blank.fill(0xFFFFFFFF)
    assert painted(Curve(lambda: (0.0, 1100.0)), FLAT) == blank


def test_it_passes_through_its_points(curve: Curve):
    image = painted(curve, figure(0, 2, 0, -2, 0, 0, 0, 0, 0, 0))
    assert lowest(image, 170) == pytest.approx(10 + 50 - 40, abs=2)
    assert lowest(image, 370) == pytest.approx(10 + 50 + 40, abs=2)


@pytest.mark.parametrize("scale", [0.5, 0.77])
def test_it_is_drawn_at_the_scale_of_the_view(curve: Curve, scale: float):
    image = painted(curve, figure(0, 2, 0, -2, 0, 0, 0, 0, 0, 0), scale)
    assert lowest(image, round(370 * scale)) == pytest.approx((10 + 50 + 40) * scale, abs=2)


def test_a_moved_point_changes_the_stretch_around_it_only(curve: Curve):
    painted(curve, FLAT)
    data = FLAT.data
    felt = (*data.felt[:4], data.felt[4]._replace(valence=1.0), *data.felt[5:])
    moved = replace(FLAT, data=replace(data, felt=felt))
    stretch = curve.change(FLAT, moved)
    assert stretch is not None
    assert 200 <= stretch[0] <= 260 and 640 <= stretch[1] <= 700
    again = Curve(lambda: (0.0, 1100.0))
    again.ready(CurveRaster)
    assert painted(curve, moved) == painted(again, moved)


def test_a_point_that_comes_changes_what_lies_right_of_it(curve: Curve):
    painted(curve, FLAT)
    data = FLAT.data
    felt = (
        *data.felt[:6],
        FeltPoint("new", 620.0, 1.0, "research"),
        *(p._replace(x=p.x + 90.0) for p in data.felt[6:]),
    )
    longer = replace(FLAT, width=1090.0, data=replace(data, felt=felt))
    stretch = curve.change(FLAT, longer)
    assert stretch is not None and 400 <= stretch[0] <= 460
    again = Curve(lambda: (0.0, 1100.0))
    again.ready(CurveRaster)
    assert painted(curve, longer) == painted(again, longer)


def test_another_height_changes_all(curve: Curve):
    painted(curve, FLAT)
    assert curve.change(FLAT, replace(FLAT, height=90.0)) is None


def test_what_was_drawn_before_it_was_seen_is_drawn_when_it_is(qapp: QApplication):
    seen = [0.0, 200.0]
    curve = Curve(lambda: (seen[0], seen[1]))
    curve.ready(CurveRaster)
    painted(curve, FLAT, exposed=QRectF(0, 0, 200, 150))
    seen[:] = [700.0, 900.0]
    image = painted(curve, FLAT, exposed=QRectF(700, 0, 200, 150))
    assert lowest(image, 800) == pytest.approx(60, abs=2)


def test_while_the_curve_is_late_only_what_lies_right_of_a_new_card_moves_aside(qapp: QApplication):
    asked: list[str] = []
    curve = Curve(lambda: (0.0, 1200.0), lambda: asked.append("later"))
    curve.ready(CurveRaster)
    before = believing(figure(0, 2, -2, 2, 0, 2, -2, 0), 950.0)
    old = painted(curve, before)
    felt = [each if each.x < 500 else each._replace(x=each.x + 100) for each in before.data.felt]
    felt.insert(5, FeltPoint("new", 550.0, -1.0, "research"))
    after = believing(replace(before, width=1100.0, data=replace(before.data, felt=tuple(felt))), 1050.0)
    assert curve.change(before, after) is not None
    frame = painted(curve, after)
    assert asked == ["later"]
    assert frame.copy(20, 0, 490, 150) == old.copy(20, 0, 490, 150), "left of the new column all stays"
    assert frame.copy(640, 0, 300, 150) == old.copy(540, 0, 300, 150), "right of it all moves by its width"
    curve.settle()
    assert lowest(painted(curve, after), 570) == pytest.approx(10 + 50 + 20, abs=3)


def believing(shown: Figure, last: float) -> Figure:
    """Let the team believe something of the first and the last card only: that line bends wherever these stand."""
    return replace(shown, data=replace(shown.data, believed=((50.0, 1.0), (last, -1.0))))
