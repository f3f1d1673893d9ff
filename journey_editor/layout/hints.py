"""Empty states: what to do next where a map has nothing yet."""

from journey_editor.assets import _
from journey_editor.core.journey import Journey
from journey_editor.layout import text
from journey_editor.layout.layers import GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Ink, Rect
from journey_editor.layout.style import REGULAR, TEXT

_HEIGHT = 64.0


def hint(journey: Journey, options: Options, left: float, right: float, y: float) -> tuple[tuple[Element, ...], float]:
    """Return a sheet that says how to begin, where a map has no touchpoint yet, and where the next thing begins."""
    if journey.touchpoints:
        return (), y
    words = _("Type a name to add the first touchpoint")
    if not journey.stages:
        words = _("Add a stage to begin: Ctrl+Shift+Enter")
    width = right - left
    style = options.style
    sheet = Box(
        0.5, 0.5, width - 1.0, _HEIGHT - 1.0,
        Ink(fill=style.panel, fill_opacity=0.65, stroke=style.quiet, dash=(4.0, 4.0)), 8.0,
    )  # fmt: skip
    shown = text.ellipsis(words, REGULAR, TEXT, width - 24.0)
    line = text.line(shown, width / 2, _HEIGHT / 2 + 4.8, size=TEXT, color=style.muted, anchor="middle")
    return (Element("hint", "", Rect(left, y, width, _HEIGHT), (sheet, line), GROUND),), y + _HEIGHT + 8.0
