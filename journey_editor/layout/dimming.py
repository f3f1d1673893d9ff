"""Showing only some of a map: what is dimmed, how strong it is drawn, and how that looks on paper. Nothing moves."""

from collections.abc import Container, Iterable
from dataclasses import replace

from journey_editor.layout.colors import mix
from journey_editor.layout.primitives import Box, CurveInk, Element, Figure, Ink, Line, Path, Primitive

DIMMED, CURVE_DIMMED = 0.22, 0.4
"""The strength of what is not shown, and of the curve, which belongs to all, while anything is dimmed."""

_WITH_ALL = frozenset(
    ("paper", "title", "subtitle", "about", "band", "scale", "curve", "line", "row", "legend", "hint", "list")
)


def is_dimmed(element: Element, shown: Container[str]) -> bool:
    """Whether an element shows a record that a view does not show; what belongs to the whole map never is."""
    return element.role not in _WITH_ALL and element.record not in shown


def as_seen(elements: Iterable[Element], shown: Container[str], ground: str) -> tuple[Element, ...]:
    """Return elements as a view shows them, in the colours they have where all that is dimmed lies on a ground.

    Paper has no opacity that all media share: colours are mixed with the ground instead. Pictures stay as they are.
    """
    found: list[Element] = []
    for element in elements:
        strength = CURVE_DIMMED if element.role == "curve" else DIMMED if is_dimmed(element, shown) else 1.0
        if strength == 1.0:
            found.append(element)
        else:
            found.append(faded(element, ground, strength))
    return tuple(found)


def faded(element: Element, ground: str, strength: float = DIMMED) -> Element:
    """Return an element in the colours that it has at a strength on a ground: nothing is seen through it."""
    return replace(element, parts=tuple(_faded(part, ground, strength) for part in element.parts))


def _faded(part: Primitive, ground: str, strength: float) -> Primitive:
    if isinstance(part, Box | Path):
        return replace(part, ink=_ink(part.ink, ground, strength))
    if isinstance(part, Line):
        return replace(part, color=mix(ground, part.color, strength))
    if isinstance(part, Figure):
        ink = part.data.ink
        colors = {name: mix(ground, getattr(ink, name), strength) for name in CurveInk.__dataclass_fields__}
        inner = tuple(_faded(each, ground, strength) for each in part.parts)
        data = replace(part.data, ink=replace(ink, **colors))
        return replace(part, data=data, parts=inner)  # type: ignore[arg-type]
    return part


def _ink(ink: Ink, ground: str, strength: float) -> Ink:
    fill = mix(ground, ink.fill, strength) if ink.fill is not None else None
    stroke = mix(ground, ink.stroke, strength) if ink.stroke is not None else None
    return replace(ink, fill=fill, stroke=stroke)
