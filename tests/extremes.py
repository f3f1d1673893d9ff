"""Maps at the edge of what the format allows: the longest texts in each field, long lists, crowds of everything."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import cycle, islice
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from journey_editor.core.parts import Part
from journey_editor.core.rank import anew
from journey_editor.core.records import (
    Evidence,
    Head,
    JourneyMap,
    Metric,
    Note,
    Opportunity,
    Owner,
    Persona,
    Record,
    Stage,
    Touchpoint,
    Transition,
)
from journey_editor.core.values import TEXT_LIMIT, Word

MAP = "m"
STYLES: Mapping[str, str] = {
    "words": "The quick brown fox jumps over the lazy dog while nobody answers the phone. ",
    "solid": "Donaudampfschifffahrtsgesellschaft",
    "lines": "Asks again\nand again\n\nhears nothing\tat all\r\n",
    "rtl": "الشبكة بطيئة جدا ولا أحد يجيب שלום עולם, 12 ",
    "marks": "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u0323\u0324 zalgo\u0336\u0489 ",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇩🇪😀",
}
"""What a text is made of, again and again: words, one word, lines, right to left, marks that pile up, emoji."""

MANY = 300
"""Entries of a long list."""


def text(style: str, length: int = TEXT_LIMIT, number: int = 0) -> str:
    """Return a text of so many letters; its number stands first, so that each differs."""
    start = f"{number} " if style != "solid" else f"{number}"
    return (start + "".join(islice(cycle(STYLES[style]), length)))[:length]


def extreme(style: str, length: int = TEXT_LIMIT, entries: int = MANY) -> list[Record]:
    """Return a file in which each text of each record has so many letters and each list many entries."""
    stages, touchpoints = [("s1", "a0"), ("s2", "a1")], [("t1", "s1", "a0"), ("t2", "s1", "a1"), ("t3", "s2", "a0")]
    base: dict[str, Any] = {"map": MAP, "rank": "a0", "evidence": ("e1", "e2"), "owner": "o1"}
    full = _Filled(style, length, entries)
    made: list[Record] = [full(Head, id="")]
    made += [full(Owner, id=f"o{n}", rank=f"a{n}", **({"color": "#44AA99"} if n == 2 else {})) for n in (1, 2)]
    made += [full(Persona, id=f"p{n}", rank=f"a{n}", picture=None) for n in (1, 2)]
    made += [full(Evidence, id=f"e{n}", rank=f"a{n}") for n in (1, 2)]
    for map_id in (MAP, "other"):
        made.append(full(JourneyMap, id=map_id, rank="a0", persona="p1", based_on=None, lanes_by=None, locked=False))
    made += [full(Stage, id=each, **base | {"rank": rank, "contributors": ("o1", "o2")}) for each, rank in stages]
    references = {"opens": "other", "picture": None}
    for each, stage, rank in (*touchpoints, ("t4", None, "a0")):
        made.append(full(Touchpoint, id=each, **base | references | {"stage": stage, "rank": rank}))
    made += [
        full(Transition, id="x1", map=MAP, source="t1", target="t3", path="alternative", evidence=("e1",)),
        full(Transition, id="x2", map=MAP, source="t3", target="t1", path="loop", evidence=()),
        full(Transition, id="x3", map=MAP, source="t2", target=None, path="abandon", evidence=()),
    ]
    for on in ("s1", "t1", "x1", MAP):
        made.append(full(Note, id=f"n-{on}", on=on, kind="pain_point", private=False, **_without(base, "owner")))
    made.append(full(Note, id="n-own", on="t1", private=False, **_without(base, "owner")))
    for on in ("s1", "t1", "x1"):
        given = _without(base, "evidence") | {"on": on, "answers": ("n-t1",), "metric": "k-t1"}
        made.append(full(Opportunity, id=f"i-{on}", **given))
        made.append(full(Metric, id=f"k-{on}", **base | {"on": on}))
    return made


def crowded(count: int = 200) -> list[Record]:
    """Return a map on one of whose cards so many notes, opportunities and metrics hang, with as much evidence."""
    found: list[Record] = [
        Head(),
        JourneyMap(id=MAP, rank="a0", title="Crowd"),
        Owner(id="o1", rank="a0", name="Sales"),
    ]
    found += [Evidence(id=f"e{n}", rank=rank, title=f"Interview {n}") for n, rank in enumerate(anew(count))]
    found.append(Stage(id="s1", map=MAP, rank="a0", name="Use"))
    evidence = tuple(f"e{n}" for n in range(count))
    for n in range(3):
        given = evidence if n == 1 else ()
        made = Touchpoint(id=f"t{n}", map=MAP, rank=f"a{n}", stage="s1", title=f"Step {n}", owner="o1", evidence=given)
        found.append(made)
    words = "Waits for an answer and hears nothing, again and again"
    for n, rank in enumerate(anew(count)):
        at: dict[str, Any] = {"map": MAP, "rank": rank, "on": "t1"}
        found.append(Note(id=f"n{n}", kind="pain_point", text=f"{n} {words}", **at))
        found.append(Opportunity(id=f"i{n}", text=f"{n} {words}", **at))
        found.append(Metric(id=f"k{n}", name=f"Metric {n}", current=n, target=100, **at))
    return found


def peopled(owners: int = 40, maps: int = 40, personas: int = 40, stages: int = 60) -> list[Record]:
    """Return a file of many owners, maps and personas, its first map of many stages, two cards in each."""
    found: list[Record] = [Head(title="Many")]
    found += [Owner(id=f"o{n}", rank=rank, name=f"Owner number {n}") for n, rank in enumerate(anew(owners))]
    found += [Persona(id=f"p{n}", rank=rank, name=f"Persona number {n}") for n, rank in enumerate(anew(personas))]
    for n, rank in enumerate(anew(maps)):
        found.append(JourneyMap(id=f"m{n}", rank=rank, title=f"Map number {n}", persona=f"p{n % personas}"))
        found += _stages(f"m{n}", stages if n == 0 else 1, owners)
    return found


def _stages(map_id: str, stages: int, owners: int) -> list[Record]:
    found: list[Record] = []
    for n, rank in enumerate(anew(stages)):
        stage = f"{map_id}s{n}"
        found.append(Stage(id=stage, map=map_id, rank=rank, name=f"Stage number {n}"))
        for at in range(2):
            owner = f"o{(2 * n + at) % owners}"
            title = f"Step {n} {at}"
            found.append(
                Touchpoint(id=f"{stage}t{at}", map=map_id, rank=f"a{at}", stage=stage, title=title, owner=owner)
            )
    return found


class _Filled:
    """Makes records whose fields are all as long as may be, those that are given aside."""

    def __init__(self, style: str, length: int, entries: int = MANY) -> None:
        self._style, self._length, self._entries, self._made = style, length, entries, 0

    def __call__(self, model: Callable[..., Record], /, **given: Any) -> Record:
        return model(**self._fields(model, given))

    def _fields(self, model: Any, given: Mapping[str, Any]) -> dict[str, Any]:
        fields = {name: each for name, each in model.model_fields.items() if name not in ("rest", *given)}
        return {**given} | {
            name: value for name, field in fields.items() if (value := self._value(field.annotation, name)) is not None
        }

    def _value(self, hint: Any, name: str) -> Any:
        if get_origin(hint) is Annotated:
            inner, *marks = get_args(hint)
            closed = any(isinstance(mark, Word) and mark.known and not mark.is_open for mark in marks)
            return None if closed else self._value(inner, name)
        if get_origin(hint) in (Union, UnionType):
            return next((value for each in get_args(hint) if (value := self._value(each, name)) is not None), None)
        if get_origin(hint) is tuple:
            return self._list(get_args(hint), name)
        if hint is str:
            self._made += 1
            return text(self._style, self._length, self._made) if name not in _IDS else None
        if isinstance(hint, type) and issubclass(hint, Part):
            return hint(**self._fields(hint, {}))
        return _NUMBERS.get(name)

    def _list(self, inner: tuple[Any, ...], name: str) -> Any:
        if name in _IDS or len(inner) != 2:
            return None
        if name == "history":
            return tuple((date(2020, 1, 1) + timedelta(days=day), float(day)) for day in range(MANY))
        others = _Filled(self._style, 40, 3)
        return (self._value(inner[0], name), *(others._value(inner[0], name) for _entry in range(self._entries - 1)))


_IDS = ("owner", "owners", "persona", "evidence", "metric", "answers", "contributors", "records", "id", "data")
_NUMBERS = {
    "valence": -1.5, "believed": 1.5, "low": -2, "high": 2, "start_day": 0, "end_day": 7, "entered": 123_456_789_012,
    "completed": 123_456_789_011, "activated": 12_345_678_901, "tickets": 98_765_432_109, "votes": 9_876_543_210,
    "share": 0.123456789, "wait_days": 123_456.789, "takes_days": 123_456.789, "cost": 123_456_789_012.34,
    "benefit": 987_654_321_098.76, "severity": 5, "impact": 5, "value": 5, "alignment": 5, "effort": 5,
    "baseline": -123_456_789.123, "current": 123_456_789.123, "expected": 1e18, "target": 1e-9, "n": 1_234_567_890,
    "review_every_days": 90,
}  # fmt: skip


def _without(given: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name not in names}
