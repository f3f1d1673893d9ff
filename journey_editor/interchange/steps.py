"""Long work in short steps, so that a window stays alive meanwhile and the work can be given up between two of them."""

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")

Steps = Generator[float, None, Result]
"""Yields after each little piece of work how much is done, from 0 to 1; returns what comes of it."""


def finished(steps: Steps[Result]) -> Result:
    """Do all the work at once and return what comes of it."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
