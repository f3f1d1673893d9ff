"""How many people enter and complete each stage, and which share of them is lost on the way.

No rule ties two of the numbers: more may complete than have entered, and any of them may be unknown.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from journey_editor.core.records import Stage

_ARROW = re.compile(r"\s*(?:→|->|=>|>|/|;)\s*")
_GROUPING = re.compile(r"[\s.,'’]")
_MOST_DIGITS = 18

MOST = 10**15
"""Counts beyond this are drawn as this many: no division overflows."""


class Step(NamedTuple):
    """The numbers of a stage, and the shares (0 to 1, negative for a gain) lost `inside` it and on to the next one."""

    stage: str
    entered: int | None = None
    completed: int | None = None
    activated: int | None = None
    tickets: int | None = None
    inside: float | None = None
    onward: float | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return all(each is None for each in (self.entered, self.completed, self.activated, self.tickets))


def steps_of(stages: Sequence[Stage]) -> tuple[Step, ...]:
    """Return the steps of a funnel in the order of stages. After the churn nobody is lost any more."""
    found: list[Step] = []
    following = _followed(stages)
    for stage in stages:
        is_gone = stage.phase == "post_churn"
        after = following.get(stage.id)
        inside = None if is_gone else lost(stage.entered, stage.completed)
        onward = None if after is None or after.phase == "advocacy" else lost(stage.completed, after.entered)
        found.append(Step(stage.id, stage.entered, stage.completed, stage.activated, stage.tickets, inside, onward))
    return tuple(found)


def lost(before: int | None, after: int | None) -> float | None:
    """Return the share that is lost between two counts, negative where there are more; None where it is not known."""
    if not before or after is None:
        return None
    return round(1 - min(after, MOST) / min(before, MOST), 9) + 0.0


def kept(before: int | None, after: int | None) -> float | None:
    """Return which share of a count is left in another one, above 1 where there are more; None where not known."""
    if not before or after is None:
        return None
    return min(after, MOST) / min(before, MOST)


def conversion(stages: Sequence[Stage]) -> float | None:
    """Return completed of the last stage that has it by entered of the first that has it; the churn is left out."""
    counted = [stage for stage in stages if stage.phase != "post_churn"]
    entered = next((each.entered for each in counted if each.entered is not None), None)
    completed = next((each.completed for each in reversed(counted) if each.completed is not None), None)
    return kept(entered, completed)


def _followed(stages: Sequence[Stage]) -> dict[str, Stage]:
    """Return the stage after each; those after the churn are left out."""
    counted = [stage for stage in stages if stage.phase != "post_churn"]
    return {before.id: after for before, after in pairwise(counted)}


def counts_text(stage: Stage) -> str:
    """Return entered and completed of a stage as they are typed: "1000 → 620", "→ 620", "" for none."""
    entered, completed = ("" if each is None else str(min(each, 10**300)) for each in (stage.entered, stage.completed))
    return f"{entered} → {completed}".strip() if completed else entered


def counts_meant(words: str) -> tuple[int | None, int | None] | None:
    """Return entered and completed as words mean them: "1000 → 620", "1 000/620", "1000", "> 620", "" for none.

    None where they mean no counts.
    """
    parts = _ARROW.split(words.strip())
    if len(parts) > 2:
        return None
    found: list[int | None] = []
    for part in (*parts, "")[:2]:
        digits = _GROUPING.sub("", part)
        if digits and not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
            return None
        found.append(int(digits) if digits else None)
    return found[0], found[1]
