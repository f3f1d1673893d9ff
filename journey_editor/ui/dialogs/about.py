"""What this program is, which version, and whose work it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from journey_editor import __version__
from journey_editor.assets import _
from journey_editor.ui.icons import pixmap
from journey_editor.ui.theme import font


class About(QDialog):
    """A small window that tells the name and the version."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Journey Editor"))
        sign = QLabel()
        sign.setPixmap(pixmap("journey-editor", "#23211E", 64, self.devicePixelRatioF()))
        name = QLabel(_("Journey Editor"))
        name.setFont(font(24, 700))
        version = QLabel(_("Version {version}").format(version=__version__))
        version.setProperty("role", "muted")
        words = QLabel(
            _(
                "Customer journey maps that take their order from themselves: files are plain text and yours.\n"
                "Made with Qt, matplotlib, networkx, reportlab, HarfBuzz, and the fonts Inter, Noto and DejaVu."
            )
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        done = QPushButton(_("Close"))
        done.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(8)
        for widget in (sign, name, version, words):
            column.addWidget(widget)
        column.addSpacing(16)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(420)
