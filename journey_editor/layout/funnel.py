"""The numbers of stages as a calm funnel below the lanes: who entered, who completed, and which share was lost.

Each stage shows its numbers over a shape that tapers from those who entered to those who completed, on the scale of the
map's largest number. What is lost on the way to the next stage stands at the end of the earlier one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from journey_editor.assets import _, ngettext
from journey_editor.core.funnel import MOST, Step, conversion, steps_of
from journey_editor.core.records import Stage
from journey_editor.core.rows import STAGE_NUMBERS, row_name
from journey_editor.layout import text
from journey_editor.layout.cards import CARD_INSET
from journey_editor.layout.keeper import Keeper
from journey_editor.layout.layers import GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Command, Element, Ink, Line, Path, Primitive, Rect, StageSpan
from journey_editor.layout.style import REGULAR, SEMIBOLD, SMALL, Style

HEIGHT, LOW = 70.0, 52.0
"""Of the row in points, and of one in which nothing stands below the shapes."""

FRICTION = 0.05
"""From this loss on a share is told in the colour of pain."""

Elements = tuple[Element, ...]

_PAD = 8.0
_TOP, _SHAPE = 20.0, 26.0
_FIRST, _LAST = 14.0, 61.0  # baselines of the numbers above and below the shape
_LEAST = 1.6  # of the shape's height: also few are seen
_BETWEEN = 6.0


class Funnel(NamedTuple):
    """The row: its name, the elements of each stage, relative to its left end, and where it ends."""

    labels: Elements
    by_stage: tuple[Elements, ...]
    bottom: float


def funnel(keeper: Keeper, stages: Sequence[Stage], spans: Sequence[StageSpan], options: Options, y: float) -> Funnel:
    """Return the row from a height downwards; stages of which nothing was counted have an empty place."""
    steps = steps_of(stages)
    counts = (count for step in steps for count in (step.entered, step.completed) if count is not None)
    most = min(max(counts, default=0), MOST)
    widths = [span.width for span in spans]
    height = HEIGHT if any(_others(step) or step.onward for step in steps) else LOW
    cells = keeper.keep_row("numbers", (steps, widths), _cell, most, options.style, y, height)
    return Funnel(_labels(stages, steps, options, y, height), cells, y + height)


def count_text(count: int) -> str:
    """Return a count in few letters: "1 240", "1.2 M"."""
    if count < 1_000_000:
        return f"{count:,}".replace(",", "\u00a0")
    for size, sign in ((10**12, "T"), (10**9, "G"), (10**6, "M")):
        if count >= size and count < size * 10**4:
            return f"{count / size:.3g}\u00a0{sign}"
    return f"10^{len(str(count)) - 1}" if count < 10**300 else "∞"


def loss_text(lost: float) -> str:
    """Return a lost share with its sign: "−38 %", "+12 %" where more came than went, "±0 %" for none."""
    percent = round(-100 * lost)
    if percent == 0:
        return "±0\u00a0%" if lost == 0 else ("−<1\u00a0%" if lost > 0 else "+<1\u00a0%")
    shown = f"{min(abs(percent), 9999)}"
    return f"{'−' if percent < 0 else '+'}{shown}\u00a0%"


def _labels(stages: Sequence[Stage], steps: Sequence[Step], options: Options, y: float, height: float) -> Elements:
    """Return the row's name, and below it how many of those who came go all the way."""
    style = options.style
    room = options.label - 16.0
    name = text.wrap(row_name(STAGE_NUMBERS), SEMIBOLD, SMALL, room, 2)
    lines = [
        text.line(words, 0.0, _FIRST + index * 13.2, face=SEMIBOLD, size=SMALL, color=style.muted)
        for index, words in enumerate(name.lines)
    ]
    whole = conversion(stages)
    said, tip = "" if any(not step.is_empty for step in steps) else _("Nothing counted yet"), ""
    if whole is not None and whole > 1:
        said, tip = _("More than came"), _("More complete the last stage than enter the first")
    elif whole is not None:
        share = f"{whole:.0%}".replace("%", "\u00a0%")
        said = _("{share} in all").format(share=share)
        tip = _("{share} of those who enter the first stage complete the last").format(share=share)
    for words in text.wrap(said, REGULAR, SMALL, room, 2 if height > LOW else 1).lines:
        lines.append(text.line(words, 0.0, _FIRST + len(lines) * 13.2, color=style.muted))
    rect = Rect(options.margin + 12.0, y, options.label - 12.0, height)
    return (Element("row", f"{STAGE_NUMBERS}:", rect, tuple(lines), GROUND, tip),)


