"""What a report is broken into: pieces that no page parts, and how they fall onto pages.

All lengths are points of the report's own layout; a page may be printed larger or smaller.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from journey_editor.layout.primitives import Primitive


@dataclass(frozen=True, slots=True)
class Piece:
    """A strip of a page, as wide as the text: its height, and its parts from its left upper corner.

    `before` is the gap above it, which falls away at the top of a page. One that `stays` has the next one on the same
    page. `bookmark` is an entry of the outline with its level. `heads` stand above it where it begins a page.
    """

    height: float
    parts: tuple[Primitive, ...] = ()
    before: float = 0.0
    stays: bool = False
    bookmark: tuple[str, int] | None = None
    heads: "tuple[Piece, ...]" = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and how far below the top of the text it lies."""

    piece: Piece
    y: float


def together(pieces: Sequence[Piece], first: int = 2, last: int = 2) -> list[Piece]:
    """Return pieces so that a page ends neither after fewer than `first` of them nor before fewer than `last`."""
    count = len(pieces)
    return [
        replace(each, stays=each.stays or (at < count - 1 and (at < first - 1 or at >= count - last)))
        for at, each in enumerate(pieces)
    ]


def bound(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces that all stay on one page, where it is large enough."""
    given = list(pieces)
    return [replace(each, stays=True) for each in given[:-1]] + given[-1:]


def paged(pieces: Sequence[Piece], room: float, first: float = 0.0) -> list[list[Placed]]:
    """Place pieces below each other on pages that have so much room, `first` of it taken on the first page.

    What should stay together goes to the next page as one; where that would not hold it either, it is parted.
    """
    pages: list[list[Placed]] = [[]]
    y, at = first, 0
    while at < len(pieces):
        end = _end_of_chain(pieces, at)
        chain = pieces[at : end + 1]
        if pages[-1] and y + _height(chain) > room + 0.01 and (_fresh_height(chain) <= room or y > room / 2):
            pages.append([])
            y = 0.0
        for piece in chain:
            if pages[-1] and y + piece.before + piece.height > room + 0.01:
                pages.append([])
                y = 0.0
            y = _place(piece, pages[-1], y)
        at = end + 1
    return pages


def _place(piece: Piece, page: list[Placed], y: float) -> float:
    """Put a piece onto a page and return where the next one may begin."""
    if not page:
        for head in piece.heads:
            page.append(Placed(head, y))
            y += head.height
    else:
        y += piece.before
    page.append(Placed(piece, y))
    return y + piece.height


def _end_of_chain(pieces: Sequence[Piece], at: int) -> int:
    while at < len(pieces) - 1 and pieces[at].stays:
        at += 1
    return at


def _height(chain: Sequence[Piece]) -> float:
    return sum(each.before + each.height for each in chain)


def _fresh_height(chain: Sequence[Piece]) -> float:
    """Return how high pieces are at the top of a page."""
    return _height(chain) - chain[0].before + sum(each.height for each in chain[0].heads)
