"""Pictures of the canvas, compared exactly with the ones kept beside this file.

They hold because text is drawn from the bundled font files alone. Where a picture was meant to change, look at the
new one and take it over: `python -m tests.ui.canvas.test_pictures` writes them anew.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from journey_editor.assets import resource
from journey_editor.core.edits.fields import set_field
from journey_editor.plots.raster import CurveRaster
from journey_editor.storage.format import load
from journey_editor.ui.canvas.view import CanvasView
from journey_editor.ui.workspace import Workspace

KEPT = Path(__file__).parent / "pictures"
SHOWN = {
    "natural": ("light", 1.0, QSize(1426, 944)),
    "dark": ("dark", 1.0, QSize(720, 560)),
    "blocks": ("light", 0.3, QSize(440, 290)),
    "far": ("light", 0.1, QSize(150, 100)),
}


def drawn(name: str) -> QImage:
    """The sample on a canvas of a size, in a theme and a scale, without the date of review that grows old."""
    theme, scale, size = SHOWN[name]
    workspace = Workspace(load(resource("samples", "b2b-onboarding.journey")).values())
    set_field(workspace.document, (workspace.map_id,), "reviewed", None)
    workspace.show(theme=theme)
    canvas = CanvasView(workspace)
    canvas.curve_ready(CurveRaster)
    canvas.setFrameShape(canvas.Shape.NoFrame)  # whatever style an earlier test left behind
    canvas.resize(size + QSize(40, 40))  # the edge of a view belongs to the style, not to the picture
    canvas.zoom_to(scale)
    workspace.session.select((workspace.document.journey(workspace.map_id).touchpoints[8].id,))
    # Qt rounds the last pixels of a row by where the row ends in memory: they are drawn, but not compared
    image = QImage(size + QSize(32, 0), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHints(canvas.renderHints())
    painter.fillRect(image.rect(), canvas.backgroundBrush())
    canvas.render(painter, image.rect().toRectF(), image.rect())
    painter.end()
    canvas.end()
    return image.copy(0, 0, size.width(), size.height())


@pytest.mark.parametrize("name", SHOWN)
def test_the_canvas_looks_as_it_did(qapp: QApplication, tmp_path: Path, name: str):
    kept = QImage(str(KEPT / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB32)
    image = drawn(name)
    if image != kept:
        image.save(str(tmp_path / f"{name}.png"))
    assert image == kept, f"{name} looks otherwise: see {tmp_path}"


if __name__ == "__main__":
    import tests.conftest  # noqa: F401 # pyright: ignore[reportUnusedImport] # fonts and screen as in the tests

    app = QApplication([])
    KEPT.mkdir(exist_ok=True)
    for each in SHOWN:
        drawn(each).save(str(KEPT / f"{each}.png"))
