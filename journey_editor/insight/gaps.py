"""What customers expect of a journey and do not get: the metrics of a map that fall short, in one list."""

from typing import NamedTuple

from journey_editor.core.measures import gap
from journey_editor.core.records import Metric
from journey_editor.insight.case import Case
from journey_editor.insight.finding import PLACES, SEVERITIES, Severity, set_aside
from journey_editor.insight.rules.gaps import expectation_gap


class Gap(NamedTuple):
    """A metric whose gap can be told. `apart` is negative for a shortfall; None where only its own words tell of it.

    `severity` is that of the finding; None where nothing falls short. `aside` says why it was set aside, where it was.
    """

    metric: Metric
    apart: float | None
    severity: Severity | None
    aside: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is missing, and nobody set that aside."""
        return self.is_short and self.aside is None

    @property
    def is_short(self) -> bool:
        """Whether something is missing to what was expected."""
        return self.severity is not None


def gaps_of(case: Case) -> tuple[Gap, ...]:
    """Return the gaps of a map: what falls short by severity and reading order; last what is set aside, or well."""
    found = {each.records[0]: each for each in expectation_gap(case)}
    dismissed = set_aside(case.journey.map)
    gaps: list[Gap] = []
    for metric in case.metrics:
        finding = found.get(metric.id)
        if finding is not None:
            dismissal = dismissed.get(finding.key)
            aside = None if dismissal is None else dismissal.reason
            gaps.append(Gap(metric, finding.numbers.get("gap"), finding.severity, aside))
        elif (apart := gap(metric)) is not None:
            gaps.append(Gap(metric, round(apart, PLACES), None))
    return tuple(sorted(gaps, key=lambda each: (not each.is_open, SEVERITIES.index(each.severity or "info"))))
