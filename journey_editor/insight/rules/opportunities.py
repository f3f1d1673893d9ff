"""The rules `unowned_opportunity`, `overdue_opportunity`, `pain_without_opportunity`: what is done, by whom, when."""

from collections.abc import Iterator

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import full_day_text
from journey_editor.core.records import Note, Opportunity
from journey_editor.insight.case import Case
from journey_editor.insight.due import late_by
from journey_editor.insight.finding import Finding


def unowned_opportunity(case: Case) -> Iterator[Finding]:
    """Find opportunities without owner or due date: one for each that is under way, one for all that are proposed."""
    loose = [each for each in case.opportunities if not each.owner or each.due is None]
    for each in loose:
        if each.status in ("planned", "doing"):
            said = _under_way_text(each).format(text=case.name(each.id))
            yield Finding("unowned_opportunity", "medium", (each.id,), {}, said)
    proposed = tuple(each.id for each in loose if each.status == "proposed")
    if proposed:
        said = ngettext(
            "“{text}” is proposed without owner or date: who takes it on, and by when?",
            "{count} proposed opportunities have no owner or no date: who takes them on, and by when?",
            len(proposed),
        ).format(text=case.name(proposed[0]), count=len(proposed))
        yield Finding("unowned_opportunity", "low", proposed, {}, said)


def overdue_opportunity(case: Case) -> Iterator[Finding]:
    """Find opportunities whose due date has passed and that are neither done nor dropped; `days` are since then."""
    for each in case.opportunities:
        days = late_by(each, case.today)
        if each.due is None or days is None:
            continue
        said = ngettext(
            "“{text}” was due {count} day ago ({due}): do it, move it or drop it.",
            "“{text}” was due {count} days ago ({due}): do it, move it or drop it.",
            days,
        ).format(text=case.name(each.id), count=days, due=full_day_text(each.due))
        yield Finding("overdue_opportunity", "medium", (each.id,), {"days": days}, said)


def pain_without_opportunity(case: Case) -> Iterator[Finding]:
    """Find stages, touchpoints and transitions that hurt and that no opportunity of any status is about."""
    answered = {note for each in case.opportunities for note in each.answers}
    pains: dict[str, list[Note]] = {}
    for note in case.pains:
        pains.setdefault(note.on, []).append(note)
    for on, notes in pains.items():
        stage = case.stage_at.get(on)
        about = case.opportunities_on(on, *([stage.id] if stage is not None else []))
        if about or not answered.isdisjoint(each.id for each in notes):
            continue
        said = ngettext(
            "“{name}” has a pain point that no opportunity is about: “{pain}”",
            "“{name}” has {count} pain points that no opportunity is about, such as “{pain}”",
            len(notes),
        ).format(name=case.name(on), count=len(notes), pain=case.name(_worst(notes).id))
        yield Finding("pain_without_opportunity", "low", (on,), {"pains": len(notes)}, said)


def _under_way_text(opportunity: Opportunity) -> str:
    if opportunity.owner:
        return _("“{text}” is under way without a date: what has no date is put off.")
    if opportunity.due is not None:
        return _("“{text}” is under way without an owner: what nobody owns is not done.")
    return _("“{text}” is under way without owner and date: what nobody owns is not done.")


def _worst(notes: list[Note]) -> Note:
    """Return the pain that is said: the most severe one, of equal ones the first."""
    return max(notes, key=lambda each: each.severity or 0)
