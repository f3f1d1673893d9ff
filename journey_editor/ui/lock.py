"""The structure lock of the map that is shown: the one place that is asked before stages or lanes change."""

from collections.abc import Callable

from journey_editor.assets import _
from journey_editor.core.change import Change
from journey_editor.core.document import Document
from journey_editor.core.edits.structure import against_lock, is_locked, set_locked
from journey_editor.ui.notice import Notice


class StructureLock:
    """Guards the document, so that no hand, key, list or line gets round it, and says what it held with "Unlock".

    Who begins something that takes a while, such as a drag or a name being typed, asks `holds` before.
    """

    def __init__(self, document: Document, shown: Callable[[], str], tell: Callable[[Notice], None]) -> None:
        self._document, self._shown, self._tell = document, shown, tell
        document.guard(self._guard)

    @property
    def is_on(self) -> bool:
        """Whether the map that is shown is locked."""
        return is_locked(self._document.records, self._shown())

    def toggle(self) -> None:
        """Lock the map that is shown, or unlock it."""
        set_locked(self._document, self._shown(), not self.is_on)

    def holds(self) -> bool:
        """Return whether stages and lanes must stay as they are, and say so where they must."""
        if self.is_on:
            self._say(_("Stages and lanes are locked: they stay as they are."))
        return self.is_on

    def _guard(self, change: Change) -> Callable[[], None] | None:
        sentence = against_lock(change, self._document.records, self._shown())
        return (lambda: self._say(sentence)) if sentence else None

    def _say(self, sentence: str) -> None:
        self._tell(Notice(sentence, _("Unlock"), self._unlock))

    def _unlock(self) -> None:
        if self.is_on:
            self.toggle()
