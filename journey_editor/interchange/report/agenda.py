"""The agenda of a stage for a business review: where it stands, how it feels, what was done, what is to be decided."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import full_day_text
from journey_editor.core.funnel import lost
from journey_editor.core.records import Note, Stage
from journey_editor.core.times import span_text
from journey_editor.core.titles import called, in_line, shortened
from journey_editor.insight.actionlist import action_list
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding, set_aside
from journey_editor.insight.votes import most_voted
from journey_editor.interchange.report.actions import action_table
from journey_editor.interchange.report.feelings import curve_of
from journey_editor.interchange.report.found import entries_of, told_findings
from journey_editor.interchange.report.measured import metric_table, moment_entry
from journey_editor.interchange.report.parts import (
    Block,
    Curve,
    Entries,
    Entry,
    Lines,
    Prose,
    Report,
    Said,
    Section,
    Table,
)
from journey_editor.interchange.report.past import done_entries, move_entries
from journey_editor.interchange.report.since import done_since, last_review, moved_since
from journey_editor.interchange.report.words import owner_name, since_words

ALL = 100_000
"""So many entries of a list are all of them."""


def stage_agenda(case: Case, stage: Stage) -> Report:
    """Return the whole agenda of a stage, nothing left out but what is private."""
    return Agenda(case, stage).report()


def _about(case: Case, stage: Stage) -> Iterator[tuple[str, str]]:
    helpers = ", ".join(filter(None, (owner_name(case, each) for each in stage.contributors)))
    owner = owner_name(case, stage.owner) or _("nobody yet")
    yield _("Owner"), _("{owner}, with {helpers}").format(owner=owner, helpers=helpers) if helpers else owner
    if when := in_line(stage.when) or span_text(stage.start_day, stage.end_day):
        yield _("When"), when


def _is_about(case: Case, finding: Finding, inside: set[str]) -> bool:
    """Whether a finding is about something in the stage; its handoffs are those in and out of it."""
    for each in finding.records:
        if each in inside:
            return True
        record = case.record(each)
        if record is not None and getattr(record, "on", None) in inside:
            return True
    return False


class Agenda:
    """The agenda of one stage, gathered once, so that it can be told in lists of any length."""

    def __init__(self, case: Case, stage: Stage) -> None:
        self._case, self._stage = case, stage
        inside = {stage.id, *(each.id for column in case.journey.columns_by_stage[stage.id] for each in column)}
        inside |= {each.id for each in case.transitions if each.source in inside}
        aside = set_aside(case.journey.map)
        found = [each for each in told_findings(case) if each.key not in aside and _is_about(case, each, inside)]
        self._found = [replace(each, lead="") for each in entries_of(case, found)]  # its sentence says where
        open_ones = [each for each in action_list(case) if each.opportunity.on in inside and each.is_open]
        self._actions = sorted(open_ones, key=lambda each: -(each.late or 0))
        metrics = [each for each in case.metrics if each.on in inside]
        self._metrics = metrics
        self._since = last_review(case)
        hanging = [each for each in case.opportunities if each.on in inside]
        done = done_since(hanging, self._since, case.today)
        moves = moved_since(metrics, self._since, case.today)
        self._past = [*done_entries(case, done), *move_entries(case, moves)]
        self._curve = curve_of(case, stage.id)
        moments = [replace(moment_entry(case, each), rest="") for each in case.moments if each.id in inside]
        self._felt = [*moments, *map(_pain, _pains(case, inside))]

    def report(self, most: int = ALL, letters: int = ALL) -> Report:
        """Return the agenda; lists have at most so many entries and say how many more there are.

        `letters` is how long a text may be before it is shortened.
        """
        case, stage = self._case, self._stage
        sections = (
            Section(_("Where it stands"), self._standing(most, letters)),
            Section(_("What happened {since}").format(since=since_words(self._since)), _entries(
                self._past, most, letters) or [Prose(_("Nothing was done and nothing measured anew."), "muted")]),
            Section(_("How it feels"), self._feelings(most, letters)),
            Section(_("What was found"), _entries(self._found, most, letters)
                    or [Prose(_("Nothing was found that needs attention."), "good")]),
            Section(_("Open actions"), self._open(most, letters)),
            Section(_("To decide today"), [Lines()]),
        )  # fmt: skip
        return Report(
            kind=_("Agenda"),
            title=_("Business review: {stage}").format(stage=shortened(called(stage), letters)),
            subtitle=shortened(called(case.journey.map), letters),
            about=tuple((name, shortened(words, letters)) for name, words in _about(case, stage)),
            sections=sections,
            day=full_day_text(case.today),
            subject=_("Agenda for the business review of a stage"),
        )

    def _standing(self, most: int, letters: int) -> list[Block]:
        """Return who came through the stage, and where its metrics are."""
        counted = " · ".join(_counted(self._stage))
        blocks: list[Block] = [Prose(counted)] if counted else []
        if shown := self._metrics[:most]:
            blocks.append(_briefer_table(metric_table(shown), letters))
        blocks += _rest(len(self._metrics) - len(shown))
        return blocks or [Prose(_("Nothing is measured here yet."), "muted")]

    def _feelings(self, most: int, letters: int) -> list[Block]:
        """Return how customers feel here, which moments decide, and what hurts."""
        is_felt = any(each.valence is not None for each in self._curve.feelings)
        blocks: list[Block] = [_briefer(self._curve, letters)] if is_felt else []
        blocks += _entries(self._felt, most, letters)
        return blocks or [Prose(_("Nobody said how it feels here yet."), "muted")]

    def _open(self, most: int, letters: int) -> list[Block]:
        """Return what is to be done here, the late ones first, then by score."""
        if not self._actions:
            return [Prose(_("No open action."), "muted")]
        shown = self._actions[:most]
        rest = _rest(len(self._actions) - len(shown))
        if not shown:
            return rest
        return [_briefer_table(action_table(shown, with_owner=True), letters), *rest]


def _entries(entries: Sequence[Entry], most: int, letters: int) -> list[Block]:
    """Return at most so many entries and a word for the others; nothing where there is none."""
    shown = tuple(_briefer_entry(each, letters) for each in entries[:most])
    return [*([Entries(shown)] if shown else []), *_rest(len(entries) - len(shown))]


def _briefer_entry(entry: Entry, letters: int) -> Entry:
    """Return an entry with what more it says in one paragraph, and without its bar."""
    more = " · ".join(each.words for each in entry.more)
    said = (Said(shortened(more, letters), "muted"),) if more else ()
    lead, rest = shortened(entry.lead, letters), shortened(entry.rest, letters)
    return Entry(lead, rest, said, entry.sign)


def _briefer_table(table: Table, letters: int) -> Table:
    rows = tuple(tuple(Said(shortened(each.words, letters), each.tone) for each in row) for row in table.rows)
    return replace(table, rows=rows)


def _briefer(curve: Curve, letters: int) -> Curve:
    """Return a curve whose names are shortened; on a page nobody can tell more than some dozen names apart."""
    feelings = tuple(
        each._replace(title=shortened(each.title, letters), word=shortened(each.word, letters))
        for each in curve.feelings
    )
    return Curve(feelings)


def _rest(more: int) -> list[Block]:
    return [Prose(_("and {count} more").format(count=more), "muted")] if more > 0 else []


def _counted(stage: Stage) -> Iterator[str]:
    """Yield how many came into a stage and how many came through."""
    for count, words in (
        (stage.entered, _("{count} entered")), (stage.completed, _("{count} completed")),
        (stage.activated, _("{count} activated")),
        (stage.tickets, ngettext("{count} ticket", "{count} tickets", stage.tickets or 0)),
    ):  # fmt: skip
        if count is not None:
            yield words.format(count=f"{count:,}".replace(",", "\u00a0"))
    left = lost(stage.entered, stage.completed)
    if left is not None and left > 0:
        yield _("{share} % lost inside").format(share=round(left * 100))


def _pains(case: Case, inside: set[str]) -> list[Note]:
    """Return the pains of a stage that are not settled and not private: the most voted, then the worst first."""
    pains = [each for each in case.pains if each.on in inside]
    shown = [each for each in pains if not each.private and each.text.strip()]
    return most_voted(sorted(shown, key=lambda each: -(each.severity or 0)))


def _pain(note: Note) -> Entry:
    said: list[str] = []
    if note.severity is not None:
        said.append(_("severity {severity}").format(severity=note.severity))
    if note.votes:
        said.append(ngettext("{count} vote", "{count} votes", note.votes).format(count=note.votes))
    return Entry(in_line(note.text), " · ".join(said), sign="pain")
