"""The experience-gap table: what customers expect and do not get, who closes the gap, and by when."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QStackedWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.measures import gap
from journey_editor.core.parts import Priority
from journey_editor.insight.gaps import Gap, gaps_of
from journey_editor.insight.measures import value_text
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.pages.cells import Cell, Column, Row
from journey_editor.ui.pages.empty import Empty
from journey_editor.ui.pages.grid import Grid
from journey_editor.ui.pages.page import Go, Page, card
from journey_editor.ui.pages.words import Records, brief, due_cell, name_cell, owner_cell, where_words
from journey_editor.ui.workspace import Workspace

_ORDER = {"high": 0, "medium": 1, "low": 2}


class GapsPage(Page):
    """Rows are the metrics of the map that fall short, most urgent first."""

    def __init__(self, workspace: Workspace, go: Go) -> None:
        super().__init__(workspace, go, _("What customers expect and do not get"))
        self.grid = Grid(workspace, _("Experience gaps"), columns(), go)
        self.empty = Empty(
            _("No gap is written down yet"),
            _("Give a metric what it is now and what customers expect of it, in the inspector. Where that is no "
              "number, write the gap in words. The difference is listed here."),
        )  # fmt: skip
        self.inside = QStackedWidget()
        self.inside.addWidget(self.grid)
        self.inside.addWidget(self.empty)
        self.cards.addWidget(card(self.inside))

    def refresh(self) -> None:
        found = gaps_of(self.workspace.document.journey(self.workspace.map_id))
        today, records = date.today(), self.workspace.document.records
        self.grid.fill([row_of(each, records, today) for each in found])
        self.inside.setCurrentWidget(self.grid if found else self.empty)
        self.say(said(found, today))

    def take_keyboard(self) -> None:
        (self.grid if self.grid.table.rows else self).setFocus()


def columns() -> tuple[Column, ...]:
    """Return the columns of the table."""
    return (
        Column(_("Metric"), weight=3),
        Column(_("Where"), weight=3, gives_up=1),
        Column(_("Current"), 104, is_number=True),
        Column(_("Expected"), 104, is_number=True),
        Column(_("Gap"), 120, is_number=True),
        Column(_("Priority"), 88),
        Column(_("Owner"), 176),
        Column(_("Due"), 104),
        Column(_("Unit"), only_copied=True),
    )


def row_of(each: Gap, records: Records, today: date) -> Row:
    """Return the cells of a gap."""
    metric = each.metric
    where = where_words(records, each.on)
    return (
        name_cell(metric),
        Cell(where, each.on.id, where.casefold(), "muted", tip=brief(where)),
        _number(metric.current, metric.unit, metric.id),
        _number(metric.expected, metric.unit, metric.id),
        gap_cell(each),
        _priority(metric.priority, metric.id),
        owner_cell(records, metric.owner, metric.id, each.is_short),
        due_cell(metric.due, metric.id, today, each.is_short),
        Cell(metric.unit, metric.id),
    )


def gap_cell(each: Gap) -> Cell:
    """Return the cell of a gap: its number, negative for a shortfall, else its words."""
    metric, apart = each.metric, gap(each.metric)
    if apart is None:
        words = brief(metric.gap_text)
        return Cell(words, metric.id, None, "pain", plain=metric.gap_text, tip=words)
    tone = "pain" if apart < 0 else "good" if apart > 0 else "muted"
    words = value_text(apart, metric.unit)
    return Cell(f"+{words}" if apart > 0 else words, metric.id, apart, tone, True, f"{apart:.10g}")


def said(found: Sequence[Gap], today: date) -> str:
    """Return what is said below the title."""
    short = [each.metric for each in found if each.is_short]
    if not found:
        return ""
    words = [ngettext("{count} gap", "{count} gaps", len(short)).format(count=len(short))]
    if urgent := sum(each.priority == "high" for each in short):
        words.append(ngettext("{count} of high priority", "{count} of high priority", urgent).format(count=urgent))
    if late := sum(each.due is not None and each.due < today for each in short):
        words.append(ngettext("{count} overdue", "{count} overdue", late).format(count=late))
    if lone := sum(each.owner is None for each in short):
        words.append(ngettext("{count} without an owner", "{count} without an owner", lone).format(count=lone))
    if met := len(found) - len(short):
        words.append(ngettext("{count} as expected or better", "{count} as expected or better", met).format(count=met))
    return SEPARATOR.join(words)


def _number(value: float | None, unit: str, record: str) -> Cell:
    if value is None:
        return Cell("–", record, tone="muted", plain="")
    return Cell(value_text(value, unit), record, value, plain=f"{value:.10g}")


def _priority(priority: Priority | None, record: str) -> Cell:
    names = {"high": _("high"), "medium": _("medium"), "low": _("low")}
    if priority is None:
        return Cell("–", record, tone="muted", plain="")
    tone = "pain" if priority == "high" else "ink" if priority == "medium" else "muted"
    return Cell(names[priority], record, _ORDER[priority], tone, priority == "high")
