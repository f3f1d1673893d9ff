"""The cell of a stage in a row: its texts below each other, with votes, status and a lock beside or below them."""

from functools import lru_cache
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.core.rows import METRIC, OPPORTUNITY
from journey_editor.layout import text
from journey_editor.layout.cards import CARD_INSET
from journey_editor.layout.entries import Entry
from journey_editor.layout.layers import GROUND
from journey_editor.layout.primitives import Box, Command, Element, Ink, Line, Path, Primitive, Rect
from journey_editor.layout.shapes import circle
from journey_editor.layout.style import REGULAR, SMALL, Style
from journey_editor.layout.votes import pill, pill_width

ROW_HEIGHT = 32.0
STEP = 13.2
PAD = 2.8
LEFT, RIGHT = 12.0, 6.0
MORE = "more"
"""What stands behind the name of a cell in the name of what counts the texts that have no room there."""

_LINES_EACH, _TEXTS = 3, 3
_BETWEEN = 4.0
_BAR = 3.0
_PILL = 13.0  # height of votes, which stay within their line
_BEFORE_PILL = 6.0
_BESIDE_PILL = 72.0  # the least room for words beside votes; with less these stand below the words
_BEFORE_TAIL, _LOCK = 6.0, 7.0
_DOT, _DOT_RADIUS = -4.6, 1.7  # of what is backed, between the bar and the words

Elements = tuple[Element, ...]


class Block(NamedTuple):
    """An entry's lines, with the height at which they begin in their cell.

    Its votes may stand `below` them. `tail` is where its status and lock begin (x, number of the line), `status` what
    is shown of the status.
    """

    entry: Entry
    top: float
    lines: tuple[str, ...]
    tip: str
    below: bool = False
    tail: tuple[float, int] | None = None
    status: str = ""

    @property
    def worded(self) -> int:
        """How many lines its words take, with what stands behind them."""
        return len(self.lines) if self.tail is None else max(len(self.lines), self.tail[1] + 1)

    @property
    def height(self) -> float:
        """How high it is, its votes included."""
        return (self.worded + self.below) * STEP


def cell_name(kind: str, stage: str) -> str:
    """Return what the cell of a stage in a row is called as an element; with "" for the stage it is the row's name."""
    return f"{kind}:{stage}"


def is_row_name(record: str) -> bool:
    """Whether an element of the rows is the name of a row."""
    return record.endswith(":")


def is_more(record: str) -> bool:
    """Whether an element of the rows counts texts that have no room in their cell."""
    return record.endswith(f":{MORE}") and record.count(":") > 1


def more_name(kind: str, stage: str) -> str:
    """Return what the count of texts is called that have no room in a cell."""
    return f"{kind}:{stage}:{MORE}"


def cell(
    stage: str, width: float, blocks: tuple[Block, ...], kind: str, style: Style, y: float, height: float
) -> Elements:
    """Return the ground and the texts of a stage's cell, relative to the stage's left end."""
    rect = Rect(CARD_INSET, y, width - 2 * CARD_INSET, height)
    if not blocks:
        return (Element("row", cell_name(kind, stage), rect, empty(rect.width, height, style), GROUND),)
    low = height <= ROW_HEIGHT + 0.01
    found = [Element("row", cell_name(kind, stage), rect, ground(kind, rect.width, height, style), GROUND)]
    top = y + (height - height_of(blocks)) / 2 if low else y + PAD
    for block in blocks:
        where = Rect(rect.x + LEFT, top + block.top, rect.width - LEFT, block.height)
        if block.entry.record:
            found.append(
                Element("note", block.entry.record, where, _parts(block, where.width, style), GROUND, block.tip)
            )
        else:
            lines = plain_lines(block.lines, style.muted)
            found.append(Element("row", more_name(kind, stage), where, lines, GROUND, block.tip))
    return tuple(found)


@lru_cache(maxsize=4096)
def blocks_in(entries: tuple[Entry, ...], width: float) -> tuple[Block, ...]:
    """Break the texts of a cell into lines, below each other; `width` is the stage's. What has no room is counted."""
    found: list[Block] = []
    top, room = 0.0, max(width - 2 * CARD_INSET - LEFT - RIGHT, 20.0)
    for entry in entries[:_TEXTS]:
        found.append(_block(entry, top, room))
        top += found[-1].height + _BETWEEN
    if len(entries) > _TEXTS:
        more = text.ellipsis(_("+{count} more").format(count=len(entries) - _TEXTS), REGULAR, SMALL, room)
        found.append(Block(Entry("", ""), top, (more,), ""))
    return tuple(found)


def height_of(blocks: tuple[Block, ...]) -> float:
    """Return how high the texts of a cell are together."""
    return blocks[-1].top + blocks[-1].height if blocks else 0.0


