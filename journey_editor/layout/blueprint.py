"""The lines of a service blueprint: of interaction, of visibility, of internal interaction, between lanes of layers.

They follow from the layers: where the lanes of a map are its layers, there is a line between each two of them, in a gap
that is wide enough for its name. The further below the line of visibility a layer lies, the darker is its ground.
"""

from collections.abc import Sequence
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.core.lanes import Lane
from journey_editor.layout import text
from journey_editor.layout.form import Form
from journey_editor.layout.layers import GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Ink, LaneSpan, Rect
from journey_editor.layout.shapes import stroke
from journey_editor.layout.style import REGULAR, SMALL

LINE_GAP = 18.0
"""Between the lanes of two layers at least, in points: room for the line's name."""

DEPTHS = {"customer": 0.55, "frontstage": 1.0, "backstage": 1.7, "support": 2.4}
"""How much darker than another lane the ground of a layer is."""

_PAD = 12.0
_AFTER = 8.0


class _Line(NamedTuple):
    """A line: its name, whole and short, and how it is drawn. The line of visibility is the one that counts most."""

    id: str
    name: str
    short: str
    width: float
    dash: tuple[float, ...]


def line_below(lane: Lane) -> str:
    """Return which line lies below a lane, "" for none: "interaction", "visibility", "internal"."""
    if lane.kind != "layer":
        return ""
    return {"customer": "interaction", "frontstage": "visibility", "backstage": "internal"}.get(lane.key, "")


def gap_below(lane: Lane, form: Form) -> float:
    """Return how far the next lane lies below one, in points."""
    return max(form.lane_gap, LINE_GAP) if line_below(lane) else form.lane_gap


def gaps(order: Sequence[Lane], form: Form) -> float:
    """Return how high all gaps between lanes are together, in points."""
    return sum(gap_below(lane, form) for lane in order[:-1])


def names_width(order: Sequence[Lane]) -> float:
    """Return how wide the column of lanes' names must be so that the lines' names lie in it, whole; 0 without lines."""
    named = (_line(below).name for lane in order if (below := line_below(lane)))
    return max((text.width(name) + _PAD + _AFTER for name in named), default=0.0)


def line_elements(spans: Sequence[LaneSpan], options: Options, right: float) -> tuple[Element, ...]:
    """Return the lines between lanes with their names, from the margin to a right edge."""
    found: list[Element] = []
    width = right - options.margin
    for span in spans:
        below = line_below(span.lane)
        if not below:
            continue
        high = gap_below(span.lane, options.form)
        rect = Rect(options.margin, span.y + span.height, width, high)
        line = _line(below)
        room = options.label - _PAD - _AFTER
        shown = line.name if text.width(line.name) <= room else text.ellipsis(line.short, REGULAR, SMALL, room)
        words = text.line(shown, _PAD, high / 2 + 4.0, color=options.style.muted)
        ink = Ink(stroke=options.style.muted, width=line.width, dash=line.dash)
        dashes = stroke(((_PAD + words.width + _AFTER, high / 2), (width - 1.0, high / 2)), ink)
        found.append(Element("line", f"line:{below}", rect, (words, dashes), GROUND, line.name))
    return tuple(found)


def _line(below: str) -> _Line:
    return {
        "interaction": _Line("interaction", _("Line of interaction"), _("Interaction"), 1.2, (7.0, 4.0)),
        "visibility": _Line("visibility", _("Line of visibility"), _("Visibility"), 2.0, (7.0, 4.0)),
        "internal": _Line("internal", _("Line of internal interaction"), _("Internal"), 1.2, (2.0, 4.0)),
    }[below]
