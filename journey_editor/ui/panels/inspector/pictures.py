"""Pictures in the inspector: seen, chosen among those of the file or from another file, opened, replaced."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.fields import common_value
from journey_editor.core.records import Picture, Record
from journey_editor.ui.panels.inspector.assignment import options_of
from journey_editor.ui.panels.inspector.editors import ChoiceEditor
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.subject import Bound, Subject
from journey_editor.ui.pieces import quiet_button
from journey_editor.ui.pixels import pixels

HIGH = 96
"""Of a picture in the inspector, in pixels."""


class Shown(QWidget):
    """A picture, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._data = ""
        self._image = QImage()

    def show_data(self, data: str) -> None:
        """Show a picture, as base64; what cannot be read shows nothing."""
        if data != self._data:
            self._data = data
            self._image = pixels(data, HIGH) if data else QImage()
        self.setVisible(not self._image.isNull())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF(0, 0, size.width(), size.height())
        path = QPainterPath()
        path.addRoundedRect(where, 6, 6)
        painter.setClipPath(path)
        painter.drawImage(where, self._image)


def picture_bound(spec: FieldSpec, subject: Subject) -> Bound:
    """Return what shows the picture of a touchpoint or persona, and lets another one be chosen."""
    shown, choice = Shown(), ChoiceEditor()
    choice.setAccessibleName(_(spec.label))
    file, go = quiet_button(_("From a file…")), quiet_button(_("Open"))
    file.clicked.connect(subject.workspace.picture_asked.emit)
    go.clicked.connect(lambda: subject.workspace.session.select((_one(subject.records()),)))
    row = _row(file, go)
    holder = _column(choice, shown, row)

    def show(records: Sequence[Record]) -> None:
        value, shared = common_value(records, spec.name)
        choice.show_choices(options_of(subject.workspace.document, spec, records), value, shared)
        found = subject.workspace.document.records.get(value) if isinstance(value, str) else None
        shown.show_data(found.data if isinstance(found, Picture) else "")
        file.setVisible(len(records) == 1)
        go.setVisible(isinstance(found, Picture) and len(records) == 1)

    def take(value: Any) -> None:
        subject.set(spec, value)
        show(subject.records())

    choice.chosen.connect(take)
    return Bound(holder, show)


def data_bound(spec: FieldSpec, subject: Subject) -> Bound:
    """Return what shows a picture of the file, and lets a file take its place."""
    shown, replace = Shown(), quiet_button(_("Replace by a file…"))
    replace.clicked.connect(subject.workspace.picture_asked.emit)
    holder = _column(shown, replace)

    def show(records: Sequence[Record]) -> None:
        value, shared = common_value(records, spec.name)
        shown.show_data(value if shared else "")
        replace.setVisible(len(records) == 1)
        replace.setToolTip(_("{number} KB now").format(number=len(value or "") * 3 // 4 // 1024))

    return Bound(holder, show)


def _one(records: Sequence[Record]) -> str:
    return str(records[0].__dict__["picture"]) if records else ""


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return holder
