"""How far opportunities are, and what they are worth against their effort, each in one step."""

from collections.abc import Sequence
from datetime import date

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.parts import Status
from journey_editor.core.records import Opportunity

SCORES = ("impact", "value", "alignment")
"""What the worth of an opportunity is the mean of, as far as it is given."""

LEAST, MOST = 1, 5


def set_status(document: Document, ids: Sequence[str], status: Status, today: date) -> None:
    """Let opportunities have a status; what is no opportunity is left alone.

    What is done gets today as its day, unless it has one; what was done and is not any more loses it.
    """
    with document.transaction(_("Change status")):
        for record_id in ids:
            each = document.records.get(record_id)
            if not isinstance(each, Opportunity) or each.status == status:
                continue
            done_on = each.done_on
            if status == "done":
                done_on = done_on or today
            elif each.status == "done":
                done_on = None
            document.put(each.with_(status=status, done_on=done_on))


def weigh(document: Document, opportunity_id: str, effort: int | None, worth: float | None) -> None:
    """Let an opportunity take an effort (None: not known any more) and a worth, both 1 to 5, in one step.

    Its worth is a mean, so those of impact, value and alignment that are given go up or down together (`lifted`); None
    leaves them as they are. Raises KeyError where the id names no opportunity.
    """
    each = document.one(Opportunity, opportunity_id)
    scores = {} if worth is None else lifted(each, worth)
    changes: dict[str, int | None] = {**scores, "effort": effort}
    names = [name for name, value in changes.items() if each.__dict__[name] != value]
    with document.transaction(_weighing(names)):
        if names:
            document.put(each.with_(**changes))


def lifted(opportunity: Opportunity, worth: float) -> dict[str, int]:
    """Return scores whose mean comes as near to a worth as whole numbers let it, by the name of each.

    All that are given go up or down by the same number of steps, none beyond 1 and 5. Of two that are equally near the
    one of fewer steps is taken. Where nothing is given it is the impact that says what something is worth.
    """
    given = {name: opportunity.__dict__[name] for name in SCORES if opportunity.__dict__[name] is not None}
    if not given:
        return {SCORES[0]: _within(round(worth))}

    def misses(steps: int) -> tuple[float, int]:
        mean = sum(_within(each + steps) for each in given.values()) / len(given)
        return abs(mean - worth), abs(steps)

    steps = min(range(LEAST - MOST, MOST - LEAST + 1), key=misses)
    return {name: _within(each + steps) for name, each in given.items()}


def status_name(status: Status) -> str:
    """Return what a status is called."""
    return {
        "proposed": _("Proposed"),
        "planned": _("Planned"),
        "doing": _("Doing"),
        "done": _("Done"),
        "dropped": _("Dropped"),
    }[status]


def _within(score: int) -> int:
    return max(LEAST, min(MOST, score))


def _weighing(names: Sequence[str]) -> str:
    """Return what it is called to change such fields."""
    if names == ["effort"]:
        return _("Change effort")
    return _("Change worth and effort") if "effort" in names else _("Change worth")
