"""A renderer for matplotlib that draws nothing and keeps what it was told as primitives of a picture.

So everything that matplotlib draws can be painted as vectors, on paper and in SVG, by those who paint the rest. Text
is not taken: layout measures all text, and matplotlib would read mark-up in it.
"""

from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.path import Path as PlotPath
from matplotlib.transforms import Transform

from journey_editor.layout.primitives import Command, Ink, Path
from journey_editor.layout.shapes import quadratic


class Recorder(RendererBase):
    """Keeps each path that an artist draws, in the coordinates that its transform leads to, as one `Path`.

    Widths are points: it takes an inch for 72 dots. Quadratic curves become cubic ones.
    """

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self.paths: list[Path] = []

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size of the figure in points."""
        return self.width, self.height

    def draw_path(self, gc: GraphicsContextBase, path: PlotPath, transform: Transform, rgbFace: Any = None) -> None:
        """Keep a path with how it is filled and stroked."""
        commands = _commands(transform.transform_path(path))
        ink = _ink(gc, rgbFace)
        if commands and (ink.fill or ink.stroke):
            self.paths.append(Path(commands, ink))


def _commands(path: PlotPath) -> tuple[Command, ...]:
    commands: list[Command] = []
    x = y = 0.0
    for points, code in path.iter_segments(simplify=False, curves=True):
        numbers = [float(number) for number in points]
        match code:
            case PlotPath.CLOSEPOLY:
                commands.append(("Z",))
                continue
            case PlotPath.CURVE3:
                qx, qy, end_x, end_y = numbers
                commands.append(quadratic((x, y), (qx, qy), (end_x, end_y))[1])
            case PlotPath.CURVE4:
                commands.append(("C", numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]))
            case PlotPath.LINETO:
                commands.append(("L", numbers[0], numbers[1]))
            case _:
                commands.append(("M", numbers[0], numbers[1]))
        x, y = numbers[-2:]
    return tuple(commands)


def _ink(gc: GraphicsContextBase, face: Any) -> Ink:
    """Return how a path is painted: a width of 0 is no stroke, a face without opacity no fill."""
    line: tuple[float, float, float, float] = gc.get_rgb()  # pyright: ignore[reportAssignmentType]
    dashes: Any = gc.get_dashes()[1]
    width = float(gc.get_linewidth())
    stroked = width > 0 and line[3] > 0
    fill_opacity = 0.0 if face is None else float(face[3]) if len(face) > 3 else 1.0
    return Ink(
        fill=_hex(face) if fill_opacity > 0 else None,
        stroke=_hex(line) if stroked else None,
        width=width if stroked else 1.0,
        dash=tuple(float(length) for length in dashes) if stroked and dashes is not None else (),
        fill_opacity=fill_opacity if fill_opacity > 0 else 1.0,
        stroke_opacity=float(line[3]) if stroked else 1.0,
    )


def _hex(color: Any) -> str:
    return "#" + "".join(f"{round(float(part) * 255):02X}" for part in color[:3])
