"""Work for posters off the window's thread: laying out the preview, writing the file; both can be stopped."""

import logging
import queue
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journey_editor.assets import _
from journey_editor.core.journey import Journey
from journey_editor.core.records import Record
from journey_editor.picture import draw
from journey_editor.poster.page import PosterOptions, compose_page
from journey_editor.poster.paper import PaperError
from journey_editor.poster.sheet import Page
from journey_editor.storage import atomic
from journey_editor.ui.warming import curve_parts, poster_writer

LOG = logging.getLogger(__name__)


class Stopped(Exception):
    """The person stopped the export."""


def page_of(journey: Journey, options: PosterOptions) -> Page:
    """Return the page of a poster, curve and all. Raises PaperError."""
    parts = curve_parts()
    return compose_page(journey, options, lambda journey, asked: draw(journey, asked, parts))


class Previewer(QObject):
    """Lays pages out in a thread, only the last one asked for."""

    ready = Signal(object, object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._asked: queue.SimpleQueue[tuple[Journey, PosterOptions] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="preview", daemon=True)
        self._thread.start()

    def ask(self, journey: Journey, options: PosterOptions) -> None:
        """Lay out a page; `ready` carries it with its options."""
        self._asked.put((journey, options))

    def end(self) -> None:
        """Stop working."""
        self._asked.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (asked := self._asked.get()) is not None:
            while not self._asked.empty():
                asked = self._asked.get()
            if asked is None:
                return
            journey, options = asked
            try:
                page = page_of(journey, options)
            except PaperError as error:
                self.failed.emit(str(error))
            except Exception:
                LOG.exception("The preview failed")
                self.failed.emit(_("The preview could not be drawn; details are in the log."))
            else:
                self.ready.emit(page, options)


class Exporter(QObject):
    """Writes one poster in a thread: made in memory, then put in place whole."""

    progress = Signal(float)
    done = Signal(str)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, records: Mapping[str, Record], map_id: str, options: PosterOptions, path: Path) -> None:
        super().__init__()
        self._records, self._map_id, self._options, self._path = dict(records), map_id, options, path
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="export", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Give it up; nothing is written then."""
        self._stop.set()

    def wait(self) -> None:
        """Wait for its end."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            make: Callable[..., bytes] = poster_writer(self._path.suffix.lower())
            data = make(self._records, self._map_id, self._options, on_progress=self._tell)
            self._tell(1.0)
            atomic.write(self._path, data)
        except Stopped:
            self.stopped.emit()
        except (atomic.SaveError, PaperError) as error:
            self.failed.emit(str(error))
        except Exception:
            LOG.exception("The export failed")
            self.failed.emit(_("The poster could not be made; details are in the log."))
        else:
            self.done.emit(str(self._path))

    def _tell(self, done: float) -> None:
        if self._stop.is_set():
            raise Stopped
        self.progress.emit(done)
