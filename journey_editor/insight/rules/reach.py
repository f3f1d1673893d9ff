"""The rules `dead_end`, `unreachable` and `loop`: whether the flow gets from the first column to the last."""

from collections.abc import Iterable, Iterator

from journey_editor.assets import _, ngettext
from journey_editor.core.journey import Column
from journey_editor.core.records import Touchpoint
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding


def dead_end(case: Case) -> Iterator[Finding]:
    """Find touchpoints that lead neither to the last column before the churn nor to one where people leave."""
    leaving = [source for source, ways in case.leaving.items() if any(each.path == "abandon" for each in ways)]
    ends = case.ways.highest(dict.fromkeys([*leaving, *(each.id for each in _last_column(case))], 1))
    stuck = [each.id for each in _before_churn(case) if not ends[each.id]]
    if not stuck:
        return
    furthest = case.ways.highest(case.order)
    for each in stuck:
        last = case.journey.touchpoints[furthest[each]].id
        said = (
            _("“{title}” leads nowhere on: whoever gets there is stuck.")
            if last == each
            else _("From “{title}” the way leads no further than “{last}”: whoever gets there is stuck.")
        )
        yield Finding("dead_end", "high", (each,), {}, said.format(title=case.name(each), last=case.name(last)))


def unreachable(case: Case) -> Iterator[Finding]:
    """Find touchpoints before the churn that the first column does not lead to."""
    first: Iterable[Touchpoint] = next(iter(case.journey.columns), ())
    reached = case.ways.reached([each.id for each in first])
    for each in _before_churn(case):
        if each.id not in reached:
            said = _("No way from the start leads to “{title}”: nobody gets there, or an arrow is missing.")
            yield Finding("unreachable", "medium", (each.id,), {}, said.format(title=case.name(each.id)))


def loop(case: Case) -> Iterator[Finding]:
    """Find parts of the flow that lead back to themselves; `size` is how many touchpoints they have."""
    loops = (sorted(part, key=case.order.__getitem__) for part in case.ways.loops())
    for part in sorted(loops, key=lambda part: case.order[part[0]]):
        yield Finding("loop", "medium", tuple(part), {"size": len(part)}, _loop_text(case, part))


def _before_churn(case: Case) -> Iterator[Touchpoint]:
    for each in case.journey.touchpoints:
        if case.stage_at[each.id].phase != "post_churn":
            yield each


def _last_column(case: Case) -> Column:
    for column in reversed(case.journey.columns):
        if case.stage_at[column[0].id].phase != "post_churn":
            return column
    return ()


def _loop_text(case: Case, part: list[str]) -> str:
    first, last = case.name(part[0]), case.name(part[-1])
    if len(part) == 1:
        return _("“{first}” leads back to itself: people may do it again and again.").format(first=first)
    if len(part) == 2:
        return _("“{first}” and “{last}” lead to each other: people may go round in a circle.").format(
            first=first, last=last
        )
    between = len(part) - 2
    return ngettext(
        "From “{first}” to “{last}”, with {between} between, the way leads round in a circle: who ends it?",
        "From “{first}” to “{last}”, with {between} between, the way leads round in a circle: who ends it?",
        between,
    ).format(first=first, last=last, between=between)
