from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from journey_editor.layout.primitives import FeltPoint
from journey_editor.plots.raster import CurveRaster, raster

from .curves import COLUMN, HEIGHT, INK, curve, curves, middle, width

scales = st.sampled_from([0.25, 0.5, 1.0, 1.25, 1.5, 2.0])
tenths = st.integers(-20, 20).map(lambda tenth: tenth / 10)


def pixels(data, scale=1.0, clip=None):
    drawn = raster(data, width(data), HEIGHT, scale, clip)
    return np.frombuffer(drawn.rgba, np.uint8).reshape(drawn.height, drawn.width, 4)


def nearly(ours, theirs):
    """Whether pixels differ by rounding only: on another canvas the same corner may fall half a step aside."""
    return np.abs(ours.astype(int) - theirs).max(initial=0) <= 3


def colour(name):
    return [int(name[at : at + 2], 16) for at in (1, 3, 5)]


def test_the_line_is_drawn_where_the_feeling_is():
    drawn = pixels(curve(1, 1))
    x, y = int(middle(0)) + 10, 30  # valence 1 lies 20 points above the middle at 50
    assert drawn[y, x].tolist() == [*colour(INK.felt), 255]
    assert drawn[y + 4, x].tolist() == [0, 0, 0, 0]
    assert drawn[y - 5, x].tolist() == [0, 0, 0, 0]


def test_colours_are_multiplied_by_their_opacity():
    drawn = pixels(curve(0, -1, 0, troughs=[1]))
    red, green, blue, opacity = drawn[5, int(middle(1))].tolist()
    assert opacity == round(0.09 * 255)
    assert [red, green, blue] == [round(part * opacity / 255) for part in colour(INK.trough)]


def test_a_raster_has_the_pixels_of_its_scale():
    data = curve(0, 1, 0)
    drawn = raster(data, 120.0, HEIGHT, 1.5)
    assert (drawn.width, drawn.height, drawn.x, len(drawn.rgba)) == (180, 150, 0.0, 180 * 150 * 4)


def test_a_stretch_begins_on_a_whole_pixel():
    drawn = raster(curve(0, 1, 0), 120.0, HEIGHT, 2.0, (33.3, 70.1))
    assert (drawn.x, drawn.width) == (33.0, 75)


def test_a_stretch_outside_the_figure_is_cut():
    drawn = raster(curve(0, 1, 0), 120.0, HEIGHT, 1.0, (-50.0, 500.0))
    assert (drawn.x, drawn.width) == (0.0, 120)


def test_a_very_long_map_is_drawn_where_it_is_seen():
    data = curve(*[(place % 5) / 2 - 1 for place in range(5000)])
    drawn = CurveRaster(data, width(data), HEIGHT, 2.0, (100_000.0, 100_400.0))
    assert (drawn.x, drawn.width) == (100_000.0, 800)
    near = curve(*[(place % 5) / 2 - 1 for place in range(20)])  # 100,000 points are 2,500 columns, a multiple of 5
    expected = raster(near, width(near), HEIGHT, 2.0, (200.0, 600.0))
    assert nearly(drawn.rgba, np.frombuffer(expected.rgba, np.uint8).reshape(drawn.rgba.shape))


@given(curves(), scales, st.data())
def test_a_stretch_is_a_part_of_the_whole(data, scale, draw):
    ends = sorted((draw.draw(st.floats(0, width(data))), draw.draw(st.floats(0, width(data)))))
    whole = CurveRaster(data, width(data), HEIGHT, scale)
    part = CurveRaster(data, width(data), HEIGHT, scale, (ends[0], ends[1]))
    begin = round(part.x * scale)
    assert nearly(part.rgba, whole.rgba[:, begin : begin + part.width])


