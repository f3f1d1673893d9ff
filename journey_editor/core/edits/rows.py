"""The rows below the lanes: which a map shows, in which order, rows of people's own, and the texts in their cells."""

from collections.abc import Iterable, Sequence
from typing import Any

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.attachments import LastRanks, attach_next, attached_to
from journey_editor.core.edits.place import rank_at
from journey_editor.core.journey import map_in
from journey_editor.core.records import Attached, Metric, Note, Opportunity, Touchpoint, map_of, name_of
from journey_editor.core.rows import (
    DEFAULT,
    METRIC,
    NO_ROWS,
    OPPORTUNITY,
    STANDARD,
    WITHOUT_TEXTS,
    is_own,
    row_kind,
    row_name,
    row_named,
    rows_of,
)
from journey_editor.core.titles import shortened


def set_rows(document: Document, map_id: str, rows: Sequence[str]) -> None:
    """Let a map show just these rows, in this order; without any it shows those that every map begins with.

    Raises KeyError where the id names no map.
    """
    found = map_in(document.records, map_id)
    wanted = tuple(dict.fromkeys(rows))
    if wanted != found.rows:
        with document.transaction(_("Choose rows")):
            document.put(found.with_(rows=wanted))


def choose_rows(document: Document, map_id: str, rows: Sequence[str]) -> None:
    """Let a map show a set of rows, () for the usual ones; its time axis and the numbers of its stages stay."""
    kept = tuple(each for each in rows_of(document, map_id) if each in WITHOUT_TEXTS)
    set_rows(document, map_id, (*kept, *(rows or DEFAULT)) if kept else rows)


def switch_row(document: Document, map_id: str, kind: str, is_shown: bool) -> None:
    """Show a row, at the place where it is usually read, or hide it; its texts stay."""
    rows = rows_of(document, map_id)
    if (kind in rows) == is_shown:
        return
    with document.transaction((_("Show row {name}") if is_shown else _("Hide row {name}")).format(name=_short(kind))):
        wanted = _with(rows, kind) if is_shown else tuple(each for each in rows if each != kind)
        set_rows(document, map_id, wanted or NO_ROWS)


def move_row(document: Document, map_id: str, kind: str, index: int) -> None:
    """Move a row so that it becomes the one at `index` among those that are shown."""
    rows = rows_of(document, map_id)
    others = [each for each in rows if each != kind]
    index = max(0, min(index, len(others)))
    if kind in rows and rows.index(kind) != index:
        with document.transaction(_("Move row {name}").format(name=_short(kind))):
            set_rows(document, map_id, (*others[:index], kind, *others[index:]))


def add_row(document: Document, map_id: str, name: str) -> str:
    """Show a row of any name, below the others, and return its kind; the name of a standard row means that one.

    Without a name nothing happens, and "" is returned.
    """
    kind = row_named(name)
    rows = rows_of(document, map_id)
    if kind and kind not in rows:
        with document.transaction(_("Add row {name}").format(name=_short(kind))):
            set_rows(document, map_id, _with(rows, kind) if not is_own(kind) else (*rows, kind))
    return kind


def rename_row(document: Document, map_id: str, kind: str, name: str) -> int:
    """Give a row of people's own another name, and its notes along; return how many notes those are.

    The name of a row that is there means that one: the notes go there.
    """
    wanted = row_named(name)
    if not wanted or wanted == kind or not is_own(kind):
        return 0
    with document.transaction(_("Rename row {name}").format(name=_short(kind))):
        moved = _turn(document, map_id, kind, wanted)
        rows = map_in(document.records, map_id).rows
        if kind in rows:
            set_rows(document, map_id, tuple(wanted if each == kind else each for each in rows))
    return moved


def remove_row(document: Document, map_id: str, kind: str) -> int:
    """Remove a row of people's own; its notes become plain ones. Return how many notes those are."""
    if not is_own(kind):
        return 0
    with document.transaction(_("Remove row {name}").format(name=_short(kind))):
        moved = _turn(document, map_id, kind, "other")
        rows = map_in(document.records, map_id).rows
        if kind in rows:
            set_rows(document, map_id, tuple(each for each in rows if each != kind) or NO_ROWS)
    return moved


def add_text(document: Document, on: str, kind: str, text: str = "", after: str | None = None) -> str:
    """Add a text to a row, on a stage, a touchpoint or a transition, and return its id.

    It stands right below another one of the same record, or (None) below all. `kind` is one of notes, or that of
    opportunities or metrics.
    """
    labels = {OPPORTUNITY: _("Add opportunity"), METRIC: _("Add metric")}
    with document.transaction(labels.get(kind) or _("Add note")):
        made = _made(document, on, kind, text)
        siblings = _siblings(document, on, made)
        place = next((index for index, each in enumerate(siblings, start=1) if each.id == after), len(siblings))
        made = made.with_(rank=rank_at(document, siblings, place))
        document.put(made)
    return made.id


