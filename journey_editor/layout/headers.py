"""Stage heads: chevrons with name, span of time and goal."""

from functools import lru_cache
from typing import NamedTuple

from journey_editor.core.records import Note, Stage
from journey_editor.core.words import unnamed
from journey_editor.layout import text
from journey_editor.layout.primitives import Command, Ink, Line, Path, Primitive
from journey_editor.layout.style import BOLD, REGULAR, SMALL, TEXT, Style
from journey_editor.layout.times import span_of

HEAD_HEIGHT = 56.0

_NAME_BASE, _LINE_STEP = 20.9, 13.2
_SECOND_BASE = 36.8
_TIP = 14.4
_GAP_TO_SPAN = 8.0
_LONGEST_NAME = 190.0
_LONGEST_GOAL = 150.0


class HeadTexts(NamedTuple):
    """What a stage's head says."""

    name: str
    span: str
    goal: str
    link: str = ""


class Head(NamedTuple):
    """A head's parts, relative to its corner, and its whole text where something had to be cut."""

    parts: tuple[Primitive, ...]
    tip: str


def head_texts(stage: Stage, notes: tuple[Note, ...], private: bool) -> HeadTexts:
    """Return what the head of a stage says: name, time and its goals in one line."""
    goals = (
        text.flat(note.text)
        for note in notes
        if note.kind == "goal" and text.flat(note.text) and (private or not note.private)
    )
    return HeadTexts(text.flat(stage.name) or unnamed("stage"), span_of(stage), "; ".join(goals), stage.link)


@lru_cache(maxsize=4096)
def head_width(texts: HeadTexts, natural: float, first: bool) -> float:
    """Return how wide a head must be so that its name is whole and its goal has two lines, within reason.

    A span of time that needs only a little more gets it; otherwise it stands on a line of its own.
    """
    left, right = _pads(natural, first, False)
    name = text.width(texts.name[:200], BOLD, TEXT)
    wanted = max(natural, min(name, _LONGEST_NAME) + left + right)
    if texts.span:
        beside = name + _GAP_TO_SPAN + text.width(texts.span[:200]) + left + right
        if beside <= wanted * 1.1:
            wanted = max(wanted, beside)
    while wanted < _LONGEST_GOAL and _second_lines(texts, wanted - left - right, True)[1]:
        wanted += 6.0
    return wanted


@lru_cache(maxsize=4096)
def head(texts: HeadTexts, width: float, first: bool, last: bool, style: Style) -> Head:
    """Return a stage's head: the chevron points into the next stage's notch."""
    left, right = _pads(width, first, last)
    room = max(width - left - right, 20.0)
    name = text.ellipsis(texts.name, BOLD, TEXT, room)
    lines: list[Line] = [text.line(name, left, _NAME_BASE, face=BOLD, size=TEXT, color=style.ink)]
    beside = bool(texts.span) and lines[0].width + _GAP_TO_SPAN + text.width(texts.span[:200]) <= room
    if beside:
        lines.append(text.line(texts.span, width - right, _NAME_BASE, color=style.muted, anchor="end"))
    below, cut = _second_lines(texts, room, beside)
    lines += [
        text.line(words, left, _SECOND_BASE + index * _LINE_STEP, color=style.muted)
        for index, words in enumerate(below)
    ]
    cut = cut or name != text.flat(texts.name)
    tip = "\n".join(filter(None, texts)) if cut else ""
    return Head((_chevron(width, first, last, style), *lines), tip)


def _second_lines(texts: HeadTexts, room: float, beside: bool) -> tuple[tuple[str, ...], bool]:
    """Return the lines below the name and whether something is missing: the goal, and the span if not beside it."""
    own_line = bool(texts.span) and not beside
    goal = text.wrap(texts.goal, REGULAR, SMALL, room, 1 if own_line else 2)
    if not own_line:
        return goal.lines, goal.cut
    span = text.ellipsis(texts.span, REGULAR, SMALL, room)
    return (*goal.lines, span), goal.cut or span != text.flat(texts.span)


def _pads(width: float, first: bool, last: bool) -> tuple[float, float]:
    """Return what stays free at the left and right of a head's texts."""
    if width <= 110:
        return (12.0 if first else 14.0), 6.0
    return (12.0 if first else 17.0), 11.0


def _chevron(width: float, first: bool, last: bool, style: Style) -> Path:
    middle = HEAD_HEIGHT / 2
    right = width - (2.0 if last else 11.0)
    commands: list[Command] = [("M", 2.0, 0.0)]
    commands.append(("L", right, 0.0))
    if not last:
        commands.append(("L", right + _TIP, middle))
    commands.append(("L", right, HEAD_HEIGHT))
    commands.append(("L", 2.0, HEAD_HEIGHT))
    if not first:
        commands.append(("L", 11.0, middle))
    return Path((*commands, ("Z",)), Ink(fill=style.stage))
