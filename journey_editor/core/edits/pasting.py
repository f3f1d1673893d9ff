"""Many lines or rows put onto a map at once: written onto a copy first, so that what they make can be shown."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from journey_editor.assets import _
from journey_editor.core.capture.captured import Captured
from journey_editor.core.change import Change
from journey_editor.core.document import Document, Event
from journey_editor.core.edits.minutes import Landing, Minutes
from journey_editor.core.parts import Basis
from journey_editor.core.records import Record, Stage


@dataclass(frozen=True, slots=True)
class Entry:
    """One line or row of what is pasted: its number, from 1, what it says, and what it says of its stage.

    `stage` is the name of the stage that it goes to first ("": where the one before went); `anew` makes another one
    of that name. `contributors` are names of owners.
    """

    number: int
    captured: Captured
    stage: str = ""
    anew: bool = False
    when: str = ""
    contributors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What was not understood: the number of the line or row, from 1, and what is to be said of it."""

    line: int
    words: str


class Draft:
    """Writes entries onto a copy of a document, one by one; the document itself changes when it is applied.

    So the work can be done in pieces and given up between them, and what it makes is known before it is made.
    """

    def __init__(
        self, document: Document, map_id: str, landing: Landing | None = None, basis: Basis = "assumption"
    ) -> None:
        self._document = document
        self._copy = Document(document.records.values(), document.new_id)
        self._change = Change()
        self._copy.listen(self._hear)
        self._open = ExitStack()
        self._open.enter_context(self._copy.transaction(""))
        self._minutes = Minutes(self._copy, map_id, basis, landing)
        self._remarks: list[Remark] = []

    def write(self, entry: Entry) -> None:
        """Write one entry."""
        minutes = self._minutes
        if entry.stage:
            minutes.enter(entry.stage, entry.anew)
        said = minutes.write(entry.captured)
        self._remarks += [Remark(entry.number, words) for words in said]
        if not entry.when and not entry.contributors:
            return
        if minutes.stage is None:
            words = _("there is no stage that {words} could be said of")
            self._remarks.append(
                Remark(entry.number, words.format(words=", ".join(filter(None, (*entry.contributors, entry.when)))))
            )
        else:
            self._fill_stage(minutes.stage, entry)

    def finish(self) -> Change:
        """End the writing and return what it makes."""
        self._open.close()
        return self._change

    @property
    def touchpoints(self) -> Sequence[str]:
        """The touchpoints that are made, in the order of the entries."""
        return self._minutes.made

    @property
    def remarks(self) -> Sequence[Remark]:
        """What could not be done, by the entries' numbers."""
        return self._remarks

    def apply(self, label: str) -> None:
        """Let the document have what was written, as one step of undo. Nothing else may have changed it meanwhile."""
        with self._document.transaction(label):
            put_all(self._document, self.finish())

    def _hear(self, event: Event) -> None:
        self._change = event.change

    def _fill_stage(self, stage_id: str, entry: Entry) -> None:
        stage = self._copy.records[stage_id]
        if not isinstance(stage, Stage):
            return
        owners = [self._minutes.owner(name) for name in entry.contributors]
        known = (*stage.contributors, stage.owner)
        contributors = (*stage.contributors, *dict.fromkeys(each for each in owners if each not in known))
        self._copy.put(stage.with_(when=stage.when or entry.when, contributors=contributors))


def put_all(document: Document, change: Change) -> None:
    """Put all that a change adds or alters, within a transaction."""
    changed: list[Record] = [after for _, _, after in change if after is not None]
    for record in changed:
        document.put(record)