def _cell(step: Step, width: float, most: int, style: Style, y: float, height: float) -> Elements:
    """Return what a stage counts, relative to its left end."""
    if step.is_empty:
        return ()
    rect = Rect(CARD_INSET, y, width - 2 * CARD_INSET, height)
    sheet = Box(0.0, 0.0, rect.width, height, Ink(fill=style.panel, fill_opacity=0.8), 4.0)
    parts = (sheet, *_shape(step, rect.width, most, style), *_numbers(step, rect.width, style))
    return (Element("number", step.stage, rect, parts, GROUND, _told(step)),)


def _shape(step: Step, width: float, most: int, style: Style) -> tuple[Primitive, ...]:
    """Return the shape that tapers from those who entered to those who completed; of one number it is even."""
    known = [count for count in (step.entered, step.completed) if count is not None]
    if not known or not most:
        return ()
    begin, end = (max(_LEAST, _SHAPE * min(count, MOST) / most) for count in (known[0], known[-1]))
    middle = _TOP + _SHAPE / 2
    commands: tuple[Command, ...] = (
        ("M", 0.0, middle - begin / 2), ("L", width, middle - end / 2), ("L", width, middle + end / 2),
        ("L", 0.0, middle + begin / 2), ("Z",),
    )  # fmt: skip
    return (Path(commands, Ink(fill=style.metric_shape, fill_opacity=0.26 if len(known) > 1 else 0.12)),)


def _numbers(step: Step, width: float, style: Style) -> tuple[Line, ...]:
    """Return entered and completed above the shape, the loss over it, and what else was counted below."""
    room = width - 2 * _PAD
    found: list[Line] = []
    right = width - _PAD
    taken = 0.0
    if step.completed is not None:
        words = text.ellipsis(count_text(step.completed), SEMIBOLD, SMALL, room / 2)
        found.append(text.line(words, right, _FIRST, face=SEMIBOLD, size=SMALL, color=style.ink, anchor="end"))
        taken = found[-1].width + _BETWEEN
    if step.entered is not None:
        words = text.ellipsis(count_text(step.entered), SEMIBOLD, SMALL, room - taken)
        found.append(text.line(words, _PAD, _FIRST, face=SEMIBOLD, size=SMALL, color=style.ink))
    if step.inside is not None:
        words = text.ellipsis(loss_text(step.inside), SEMIBOLD, SMALL, room)
        color = style.pain if step.inside >= FRICTION else style.muted
        middle = _TOP + _SHAPE / 2 + 4.0
        found.append(
            text.line(
                words, width / 2, middle, face=SEMIBOLD, size=SMALL, color=color, anchor="middle", halo=style.panel
            )
        )
    return (*found, *_below(step, room, right, style))


def _below(step: Step, room: float, right: float, style: Style) -> tuple[Line, ...]:
    """Return in one line who was activated and how many tickets there were, and what is lost on to the next stage."""
    found: list[Line] = []
    if step.onward:
        words = text.ellipsis(_("then {share}").format(share=loss_text(step.onward)), REGULAR, SMALL, room)
        color = style.pain if step.onward >= FRICTION else style.muted
        found.append(text.line(words, right, _LAST, color=color, anchor="end"))
        room -= found[-1].width + _BETWEEN
    for said in _others(step):
        if text.width(said) <= room:
            return (text.line(said, _PAD, _LAST, color=style.muted), *found)
    return tuple(found)


def _others(step: Step) -> tuple[str, ...]:
    """Return ways to say the other numbers, from the longest to the shortest."""
    active, tickets = step.activated, step.tickets
    if active is not None and tickets is not None:
        both = (_activated(active), _tickets(tickets))
        return (" · ".join(both), *both)
    if active is not None:
        return (_activated(active),)
    return (_tickets(tickets),) if tickets is not None else ()


def _activated(count: int) -> str:
    return _("{count} active").format(count=count_text(count))


def _tickets(count: int) -> str:
    return ngettext("{count} ticket", "{count} tickets", min(count, MOST)).format(count=count_text(count))


def _told(step: Step) -> str:
    """Return all of a stage's numbers in words, for whoever points at them."""
    said: list[str] = []
    if step.entered is not None:
        said.append(_("{count} entered").format(count=count_text(step.entered)))
    if step.completed is not None:
        said.append(_("{count} completed").format(count=count_text(step.completed)))
    if step.activated is not None:
        said.append(_("{count} activated").format(count=count_text(step.activated)))
    if step.tickets is not None:
        said.append(_tickets(step.tickets))
    if step.onward:
        said.append(_("{share} on the way to the next stage").format(share=loss_text(step.onward)))
    return ", ".join(said)
