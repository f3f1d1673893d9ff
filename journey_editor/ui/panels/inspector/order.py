"""The way of the Tab key through a panel: as it is read, whatever was made when."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

_SAME_ROW = 12  # pixels that tops of what stands side by side differ at most


def in_reading_order(panel: QWidget) -> list[QWidget]:
    """Return what takes the keyboard in a panel and is shown, row by row from the left."""
    takes = Qt.FocusPolicy.TabFocus
    found = [
        each
        for each in panel.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & takes and each.focusProxy() is None
    ]
    places = {each: each.mapTo(panel, QPoint()) for each in found}
    rows: list[list[QWidget]] = []
    for each in sorted(found, key=lambda each: (places[each].y(), places[each].x())):
        if rows and places[each].y() - places[rows[-1][0]].y() < _SAME_ROW:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [each for row in rows for each in sorted(row, key=lambda each: places[each].x())]


def beyond(panel: QWidget, here: QWidget, is_next: bool) -> QWidget | None:
    """Return what takes the keyboard after, or before, a whole panel in its window; None where nothing else does."""
    each: QWidget | None = here
    while True:
        each = each.nextInFocusChain() if is_next else each.previousInFocusChain()
        if each is None or each is here:
            return None
        takes = each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and each.window() is panel.window() and not panel.isAncestorOf(each):
            return each
