"""A sentence said in passing, and what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, and what can be done about it: the words of a button and what it runs."""

    sentence: str
    button: str = ""
    run: Callable[[], object] = lambda: None
