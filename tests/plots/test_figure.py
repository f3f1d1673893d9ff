from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, strategies as st

from journey_editor.layout.primitives import Ink
from journey_editor.plots.figure import BELIEVED_DASH, curve_parts
from journey_editor.plots.outline import TROUGH_RADIUS
from journey_editor.plots.series import beziers

from .curves import COLUMN, HEIGHT, INK, curve, curves, middle, width


def parts(data):
    return curve_parts(data, width(data), HEIGHT)


def test_the_felt_line_is_the_bezier_curve_itself():
    data = curve(0.5, -1, 1, 0)
    (line,) = parts(data)
    xs = [point.x for point in data.felt]
    expected = beziers(np.array(xs), np.array([50 - 20 * point.valence for point in data.felt]))
    assert line.ink == Ink(stroke=INK.felt, width=2.5)
    assert line.commands[0] == ("M", xs[0], 40.0)
    assert line.commands[1:] == tuple(("C", *segment[1:].ravel().tolist()) for segment in expected)


def test_parts_lie_from_the_back_to_the_front():
    data = curve(0.5, -1, 1, believed=(1, 1, 1), spread={0: (0, 1), 1: (-2, 0)}, troughs=[1])
    trough, spread, believed, felt = parts(data)
    assert trough.ink == Ink(fill=INK.trough, fill_opacity=0.09)
    assert spread.ink == Ink(fill=INK.spread, fill_opacity=0.1)
    assert believed.ink == Ink(stroke=INK.believed, width=1.5, dash=BELIEVED_DASH)
    assert felt.ink == Ink(stroke=INK.felt, width=2.5)


def test_a_trough_is_shaded_over_the_whole_height():
    (trough, _line) = parts(curve(0.5, -1, 1, troughs=[1]))
    xs = [number for command in trough.commands for number in command[1::2]]
    ys = [float(number) for command in trough.commands for number in command[2::2]]
    assert (min(xs), max(xs), min(ys), max(ys)) == (middle(1) - 18, middle(1) + 18, 0, HEIGHT)
    assert trough.commands[0] == ("M", middle(1) - 18 + TROUGH_RADIUS, 0.0)
    assert trough.commands[-1] == ("Z",)


def test_dashes_begin_anew_at_each_believed_point():
    (_felt, believed) = reversed(parts(curve(0, 0, 0, believed=(1, 0, 1))))
    assert [command[0] for command in believed.commands] == ["M", "C", "M", "C"]
    assert [command[1] for command in believed.commands if command[0] == "M"] == [middle(0), middle(1)]


@pytest.mark.parametrize("data", [curve(), curve(1)])
def test_a_single_point_has_no_line(data):
    assert parts(data) == ()


def test_neighbours_with_low_and_high_share_a_band():
    data = curve(0, 0, 0, 0, spread={1: (-1, 1), 2: (-0.5, 0.5)})
    band, _line = parts(data)
    assert [command[0] for command in band.commands] == ["M", "C", "L", "C", "Z"]
    ends = [command[-2:] for command in band.commands[:-1]]
    assert ends == [(middle(1), 30.0), (middle(2), 40.0), (middle(2), 60.0), (middle(1), 70.0)]


def test_a_lonely_spread_is_a_capsule():
    band, _line = parts(curve(0, 0, 0, spread={1: (-1, 0.5)}))
    xs = [number for command in band.commands for number in command[1::2]]
    ys = [float(number) for command in band.commands for number in command[2::2]]
    assert (min(xs), max(xs)) == (middle(1) - 6, middle(1) + 6)
    assert (min(ys), max(ys)) == (40.0, 70.0)


def test_a_band_and_a_capsule_stand_apart():
    band, _line = parts(curve(0, 0, 0, 0, spread={0: (-1, 1), 1: (-1, 1), 3: (-1, 1)}))
    assert [command[0] for command in band.commands].count("Z") == 2


def test_half_a_spread_is_not_shown():
    data = curve(0, 0)
    half = replace(data, felt=tuple(point._replace(low=-1.0) for point in data.felt))
    assert parts(half) == parts(data)


@given(curves())
def test_no_part_leaves_the_scale(data):
    for part in parts(data):
        ys = [float(number) for command in part.commands for number in command[2::2]]
        if part.ink.fill != INK.trough:
            assert min(ys) >= 10 - 1e-9 and max(ys) <= 90 + 1e-9


@given(curves(), st.integers(0, 3))
def test_a_figure_of_any_width_bends_as_the_whole_does(data, columns):
    def bends(width):
        return {command for part in curve_parts(data, width, HEIGHT) for command in part.commands if command[0] == "C"}

    assert bends(columns * COLUMN) <= bends(width(data))
