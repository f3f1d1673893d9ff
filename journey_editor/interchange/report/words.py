"""What a report calls things: sources, priorities, feelings, days, and where something is."""

from datetime import date

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import full_day_text
from journey_editor.core.edits.opportunities import status_name
from journey_editor.core.parts import Basis, Priority, Source
from journey_editor.core.records import Owner
from journey_editor.core.titles import called
from journey_editor.insight.actionlist import Action
from journey_editor.insight.case import Case
from journey_editor.insight.finding import severity_word
from journey_editor.interchange.report.parts import Said

SEPARATOR = " · "


def priority_name(priority: Priority | None) -> str:
    """Return what a priority is called, "" where nobody said."""
    return severity_word(priority) if priority else ""


def basis_name(basis: Basis) -> str:
    """Return what a feeling rests on."""
    return {
        "assumption": _("assumption"),
        "workshop": _("workshop"),
        "research": _("research"),
        "measured": _("measured"),
        "intended": _("intended"),
    }[basis]


def source_name(source: Source) -> str:
    """Return where evidence comes from."""
    return {
        "interview": _("interviews"),
        "observation": _("observation"),
        "recording": _("recordings"),
        "ticket": _("tickets"),
        "nps_comment": _("NPS comments"),
        "survey": _("survey"),
        "analytics": _("analytics"),
        "crm": _("CRM"),
        "win_loss": _("win and loss calls"),
        "churn_interview": _("churn interviews"),
        "workshop": _("workshop"),
        "signal": _("signal"),
        "other": _("other source"),
    }[source]


def owner_name(case: Case, owner_id: str | None) -> str:
    """Return the name of an owner, "" for none."""
    found: Owner | None = next((each for each in case.journey.owners if each.id == owner_id), None)
    return "" if found is None else called(found)


def due_said(action: Action) -> Said:
    """Return when an action is due, and by how much it is late."""
    due = action.opportunity.due
    if due is None:
        return Said(_("no date") if action.is_open else "", "muted")
    if action.late is None:
        return Said(full_day_text(due))
    return Said(f"{full_day_text(due)}\n{late_words(action.late)}", "pain")


def late_words(days: int) -> str:
    """Return by how many days something is late."""
    return ngettext("{count} day late", "{count} days late", days).format(count=days)


def status_said(action: Action) -> Said:
    """Return how far an action is."""
    return Said(status_name(action.opportunity.status), "good" if action.opportunity.status == "done" else "plain")


def since_words(since: date | None) -> str:
    """Return the day that "since" means."""
    return _("since {day}").format(day=full_day_text(since)) if since else _("up to today")


def joined(*words: str) -> str:
    """Return words in one line, those that are empty left out."""
    return SEPARATOR.join(filter(None, words))
