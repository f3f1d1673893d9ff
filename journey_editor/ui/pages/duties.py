"""The tables of who owns what: one row for each owner, and below one of them one for each thing it answers for."""

from collections.abc import Iterable, Sequence
from datetime import date

from journey_editor.assets import _, ngettext
from journey_editor.core.edits.opportunities import status_name
from journey_editor.core.records import Metric, Opportunity, Record, Stage, Touchpoint
from journey_editor.core.titles import called
from journey_editor.core.words import valence_text
from journey_editor.insight.finding import SEVERITIES, Severity, severity_word
from journey_editor.insight.measures import gap_words, standing, value_text
from journey_editor.insight.ownership import Exchange, Responsibility
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.pages.cells import Cell, Column, Row
from journey_editor.ui.pages.words import NAME, Records, brief, due_cell, name_cell, where_words


def owner_columns() -> tuple[Column, ...]:
    """Return the columns of the table of owners."""
    return (
        Column(_("Owner"), least=160),
        Column(_("Stages"), 56, is_number=True),
        Column(_("Touchpoints"), 88, is_number=True),
        Column(_("Hands over"), 96, is_number=True),
        Column(_("Takes over"), 96, is_number=True),
        Column(_("Open"), 48, is_number=True),
        Column(_("Overdue"), 64, is_number=True),
        Column(_("Metrics"), 64, is_number=True, gives_up=1),
        Column(_("Accountable for"), only_copied=True),
        Column(_("Contributes to"), only_copied=True),
        Column(_("High handoffs out"), only_copied=True),
        Column(_("High handoffs in"), only_copied=True),
    )


def owner_row(mine: Responsibility) -> Row:
    """Return the cells of one owner, or of what nobody has; each leads to the first thing that it counts."""
    gives, takes = _passings(mine.gives), _passings(mine.takes)
    return (
        _who(mine),
        _stages(mine),
        _count(mine.touchpoints, is_bad=mine.owner is None),
        gives,
        takes,
        _count(mine.open, is_bad=mine.owner is None),
        _count(mine.overdue, is_bad=True),
        _count(mine.metrics, is_bad=mine.owner is None),
        Cell(_names(mine.accountable)),
        Cell(_names(mine.contributing)),
        Cell(str(sum(each.high for each in mine.gives))),
        Cell(str(sum(each.high for each in mine.takes))),
    )


def duty_columns() -> tuple[Column, ...]:
    """Return the columns of the table of what one owner answers for."""
    return (
        Column(_("As"), 104),
        Column(_("What"), weight=3),
        Column(_("Where, who"), weight=2, gives_up=1),
        Column(_("State, due"), weight=2),
    )


def duty_rows(mine: Responsibility, records: Records, today: date) -> list[Row]:
    """Return a row for each thing that an owner answers for: stages, touchpoints, handoffs, opportunities, metrics."""
    is_whose = mine.owner is not None
    rows = [_stage_row(_("accountable") if is_whose else _("stage"), each) for each in mine.accountable]
    rows += [_stage_row(_("contributes"), each) for each in mine.contributing]
    rows += [
        _touchpoint_row(_("touchpoint") if is_whose else _("gray zone"), each, records) for each in mine.touchpoints
    ]
    rows += [row for each in mine.gives for row in _handoff_rows(_("hands over"), each, records)]
    rows += [row for each in mine.takes for row in _handoff_rows(_("takes over"), each, records)]
    rows += [_opportunity_row(each, records, today) for each in mine.open]
    rows += [_metric_row(each, records) for each in mine.metrics]
    return rows


def summary(mine: Responsibility) -> str:
    """Return in one line how much one owner answers for."""
    high = sum(each.high for each in (*mine.gives, *mine.takes))
    passed = sum(len(each.handoffs) for each in (*mine.gives, *mine.takes))
    words = [
        ngettext("{count} stage", "{count} stages", len(mine.accountable)).format(count=len(mine.accountable)),
        ngettext("{count} touchpoint", "{count} touchpoints", len(mine.touchpoints)).format(
            count=len(mine.touchpoints)
        ),
    ]
    if passed:
        told = ngettext("{count} handoff", "{count} handoffs", passed).format(count=passed)
        words.append(f"{told} ({_('{count} high').format(count=high)})" if high else told)
    if mine.open:
        told = ngettext("{count} open opportunity", "{count} open opportunities", len(mine.open))
        late = _("{count} overdue").format(count=len(mine.overdue))
        words.append(told.format(count=len(mine.open)) + (f" ({late})" if mine.overdue else ""))
    return SEPARATOR.join(words)


def _who(mine: Responsibility) -> Cell:
    first = _first(mine)
    if mine.owner is None:
        return Cell(_("Nobody"), first, None, "missing", plain=_("Nobody"), tip=_("What has no owner yet"))
    words = called(mine.owner, NAME)
    tone = "muted" if mine.is_idle else "ink"
    return Cell(words, first, words.casefold(), tone, not mine.is_idle, called(mine.owner), owner=mine.owner.id)


