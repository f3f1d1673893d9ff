"""How many of those who enter a journey complete it, and how that compares with what is usual."""

from typing import Literal, NamedTuple

from journey_editor.assets import _
from journey_editor.core.funnel import conversion, lost
from journey_editor.core.journey import Journey
from journey_editor.core.records import Stage

Tier = Literal["best_in_class", "healthy", "average", "leaky"]
ActivationTier = Literal["excellent", "good", "average", "poor"]


class Conversion(NamedTuple):
    """Shares from 0 (nobody) to 1, None where the numbers do not tell; tiers only on maps with a benchmark.

    `whole` is completed of the last stage that has it by entered of the first that has it; `paid` is the same from the
    purchase or the onboarding on, whichever comes first, and what `tier` is about.
    """

    whole: float | None
    paid: float | None = None
    tier: Tier | None = None
    activation: float | None = None
    activation_tier: ActivationTier | None = None


def conversion_of(journey: Journey) -> Conversion:
    """Return the conversion of a map; what comes after the churn is left out."""
    stages = tuple(stage for stage in journey.stages if stage.phase != "post_churn")
    whole = conversion(stages)
    if journey.map.benchmark is None:
        return Conversion(whole)
    activation = _activation(stages)
    first = next((at for at, each in enumerate(stages) if _is_start(each)), None)
    paid = conversion(stages[first:]) if first is not None else None
    return Conversion(
        whole,
        paid,
        None if paid is None else _tier(paid),
        activation,
        None if activation is None else _activation_tier(activation),
    )


def tier_name(tier: Tier | ActivationTier) -> str:
    """Return what a tier is called."""
    return {
        "best_in_class": _("best in class"),
        "healthy": _("healthy"),
        "leaky": _("leaky"),
        "excellent": _("excellent"),
        "good": _("good"),
        "average": _("average"),
        "poor": _("poor"),
    }[tier]


def _is_start(stage: Stage) -> bool:
    return stage.phase in ("purchase", "onboarding") and stage.entered is not None


def _activation(stages: tuple[Stage, ...]) -> float | None:
    """Return activated by completed of the first onboarding stage that has both."""
    for each in stages:
        if each.phase == "onboarding" and each.activated is not None and each.completed is not None:
            left = lost(each.completed, each.activated)
            return None if left is None else round(1 - left, 9)
    return None


def _tier(share: float) -> Tier:
    if share > 0.20:
        return "best_in_class"
    return "healthy" if share >= 0.12 else "average" if share >= 0.05 else "leaky"


def _activation_tier(share: float) -> ActivationTier:
    if share > 0.65:
        return "excellent"
    return "good" if share >= 0.45 else "average" if share >= 0.25 else "poor"
