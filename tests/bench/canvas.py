"""C1 to C3 and E2: what a frame of the canvas costs, at 500, 5,000 and 20,000 touchpoints, all in one run, in turns.

C1: p95 of pan, zoom step and drag at 5,000 ≤ 1.5 × that at 500. C2: those p95 ≤ 16.7 ms at 5,000 and 20,000.
C3: the whole map of 5,000 repainted ≤ 1.7 × one drawRects of 5,000. E2: a whole mouse move that changes a feeling,
p95 at 5,000 ≤ 16.7 ms, its median ≤ 3 × that at 50.
"""

import gc
import os
from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _maps import generated
from _results import keep
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from journey_editor.plots.raster import CurveRaster
from journey_editor.ui.canvas.view import CanvasView
from journey_editor.ui.workspace import Workspace

FRAME = 1000 / 60
SIZES = (500, 5000, 20000)
SCALES = (1.0, 0.5, 0.25, 0.1)
ROUNDS, FRAMES = 5, 12
WINDOW = (1600, 900)
LEFT = Qt.MouseButton.LeftButton


def canvas_of(touchpoints: int) -> CanvasView:
    """A shown canvas of a generated map, with its curve."""
    canvas = CanvasView(Workspace(generated(touchpoints)))
    canvas.curve_ready(CurveRaster)
    canvas.resize(*WINDOW)
    canvas.show()
    QApplication.processEvents()
    return canvas


def timed(act: Callable[[int], Any], count: int) -> list[float]:
    """Milliseconds of an act with all the painting that follows from it."""
    found: list[float] = []
    for step in range(count):
        begin = perf_counter()
        act(step)
        QApplication.processEvents()
        found.append((perf_counter() - begin) * 1000)
    return found


def mouse(canvas: CanvasView, kind: QEvent.Type, place: QPointF) -> None:
    """Send a mouse event with the left button held."""
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(kind, place, place, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas.viewport(), event)


def pan(canvas: CanvasView) -> list[float]:
    """Steps of 24 pixels aside."""
    return timed(lambda step: canvas.pan_by(-24, 0), FRAMES)


def zoom(canvas: CanvasView) -> list[float]:
    """A small step nearer and back."""
    scale = canvas.scale_now
    return timed(lambda step: canvas.zoom_to(scale * (1.04 if step % 2 == 0 else 1.0)), FRAMES)


def drag(canvas: CanvasView) -> list[float]:
    """A card in the hand."""
    element = middle(canvas, "card")
    start = QPointF(canvas.mapFromScene(element.rect.x + 20, element.rect.y + 20))
    mouse(canvas, QEvent.Type.MouseButtonPress, start)
    found = timed(lambda step: mouse(canvas, QEvent.Type.MouseMove, start + QPointF(8 + step * 3, step * 4)), FRAMES)
    canvas.cancel()
    mouse(canvas, QEvent.Type.MouseButtonRelease, start)
    return found


def feel(canvas: CanvasView) -> list[float]:
    """A point of the curve in the hand: edit, layout, curve and paint at each move."""
    element = middle(canvas, "feeling")
    grid = canvas.picture.grid
    x = element.rect.x + element.rect.width / 2
    start = QPointF(canvas.mapFromScene(x, element.rect.y + element.rect.height / 2))
    mouse(canvas, QEvent.Type.MouseButtonPress, start)

    def act(step: int) -> None:
        y = grid.zero_y + (1.6 if step % 2 else -1.6) * grid.unit + step
        mouse(canvas, QEvent.Type.MouseMove, QPointF(canvas.mapFromScene(x, y)))

    found = timed(act, FRAMES)
    canvas.cancel()
    mouse(canvas, QEvent.Type.MouseButtonRelease, start)
    QApplication.processEvents()
    return found


def middle(canvas: CanvasView, role: str) -> Any:
    """An element in the middle of what is seen."""
    centre = canvas.on_map(canvas.viewport().rect().center())
    there = [element for element in canvas.picture.elements if element.role == role]
    return min(there, key=lambda element: abs(element.rect.x - centre.x()) + abs(element.rect.y - centre.y()) / 10)


def p95(times: list[float]) -> float:
    """The time that 95 of 100 stay below."""
    return quantiles(times, n=20)[-1]


