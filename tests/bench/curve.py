"""E1: a frame of dragging a point of the curve against a plain matplotlib redraw with axes, in turns."""

from collections.abc import Callable
from dataclasses import replace
from math import sin
from statistics import median
from time import perf_counter
from typing import Any

from _results import keep
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from journey_editor.layout.primitives import CurveData, CurveInk, FeltPoint
from journey_editor.plots.raster import CurveRaster

GOAL = 0.1
SIZES = (30, 500, 5000)
ROUNDS, FRAMES = 7, 5
COLUMN, HEIGHT, SEEN = 90.0, 160.0, 1600.0
VALENCES = [-1.5 + 0.1 * place for place in range(FRAMES * ROUNDS + 1)]
MOVED = 5
INK = CurveInk(felt="#23211E", believed="#A8A195", spread="#625D55", trough="#D55E00", zero="#C9C3B8")


def curve(count: int) -> CurveData:
    """A curve of so many touchpoints with all that a curve can show."""
    valences = [round(1.6 * sin(place * 0.9) + 0.3 * sin(place * 2.3), 2) for place in range(count)]
    felt = tuple(
        FeltPoint(f"t{place}", (place + 0.5) * COLUMN, valence, "research", 1.0, valence - 0.5, valence + 0.5)
        for place, valence in enumerate(valences)
    )
    believed = tuple((point.x, 1 + 0.5 * sin(place)) for place, point in enumerate(felt))
    troughs = tuple((point.x - 41, point.x + 41) for point in felt if point.valence < -1)
    return CurveData(felt, believed, troughs, HEIGHT / 2, 30.0, INK)


def moved(data: CurveData, place: int, valence: float) -> CurveData:
    """The curve with one point dragged elsewhere."""
    point = data.felt[place]._replace(valence=valence, low=valence - 0.5, high=valence + 0.5)
    return replace(data, felt=(*data.felt[:place], point, *data.felt[place + 1 :]))


def plain(data: CurveData) -> Callable[[float], Any]:
    """The usual way: the same picture in axes, its data set anew and drawn with everything around it."""
    figure = Figure(figsize=(SEEN / 72, HEIGHT / 72), dpi=72)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    xs = [point.x for point in data.felt]
    ys = [point.valence for point in data.felt]
    band = axes.fill_between(xs, [y - 0.5 for y in ys], [y + 0.5 for y in ys], alpha=0.1)
    for begin, end in data.troughs[:20]:
        axes.axvspan(begin, end, alpha=0.1)
    axes.plot(*zip(*data.believed, strict=True), "--")
    (line,) = axes.plot(xs, ys)
    axes.set_xlim(0, min(SEEN, len(xs) * COLUMN))
    axes.set_ylim(-2.2, 2.2)

    def frame(valence: float) -> None:
        ys[MOVED] = valence
        line.set_ydata(ys)
        band.set_data(xs, [y - 0.5 for y in ys], [y + 0.5 for y in ys])
        canvas.draw()

    return frame


def ours(data: CurveData) -> Callable[[float], Any]:
    """The way of the canvas: the stretch that is seen is kept, what changed of it is drawn."""
    raster = CurveRaster(data, len(data.felt) * COLUMN, HEIGHT, 1.0, (0.0, min(SEEN, len(data.felt) * COLUMN)))
    shown = {valence: moved(data, MOVED, valence) for valence in VALENCES}
    return lambda valence: raster.update(shown[valence])


def main() -> dict[str, Any]:
    """Measure, print a table and return its rows."""
    rows: list[dict[str, Any]] = []
    print(f"{'points':>7} {'plain ms':>9} {'ours ms':>9} {'ratio':>7}  goal {GOAL}")
    for size in SIZES:
        data = curve(size)
        ways = plain(data), ours(data)
        for way in ways:
            way(VALENCES[-1])
        times: tuple[list[float], list[float]] = ([], [])
        for turn in range(ROUNDS):
            for way, taken in zip(ways, times, strict=True):
                for valence in VALENCES[turn * FRAMES : (turn + 1) * FRAMES]:
                    begin = perf_counter()
                    way(valence)
                    taken.append((perf_counter() - begin) * 1000)
        before, after = median(times[0]), median(times[1])
        rows.append({"points": size, "plain_ms": before, "ours_ms": after, "ratio": after / before})
        print(f"{size:7} {before:9.2f} {after:9.2f} {after / before:7.3f}")
    return {"goal": "E1", "limit": GOAL, "rows": rows, "met": all(row["ratio"] <= GOAL for row in rows)}


if __name__ == "__main__":
    keep(main())
