"""What the map says of the touchpoint that is met: its title, owner, channel and picture, as a large card."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.journey import Journey
from journey_editor.core.records import Stage, Touchpoint
from journey_editor.core.titles import called, shortened
from journey_editor.core.words import channel_name
from journey_editor.layout.colors import owner_colors
from journey_editor.layout.style import LIGHT, Style
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.labels import breakable, tip
from journey_editor.ui.painter import color
from journey_editor.ui.pieces import Sentence
from journey_editor.ui.pixels import pixels
from journey_editor.ui.theme import font
from journey_editor.ui.walk.sheet import LARGE

TITLE, BESIDE, ABOUT = 110, 64, 60
"""So many letters of a title (beside a picture), and of an owner's or a channel's name, are shown."""

_PICTURE = QSize(288, 168)
_ROUND, _EDGE = 12.0, 3.0


class Met(QWidget):
    """The card."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.about, self.picture = QLabel(), Sentence(), QLabel()
        self.about.setFont(font(LARGE))
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "muted")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        for each in (self.title, self.about):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.picture.setFixedSize(_PICTURE)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.about)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 24, 24, 24)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self.picture)
        self._style, self._edge = LIGHT, LIGHT.line

    def show_card(self, journey: Journey, card: Touchpoint, stage: Stage, style: Style) -> None:
        """Show a touchpoint of a map."""
        owner = None if card.kind == "action" else card.owner or stage.owner
        self.about.setText(about(journey, card, owner))
        self._style = style
        colors = owner_colors(tuple((each.id, each.color) for each in journey.owners), style)
        self._edge = colors.get(owner or "", style.nobody)
        image = pixels(journey.pictures.get(card.picture or "", ""), _PICTURE.width()) if card.picture else None
        is_seen = image is not None and not image.isNull()
        most = BESIDE if is_seen else TITLE
        self.title.setText(breakable(called(card, most)))
        self.title.setToolTip(tip(card.title) if len(card.title) > most else "")
        self.picture.setVisible(is_seen)
        if image is not None and is_seen:
            self.picture.setPixmap(_covering(QPixmap.fromImage(image), self.devicePixelRatioF()))
        self.update()

    def fit(self, is_low: bool) -> None:
        """Take less room on a low screen."""
        pad = 12 if is_low else 24
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(32, pad, pad, pad)
        self.picture.setFixedHeight(_PICTURE.height() - (40 if is_low else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(self._edge), _EDGE))
        painter.setBrush(color(self._style.card))
        inset = _EDGE / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)


def about(journey: Journey, card: Touchpoint, owner: str | None) -> str:
    """Return whom one meets at a touchpoint, and how."""
    if card.kind == "action":
        who = _("Customer alone")
    else:
        who = next((called(each, ABOUT) for each in journey.owners if each.id == owner), _("No owner"))
    channel = shortened(" ".join(channel_name(card.channel).split()), ABOUT)
    return SEPARATOR.join((who, channel)) if channel else who


def _covering(image: QPixmap, ratio: float) -> QPixmap:
    """Return a picture that covers its place; what does not fit is cut off."""
    size = _PICTURE * ratio
    aspect = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    large = image.scaled(size, aspect, Qt.TransformationMode.SmoothTransformation)
    left, top = (large.width() - size.width()) // 2, (large.height() - size.height()) // 2
    found = large.copy(left, top, size.width(), size.height())
    found.setDevicePixelRatio(ratio)
    return found
