"""What of a map makes a template: its shape, without what only one team has found out, said or done."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from journey_editor.core.records import (
    Evidence,
    Head,
    JourneyMap,
    Metric,
    Note,
    Opportunity,
    Picture,
    Record,
    Stage,
    Touchpoint,
    Transition,
)

QUARTER = timedelta(days=91)
"""So far dates of a template are moved on at a time: thirteen weeks keep the day of the week."""


def as_template(records: Iterable[Record], title: str) -> dict[str, Record]:
    """Return the records of a file as a template of that title, by their ids.

    Stages, touchpoints, feelings, notes, ideas, targets, owners and personas stay. What counts, what was measured,
    voted, reviewed, set aside or done, dates, evidence, private notes and the tray go, since they belong to one team
    and one time. A feeling that was found out becomes an assumption; one that is intended stays so.
    """
    given = {each.id: each for each in records}
    left_out = {each.id for each in given.values() if _stays_at_home(each)}
    hanging = _hanging_on(left_out, given)
    kept = {each.id: _cleaned(each, title, hanging) for each in given.values() if each.id not in hanging}
    shown = {str(each.__dict__.get("picture") or "") for each in kept.values()}
    return {id: each for id, each in kept.items() if not isinstance(each, Picture) or id in shown}


def begun(records: Iterable[Record], today: date) -> list[Record]:
    """Return the records of a template as a file that is begun today: its maps are new, and nothing is late already."""
    return [
        each.with_(created=today) if isinstance(each, JourneyMap) and each.created is None else each
        for each in moved_on(records, today)
    ]


def moved_on(records: Iterable[Record], today: date) -> list[Record]:
    """Return the records of a template with its due dates moved on by whole quarters, so that none is past already."""
    given = list(records)
    due = [each.due for each in given if isinstance(each, Opportunity | Metric) and each.due is not None]
    if not due or min(due) > today:
        return given
    by = QUARTER * ((today - min(due)) // QUARTER + 1)
    return [_later(each, by) for each in given]


def _later(each: Record, by: timedelta) -> Record:
    if isinstance(each, Opportunity | Metric) and each.due is not None:
        return each.with_(due=each.due + by) if each.due <= date.max - by else each
    return each


def _stays_at_home(each: Record) -> bool:
    if isinstance(each, Note):
        return each.private
    return isinstance(each, Evidence) or (isinstance(each, Touchpoint) and each.stage is None)


def _hanging_on(gone: set[str], given: Mapping[str, Record]) -> set[str]:
    """Return those that go with what is gone: transitions of touchpoints, and what hangs on any of them."""
    found = set(gone)
    for each in given.values():
        if isinstance(each, Transition) and {each.source, each.target} & gone:
            found.add(each.id)
    for each in given.values():
        if isinstance(each, Note | Opportunity | Metric) and each.on in found:
            found.add(each.id)
    return found


def _cleaned(each: Record, title: str, gone: set[str]) -> Record:
    if isinstance(each, Head):
        return each.with_(title=title)
    if isinstance(each, JourneyMap):
        return each.with_(
            created=None, reviewed=None, until=None, reviews=(), dismissed=(), locked=False,
        )  # fmt: skip
    if isinstance(each, Stage):
        return each.with_(entered=None, completed=None, activated=None, tickets=None, as_of=None, evidence=())
    if isinstance(each, Touchpoint):
        return _cleaned_touchpoint(each, gone)
    if isinstance(each, Transition):
        return each.with_(evidence=())
    if isinstance(each, Note):
        return each.with_(evidence=(), votes=0, resolved=False)
    if isinstance(each, Opportunity):
        answers = tuple(note for note in each.answers if note not in gone)
        metric = None if each.metric in gone else each.metric
        return each.with_(
            who="", due=None, status="proposed", answers=answers, metric=metric, votes=0, outcome="", done_on=None,
        )  # fmt: skip
    if isinstance(each, Metric):
        return each.with_(baseline=None, current=None, as_of=None, due=None, history=(), evidence=())
    return each


def _cleaned_touchpoint(each: Touchpoint, gone: set[str]) -> Touchpoint:
    changes: dict[str, Any] = {"believed": None, "evidence": (), "tickets": None, "votes": 0}
    if each.emotion is not None:
        basis = "intended" if each.emotion.basis == "intended" else "assumption"
        changes["emotion"] = each.emotion.with_(basis=basis, n=None, low=None, high=None, hands=None)
    if each.moment is not None and each.moment.metric in gone:
        changes["moment"] = each.moment.with_(metric=None)
    return each.with_(**changes)
