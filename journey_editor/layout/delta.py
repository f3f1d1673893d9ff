"""What differs between two pictures of a map, so that a canvas touches only that."""

from dataclasses import dataclass

from journey_editor.layout.primitives import Element, Picture

_PIECE = 256
"""So many elements are compared at once: comparing a tuple of the same objects is quicker than looking at each."""


@dataclass(frozen=True, slots=True)
class Delta:
    """The elements that went, that came, and those that look or lie otherwise as (before, after)."""

    removed: tuple[Element, ...]
    added: tuple[Element, ...]
    changed: tuple[tuple[Element, Element], ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.removed or self.added or self.changed)


def difference(old: Picture, new: Picture) -> Delta:
    """Compare two pictures by the keys of their elements; what is one and the same object costs next to nothing."""
    if old is new:
        return Delta((), (), ())
    if len(old.elements) == len(new.elements):
        pairs = _pairs(old.elements, new.elements)
        if all(before.key == after.key for before, after in pairs):  # the usual edit: many times faster
            return Delta((), (), tuple(pair for pair in pairs if pair[0] != pair[1]))
    kept = set(map(id, old.elements)) & set(map(id, new.elements))
    before = {element.key: element for element in old.elements if id(element) not in kept}
    after = {element.key: element for element in new.elements if id(element) not in kept}
    changed = tuple(
        (before[key], element) for key, element in after.items() if key in before and before[key] != element
    )
    return Delta(
        tuple(element for key, element in before.items() if key not in after),
        tuple(element for key, element in after.items() if key not in before),
        changed,
    )


def _pairs(old: tuple[Element, ...], new: tuple[Element, ...]) -> list[tuple[Element, Element]]:
    """Return those that stand in the same place of two rows of equal length and are not the same."""
    found: list[tuple[Element, Element]] = []
    for begin in range(0, len(old), _PIECE):
        ours, theirs = old[begin : begin + _PIECE], new[begin : begin + _PIECE]
        if ours != theirs:
            found += [pair for pair in zip(ours, theirs, strict=True) if pair[0] is not pair[1]]
    return found
