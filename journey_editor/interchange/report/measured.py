"""What is measured, in a report: experience gaps, moments of truth with their progress, metrics of a stage."""

from collections.abc import Iterable

from journey_editor.assets import _
from journey_editor.core.dates import full_day_text
from journey_editor.core.measures import course
from journey_editor.core.records import Metric, Touchpoint
from journey_editor.core.titles import called
from journey_editor.insight.actionlist import place_name
from journey_editor.insight.case import Case
from journey_editor.insight.gaps import Gap, gaps_of
from journey_editor.insight.measures import gap_words, standing, value_text, way_text
from journey_editor.interchange.report.parts import Column, Entries, Entry, Prose, Said, Section, Table
from journey_editor.interchange.report.words import joined, owner_name, priority_name


def gaps_section(case: Case) -> Section:
    """Return what customers expect and do not get, the most urgent first."""
    gaps = gaps_of(case)
    heading = _("Experience gaps")
    if not gaps:
        words = _("No metric tells yet what customers expect and what they get.")
        return Section(heading, [Prose(words, "muted")])
    return Section(heading, [gap_table(case, gaps)])


def gap_table(case: Case, gaps: Iterable[Gap]) -> Table:
    """Return gaps as a table."""
    columns = (Column(_("Metric"), 2.6), Column(_("Where"), 1.9), Column(_("Now"), 1.3, True),
               Column(_("Expected"), 1.5, True), Column(_("Gap"), 2.1, True), Column(_("Priority"), 1.35),
               Column(_("Owner, due"), 2.75))  # fmt: skip
    return Table(columns, tuple(_gap_row(case, each) for each in gaps))


def _gap_row(case: Case, gap: Gap) -> tuple[Said, ...]:
    metric = gap.metric
    if gap.apart is None:
        apart = Said(" ".join(metric.gap_text.split()), "pain")
    else:
        sign = "+" if gap.apart > 0 else ""
        tone = "pain" if gap.apart < 0 else "good" if gap.apart > 0 else "muted"
        apart = Said(sign + value_text(gap.apart, metric.unit), tone)
    due = full_day_text(metric.due) if metric.due else ""
    return (
        Said(called(metric)),
        Said(place_name(case, metric.on), "muted"),
        _value(metric.current, metric),
        _value(metric.expected, metric),
        apart,
        Said(priority_name(metric.priority)),
        Said("\n".join(filter(None, (owner_name(case, metric.owner), due)))),
    )


def _value(value: float | None, metric: Metric) -> Said:
    return Said("–", "muted") if value is None else Said(value_text(value, metric.unit))


def moments_section(case: Case) -> Section:
    """Return the moments of truth, each with when it counts, what it decides, what helps and where it stands."""
    heading = _("Moments of truth")
    if not case.moments:
        words = _("No touchpoint is marked as a moment of truth yet: three to five decide who stays.")
        return Section(heading, [Prose(words, "muted")])
    return Section(heading, [Entries(tuple(moment_entry(case, each) for each in case.moments))])


def moment_entry(case: Case, touchpoint: Touchpoint) -> Entry:
    """Return a moment of truth as an entry."""
    moment = touchpoint.moment
    assert moment is not None
    metrics = (each for attached in case.journey.metrics.values() for each in attached)
    metric = next((each for each in metrics if each.id == moment.metric), None)
    window, impact, improvement = (
        " ".join(each.split()) for each in (moment.window, moment.impact, moment.improvement)
    )
    more = [Said(joined(window, impact))]
    if improvement:
        more.append(Said(f"→ {improvement}", "good"))
    if metric is not None:
        more.append(Said(metric_words(metric), "muted"))
    missing = [
        name for name, there in ((_("impact"), impact), (_("improvement"), improvement), (_("metric"), metric))
        if not there
    ]  # fmt: skip
    if missing:
        more.append(Said(_("Still open: {names}.").format(names=", ".join(missing)), "pain"))
    return Entry(
        called(touchpoint),
        called(case.stage_at[touchpoint.id]),
        tuple(each for each in more if each.words),
        "moment",
        None if metric is None else course(metric),
    )


def metric_words(metric: Metric) -> str:
    """Return a metric and where it stands in one line."""
    return joined(called(metric), standing(metric), way_text(metric))


def metric_table(metrics: Iterable[Metric]) -> Table:
    """Return metrics as a table: where they stand, where they should be, and what is missing to what was expected."""
    columns = (Column(_("Metric"), 2.8), Column(_("Now"), 1.3, True), Column(_("Target"), 1.3, True),
               Column(_("On the way"), 2.6), Column(_("Against what is expected"), 3.2))  # fmt: skip
    return Table(columns, tuple(_metric_row(each) for each in metrics))


def _metric_row(metric: Metric) -> tuple[Said, ...]:
    words, tone = gap_words(metric)
    gap = Said(words, "plain" if tone == "muted" else tone)
    now, target = _value(metric.current, metric), _value(metric.target, metric)
    return Said(called(metric)), now, target, Said(way_text(metric), "muted"), gap
