"""Touchpoint cards: title, channel, marks and the owner's colour as edge."""

from functools import lru_cache
from typing import NamedTuple

from journey_editor.core.backing import is_assumed, is_backed
from journey_editor.core.records import Note, Opportunity, Touchpoint
from journey_editor.core.words import channel_name
from journey_editor.layout import text
from journey_editor.layout.form import DESK, Form
from journey_editor.layout.monograms import Monogram, monogram_parts, monograms_width
from journey_editor.layout.primitives import Box, Ink, Line, Primitive
from journey_editor.layout.shapes import dot, plus, ring, star, triangle
from journey_editor.layout.style import MEDIUM, REGULAR, SEMIBOLD, SMALL, Style
from journey_editor.layout.votes import count_text, pill, pill_width

CARD_HEIGHT = DESK.height
CARD_GAP = DESK.gap
"""Between cards of one column and lane, and above and below them in the lane."""
CARD_INSET = 4.0
"""Between a card and the edges of its column."""

WIDER = 58.0
"""How much wider a card with a picture is."""

_PAD_RIGHT = 4.0
TITLE_TOP, TITLE_STEP, TITLE_LINES = DESK.top, DESK.step, DESK.lines
CHANNEL_BASE = DESK.height - DESK.low
_LIFT = 15.8  # of a channel that stands above the marks
_MARK_LIFT = 4.0  # of the middle of the marks above the channel's baseline
_TIGHT_PAD = 4.0  # between the card's left edge and marks that are crowded
_AIR = {"votes": 2.0, "star": 1.0, "pain": 1.5, "pain again": 1.5, "pains": 1.0, "plus": 2.5, "dot": 2.0, "ring": 2.0}
_WIDEST = 1.45  # times as wide as the least: further a card does not grow
_SHADOW = Ink(fill="#000000", fill_opacity=0.06)


class Badges(NamedTuple):
    """What the marks of a card tell; the names are those of the legend."""

    votes: int = 0
    moment: bool = False
    pain: int = 0
    opportunity: int = 0
    evidence: bool = False
    assumed: bool = False


class Card(NamedTuple):
    """A card's parts, relative to its corner, and its whole text where something had to be cut."""

    parts: tuple[Primitive, ...]
    tip: str


def badges_of(
    touchpoint: Touchpoint, notes: tuple[Note, ...], opportunities: tuple[Opportunity, ...], private: bool
) -> Badges:
    """Return what the marks of a touchpoint's card tell; settled pain points and dropped opportunities do not count."""
    pains = sum(
        1 for note in notes if note.kind == "pain_point" and not note.resolved and (private or not note.private)
    )
    planned = sum(1 for each in opportunities if each.status != "dropped")
    return Badges(
        touchpoint.votes, touchpoint.moment is not None, pains, planned, is_backed(touchpoint), is_assumed(touchpoint)
    )


@lru_cache(maxsize=12_000)
def card(
    title: str, channel: str, badges: Badges, width: float, color: str, style: Style, form: Form = DESK,
    monograms: tuple[Monogram, ...] = (),
) -> Card:  # fmt: skip
    """Return a card; equal content gives the very same parts. Tags stand before the channel, else before the title."""
    shape = (
        Box(0.5, form.height - 14.5, width, 16.0, _SHADOW, 8.0),  # of a shadow only its lower edge is seen
        Box(0.0, 0.0, width, form.height, Ink(fill=style.card, stroke=color, width=1.2), 8.0),
    )
    monograms = monograms[:1] if form.beside else monograms
    lettered = monograms_width(monograms)
    marks, left = _marks(badges, width, 0.0, style, form)
    end = left - 3.0 if form.beside and marks else width - _PAD_RIGHT
    begin = form.pad + (lettered if form.beside else 0.0)
    wrapped = text.wrap(title, form.face, form.size, end - begin, form.lines)
    base = form.top if not form.beside else (form.height - (len(wrapped.lines) - 1) * form.step) / 2 + form.size * 0.36
    lines = [
        text.line(words, begin, base + index * form.step, face=form.face, size=form.size, color=style.ink)
        for index, words in enumerate(wrapped.lines)
    ]
    name = channel_name(channel)
    shown, middle = "", form.height / 2
    if not form.beside:
        if marks and monograms and left - 3.0 < form.pad + lettered and not _has_room_above(len(lines), form):
            marks, left = _marks(badges, width, lettered, style, form)
            if left < form.pad + lettered:  # not even closer: the edge says whose it is
                monograms, lettered = (), 0.0
                marks, left = _marks(badges, width, lettered, style, form)
        free = left if marks else width + 3.0 - _PAD_RIGHT
        shown, base = _channel(name, lettered, width, free, len(lines), form)
        middle = base - _MARK_LIFT
    if shown:
        lines.append(text.line(shown, form.pad + lettered, base, color=style.muted))
    cut = wrapped.cut or shown != text.flat(name)
    tip = "\n".join(filter(None, (title, name))) if cut else ""
    return Card((*shape, *lines, *monogram_parts(monograms, form.pad, middle, style), *marks), tip)


