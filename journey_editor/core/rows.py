"""The rows below the lanes: which a map shows, in which order, and what people call them.

A map's `rows` names kinds of notes, `opportunity` and `metric`. Without any it shows those of the default rows that
have something in them; with some it shows exactly these, also empty ones, so that they can be filled. A blank name is
no row: `NO_ROWS` shows none.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.journey import Journey
from journey_editor.core.parts import NOTE_KINDS
from journey_editor.core.records import Metric, Note, Opportunity, Record

OPPORTUNITY, METRIC = "opportunity", "metric"
"""The rows that are no kind of note."""

TIME_AXIS, STAGE_NUMBERS = "time_axis", "stage_numbers"
"""What may stand among the rows and holds no texts."""

WITHOUT_TEXTS = frozenset((TIME_AXIS, STAGE_NUMBERS))

STANDARD: tuple[str, ...] = (*(kind for kind in NOTE_KINDS if kind != "other"), "other", OPPORTUNITY, METRIC)
"""The rows that every map offers, in the order in which they are read."""

DEFAULT: tuple[str, ...] = ("pain_point", OPPORTUNITY, METRIC)
NO_ROWS: tuple[str, ...] = ("",)

SETS: Mapping[str, tuple[str, ...]] = {
    "research": ("thought", "quote", "expectation", "question", "pain_point", "gain"),
    "classic": ("goal", "action", "pain_point", OPPORTUNITY, METRIC),
    "measures": ("success_criterion", METRIC),
    "none": NO_ROWS,
}
"""Named sets of rows. Of the eight classic ones touchpoints, emotions and owners are the map itself."""


def rows_shown(asked: Iterable[str], there: Collection[str]) -> tuple[str, ...]:
    """Return the rows that a map shows: those its `rows` ask for, without any the default ones that are `there`."""
    wanted = tuple(dict.fromkeys(asked))
    if not wanted:
        return tuple(kind for kind in DEFAULT if kind in there)
    return tuple(kind for kind in wanted if kind.strip())


def rows_of(document: Document, map_id: str) -> tuple[str, ...]:
    """Return the rows that a map of a document shows, those without texts too. Raises KeyError where there is none."""
    return rows_in(document.journey(map_id))


def rows_in(journey: Journey) -> tuple[str, ...]:
    """Return the rows that a map shows, those without texts too."""
    return rows_shown(journey.map.rows, () if journey.map.rows else frozenset(_kinds_shown(journey)))


def own_rows(journey: Journey) -> tuple[str, ...]:
    """Return the rows with names of people's own: those that the map names, and kinds of notes that it has."""
    kinds = dict.fromkeys(journey.map.rows)
    kinds |= dict.fromkeys(note.kind for notes in journey.notes.values() for note in notes if note.on != journey.map.id)
    return tuple(kind for kind in kinds if is_own(kind))


def is_own(kind: str) -> bool:
    """Whether a row has a name of people's own."""
    return bool(kind.strip()) and kind not in STANDARD and kind not in WITHOUT_TEXTS


def row_kind(record: Record) -> str:
    """Return the row that a record would stand in, "" for what stands in none."""
    if isinstance(record, Note):
        return record.kind
    return OPPORTUNITY if isinstance(record, Opportunity) else METRIC if isinstance(record, Metric) else ""


def row_named(name: str) -> str:
    """Return the row that a name means: a standard one by what it is called, else one of that very name."""
    asked = " ".join(name.split())
    folded = asked.casefold()
    known = {row_name(kind).casefold(): kind for kind in (*STANDARD, *WITHOUT_TEXTS)}
    return folded if folded in known.values() else known.get(folded, asked)


def row_name(kind: str) -> str:
    """Return what people call a row: a kind of note, opportunities or metrics."""
    names = {
        "goal": _("Goals"),
        "action": _("Does"),
        "thought": _("Thinks"),
        "quote": _("Says"),
        "expectation": _("Expects"),
        "question": _("Questions"),
        "pain_point": _("Pain points"),
        "gain": _("Gains"),
        "success_criterion": _("Success"),
        "policy": _("Policies"),
        "other": _("Notes"),
        OPPORTUNITY: _("Opportunities"),
        METRIC: _("Measured by"),
        TIME_AXIS: _("Time axis"),
        STAGE_NUMBERS: _("Numbers of stages"),
    }
    return names.get(kind) or " ".join(kind.split()) or _("Notes")


def _kinds_shown(journey: Journey) -> Iterator[str]:
    """Yield the kinds that have a text on a stage or on a touchpoint of one."""
    carriers = {each.id for each in (*journey.stages, *journey.touchpoints)}
    for on, notes in journey.notes.items():
        if on in carriers:
            yield from (note.kind for note in notes if note.text.strip() and not note.resolved)
    for on, planned in journey.opportunities.items():
        if on in carriers and any(each.text.strip() and each.status != "dropped" for each in planned):
            yield OPPORTUNITY
    if any(on in carriers for on in journey.metrics):
        yield METRIC
