"""How the matrix looks, beside what `plots.matrix` draws behind it: points, and the words of zones and axes."""

from journey_editor.assets import _
from journey_editor.layout import text
from journey_editor.layout.colors import mix
from journey_editor.layout.matrix.plane import Plane
from journey_editor.layout.matrix.spread import LEAST_LETTERED, Mark, Pile
from journey_editor.layout.primitives import Ink, Line, Primitive, Rect
from journey_editor.layout.shapes import circle
from journey_editor.layout.style import BOLD, REGULAR, SEMIBOLD, SMALL, TEXT, Style

_WIDE = 112.0  # points: a zone that is narrower has its name nearer to its edge


def disc_parts(mark: Mark, radius: float, style: Style, is_chosen: bool = False) -> tuple[Primitive, ...]:
    """Return a point about 0, 0: its owner's letters in a ring that tells how far it is.

    What is being done has a thick ring, an idea a dashed one; what is done is filled, what was dropped is grey.
    """
    found: list[Primitive] = []
    if is_chosen:
        found.append(circle(0, 0, radius + 4, Ink(stroke=style.accent, width=2.0)))
    is_small = radius < LEAST_LETTERED
    color = style.muted if mark.status == "dropped" else mark.color
    share = {"proposed": 0.08, "planned": 0.24, "doing": 0.24, "done": 0.55, "dropped": 0.06}[mark.status]
    width = 3.0 if mark.status == "doing" and not is_small else 1.5
    dash = (4.0, 3.0) if mark.status == "proposed" and not is_small else ()
    found.append(circle(0, 0, radius, Ink(mix(style.panel, color, share), color, width, dash)))
    if not is_small and mark.letters:
        ink = style.muted if mark.status == "dropped" else style.ink
        found.append(text.line(mark.letters, 0, 4, face=SEMIBOLD, size=SMALL, color=ink, anchor="middle"))
    return tuple(found)


def zone_names(plane: Plane, style: Style) -> tuple[tuple[Line, Rect], ...]:
    """Return what zones are called, each with where it lies."""
    zones = plane.zones()
    said = (
        ("quick_win", _("Quick wins"), style.good),
        ("worth_doing", _("Worth doing"), style.muted),
        ("strategic", _("Strategic bets"), style.gold),
        ("later", _("Later"), style.muted),
    )
    found: list[tuple[Line, Rect]] = []
    for kind, words, color in said:
        zone = zones[kind]
        y = zone.bottom - 14 if kind == "later" else zone.y + 26
        aside = 14.0 if zone.width > _WIDE else 8.0
        shown = text.ellipsis(words, BOLD, TEXT, max(0.0, zone.width - aside - 4))
        line = text.line(shown, zone.x + aside, y, face=BOLD, size=TEXT, color=color)
        found.append((line, Rect(line.x, y - 12, line.width, 16)))
    return tuple(found)


def axis_words(plane: Plane, style: Style) -> tuple[Line, ...]:
    """Return the numbers at the axes and what the axis of effort is called; that of worth is written upwards."""
    bottom = plane.y + plane.height
    numbers = [
        text.line(str(each), plane.x_of(each), bottom + 24, color=style.muted, anchor="middle") for each in range(1, 6)
    ]
    numbers += [
        text.line(str(each), plane.x - 14, plane.y_of(each) + 4, color=style.muted, anchor="end")
        for each in range(1, 6)
    ]
    middle = plane.x + plane.width / 2
    return (
        *numbers,
        text.line(_("Effort"), middle, bottom + 52, face=SEMIBOLD, size=TEXT, color=style.ink, anchor="middle"),
        text.line(_("little"), plane.x, bottom + 52, face=REGULAR, color=style.muted),
        text.line(_("much"), plane.x + plane.width, bottom + 52, face=REGULAR, color=style.muted, anchor="end"),
    )


def upright_word(style: Style) -> Line:
    """Return what the axis of worth is called, about 0, 0: it is turned by a quarter against the clock."""
    return text.line(_("Worth"), 0, 0, face=SEMIBOLD, size=TEXT, color=style.ink, anchor="middle")


def pile_line(pile: Pile, style: Style) -> Line:
    """Return how many points of an effort are not drawn."""
    words = f"+{len(pile.records)}"
    return text.line(words, pile.x, pile.y, face=SEMIBOLD, size=SMALL, color=style.muted, anchor="middle")
