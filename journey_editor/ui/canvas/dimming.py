"""How strong parts of the map are drawn while only some of it is shown: the rest is dimmed, and nothing moves."""

from collections.abc import Container

from journey_editor.layout.primitives import Element

DIMMED, CURVE_DIMMED = 0.22, 0.4
"""The strength of what is not shown, and of the curve, which belongs to all, while anything is dimmed."""

_WITH_ALL = frozenset(
    ("paper", "title", "subtitle", "about", "band", "scale", "curve", "line", "row", "legend", "hint", "list")
)


def is_dimmed(element: Element, shown: Container[str]) -> bool:
    """Whether an element shows a record that a view does not show; what belongs to the whole map never is."""
    return element.role not in _WITH_ALL and element.record not in shown
