"""What tells the maps of a file apart, in few words: on their tabs, under the pointer, and where they are compared."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import takewhile

from journey_editor.assets import _
from journey_editor.core.capture.names import folded
from journey_editor.core.records import JourneyMap, Persona, Record
from journey_editor.core.titles import called
from journey_editor.layout.title import review_words, state_name

SHORT = 24
"""Letters of a title that stands on a tab as it is; of a longer one the state is told where no other map has it."""

LONG = 300  # letters of a title in a tooltip

_BREAK = re.compile(r"[\W_]+")  # what stands between two words


def tab_words(maps: Sequence[JourneyMap], records: Mapping[str, Record]) -> dict[str, str]:
    """Return by map what its tab says: what tells it from the others, in few words.

    A short title that no other map has, else the state, else the title, else whose journey it is; where all of these
    are the same, the title and a number.
    """
    states = Counter(each.state for each in maps)
    alike: dict[str, list[JourneyMap]] = {}
    for each in maps:
        alike.setdefault(folded(each.title), []).append(each)
    return {each.id: _words(each, alike[folded(each.title)], states[each.state] == 1, records) for each in maps}


def _words(each: JourneyMap, alike: Sequence[JourneyMap], is_only: bool, records: Mapping[str, Record]) -> str:
    """Return the words for a map among those of the same title; `is_only` says that no other map has its state."""
    title = called(each, 80)
    if len(alike) == 1 and each.title.strip() and len(title) <= SHORT:
        return title
    if is_only:
        return state_name(each.state).capitalize()
    if len(alike) == 1:
        return title
    if sum(other.state == each.state for other in alike) == 1:
        return _("{title}, {state}").format(title=called(each, SHORT), state=state_name(each.state))
    persona = records.get(each.persona or "")
    if isinstance(persona, Persona) and sum(other.persona == each.persona for other in alike) == 1:
        return called(persona, 80)
    return f"{called(each, SHORT)} ({alike.index(each) + 1})"


def names_apart(maps: Sequence[JourneyMap], records: Mapping[str, Record]) -> tuple[str, ...]:
    """Return what each of some maps is called beside the others: its persona where each has another, else its title.

    What a tab would say stands for titles that are the same.
    """
    personas = [records.get(each.persona or "") for each in maps]
    names = [called(each) if isinstance(each, Persona) and each.name.strip() else "" for each in personas]
    if all(names) and len({folded(each) for each in names}) == len(names):
        return tuple(names)
    titles = [each.title for each in maps]
    if all(each.strip() for each in titles) and len({folded(each) for each in titles}) == len(titles):
        return tuple(called(each) for each in maps)
    words = tab_words(maps, records)
    return tuple(words[each.id] for each in maps)


def shared_beginnings(words: Mapping[str, str]) -> dict[str, int]:
    """Return how many letters of each tab's words another tab begins with too, up to where a word of it begins.

    Where there is little room those tell nothing.
    """
    found: dict[str, int] = {}
    ordered = sorted(words, key=lambda each: words[each])  # those that share most stand beside each other
    for place, each in enumerate(ordered):
        beside = ordered[max(0, place - 1) : place] + ordered[place + 1 : place + 2]
        found[each] = max((_shared(words[each], words[other]) for other in beside), default=0)
    return found


def _shared(one: str, other: str) -> int:
    same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    if same == len(one):
        return 0  # all of it: it is told by how short it is
    return max((each.end() for each in _BREAK.finditer(one, 0, same)), default=0)


def tab_tip(each: JourneyMap, records: Mapping[str, Record], today: date) -> str:
    """Return the whole title of a map, and below it whose journey it is, in which state and when it was reviewed."""
    persona = records.get(each.persona or "")
    whose = called(persona, LONG) if isinstance(persona, Persona) else _("No persona yet")
    below = " · ".join(filter(None, (whose, state_name(each.state), review_words(each, today))))
    return f"{called(each, LONG)}\n{below}"
