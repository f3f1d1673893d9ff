"""What a room votes on, one after another, and the ranking that comes of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from journey_editor.assets import ngettext
from journey_editor.core.edits.votes import Votable, votes_of
from journey_editor.core.journey import Journey
from journey_editor.core.records import Record
from journey_editor.insight.case import is_pain

Ballot = Literal["touchpoints", "pain_points", "opportunities"]
"""What is voted on."""

BALLOTS: tuple[Ballot, ...] = ("touchpoints", "pain_points", "opportunities")

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Placing:
    """One record of a ranking: its place (equal votes share one), its votes, and their share of the most, 0 to 1."""

    place: int
    record: Votable
    share: float

    @property
    def votes(self) -> int:
        """How many votes it has."""
        return self.record.votes


def candidates(journey: Journey, ballot: Ballot) -> tuple[Votable, ...]:
    """Return what can be voted on, in reading order: settled pain points and dropped opportunities are over.

    What hangs on a stage comes before what hangs on its touchpoints; the tray is not on the map yet.
    """
    if ballot == "touchpoints":
        return journey.touchpoints
    found: list[Votable] = []
    for record_id in _in_turn(journey):
        if ballot == "pain_points":
            found += (each for each in journey.notes.get(record_id, ()) if is_pain(each))
        else:
            found += (each for each in journey.opportunities.get(record_id, ()) if each.status != "dropped")
    return tuple(found)


def ranking(records: Iterable[Votable]) -> tuple[Placing, ...]:
    """Return those of some records that have votes, the most voted first; equal votes keep their order."""
    voted = most_voted(each for each in records if each.votes)
    most = voted[0].votes if voted else 1
    found: list[Placing] = []
    for index, record in enumerate(voted):
        same = bool(found) and found[-1].votes == record.votes
        found.append(Placing(found[-1].place if same else index + 1, record, record.votes / most))
    return tuple(found)


def most_voted(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """Return records with the most voted first; those with equal votes, or none, keep their order."""
    return sorted(records, key=lambda each: -votes_of(each))


def votes_text(votes: int) -> str:
    """Return a number of votes in words, "" for none."""
    return ngettext("{count} vote", "{count} votes", votes).format(count=votes) if votes else ""


def _in_turn(journey: Journey) -> Sequence[str]:
    """Return what notes hang on, in reading order."""
    found: list[str] = []
    for stage in journey.stages:
        found.append(stage.id)
        found += (each.id for column in journey.columns_by_stage[stage.id] for each in column)
    placed = set(found)
    return (*found, *(each.id for each in journey.transitions if each.source in placed))
