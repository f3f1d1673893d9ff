"""Empty states: what to do next where a map has nothing yet."""

from journey_editor.assets import _
from journey_editor.core.journey import Journey
from journey_editor.layout import text
from journey_editor.layout.layers import GROUND
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Grid, Ink, Picture, Placed, Rect, Spans, Strip
from journey_editor.layout.style import REGULAR, TEXT, Style

_HEIGHT = 64.0
_ALONE = 560.0  # width of a sheet that stands without a map


def hint(journey: Journey, options: Options, left: float, right: float, y: float) -> tuple[tuple[Element, ...], float]:
    """Return a sheet that says how to begin, where a map has no touchpoint yet, and where the next thing begins."""
    if journey.touchpoints:
        return (), y
    words = _("Type a name to add the first touchpoint")
    if not journey.stages:
        words = _("Add a stage to begin: Ctrl+Shift+Enter")
    return (_sheet(words, Rect(left, y, right - left, _HEIGHT), options.style),), y + _HEIGHT + 8.0


def no_map(options: Options) -> Picture:
    """Return what is shown of a file that has no map: how to begin one."""
    words = _("This file has no map yet: add one with + above, or Ctrl+Shift+N")
    place = Rect(options.margin, options.margin, _ALONE, _HEIGHT)
    strip = Strip((_sheet(words, place, options.style),))
    width, height = _ALONE + 2 * options.margin, _HEIGHT + 2 * options.margin
    return Picture(width, height, (Placed(0.0, strip),), Grid((), Spans(), (), None))


def _sheet(words: str, place: Rect, style: Style) -> Element:
    ink = Ink(fill=style.panel, fill_opacity=0.65, stroke=style.quiet, dash=(4.0, 4.0))
    sheet = Box(0.5, 0.5, place.width - 1.0, place.height - 1.0, ink, 8.0)
    shown = text.ellipsis(words, REGULAR, TEXT, place.width - 24.0)
    line = text.line(shown, place.width / 2, place.height / 2 + 4.8, size=TEXT, color=style.muted, anchor="middle")
    return Element("hint", "", place, (sheet, line), GROUND)
