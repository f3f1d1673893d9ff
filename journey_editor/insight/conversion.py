"""How many of those who enter a journey complete it, and how that compares with what is usual."""

from typing import Literal, NamedTuple

from journey_editor.assets import _
from journey_editor.core.funnel import conversion, kept
from journey_editor.core.journey import Journey
from journey_editor.core.records import Stage

Tier = Literal["best_in_class", "healthy", "average", "leaky"]
ActivationTier = Literal["excellent", "good", "average", "poor"]


TIERS: tuple[tuple[Tier, float], ...] = (("leaky", 0.0), ("average", 0.05), ("healthy", 0.12), ("best_in_class", 0.20))
"""From which share on (0 to 1) a conversion is what, the worst first; the best begins just above its share."""

ACTIVATION_TIERS: tuple[tuple[ActivationTier, float], ...] = (
    ("poor", 0.0), ("average", 0.25), ("good", 0.45), ("excellent", 0.65),
)  # fmt: skip
"""The same for those of an onboarding who reach what they came for."""


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
            return kept(each.completed, each.activated)
    return None


def _tier(share: float) -> Tier:
    best, least = TIERS[-1]
    return best if share > least else next(name for name, least in reversed(TIERS[:-1]) if share >= least)


def _activation_tier(share: float) -> ActivationTier:
    best, least = ACTIVATION_TIERS[-1]
    return best if share > least else next(name for name, least in reversed(ACTIVATION_TIERS[:-1]) if share >= least)
