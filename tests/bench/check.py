"""M2: what `check` does with a map of 5,000 touchpoints, all rules and the JSON of what they find, against loading it.

At most 10 ×, the median of rounds in which both are done in turns. Beside it: the same map with what generated ones
lack (transitions of all kinds, metrics, evidence, tickets), and a copy of it that was drafted from it.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

from _maps import generated
from _results import keep

from journey_editor.cli.check import as_json, checked
from journey_editor.core.parts import Moment
from journey_editor.core.records import Evidence, JourneyMap, MapRecord, Metric, Record, Stage, Touchpoint, Transition
from journey_editor.storage.format import dumps, loads

SIZE, LIMIT, ROUNDS = 5000, 10.0, 7
TODAY = date(2026, 11, 25)


def furnished(records: list[Record]) -> Iterator[Record]:
    """Yield a generated map with transitions, metrics, evidence, tickets and moments of truth in it."""
    cards = [each for each in records if isinstance(each, Touchpoint)]
    yield Evidence(id="e", rank="a0", title="Interviews", source="interview", n=12, date=date(2025, 1, 1))
    for number, each in enumerate(records):
        if isinstance(each, Stage):
            yield each.with_(entered=1000 - number % 90, completed=900 - number % 70, tickets=number % 40)
        elif isinstance(each, Touchpoint) and number % 5 == 0:
            yield each.with_(evidence=("e",), moment=Moment(impact="much"))
        else:
            yield each
    for place, each in enumerate(cards):
        if place % 4 == 0:
            yield Metric(
                id=f"k{place}", map=each.map, rank="a0", on=each.id, name="Time", current=9, expected=5 + place % 9
            )
        if place % 3 == 0:
            target = cards[(place * 7 + 11) % len(cards) if place % 9 == 0 else min(place + 2, len(cards) - 1)]
            path = ("happy", "unhappy", "alternative", "loop")[place % 4]
            yield Transition(
                id=f"x{place}", map=each.map, source=each.id, target=target.id, path=path, wait_days=place % 12
            )


def drafted(records: list[Record]) -> Iterator[Record]:
    """Yield a file with a second map, a copy of the first one that was drafted from it, and feels better."""
    yield from records
    for each in records:
        if isinstance(each, JourneyMap):
            yield each.with_(id="draft", rank="b0", state="future", based_on=each.id)
        elif isinstance(each, MapRecord):
            own = {
                name: f"d-{each.__dict__[name]}"
                for name in ("stage", "source", "target", "on")
                if each.__dict__.get(name)
            }
            better = {"believed": None} if isinstance(each, Touchpoint) else {}
            yield each.with_(id=f"d-{each.id}", map="draft", origin=each.id, **own, **better)


def checked_as_json(records: Mapping[str, Record]) -> str:
    """What `check --json` prints of a file that was read."""
    return as_json([("map.journey", checked(records, TODAY))])


def seconds(do: Callable[[], Any]) -> float:
    """How long something takes, what was left over before it aside."""
    gc.collect()
    begin = perf_counter()
    do()
    return perf_counter() - begin


def main() -> dict[str, Any]:
    """Measure, print and return the result."""
    plain = generated(SIZE)
    rich = list(furnished(plain))
    result: dict[str, Any] = {"goal": "M2", "limit": LIMIT, "ratio": {}}
    print(f"{SIZE} touchpoints, medians of {ROUNDS} rounds")
    for name, records in (("generated", plain), ("furnished", rich), ("drafted", list(drafted(rich)))):
        data = dumps({each.id: each for each in records})
        read = loads(data)
        load, check = partial(loads, data), partial(checked_as_json, read)
        loading, checking = zip(*((seconds(load), seconds(check)) for _ in range(ROUNDS)), strict=True)
        found = sum(len(each.findings) for each in checked(read, TODAY))
        ratio = median(checking) / median(loading)
        result["ratio"][name] = round(ratio, 2)
        print(
            f"{name:10} loading {median(loading) * 1000:6.0f} ms, check {median(checking) * 1000:6.0f} ms, "
            f"{ratio:5.2f} × (at most {LIMIT:.0f}); {found} findings"
        )
    result["met"] = max(result["ratio"].values()) <= LIMIT
    keep(result)
    return result


if __name__ == "__main__":
    main()