def changed(data, draw):
    """The curve with one point elsewhere, as it comes from an edit."""
    place = draw.draw(st.integers(0, len(data.felt) - 1))
    valence, spread = draw.draw(tenths), draw.draw(st.none() | st.tuples(tenths, tenths))
    low, high = spread or (None, None)
    point = data.felt[place]._replace(valence=valence, low=low, high=high)
    span = (point.x - 18, point.x + 18)
    troughs = tuple(sorted(set(data.troughs[1:]) | ({span} if draw.draw(st.booleans()) else set())))
    believed = list(data.believed)
    if believed:
        other = draw.draw(st.integers(0, len(believed) - 1))
        believed[other] = believed[other][0], draw.draw(tenths)
    felt = (*data.felt[:place], point, *data.felt[place + 1 :])
    how = draw.draw(st.sampled_from(["edit", "edit", "remove", "insert", "shift"]))
    if how == "remove" and len(felt) > 1:
        felt = (*felt[:place], *felt[place + 1 :])
    elif how == "insert":
        felt = (*felt[: place + 1], FeltPoint("new", point.x + 7.0, valence, "research"), *felt[place + 1 :])
    elif how == "shift":
        felt = (*felt[:place], *(each._replace(x=each.x + 11.0) for each in felt[place:]))
    return replace(data, felt=felt, troughs=troughs, believed=tuple(believed))


@settings(max_examples=200)
@given(curves(size=9), scales, st.data())
def test_what_changed_is_repainted_byte_for_byte(data, scale, draw):
    clip = draw.draw(st.none() | st.sampled_from([(30.0, 190.5), (100.0, 250.0)]))
    long = width(data)
    drawn = CurveRaster(data, long, HEIGHT, scale, clip)
    buffer, before = drawn.rgba, drawn.rgba.copy()
    for _time in range(2):
        data = changed(data, draw)
        stretch = drawn.update(data)
        fresh = CurveRaster(data, long, HEIGHT, scale, clip)
        assert np.array_equal(drawn.rgba, fresh.rgba)
        begin, end = stretch or (0, 0)
        assert np.array_equal(drawn.rgba[:, :begin], before[:, :begin])
        assert np.array_equal(drawn.rgba[:, end:], before[:, end:])
        before = drawn.rgba.copy()
    assert drawn.rgba is buffer


def test_only_the_stretch_of_a_moved_point_is_repainted():
    data = curve(*[0.5] * 100)
    drawn = CurveRaster(data, width(data), HEIGHT, 1.0)
    moved = replace(data, felt=(*data.felt[:50], data.felt[50]._replace(valence=-1.0), *data.felt[51:]))
    begin, end = drawn.update(moved) or (0, 0)
    assert middle(48) - 10 <= begin <= middle(48) and middle(52) <= end <= middle(52) + 10


def test_the_same_data_changes_nothing():
    data = curve(0, 1, 0, believed=(0, 1, 0))
    drawn = CurveRaster(data, width(data), HEIGHT, 1.0)
    assert drawn.update(data) is None
    assert drawn.update(curve(0, 1, 0, believed=(0, 1, 0))) is None


def test_what_is_out_of_sight_changes_nothing():
    data = curve(*[0.5] * 100)
    drawn = CurveRaster(data, width(data), HEIGHT, 1.0, (0.0, 200.0))
    moved = replace(data, felt=(*data.felt[:50], data.felt[50]._replace(valence=-1.0), *data.felt[51:]))
    assert drawn.update(moved) is None


@pytest.mark.parametrize(
    "other",
    [
        replace(curve(0, 1, 0), ink=replace(INK, felt="#F2EEE7")),
        replace(curve(0, 1, 0), unit=10.0),
        replace(curve(0, 1, 0), zero_y=40.0),
        replace(curve(0, 1, 0), felt=(FeltPoint("t9", 5.0, 2.0, "research"), *curve(0, 1, 0).felt)),
    ],
)
def test_everything_is_repainted_where_points_come_go_or_look_otherwise(other):
    drawn = CurveRaster(curve(0, 1, 0), 3 * COLUMN, HEIGHT, 1.0)
    assert drawn.update(other) == (0, 120)
    assert np.array_equal(drawn.rgba, CurveRaster(other, 3 * COLUMN, HEIGHT, 1.0).rgba)


def test_an_empty_curve_is_clear():
    assert not CurveRaster(curve(), 50.0, HEIGHT, 1.0).rgba.any()
