"""The persona card: whose journey it is, beside the title where there is room, else above the map.

It has a picture or two letters, and columns of words: who it is, what they say, want, need, suffer from and must keep
to. As many columns are shown as have room; what is cut ends in an ellipsis, and the tooltip tells it
whole.
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.core.records import Persona
from journey_editor.core.titles import initials
from journey_editor.core.words import unnamed
from journey_editor.layout import text
from journey_editor.layout.colors import mix
from journey_editor.layout.layers import GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.pictured import Portrait
from journey_editor.layout.primitives import Box, Element, Image, Ink, Line, Primitive, Rect
from journey_editor.layout.shapes import circle
from journey_editor.layout.style import REGULAR, SEMIBOLD, SMALL, TEXT, Style

_BESIDE_LINES, _ABOVE_LINES, _MOST_LINES = 4, 5, 6
_STEP = 13.2
_PAD = 9.0
_AVATAR = 44.0
_COLUMN = 146.0  # the least width of a column of words
_BETWEEN = 16.0
_WORDS = _PAD + 2.0 + _AVATAR + 12.0  # where the first column begins
_ENOUGH = 4  # columns that a card beside the title should tell, if it can
_INDENT = 8.0
_WIDE, _SEEN = 1_400.0, 1_180.0  # of a wider map only so much is seen at full size where it begins
_LEAST_TITLE, _LEAST_CARD = 420.0, 200.0
_SHARE, _MOST = 0.46, 620.0  # of the width beside the title, and at most
_MOST_WIDE = 1_100.0  # of a map that goes on to the right
_MORE = 14.0  # beside the last column, for the ellipsis that stands for those left out
_FROM_TITLE = 24.0


class Column(NamedTuple):
    """A column of words: its heading, texts of their own, and whether these are a list."""

    heading: str
    texts: tuple[str, ...]
    is_list: bool


def tells(persona: Persona | None, shown: Portrait | None) -> bool:
    """Whether there is more to show of a persona than its name, which stands below the title anyway."""
    return persona is not None and (shown is not None or any(column.texts for column in columns_of(persona)[1:]))


def beside(persona: Persona | None, shown: Portrait | None, options: Options, right: float, y: float) -> Rect | None:
    """Return where the card lies beside a title that begins at a height, None where it does not."""
    if not (options.persona and options.title and tells(persona, shown)):
        return None
    whole = right - options.margin
    width = whole if right <= _WIDE else _SEEN
    card = min(width * _SHARE, _MOST)
    left = width - card
    if left - _FROM_TITLE < _LEAST_TITLE:
        return None
    return Rect(options.margin + left, y, min(whole - left, _MOST_WIDE), _height(_BESIDE_LINES))


def as_high(persona: Persona, card: Rect, bottom: float, style: Style) -> Rect:
    """Return the place of a card beside a title that ends there: as many lines as fit beside it, within reason.

    It is a little higher where that lets more of its columns be told whole.
    """
    beside = int((bottom - card.y - 2 * _PAD) / _STEP)
    least = min(max(beside, _BESIDE_LINES), _MOST_LINES)
    found = _columns_told(persona)
    enough = min(_ENOUGH, _most_columns(found, card.width - _WORDS - _PAD))
    tried = range(least, _MOST_LINES + 1)
    lines = next((each for each in tried if _whole(found, card.width, each, style) >= enough), least)
    return Rect(card.x, card.y, card.width, _height(lines))


def _whole(found: list[Column], width: float, lines: int, style: Style) -> int:
    """Return how many columns are told whole in so many lines."""
    shown = _fitting(found, _WORDS, width - _WORDS - _PAD, lines, style)
    return sum(not cut for _parts, cut in shown)


def above(persona: Persona | None, shown: Portrait | None, options: Options, right: float, y: float) -> Rect | None:
    """Return where the card lies above the map from a height on, None where it does not."""
    width = right - options.margin
    if not options.persona or width < _LEAST_CARD or not tells(persona, shown):
        return None
    if beside(persona, shown, options, right, y) is not None:
        return None
    return Rect(options.margin, y, width, _height(_ABOVE_LINES))


def persona_card(persona: Persona, shown: Portrait | None, rect: Rect, style: Style) -> Element:
    """Return the card of a persona in a rectangle."""
    parts, tip = _card(persona, shown, rect.width, rect.height, style)
    return Element("persona", persona.id, rect, parts, GROUND, tip)


def columns_of(persona: Persona) -> tuple[Column, ...]:
    """Return what there is to tell of a persona: who it is first, then what matters most."""
    quote = text.flat(persona.quote).strip('“”"„ ')
    role = text.flat(persona.role) or text.flat(persona.about)
    return (
        Column(text.flat(persona.name) or unnamed("persona"), (role,) if role else (), False),
        Column(_("Says"), (f"“{quote}”",) if quote else (), False),
        Column(_("Goals"), _texts(persona.goals), True),
        Column(_("Frustrations"), _texts(persona.frustrations), True),
        Column(_("Needs"), _texts(persona.needs), True),
        Column(_("Constraints"), _texts(persona.constraints), True),
        Column(_("Set off by"), _texts((persona.activation,)), False),
    )


def _columns_told(persona: Persona) -> list[Column]:
    """Return the columns that have something to tell; the name always has."""
    who, *others = columns_of(persona)
    return [who, *(column for column in others if column.texts)]


def _most_columns(found: list[Column], room: float) -> int:
    return max(1, min(len(found), int((room + _BETWEEN) // (_COLUMN + _BETWEEN))))


def _texts(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(text.flat, texts)))


def _height(lines: int) -> float:
    return lines * _STEP + 2 * _PAD


def _card(
    persona: Persona, shown: Portrait | None, width: float, height: float, style: Style
) -> tuple[tuple[Primitive, ...], str]:
    """Return a card's parts, relative to its corner, and all it tells where something has no room."""
    parts: list[Primitive] = [
        Box(0.5, height - 14.5, width, 16.0, Ink(fill="#000000", fill_opacity=0.05), 8.0),
        Box(0.0, 0.0, width, height, Ink(fill=style.panel, stroke=style.line), 8.0),
        *_avatar(persona, shown, _PAD + 2.0, (height - _AVATAR) / 2, style),
    ]
    found = _columns_told(persona)
    lines = round((height - 2 * _PAD) / _STEP)
    shown_columns = _fitting(found, _WORDS, width - _WORDS - _PAD, lines, style)
    parts += chain.from_iterable(words for words, _cut in shown_columns)
    left_out = len(shown_columns) < len(found)
    if left_out:  # on paper nobody sees the tip
        last = height - _PAD - 2.8
        parts.append(text.line(text.ELLIPSIS, width - _PAD / 2, last, color=style.muted, anchor="end"))
    return tuple(parts), "\n".join(_told(found)) if left_out or any(cut for _words, cut in shown_columns) else ""


