"""The measurement framework: what is measured at each stage, where it stands, who answers for it, and what is not."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import get_args

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import day_text
from journey_editor.core.measures import course, progress
from journey_editor.core.parts import MetricKind
from journey_editor.core.records import Metric, Stage
from journey_editor.insight.framework import Measured, framework
from journey_editor.insight.measures import way_text
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.pages.cells import Cell, Column, Row, Tone
from journey_editor.ui.pages.empty import Empty
from journey_editor.ui.pages.page import Go
from journey_editor.ui.pages.tables import TablePage
from journey_editor.ui.pages.words import Records, name_cell, number_cell, owner_cell, where_cell
from journey_editor.ui.workspace import Workspace

_MOST = 9.99  # ten times the way and more are told as that


class MeasuresPage(TablePage):
    """Rows are the metrics of the map, stage by stage; a stage without any has a row that says so."""

    def __init__(self, workspace: Workspace, go: Go) -> None:
        empty = Empty(_("This map has no stage yet"), _("What is measured is listed stage by stage."))
        super().__init__(workspace, go, _("What is measured, and what is not"), columns(), empty)
        self.cards.addWidget(self.card)

    def refresh(self) -> None:
        found, today, records = framework(self.case()), date.today(), self.workspace.document.records
        rows: list[Row] = []
        for place, each in enumerate(found):
            rows += [row_of(each.stage, place, metric, records, today) for metric in each.metrics]
            if not each.metrics:
                rows.append(unmeasured(each.stage, place))
        self.fill(rows, said(found))


def columns() -> tuple[Column, ...]:
    """Return the columns of the table."""
    return (
        Column(_("Stage"), weight=4, least=120),
        Column(_("Metric"), weight=6, least=160),
        Column(_("On"), weight=4, least=120, gives_up=1),
        Column(_("Kind"), 72),
        Column(_("Baseline"), 88, is_number=True, gives_up=2),
        Column(_("Now"), 88, is_number=True),
        Column(_("Target"), 88, is_number=True),
        Column(_("On its way"), weight=4, least=128),
        Column(_("As of"), 96),
        Column(_("Owner"), 176),
        Column(_("Unit"), only_copied=True),
    )


def row_of(stage: Stage, place: int, metric: Metric, records: Records, today: date) -> Row:
    """Return the cells of a metric."""
    as_of = metric.as_of
    day = Cell("–", metric.id, tone="muted", plain="")
    if as_of is not None:
        day = Cell(day_text(as_of, today), metric.id, as_of.toordinal(), "muted", plain=as_of.isoformat())
    on = Cell(_("the stage"), stage.id, "", "muted") if metric.on == stage.id else where_cell(records, metric.on, False)
    return (
        stage_cell(stage, place),
        name_cell(metric, is_strong=False),
        on,
        Cell(kind_name(metric.kind), metric.id, kind_name(metric.kind), "muted"),
        number_cell(metric.baseline, metric.unit, metric.id, "muted"),
        number_cell(metric.current, metric.unit, metric.id),
        number_cell(metric.target, metric.unit, metric.id),
        way_cell(metric),
        day,
        owner_cell(records, metric.owner, metric.id),
        Cell(metric.unit, metric.id),
    )


def unmeasured(stage: Stage, place: int) -> Row:
    """Return the cells of a stage where nothing is measured."""
    tip = _("Press to go to the stage, and give it a metric in the inspector.")
    words = Cell(_("nothing is measured"), stage.id, tone="missing", plain=_("nothing is measured"), tip=tip)
    return (stage_cell(stage, place), words, *(Cell("", stage.id) for _column in columns()[2:]))


def stage_cell(stage: Stage, place: int) -> Cell:
    """Return the cell of a stage, which is not said again where the one above says it."""
    return name_cell(stage)._replace(key=place, merges=True)


def way_cell(metric: Metric) -> Cell:
    """Return the cell that shows how far a metric has come from baseline to target."""
    bar, done = course(metric), progress(metric)
    if bar is None:
        missing = _("no target") if metric.target is None else _("not known now")
        return Cell(missing, metric.id, tone="missing", plain="")
    if done is None:
        return Cell("", metric.id, course=bar, tip=_("How far it has come is not known without a baseline."))
    share = int(100 * max(-_MOST, min(done, _MOST)))
    tone: Tone = "good" if done >= 1 else "pain" if done < 0 else "ink"
    words = f"{share} %".replace("-", "−")
    return Cell(words, metric.id, done, tone, plain=f"{done:.4g}", tip=way_text(metric), course=bar)


def kind_name(kind: MetricKind) -> str:
    """Return what a kind of metric is called."""
    return {"leading": _("leading"), "lagging": _("lagging"), "kpi": _("KPI")}[kind]


def said(found: Sequence[Measured]) -> str:
    """Return what is said below the title."""
    metrics = [metric for each in found for metric in each.metrics]
    if not metrics:
        return _("Nothing is measured yet: press a stage, and give it a metric in the inspector.")
    words = [ngettext("{count} metric", "{count} metrics", len(metrics)).format(count=len(metrics))]
    counts = Counter(each.kind for each in metrics)
    words += [f"{counts[kind]} {kind_name(kind)}" for kind in get_args(MetricKind) if counts[kind]]
    if reached := sum((progress(each) or 0) >= 1 for each in metrics):
        words.append(ngettext("{count} at its target", "{count} at their targets", reached).format(count=reached))
    if bare := sum(not each.metrics for each in found):
        stages = ngettext("{count} stage is not measured", "{count} stages are not measured", bare)
        words.append(stages.format(count=bare))
    return SEPARATOR.join(words)
