"""The capture line: one typed line makes one touchpoint. It is made for prose, and nothing is ever refused.

A sign stands at the start of a word: `@` takes an owner, `#` a channel, and a valence from -2 to +2 in halves counts
at the line's end. What is not clearly a sign is text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from journey_editor.core.words import CHANNEL_SYNONYMS, CHANNELS

_VALENCE = re.compile(r"(?:^|(?<=\s))([+\-−–])(0|1|2|0[.,]5|1[.,]5|1[.,]0|2[.,]0|0[.,]0)$")
_SIGN = re.compile(r"(?:^|(?<=\s))([@#])(?=[^\W\d_]|\")")
_QUOTED = re.compile(r'"([^"]+)"')
_ENDS = re.compile(r"[,.;:!?)/]*$")


@dataclass(frozen=True, slots=True)
class Captured:
    """What a line says: names as they were typed or known, "" and None where nothing was said."""

    title: str
    owner: str = ""
    alone: bool = False
    channel: str = ""
    valence: float | None = None


def parse(line: str, owners: Iterable[str] = (), channels: Iterable[str] = ()) -> Captured:
    """Read a typed line. `owners` and `channels` are the names already known on the map."""
    rest = " ".join(line.split())
    rest, valence = _take_valence(rest)
    rest, alone = _take_alone(rest)
    rest, owner = _take_name(rest, "@", tuple(owners))
    known = (*channels, *CHANNELS, *(name.replace("_", " ") for name in CHANNELS), *CHANNEL_SYNONYMS)
    rest, channel = _take_name(rest, "#", known)
    if valence is None:
        rest, valence = _take_valence(rest)
    return Captured(rest.strip(), owner, alone and not owner, channel, valence)


def _take_valence(text: str) -> tuple[str, float | None]:
    found = _VALENCE.search(text.rstrip())
    if not found:
        return text, None
    value = float(found[2].replace(",", "."))
    return text[: found.start()].rstrip(), value if found[1] == "+" else -value + 0.0


def _take_alone(text: str) -> tuple[str, bool]:
    words = text.split(" ")
    if "@-" not in words:
        return text, False
    words.remove("@-")
    return " ".join(words), True


def _take_name(text: str, sign: str, known: tuple[str, ...]) -> tuple[str, str]:
    for found in _SIGN.finditer(text):
        if found[1] == sign:
            name, length = _name_at(text[found.end() :], known)
            left, right = text[: found.start()], text[found.end() + length :]
            glue = "" if right[:1] in (*",.;:!?)/", "") else " "
            return (left.rstrip() + glue + right.lstrip()).strip(), name
    return text, ""


def _name_at(text: str, known: tuple[str, ...]) -> tuple[str, int]:
    """Return the name that a text begins with and how many letters it takes: the longest known, else one word."""
    if quoted := _QUOTED.match(text):
        return quoted[1], quoted.end()
    folded = text.casefold()
    for name in sorted(known, key=len, reverse=True):
        if name and folded.startswith(name.casefold()) and not text[len(name) : len(name) + 1].isalnum():
            return name, len(name)
    word = text.split(" ", 1)[0]
    bare = _ENDS.sub("", word) or word
    matches = {name for name in known if len(bare) > 1 and name.casefold().startswith(bare.casefold())}
    return (matches.pop() if len(matches) == 1 else bare.replace("_", " ")), len(bare)
