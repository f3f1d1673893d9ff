"""The action list of a map as a table: CSV, an Excel sheet, Markdown; equal lists and days give equal bytes."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import full_day_text
from journey_editor.core.edits.opportunities import status_name
from journey_editor.core.titles import called
from journey_editor.core.words import number_text
from journey_editor.insight.actionlist import Action, action_list
from journey_editor.insight.actions import total
from journey_editor.insight.case import Case
from journey_editor.insight.measures import value_text
from journey_editor.insight.worth import class_name, gain_text
from journey_editor.interchange.cells import defused, marked_down, table_cell
from journey_editor.interchange.sheet import Cell, Column, Kind, sheet


@dataclass(frozen=True, slots=True)
class _Field:
    """A column: its heading, what kind of values it has, how many letters wide it is, and its value of an action."""

    heading: str
    kind: Kind
    width: float
    of: Callable[[Action], Cell]


def actions_csv(case: Case) -> bytes:
    """Return the action list of a map as CSV in UTF-8; texts that look like formulas have a `'` in front."""
    target = StringIO()
    rows = csv.writer(target)
    fields = _fields("")
    rows.writerow(each.heading for each in fields)
    for action in action_list(case):
        rows.writerow(_plain(each.of(action)) for each in fields)
    return target.getvalue().encode("utf-8")


def actions_xlsx(case: Case) -> bytes:
    """Return the action list of a map as an Excel workbook of one sheet, ready to be filtered and printed."""
    fields = _fields(case.journey.head.currency.strip())
    columns = [Column(each.heading, each.kind, each.width) for each in fields]
    actions = action_list(case)
    late = [action.late is not None for action in actions]
    made = datetime(case.today.year, case.today.month, case.today.day)
    rows = [[each.of(action) for each in fields] for action in actions]
    return sheet(_("Actions"), called(case.journey.map), made, columns, rows, late)


def actions_md(case: Case) -> bytes:
    """Return the action list of a map as Markdown: a heading, a line of totals and a table."""
    actions = action_list(case)
    lines = [f"# {_('Actions')}: {marked_down(called(case.journey.map))}", "", _totals(case, actions), ""]
    if actions:
        headings = [
            _("Action"), _("Where"), _("Owner"), _("Who"), _("Due"), _("Status"), _("Score"), _("Worth"), _("Effort"),
            _("Class"), _("Cost"), _("Benefit"), _("Return"),
        ]  # fmt: skip
        lines.append(_row(headings))
        lines.append(_row(["---"] * 6 + ["---:"] * 3 + ["---"] + ["---:"] * 3))
        lines += (_row(list(_told(case, each))) for each in actions)
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def due_words(action: Action) -> str:
    """Return when an action is due and by how much it is late; "" where nobody said when."""
    due = action.opportunity.due
    if due is None:
        return ""
    if action.late is None:
        return full_day_text(due)
    late = ngettext("overdue by {count} day", "overdue by {count} days", action.late).format(count=action.late)
    return f"{full_day_text(due)}, {late}"


def _fields(currency: str) -> tuple[_Field, ...]:
    money = "{} ({})" if currency else "{}"
    return (
        _Field(_("Score"), "number", 8, lambda each: each.score),
        _Field(_("Worth"), "number", 8, lambda each: each.worth),
        _Field(_("Class"), "text", 14, lambda each: class_name(each.kind) if each.kind else ""),
        _Field(_("Action"), "text", 48, lambda each: each.opportunity.text),
        _Field(_("Stage"), "text", 18, lambda each: called(each.stage)),
        _Field(_("Where"), "text", 28, lambda each: each.on or called(each.stage)),
        _Field(_("Owner"), "text", 20, lambda each: each.owner),
        _Field(_("Who"), "text", 18, lambda each: each.opportunity.who),
        _Field(_("Due"), "day", 12, lambda each: each.opportunity.due),
        _Field(_("Overdue (days)"), "number", 10, lambda each: each.late),
        _Field(_("Status"), "text", 12, lambda each: status_name(each.opportunity.status)),
        _Field(_("Effort"), "number", 8, lambda each: each.opportunity.effort),
        _Field(money.format(_("Cost"), currency), "number", 12, lambda each: each.opportunity.cost),
        _Field(money.format(_("Benefit"), currency), "number", 12, lambda each: each.opportunity.benefit),
        _Field(_("Return on investment"), "share", 12, lambda each: each.gain),
        _Field(_("Metric"), "text", 24, lambda each: each.metric),
        _Field(_("Impact"), "number", 8, lambda each: each.opportunity.impact),
        _Field(_("Value"), "number", 8, lambda each: each.opportunity.value),
        _Field(_("Alignment"), "number", 10, lambda each: each.opportunity.alignment),
        _Field(_("Votes"), "number", 8, lambda each: each.opportunity.votes),
        _Field(_("Done on"), "day", 12, lambda each: each.opportunity.done_on),
        _Field(_("Outcome"), "text", 32, lambda each: each.opportunity.outcome),
        _Field(_("Tags"), "text", 18, lambda each: ", ".join(each.opportunity.tags)),
        _Field(_("Link"), "text", 24, lambda each: each.opportunity.link),
        _Field(_("Id"), "text", 12, lambda each: each.opportunity.id),
    )


def _plain(value: Cell) -> str:
    """Return a value as CSV holds it: numbers with a point and without grouping, days as YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return defused(value)
    return str(int(value)) if float(value).is_integer() else repr(value)


def _totals(case: Case, actions: tuple[Action, ...]) -> str:
    """Return how many there are, how many are late, and what they cost and bring together."""
    if not actions:
        return _("There are no opportunities on this map yet.")
    count, late = len(actions), sum(each.late is not None for each in actions)
    said = [ngettext("{count} action", "{count} actions", count).format(count=count)]
    said.append(ngettext("{count} overdue", "{count} overdue", late).format(count=late))
    said.append(full_day_text(case.today))
    words = ", ".join(said)
    come_to = total(each.opportunity for each in actions if each.opportunity.status != "dropped")
    if come_to.gain is not None:
        unit = case.journey.head.currency
        told = _("Together, where both are known, they cost {cost} and bring {benefit}: a return of {gain}.")
        words += ". " + told.format(
            cost=value_text(come_to.cost, unit), benefit=value_text(come_to.benefit, unit), gain=gain_text(come_to.gain)
        )
    return marked_down(words)


def _told(case: Case, action: Action) -> Iterator[str]:
    """Yield the cells of an action as a reader wants them."""
    each, unit = action.opportunity, case.journey.head.currency
    due = table_cell(due_words(action))
    yield table_cell(called(each) if not each.text.strip() else each.text)
    yield table_cell(" · ".join(filter(None, (called(action.stage), action.on))))
    yield table_cell(action.owner)
    yield table_cell(each.who)
    yield f"**{due}**" if action.late is not None else due
    yield status_name(each.status)
    yield "" if action.score is None else number_text(round(action.score, 2))
    yield "" if action.worth is None else number_text(round(action.worth, 2))
    yield "" if each.effort is None else number_text(each.effort)
    yield class_name(action.kind) if action.kind else ""
    yield "" if each.cost is None else table_cell(value_text(each.cost, unit))
    yield "" if each.benefit is None else table_cell(value_text(each.benefit, unit))
    yield "" if action.gain is None else gain_text(action.gain)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
