"""Many lines or rows put onto a map at once: written onto a copy first, so that what they make can be shown."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from journey_editor.assets import _
from journey_editor.core.capture.captured import Captured
from journey_editor.core.change import Change
from journey_editor.core.document import Document, Event
from journey_editor.core.edits.minutes import Landing, Minutes
from journey_editor.core.parts import Basis
from journey_editor.core.records import Owner, Record, Stage, Touchpoint, name_of
from journey_editor.core.values import LIST_LIMIT

PIECE, PLACED = 400, 8
"""So many records are put in one piece, those that are laid out counting as several: a window can show them before
anybody has to wait."""


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


@dataclass(frozen=True, slots=True)
class Tally:
    """What a paste makes, in numbers; `stages` and `owners` are the names of those that were not there before."""

    touchpoints: int
    waiting: int
    feelings: int
    notes: int
    opportunities: int
    metrics: int
    stages: tuple[str, ...]
    owners: tuple[str, ...]


def tally(change: Change) -> Tally:
    """Count what a change adds; `waiting` are the touchpoints that lie in the tray."""
    by_kind: dict[str, list[Record]] = {}
    for record in change.added:
        by_kind.setdefault(record.kind_name, []).append(record)
    touchpoints = [each for each in by_kind.get("touchpoint", ()) if isinstance(each, Touchpoint)]
    return Tally(
        touchpoints=len(touchpoints),
        waiting=sum(each.stage is None for each in touchpoints),
        feelings=sum(each.emotion is not None for each in touchpoints),
        notes=len(by_kind.get("note", ())),
        opportunities=len(by_kind.get("opportunity", ())),
        metrics=len(by_kind.get("metric", ())),
        stages=tuple(name_of(each) for each in by_kind.get("stage", ())),
        owners=tuple(name_of(each) for each in by_kind.get("owner", ())),
    )


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

    def apply(self, label: str) -> bool:
        """Let the document have all that was written, as one step of undo; return whether it took it."""
        return all(is_taken for is_taken, _share in self.applying(label, "", LIST_LIMIT * 100))

    def applying(self, label: str, join: str, piece: int = PIECE) -> Iterator[tuple[bool, float]]:
        """Let the document have what was written in pieces that `join` makes one step of undo.

        Yields after each piece of such a weight whether the document took it, and the share that is done, from 0 to 1;
        a piece that it refused is the last.
        Nothing else may change the document meanwhile.
        """
        records = sorted((after for _, _, after in self.finish() if after is not None), key=_order)
        done = 0
        for some in _pieces(records, piece):
            with self._document.transaction(label, join) as attempt:
                for record in some:
                    self._document.put(record)
            done += len(some)
            yield not attempt.is_refused, done / len(records)
            if attempt.is_refused:
                return

    def _hear(self, event: Event) -> None:
        self._change = event.change

    def _fill_stage(self, stage_id: str, entry: Entry) -> None:
        stage = self._copy.records[stage_id]
        if not isinstance(stage, Stage):
            return
        if entry.when and stage.when not in ("", entry.when):
            words = _("“{stage}” keeps its time, {when}").format(stage=stage.name, when=stage.when)
            self._remarks.append(Remark(entry.number, words))
        owners = [self._minutes.owner(name) for name in entry.contributors]
        known = (*stage.contributors, stage.owner)
        contributors = (*stage.contributors, *dict.fromkeys(each for each in owners if each not in known))
        self._copy.put(stage.with_(when=stage.when or entry.when, contributors=contributors))


def _pieces(records: Sequence[Record], weight: int) -> Iterator[Sequence[Record]]:
    """Cut records into pieces of about a weight: what lies on the map has to be laid out, and so weighs more."""
    first, sum_so_far = 0, 0
    for place, record in enumerate(records):
        is_placed = isinstance(record, Stage) or (isinstance(record, Touchpoint) and record.stage is not None)
        sum_so_far += PLACED if is_placed else 1
        if sum_so_far >= weight:
            yield records[first : place + 1]
            first, sum_so_far = place + 1, 0
    if first < len(records):
        yield records[first:]


def _order(record: Record) -> int:
    """Let what others refer to come first."""
    return 0 if isinstance(record, Owner) else 1 if isinstance(record, Stage) else 2
