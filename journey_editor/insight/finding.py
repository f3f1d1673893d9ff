"""What the program found in a map: one value for the window, the poster and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from journey_editor.assets import _
from journey_editor.core.parts import Dismissal
from journey_editor.core.records import JourneyMap

Severity = Literal["high", "medium", "low", "info"]

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "info")
"""From the worst on."""

PLACES = 9
"""Differences are compared, and told, after rounding to so many places."""

Key = tuple[str, frozenset[str]]
"""What a finding is known by, whatever its numbers become: its rule and the set of its records."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found.

    `records` are the ids it is about; `numbers` what was measured, without what is unknown; `sentence` says in plain
    words what was seen and why it matters.
    """

    rule: str
    severity: Severity
    records: tuple[str, ...]
    numbers: Mapping[str, float]
    sentence: str

    @property
    def key(self) -> Key:
        """What it is known by when it is set aside."""
        return self.rule, frozenset(self.records)


def severity_name(severity: Severity) -> str:
    """Return what stands above findings of a severity."""
    return {
        "high": _("High"),
        "medium": _("Medium"),
        "low": _("Low"),
        "info": _("Good to know"),
    }[severity]


def severity_word(severity: Severity) -> str:
    """Return what a severity, or a priority, is called within a line: "6 high"."""
    return {"high": _("high"), "medium": _("medium"), "low": _("low"), "info": _("to know")}[severity]


def set_aside(journey_map: JourneyMap) -> dict[Key, Dismissal]:
    """Return what people set aside on a map, by the key of the finding; of several the last one counts."""
    return {(each.rule, frozenset(each.records)): each for each in journey_map.dismissed}
