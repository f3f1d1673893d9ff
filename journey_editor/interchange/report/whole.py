"""The written report of a map: what it tells, what happened since the last review, and who does what."""

from collections.abc import Iterator

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import ago, full_day_text
from journey_editor.core.reviews import due_words
from journey_editor.core.times import long_days
from journey_editor.core.titles import called
from journey_editor.insight.actionlist import action_list
from journey_editor.insight.case import Case
from journey_editor.insight.conversion import tier_name
from journey_editor.insight.finding import Finding, set_aside
from journey_editor.insight.summary import summary
from journey_editor.insight.used import evidence_used
from journey_editor.interchange.report.actions import actions_section
from journey_editor.interchange.report.evidence import evidence_section
from journey_editor.interchange.report.feelings import curve_of
from journey_editor.interchange.report.found import aside_section, findings_sections, told_findings
from journey_editor.interchange.report.measured import gaps_section, moments_section
from journey_editor.interchange.report.parts import Block, Fact, Facts, Prose, Report, Said, Section
from journey_editor.interchange.report.past import past_sections
from journey_editor.layout.title import evidence_summary, state_name


def whole_report(case: Case) -> Report:
    """Return the report of a map for its day. Whatever is private or in the tray is left out."""
    found = told_findings(case)
    aside = set_aside(case.journey.map)
    standing = tuple(each for each in found if each.key not in aside)
    sections = [
        _glance(case, standing),
        Section(_("How it feels"), [curve_of(case)]),
        *past_sections(case),
        *findings_sections(case, standing),
        *aside_section(case, tuple(each for each in found if each.key in aside)),
        gaps_section(case),
        moments_section(case),
        *actions_section(case),
        evidence_section(case),
    ]
    return Report(
        kind=_("Report"),
        title=called(case.journey.map),
        subtitle=subtitle(case),
        about=tuple(_about(case)),
        sections=tuple(sections),
        day=full_day_text(case.today),
        subject=_("Report on a customer journey map"),
    )


def subtitle(case: Case) -> str:
    """Return what a report says in one line below its title."""
    journey = case.journey
    persona = called(journey.persona) if journey.persona is not None else ""
    state = state_name(journey.map.state)
    said = (state[:1].upper() + state[1:], persona, evidence_summary(evidence_used(case)))
    return " · ".join(filter(None, said))


def _about(case: Case) -> Iterator[tuple[str, str]]:
    """Yield what the map is for, from where to where it reaches, and when it was and will be reviewed."""
    journey_map = case.journey.map
    if journey_map.objective.strip():
        yield _("Objective"), journey_map.objective.strip()
    reach = " → ".join(filter(None, (journey_map.scope_from.strip(), journey_map.scope_to.strip())))
    if reach:
        yield _("Scope"), reach
    said: list[str] = []
    if journey_map.reviewed is not None:
        days = (case.today - journey_map.reviewed).days
        words = _("{day} ({ago})") if days >= 0 else "{day}"
        said.append(words.format(day=full_day_text(journey_map.reviewed), ago=ago(days)))
    following, _is_over = due_words(journey_map, case.today)
    if following:
        said.append(following)
    if said:
        yield _("Reviewed"), ". ".join(said)


def _glance(case: Case, found: tuple[Finding, ...]) -> Section:
    """Return the map in numbers, and what weighs most."""
    blocks: list[Block] = [Facts(tuple(_facts(case, found)))]
    high = [each for each in found if each.severity == "high"]
    if not case.journey.touchpoints:
        blocks.append(Prose(_("The map has no touchpoints yet, so there is little to tell."), "muted"))
    elif high:
        words = ngettext("{count} finding is high: it comes first below.",
                         "{count} findings are high: they come first below.", len(high))  # fmt: skip
        blocks.append(Prose(words.format(count=len(high))))
    else:
        blocks.append(Prose(_("No finding is high."), "good"))
    return Section(_("At a glance"), blocks)


def _facts(case: Case, found: tuple[Finding, ...]) -> Iterator[Fact]:
    counted = summary(case)
    stages = ngettext("in {count} stage", "in {count} stages", counted.stages).format(count=counted.stages)
    yield Fact(str(counted.touchpoints), ngettext("touchpoint", "touchpoints", counted.touchpoints), Said(stages))
    high = _("{count} of them high").format(count=counted.high_handoffs) if counted.high_handoffs else ""
    yield Fact(str(counted.handoffs), ngettext("handoff", "handoffs", counted.handoffs), Said(high, "pain"))
    yield Fact(str(counted.troughs), ngettext("trough", "troughs", counted.troughs))
    yield Fact(str(counted.moments), ngettext("moment of truth", "moments of truth", counted.moments))
    if counted.backed is not None:
        felt = "" if counted.coverage is None else _("{share} % have a feeling").format(
            share=round(counted.coverage * 100)
        )  # fmt: skip
        yield Fact(f"{round(counted.backed * 100)} %", _("of feelings backed by evidence"), Said(felt))
    if counted.waiting_days:
        yield Fact(long_days(counted.waiting_days), _("of waiting on the happy path"))
    conversion = counted.conversion
    if conversion.whole is not None:
        paid = "" if conversion.paid is None or conversion.tier is None else _("{share} % of buyers: {tier}").format(
            share=round(conversion.paid * 100), tier=tier_name(conversion.tier)
        )  # fmt: skip
        yield Fact(f"{_share(conversion.whole)} %", _("complete the journey"), Said(paid))
    if conversion.activation is not None and conversion.activation_tier is not None:
        tier = tier_name(conversion.activation_tier)
        yield Fact(f"{round(conversion.activation * 100)} %", _("activated"), Said(tier))
    actions = [each for each in action_list(case) if each.is_open]
    late = sum(each.late is not None for each in actions)
    words = ngettext("{count} overdue", "{count} overdue", late).format(count=late) if late else ""
    yield Fact(str(len(actions)), ngettext("open action", "open actions", len(actions)), Said(words, "pain"))
    severe = sum(each.severity == "high" for each in found)
    words = ngettext("{count} high", "{count} high", severe).format(count=severe) if severe else ""
    yield Fact(str(len(found)), ngettext("finding", "findings", len(found)), Said(words, "pain"))


def _share(share: float) -> str:
    """Return a share in percent: with a decimal where it is small."""
    percent = share * 100
    return f"{percent:.1f}" if 0 < percent < 9.95 else f"{percent:,.0f}"