def plain_rects(count: int) -> float:
    """One drawRects of so many rectangles over a window, in milliseconds."""
    image = QImage(*WINDOW, QImage.Format.Format_ARGB32_Premultiplied)
    rects = [QRectF(index % 160 * 10, index // 160 * 28 % 900, 8, 20) for index in range(count)]
    painter = QPainter(image)
    painter.setBrush(QColor("#44AA99"))
    painter.setPen(Qt.PenStyle.NoPen)
    begin = perf_counter()
    painter.drawRects(rects)
    taken = (perf_counter() - begin) * 1000
    painter.end()
    return taken


def frames(canvases: dict[int, CanvasView]) -> list[dict[str, Any]]:
    """C1 and C2."""
    rows: list[dict[str, Any]] = []
    for name, act in (("pan", pan), ("zoom", zoom), ("drag", drag)):
        for scale in SCALES:
            times: dict[int, list[float]] = {size: [] for size in canvases}
            for _turn in range(ROUNDS):
                for size, canvas in canvases.items():
                    canvas.zoom_to(scale)
                    canvas.centerOn(canvas.picture.width / 2, canvas.picture.height / 2)
                    QApplication.processEvents()
                    times[size] += act(canvas)
            row: dict[str, Any] = {"act": name, "scale": scale}
            row |= {f"p95_{size}": p95(taken) for size, taken in times.items()}
            row["ratio"] = row["p95_5000"] / row["p95_500"]
            rows.append(row)
            print(
                f"{name:>5} {scale:5} "
                + " ".join(f"{row[f'p95_{size}']:9.2f}" for size in canvases)
                + f"   {row['ratio']:.2f}"
            )
    return rows


def whole(canvas: CanvasView) -> float:
    """C3: how much longer than plain rectangles it takes to repaint the whole map."""
    canvas.fit_all()
    QApplication.processEvents()
    ours: list[float] = []
    plain: list[float] = []
    for _turn in range(ROUNDS * 3):
        plain.append(plain_rects(5000))
        begin = perf_counter()
        canvas.viewport().repaint()
        ours.append((perf_counter() - begin) * 1000)
    print(
        f"whole map {median(ours):.2f} ms, 5,000 rectangles {median(plain):.2f} ms: {median(ours) / median(plain):.2f}"
    )
    return median(ours) / median(plain)


def moves(small: CanvasView, large: CanvasView) -> dict[str, float]:
    """E2: whole moves of a feeling at 50 and 5,000."""
    times: dict[str, list[float]] = {"50": [], "5000": []}
    for _turn in range(ROUNDS):
        for name, canvas in (("50", small), ("5000", large)):
            canvas.zoom_to(1.0)
            canvas.centerOn(canvas.picture.width / 2, 0)
            QApplication.processEvents()
            times[name] += feel(canvas)
    row = {"p95_5000": p95(times["5000"]), "median_50": median(times["50"]), "median_5000": median(times["5000"])}
    row["ratio"] = row["median_5000"] / row["median_50"]
    print(f"feeling: p95 at 5,000 {row['p95_5000']:.2f} ms; median {row['median_50']:.2f} → {row['median_5000']:.2f}")
    return row


def main() -> list[dict[str, Any]]:
    """Measure, print tables and return a result for each goal."""
    app = QApplication([])
    canvases = {size: canvas_of(size) for size in SIZES}
    small = canvas_of(50)
    gc.collect()
    gc.freeze()
    print(f"  act scale {'p95 500':>9} {'5,000':>9} {'20,000':>9}   5,000/500 (goal 1.5; p95 goal {FRAME:.1f} ms)")
    rows = frames(canvases)
    share = whole(canvases[5000])
    edit = moves(small, canvases[5000])
    for canvas in (*canvases.values(), small):
        canvas.end()
    app.processEvents()
    grown = max(row["ratio"] for row in rows)
    slowest = max(max(row["p95_5000"], row["p95_20000"]) for row in rows)
    return [
        {"goal": "C1", "limit": 1.5, "ratio": grown, "rows": rows, "met": grown <= 1.5},
        {"goal": "C2", "limit": FRAME, "p95_ms": slowest, "met": slowest <= FRAME},
        {"goal": "C3", "limit": 1.7, "ratio": share, "met": share <= 1.7},
        {"goal": "E2", "limit": 3, **edit, "met": edit["p95_5000"] <= FRAME and edit["ratio"] <= 3},
    ]


if __name__ == "__main__":
    for result in main():
        keep(result)
