"""Feelings as other people write them into tables: numbers, faces, words."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from journey_editor.core.capture.signs import SMILEYS
from journey_editor.core.capture.text import FACES
from journey_editor.core.words import FEELINGS

_NUMBER = re.compile(r"[+\-−–]?\d(?:[.,]\d+)?")
_VARIANTS = re.compile("[\ufe0e\ufe0f]")
_LEVELS = {
    "very negative": -2.0, "negative": -1.0, "neutral": 0.0, "positive": 1.0, "very positive": 2.0,
    "very bad": -2.0, "bad": -1.0, "ok": 0.0, "okay": 0.0, "good": 1.0, "very good": 2.0, "great": 2.0,
    "low": -1.0, "medium": 0.0, "high": 1.0, "desperate": -2.0, "happy": 1.0, "unhappy": -1.0, "sad": -1.0,
    "sehr negativ": -2.0, "negativ": -1.0, "positiv": 1.0, "sehr positiv": 2.0, "sehr schlecht": -2.0,
    "schlecht": -1.0, "mittel": 0.0, "gut": 1.0, "sehr gut": 2.0, "verzweifelt": -2.0, "traurig": -1.0, "froh": 1.0,
}  # fmt: skip
"""Levels that are marks rather than words for a feeling."""


@dataclass(frozen=True, slots=True)
class Feeling:
    """A valence from -2 to +2, and the word for it."""

    valence: float
    word: str = ""


def feeling_of(cell: str, used: Callable[[str], float | None] = lambda word: None) -> Feeling | None:
    """Return the feeling that a cell tells, None where it tells none; `used` knows words that were used before."""
    text = _VARIANTS.sub("", cell).strip()
    number, rest = _split_number(text)
    if number is not None:
        if not -2 <= number <= 2:
            return None
        return Feeling(number, rest.strip(" ()·:,–-")) if not re.search(r"\d", rest) else None
    for face, valence in (*FACES.items(), *sorted(SMILEYS.items(), key=lambda each: -len(each[0]))):
        if face in text:
            return Feeling(valence, text.replace(face, "").strip(" ()"))
    key = text.casefold().strip(" .!()")
    if key in _LEVELS:
        return Feeling(_LEVELS[key])
    for word in (key, *reversed(re.findall(r"\w+", key) if key.count(" ") < 4 else ())):
        valence = FEELINGS.get(word, used(word))
        if valence is not None:
            return Feeling(float(valence), text)
    return None


def _split_number(text: str) -> tuple[float | None, str]:
    """Return the number that a text begins or ends with, and the rest."""
    found = _NUMBER.match(text) or re.search(rf"(?<![\w.,]){_NUMBER.pattern}$", text)
    if found is None or re.match(r"[\d.,/%]", text[found.end() :]):
        return None, text
    number = float(re.sub("[−–]", "-", found[0]).replace(",", "."))
    return number, text[: found.start()] + text[found.end() :]
