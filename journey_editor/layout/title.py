"""The title block: the map's title, and below it whose journey it is, in which state, and how well it is known."""

from collections.abc import Callable, Iterable

from journey_editor.assets import _, ngettext
from journey_editor.core.journey import Journey
from journey_editor.core.records import Evidence, State
from journey_editor.layout import text
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Rect
from journey_editor.layout.style import BOLD, REGULAR, TEXT, TITLE
from journey_editor.layout.times import ago

SEPARATOR = "  ·  "

_STEP = 29.0
_SUBTITLE_STEP = 17.0
_EVIDENCE_SHOWN = 3


def title_block(journey: Journey, options: Options, right: float, y: float) -> tuple[list[Element], float]:
    """Return title and subtitle between the margin and a right edge, and where the next thing begins."""
    left, style = options.margin, options.style
    width = right - left
    named = bool(journey.map.title.strip())
    title = journey.map.title if named else _("Map without a title")
    wrapped = text.wrap(title, BOLD, TITLE, width, 2)
    color = style.ink if named else style.muted
    lines = tuple(
        text.line(words, 0.0, 24.0 + index * _STEP, face=BOLD, size=TITLE, color=color)
        for index, words in enumerate(wrapped.lines)
    )
    height = 3.0 + _STEP * max(1, len(lines))
    elements = [Element("title", journey.map.id, Rect(left, y, width, height), lines, 2, title if wrapped.cut else "")]
    y += height
    said = text.wrap(subtitle(journey, options), REGULAR, TEXT, width, 2)
    if said.lines:
        parts = tuple(
            text.line(words, 0.0, 16.0 + index * _SUBTITLE_STEP, size=TEXT, color=style.muted)
            for index, words in enumerate(said.lines)
        )
        below = 5.0 + _SUBTITLE_STEP * len(parts)
        tip = subtitle(journey, options) if said.cut else ""
        elements.append(Element("subtitle", journey.map.id, Rect(left, y, width, below), parts, 2, tip))
        y += below
    return elements, y + 10.0


def subtitle(journey: Journey, options: Options) -> str:
    """Return persona, state, evidence and date of review in one line."""
    said = (
        journey.persona.name.strip() if journey.persona else "",
        state_name(journey.map.state),
        evidence_summary(evidence_used(journey)),
        _reviewed(journey, options),
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


def evidence_used(journey: Journey) -> list[Evidence]:
    """Return what the records of this map rest on, out of all the evidence of the file."""
    used: set[str] = set()
    for records in (journey.stages, journey.touchpoints, journey.transitions):
        used.update(*(record.evidence for record in records))
    for attached in (*journey.notes.values(), *journey.metrics.values()):
        used.update(*(record.evidence for record in attached))
    return [each for each in journey.evidence if each.id in used]


def evidence_summary(evidence: Iterable[Evidence]) -> str:
    """Return what a map rests on in a few words: "12 interviews, 340 tickets, Funnel Jan–Mar and 2 more"."""
    counted: dict[str, int] = {}
    said: list[Callable[[], str]] = []
    for each in evidence:
        if each.source in ("interview", "ticket", "observation") and each.n:
            if each.source not in counted:
                said.append(lambda source=each.source: _counted(source, counted[source]))
            counted[each.source] = counted.get(each.source, 0) + each.n
        elif each.title.strip():
            said.append(lambda title=each.title: title.strip())
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


def _reviewed(journey: Journey, options: Options) -> str:
    reviewed = journey.map.reviewed
    if reviewed is None:
        return ""
    if options.today is None or options.today < reviewed:
        return _("reviewed {date}").format(date=reviewed.isoformat())
    return _("reviewed {ago}").format(ago=ago((options.today - reviewed).days))
