"""The letters that file a card into a stage and a lane: A, B, C … for stages, initials for lanes."""

import unicodedata
from collections.abc import Sequence
from string import ascii_uppercase, digits

from journey_editor.core.journey import Journey
from journey_editor.core.lanes import Lane, lane_name, lanes_of, owner_names

_SINGLE = f"{ascii_uppercase}{digits[1:]}0"


def stage_letters(journey: Journey) -> dict[str, str]:
    """Return the letters of a map's stages by their ids: A, B, C …, with more than 26 of them AA, AB, AC …"""
    ids = [stage.id for stage in journey.stages]
    return dict(zip(ids, _in_order(len(ids), ascii_uppercase), strict=True))


def lane_letters(journey: Journey) -> dict[Lane, str]:
    """Return the letters of a map's lanes: their initials, where those are taken another letter of the name.

    Where no letter of a name is left it is the first that is free, then a digit. With more than 36 lanes all have two.
    """
    names = owner_names(journey.owners)
    lanes = lanes_of(journey)
    called = [names[lane.owner] if lane.owner else lane_name(lane, names) for lane in lanes]
    return dict(zip(lanes, letters_of(called), strict=True))


def letters_of(names: Sequence[str]) -> list[str]:
    """Return a letter of its own for each of some names: its initial where it can be; two for more than 36 of them."""
    return _in_order(len(names), _SINGLE) if len(names) > len(_SINGLE) else _initials(names)


def _initials(names: Sequence[str]) -> list[str]:
    """Return a letter of its own for each name; initials are given first, so that none takes another one's."""
    spelled = [_spelled(name) for name in names]
    found: dict[int, str] = {}
    for place, letters in enumerate(spelled):
        if letters and letters[0] not in found.values():
            found[place] = letters[0]
    for place, letters in enumerate(spelled):
        if place not in found:
            taken = set(found.values())
            found[place] = next(letter for letter in (*letters, *_SINGLE) if letter not in taken)
    return [found[place] for place in range(len(names))]


def _spelled(name: str) -> list[str]:
    """Return the letters of a name that a key types, without accents, the first of each word first."""
    words = unicodedata.normalize("NFKD", name.upper()).split()
    letters = [[sign for sign in word if sign.isalnum() and sign in _SINGLE] for word in words]
    return [*(word[0] for word in letters if word), *(sign for word in letters for sign in word[1:])]


def _in_order(count: int, letters: str) -> list[str]:
    if count <= len(letters):
        return list(letters[:count])
    width = 2
    while len(letters) ** width < count:
        width += 1
    return [_number(place, letters, width) for place in range(count)]


def _number(place: int, letters: str, width: int) -> str:
    found = ""
    for _place in range(width):
        place, rest = divmod(place, len(letters))
        found = letters[rest] + found
    return found
