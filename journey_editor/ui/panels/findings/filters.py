"""How many findings there are of each severity, as switches for what is listed."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.insight.finding import SEVERITIES, Severity, severity_word
from journey_editor.ui.marks import paint_mark
from journey_editor.ui.painter import color
from journey_editor.ui.theme import look_of, small_font
from journey_editor.ui.workspace import Workspace

HEIGHT = 24
_WORDS = 22  # pixels from the left to the words


class SeverityButton(QAbstractButton):
    """A mark, a number and its words; pale where they are not listed."""

    def __init__(self, workspace: Workspace, severity: Severity) -> None:
        super().__init__()
        self._workspace = workspace
        self._severity: Severity = severity
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, count: int) -> None:
        """Show how many there are."""
        self.setText(f"{count} {severity_word(self._severity)}")
        self.setAccessibleName(self.text())
        self.setToolTip(_("Listed: click to leave them out") if self.isChecked() else _("Left out: click to list them"))
        self.setFixedWidth(self.sizeHint().width())

    def sizeHint(self) -> QSize:
        return QSize(_WORDS + QFontMetrics(small_font(600)).horizontalAdvance(self.text()) + 4, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self._workspace.view.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isChecked() else 0.4)
        middle = HEIGHT / 2
        paint_mark(painter, QPointF(10, middle), self._severity, "", look.map, look.map.panel)
        painter.setPen(color(look.map.ink))
        painter.setFont(small_font(600))
        painter.drawText(QPointF(_WORDS, middle + 4), self.text())
        if self.hasFocus():
            painter.setOpacity(1.0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(look.map.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


class Filters(QWidget):
    """A switch for each severity that there is; `switched` carries the one that was pressed."""

    switched = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.buttons: dict[Severity, SeverityButton] = {}
        for severity in SEVERITIES:
            button = SeverityButton(workspace, severity)
            button.clicked.connect(lambda _on=False, severity=severity: self.switched.emit(severity))
            self.buttons[severity] = button
            row.addWidget(button)
        row.addStretch(1)

    def show_counts(self, counts: Mapping[Severity, int], listed: frozenset[Severity]) -> None:
        """Show how many there are of each severity, and which ones are listed."""
        for severity, button in self.buttons.items():
            button.setChecked(severity in listed)
            button.say(counts[severity])
            button.setVisible(counts[severity] > 0 or severity in ("high", "medium", "low"))


def as_severity(name: str) -> Severity:
    """Return a severity by its name."""
    return cast(Severity, name)
