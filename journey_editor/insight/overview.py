"""What the window tells of a map beside the map itself: its findings and its numbers, found in little steps."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding, Key, set_aside
from journey_editor.insight.findings import RULES, Order, told_order
from journey_editor.insight.perception import perception_gap
from journey_editor.insight.summary import Summary, summary

CHUNK = 100
"""So many findings are sorted, or so many touchpoints looked at, in a step."""


@dataclass(frozen=True, eq=False)
class Overview:
    """A map at one time: its case, its findings that count, and those that people set aside, the worst first.

    `gaps` is at how many touchpoints the team believed something else than people feel.
    """

    case: Case
    findings: tuple[Finding, ...]
    aside: tuple[Finding, ...]
    summary: Summary
    gaps: int


Steps = Generator[None, None, Overview]
"""Little steps of work that return what they found."""


def overview_steps(case: Case) -> Steps:
    """Look at a map in steps of some milliseconds each, however large it is; return what was found.

    What several rules need is found before, each in a step of its own, since a step of a rule would do it all at once.
    """
    for name in ("order", "stage_at", "column_at", "held", "felt", "troughs", "notes", "ways"):
        getattr(case, name)
        yield
    found: list[tuple[Order, Finding]] = []
    for rule in RULES.values():
        findings = iter(rule(case))
        while some := list(islice(findings, CHUNK)):
            found += [(told_order(case, each), each) for each in some]
            yield
        yield
    found.sort(key=itemgetter(0))
    yield
    numbers = summary(case, [each for _order, each in found])
    yield
    every = once(each for _order, each in found)
    yield
    gaps = sum(perception_gap(each, case.journey.map.state) is not None for each in case.journey.touchpoints)
    yield
    aside = set_aside(case.journey.map)
    return Overview(
        case=case,
        findings=tuple(each for each in every if each.key not in aside) if aside else tuple(every),
        aside=tuple(each for each in every if each.key in aside) if aside else (),
        summary=numbers,
        gaps=gaps,
    )


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings, of those that are known by the same only the first.

    Two troughs may have the very same touchpoints: for people that is one place, set aside and walked to as one.
    """
    found: dict[Key, Finding] = {}
    for each in findings:
        found.setdefault(each.key, each)
    return list(found.values())


def overview(case: Case) -> Overview:
    """Look at a map at once."""
    steps = overview_steps(case)
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value
