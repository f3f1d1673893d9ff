"""Where metrics stand, in words: now and target, how far they have come, and what is missing to what was expected."""

from typing import Literal

from journey_editor.assets import _
from journey_editor.core.measures import gap, progress
from journey_editor.core.records import Metric
from journey_editor.core.titles import shortened

Tone = Literal["pain", "good", "muted"]

_LONGEST_UNIT = 24  # letters
_MOST_TOLD = 9.99  # ten times the way and more are told as that


def value_text(value: float, unit: str = "") -> str:
    """Return a value with its unit: "65 %", "1 240 days"."""
    number = f"{value:,.10g}".replace(",", "\u00a0").replace("-", "−")
    unit = shortened(" ".join(unit.split()), _LONGEST_UNIT)
    return f"{number}\u00a0{unit}" if unit else number


def standing(metric: Metric) -> str:
    """Return where a metric stands and should be: "Now 65 %, target 75 %"; "" where neither is known."""
    parts: list[str] = []
    if metric.current is not None:
        parts.append(_("Now {value}").format(value=value_text(metric.current, metric.unit)))
    if metric.target is not None:
        parts.append(_("target {value}").format(value=value_text(metric.target, metric.unit)))
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


def way_text(metric: Metric) -> str:
    """Return how far a metric has come: "40 % of the way from 65 days", "" where that is not known."""
    done = progress(metric)
    if done is None or metric.baseline is None:
        return ""
    begin = value_text(metric.baseline, metric.unit)
    if done >= 1:
        return _("Target reached, from {begin}").format(begin=begin)
    if done < 0:
        return _("Further from the target than {begin}").format(begin=begin)
    return _("{share} % of the way from {begin}").format(share=int(100 * min(done, _MOST_TOLD)), begin=begin)


def gap_words(metric: Metric) -> tuple[str, Tone]:
    """Return what is missing to what was expected, and in which tone that is said.

    A metric's own words stand where no gap can be computed.
    """
    apart = gap(metric)
    if apart is None or metric.expected is None:
        return " ".join(metric.gap_text.split()), "pain"
    expected = value_text(metric.expected, metric.unit)
    if apart == 0:
        return _("As expected: {expected}").format(expected=expected), "muted"
    away = value_text(abs(apart), metric.unit)
    if apart < 0:
        return _("{away} short of the expected {expected}").format(away=away, expected=expected), "pain"
    return _("{away} better than the expected {expected}").format(away=away, expected=expected), "good"
