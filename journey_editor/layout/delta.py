"""What differs between two pictures of a map, so that a canvas touches only that."""

from dataclasses import dataclass
from itertools import chain

from journey_editor.layout.primitives import Element, Picture, Placed


@dataclass(frozen=True, slots=True)
class Delta:
    """The elements that went, that came, and those that look or lie otherwise as (before, after).

    `moved` are strips whose elements are the same and lie elsewhere as (before, after); they are not counted above.
    """

    removed: tuple[Element, ...]
    added: tuple[Element, ...]
    changed: tuple[tuple[Element, Element], ...]
    moved: tuple[tuple[Placed, Placed], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.removed or self.added or self.changed or self.moved)


def difference(old: Picture, new: Picture) -> Delta:
    """Compare two pictures strip by strip; what is one and the same object costs next to nothing."""
    if old is new:
        return Delta((), (), ())
    ours, theirs = old.strips[1:], new.strips[1:]
    most = min(len(ours), len(theirs))
    lead = next((place for place in range(most) if ours[place] is not theirs[place]), most)
    tail = 0
    while tail < most - lead and ours[-1 - tail].strip is theirs[-1 - tail].strip:
        tail += 1
    moved = [
        pair
        for pair in zip(ours[len(ours) - tail :], theirs[len(theirs) - tail :], strict=True)
        if pair[0].x != pair[1].x
    ]
    before = (*old.strips[:1], *ours[lead : len(ours) - tail])
    after = (*new.strips[:1], *theirs[lead : len(theirs) - tail])
    if len(before) == len(after):  # the usual edit: of most strips in between nothing changed
        pairs = [pair for pair in zip(before, after, strict=True) if pair[0] is not pair[1]]
        before, after = tuple(one for one, _other in pairs), tuple(other for _one, other in pairs)
    return _by_key(before, after, tuple(moved))


def _by_key(old: tuple[Placed, ...], new: tuple[Placed, ...], moved: tuple[tuple[Placed, Placed], ...]) -> Delta:
    """Compare the elements of some strips by their keys."""
    before = {element.key: element for element in chain.from_iterable(each.elements for each in old)}
    after = {element.key: element for element in chain.from_iterable(each.elements for each in new)}
    changed = tuple(
        (before[key], element) for key, element in after.items() if key in before and before[key] != element
    )
    return Delta(
        tuple(element for key, element in before.items() if key not in after),
        tuple(element for key, element in after.items() if key not in before),
        changed,
        moved,
    )
