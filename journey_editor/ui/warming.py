"""What the window needs only after it is shown: everything that takes long to import, in one place.

The functions import when they are called, for the sake of a quick start and of nothing else.
"""

import gc
import logging
import threading
from typing import Any

from PySide6.QtCore import QObject, Signal

LOG = logging.getLogger(__name__)


def curve_raster() -> Any:
    """Return what makes the pixels of the emotion curve."""
    from journey_editor.plots.raster import CurveRaster

    return CurveRaster


def curve_parts() -> Any:
    """Return what makes the vectors of the emotion curve."""
    from journey_editor.plots.figure import curve_parts

    return curve_parts


def flow_graph() -> Any:
    """Return what finds where the flow of a map leads, so that findings do not wait for it to be imported."""
    from journey_editor.core.graph import Ways

    return Ways


def matrix_raster() -> Any:
    """Return what makes the pixels behind the points of a worth–effort matrix."""
    from journey_editor.plots.matrix import matrix_raster

    return matrix_raster


def poster_writer(ending: str) -> Any:
    """Return what makes a poster of an ending: ".pdf", ".svg" or ".png". Raises KeyError for others."""
    from journey_editor.poster.export import poster_pdf, poster_png, poster_svg

    return {".pdf": poster_pdf, ".svg": poster_svg, ".png": poster_png}[ending]


def report_pages() -> Any:
    """Return what lays out the pages of a report or of the agenda of a stage."""
    from journey_editor.poster.report.export import report_pages

    return report_pages


def report_writer(ending: str) -> Any:
    """Return what makes a report or the agenda of a stage: ".pdf" or ".md". Raises KeyError for others."""
    from journey_editor.interchange.report.written import written_md
    from journey_editor.poster.report.export import report_pdf

    return {".pdf": report_pdf, ".md": written_md}[ending]


def actions_writer(ending: str) -> Any:
    """Return what makes an action list: ".xlsx", ".csv" or ".md". Raises KeyError for others."""
    from journey_editor.interchange.actions import actions_csv, actions_md, actions_xlsx

    return {".xlsx": actions_xlsx, ".csv": actions_csv, ".md": actions_md}[ending]


def spare_collections() -> None:
    """Let the garbage collector come seldom, from now on.

    What is there lives as long as the program: no need to walk over it again. An edit of a large map makes some 10,000
    short-lived objects, for which the usual thresholds would look through young ones a dozen times and now and then
    through all, in the middle of typing.
    """
    gc.freeze()
    gc.set_threshold(10_000, 5, 200)


class Warming(QObject):
    """Imports in a thread what draws the curve, and says when it is there."""

    done = Signal(object)

    def start(self) -> None:
        """Begin; `done` carries the maker of curves to the thread of the window."""
        threading.Thread(target=self._load, name="warming", daemon=True).start()

    def _load(self) -> None:
        try:
            make = curve_raster()
            flow_graph()
            matrix_raster()
        except ImportError:
            LOG.exception("The curve cannot be drawn.")
            return
        spare_collections()
        try:
            self.done.emit(make)
        except RuntimeError:
            LOG.info("The program ended before the curve could be drawn.")
