"""Actions in a report: tables by owner, and what each owner answers for."""

from collections.abc import Iterable, Sequence

from journey_editor.assets import _, ngettext
from journey_editor.core.titles import called
from journey_editor.core.words import number_text
from journey_editor.insight.actionlist import Action, action_list
from journey_editor.insight.case import Case
from journey_editor.insight.ownership import Exchange, Responsibility, ownership
from journey_editor.insight.worth import class_name
from journey_editor.interchange.report.parts import Block, Column, Prose, Said, Section, Table
from journey_editor.interchange.report.words import due_said, joined, status_said


def actions_section(case: Case) -> list[Section]:
    """Return who answers for what and does what by when, owner by owner, last what nobody has."""
    actions = action_list(case)
    owned = ownership(case)
    found: list[Section] = []
    for each in (*owned.owners, owned.nobody):
        mine = [action for action in actions if action.opportunity.owner == (each.owner.id if each.owner else None)]
        if each.is_idle and not mine:
            continue
        name = called(each.owner) if each.owner is not None else _("Nobody yet")
        found.append(Section(name, _blocks(case, each, mine), 2))
    lead: list[Block] = [] if found else [Prose(_("Nothing on this map has an owner yet."), "muted")]
    return [Section(_("Who owns what, and does what by when"), lead), *found]


def action_table(actions: Sequence[Action], with_owner: bool = False) -> Table:
    """Return actions as a table; `with_owner` tells whose they are."""
    columns = (Column(_("Action"), 4.2), Column(_("Owner"), 2.4) if with_owner else Column(_("Where"), 2.4),
               Column(_("Due"), 1.9), Column(_("Status"), 1.3), Column(_("Score"), 2.1))  # fmt: skip
    return Table(columns, tuple(_row(each, with_owner) for each in actions))


def _row(action: Action, with_owner: bool) -> tuple[Said, ...]:
    name = Said(called(action.opportunity))
    where = Said(joined(called(action.stage), action.on), "muted")
    who = Said(joined(action.owner or _("nobody"), action.opportunity.who.strip()))
    if not with_owner and (person := action.opportunity.who.strip()):
        name = Said(f"{name.words} ({person})")
    score = "" if action.score is None else number_text(round(action.score, 1))
    kind = class_name(action.kind) if action.kind else ""
    return name, who if with_owner else where, due_said(action), status_said(action), Said(joined(score, kind), "muted")


def _blocks(case: Case, each: Responsibility, mine: Sequence[Action]) -> list[Block]:
    blocks: list[Block] = [Prose(words) for words in _answers_for(each) if words]
    still = sorted((action for action in mine if action.is_open), key=_by_due)
    if still:
        blocks.append(action_table(still))
    elif each.owner is not None:
        blocks.append(Prose(_("No open action."), "muted"))
    over = [called(action.opportunity) for action in mine if action.opportunity.status == "done"]
    if over:
        blocks.append(Prose(_("Done: {names}.").format(names=", ".join(over)), "good"))
    dropped = [called(action.opportunity) for action in mine if action.opportunity.status == "dropped"]
    if dropped:
        blocks.append(Prose(_("Dropped: {names}.").format(names=", ".join(dropped)), "muted"))
    return blocks


def _by_due(action: Action) -> tuple[bool, int]:
    due = action.opportunity.due
    return due is None, due.toordinal() if due else 0


def _answers_for(each: Responsibility) -> Iterable[str]:
    """Yield what somebody answers for, and to whom customers are handed."""
    touchpoints = len(each.touchpoints)
    if each.owner is None:
        if each.accountable:
            yield _("Stages without an owner: {names}.").format(names=_names(each.accountable))
        if touchpoints:
            words = ngettext("{count} touchpoint without an owner: {names}.",
                             "{count} touchpoints without an owner: {names}.", touchpoints)  # fmt: skip
            yield words.format(count=touchpoints, names=_names(each.touchpoints))
        return
    said: list[str] = []
    if each.accountable:
        said.append(_("Accountable for {names}.").format(names=_names(each.accountable)))
    if each.contributing:
        said.append(_("Helps with {names}.").format(names=_names(each.contributing)))
    if touchpoints:
        said.append(ngettext("{count} touchpoint.", "{count} touchpoints.", touchpoints).format(count=touchpoints))
    if each.gives:
        said.append(_("Hands customers over to {names}.").format(names=_exchanges(each.gives)))
    if each.takes:
        said.append(_("Takes them over from {names}.").format(names=_exchanges(each.takes)))
    yield " ".join(said)


def _names(records: Iterable[object]) -> str:
    return ", ".join(called(each) for each in records)  # pyright: ignore[reportArgumentType]


def _exchanges(exchanges: Iterable[Exchange]) -> str:
    """Return others by name, how often, and how many of the handoffs are high."""
    found: list[str] = []
    for each in exchanges:
        count, name = len(each.handoffs), called(each.other)
        often = ngettext("{count} time", "{count} times", count).format(count=count) if count > 1 else ""
        high = _("{count} high").format(count=each.high) if count > 1 else _("high")
        said = ", ".join(filter(None, (often, high if each.high else "")))
        found.append(f"{name} ({said})" if said else name)
    return ", ".join(found)
