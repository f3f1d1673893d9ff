"""Cards with one figure each: how many complete a journey, and how that compares with what is usual."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.words import number_text
from journey_editor.insight.conversion import ACTIVATION_TIERS, TIERS, Conversion, tier_name
from journey_editor.layout.colors import mix
from journey_editor.ui.look import Look
from journey_editor.ui.painter import color
from journey_editor.ui.pieces import Sentence, heading, restyle
from journey_editor.ui.theme import font, small_font

HEIGHT, WIDTH = 96, 368
GAP = 2.0


class Figure(NamedTuple):
    """What a card says: a heading, a figure, words behind it, a sentence below.

    `steps` are the shares (0 to 1) from which on the tiers of a scale begin, `tier` says in which of them it is.
    """

    name: str
    figure: str
    words: str = ""
    more: str = ""
    steps: tuple[float, ...] = ()
    tier: int = -1


def figures_of(found: Conversion) -> tuple[Figure, ...]:
    """Return what is to be told of the conversion of a map."""
    figures: list[Figure] = []
    if found.whole is not None:
        more = _("of the first stage complete the last")
        figures.append(Figure(_("All the way"), share_text(found.whole), more=more))
    if found.paid is not None and found.tier is not None:
        names = [name for name, _least in TIERS]
        said = Figure(_("Conversion"), share_text(found.paid), tier_name(found.tier))
        figures.append(_with_scale(said, names.index(found.tier), TIERS))
    if found.activation is not None and found.activation_tier is not None:
        names = [name for name, _least in ACTIVATION_TIERS]
        said = Figure(_("Activation"), share_text(found.activation), tier_name(found.activation_tier))
        figures.append(_with_scale(said, names.index(found.activation_tier), ACTIVATION_TIERS))
    return tuple(figures)


def share_text(share: float) -> str:
    """Return a share in percent, with more places where it is small: "12 %", "0.04 %"."""
    percent = share * 100
    shown = round(percent) if percent >= 10 else round(percent, 1 if percent >= 1 else 2)
    return f"{number_text(shown)} %"


def _with_scale(figure: Figure, place: int, tiers: Sequence[tuple[str, float]]) -> Figure:
    """Return a figure with the scale of its tiers, and what the next one asks for."""
    more = _("nothing usual is better")
    if place + 1 < len(tiers):
        name, least = tiers[place + 1]
        asked = _("{tier} above {share}") if place + 2 == len(tiers) else _("{tier} from {share}")
        more = asked.format(tier=tier_name(name), share=share_text(least))  # type: ignore[arg-type]
    return figure._replace(more=more, steps=tuple(least for _name, least in tiers), tier=place)


class Scale(QWidget):
    """A bar of as many parts as there are tiers, the one that is reached in colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(8)
        self._count, self._place, self._look = 0, 0, None

    def show_tier(self, count: int, place: int, look: Look) -> None:
        """Show one of so many tiers."""
        self._count, self._place, self._look = count, place, look
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        look: Look | None = self._look
        if look is None or not self._count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        part = (self.width() + GAP) / self._count
        for place in range(self._count):
            fill = (look.map.pain_shape, look.map.gold_shape, look.map.good_shape)[min(2, self._place)]
            reached = place <= self._place
            pale = mix(look.map.card, look.map.muted, 0.18)
            painter.setBrush(color(fill if reached else pale))
            painter.drawRoundedRect(QRectF(place * part, 0, part - GAP, 8), 3, 3)


class FigureCard(QFrame):
    """One figure in a white card."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedHeight(HEIGHT)
        self.setMaximumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name, self.figure, self.words = heading(), QLabel(), QLabel()
        self.figure.setFont(font(24, 700))
        self.words.setFont(font(13, 600))
        self.more = Sentence()
        self.more.setFont(small_font())
        self.more.setProperty("role", "muted")
        self.scale = Scale()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.figure)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addLayout(row)
        column.addWidget(self.scale)
        column.addWidget(self.more)

    def say(self, figure: Figure, look: Look, in_line: bool = False) -> None:
        """Show another figure, `in_line` with those of cards beside it that have a scale."""
        policy = self.scale.sizePolicy()
        policy.setRetainSizeWhenHidden(in_line)
        self.scale.setSizePolicy(policy)
        self.name.setText(figure.name)
        self.figure.setText(figure.figure)
        self.words.setText(figure.words)
        self.words.setContentsMargins(0, 0, 0, 4)
        restyle(self.words, "role", ("pain", "gold", "good")[max(0, min(2, figure.tier))])
        self.more.setText(figure.more)
        self.more.setToolTip(figure.more)
        self.scale.setVisible(bool(figure.steps))
        self.scale.show_tier(len(figure.steps), figure.tier, look)
        self.setAccessibleName(" ".join(filter(None, (figure.name, figure.figure, figure.words, figure.more))))
