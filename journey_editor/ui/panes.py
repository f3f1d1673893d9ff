"""Walking from pane to pane of a window by key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def walk_panes(panes: Sequence[QWidget], here: QWidget | None, way: int) -> None:
    """Give the keyboard to the pane after (1) or before (-1) the one that `here` lies in; the first has all else.

    A pane that takes no keys itself gives them to the first inside it that does.
    """
    shown = [pane for pane in panes if pane.isVisible()]
    if not shown:
        return
    places = [index for index, pane in enumerate(shown) if here is pane or (here and pane.isAncestorOf(here))]
    following = shown[((places[0] if places else 0) + way) % len(shown)]
    if following.focusPolicy() == Qt.FocusPolicy.NoFocus:
        inner = [each for each in following.findChildren(QWidget) if _takes_keys(each)]
        following = inner[0] if inner else shown[0]
    following.setFocus(Qt.FocusReason.TabFocusReason)


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
