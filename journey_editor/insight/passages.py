"""The way of people through a journey, step by step: who came, who stayed, who was lost, and what is done about it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from journey_editor.core.funnel import Step, steps_of
from journey_editor.core.records import Opportunity, Stage
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding, set_aside
from journey_editor.insight.rules.friction import friction


class Passage(NamedTuple):
    """What happens to people inside a stage, or between two. `loss` is a share (0 to 1), negative for a gain.

    `finding` is there where the loss is one of the largest; `opportunities` are those on the stage itself, between two
    those on either, without those that were dropped. `aside` says why a loss was set aside, where it was.
    """

    stages: tuple[Stage, ...]
    before: int | None
    after: int | None
    loss: float | None
    finding: Finding | None
    opportunities: tuple[Opportunity, ...]
    aside: str | None = None

    @property
    def is_between(self) -> bool:
        """Whether it lies between two stages."""
        return len(self.stages) == 2

    @property
    def is_open(self) -> bool:
        """Whether it stands out, nothing that counts is done about it, and nobody set it aside."""
        return self.finding is not None and self.finding.severity == "high" and self.aside is None

    @property
    def lost(self) -> int | None:
        """How many people are lost, negative for a gain; None where that is not known."""
        return None if self.before is None or self.after is None else self.before - self.after


def passages_of(case: Case) -> tuple[Passage, ...]:
    """Return the passages of a map in order: each stage, and between two what is not the same on both sides."""
    found = {each.records: each for each in friction(case)}
    return tuple(_each(case, found))


def _each(case: Case, found: dict[tuple[str, ...], Finding]) -> Iterator[Passage]:
    stages, steps = case.journey.stages, steps_of(case.journey.stages)
    counted = [place for place, stage in enumerate(stages) if stage.phase != "post_churn"]
    following = dict(pairwise(counted))
    for place, (stage, step) in enumerate(zip(stages, steps, strict=True)):
        yield _passage(case, found, (stage,), step.entered, step.completed, step.inside)
        after = following.get(place)
        if after is not None and _differs(step, steps[after]):
            yield _passage(case, found, (stage, stages[after]), step.completed, steps[after].entered, step.onward)


def _differs(step: Step, following: Step) -> bool:
    known = step.completed is not None and following.entered is not None
    return known and step.completed != following.entered


def _passage(
    case: Case, found: dict[tuple[str, ...], Finding], stages: tuple[Stage, ...], before: int | None, after: int | None,
    loss: float | None,
) -> Passage:  # fmt: skip
    ids = tuple(each.id for each in stages)
    opportunities = tuple(each for each in case.opportunities_on(*ids) if each.status != "dropped")
    finding = found.get(ids)
    dismissal = None if finding is None else set_aside(case.journey.map).get(finding.key)
    aside = None if dismissal is None else dismissal.reason
    return Passage(stages, before, after, loss, finding, opportunities, aside)
