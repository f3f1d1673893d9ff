"""Copying what is selected: as cards for this or another window, as lines, as a table, as a picture."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from journey_editor.assets import _, ngettext
from journey_editor.core.capture.writing import lines_of
from journey_editor.core.edits.fragments import CannotInsert, cut, insert
from journey_editor.core.edits.place import Slot
from journey_editor.core.fragments import excerpt, read, take
from journey_editor.core.journey import Journey
from journey_editor.core.records import (
    Stage,
    Touchpoint,
)
from journey_editor.core.tables import as_html, as_tabs, rows_of
from journey_editor.picture import draw
from journey_editor.poster.page import PosterOptions, natural_page
from journey_editor.poster.sheet import Page
from journey_editor.storage.format import dumps, loads
from journey_editor.storage.refusal import Refusal
from journey_editor.ui.painter import paint_elements
from journey_editor.ui.warming import curve_parts, poster_writer
from journey_editor.ui.workspace import Workspace

FRAGMENT_MIME = "application/x-journey-fragment+json"
SVG_MIME = "image/svg+xml"
LARGEST = 16_000.0  # pixels: a wider or higher image is of no use to those who paste it
MOST_PIXELS = 40_000_000.0
SHARPEST = 2.0  # pixels a point


class Canvas(Protocol):
    """What copying needs of the map."""

    def ensure_visible(self, record: str) -> None:
        """Scroll as little as shows a record."""
        ...


class Clipboard(QObject):
    """Copies, cuts and takes cards. `slot` tells where the next card goes, None for the tray."""

    def __init__(
        self, workspace: Workspace, canvas: Canvas, slot: Callable[[], Slot | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._canvas, self._slot = workspace, canvas, slot

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what actions may ask, by name."""
        return {
            "copy": self.copy, "cut": self.cut, "copy_table": self.copy_table, "copy_picture": self.copy_picture,
        }  # fmt: skip

    def copy(self) -> bool:
        """Copy what is selected; returns whether there was anything to copy."""
        return self._copied(keeps_votes=False)

    def cut(self) -> None:
        """Copy what is selected and remove it."""
        selected = self._workspace.session.selected
        following = self._following()
        if self._copied(keeps_votes=True) and cut(self._workspace.document, selected) and following is not None:
            self._workspace.session.select((following,))

    def copy_table(self) -> None:
        """Copy the selected touchpoints, or all of the map, as a table for spreadsheets."""
        workspace = self._workspace
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            rows = rows_of(workspace.document, workspace.map_id, self._cards() or None)
            data = QMimeData()
            data.setText(as_tabs(rows))
            data.setHtml(as_html(rows))
        finally:
            QGuiApplication.restoreOverrideCursor()
        QGuiApplication.clipboard().setMimeData(data)
        count = len(rows) - 1
        words = ngettext("Copied as a table: {count} touchpoint.", "Copied as a table: {count} touchpoints.", count)
        workspace.noticed.emit(words.format(count=f"{count:,}"))

    def copy_picture(self) -> None:
        """Copy the selected touchpoints, or the whole map, as a picture: PNG and SVG."""
        workspace = self._workspace
        cards = self._cards()
        shown = excerpt(workspace.document, workspace.map_id, frozenset(cards)) if cards else workspace.document
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            # what is selected stands for itself; the whole map is copied as it is seen
            options = PosterOptions(today=date.today(), only=None if cards else workspace.view.only)
            data = QMimeData()
            data.setImageData(image_of(shown.journey(workspace.map_id), options))
            data.setData(SVG_MIME, poster_writer(".svg")(shown.records, workspace.map_id, options, natural=True))
        finally:
            QGuiApplication.restoreOverrideCursor()
        QGuiApplication.clipboard().setMimeData(data)
        words = ngettext("{count} touchpoint is copied as a picture.", "{count} touchpoints are copied as a picture.",
                         len(cards))  # fmt: skip
        workspace.noticed.emit(words.format(count=len(cards)) if cards else _("The map is copied as a picture."))

    def takes(self, data: QMimeData, in_tray: bool = False) -> bool:
        """Paste cards that were copied, on the map or into the tray; returns whether there are any, or should be."""
        if not data.hasFormat(FRAGMENT_MIME):
            return False
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._take(bytes(data.data(FRAGMENT_MIME).data()), in_tray)
        except (Refusal, CannotInsert) as error:
            self._workspace.noticed.emit(str(error))
        finally:
            QGuiApplication.restoreOverrideCursor()
        return True

    # inside

    def _copied(self, keeps_votes: bool) -> bool:
        workspace = self._workspace
        document, map_id, selected = workspace.document, workspace.map_id, workspace.session.selected
        found = take(document, map_id, selected, keeps_votes)
        if not found:
            workspace.noticed.emit(_("Select touchpoints, stages or notes to copy."))
            return False
        data = QMimeData()
        data.setData(FRAGMENT_MIME, dumps(found))
        data.setText(lines_of(document, map_id, selected))
        if cards := self._cards():
            data.setHtml(as_html(rows_of(document, map_id, cards)))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def _take(self, data: bytes, in_tray: bool) -> None:
        workspace = self._workspace
        fragment = read(loads(data, _("What was copied")))
        if fragment.is_empty:
            workspace.noticed.emit(_("There is nothing here to paste."))
            return
        holder = workspace.holder
        stage = holder.stage if isinstance(holder, Touchpoint) else holder.id if isinstance(holder, Stage) else None
        on = holder.id if holder is not None else None
        slot = None if in_tray else self._slot()
        new = insert(workspace.document, fragment, workspace.map_id, slot, on, stage)
        if not new:
            return  # the lock has told why
        workspace.session.select(new)
        self._canvas.ensure_visible(new[-1])
        words = ngettext("{count} thing was pasted.", "{count} things were pasted.", len(new))
        workspace.offered.emit(workspace.with_undo(words.format(count=f"{len(new):,}")))

    def _cards(self) -> list[str]:
        """Return the selected touchpoints, and those in the selected stages."""
        workspace = self._workspace
        if not workspace.has_map:
            return []
        chosen = set(workspace.session.selected)
        journey = workspace.document.journey(workspace.map_id)
        cards = (*journey.touchpoints, *journey.tray)
        return [each.id for each in cards if each.id in chosen or each.stage in chosen]

    def _following(self) -> str | None:
        """Return the touchpoint to select once the selected ones are gone: the next one, else the one before."""
        workspace = self._workspace
        cards = (
            [each.id for each in workspace.document.journey(workspace.map_id).touchpoints] if workspace.has_map else []
        )
        going = set(self._cards())
        places = [place for place, each in enumerate(cards) if each in going]
        if not places:
            return None
        return next((each for each in (*cards[places[-1] :], *reversed(cards[: places[0]])) if each not in going), None)


def image_of(journey: Journey, options: PosterOptions) -> QImage:
    """Return a map at its natural size as pixels, two a point, fewer where it would be larger than programs take."""
    parts = curve_parts()
    page: Page = natural_page(journey, options, lambda journey, asked: draw(journey, asked, parts))
    longest, area = max(page.width, page.height), page.width * page.height
    scale = min(SHARPEST, LARGEST / longest, (MOST_PIXELS / area) ** 0.5)
    image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale * page.scale, scale * page.scale)
    paint_elements(painter, page.elements, max(scale, 1.0))
    painter.end()
    return image
