"""Small pieces that panels and dialogs are made of: headings, quiet buttons, and how a widget takes another look."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QToolButton, QWidget

from journey_editor.assets import _
from journey_editor.ui.labels import elided, tip
from journey_editor.ui.theme import small_font

_BRIEF = 24  # letters that always have room


class Sentence(QLabel):
    """A line of plain text that never keeps a window from becoming narrower; then it ends in an ellipsis."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(small_font(600))

    @property
    def seen(self) -> str:
        """What of the words there is room for."""
        return elided(self.fontMetrics(), self.text(), self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        seen = self.seen
        if seen == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, seen)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class PageScroller(QScrollArea):
    """Scrolls a page of fields up and down. Room for the bar is always kept, the bar is seen where it is needed.

    The height of texts follows from their width: a bar that comes and goes would call for another width without end.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F6 leads to the first field, from where Tab goes on
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(page)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)  # then its handle is not painted
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))


def heading(words: str = "", role: str = "muted") -> QLabel:
    """Return a small heading over fields or lists, its words as they are; the role says in what colour."""
    found = QLabel(words)
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setFont(small_font(600))
    found.setProperty("role", role)
    return found


def quiet_button(words: str = "") -> QPushButton:
    """Return a button that looks like text, as wide as its words."""
    found = QPushButton(words)
    found.setProperty("role", "quiet")
    found.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return found


def close_button() -> QToolButton:
    """Return the button at the corner of a panel that closes it; its sign comes with the theme."""
    found = QToolButton()
    found.setFixedSize(28, 28)
    found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    found.setToolTip(_("Close (Esc)"))
    found.setAccessibleName(_("Close"))
    return found


def brief_heading(words: str, role: str = "muted") -> Sentence:
    """Return a heading in words of people: it takes the room that there is, whatever they wrote."""
    found = Sentence(" ".join(words.split()))
    found.setToolTip(tip(words) if len(words) > _BRIEF else "")
    found.setProperty("role", role)
    found.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return found


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for: Qt does not look at it again by itself."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
