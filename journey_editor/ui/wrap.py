"""A widget that puts others one after another and begins a new line where there is no more room.

It is no QLayout: items of a layout in Python are let go twice, by Qt and by Python.
"""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Wrap(QWidget):
    """Widgets in lines, each as wide as it asks for; one whose policy is to expand takes what is left of its line."""

    def __init__(self, gap: int = 4) -> None:
        super().__init__()
        self._flowing: list[QWidget] = []
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before what stands at a place."""
        widget.setParent(self)
        self._flowing.insert(place, widget)
        widget.show()
        self._again()

    def take(self, widget: QWidget) -> None:
        """Take a widget out, and let go of it."""
        self._flowing.remove(widget)
        widget.hide()
        widget.deleteLater()
        self._again()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((rect.bottom() + 1 for _widget, rect in self._placed(width)), default=0)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [_size(each) for each in self._flowing]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        sizes = [each.minimumSizeHint().expandedTo(each.minimumSize()) for each in self._flowing]
        return QSize(
            max((each.width() for each in sizes), default=0), max((each.height() for each in sizes), default=0)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
        return super().event(event)

    def _again(self) -> None:
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        for widget, rect in self._placed(self.width()):
            widget.setGeometry(rect)

    def _placed(self, room: int) -> list[tuple[QWidget, QRect]]:
        """Return where each widget lies in a width."""
        found: list[tuple[QWidget, QRect]] = []
        x = y = high = 0
        for widget in self._flowing:
            hint = _size(widget)
            width = min(hint.width(), room)
            if x and x + width > room:
                x, y, high = 0, y + high + self._gap, 0
            if widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding:
                width = max(width, min(room - x, widget.maximumWidth()))
            found.append((widget, QRect(x, y, width, hint.height())))
            x += width + self._gap
            high = max(high, hint.height())
        return found


def _size(widget: QWidget) -> QSize:
    """Return the size that a widget asks for, within what it may have; a field asks for no more than it needs."""
    hint = widget.sizeHint()
    if widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding:
        hint.setWidth(widget.minimumWidth())
    return hint.expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
