"""What stands behind the points of the worth–effort matrix: zones and ticks, as vectors and as pixels."""

import numpy as np
import pytest

from journey_editor.layout.matrix.plane import plane_in
from journey_editor.layout.style import DARK, LIGHT, Style
from journey_editor.plots.matrix import matrix_parts, matrix_raster

PLANE = plane_in(400, 300)


@pytest.mark.parametrize("style", [LIGHT, DARK])
def test_zones_lie_where_the_plane_says_and_ticks_beside_it(style: Style):
    *zones, ticks = matrix_parts(PLANE, style, 400, 300)
    assert len(zones) == 4 and all(each.ink.fill and not each.ink.stroke for each in zones)
    for path, rect in zip(zones, PLANE.zones().values(), strict=True):
        xs = [number for command in path.commands for number in command[1::2]]
        ys = [float(number) for command in path.commands for number in command[2::2]]
        assert (min(xs), max(xs)) == pytest.approx((rect.x, rect.right))
        assert (min(ys), max(ys)) == pytest.approx((rect.y, rect.bottom))
    assert ticks.ink.stroke == style.quiet and len(ticks.commands) == 20


def test_pixels_show_the_same_as_vectors():
    drawn = matrix_raster(PLANE, LIGHT, 400, 300, 1.5)
    assert (drawn.width, drawn.height, drawn.x) == (600, 450, 0.0)
    pixels = np.frombuffer(drawn.rgba, dtype=np.uint8).reshape(450, 600, 4)
    for kind, rect in PLANE.zones().items():
        middle = pixels[round((rect.y + rect.height / 2) * 1.5), round((rect.x + rect.width / 2) * 1.5)]
        assert middle[3] > 0, kind
    assert not pixels[:, 0].any() and not pixels[2].any(), "nothing beyond the axes"
    outside = round((PLANE.y + PLANE.height + 30) * 1.5)
    assert not pixels[outside].any()


def test_a_window_of_no_size_draws_nothing_wrong():
    plane = plane_in(0, 0)
    assert len(matrix_parts(plane, LIGHT, 0, 0)) >= 1
    assert matrix_raster(plane, LIGHT, 0, 0, 1.0).width == 1
