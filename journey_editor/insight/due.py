"""Which opportunities are still to be done, and by how many days they are late: the same wherever that is told."""

from datetime import date

from journey_editor.core.records import Opportunity


def is_open(opportunity: Opportunity) -> bool:
    """Whether an opportunity is still to be done: neither done nor dropped."""
    return opportunity.status not in ("done", "dropped")


def late_by(opportunity: Opportunity, today: date) -> int | None:
    """Return how many days ago something should have been done; None where it is in time, done or dropped."""
    if opportunity.due is None or opportunity.due >= today or not is_open(opportunity):
        return None
    return (today - opportunity.due).days
