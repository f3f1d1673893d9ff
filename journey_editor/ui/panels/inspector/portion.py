"""The first part of a long list, and the button that shows more of it: hundreds of fields would take seconds."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from journey_editor.assets import _
from journey_editor.ui.pieces import quiet_button

Item = TypeVar("Item")


class Portion:
    """How much of a list has its place: `first` of it, and `step` more each time that the button is pressed."""

    def __init__(self, first: int, step: int, follow: Callable[[], object]) -> None:
        self._first = self._most = first
        self._step, self._follow = step, follow
        self.button = quiet_button()
        self.button.clicked.connect(self.grow)
        self.button.hide()

    def reset(self) -> None:
        """Begin another list."""
        self._most = self._first

    def of(self, items: Sequence[Item]) -> Sequence[Item]:
        """Return what has its place; the button counts the others."""
        rest = len(items) - self._most
        if rest <= self._step // 4:  # a button takes the room of a field, too
            rest = 0
        self.button.setText(_("+{count} more").format(count=rest))
        self.button.setVisible(rest > 0)
        return items[: self._most] if rest else items

    def grow(self) -> None:
        """Show more."""
        self._most += self._step
        self._follow()
