"""Numbers as people write them: valences, shows of hands, and what a metric counts."""

import re
from dataclasses import dataclass

from journey_editor.core.capture.captured import CapturedMetric, Hands
from journey_editor.core.capture.names import ENDS, bare
from journey_editor.core.values import LOWEST

_DIGITS = 15  # more than a float holds exactly is no number that anybody counts
_NEAR = 80  # letters before an arrow in which its left number stands

_VALENCE = re.compile(r"([+\-−–])([01](?:[.,][05])?|2(?:[.,]0)?)", re.ASCII)
_HANDS = re.compile(r"(\d{1,6})/(\d{1,6})/(\d{1,6})/(\d{1,6})/(\d{1,6})", re.ASCII)

_NUMBER = r"(?P<number>(?<![\w.,])[-+−–]?\d[\d.,]*)"
_MONEY = r"(?P<money>[$€£¥₹])?"
_UNIT = r"(?P<unit>[^\s\d,.;:!?()<>→\"][^\s<>→]*)"
_COUNT = re.compile(rf"{_MONEY}{_NUMBER}(?:\s?{_UNIT})?")
_LEFT = re.compile(rf"{_MONEY}{_NUMBER}(?:\s?{_UNIT})?\s?$")
_RIGHT = re.compile(rf"\s?{_COUNT.pattern}")
_ARROW = re.compile("-?>|→")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_COMMAED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)


def valence(word: str) -> float | None:
    """Return the valence that a word is: a sign and 0, 0.5, 1, 1.5 or 2."""
    found = _VALENCE.fullmatch(word)
    if not found:
        return None
    value = float(found[2].replace(",", "."))
    return value if found[1] == "+" else 0.0 - value


def show_of_hands(word: str) -> Hands | None:
    """Return the show of hands that a word is, None where nobody raised one."""
    found = _HANDS.fullmatch(word)
    if not found:
        return None
    hands = int(found[1]), int(found[2]), int(found[3]), int(found[4]), int(found[5])
    return hands if any(hands) else None


@dataclass(frozen=True, slots=True)
class Spread:
    """What a show of hands comes to: how many, the lowest, highest and middle valence."""

    n: int
    low: float
    high: float
    median: float


def spread(hands: Hands) -> Spread:
    """Return what a show of hands comes to; with an even number the middle lies between the two middle ones."""
    levels = [LOWEST + level for level, count in enumerate(hands) if count]
    n = sum(hands)
    middle = (_level_of(hands, (n - 1) // 2) + _level_of(hands, n // 2)) / 2
    return Spread(n, float(levels[0]), float(levels[-1]), middle)


def number(text: str) -> float | None:
    """Return the number that digits, dots and commas mean, None where they mean none.

    `1.299` and `1,299` are thousands, else `,` and `.` are decimal.
    """
    digits = text.lstrip("+-−–")
    if sum(letter.isdecimal() for letter in digits) > _DIGITS:
        return None
    if _DOTTED.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif _COMMAED.fullmatch(digits):
        digits = digits.replace(",", "")
    elif _PLAIN.fullmatch(digits):
        digits = digits.replace(",", ".")
    else:
        return None
    return 0.0 - float(digits) if text[0] in "-−–" else float(digits)


def metric(text: str) -> CapturedMetric:
    """Return the metric that a text names: the last pair or number of it, the unit after that, and the rest as name."""
    for arrow in reversed(list(_ARROW.finditer(text))):
        if found := _pair_at(text, arrow.start(), arrow.end()):
            return found
    for found in reversed(list(_COUNT.finditer(text))):
        if (count := _count(found)) is not None:
            return _named((text[: found.start()], text[count.end :]), count.value, None, count.unit)
    return CapturedMetric(text)


@dataclass(frozen=True, slots=True)
class _Count:
    value: float
    unit: str
    end: int


def _level_of(hands: Hands, place: int) -> int:
    """Return the valence of the person at a place, counted from the most desperate."""
    for level, count in enumerate(hands):
        if place < count:
            return LOWEST + level
        place -= count
    raise IndexError(place)


def _count(found: re.Match[str]) -> _Count | None:
    digits = found["number"].rstrip(".,")
    value = number(digits)
    if value is None:
        return None
    if len(digits) < len(found["number"]):  # a comma or a full stop: what comes after it is no unit
        return _Count(value, found["money"] or "", found.end("number") - len(found["number"]) + len(digits))
    unit = bare(found["unit"] or "")
    end = found.start("unit") + len(unit) if unit else found.end("number")
    return _Count(value, (found["money"] or "") + unit, end)


def _pair_at(text: str, start: int, end: int) -> CapturedMetric | None:
    """Return the metric whose current and target value stand before and after an arrow."""
    left, right = _LEFT.search(text, max(0, start - _NEAR), start), _RIGHT.match(text, end)
    current, target = left and _count(left), right and _count(right)
    if left is None or current is None or target is None:
        return None
    unit = target.unit or current.unit
    is_said = current.unit.casefold() == unit.casefold() or (current.unit == left["money"] and left["money"] in unit)
    odd = "" if is_said else current.unit
    return _named((text[: left.start()], odd, text[target.end :]), current.value, target.value, unit)


def _named(rest: tuple[str, ...], current: float, target: float | None, unit: str) -> CapturedMetric:
    name = ""
    for part in filter(None, map(str.strip, rest)):
        name += part if not name or part[0] in ENDS else f" {part}"
    return CapturedMetric(bare(name), current, target, unit)
