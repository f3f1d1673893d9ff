"""Work for what is exported off the window's thread: laying out a preview, writing a file; both can be stopped."""

import logging
import queue
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journey_editor.assets import _
from journey_editor.core.journey import Journey
from journey_editor.picture import draw
from journey_editor.poster.page import PosterOptions, compose_page
from journey_editor.poster.paper import PaperError
from journey_editor.poster.sheet import Page
from journey_editor.storage import atomic
from journey_editor.storage.refusal import Refusal
from journey_editor.ui.warming import curve_parts

LOG = logging.getLogger(__name__)


class Stopped(Exception):
    """The person stopped the export."""


def page_of(journey: Journey, options: PosterOptions) -> Page:
    """Return the page of a poster, curve and all. Raises PaperError."""
    parts = curve_parts()
    return compose_page(journey, options, lambda journey, asked: draw(journey, asked, parts))


class Previewer(QObject):
    """Lays pages out in a thread, only the last ones asked for."""

    ready = Signal(object, object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._asked: queue.SimpleQueue[tuple[Callable[[], object], object] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="preview", daemon=True)
        self._thread.start()

    def ask(self, make: Callable[[], object], options: object) -> None:
        """Lay something out; `ready` carries it with the options that it was made for."""
        self._asked.put((make, options))

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
            make, options = asked
            try:
                made = make()
            except PaperError as error:
                self.failed.emit(str(error))
            except Exception:
                LOG.exception("The preview failed")
                self.failed.emit(_("The preview could not be drawn; details are in the log."))
            else:
                self.ready.emit(made, options)


Make = Callable[[Callable[[float], None]], bytes]
"""Makes the bytes of a file and tells how far it is; what it tells may raise to stop it."""


class Exporter(QObject):
    """Writes one file in a thread: made in memory, then put in place whole. `failure` is said where it fails."""

    progress = Signal(float)
    done = Signal(str)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, make: Make, path: Path, failure: str) -> None:
        super().__init__()
        self._make, self._path, self._failure = make, path, failure
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
            data = self._make(self._tell)
            self._tell(1.0)
            atomic.write(self._path, data)
        except Stopped:
            self.stopped.emit()
        except (atomic.SaveError, PaperError, Refusal) as error:
            self.failed.emit(str(error))
        except Exception:
            LOG.exception("The export failed")
            self.failed.emit(self._failure)
        else:
            self.done.emit(str(self._path))

    def _tell(self, done: float) -> None:
        if self._stop.is_set():
            raise Stopped
        self.progress.emit(done)
