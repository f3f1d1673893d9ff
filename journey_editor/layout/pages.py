"""A map in pages of a few columns, to be read from the back row of a room: stage by stage, wider stages evenly cut."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from journey_editor.core.journey import Column, Journey
from journey_editor.core.lanes import Lane, lane_of, lanes_by
from journey_editor.core.records import Owner, Stage
from journey_editor.layout.colors import owner_colors
from journey_editor.layout.style import LIGHT

MOST_COLUMNS = 8
"""Of a page; more are not taken in from the back row."""


@dataclass(frozen=True, slots=True)
class Page:
    """Columns of one stage that are shown together: page `number`, from 0, of `count`.

    A stage without touchpoints has a page without columns; the one page of a map without stages has no stage either.
    """

    stage: Stage | None
    columns: tuple[Column, ...]
    number: int = 0
    count: int = 1

    @property
    def touchpoints(self) -> frozenset[str]:
        """The ids of what lies on it."""
        return frozenset(touchpoint.id for column in self.columns for touchpoint in column)


def pages_of(journey: Journey, most: int = MOST_COLUMNS) -> tuple[Page, ...]:
    """Cut a map into pages of at most so many columns, in reading order; there is one at least."""
    found: list[Page] = []
    for stage in journey.stages:
        columns = journey.columns_by_stage[stage.id]
        parts = evenly(columns, most)
        found += [Page(stage, part, number, len(parts)) for number, part in enumerate(parts)]
    return tuple(found) or (Page(None, ()),)


def evenly(columns: tuple[Column, ...], most: int) -> list[tuple[Column, ...]]:
    """Cut columns into as few parts as can be, none longer than `most` and none more than one longer than another."""
    count = max(1, -(-len(columns) // most))
    ends = [len(columns) * part // count for part in range(count + 1)]
    return [columns[begin:end] for begin, end in pairwise(ends)]


def page_with(pages: Sequence[Page], record: str) -> int | None:
    """Return which page shows a touchpoint, or begins a stage; None where there is none."""
    for number, page in enumerate(pages):
        if record in page.touchpoints:
            return number
    return next((number for number, page in enumerate(pages) if page.stage and page.stage.id == record), None)


def part_of(journey: Journey, page: Page) -> Journey:
    """Return what a page shows of a map, as a map: its columns, and the owners that they have, in their colours.

    Owners without lanes of their own are all there: cards show them.
    """
    stages = (page.stage,) if page.stage is not None else ()
    lanes = {lane_of(touchpoint, page.stage) for column in page.columns for touchpoint in column}
    if not lanes and page.stage is not None and page.stage.owner:
        lanes = {Lane("owner", page.stage.owner)}
    return replace(
        journey,
        owners=_owners(journey, lanes) if lanes_by(journey.map) == "owner" else journey.owners,
        stages=stages,
        columns_by_stage={stage.id: page.columns for stage in stages},
        touchpoints=journey.touchpoints if page.columns else (),
    )


def _owners(journey: Journey, lanes: set[Lane]) -> tuple[Owner, ...]:
    """Return the owners of lanes, each with the colour that it has on the whole map."""
    colors = owner_colors(tuple((owner.id, owner.color) for owner in journey.owners), LIGHT)
    used = (owner for owner in journey.owners if Lane("owner", owner.id) in lanes)
    return tuple(owner if owner.color == colors[owner.id] else owner.with_(color=colors[owner.id]) for owner in used)
