"""The title block: the map's title, and below it whose journey it is, in which state, how well it is known, and why."""

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
from journey_editor.layout.primitives import Element, Rect, Role
from journey_editor.layout.style import BOLD, REGULAR, TEXT, TITLE, Style

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
    said: tuple[tuple[Role, str], ...] = (
        ("subtitle", subtitle(journey_map, persona, evidence, options.today)),
        ("about", details(journey_map)),
    )
    for role, words in said:
        if words:
            below = _below(role, journey_map.id, words, Rect(left, y, width, 0.0), style)
            elements.append(below)
            y = below.rect.bottom
    return tuple(elements), y + 10.0


def _below(role: Role, record: str, words: str, place: Rect, style: Style) -> Element:
    """Return words below the title, in two lines at most."""
    wrapped = text.wrap(words, REGULAR, TEXT, place.width, 2)
    lines = tuple(
        text.line(shown, 0.0, 16.0 + index * _SUBTITLE_STEP, size=TEXT, color=style.muted)
        for index, shown in enumerate(wrapped.lines)
    )
    height = (5.0 if role == "subtitle" else 3.0) + _SUBTITLE_STEP * len(lines)
    rect = Rect(place.x, place.y, place.width, height)
    return Element(role, record, rect, lines, GROUND, words if wrapped.cut else "")


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


def details(journey_map: JourneyMap) -> str:
    """Return what a map is for and from where to where it reaches, in one line; "" where nobody said."""
    start, end = text.flat(journey_map.scope_from), text.flat(journey_map.scope_to)
    reach = _("{start} → {end}").format(start=start, end=end).strip() if start or end else ""
    words = SEPARATOR.join(filter(None, (text.flat(journey_map.objective), reach)))
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
