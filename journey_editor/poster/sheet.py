"""A page ready to be painted, and the places in it that a reader may want to go to."""

from dataclasses import dataclass

from journey_editor.layout.primitives import Element, Rect


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in points, and elements that are `scale` times as large on it."""

    width: float
    height: float
    elements: tuple[Element, ...]
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: the words, the place on a page in points of layout, and how deep it lies.

    `page` counts from 0. It `zooms` until the place fills the window, else it only leads there.
    """

    title: str
    rect: Rect
    level: int = 0
    page: int = 0
    zooms: bool = True
