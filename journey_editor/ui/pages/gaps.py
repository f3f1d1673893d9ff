"""The experience-gap table: what customers expect and do not get, who closes the gap, and by when."""

from collections.abc import Sequence
from datetime import date

from journey_editor.assets import _, ngettext
from journey_editor.core.parts import Priority
from journey_editor.insight.finding import SEVERITIES, severity_word
from journey_editor.insight.gaps import Gap, gaps_of
from journey_editor.insight.measures import value_text
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.pages.cells import Cell, Column, Row
from journey_editor.ui.pages.empty import Empty
from journey_editor.ui.pages.page import Go
from journey_editor.ui.pages.tables import TablePage
from journey_editor.ui.pages.words import (
    Records,
    brief,
    due_cell,
    name_cell,
    number_cell,
    owner_cell,
    where_cell,
)
from journey_editor.ui.workspace import Workspace


class GapsPage(TablePage):
    """Rows are the metrics of the map that fall short, most urgent first."""

    def __init__(self, workspace: Workspace, go: Go) -> None:
        empty = Empty(
            _("No gap is known yet"),
            _("Tell of a metric what it is now and what customers expect of it: the inspector asks for both. Where "
              "that is no number, write the gap in words. What falls short is listed here."),
        )  # fmt: skip
        super().__init__(workspace, go, _("What customers expect and do not get"), columns(), empty)
        self.cards.addWidget(self.card)

    def refresh(self) -> None:
        found, today, records = gaps_of(self.case()), date.today(), self.workspace.document.records
        self.fill([row_of(each, records, today) for each in found], said(found, today))


def columns() -> tuple[Column, ...]:
    """Return the columns of the table."""
    return (
        Column(_("Metric"), least=144),
        Column(_("Where"), least=144, gives_up=1),
        Column(_("Current"), 96, is_number=True),
        Column(_("Expected"), 96, is_number=True),
        Column(_("Gap"), least=112),
        Column(_("Priority"), 72),
        Column(_("Owner"), 168),
        Column(_("Due"), 96),
        Column(_("Unit"), only_copied=True),
    )


def row_of(each: Gap, records: Records, today: date) -> Row:
    """Return the cells of a gap."""
    metric = each.metric
    return (
        name_cell(metric),
        where_cell(records, metric.on),
        number_cell(metric.current, metric.unit, metric.id),
        number_cell(metric.expected, metric.unit, metric.id),
        gap_cell(each),
        priority_cell(metric.priority, metric.id, each.is_open),
        owner_cell(records, metric.owner, metric.id, each.is_open),
        due_cell(metric.due, metric.id, today, each.is_open),
        Cell(metric.unit, metric.id),
    )


def gap_cell(each: Gap) -> Cell:
    """Return the cell of a gap: its number, negative for a shortfall, else its words."""
    metric, apart = each.metric, each.apart
    aside = "" if each.aside is None else brief(_("Set aside: {reason}").format(reason=each.aside))
    if apart is None:
        words = brief(metric.gap_text)
        tone = "pain" if each.is_open else "muted"
        return Cell(words, metric.id, None, tone, plain=metric.gap_text, tip="\n".join(filter(None, (words, aside))))
    tone = "pain" if each.is_open else "good" if apart > 0 else "muted"
    words = value_text(apart, metric.unit)
    return Cell(f"+{words}" if apart > 0 else words, metric.id, apart, tone, True, f"{apart:.10g}", aside)


def priority_cell(priority: Priority | None, record: str, is_open: bool = True) -> Cell:
    """Return the cell of a priority; what is not open is quiet."""
    if priority is None:
        return Cell("–", record, tone="muted", plain="")
    tone = "muted" if priority == "low" or not is_open else "pain" if priority == "high" else "ink"
    return Cell(severity_word(priority), record, SEVERITIES.index(priority), tone, priority == "high" and is_open)


def said(found: Sequence[Gap], today: date) -> str:
    """Return what is said below the title."""
    short = [each.metric for each in found if each.is_open]
    words = [ngettext("{count} gap", "{count} gaps", len(short)).format(count=len(short))]
    if urgent := sum(each.priority == "high" for each in short):
        words.append(ngettext("{count} of high priority", "{count} of high priority", urgent).format(count=urgent))
    if late := sum(each.due is not None and each.due < today for each in short):
        words.append(ngettext("{count} overdue", "{count} overdue", late).format(count=late))
    if lone := sum(each.owner is None for each in short):
        words.append(ngettext("{count} without an owner", "{count} without an owner", lone).format(count=lone))
    if aside := sum(each.aside is not None for each in found):
        words.append(ngettext("{count} set aside", "{count} set aside", aside).format(count=aside))
    if met := sum(not each.is_short for each in found):
        words.append(ngettext("{count} as expected or better", "{count} as expected or better", met).format(count=met))
    return SEPARATOR.join(words)
