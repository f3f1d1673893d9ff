"""How a finding looks in the panel, where its links lie, and the field that asks for words in their place."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journey_editor.assets import _
from journey_editor.ui.icons import renderer
from journey_editor.ui.look import Look
from journey_editor.ui.marks import paint_mark
from journey_editor.ui.painter import color
from journey_editor.ui.panels.findings.model import FindingRows, Row
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex

EDGE, TEXT_LEFT, MARK_X = 24, 60, 35
_LINE, _SMALL_LINE, _MOST_LINES = 18, 16, 5
_PLAIN_ROW = 48
_ANYWHERE = QTextOption()
_ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # a name may be longer than a line
_TOP, _TO_PLACE, _TO_LINK, _BELOW = 28, 20, 22, 16  # pixels to the baselines of its words, and below the last one
_HIT = 6  # pixels around a link that are pressed with it


class Layout(NamedTuple):
    """Where the words of a row stand: its lines, and the baselines of place, reason (0: none) and links."""

    lines: tuple[str, ...]
    place: float
    reason: float
    links: float
    height: int


class Delegate(QStyledItemDelegate):
    """Paints rows; `commit` takes what was typed for a row, `asked` is what its field asks for."""

    def __init__(self, workspace: Workspace, parent: QWidget, commit: Callable[[Row, str], None]) -> None:
        super().__init__(parent)
        self._workspace, self._commit = workspace, commit
        self.asked = ""
        self.hovered: tuple[int, str] = (-1, "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self.parent().viewport().width()  # type: ignore[attr-defined]
        row = _row(index)
        return QSize(0, layout_of(row, width).height if row is not None else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row(index)
        if row is None:
            return
        look = look_of(self._workspace.view.theme)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]
        view = self.parent()
        is_current = view.currentIndex().row() == index.row()  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            ground = look.selection if look.map.name == "dark" else "#EEF1FC"
            painter.fillRect(rect, color(ground))
            painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), color(look.map.accent))
        else:
            painter.setPen(color(look.map.line))
            bottom = rect.bottom() - 0.5
            painter.drawLine(QPointF(rect.left() + EDGE, bottom), QPointF(rect.right() - EDGE, bottom))
        if row.is_finding:
            self._paint_finding(painter, rect, row, look, index.row(), is_current)
        else:
            self._paint_words(painter, rect, row, look)
        painter.restore()

    def link_at(self, index: Index, rect: QRectF, place: QPoint) -> str:
        """Return the link at a place of a row: "repair", "dismiss", "take_back" or ""."""
        row = _row(index)
        if row is None or not row.is_finding:
            return ""
        laid = layout_of(row, rect.width())
        for name, words, x in _links(row, rect):
            width = _advance(words, 600 if name == "repair" else 400)
            top = rect.top() + laid.links - 12
            if QRectF(x, top, width, 16).adjusted(-_HIT, -_HIT, _HIT, _HIT).contains(QPointF(place)):
                return name
        return ""

    # the field

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = QLineEdit(parent)
        field.setPlaceholderText(self.asked)
        field.setAccessibleName(self.asked)
        field.setMaxLength(10_000)
        return field

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Give up where the keyboard goes elsewhere: only Enter takes what was typed."""
        leaves = event.type() == QEvent.Type.FocusOut and not isinstance(QApplication.activePopupWidget(), QMenu)
        tabs = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if (leaves or tabs) and isinstance(editor, QWidget):
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(editor, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """A field begins empty."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect, row = QRectF(option.rect), _row(index)  # type: ignore[attr-defined]
        if row is not None:
            top = rect.top() + layout_of(row, rect.width()).links - 16
            editor.setGeometry(QRectF(rect.left() + TEXT_LEFT - 8, top, rect.width() - TEXT_LEFT - 8, 28).toRect())

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        row = _row(index)
        if row is not None and isinstance(editor, QLineEdit):
            self._commit(row, editor.text())

    # inside

    def _paint_finding(
        self, painter: QPainter, rect: QRectF, row: Row, look: Look, number: int, is_current: bool
    ) -> None:
        laid, style = layout_of(row, rect.width()), look.map
        left, top = rect.left() + TEXT_LEFT, rect.top()
        if row.finding is not None:
            center = QPointF(rect.left() + MARK_X, top + 26)
            paint_mark(painter, center, row.finding.severity, row.number, style, style.panel)
        painter.setFont(font(weight=600 if is_current else 500))
        painter.setPen(color(style.muted if row.kind == "aside" else style.ink))
        for place, line in enumerate(laid.lines):
            painter.drawText(QPointF(left, top + _TOP + place * _LINE), line)
        painter.setFont(small_font())
        painter.setPen(color(style.muted))
        room = rect.width() - TEXT_LEFT - EDGE
        painter.drawText(QPointF(left, top + laid.place), _fit(row.place, room))
        if laid.reason:
            painter.drawText(QPointF(left, top + laid.reason), _fit(_said(row), room))
        for name, words, x in _links(row, rect):
            is_hovered = self.hovered == (number, name)
            chosen = small_font(600 if name == "repair" else 400)
            chosen.setUnderline(is_hovered)
            painter.setFont(chosen)
            painter.setPen(color(style.accent if name == "repair" or is_hovered else style.muted))
            painter.drawText(QPointF(x, top + laid.links), words)

    def _paint_words(self, painter: QPainter, rect: QRectF, row: Row, look: Look) -> None:
        painter.setFont(small_font(600))
        painter.setPen(color(look.map.muted))
        words = _fit(row.words, rect.width() - TEXT_LEFT - EDGE - 24, 600)
        painter.drawText(QPointF(rect.left() + TEXT_LEFT, rect.center().y() + 4), words)
        is_open = row.kind == "less" or (row.kind == "aside_head" and self._aside_shown())
        name = "chevron-up" if is_open else "chevron-down"
        sign = QRectF(rect.right() - EDGE - 16, rect.center().y() - 8, 16, 16)
        renderer(name, look.map.muted).render(painter, sign)

    def _aside_shown(self) -> bool:
        model = self.parent().model()  # type: ignore[attr-defined]
        return isinstance(model, FindingRows) and model.shows_aside


def layout_of(row: Row, width: float) -> Layout:
    """Return where the words of a row stand in a width."""
    if not row.is_finding:
        return Layout((), 0, 0, 0, _PLAIN_ROW)
    lines = _wrapped(row.words, round(width) - TEXT_LEFT - EDGE)
    place = _TOP + (len(lines) - 1) * _LINE + _TO_PLACE
    reason = place + _SMALL_LINE if row.reason else 0
    links = max(place, reason) + _TO_LINK
    return Layout(lines, place, reason, links, links + _BELOW)


def _row(index: Index) -> Row | None:
    model = index.model()
    return model.at(index) if isinstance(model, FindingRows) else None


def _links(row: Row, rect: QRectF) -> list[tuple[str, str, float]]:
    """Return the links of a row: their names, words and left ends."""
    found: list[tuple[str, str, float]] = []
    if row.kind == "aside":
        return [("take_back", _("Take back"), rect.left() + TEXT_LEFT)]
    words = _("Dismiss")
    right = rect.right() - EDGE - _advance(words, 400)
    if row.repair is not None:
        room = right - rect.left() - TEXT_LEFT - 16
        found.append(("repair", _fit(row.repair.words, room, 600), rect.left() + TEXT_LEFT))
    return [*found, ("dismiss", words, right)]


def _said(row: Row) -> str:
    return _("Set aside: {reason}").format(reason=row.reason)


def _advance(words: str, weight: int) -> float:
    return QFontMetricsF(small_font(weight)).horizontalAdvance(words)


def _fit(words: str, room: float, weight: int = 400) -> str:
    return QFontMetricsF(small_font(weight)).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=4096)
def _wrapped(words: str, width: int) -> tuple[str, ...]:
    """Break a sentence, as broad as it is while somebody stands at it: nothing moves when they come and go."""
    found: list[str] = []
    units = words.encode("utf-16-le")  # Qt counts an emoji as two letters
    layout = QTextLayout(words, font(weight=600))
    layout.setTextOption(_ANYWHERE)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        begin, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        if len(found) == _MOST_LINES - 1:
            metrics = QFontMetricsF(font(weight=600))
            found.append(
                metrics.elidedText(units[begin:].decode("utf-16-le"), Qt.TextElideMode.ElideRight, max(width, 40))
            )
            break
        found.append(units[begin:end].decode("utf-16-le").rstrip())
    layout.endLayout()
    return tuple(found) or ("",)
