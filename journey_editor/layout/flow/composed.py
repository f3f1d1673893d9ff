"""The flow of a map as parts that are kept: what transitions ask of it, then all arrows once cards have places."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from journey_editor.core.flow import NOBODY, holder_at, leaving_by_source
from journey_editor.core.journey import Journey
from journey_editor.core.lanes import Lane
from journey_editor.layout.arrows import Arrows, Beyond, Held, arrows_of, held_of, holders_in
from journey_editor.layout.blocks import Block, Shape, attached
from journey_editor.layout.blueprint import gap_below
from journey_editor.layout.flow.drawn import Drawn, drawn
from journey_editor.layout.flow.floor import seated_of
from journey_editor.layout.flow.plan import BELOW_LAST, NO_PLAN, Plan, handoffs_of, plan_of, told_of
from journey_editor.layout.grid import Columns
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.lanes import Lanes
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element
from journey_editor.layout.routes import Seats

Elements = tuple[Element, ...]


class Flow:
    """The flow of one map on its way to a picture."""

    def __init__(
        self,
        keeper: Keeper,
        journey: Journey,
        blocks: tuple[Block, ...],
        shapes: tuple[Shape, ...],
        order: tuple[Lane, ...],
        options: Options,
    ) -> None:
        """Plan the ways of a map; `order` has its lanes from top to bottom."""
        self._journey, self._blocks, self._shapes, self._options = journey, blocks, shapes, options
        self._keep, self._keep_row = keeper.keep, keeper.keep_row
        self._held = self._keep_row("held", (blocks,), held_of)
        self._before = self._holders_before()
        self.plan: Plan = self._planned(order) if journey.transitions else NO_PLAN

    @property
    def gaps(self) -> tuple[tuple[float, ...], ...]:
        """The room before the columns of each block; empty where no column needs any."""
        return self.plan.gaps

    def arrows(
        self, seats: tuple[Seats, ...], columns: Columns, lanes: Lanes
    ) -> tuple[tuple[Elements, ...], Elements, set[str]]:
        """Return the arrows by block, those that lie over several, and which of the legend's things they show."""
        phases = [stage.phase for stage in self._journey.stages]
        given = (self._shapes, seats, columns.spans, phases, self._journey.transitions, self._held, self._before,
                 self.plan.near, lanes, self._options.style)  # fmt: skip
        near = self._keep("near arrows", given, lambda *_given: self._near(seats, columns, lanes))
        used = {name for each in near for name in each.used}
        far = Drawn()
        if self.plan.ways:
            given = (self.plan, columns, lanes, self._options.style)
            far = self._keep("far arrows", given, drawn)
        return tuple(each.elements for each in near), far.elements, used | far.used

    def _planned(self, order: tuple[Lane, ...]) -> Plan:
        journey, options = self._journey, self._options
        kinds = (journey.notes, journey.opportunities, journey.metrics)
        hanging = tuple(tuple(kind.get(each.id, ()) for kind in kinds) for each in journey.transitions)
        churned = tuple(block.stage.phase == "post_churn" for block in self._blocks)
        held = self._keep_row("holders", (self._held, self._before), holders_in)
        form = options.form
        free = tuple(2 * form.gap + gap_below(lane, form) for lane in order[:-1])
        blocks = self._keep_row("seated", (self._shapes,), seated_of, order)
        handoffs = self._keep("handoffs", (journey.transitions, held), handoffs_of)
        told = self._keep_row("told", (journey.transitions, hanging, handoffs), told_of, options.private)
        given = (journey.transitions, told, blocks, churned, (*free, form.gap + BELOW_LAST), options.even)
        return self._keep("flow", given, plan_of)

    def _near(self, seats: tuple[Seats, ...], columns: Columns, lanes: Lanes) -> tuple[Arrows, ...]:
        blocks, held = self._blocks, self._held
        leaving = leaving_by_source(self._journey)
        ways: Sequence[Any] = (None,) * len(blocks)
        if leaving:
            ways = self._keep_row("leaving", (self._shapes,), attached, leaving)
        near = self.plan.near or ((),) * len(blocks)
        given = (blocks, seats, held, self._before, ways, near, self._beyond(seats, columns))
        return self._keep_row("arrows", given, arrows_of, lanes, self._options.style)

    def _beyond(self, seats: tuple[Seats, ...], columns: Columns) -> Sequence[Beyond | None]:
        """Return of each block the next one that has touchpoints, None where none follows."""
        blocks, held, spans = self._blocks, self._held, columns.spans
        if not blocks:
            return ()
        nexts, distances = [-1] * len(blocks), [0.0] * len(blocks)
        for place in range(len(blocks) - 2, -1, -1):
            is_empty = not seats[place + 1].seats
            nexts[place] = nexts[place + 1] if is_empty else place + 1
            distances[place] = spans[place].width + (distances[place + 1] if is_empty else 0.0)
        found = [(blocks[place], seats[place], held[place]) if place >= 0 else (None, None, None) for place in nexts]
        return self._keep_row("beyond", (*zip(*found, strict=True), distances), _beyond)

    def _holders_before(self) -> tuple[str, ...]:
        """Return who holds the customer where each block begins."""
        held: Sequence[Held] = self._held
        holder = NOBODY
        shown = sum(map(len, (each.cards for each in held)))
        touchpoints = self._journey.touchpoints
        if shown < len(touchpoints) and shown:  # of a map only a few columns may be shown
            first = next(card for each in held for card in each.cards)
            stages = {stage.id: stage for stage in self._journey.stages}
            for touchpoint in takewhile(lambda each: each.id != first, touchpoints):
                holder = holder_at(touchpoint, stages.get(touchpoint.stage or ""), holder)
        found: list[str] = []
        for each in held:
            found.append(holder)
            holder = holder if each.after is None else each.after
        return tuple(found)


def _beyond(block: Block | None, seats: Seats | None, held: Held | None, distance: float) -> Beyond | None:
    return None if block is None or seats is None or held is None else Beyond(block, seats, held, distance)
