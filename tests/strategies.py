"""Whole files of records for property tests, with every field of the model and references that fit."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from journey_editor.core.parts import Moment, Part
from journey_editor.core.records import FILE_KINDS, MAP_KINDS, Head, JourneyMap, Record, Transition
from journey_editor.core.schema import references_of
from journey_editor.core.values import (
    Amount,
    Count,
    Day,
    DaysBetween,
    Hands,
    History,
    Id,
    Ids,
    Number,
    Rank,
    Score,
    Share,
    Switch,
    Texts,
    Valence,
    is_text,
)
from journey_editor.storage.shape import FILE_KEYS, map_keys, shape_of

Pools = Mapping[str, list[str]]

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\t\n"), max_size=12)
ranks = st.text("059AZaz", min_size=1, max_size=4) | st.sampled_from(["a0", "a1", "b00", "z" * 64])
ids = st.text("aZ09_-", min_size=1, max_size=64)
days = st.dates()
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-1000, 1000).map(float)
counts = st.integers(0, 10**20)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)

_BY_HINT: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (Texts, st.lists(texts, max_size=3)),
    (Rank, ranks),
    (Id, ids),
    (Ids, st.lists(ids, max_size=2)),
    (Day, days),
    (Number, numbers),
    (Valence, st.floats(-2, 2)),
    (Share, st.floats(0, 1)),
    (Amount, numbers.map(abs)),
    (Count, counts),
    (DaysBetween, st.integers(1, 10**9)),
    (Score, st.integers(1, 5)),
    (Switch, st.booleans()),
    (Hands, st.lists(counts, min_size=5, max_size=5)),
    (History, st.lists(st.tuples(days, numbers), max_size=2)),
    (str, st.text("ABC/+=", max_size=8)),
]


@st.composite
def files(draw: st.DrawFn) -> dict[str, Record]:
    """A whole file: its head, what its maps share, and up to two maps with everything in them."""
    names = _names(draw)
    shared = {model.kind_name: next(names) for model in FILE_KINDS.values()}
    made = [draw(_parts(Head))]
    made += [_record(draw, model, each, shared) for model in FILE_KINDS.values() for each in shared[model.kind_name]]
    for map_id in shared["map"]:
        pools = {**shared, **{model.kind_name: next(names) for model in MAP_KINDS.values()}, "map_here": [map_id]}
        if not pools["touchpoint"]:
            pools["transition"] = []  # nothing to lead from
        if not pools["stage"] and not pools["touchpoint"]:
            pools["metric"] = []  # nothing to lie on
        for model in MAP_KINDS.values():
            made += [_record(draw, model, each, pools, map_id) for each in pools[model.kind_name]]
    return {record.id: record for record in made if record is not None}


def _names(draw: st.DrawFn) -> Iterator[list[str]]:
    """Yield lists of up to three ids, all different."""
    for number in count():
        beginnings = draw(st.lists(st.text("aZ_0", max_size=2), max_size=3))
        yield [f"{beginning}-{number}-{place}" for place, beginning in enumerate(beginnings)]


def _record(
    draw: st.DrawFn, model: type[Record], record_id: str, pools: Pools, map_id: str | None = None
) -> Record | None:
    """Draw a record whose references name records of these pools; None where it needs one and there is none."""
    fields: dict[str, Any] = {"id": record_id} if map_id is None else {"id": record_id, "map": map_id}
    for reference in references_of(model.kind_name):
        targets = [each for kind in reference.targets for each in _targets(pools, kind, reference.same_map)]
        if reference.field == "map":
            continue
        if "." in reference.field:
            part = draw(st.none() | _parts(Moment))
            fields["moment"] = part and part.with_(metric=draw(st.sampled_from([None, *targets])))
        elif reference.many:
            fields[reference.field] = draw(st.lists(st.sampled_from(targets), max_size=2)) if targets else ()
        elif not model.model_fields[reference.field].is_required():
            fields[reference.field] = draw(st.sampled_from([None, *targets]))
        elif targets:
            fields[reference.field] = draw(st.sampled_from(targets))
        else:
            return None
    if model is Transition and fields["target"] is None:
        fields["path"] = "abandon"
    return draw(_parts(model)).with_(**fields)


def _targets(pools: Pools, kind: str, same_map: bool) -> list[str]:
    return pools.get("map_here", []) if kind == "map" and same_map else pools[kind]


@cache
def _parts(model: type[Part]) -> st.SearchStrategy[Any]:
    """Records or parts of a kind with any values, and with keys that this version does not know."""
    hints = get_type_hints(model, include_extras=True)
    known = {Head: FILE_KEYS, JourneyMap: map_keys()}.get(model, shape_of(model).keys)  # pyright: ignore[reportArgumentType, reportCallIssue]
    required = {name: _values(hints[name]) for name, field in model.model_fields.items() if field.is_required()}
    if model is Transition:
        required["target"] = ids  # only some paths may do without; `_record` sees to that
    optional = {name: _values(hints[name]) for name in shape_of(model).keys - required.keys()}
    rest = st.dictionaries(texts.filter(lambda key: key not in known), json_values, max_size=2)
    if model in (Head, JourneyMap):
        rest |= st.builds(lambda key: {"unknown-list": [{"id": key, "of": [1.5, None]}]}, st.uuids().map(str))
    return st.fixed_dictionaries(required, optional=optional | {"rest": rest}).map(model.model_validate)


def _values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field by its annotation."""
    if is_text(hint):
        return texts
    for known, strategy in _BY_HINT:
        if hint == known:
            return strategy
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Part):
        return _parts(hint)
    inner = get_args(hint)
    if get_origin(hint) is Annotated:
        return _values(inner[0])
    if get_origin(hint) is tuple:
        return st.lists(_values(inner[0]), max_size=2).map(tuple)
    if type(None) in inner:
        return st.none() | _values(next(each for each in inner if each is not type(None)))
    raise LookupError(f"no strategy for {hint}")