def _fitting(
    found: list[Column], left: float, room: float, lines: int, style: Style
) -> list[tuple[list[Primitive], bool]]:
    """Return the parts of the columns that are shown, and whether texts of each are cut.

    Of all numbers of columns that have room it is the one with the most columns told whole, and the fewest others:
    rather a few with all their words than many of which each is cut.
    """
    tried: list[list[tuple[list[Primitive], bool]]] = []
    for count in range(_most_columns(found, room), 0, -1):
        each = (room - (_MORE if count < len(found) else 0.0) + _BETWEEN) / count - _BETWEEN
        tried.append(
            [
                _column(column, left + place * (each + _BETWEEN), each, lines, place == 0, style)
                for place, column in enumerate(found[:count])
            ]
        )
    return max(tried, key=lambda shown: (sum(not cut for _parts, cut in shown), -len(shown)))


def _avatar(persona: Persona, shown: Portrait | None, x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return the picture in a circle, or two letters of the name."""
    if shown is not None:
        return (Image(x, y, _AVATAR, _AVATAR, shown.picture, shown.data, _AVATAR / 2),)
    middle = _AVATAR / 2
    ink = Ink(fill=mix(style.panel, style.accent, 0.14), stroke=mix(style.panel, style.accent, 0.5))
    letters = initials(text.flat(persona.name)) or "?"
    line = text.line(letters, x + middle, y + middle + 4.8, face=SEMIBOLD, size=TEXT, color=style.ink, anchor="middle")
    return circle(x + middle, y + middle, middle - 0.5, ink), line


def _column(
    column: Column, x: float, width: float, lines: int, is_first: bool, style: Style
) -> tuple[list[Primitive], bool]:
    """Return a heading with its texts below it, in at most so many lines, and whether something was cut."""
    base = _PAD + 10.4
    heading = text.wrap(column.heading, SEMIBOLD, SMALL, width, 2 if is_first else 1)
    color = style.ink if is_first else style.muted
    parts: list[Primitive] = [
        text.line(words, x, base + place * _STEP, face=SEMIBOLD, size=SMALL, color=color)
        for place, words in enumerate(heading.lines)
    ]
    base += (len(parts) - 1) * _STEP
    left, cut = lines - len(parts), heading.cut
    indent = _INDENT if column.is_list else 0.0
    for each in column.texts:
        if left <= 0:
            return [*parts[:-1], _with_more(parts[-1], x + width)], True
        wrapped = text.wrap(each, REGULAR, SMALL, width - indent, left)
        if column.is_list:
            parts.append(circle(x + 2.2, base + _STEP - 3.8, 1.3, Ink(fill=style.muted)))
        for words in wrapped.lines:
            base += _STEP
            parts.append(text.line(words, x + indent, base, color=style.muted if is_first else style.ink))
        left -= len(wrapped.lines)
        cut = cut or wrapped.cut
    return parts, cut


def _with_more(last: Primitive, right: float) -> Primitive:
    """Return a line with an ellipsis, since more texts would follow it; it ends at `right` at the latest."""
    if not isinstance(last, Line) or not last.runs:
        return last
    face = last.runs[0].face
    shown = text.ellipsis(last.text, face, SMALL, right - last.x, always=True)
    return text.line(shown, last.x, last.y, face=face, size=SMALL, color=last.color)


def _told(columns: list[Column]) -> Iterator[str]:
    for column in columns:
        yield column.heading
        yield from (f"– {each}" if column.is_list else each for each in column.texts)
