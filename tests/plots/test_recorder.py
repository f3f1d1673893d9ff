import pytest
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path as PlotPath
from matplotlib.transforms import Affine2D, IdentityTransform

from journey_editor.layout.primitives import Command, Ink, Path
from journey_editor.plots.recorder import Recorder


def recorded(patch, transform=None):
    recorder = Recorder(100, 50)
    patch.set_transform(transform or IdentityTransform())
    patch.draw(recorder)
    return recorder.paths


def test_a_path_keeps_its_commands():
    codes = [PlotPath.MOVETO, PlotPath.LINETO, *[PlotPath.CURVE4] * 3, PlotPath.CLOSEPOLY]
    path = PlotPath([(1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (1, 2)], codes)
    (made,) = recorded(PathPatch(path, facecolor="#0072B2", edgecolor="none"))
    commands: tuple[Command, ...] = (("M", 1.0, 2.0), ("L", 3.0, 4.0), ("C", 5.0, 6.0, 7.0, 8.0, 9.0, 10.0), ("Z",))
    assert made == Path(commands, Ink(fill="#0072B2"))


def test_a_path_without_codes_is_a_polyline():
    (made,) = recorded(PathPatch(PlotPath([(0, 0), (1, 1), (2, 0)]), fill=False, edgecolor="black"))
    assert [command[0] for command in made.commands] == ["M", "L", "L"]


def test_a_long_polyline_keeps_every_point():
    path = PlotPath([(x / 1000, 0.0) for x in range(500)])
    (made,) = recorded(PathPatch(path, fill=False, edgecolor="black"))
    assert len(made.commands) == 500


def test_a_transform_is_applied():
    path = PlotPath([(1, 2), (3, 4)])
    (made,) = recorded(PathPatch(path, fill=False, edgecolor="black"), Affine2D().scale(2, -1).translate(0, 50))
    assert made.commands == (("M", 2.0, 48.0), ("L", 6.0, 46.0))


def test_a_quadratic_curve_becomes_a_cubic_one():
    path = PlotPath([(0, 0), (3, 6), (6, 0)], [PlotPath.MOVETO, PlotPath.CURVE3, PlotPath.CURVE3])
    (made,) = recorded(PathPatch(path, fill=False, edgecolor="black"))
    assert made.commands[1] == ("C", 2.0, 4.0, 4.0, 4.0, 6.0, 0.0)


def test_strokes_keep_colour_opacity_width_and_dashes():
    patch = PathPatch(
        PlotPath([(0, 0), (1, 0)]), fill=False, edgecolor=("#FF8000", 0.5), linewidth=1.5, linestyle=(0, (2.5, 5))
    )
    (made,) = recorded(patch)
    assert made.ink == Ink(stroke="#FF8000", width=1.5, dash=(2.5, 5.0), stroke_opacity=0.5)


def test_fill_and_stroke_are_one_path():
    patch = PathPatch(PlotPath([(0, 0), (1, 0)]), facecolor=("#00FF00", 0.25), edgecolor="#0000FF", linewidth=2)
    (made,) = recorded(patch)
    assert made.ink == Ink(fill="#00FF00", fill_opacity=0.25, stroke="#0000FF", width=2.0)


@pytest.mark.parametrize(
    "colours", [{"facecolor": "none", "edgecolor": "none"}, {"facecolor": ("red", 0), "linewidth": 0}]
)
def test_what_cannot_be_seen_is_left_out(colours):
    assert recorded(PathPatch(PlotPath([(0, 0), (1, 0)]), **colours)) == []


def test_markers_are_drawn_as_paths():
    """The parts of a circle are the same wherever an artist puts it: matplotlib draws markers path by path."""
    recorder = Recorder(100, 50)
    gc = recorder.new_gc()
    marker = PlotPath([(-1, 0), (1, 0)])
    recorder.draw_markers(gc, marker, IdentityTransform(), PlotPath([(10, 20), (30, 40)]), IdentityTransform())
    assert [path.commands[0] for path in recorder.paths] == [("M", 9.0, 20.0), ("M", 29.0, 40.0)]


def test_a_circle_is_made_of_curves():
    (made,) = recorded(Circle((5, 5), 2))
    assert {command[0] for command in made.commands} == {"M", "C", "Z"}


def test_the_canvas_has_the_size_it_was_given():
    assert Recorder(100, 50).get_canvas_width_height() == (100, 50)
