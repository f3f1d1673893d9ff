"""What a poster says below the map: moments of truth, where the journey breaks, what happens in the next 90 days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import day_text
from journey_editor.core.journey import Journey
from journey_editor.core.measures import Course, course
from journey_editor.core.records import Metric, Opportunity, Touchpoint
from journey_editor.core.times import days_text
from journey_editor.core.words import number_text, unnamed
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding, set_aside
from journey_editor.insight.findings import findings
from journey_editor.insight.votes import most_voted, votes_text
from journey_editor.layout import text
from journey_editor.layout.entries import metric_text
from journey_editor.layout.title import SEPARATOR

HORIZON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: what it is about, what there is to say, `more` in lines of their own, and how far it has come."""

    lead: str
    rest: str = ""
    more: tuple[str, ...] = ()
    course: Course | None = None


def moments(journey: Journey) -> list[Item]:
    """Return the moments of truth, the most voted first, else in reading order.

    Each says where it stands and should be, else why it matters; then when it counts, what it decides and what helps.
    """
    metrics = {metric.id: metric for metric in _metrics(journey)}
    found: list[Item] = []
    for touchpoint in most_voted(journey.touchpoints):
        moment = touchpoint.moment
        if moment is None:
            continue
        metric = metrics.get(moment.metric or "")
        window, impact, improvement = (text.flat(each) for each in (moment.window, moment.impact, moment.improvement))
        said = (metric_text(metric) if metric else "") or impact or improvement or window
        rest = ", ".join(filter(None, (said, votes_text(touchpoint.votes))))
        why = SEPARATOR.join(each for each in (window, impact) if each and each != said)
        more = (why, f"→ {improvement}" if improvement and improvement != said else "")
        found.append(
            Item(_title(touchpoint), rest, tuple(filter(None, more)), course(metric) if metric is not None else None)
        )
    return found


def breaks(case: Case) -> list[Item]:
    """Return costly handoffs and troughs, the worst first: where the journey breaks, and how one sees it.

    Of several handoffs between the same two owners the worst stands for all; what people set aside is left out.
    """
    found: dict[str, Item] = {}
    journey = case.journey
    by_id = {each.id: each for each in journey.touchpoints}
    aside = set_aside(journey.map)
    for finding in findings(case, "handoff", "trough"):
        if finding.key in aside:
            continue
        if finding.rule == "handoff" and finding.severity in ("high", "medium"):
            item = _handoff(journey, finding, case.held, by_id)
        elif finding.rule == "trough":
            item = _trough(finding, by_id)
        else:
            continue
        found.setdefault(item.lead, item)
    return list(found.values())


def _handoff(journey: Journey, finding: Finding, held: Mapping[str, str], by_id: Mapping[str, Touchpoint]) -> Item:
    names = {owner.id: owner.name.strip() or unnamed("owner") for owner in journey.owners}
    source, target = finding.records
    labels = (each.label.strip() for each in journey.transitions if (each.source, each.target) == (source, target))
    said = [next(filter(None, labels), "")]
    wait, fall = finding.numbers.get("wait_days", 0), finding.numbers.get("fall", 0)
    if wait > 0:
        said.append(_("{wait} of waiting").format(wait=_days(wait)))
    if fall > 0:
        said.append(_("the feeling falls by {fall}").format(fall=number_text(fall)))
    if not any(said):
        said.append(_("without a protocol at “{title}”").format(title=_title(by_id[target])))
    return Item(f"{names[held[source]]} → {names[held[target]]}", ", ".join(filter(None, said)))


def _trough(finding: Finding, by_id: Mapping[str, Touchpoint]) -> Item:
    lowest = min(
        (by_id[each] for each in finding.records), key=lambda each: each.emotion.valence if each.emotion else 0
    )
    word = lowest.emotion.word.strip() if lowest.emotion else ""
    valence = number_text(finding.numbers["valence"])
    said = _("{word}, {valence}") if word else _("the feeling falls to {valence}")
    return Item(_title(lowest), said.format(word=word, valence=valence))


def _days(days: float) -> str:
    """Return a wait in words: whole days where they say it, else the shortest form."""
    return ngettext("{} day", "{} days", int(days)).format(int(days)) if days == int(days) else days_text(days)


def _title(touchpoint: Touchpoint) -> str:
    return touchpoint.title.strip() or unnamed("touchpoint")


def next_days(journey: Journey, today: date) -> list[Item]:
    """Return what is to be done within 90 days or is late: who does it, and by when.

    The most voted comes first, what has no votes by due date.
    """
    owners = {owner.id: owner.name.strip() for owner in journey.owners}
    due = [
        (each.due, each)
        for each in _opportunities(journey)
        if each.status in ("proposed", "planned", "doing") and each.due is not None and each.due - today <= HORIZON
    ]
    found: list[Item] = []
    for day, each in sorted(due, key=_turn):
        shown = day_text(day, today)
        when = _("was due {day}").format(day=shown) if day < today else shown
        who = [name for name in (owners.get(each.owner or "", ""), each.who.strip()) if name]
        said = filter(None, (*who, when, votes_text(each.votes)))
        found.append(Item(each.text.strip() or unnamed("opportunity"), ", ".join(said)))
    return found


def _turn(dated: tuple[date, Opportunity]) -> tuple[int, date, str, str]:
    day, opportunity = dated
    return -opportunity.votes, day, opportunity.rank, opportunity.id


def _metrics(journey: Journey) -> Iterator[Metric]:
    for attached in journey.metrics.values():
        yield from attached


def _opportunities(journey: Journey) -> Iterator[Opportunity]:
    """Yield the opportunities of what lies on the map; the tray waits to be placed and is not printed."""
    waiting = {touchpoint.id for touchpoint in journey.tray}
    waiting |= {each.id for each in journey.transitions if waiting & {each.source, each.target}}
    for on, attached in journey.opportunities.items():
        if on not in waiting:
            yield from attached
