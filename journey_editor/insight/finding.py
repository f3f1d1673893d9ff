"""What the program found in a map: one value for the window, the poster and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["high", "medium", "low", "info"]

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "info")
"""From the worst on."""

PLACES = 9
"""Differences are compared, and told, after rounding to so many places."""


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
