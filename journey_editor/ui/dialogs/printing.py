"""Printing: the page of the poster on the paper of the printer, exactly."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from journey_editor.assets import _
from journey_editor.core.journey import Journey
from journey_editor.poster.page import PosterOptions
from journey_editor.poster.sheet import Page
from journey_editor.ui.dialogs.workers import page_of
from journey_editor.ui.painter import paint_elements

POINTS = 72.0
MILLIMETRE = 25.4


def ask_and_print(parent: QWidget, journey: Journey, name: str, tell: Callable[[str], None]) -> bool:
    """Ask for a printer and print; returns whether anything was sent to it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print"))
    if not dialog.exec():
        return False
    if print_on(printer, journey):
        return True
    tell(_("The printer could not be started."))
    return False


def print_on(printer: QPrinter, journey: Journey) -> bool:
    """Print a map on a printer as it is set up; returns whether that began."""
    printer.setFullPage(True)
    page = page_for(printer, journey)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = printer.resolution() / POINTS * page.scale
    painter.scale(scale, scale)
    paint_elements(painter, page.elements, scale)
    painter.end()
    return True


def page_for(printer: QPrinter, journey: Journey) -> Page:
    """Return the page that fits the printer's paper, curve and all."""
    size = printer.pageLayout().fullRectPoints()
    width, height = (side / POINTS * MILLIMETRE for side in (size.width(), size.height()))
    full = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    if full.width() > 0 and full.height() > 0:
        width, height = full.width(), full.height()
    options = PosterOptions(today=date.today(), paper=f"{width:.3f}x{height:.3f}")
    return page_of(journey, options)
