"""What a captured line is understood as, in people's words and colours: one chip for each piece of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journey_editor.assets import _, marked
from journey_editor.core.capture.captured import Captured, Piece
from journey_editor.core.capture.names import folded
from journey_editor.core.capture.numbers import valence
from journey_editor.core.capture.signs import SMILEYS
from journey_editor.core.capture.text import FACES
from journey_editor.core.dates import full_day_text
from journey_editor.core.words import channel_label, number_text
from journey_editor.layout.colors import feeling_color, mix
from journey_editor.layout.style import Style

MOST = 60
"""Pieces that become chips, about the cursor: more than can be seen at once."""

_ROLES: Mapping[str, str] = {
    "mark": marked("list mark"),
    "title": marked("title"),
    "owner": marked("owner"),
    "alone": marked("the customer alone"),
    "channel": marked("channel"),
    "stage": marked("stage"),
    "word": marked("word"),
    "hands": marked("show of hands"),
    "believed": marked("team believed"),
    "assumed": marked("assumed"),
    "moment": marked("moment of truth"),
    "same_time": marked("at the same time"),
    "metric": marked("metric"),
    "opportunity": marked("opportunity"),
    "who": marked("done by"),
    "due": marked("due"),
    "pain_point": marked("pain point"),
    "question": marked("question"),
    "quote": marked("quote"),
    "goal": marked("goal"),
    "action": marked("does"),
    "thought": marked("thinks"),
    "expectation": marked("expects"),
    "gain": marked("gain"),
    "success_criterion": marked("done when"),
}
"""What people call the pieces of a line, by their role."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A stretch of the line from `start` to before `end`: its words, what they are, and in what colour."""

    words: str
    label: str
    color: str
    start: int
    end: int
    is_new: bool = False


def chips_of(text: str, captured: Captured, cursor: int, style: Style, owners: Mapping[str, str]) -> tuple[Chip, ...]:
    """Return the chips about the cursor. `owners` are the colours of the known owners by their folded names."""
    labels = _labels(text, captured)
    colored = _colors(text, captured, style, owners)
    chips = [
        Chip(" ".join(text[piece.start : piece.end].split()), label, shade, piece.start, piece.end, piece.is_new)
        for piece, label, shade in zip(captured.pieces, labels, colored, strict=True)
    ]
    here = next((place for place, each in enumerate(chips) if each.end >= cursor), len(chips))
    first = max(0, min(here - MOST * 3 // 4, len(chips) - MOST))
    return tuple(chips[first : first + MOST])


def ground(shade: str, style: Style) -> str:
    """Return the colour of a chip's ground."""
    return mix(style.panel, shade, 0.14 if style.name == "light" else 0.24)


def edge(shade: str, style: Style) -> str:
    """Return the colour of the line around a chip."""
    return mix(style.panel, shade, 0.55)


def feeling_words(felt: float) -> str:
    """Return a valence in words."""
    if felt <= -1.5:
        return _("feels very bad")
    if felt < 0:
        return _("feels bad")
    if felt == 0:
        return _("feels neutral")
    return _("feels good") if felt < 1.5 else _("feels very good")


def role_words(role: str) -> str:
    """Return what people call a piece of a line."""
    return _(_ROLES.get(role, role))


def new_words(role: str) -> str:
    """Return what people call a name that is not known yet."""
    return {"owner": _("new owner"), "channel": _("new channel"), "stage": _("new stage"), "word": _("new word")}.get(
        role, _("not an owner")
    )


def _felt(text: str, piece: Piece) -> float | None:
    """Return the valence that a piece says by itself."""
    word = text[piece.start : piece.end]
    return FACES.get(word[:1], SMILEYS.get(word, valence(word)))


def _labels(text: str, captured: Captured) -> Iterator[str]:
    stages, ideas = iter(captured.stages), iter(captured.opportunities)
    pains = iter([note for note in captured.notes if note.kind == "pain_point"])
    last = max((place for place, each in enumerate(captured.pieces) if each.role in ("valence", "hands")), default=-1)
    idea = None
    for place, piece in enumerate(captured.pieces):
        words, role = role_words(piece.role), piece.role
        typed = text[piece.start : piece.end]
        if role in ("valence", "hands") and place < last:
            yield _("said again later")
        elif role == "valence":
            yield feeling_words(_felt(text, piece) or 0.0)
        elif role == "hands" and captured.hands is not None and captured.valence is not None:
            yield f"{feeling_words(captured.valence)} · {words}"
        elif role == "word" and last < 0 and captured.valence is not None:
            yield feeling_words(captured.valence)
        elif role == "owner":
            yield _named(words, captured.owner, typed, piece)
        elif role == "channel":
            yield _named(words, channel_label(captured.channel), typed, piece)
        elif role == "stage":
            yield _named(words, next(stages, ""), typed, piece)
        elif role == "pain_point":
            severity = getattr(next(pains, None), "severity", None)
            yield {4: _("severe pain point"), 5: _("very severe pain point")}.get(severity or 0, words)
        elif role == "metric" and captured.metric is not None:
            numbers = [
                number_text(each) for each in (captured.metric.current, captured.metric.target) if each is not None
            ]
            yield f"{words} {' → '.join(numbers)} {captured.metric.unit}".strip()
        elif role == "opportunity":
            idea = next(ideas, None) if typed.startswith("+") else idea
            yield words
        elif role == "who" and idea is not None:
            yield _named(words, idea.who, typed, piece)
        elif role == "due" and idea is not None and idea.due is not None:
            yield _("by {day}").format(day=full_day_text(idea.due))
        else:
            yield words


def _named(words: str, name: str, typed: str, piece: Piece) -> str:
    """Return the label of a name: which one it means where that is not what was typed."""
    if piece.is_new:
        return new_words(piece.role)
    shown = typed.lstrip("@#> ").strip('"“”„«»')
    return words if not name or folded(shown) == folded(name) else f"{words}: {name}"


def _colors(text: str, captured: Captured, style: Style, owners: Mapping[str, str]) -> Iterator[str]:
    teal = "#0B7285" if style.name == "light" else "#66C2D0"
    usual = {
        "channel": teal, "pain_point": style.pain, "opportunity": style.good_shape, "due": style.good_shape,
        "gain": style.good_shape, "success_criterion": style.good_shape, "moment": style.gold_shape,
        "metric": style.metric_shape, "goal": style.metric_shape, "question": style.gold_shape,
    }  # fmt: skip
    names = iter([idea.who for idea in captured.opportunities if idea.who])
    for piece in captured.pieces:
        if piece.role == "valence":
            yield feeling_color(_felt(text, piece) or 0.0, style)
        elif piece.role in ("hands", "word"):
            yield feeling_color(captured.valence or 0.0, style)
        elif piece.role == "believed":
            yield feeling_color(captured.believed or 0.0, style)
        elif piece.role in ("owner", "who"):
            name = captured.owner if piece.role == "owner" else next(names, "")
            yield owners.get(folded(name), style.nobody)
        else:
            yield usual.get(piece.role, style.nobody)


def rows_of(cells: Sequence[float], room: float, first: float, gap: float) -> list[list[tuple[int, float]]]:
    """Return in which row, and where in it, cells of these widths stand: number and left edge of each.

    `room` is how wide a row is, `first` how wide the first one, where a sentence stands at its end.
    """
    rows: list[list[tuple[int, float]]] = [[]]
    left = 0.0
    for number, width in enumerate(cells):
        if rows[-1] and left + width > (first if len(rows) == 1 else room):
            rows.append([])
            left = 0.0
        rows[-1].append((number, left))
        left += width + gap
    return rows
