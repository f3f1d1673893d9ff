"""A row of things that lie in many blocks: each is moved to where its block lies when somebody asks for it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TypeVar, overload

Thing = TypeVar("Thing")


class Chain(Sequence[Thing]):
    """The things of blocks from left to right, known relative to their block's left end.

    `offsets` are the left ends in points; `move` returns a thing so many points further to the right.
    """

    def __init__(
        self, blocks: Sequence[tuple[Thing, ...]], offsets: Sequence[float], move: Callable[[Thing, float], Thing]
    ) -> None:
        self._blocks, self._offsets, self._move = tuple(blocks), tuple(offsets), move

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(map(len, self._blocks)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, index: int) -> Thing: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Thing, ...]: ...
    def __getitem__(self, index: int | slice) -> Thing | tuple[Thing, ...]:
        if isinstance(index, slice):
            return tuple([self[place] for place in range(*index.indices(len(self)))])
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        which = bisect_right(self._ends, place)
        within = place - (self._ends[which - 1] if which else 0)
        return self._move(self._blocks[which][within], self._offsets[which])

    def __iter__(self) -> Iterator[Thing]:
        for block, offset in zip(self._blocks, self._offsets, strict=True):
            for each in block:
                yield self._move(each, offset)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Chain) and (self._blocks, self._offsets) == (other._blocks, other._offsets)  # pyright: ignore[reportUnknownMemberType]

    __hash__ = None  # type: ignore[assignment]
