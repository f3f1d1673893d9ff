"""The rules `moments_of_truth` and `moment_incomplete`: where people decide whether they stay."""

from collections.abc import Iterator
from itertools import chain

from journey_editor.assets import _, ngettext
from journey_editor.core.parts import Moment
from journey_editor.core.records import Metric
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding

FEWEST, MOST = 3, 5
"""So many moments of truth a map should have."""

SMALLEST = 5
"""From so many touchpoints on a map is asked for moments of truth."""


def moments_of_truth(case: Case) -> Iterator[Finding]:
    """Find maps of five touchpoints or more with fewer than 3 or more than 5 moments of truth."""
    count = len(case.moments)
    if len(case.journey.touchpoints) < SMALLEST or FEWEST <= count <= MOST:
        return
    if count > MOST:
        said = _("{count} moments of truth are too many to care for: choose the 3 to 5 that decide.")
    elif count:
        said = ngettext(
            "There is only {count} moment of truth: most journeys are decided at 3 to 5.",
            "There are only {count} moments of truth: most journeys are decided at 3 to 5.",
            count,
        )
    else:
        said = _("No moment of truth is marked: where do people decide whether they stay?")
    yield Finding("moments_of_truth", "low", (case.journey.map.id,), {"count": count}, said.format(count=count))


def moment_incomplete(case: Case) -> Iterator[Finding]:
    """Find moments of truth without impact, improvement, or a metric that has a current value and a target."""
    if not case.moments:
        return
    # a metric of a touchpoint that waits in the tray still counts as given
    metrics = {each.id: each for each in chain.from_iterable(case.journey.metrics.values())}
    for touchpoint in case.moments:
        moment = touchpoint.moment or Moment()
        missing = _missing(moment, metrics.get(moment.metric or ""))
        if missing:
            said = _("The moment of truth “{title}” lacks {missing}: nobody can tell whether it gets better.")
            said = said.format(title=case.name(touchpoint.id), missing=_listed(missing))
            yield Finding("moment_incomplete", "medium", (touchpoint.id,), {}, said)


def _missing(moment: Moment, metric: Metric | None) -> list[str]:
    found: list[str] = []
    if not moment.impact.strip():
        found.append(_("its impact"))
    if not moment.improvement.strip():
        found.append(_("an improvement"))
    if metric is None:
        found.append(_("a metric"))
    elif metric.current is None and metric.target is None:
        found.append(_("the current value and the target of its metric"))
    elif metric.current is None:
        found.append(_("the current value of its metric"))
    elif metric.target is None:
        found.append(_("the target of its metric"))
    return found


def _listed(words: list[str]) -> str:
    """Return words as a list in a sentence: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])
