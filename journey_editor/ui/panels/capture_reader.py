"""What the capture line says while it is typed, and which names may be meant: followed by what shows it."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from journey_editor.core.capture.captured import Captured
from journey_editor.core.capture.completion import Choices, Completion
from journey_editor.core.capture.known import known_in
from journey_editor.core.capture.names import Known, folded
from journey_editor.core.edits.owners import owners_of
from journey_editor.layout.colors import owner_colors
from journey_editor.layout.style import Style
from journey_editor.ui.workspace import Workspace

LONG = 1000
"""Letters: a longer line is read when the hands rest, since reading it at each key would be felt."""

REST = 60  # ms


NOTHING_KNOWN = Choices(Known())
"""Enough for an empty line, which each Enter leaves behind."""


class CaptureReader(QObject):
    """Reads the line and offers names. The names of a map are gathered once for each state of it.

    `changed` tells that another line was read, or that other names are offered. Of these `row` would be taken, and
    `is_walked` says that somebody has gone into the list with the arrow keys.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._known: tuple[str, Known, Choices] | None = None
        self._is_stale = False
        self._colors: tuple[Style, dict[str, str]] | None = None
        self._closed: int | None = None
        self._waits: tuple[int, bool] | None = None
        self.text, self.captured = "", Captured()
        self.cursor = 0
        self.completion: Completion | None = None
        self.row, self.is_walked = 0, False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._read_now)
        workspace.changed.connect(self._forget)

    def read(self, text: str) -> Captured:
        """Read a line as it is; the one that is typed was read at its last letter."""
        known, is_read = self._known, text == self.text and self._waits is None and not self._is_stale
        if is_read and text.strip() and known is not None and known[0] == self._workspace.map_id:
            return self.captured
        return self._choices().read(text, date.today())

    def feeling(self, word: str) -> float:
        """Return the usual valence of a word."""
        return self._choices().vocabulary.feeling(word) or 0.0

    def owner_colors(self, style: Style) -> dict[str, str]:
        """Return the colours of the owners by their folded names."""
        if self._colors is None or self._colors[0] is not style:
            owners = owners_of(self._workspace.document)
            colors = owner_colors(tuple((each.id, each.color) for each in owners), style)
            self._colors = style, {folded(each.name): colors[each.id] for each in owners}
        return self._colors[1]

    def follow(self, text: str, cursor: int, offers: bool) -> None:
        """Read the line that is typed, up to a cursor; names are offered where somebody types."""
        self.text, self._waits = text, (cursor, offers)
        if len(text) > LONG:
            self._rest.start()
        else:
            self._read_now()

    def settle(self) -> None:
        """Read what still waits for the hands to rest."""
        if self._waits is not None:
            self._read_now()

    def move_to(self, cursor: int) -> None:
        """Follow the cursor: names are offered where somebody types, not elsewhere."""
        self.cursor = cursor
        if self.completion is not None and self._waits is None and cursor != self.completion.end:
            self.completion = None
            self.changed.emit()

    def walk(self, way: int) -> bool:
        """Go a row down (1) or up (-1) the list; above the first one the list is left. Returns whether it was there."""
        if self.completion is None or (way < 0 and not self.is_walked):
            return False
        if way < 0 and self.row == 0:
            self.is_walked = False
        else:
            self.row = min(self.row + way, len(self.completion.offers) - 1)
            self.is_walked = True
        self.changed.emit()
        return True

    def point_at(self, row: int) -> None:
        """Let the pointer say which name would be taken."""
        if self.completion is not None and row != self.row and row < len(self.completion.offers):
            self.row = row
            self.changed.emit()

    def close(self) -> None:
        """Offer nothing more for the name that is being typed."""
        if self.completion is not None:
            self._closed, self.completion = self.completion.start, None
            self.changed.emit()

    def _choices(self) -> Choices:
        map_id = self._workspace.map_id
        if self._known is None or self._is_stale or self._known[0] != map_id:
            known = known_in(self._workspace.document, map_id)
            same = self._known is not None and self._known[1] == known  # most edits leave all names as they are
            self._known = map_id, known, self._known[2] if self._known is not None and same else Choices(known)
            self._is_stale = False
        return self._known[2]

    def _forget(self, _event: object) -> None:
        self._is_stale, self._colors = True, None

    def _read_now(self) -> None:
        self._rest.stop()
        (self.cursor, offers), self._waits = self._waits or (self.cursor, False), None
        choices, today = self._choices() if self.text.strip() else NOTHING_KNOWN, date.today()
        self.captured = choices.read(self.text, today)
        found = choices.completion(self.text, self.cursor, today) if offers else None
        if found is None or found.start != self._closed:
            self._closed = None
        self.completion = found if self._closed is None else None
        self.row, self.is_walked = 0, False
        self.changed.emit()
