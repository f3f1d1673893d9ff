"""How far opportunities are: their status, and the day on which they were done, in one step."""

from collections.abc import Sequence
from datetime import date

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.parts import Status
from journey_editor.core.records import Opportunity


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


def status_name(status: Status) -> str:
    """Return what a status is called."""
    return {
        "proposed": _("Proposed"),
        "planned": _("Planned"),
        "doing": _("Doing"),
        "done": _("Done"),
        "dropped": _("Dropped"),
    }[status]
