"""What people call records and the listed words of the format."""

from typing import Any, get_args

from journey_editor.assets import _, marked
from journey_editor.core.edits.fields import field_value
from journey_editor.core.records import Record
from journey_editor.core.titles import called, in_line
from journey_editor.core.words import unnamed
from journey_editor.layout.entries import metric_text
from journey_editor.layout.title import state_name


def choices_of(kind: type[Record], field: str) -> tuple[tuple[Any, str], ...]:
    """Return the values that a field with listed words can take and what people call them; None is "not said"."""
    name, _dot, inner = field.partition(".")
    holder: Any = kind
    annotation = kind.model_fields[name].annotation
    if inner:
        holder = next(each for each in get_args(annotation) if each is not type(None))
        name, annotation = inner, holder.model_fields[inner].annotation
    found: list[tuple[Any, str]] = []
    if type(None) in get_args(annotation) or holder.model_fields[name].default is None:
        found.append((None, _("as usual") if name == "lanes_by" else _("not said")))
    values = _literals(annotation) or (1, 2, 3, 4, 5)
    return (*found, *((value, word_of(name, value)) for value in values))


def word_of(field: str, value: Any) -> str:
    """Return what a listed word is called."""
    if field == "state":
        return state_name(value).capitalize()
    if isinstance(value, int):
        return _(_SCORES[value]) if field == "severity" and value in _SCORES else str(value)
    return _(_WORDS.get(value, str(value).replace("_", " ").capitalize()))


def title_of(record: Record) -> str:
    """Return what a record is called in one line, with words for one that has no name yet."""
    if record.kind_name == "metric":
        return in_line(metric_text(record)) or unnamed("metric")  # pyright: ignore[reportArgumentType]
    if record.kind_name == "picture":
        return f"{field_value(record, 'type')} ({record.id})"
    return called(record)


def _literals(annotation: Any) -> tuple[Any, ...]:
    found = tuple(each for each in get_args(annotation) if isinstance(each, str))
    return found or tuple(each for part in get_args(annotation) for each in _literals(part))


_SCORES = {1: marked("1, slight"), 4: marked("4, serious"), 5: marked("5, blocks")}
_WORDS = {
    "pre_purchase": marked("Before purchase"),
    "post_churn": marked("After leaving"),
    "nps_comment": marked("NPS comment"),
    "crm": marked("CRM"),
    "win_loss": marked("Win and loss calls"),
    "self_serve_saas": marked("Self-serve SaaS"),
    "kpi": marked("KPI"),
    "interaction": marked("Interaction"),
    "action": marked("Customer alone"),
}
