"""What is dropped on a window finds its handler: maps open, minutes and tables are read, pictures are kept."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QMimeData, QObject, QPointF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QPainter
from PySide6.QtWidgets import QWidget

from journey_editor.assets import _
from journey_editor.core.edits.minutes import Landing
from journey_editor.core.edits.pictures import Pictured
from journey_editor.core.titles import shortened
from journey_editor.interchange.endings import DIAGRAMS, MARKDOWN, MINUTES, TABLES
from journey_editor.interchange.mermaid import is_journey
from journey_editor.interchange.minutes import reading_minutes
from journey_editor.interchange.pasted import LINES
from journey_editor.layout.hit import element_at, landing_at
from journey_editor.layout.primitives import Element, Picture as Drawn, Rect
from journey_editor.layout.style import Style
from journey_editor.storage.decoding import plain_text
from journey_editor.storage.format import read_bytes
from journey_editor.storage.refusal import Refusal
from journey_editor.storage.shape import FORMAT
from journey_editor.ui.canvas.tools.ghost import paint_landing
from journey_editor.ui.dialogs.progress import worked
from journey_editor.ui.images import BadPicture, Encoded, encoded, encoded_file
from journey_editor.ui.pasting import Line, Pasting, html_in, text_in
from journey_editor.ui.picturing import Picturing
from journey_editor.ui.workspace import TOOL_MIME, TRAY_MIME, Workspace

PICTURES = (".png", ".jpg", ".jpeg")
MAPS = (".journey", ".json")


class Map(Protocol):
    """What dropping needs of the canvas."""

    @property
    def picture(self) -> Drawn:
        """The map as it is shown."""
        ...

    @property
    def look(self) -> Style:
        """The theme of the picture."""
        ...

    def viewport(self) -> QWidget:
        """What shows the map."""
        ...

    def on_map(self, place: Any) -> QPointF:
        """The place on the map of a place of the viewport."""
        ...

    def ensure_visible(self, record: str) -> None:
        """Scroll as little as shows a record."""
        ...

    def guide(self, guide: Callable[[QPainter, float], None] | None) -> None:
        """Show a guide over the map, or none."""
        ...


class Drops(QObject):
    """Handles drags over a window; texts go the way of what is pasted, with a place where they land.

    `open_wanted` carries the path of a file that is to be opened as a map.
    """

    open_wanted = Signal(str)

    def __init__(self, workspace: Workspace, canvas: Map, line: Line, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._canvas, self._window = workspace, canvas, window
        self.pasting = Pasting(workspace, line, window)
        self.pictures = Picturing(workspace, window)
        self.beside: Callable[[QPointF], str | None] = lambda _place: None  # who gets a picture dropped beside the map
        self.pasting.shown.connect(canvas.ensure_visible)
        self.pasting.takers.append(self._takes)

    # the drag

    def enter(self, event: QDragEnterEvent) -> None:
        """Take a drag that carries something with a handler."""
        data = event.mimeData()
        if data.hasFormat(TOOL_MIME) or data.hasFormat(TRAY_MIME):
            return
        if _paths_in(data) or data.hasText() or data.hasHtml() or data.hasImage():
            event.acceptProposedAction()

    def move(self, event: QDragMoveEvent) -> None:
        """Show where it would land on the map."""
        mark = self._mark(event.mimeData(), event.position())
        accent = self._canvas.look.accent
        self._canvas.guide(None if mark is None else lambda painter, scale: paint_landing(painter, mark, accent, scale))
        event.acceptProposedAction()

    def leave(self) -> None:
        """The drag has gone."""
        self._canvas.guide(None)

    def drop(self, event: QDropEvent) -> None:
        """Let the handler have it."""
        self.leave()
        data, place = event.mimeData(), event.position()
        event.acceptProposedAction()
        paths = _paths_in(data)
        if paths:
            self.take_files(paths, self._card_at(place) or self.beside(place))
        elif data.hasImage() and not data.hasText():
            self._take_image(QImage(data.imageData()), self._card_at(place) or self.beside(place))
        elif data.hasText() or data.hasHtml():
            self.pasting.take(text_in(data), html_in(data), self._landing_at(place) or Landing(tray=True))

    # what was dropped

    def take_files(self, paths: Sequence[Path], card: str | None = None) -> None:
        """Take files; pictures become that of a card."""
        for path in paths:
            try:
                self._take_file(path, card)
            except (Refusal, BadPicture) as error:
                words = str(error)
                self._workspace.noticed.emit(words if path.name in words else f"{path.name}: {words}")

    def _takes(self, data: QMimeData, _in_tray: bool) -> bool:
        """Take files and pictures that are pasted; a picture becomes that of the selected touchpoint or persona."""
        paths, current = _paths_in(data), self._workspace.current
        card = current.id if isinstance(current, Pictured) else None
        if paths:
            self.take_files(paths, card)
        elif data.hasImage() and not data.hasText() and not data.hasHtml():
            self._take_image(QImage(data.imageData()), card)
        else:
            return False
        return True

    def _take_file(self, path: Path, card: str | None) -> None:
        ending = path.suffix.lower()
        if ending in MAPS:
            self.open_wanted.emit(str(path))
        elif ending in PICTURES:
            data = read_bytes(path)
            self._take_picture(lambda: encoded_file(data), card)
        elif ending in (*TABLES, *DIAGRAMS, *MINUTES, *MARKDOWN):
            data = read_bytes(path)
            if f'"{FORMAT}"'.encode() in data[:2_000]:
                self.open_wanted.emit(str(path))
                return
            text = plain_text(data, path.name)
            if ending in (*MINUTES, *MARKDOWN) and not is_journey(text) and not _is_table(text):
                self._import(data, text, path)
            else:
                self.pasting.take(text, name=path.name)
        else:
            words = _("A map takes no {name}, but maps, minutes (.txt), tables (.csv), diagrams (.mmd) and pictures.")
            self._workspace.noticed.emit(words.format(name=shortened(path.name, 60)))

    def _import(self, data: bytes, text: str, path: Path) -> None:
        """Make minutes a map in a window of its own."""
        lines = sum(bool(line.strip()) for line in text.splitlines())
        if lines > LINES:
            words = _("{name}: {count} lines are too many for a window; at most {limit} are taken.")
            sentence = words.format(name=path.name, count=f"{lines:,}", limit=f"{LINES:,}")
            self._workspace.noticed.emit(sentence)
            return
        words = _("Reading {name} …").format(name=shortened(path.name, 40))
        done, imported = worked(self._window, words, reading_minutes(data, path.name, date.today()))
        if done:
            self.pasting.map_wanted.emit(imported.records)

    def _take_image(self, image: QImage, card: str | None) -> None:
        try:
            self._take_picture(lambda: encoded(image), card)
        except BadPicture as error:
            self._workspace.noticed.emit(str(error))

    def _take_picture(self, encode: Callable[[], Encoded], card: str | None) -> None:
        workspace = self._workspace
        if card is None:
            workspace.noticed.emit(
                _("A picture is kept by a touchpoint or a persona: drop it there, or select one and paste it.")
            )
            return
        self.pictures.take(encode, card)

    # places

    def _on_map(self, place: QPointF) -> QPointF | None:
        """Return the place on the map of a place of the window, None beside the map or where a page hides it."""
        view = self._canvas.viewport()
        inside = view.mapFrom(self._window, place)
        is_seen = view.isVisible() and QWidget.rect(view).contains(inside.toPoint())
        return self._canvas.on_map(inside) if is_seen else None

    def _card(self, place: QPointF) -> Element | None:
        where = self._on_map(place)
        element = element_at(self._canvas.picture, where.x(), where.y()) if where is not None else None
        records = self._workspace.document.records
        return element if element is not None and isinstance(records.get(element.record), Pictured) else None

    def _card_at(self, place: QPointF) -> str | None:
        element = self._card(place)
        return element.record if element is not None else None

    def _landing_at(self, place: QPointF) -> Landing | None:
        where = self._on_map(place)
        found = landing_at(self._canvas.picture, where.x(), where.y()) if where is not None else None
        return Landing(found.slot, lane=found.lane) if found is not None else None

    def _mark(self, data: QMimeData, place: QPointF) -> Rect | None:
        """Return what to mark where something would land, None where its place does not matter."""
        paths = _paths_in(data)
        if any(path.suffix.lower() in PICTURES for path in paths) or (data.hasImage() and not data.hasText()):
            element = self._card(place)
            return element.rect if element is not None else None
        where = self._on_map(place) if not paths else None
        found = landing_at(self._canvas.picture, where.x(), where.y()) if where is not None else None
        return found.mark if found is not None else None


def _paths_in(data: QMimeData) -> list[Path]:
    """Return the files that a drag carries."""
    urls = data.urls() if data.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def _is_table(text: str) -> bool:
    """Whether a text file holds a table of Markdown."""
    return text.lstrip().startswith("|")
