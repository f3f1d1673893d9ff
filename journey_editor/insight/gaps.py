"""What customers expect of a journey and do not get: the metrics of a map that fall short, in one list."""

from typing import NamedTuple

from journey_editor.core.measures import gap
from journey_editor.core.records import Metric
from journey_editor.insight.case import Case
from journey_editor.insight.finding import PLACES, SEVERITIES, Severity
from journey_editor.insight.rules.gaps import expectation_gap


class Gap(NamedTuple):
    """A metric whose gap can be told. `apart` is negative for a shortfall; None where only its own words tell of it.

    `severity` is that of the finding; None where nothing falls short.
    """

    metric: Metric
    apart: float | None
    severity: Severity | None

    @property
    def is_short(self) -> bool:
        """Whether something is missing to what was expected."""
        return self.severity is not None


def gaps_of(case: Case) -> tuple[Gap, ...]:
    """Return the gaps of a map: what falls short by severity and reading order; last what is as expected or better."""
    found = {each.records[0]: each for each in expectation_gap(case)}
    gaps: list[Gap] = []
    for metric in case.metrics:
        finding = found.get(metric.id)
        if finding is not None:
            gaps.append(Gap(metric, finding.numbers.get("gap"), finding.severity))
        elif (apart := gap(metric)) is not None:
            gaps.append(Gap(metric, round(apart, PLACES), None))
    return tuple(sorted(gaps, key=lambda each: SEVERITIES.index(each.severity or "info")))