def add_texts(document: Document, on: str, kind: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Add several texts to a row, below all of its record and in their order, and return their ids."""
    last_ranks: LastRanks = {}
    with document.transaction(_("Add texts")):
        if kind == OPPORTUNITY:
            return tuple(attach_next(document, Opportunity, on, last_ranks, text=each) for each in texts)
        if kind == METRIC:
            return tuple(attach_next(document, Metric, on, last_ranks, name=each) for each in texts)
        return tuple(attach_next(document, Note, on, last_ranks, kind=kind, text=each) for each in texts)


def place_text(document: Document, record_id: str, on: str, kind: str, before: str | None = None) -> str:
    """Move a text of a row onto another record, into another row, or before another one there ("": below all).

    Between notes, opportunities and metrics it is made anew, with its words and votes; the rest of what it said has no
    place there. Returns its id. Raises KeyError where the id names no text of a row.
    """
    each = document.records[record_id]
    if not isinstance(each, Attached):
        raise KeyError(record_id)
    if each.on == on and row_kind(each) == kind and before is None:
        return record_id
    with document.transaction(_label(each, kind)):
        made: Attached
        if isinstance(each, Note) and kind not in (OPPORTUNITY, METRIC):
            made = each.with_(on=on, kind=kind)
        elif row_kind(each) == kind:
            made = each.with_(on=on)
        else:
            made = _made(document, on, kind, name_of(each))
            if not isinstance(each, Metric) and not isinstance(made, Metric):
                made = made.with_(votes=each.votes)
            document.remove(record_id)
        siblings = [other for other in _siblings(document, on, made) if other.id != made.id]
        place = next((index for index, other in enumerate(siblings) if other.id == before), len(siblings))
        if each.on != on or each.id != made.id or before is not None:
            made = made.with_(rank=rank_at(document, siblings, place))
        document.put(made)
    return made.id


def copy_text(document: Document, record_id: str, on: str, kind: str, before: str | None = None) -> str:
    """Put a copy of a text of a row where `place_text` would move it, and return the copy's id."""
    each = document.records[record_id]
    if not isinstance(each, Attached):
        raise KeyError(record_id)
    labels = {"note": _("Copy note"), "opportunity": _("Copy opportunity"), "metric": _("Copy metric")}
    with document.transaction(labels[each.kind_name]):
        copy = each.with_(id=document.new_id(), origin=None)
        siblings = _siblings(document, each.on, each)
        copy = copy.with_(rank=rank_at(document, siblings, len(siblings)))
        document.put(copy)
        return place_text(document, copy.id, on, kind, before)


def loses(record: Attached, kind: str) -> bool:
    """Whether a text says more than its words and votes, which has no place in a row of another sort."""
    if isinstance(record, Note):
        stays = kind not in (OPPORTUNITY, METRIC)
    else:
        stays = row_kind(record) == kind
    if stays:
        return False
    plain = {"id", "map", "rank", "on", "kind", "origin", "name" if isinstance(record, Metric) else "text", "votes"}
    fields = type(record).model_fields
    return any(
        value != fields[name].get_default(call_default_factory=True)
        for name, value in record.__dict__.items()
        if name not in plain and name in fields
    )


def stage_of(document: Document, on: str) -> str | None:
    """Return the stage in whose cells the texts of a record stand: itself, or that of a touchpoint."""
    record = document.records.get(on)
    if isinstance(record, Touchpoint):
        return record.stage
    return on if record is not None and record.kind_name == "stage" else None


def _short(kind: str) -> str:
    """Return what a row is called where there is little room."""
    return shortened(row_name(kind), 40)


def _with(rows: Sequence[str], kind: str) -> tuple[str, ...]:
    """Return rows with one more, before the first that is usually read after it."""
    order = {each: place for place, each in enumerate(STANDARD)}
    own = order.get(kind, len(order))
    place = next((place for place, each in enumerate(rows) if order.get(each, -1) > own), len(rows))
    return (*rows[:place], kind, *rows[place:])


def _turn(document: Document, map_id: str, kind: str, wanted: str) -> int:
    """Turn all notes of a kind into another one, within a transaction; return how many there were."""
    found = [each for each in _notes(document, map_id) if each.kind == kind]
    for note in found:
        if wanted in (OPPORTUNITY, METRIC):
            if note.on != map_id:  # the parking lot holds notes only
                place_text(document, note.id, note.on, wanted)
        else:
            document.put(note.with_(kind=wanted))
    return len(found)


def _notes(document: Document, map_id: str) -> Iterable[Note]:
    return [each for each in document.records.values() if isinstance(each, Note) and each.map == map_id]


def _made(document: Document, on: str, kind: str, text: str) -> Note | Opportunity | Metric:
    map_id = map_of(document.records[on])
    if map_id is None:
        raise KeyError(on)
    same: dict[str, Any] = {"id": document.new_id(), "map": map_id, "rank": "a0", "on": on}
    if kind == OPPORTUNITY:
        return Opportunity(**same, text=text)
    if kind == METRIC:
        return Metric(**same, name=text)
    return Note(**same, kind=kind, text=text)


def _siblings(document: Document, on: str, record: Attached) -> tuple[Attached, ...]:
    """Return what is of the same sort as a record on another one, by rank."""
    if isinstance(record, Note):
        return attached_to(document, on, Note)
    if isinstance(record, Opportunity):
        return attached_to(document, on, Opportunity)
    return attached_to(document, on, Metric)


def _label(record: Attached, kind: str) -> str:
    if row_kind(record) != kind:
        return _("Move to row {name}").format(name=_short(kind))
    labels = {"note": _("Move note"), "opportunity": _("Move opportunity"), "metric": _("Move metric")}
    return labels[record.kind_name]
