"""What stands below the list of actions: what all of it comes to, what signs mean, and what is not ready."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.parts import Status
from journey_editor.core.records import Opportunity
from journey_editor.insight.actions import total
from journey_editor.insight.worth import WorthClass, class_name, gain_text
from journey_editor.layout.colors import mix
from journey_editor.layout.matrix.drawn import disc_parts
from journey_editor.layout.matrix.spread import Mark
from journey_editor.layout.style import OWNER_COLORS
from journey_editor.ui.look import Look
from journey_editor.ui.opportunities.signs import paint_sign, write
from journey_editor.ui.opportunities.words import amount_text
from journey_editor.ui.painter import color, draw, prepare
from journey_editor.ui.theme import look_of, small_font
from journey_editor.ui.workspace import Workspace

_KINDS: tuple[WorthClass, ...] = ("quick_win", "worth_doing", "strategic", "later")
Item = tuple[WorthClass | Status, str]
_LINE, _SIGN, _BETWEEN = 24, 18.0, 14.0


class Together(QWidget):
    """What the listed opportunities cost and bring together, below their columns; `left` is where the second begins."""

    def __init__(self, workspace: Workspace, edge: float) -> None:
        super().__init__()
        self._workspace, self._edge = workspace, edge
        self.left = 0.0
        self.words = self.gain = ""
        self._is_good = True
        self.setFixedHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, rows: Sequence[Opportunity], currency: str) -> None:
        """Show what opportunities come to."""
        found = total(rows)
        self.words = self.gain = ""
        if found.cost or found.benefit:
            cost, benefit = amount_text(found.cost, currency), amount_text(found.benefit, currency)
            self.words = _("cost {cost}, benefit {benefit}").format(cost=cost, benefit=benefit)
        if found.gain is not None:
            self.gain, self._is_good = gain_text(found.gain), found.gain >= 0
        self.setAccessibleName(", ".join(filter(None, (_("Together"), self.words, self.gain))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self._workspace.view.theme)
        painter = QPainter(self)
        painter.fillRect(QRectF(self._edge, 0, self.width() - 2 * self._edge, 1.5), color(look.map.quiet))
        rect = QRectF(self._edge + 24, 0, self.width() - 2 * self._edge - 24, self.height())
        write(painter, _("Together"), rect, look.map.ink, 600)
        middle = rect.adjusted(max(88.0, self.left - rect.left()), 0, -88, 0)
        write(painter, self.words or _("nobody said what it costs and brings"), middle, look.map.muted)
        ink = look.map.good if self._is_good else look.map.pain
        write(painter, self.gain, rect, ink, 700, Qt.AlignmentFlag.AlignRight)


class Legend(QWidget):
    """What signs and rings mean, in as many lines as they take."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _LINE * (1 + round(max(y for _item, _x, y in _flowed(width)) / _LINE))

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self._workspace.view.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (item, words), x, y in _flowed(self.width()):
            at = QPointF(x + 8, y + _LINE / 2)
            _paint_sign(painter, item, at, look, self.devicePixelRatioF())
            write(painter, words, QRectF(x + _SIGN + 4, y, 200, _LINE), look.map.ink, size=11)


def _paint_sign(painter: QPainter, item: WorthClass | Status, at: QPointF, look: Look, ratio: float) -> None:
    if item in ("quick_win", "worth_doing", "strategic", "later"):
        paint_sign(painter, item, at, look)
        return
    ink = mix(OWNER_COLORS[2], "#FFFFFF", look.map.owner_lightness)
    mark = Mark("", "", "", ink, item, None, None)
    painter.save()
    painter.translate(at)
    painter.scale(0.6, 0.6)
    draw(painter, prepare(disc_parts(mark, 12.0, look.map)), ratio)
    painter.restore()


def _flowed(width: float) -> Iterator[tuple[Item, float, float]]:
    """Yield what the legend tells, each where it stands in a width."""
    rings: dict[Status, str] = {"doing": _("being done"), "planned": _("planned"), "proposed": _("idea")}
    items: list[Item] = [*((kind, class_name(kind)) for kind in _KINDS), *rings.items()]
    metrics = QFontMetricsF(small_font())
    x = y = 0.0
    for item in items:
        wide = _SIGN + 4 + metrics.horizontalAdvance(item[1])
        if x and x + wide > width:
            x, y = 0.0, y + _LINE
        yield item, x, y
        x += wide + _BETWEEN


def unready_words(unready: Sequence[Opportunity]) -> str:
    """Return how many opportunities cannot be handed out, and why: "Three are not ready to hand out: …"."""
    count = len(unready)
    lone, undated = sum(each.owner is None for each in unready), sum(each.due is None for each in unready)
    why: list[str] = []
    if lone:
        said = ngettext("{count} without an owner", "{count} without an owner", lone)
        why.append(said.format(count=number_word(lone)))
    if undated:
        said = ngettext("{count} without a date", "{count} without a date", undated)
        why.append(said.format(count=number_word(undated)))
    words = ngettext("{count} is not ready to hand out: {why}.", "{count} are not ready to hand out: {why}.", count)
    whole = words.format(count=number_word(count), why=", ".join(why))
    return whole[:1].upper() + whole[1:]


def number_word(count: int) -> str:
    """Return a small number as a word, a larger one in digits."""
    words = (
        _("none"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"),
        _("ten"), _("eleven"), _("twelve"),
    )  # fmt: skip
    return words[count] if 0 <= count < len(words) else f"{count:,}"
