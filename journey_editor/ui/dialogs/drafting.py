"""Entries written onto a copy of the map in steps, for dialogs that show what they make before it is made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Signal

from journey_editor.core.edits.drafts import Draft, Entry, Remark, Tally, tally
from journey_editor.core.edits.minutes import Landing
from journey_editor.interchange.steps import Steps
from journey_editor.ui.stepping import AT_ONCE, Stepper
from journey_editor.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Place:
    """Where entries that name no stage may go, and what that is called."""

    name: str
    landing: Landing


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was written, what it comes to, and what was not understood, in order."""

    draft: Draft
    tally: Tally
    remarks: tuple[Remark, ...]
    needs_place: bool

    @property
    def makes_something(self) -> bool:
        """Whether anything is changed by it."""
        return bool(self.draft.finish())


def drafting(
    workspace: Workspace, entries: Iterable[Entry], count: int, landing: Landing, remarks: Iterable[Remark]
) -> Steps[Drafted]:
    """Write about `count` entries for the map that is shown; `remarks` may grow while the entries are read."""
    draft = Draft(workspace.document, workspace.map_id, landing, workspace.basis)
    needs_place: bool | None = None
    for place, entry in enumerate(entries):
        if needs_place is None:
            needs_place = not entry.stage and not entry.captured.stages
        draft.write(entry)
        yield place / max(place + 1, count)
    made = tally(draft.finish())
    found = sorted((*remarks, *draft.remarks), key=lambda remark: remark.line)
    return Drafted(draft, made, tuple(found), bool(needs_place))


class Drafter(QObject):
    """Drafts anew whenever it is asked, giving up what it was at; short drafts are ready at once."""

    ready = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stepper: Stepper | None = None

    def draft(self, make: Callable[[], Steps[Any]]) -> None:
        """Do these steps; `ready` carries what comes of them."""
        self.stop()
        stepper = self._stepper = Stepper(make(), self)
        stepper.done.connect(self._done)
        end = perf_counter() + AT_ONCE
        stepper.start()
        while self._stepper is stepper and perf_counter() < end:
            stepper.turn()

    def stop(self) -> None:
        """Give up what is under way."""
        if self._stepper is not None:
            self._stepper.stop()
            self._stepper.deleteLater()
            self._stepper = None

    def _done(self, result: object) -> None:
        if self._stepper is not None:
            self._stepper.deleteLater()
            self._stepper = None
        self.ready.emit(result)
