"""What refers to what, and what happens when it is gone: data that the transaction's rules read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from journey_editor.core.records import Record

OnDelete = Literal["cascade", "clear"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that holds the id of another record, or a tuple of ids.

    `field` may lead into a part of the record (`moment.metric`). `cascade` deletes the record that refers,
    `clear` empties the reference or takes the id out of the list. `same_map` says that both lie in one map.
    """

    kind: str
    field: str
    targets: tuple[str, ...]
    on_delete: OnDelete
    same_map: bool = True
    many: bool = False


_ON = ("stage", "touchpoint", "transition")

REFERENCES: tuple[Reference, ...] = (
    *(
        Reference(kind, "map", ("map",), "cascade", same_map=False)
        for kind in ("stage", "touchpoint", "transition", "note", "opportunity", "metric")
    ),
    Reference("persona", "picture", ("picture",), "clear", same_map=False),
    Reference("map", "persona", ("persona",), "clear", same_map=False),
    Reference("map", "based_on", ("map",), "clear", same_map=False),
    Reference("stage", "owner", ("owner",), "clear", same_map=False),
    Reference("stage", "contributors", ("owner",), "clear", same_map=False, many=True),
    Reference("stage", "evidence", ("evidence",), "clear", same_map=False, many=True),
    Reference("touchpoint", "stage", ("stage",), "cascade"),
    Reference("touchpoint", "owner", ("owner",), "clear", same_map=False),
    Reference("touchpoint", "evidence", ("evidence",), "clear", same_map=False, many=True),
    Reference("touchpoint", "opens", ("map",), "clear", same_map=False),
    Reference("touchpoint", "picture", ("picture",), "clear", same_map=False),
    Reference("touchpoint", "moment.metric", ("metric",), "clear"),
    Reference("transition", "source", ("touchpoint",), "cascade"),
    Reference("transition", "target", ("touchpoint",), "cascade"),
    Reference("transition", "evidence", ("evidence",), "clear", same_map=False, many=True),
    Reference("note", "on", (*_ON, "map"), "cascade"),
    Reference("note", "evidence", ("evidence",), "clear", same_map=False, many=True),
    Reference("opportunity", "on", _ON, "cascade"),
    Reference("opportunity", "owner", ("owner",), "clear", same_map=False),
    Reference("opportunity", "answers", ("note",), "clear", many=True),
    Reference("opportunity", "metric", ("metric",), "clear"),
    Reference("metric", "on", _ON, "cascade"),
    Reference("metric", "owner", ("owner",), "clear", same_map=False),
    Reference("metric", "evidence", ("evidence",), "clear", same_map=False, many=True),
)

_BY_KIND: dict[str, tuple[Reference, ...]] = {
    kind: tuple(reference for reference in REFERENCES if reference.kind == kind)
    for kind in {reference.kind for reference in REFERENCES}
}


def references_of(kind: str) -> tuple[Reference, ...]:
    """Return the reference fields of a kind of record."""
    return _BY_KIND.get(kind, ())


def targets_of(record: Record, reference: Reference) -> tuple[str, ...]:
    """Return the ids that a record names in one of its reference fields."""
    value: object = record
    for name in reference.field.split("."):
        if value is None:
            return ()
        value = value.__dict__[name]
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)  # pyright: ignore[reportReturnType, reportUnknownVariableType]


def without_target(record: Record, reference: Reference, gone: str) -> Record:
    """Return the record with one id cleared from, or taken out of, one of its reference fields."""
    name, _, inner = reference.field.partition(".")
    value = record.__dict__[name]
    if inner:
        return record.with_(**{name: value.with_(**{inner: None})})
    if reference.many:
        return record.with_(**{name: tuple(item for item in value if item != gone)})
    return record.with_(**{name: None})


def renamed_targets(record: Record, ids: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a record that name any of some ids, with the new ids in their place."""
    fields: dict[str, Any] = {}
    for reference in references_of(record.kind_name):
        targets = targets_of(record, reference)
        if not any(each in ids for each in targets):
            continue
        led = tuple(ids.get(each, each) for each in targets)
        name, _, inner = reference.field.partition(".")
        if inner:
            fields[name] = record.__dict__[name].with_(**{inner: led[0]})
        else:
            fields[name] = led if reference.many else led[0]
    return fields
