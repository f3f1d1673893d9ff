"""Which elements of a picture lie where: what is drawn depends on what is visible, not on the size of the map."""

from collections.abc import Iterable, Iterator

from journey_editor.layout.primitives import Element, Picture

_BUCKET = 512.0  # points: about six columns of cards
_WIDE = 8
"""Elements over more buckets than this, such as lanes, are looked at each time: there are few."""

LONGEST = _BUCKET * (_WIDE + 1)
"""No other element is longer."""

Key = tuple[str, str]


class Index:
    """Elements by their key and by the stretch of the map they lie in, with their place in the order of painting.

    The numbers of the order only grow apart where elements are replaced, so one that changed keeps its place.
    """

    def __init__(self) -> None:
        self.elements: dict[Key, Element] = {}
        self._order: dict[Key, int] = {}
        self._buckets: dict[int, set[Key]] = {}
        self._wide: set[Key] = set()

    def fill(self, picture: Picture) -> None:
        """Take all elements of a picture."""
        self.elements.clear()
        self._buckets.clear()
        self._wide.clear()
        for element in picture.elements:
            self._add(element)
        self.number(picture)

    def number(self, picture: Picture) -> None:
        """Take the order of painting from a picture: by layer, then as they stand."""
        elements = picture.elements
        order = sorted(range(len(elements)), key=lambda place: elements[place].layer)
        self._order = {elements[place].key: rank for rank, place in enumerate(order)}

    def replace(self, removed: Iterable[Element], added: Iterable[Element]) -> None:
        """Take elements out and others in; `number` must follow where keys came or went."""
        for element in removed:
            self._remove(element)
        for element in added:
            self._add(element)

    def within(self, left: float, top: float, right: float, bottom: float) -> list[Element]:
        """Return what lies at least partly in a rectangle, in the order of painting."""
        found = [
            element
            for element in self._near(left, right)
            if element.rect.x <= right
            and element.rect.right >= left
            and element.rect.y <= bottom
            and element.rect.bottom >= top
        ]
        found.sort(key=lambda element: self._order.get(element.key, 0))
        return found

    def buckets(self, first: int, last: int) -> Iterator[tuple[int, list[Element]]]:
        """Yield the numbers of stretches and what begins in each, without the wide ones."""
        for number in range(first, last + 1):
            keys = self._buckets.get(number)
            if keys:
                begins = [element for key in keys if _first(element := self.elements[key]) == number]
                begins.sort(key=lambda element: self._order.get(element.key, 0))
                yield number, begins

    def wide(self) -> list[Element]:
        """Return the elements that reach over many stretches, in the order of painting."""
        return sorted((self.elements[key] for key in self._wide), key=lambda element: self._order.get(element.key, 0))

    def _near(self, left: float, right: float) -> list[Element]:
        keys: set[Key] = set(self._wide)
        first, last = stretch_at(left), stretch_at(right)
        if last - first > len(self._buckets):
            return list(self.elements.values())
        for number in range(first, last + 1):
            keys |= self._buckets.get(number, set())
        return [self.elements[key] for key in keys]

    def _add(self, element: Element) -> None:
        key = element.key
        self.elements[key] = element
        first, last = _first(element), stretch_at(element.rect.right)
        if last - first > _WIDE:
            self._wide.add(key)
            return
        for number in range(first, last + 1):
            self._buckets.setdefault(number, set()).add(key)

    def _remove(self, element: Element) -> None:
        key = element.key
        self.elements.pop(key, None)
        if key in self._wide:
            self._wide.remove(key)
            return
        for number in range(_first(element), stretch_at(element.rect.right) + 1):
            keys = self._buckets.get(number)
            if keys is not None:
                keys.discard(key)


def _first(element: Element) -> int:
    return stretch_at(element.rect.x)


def stretch_at(x: float) -> int:
    """Return the number of the stretch that a place lies in."""
    return int(x // _BUCKET)
