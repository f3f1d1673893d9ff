"""The parking lot below the rows: what is still open on the map itself, in columns across its whole width."""

from collections.abc import Sequence
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.core.edits.parking import in_turn
from journey_editor.core.records import Note
from journey_editor.layout import text
from journey_editor.layout.cards import CARD_INSET
from journey_editor.layout.cells import ROW_HEIGHT, STEP, entry_parts, ground, plain_lines
from journey_editor.layout.layers import GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Ink, Rect
from journey_editor.layout.rows import row_label
from journey_editor.layout.style import REGULAR, SMALL, Style
from journey_editor.layout.votes import pill_width

ROW = "parking"
"""What the ids of the parking lot's elements begin with."""

_LEAST, _MOST_BESIDE, _LINES = 168.0, 5, 4
_LINES_EACH = 2
_PAD = (ROW_HEIGHT - STEP) / 2
_BETWEEN = 5.0
_LEFT, _RIGHT, _GUTTER = 12.0, 6.0, 16.0
_BOX, _INDENT = 7.0, 14.0
_BEFORE_PILL = 6.0


class _Parked(NamedTuple):
    """A parked note, broken into lines, and the place of its text below and beside the others."""

    note: Note
    lines: tuple[str, ...]
    tip: str
    x: float
    y: float


def parking(
    notes: tuple[Note, ...], left: float, right: float, options: Options, y: float
) -> tuple[tuple[Element, ...], float]:
    """Return what is parked and open between two edges, the most voted first, and where the next thing begins.

    What does not fit is counted. Private notes are left out where they are not to be seen.
    """
    shown = in_turn(each for each in notes if _is_open(each, options.private))
    if not shown:
        return (), y
    style = options.style
    left, width = left + CARD_INSET, right - left - 2 * CARD_INSET
    inner = width - _LEFT - _RIGHT
    beside = max(1, min(_MOST_BESIDE, int((inner + _GUTTER) / (_LEAST + _GUTTER)), len(shown)))
    room = (inner + _GUTTER) / beside - _GUTTER
    most = beside * _LINES
    kept = shown[: most - 1] if len(shown) > most else shown
    placed, below = _placed(kept, beside, room)
    more: list[Element] = []
    if len(kept) < len(shown):
        last = placed[-1]
        x = last.x + room + _GUTTER if len(kept) % beside else _LEFT
        top = last.y if len(kept) % beside else below
        below = max(below, top + STEP + _BETWEEN)
        words = text.ellipsis(_("+{count} more").format(count=len(shown) - len(kept)), REGULAR, SMALL, room)
        rect = Rect(left + x, y + top, room, STEP)
        more.append(Element("row", f"{ROW}/map/more", rect, plain_lines((words,), style.muted), GROUND))
    height = below - _BETWEEN + _PAD
    parts = (*ground("other", width, height, style), *(_box(each, style) for each in placed))
    return (
        row_label(ROW, _("Parking lot"), options, y, ROW_HEIGHT, ROW),
        Element("row", f"{ROW}/map", Rect(left, y, width, height), parts, GROUND),
        *(_entry(each, left, y, room, style) for each in placed),
        *more,
    ), y + height


def has_votes(notes: Sequence[Note], private: bool) -> bool:
    """Whether anything that is shown of a parking lot has votes."""
    return any(each.votes and _is_open(each, private) for each in notes)


def _is_open(note: Note, private: bool) -> bool:
    return bool(text.clean(note.text)) and not note.resolved and (private or not note.private)


def _placed(notes: Sequence[Note], beside: int, room: float) -> tuple[list[_Parked], float]:
    """Place notes in lines of so many beside each other; return them, and where the next line would begin."""
    found: list[_Parked] = []
    y = _PAD
    for begin in range(0, len(notes), beside):
        most = 0
        for place, note in enumerate(notes[begin : begin + beside]):
            taken = _INDENT + (pill_width(note.votes) + _BEFORE_PILL if note.votes else 0.0)
            wrapped = text.wrap(note.text, REGULAR, SMALL, max(room - taken, 20.0), _LINES_EACH)
            x = _LEFT + place * (room + _GUTTER)
            found.append(_Parked(note, wrapped.lines, note.text if wrapped.cut else "", x, y))
            most = max(most, len(wrapped.lines))
        y += most * STEP + _BETWEEN
    return found, y


def _box(parked: _Parked, style: Style) -> Box:
    """Return the open box before a note."""
    return Box(parked.x, parked.y + (STEP - _BOX) / 2, _BOX, _BOX, Ink(stroke=style.nobody), 1.5)


def _entry(parked: _Parked, left: float, top: float, room: float, style: Style) -> Element:
    width = room - _INDENT
    rect = Rect(left + parked.x + _INDENT, top + parked.y, width, len(parked.lines) * STEP)
    parts = entry_parts(parked.lines, parked.note.votes, width, style)
    return Element("note", parked.note.id, rect, parts, GROUND, parked.tip)