def _channel(name: str, lettered: float, width: float, left: float, title_lines: int, form: Form) -> tuple[str, float]:
    """Return what is shown of a channel and its baseline: beside the marks, or above them where they crowd it."""
    room, base = left - 3.0 - form.pad - lettered, form.height - form.low
    if text.width(name) <= room:
        return name, base
    if _has_room_above(title_lines, form):
        return text.ellipsis(name, REGULAR, SMALL, width - form.pad - _PAD_RIGHT - lettered), base - _LIFT
    return text.ellipsis(name, REGULAR, SMALL, room) if room >= text.width(name) * 0.75 else "", base


def _has_room_above(title_lines: int, form: Form) -> bool:
    """Whether a channel has room above the marks, below a title of so many lines."""
    return form.top + (title_lines - 1) * form.step + SMALL * 1.1 <= form.height - form.low - _LIFT


@lru_cache(maxsize=12_000)
def card_width(title: str, channel: str, least: float, monograms: tuple[Monogram, ...] = ()) -> float:
    """Return how wide a card should be so that its title, channel and monograms are whole, within reason.

    Marks do not count, so that a note more or less moves no column.
    """
    name = channel_name(channel)
    most = least * _WIDEST
    pads = DESK.pad + _PAD_RIGHT
    word = text.widest_word(title, MEDIUM, SMALL, most - pads)  # rather a wider card than a word in pieces
    width = max(least, word + pads, min(text.width(name) + monograms_width(monograms) + pads, most))
    while width < most and text.wrap(title, MEDIUM, SMALL, width - pads, TITLE_LINES).cut:
        width += 6.0
    return min(width, most)


def _marks(
    badges: Badges, width: float, lettered: float, style: Style, form: Form
) -> tuple[tuple[Primitive, ...], float]:
    """Return the marks at the lower right, from left to right, and where they begin; monograms come before them."""
    room = (width - form.pad * 2 - lettered) * (0.5 if form.beside else 1.0)
    y = form.height / 2 if form.beside else form.height - form.low - _MARK_LIFT
    widths = _mark_widths(badges)
    if (badges.votes or lettered) and sum(widths.values()) > room:
        room += 0.0 if lettered else form.pad - _TIGHT_PAD
        widths = _closer(widths, room)
    total = sum(widths.values())
    squeeze = min(1.0, room / total) if total and not lettered else 1.0
    right = width - form.pad + 1.5 if total else width
    left = right - total * squeeze
    x = left
    parts: list[Primitive] = []
    for mark, length in widths.items():
        parts += _mark(mark, x + length * squeeze / 2, y, badges, style)
        x += length * squeeze
    return tuple(parts), left


def _mark_widths(badges: Badges) -> dict[str, float]:
    """Return how wide each mark is that is shown; a second pain point has its own triangle, more have a number."""
    widths: dict[str, float] = {}
    others = bool(badges.votes) + badges.moment + bool(badges.opportunity) + badges.evidence
    if badges.votes:
        widths["votes"] = pill_width(badges.votes) + 3.0
    if badges.moment:
        widths["star"] = 15.0
    if badges.pain:
        widths["pain"] = 15.0
        if badges.pain == 2 and others <= 2:
            widths["pain again"] = 15.0
        elif badges.pain > 1:
            widths["pains"] = text.width(count_text(badges.pain), SEMIBOLD, SMALL) + 3.0
    if badges.opportunity:
        widths["plus"] = 15.0
    if badges.evidence:
        widths["dot"] = 10.0
    elif badges.assumed:
        widths["ring"] = 10.0
    return widths


def _closer(widths: dict[str, float], room: float) -> dict[str, float]:
    """Return marks without the air between them, where a card is crowded, and without what says least if need be."""
    found = {mark: length - _AIR[mark] for mark, length in widths.items()}
    for mark in ("ring", "dot", "pains"):
        if sum(found.values()) > room:
            found.pop(mark, None)
    return found


def _number(number: int, x: float, y: float, color: str) -> Line:
    return text.line(count_text(number), x, y + 4.0, face=SEMIBOLD, size=SMALL, color=color, anchor="middle")


def _mark(mark: str, x: float, y: float, badges: Badges, style: Style) -> tuple[Primitive, ...]:
    if mark == "star":
        return star(x, y + 0.6, 7.4, style)
    if mark in ("pain", "pain again"):
        return triangle(x, y, style)
    if mark == "plus":
        return plus(x, y, style)
    if mark == "dot":
        return dot(x, y, style)
    if mark == "ring":
        return ring(x, y, style)
    if mark == "pains":
        return (_number(badges.pain, x, y, style.pain),)
    return pill(badges.votes, x, y, style)
