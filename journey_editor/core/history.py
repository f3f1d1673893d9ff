"""Undo and redo without limit, as a list of changes with their labels."""

from dataclasses import dataclass

from journey_editor.core.change import Change, inverse, then
from journey_editor.core.document import Document, Event


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history: what it is called and what it did."""

    label: str
    change: Change
    join: str = ""


class History:
    """The edits of a person on one document. `position` counts the steps that are done; the rest can be redone."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._steps: list[Step] = []
        self._position = 0
        self._saved: int | None = 0
        self._open = False
        document.listen(self._hear)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, done and undone, oldest first."""
        return tuple(self._steps)

    @property
    def position(self) -> int:
        """How many of the steps are done."""
        return self._position

    @property
    def is_saved(self) -> bool:
        """Whether the document is as it was at the last `mark_saved`."""
        return self._saved == self._position

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, None where there is nothing."""
        return self._steps[self._position - 1].label if self._position else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, None where there is nothing."""
        return self._steps[self._position].label if self._position < len(self._steps) else None

    def mark_saved(self) -> None:
        """Remember that the document is saved as it is now."""
        self._saved = self._position
        self._open = False

    def mark_unsaved(self) -> None:
        """Remember that no state of the document is saved anywhere: it was read from another format."""
        self._saved = None

    def close_step(self) -> None:
        """End a step that edits in a row were joining, such as typing in a field."""
        self._open = False

    def undo(self) -> Event | None:
        """Take back the last step, or do nothing where there is none."""
        if not self._position:
            return None
        self._open = False
        step = self._steps[self._position - 1]
        self._position -= 1
        event = self._document.apply(inverse(step.change), step.label, "undo")
        self._steps[self._position] = Step(step.label, inverse(event.change))
        return event

    def redo(self) -> Event | None:
        """Do the last undone step again, or do nothing where there is none."""
        if self._position == len(self._steps):
            return None
        self._open = False
        step = self._steps[self._position]
        self._position += 1
        event = self._document.apply(step.change, step.label, "redo")
        self._steps[self._position - 1] = Step(step.label, event.change)
        return event

    def go_to(self, position: int) -> None:
        """Undo or redo until so many steps are done. Raises ValueError where there are not so many."""
        if not 0 <= position <= len(self._steps):
            raise ValueError(position)
        while self._position > position:
            self.undo()
        while self._position < position:
            self.redo()

    def _hear(self, event: Event) -> None:
        if event.origin != "user" or not event.change:
            return
        if self._saved is not None and self._saved > self._position:
            self._saved = None  # the saved state lay among the undone steps that end here
        del self._steps[self._position :]
        last = self._steps[-1] if self._steps else None
        if last and self._open and event.join and last.join == event.join:
            self._join(last, event)
            return
        self._steps.append(Step(event.label, event.change, event.join))
        self._position += 1
        self._open = True

    def _join(self, last: Step, event: Event) -> None:
        change = then(last.change, event.change)
        if change:
            self._steps[-1] = Step(last.label, change, event.join)
            return
        self._steps.pop()  # typed and deleted again: there is nothing to take back
        self._position -= 1
        self._open = False