def _first(mine: Responsibility) -> str:
    """Return the first thing of an owner, "" where there is none."""
    passed = (each.handoffs[0].records[1] for each in (*mine.gives, *mine.takes))
    own = (*mine.accountable, *mine.contributing, *mine.touchpoints, *mine.open, *mine.metrics)
    return next((each.id for each in own), next(passed, ""))


def _stages(mine: Responsibility) -> Cell:
    own, helped = len(mine.accountable), len(mine.contributing)
    if not own and not helped:
        return _none()
    words = f"{own} + {helped}" if helped else str(own)
    tip = _("Accountable for {own}, contributes to {helped}").format(own=own, helped=helped)
    first = (*mine.accountable, *mine.contributing)[0].id
    if mine.owner is None:
        return Cell(words, first, (own, 0), "pain", True, str(own))
    return Cell(words, first, (own, helped), plain=f"{own} + {helped}", tip=tip)


def _count(records: Sequence[Record], is_bad: bool = False) -> Cell:
    if not records:
        return _none()
    return Cell(str(len(records)), records[0].id, len(records), "pain" if is_bad else "ink", is_bad)


def _passings(exchanges: Sequence[Exchange]) -> Cell:
    """Return the cell of handoffs: how many, and how many of them are high; under the pointer with whom."""
    if not exchanges:
        return _none()
    count, high = sum(len(each.handoffs) for each in exchanges), sum(each.high for each in exchanges)
    words = str(count)
    if high:
        told = _("{count} high").format(count=high)
        words = told if high == count else f"{count}{SEPARATOR}{told}"
    told = "\n".join(_with(each) for each in exchanges)
    first = exchanges[0].handoffs[0].records[1]
    return Cell(words, first, (count, high), "pain" if high else "ink", bool(high), str(count), told)


def _with(exchange: Exchange) -> str:
    count = len(exchange.handoffs)
    words = f"{called(exchange.other, NAME)}: {count}"
    return f"{words} ({_('{count} high').format(count=exchange.high)})" if exchange.high else words


def _none() -> Cell:
    return Cell("–", "", 0, "muted", plain="0")


def _names(stages: Iterable[Stage]) -> str:
    return ", ".join(called(each) for each in stages)


def _stage_row(part: str, stage: Stage) -> Row:
    when = brief(stage.when)
    return (_part(part, stage.id), name_cell(stage), Cell(when, stage.id, None, "muted"), Cell("", stage.id))


def _touchpoint_row(part: str, each: Touchpoint, records: Records) -> Row:
    stage = records.get(each.stage or "")
    where = called(stage, NAME) if isinstance(stage, Stage) else ""
    felt = each.emotion
    tone = "pain" if felt is not None and felt.valence <= -1 else "muted"
    words = "" if felt is None else valence_text(felt.valence)
    said = SEPARATOR.join(filter(None, (words, brief(felt.word) if felt is not None else "")))
    return (
        _part(part, each.id),
        name_cell(each),
        Cell(where, each.id, where.casefold(), "muted", tip=brief(where)),
        Cell(said, each.id, None if felt is None else felt.valence, tone),
    )


def _handoff_rows(part: str, exchange: Exchange, records: Records) -> Iterable[Row]:
    """Yield a row for each handoff; it is called by where the customer arrives and leads there."""
    other = called(exchange.other, NAME)
    for each in exchange.handoffs:
        source, target = (records[record] for record in each.records)
        words = f"{called(source, NAME)} → {called(target, NAME)}"
        yield (
            _part(part, target.id),
            Cell(words, target.id, words.casefold(), is_strong=True, tip=each.sentence),
            Cell(other, target.id, other.casefold(), owner=exchange.other.id),
            _severity(each.severity, target.id),
        )


def _severity(severity: Severity, record: str) -> Cell:
    tone = "pain" if severity == "high" else "muted" if severity == "low" else "ink"
    return Cell(severity_word(severity), record, -SEVERITIES.index(severity), tone, severity == "high")


def _opportunity_row(each: Opportunity, records: Records, today: date) -> Row:
    where = where_words(records, records[each.on])
    due = due_cell(each.due, each.id, today)
    tip = SEPARATOR.join(filter(None, (status_name(each.status), due.tip)))
    return (
        _part(_("opportunity"), each.id),
        name_cell(each),
        Cell(where, each.id, where.casefold(), "muted", tip=brief(where)),
        due._replace(tip=tip),
    )


def _metric_row(each: Metric, records: Records) -> Row:
    where = where_words(records, records[each.on])
    words, tone = gap_words(each)
    ends = (value_text(number, each.unit) for number in (each.current, each.target) if number is not None)
    said = " → ".join(ends) or brief(words)
    return (
        _part(_("metric"), each.id),
        name_cell(each),
        Cell(where, each.id, where.casefold(), "muted", tip=brief(where)),
        Cell(
            said,
            each.id,
            said.casefold() or None,
            tone if words else "muted",
            tip=SEPARATOR.join(filter(None, (standing(each), words))),
        ),
    )


def _part(words: str, record: str) -> Cell:
    return Cell(words, record, words, "muted")
