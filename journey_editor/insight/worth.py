"""What an opportunity is worth against its effort, and in which order opportunities are worth doing."""

from math import isfinite
from typing import Literal

from journey_editor.assets import _
from journey_editor.core.records import Opportunity

WorthClass = Literal["quick_win", "worth_doing", "strategic", "later"]

_WORTHY, _LITTLE, _MUCH = 3, 2, 4


def worth(opportunity: Opportunity) -> float | None:
    """Return the mean of those of impact, value and alignment that are given, 1 to 5; None where none is."""
    given = [each for each in (opportunity.impact, opportunity.value, opportunity.alignment) if each is not None]
    return sum(given) / len(given) if given else None


def worth_class(opportunity: Opportunity) -> WorthClass | None:
    """Return what kind of undertaking it is; None where worth or effort is not known.

    A quick win is worth 3 or more at an effort of at most 2, a strategic bet at one of 4 or more; between them it is
    worth doing. What is worth less than 3 can wait.
    """
    value, effort = worth(opportunity), opportunity.effort
    if value is None or effort is None:
        return None
    if value < _WORTHY:
        return "later"
    return "quick_win" if effort <= _LITTLE else "strategic" if effort >= _MUCH else "worth_doing"


def score(opportunity: Opportunity) -> float | None:
    """Return worth for each step of effort: the order of a list of actions; None where one of them is not known."""
    value, effort = worth(opportunity), opportunity.effort
    return None if value is None or effort is None else value / effort


def gain_of(opportunity: Opportunity) -> float | None:
    """Return the return on investment, (benefit - cost) / cost; None where one is not given or nothing is spent."""
    cost, benefit = opportunity.cost, opportunity.benefit
    return gain(cost, benefit) if cost is not None and benefit is not None else None


def gain(cost: float, benefit: float) -> float | None:
    """Return (benefit - cost) / cost; None where nothing is spent, or so little that no number tells the return."""
    found = (benefit - cost) / cost if cost else None
    return found if found is not None and isfinite(found * 100) else None


def class_name(kind: WorthClass) -> str:
    """Return what a kind of undertaking is called."""
    return {
        "quick_win": _("quick win"),
        "worth_doing": _("worth doing"),
        "strategic": _("strategic bet"),
        "later": _("later"),
    }[kind]


def horizon(kind: WorthClass) -> str:
    """Return in words what a kind of undertaking asks for."""
    return {
        "quick_win": _("little effort, real worth: do it now"),
        "worth_doing": _("real worth, some effort: plan it"),
        "strategic": _("real worth, much effort: decide for it"),
        "later": _("little worth for now"),
    }[kind]


def gain_text(gain: float) -> str:
    """Return a return on investment in words: "+350 %", "−20 %"."""
    return f"{round(gain * 100):+,} %".replace("-", "−") if abs(gain) >= 0.005 else "0 %"
