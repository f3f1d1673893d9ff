"""THE picture of a map: what layout makes, with the curve in it. Every medium paints this one.

The curve is handed in as a function, so that a window can show the map before matplotlib is imported.
"""

from collections.abc import Callable
from dataclasses import replace

from journey_editor.core.journey import Journey
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import CurveData, Element, Figure, Path, Picture, Placed, Primitive

Curve = Callable[[CurveData, float, float], tuple[Path, ...]]
"""Makes the vectors of a curve for a figure's width and height in points: `plots.figure.curve_parts`."""


def draw(journey: Journey, options: Options, curve: Curve | None = None) -> Picture:
    """Return the picture of a map in points.

    With `curve` its figure holds the curve as vectors, for paper and SVG; without, only the data that the canvas
    makes pixels of.
    """
    picture = compose(journey, options)
    return picture if curve is None else with_vectors(picture, curve)


def with_vectors(picture: Picture, curve: Curve) -> Picture:
    """Return a picture whose figures hold their vectors."""
    return replace(picture, strips=tuple(_with_curve(each, curve) for each in picture.strips))


def _with_curve(placed: Placed, curve: Curve) -> Placed:
    """Return a strip with the vectors of its figures; only the ground has any."""
    elements = tuple(_filled(element, curve) for element in placed.strip.elements)
    if all(one is other for one, other in zip(elements, placed.strip.elements, strict=True)):
        return placed
    return replace(placed, strip=replace(placed.strip, elements=elements))


def _filled(element: Element, curve: Curve) -> Element:
    if not any(isinstance(part, Figure) for part in element.parts):
        return element
    return replace(element, parts=tuple(_with_parts(part, curve) for part in element.parts))


def _with_parts(part: Primitive, curve: Curve) -> Primitive:
    if not isinstance(part, Figure):
        return part
    return replace(part, parts=curve(part.data, part.width, part.height))
