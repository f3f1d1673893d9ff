"""The title block: the map's title, and below it whose journey it is, in which state, and how well it is known."""

from collections.abc import Callable, Iterable
from datetime import date

from journey_editor.assets import _, ngettext
from journey_editor.core.dates import ago, full_day_text
from journey_editor.core.parts import State
from journey_editor.core.records import Evidence, JourneyMap, Persona
from journey_editor.core.words import unnamed
from journey_editor.layout import text
from journey_editor.layout.layers import GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Rect
from journey_editor.layout.style import BOLD, REGULAR, TEXT, TITLE

SEPARATOR = " · "

_STEP = 29.0
_SUBTITLE_STEP = 17.0
_EVIDENCE_SHOWN = 3


def title_block(
    journey_map: JourneyMap,
    persona: Persona | None,
    evidence: tuple[Evidence, ...],
    options: Options,
    right: float,
    y: float,
) -> tuple[tuple[Element, ...], float]:
    """Return title and subtitle between the margin and a right edge, and where the next thing begins."""
    left, style = options.margin, options.style
    width = right - left
    named = bool(text.flat(journey_map.title))
    title = journey_map.title if named else unnamed("map")
    wrapped = text.wrap(title, BOLD, TITLE, width, 2)
    color = style.ink if named else style.muted
    lines = tuple(
        text.line(words, 0.0, 24.0 + index * _STEP, face=BOLD, size=TITLE, color=color)
        for index, words in enumerate(wrapped.lines)
    )
    height = 3.0 + _STEP * max(1, len(lines))
    tip = title if wrapped.cut else ""
    elements = [Element("title", journey_map.id, Rect(left, y, width, height), lines, GROUND, tip)]
    y += height
    words = subtitle(journey_map, persona, evidence, options.today)
    said = text.wrap(words, REGULAR, TEXT, width, 2)
    parts = tuple(
        text.line(shown, 0.0, 16.0 + index * _SUBTITLE_STEP, size=TEXT, color=style.muted)
        for index, shown in enumerate(said.lines)
    )
    below = 5.0 + _SUBTITLE_STEP * len(parts)
    tip = words if said.cut else ""
    elements.append(Element("subtitle", journey_map.id, Rect(left, y, width, below), parts, GROUND, tip))
    return tuple(elements), y + below + 10.0


def subtitle(journey_map: JourneyMap, persona: Persona | None, evidence: Iterable[Evidence], today: date | None) -> str:
    """Return persona, state, evidence and date of review in one line."""
    said = (
        text.flat(persona.name) if persona else "",
        state_name(journey_map.state),
        evidence_summary(evidence),
        review_words(journey_map, today),
    )
    words = SEPARATOR.join(filter(None, said))
    return words[:1].upper() + words[1:]


def state_name(state: State) -> str:
    """Return what people call a map's state."""
    return {
        "current": _("current state"),
        "future": _("future state"),
        "day_in_life": _("day in the life"),
        "as_is": _("as-is"),
        "hypothesis": _("hypothesis"),
        "blueprint": _("service blueprint"),
        "past": _("past state"),
    }[state]


def evidence_summary(evidence: Iterable[Evidence]) -> str:
    """Return what a map rests on in a few words: "12 interviews, 340 tickets, Funnel Jan–Mar and 2 more"."""
    counted: dict[str, int] = {}
    said: list[Callable[[], str]] = []
    for each in evidence:
        if each.source in ("interview", "ticket", "observation") and each.n:
            if each.source not in counted:
                said.append(lambda source=each.source: _counted(source, counted[source]))
            counted[each.source] = counted.get(each.source, 0) + each.n
        elif title := text.flat(each.title):
            said.append(lambda title=title: title)
    shown = ", ".join(words() for words in said[:_EVIDENCE_SHOWN])
    more = len(said) - _EVIDENCE_SHOWN
    if more <= 0:
        return shown
    return ngettext("{shown} and {n} more", "{shown} and {n} more", more).format(shown=shown, n=more)


def _counted(source: str, n: int) -> str:
    if source == "interview":
        return ngettext("{} interview", "{} interviews", n).format(n)
    if source == "ticket":
        return ngettext("{} ticket", "{} tickets", n).format(n)
    return ngettext("{} observation", "{} observations", n).format(n)


def review_words(journey_map: JourneyMap, today: date | None) -> str:
    """Return when a map was reviewed: "reviewed 12 days ago", "" where nobody said."""
    reviewed = journey_map.reviewed
    if reviewed is None:
        return ""
    if today is None or today < reviewed:
        return _("reviewed {date}").format(date=full_day_text(reviewed))
    return _("reviewed {ago}").format(ago=ago((today - reviewed).days))
