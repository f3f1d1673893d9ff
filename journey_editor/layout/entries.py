"""The texts that stand in rows: what hangs on a stage and on its touchpoints, sorted by the rows it belongs to."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple, TypeVar

from journey_editor.assets import _
from journey_editor.core.measures import gap
from journey_editor.core.records import Metric, Note, Opportunity
from journey_editor.core.rows import METRIC, OPPORTUNITY
from journey_editor.layout import text

AnyRecord = TypeVar("AnyRecord")
Attached = tuple[tuple[AnyRecord, ...] | None, ...]
"""What hangs on each of some records, None where nothing does."""


class Entry(NamedTuple):
    """A text of a cell, the record that it is of, and how many votes it has.

    `status` is a word that stands behind it, `private` gives it a lock. A `quiet` one is a touchpoint's, in a cell
    where the stage has texts of its own. A `backed` one rests on evidence.
    """

    record: str
    text: str
    votes: int = 0
    status: str = ""
    private: bool = False
    quiet: bool = False
    backed: bool = False


Entries = tuple[tuple[str, Entry], ...]
"""Texts of any kind, each with its kind of row."""

Cell = Mapping[str, tuple[Entry, ...]]
"""The texts of a stage by their kind."""


def entries_of(
    notes: Attached[Note], opportunities: Attached[Opportunity], metrics: Attached[Metric], private: bool
) -> Entries:
    """Return what hangs on some records and is shown in rows; settled notes and dropped opportunities are not."""
    found: list[tuple[str, Entry]] = []
    for each in filter(None, notes):
        found += [
            (note.kind, Entry(note.id, note.text, note.votes, private=note.private, backed=bool(note.evidence)))
            for note in each
            if _is_shown(note, private)
        ]
    for each in filter(None, opportunities):
        found += [
            (OPPORTUNITY, Entry(planned.id, planned.text, planned.votes, _status(planned)))
            for planned in each
            if planned.status != "dropped" and text.clean(planned.text)
        ]
    for each in filter(None, metrics):
        found += [
            (METRIC, Entry(metric.id, words, backed=bool(metric.evidence)))
            for metric in each
            if (words := metric_text(metric))
        ]
    return tuple(found)


def cell_of(own: Entries, below: tuple[Entries, ...]) -> Cell:
    """Sort the texts of a stage into rows: its own, then those of its touchpoints `below` it, block by block."""
    found: dict[str, list[Entry]] = {}
    for kind, entry in own:
        found.setdefault(kind, []).append(entry)
    taken = frozenset(found)
    for kind, entry in chain.from_iterable(below):
        found.setdefault(kind, []).append(entry._replace(quiet=True) if kind in taken else entry)
    return {kind: tuple(entries) for kind, entries in found.items()}


def metric_text(metric: Metric) -> str:
    """Return a metric in one line: "Time to value 80 / 65 → 38 days ↓".

    Where it began and where it stands, where it should be, and which way is better. What people wrote of its gap stands
    behind that where none can be computed.
    """
    begun = _numbers((metric.baseline, metric.current))
    target = _numbers((metric.target,)) if metric.target not in (metric.current, None) or not begun else ""
    numbers = "\u00a0→\u00a0".join(filter(None, (begun, target)))
    unit = text.flat(metric.unit).replace(" ", "\u00a0")
    better = "↓" if metric.better == "lower" else "↑"
    measured = "\u00a0".join(filter(None, (numbers, unit, better))) if numbers else ""
    said = " ".join(filter(None, (text.flat(metric.name), measured)))
    own = text.flat(metric.gap_text).strip() if gap(metric) is None else ""
    return " · ".join(filter(None, (said, own)))


def _numbers(values: Iterable[float | None]) -> str:
    there = dict.fromkeys(value for value in values if value is not None)
    return "\u00a0/\u00a0".join(f"{value:,.10g}".replace(",", "\u00a0").replace("-", "−") for value in there)


def _status(planned: Opportunity) -> str:
    """Return how far an opportunity is, in a word; one that is only proposed is what they all begin as."""
    return {"planned": _("planned"), "doing": _("doing"), "done": _("done")}.get(planned.status, "")


def _is_shown(note: Note, private: bool) -> bool:
    return bool(text.clean(note.text)) and not note.resolved and (private or not note.private)