@lru_cache(maxsize=8192)
def entry_parts(
    lines: tuple[str, ...], votes: int, right: float | None, style: Style, is_quiet: bool = False, worded: int = 0
) -> tuple[Primitive, ...]:
    """Return the lines of a text, and its votes beside the first one up to a right edge, or (None) below the last.

    `worded` is how many lines there are with what stands behind the words, where these are more.
    """
    words = plain_lines(lines, style.muted if is_quiet else style.ink)
    if not votes:
        return words
    half = pill_width(votes) / 2
    x, y = (half, max(len(lines), worded) * STEP) if right is None else (right - half, 0.0)
    return (*words, *pill(votes, x, y + STEP / 2, style, _PILL))


@lru_cache(maxsize=1024)
def ground(kind: str, width: float, height: float, style: Style) -> tuple[Box, Box]:
    """Return the sheet of a cell, its edge in the colour of its kind."""
    sheet = Box(0.0, 0.0, width, height, Ink(fill=style.panel, fill_opacity=0.8), 4.0)
    return sheet, Box(0.0, 0.0, _BAR, height, Ink(fill=_bar_color(kind, style)), 1.0)


@lru_cache(maxsize=1024)
def empty(width: float, height: float, style: Style) -> tuple[Box]:
    """Return the place of a cell that waits for words."""
    return (Box(0.0, 0.0, width, height, Ink(fill=style.panel, fill_opacity=0.5), 4.0),)


@lru_cache(maxsize=8192)
def plain_lines(lines: tuple[str, ...], color: str, face: str = REGULAR) -> tuple[Line, ...]:
    """Return the lines of a text, below each other from the top of their element."""
    return tuple(
        text.line(words, 0.0, 10.6 + index * STEP, face=face, size=SMALL, color=color)
        for index, words in enumerate(lines)
    )


def _block(entry: Entry, top: float, room: float) -> Block:
    beside = room - pill_width(entry.votes) - _BEFORE_PILL if entry.votes else room
    below = bool(entry.votes) and beside < _BESIDE_PILL
    within = room if below else beside
    wrapped = text.wrap(entry.text, REGULAR, SMALL, within, _LINES_EACH)
    tip = entry.text if wrapped.cut else ""
    if not entry.status and not entry.private:
        return Block(entry, top, wrapped.lines, tip, below)
    locked = _LOCK + (_BEFORE_TAIL if entry.status else 0.0) if entry.private else 0.0
    status = text.ellipsis(entry.status, REGULAR, SMALL, within - locked) if entry.status else ""
    taken = locked + (text.width(status, REGULAR, SMALL) if status else 0.0)
    last = text.width(wrapped.lines[-1], REGULAR, SMALL) + _BEFORE_TAIL if wrapped.lines else 0.0
    fits = last + taken <= within
    tail = (last, max(0, len(wrapped.lines) - 1)) if fits else (0.0, len(wrapped.lines))
    return Block(entry, top, wrapped.lines, tip, below, tail, status)


def _parts(block: Block, width: float, style: Style) -> tuple[Primitive, ...]:
    entry, right = block.entry, None if block.below else width - RIGHT
    words = entry_parts(block.lines, entry.votes, right, style, entry.quiet, block.worded)
    if entry.backed:
        words = (*words, circle(_DOT, STEP / 2 + 0.4, _DOT_RADIUS, Ink(fill=style.good_shape)))
    if block.tail is None:
        return words
    return (*words, *_tail(block.tail, block.status, entry.private, style))


@lru_cache(maxsize=1024)
def _tail(begin: tuple[float, int], status: str, private: bool, style: Style) -> tuple[Primitive, ...]:
    """Return what stands behind the words of a text: its status and a lock."""
    (x, line), found = begin, list[Primitive]()
    if status:
        found.append(text.line(status, x, 10.6 + line * STEP, size=SMALL, color=style.muted))
        x += text.width(status, REGULAR, SMALL) + _BEFORE_TAIL
    if private:
        top = line * STEP + 2.6
        shackle = Ink(stroke=style.muted, width=1.1)
        bow: tuple[Command, ...] = (
            ("M", x + 1.6, top + 3.6),
            ("L", x + 1.6, top + 2.2),
            ("C", x + 1.6, top - 0.4, x + 5.4, top - 0.4, x + 5.4, top + 2.2),
            ("L", x + 5.4, top + 3.6),
        )
        found += [Path(bow, shackle), Box(x, top + 3.4, _LOCK, 5.0, Ink(fill=style.muted), 1.2)]
    return tuple(found)


def _bar_color(kind: str, style: Style) -> str:
    colors = {"pain_point": style.pain_shape, "gain": style.good_shape}
    colors |= {OPPORTUNITY: style.good_shape, METRIC: style.metric_shape}
    return colors.get(kind, style.nobody)
