"""Words and cells that several pages share: where a record lies, its owner, its day, its numbers."""

from collections.abc import Mapping
from datetime import date

from journey_editor.assets import _
from journey_editor.core.dates import day_text
from journey_editor.core.records import Owner, Record, Stage, Touchpoint, Transition, name_of
from journey_editor.core.titles import called, shortened
from journey_editor.insight.measures import value_text
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.pages.cells import Cell, Tone

NAME = 200  # letters of a name in a cell
TOLD = 1000  # letters under the pointer
END = 60  # letters of an end of a transition

Records = Mapping[str, Record]


def where_words(records: Records, on: Record, with_stage: bool = True) -> str:
    """Return where a stage, touchpoint or transition lies: "Onboarding · Kick-off"."""
    if isinstance(on, Transition):
        source, target = (records.get(each or "") for each in (on.source, on.target))
        ends = (called(each, END) if each is not None else _("leaves") for each in (source, target))
        return called(on, NAME) if on.label.strip() else " → ".join(ends)
    stage = records.get(on.stage or "") if isinstance(on, Touchpoint) and with_stage else None
    return SEPARATOR.join([*([called(stage, END)] if isinstance(stage, Stage) else []), called(on, NAME)])


def where_cell(records: Records, on: str, with_stage: bool = True) -> Cell:
    """Return the cell of where something hangs; it leads there."""
    words = where_words(records, records[on], with_stage)
    return Cell(words, on, words.casefold(), "muted", tip=words)


def name_cell(record: Record, is_strong: bool = True) -> Cell:
    """Return the cell of what a record is called; it leads there."""
    whole = brief(name_of(record)) or called(record)
    words = shortened(whole, NAME)
    return Cell(words, record.id, words.casefold(), is_strong=is_strong, plain=whole, tip=whole)


def number_cell(value: float | None, unit: str, record: str, tone: Tone = "ink") -> Cell:
    """Return the cell of a number with its unit, which is copied without it."""
    if value is None:
        return Cell("–", record, tone="muted", plain="")
    return Cell(value_text(value, unit), record, value, tone, plain=f"{value:.10g}")


def owner_cell(records: Records, owner_id: str | None, record: str, is_asked: bool = True) -> Cell:
    """Return the cell of an owner; where there is none, and one is asked for, that is said. It leads to a record."""
    owner = records.get(owner_id or "")
    if isinstance(owner, Owner):
        words = called(owner, NAME)
        return Cell(words, record, words.casefold(), owner=owner.id)
    return Cell(_("no owner") if is_asked else "", record, tone="missing", plain="")


def due_cell(due: date | None, record: str, today: date, is_open: bool = True) -> Cell:
    """Return the cell of a day something is due on; one that has passed is told from others."""
    if due is None:
        return Cell(_("no date") if is_open else "", record, tone="missing", plain="")
    late = due < today and is_open
    tip = _("Overdue since {day}").format(day=day_text(due, today)) if late else ""
    tone: Tone = "pain" if late else "ink"
    return Cell(day_text(due, today), record, due.toordinal(), tone, late, due.isoformat(), tip)


def brief(words: str) -> str:
    """Return words in one line, as many as have room under the pointer."""
    return shortened(" ".join(words[: 2 * TOLD].split()), TOLD)
