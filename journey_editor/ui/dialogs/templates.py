"""What a new map begins with: the templates as small pictures; a person's own can be renamed and deleted there."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _
from journey_editor.core.records import Record
from journey_editor.core.templates import begun
from journey_editor.core.titles import in_line
from journey_editor.storage.atomic import SaveError
from journey_editor.storage.format import load
from journey_editor.storage.refusal import Refusal
from journey_editor.storage.templates import remove_own, rename_own, templates
from journey_editor.ui.dialogs.naming import ask_name
from journey_editor.ui.dialogs.offers import HEIGHT, WIDTH, Offer, offer_of, picture_of, unread
from journey_editor.ui.dialogs.questions import Question, tell
from journey_editor.ui.look import Look
from journey_editor.ui.painter import color
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import View

_CELL = QSize(WIDTH + 24, HEIGHT + 102)
_KEY = Qt.ItemDataRole.UserRole
_COLUMNS = 4
_FRAME = 48  # pixels that a window's frame takes at most
_AT_ONCE = 24
"""So many are read before the window is there; the others while it is looked at."""


class Templates(QDialog):
    """Asks which template a new map is made from; `chosen` is its key after the dialog was accepted."""

    def __init__(self, parent: QWidget | None, view: View) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New map"))
        self.chosen = ""
        self._view = view
        self._offers: dict[str, Offer] = {}
        title = QLabel(_("Start from a template"))
        title.setFont(font(16, 700))
        self.list = _list_of_pictures()
        self._delegate = _Card(look_of(view.theme), self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.itemActivated.connect(lambda _item: self._take())
        self.list.currentItemChanged.connect(lambda _now, _before: self._follow())
        self.list.installEventFilter(self)
        self._rename, self._delete = QPushButton(_("Rename…")), QPushButton(_("Delete…"))
        self._make, cancel = QPushButton(_("Make the map")), QPushButton(_("Cancel"))
        self._make.setProperty("role", "accent")
        self._make.setDefault(True)
        self._make.clicked.connect(self._take)
        self._rename.clicked.connect(self.rename)
        self._delete.clicked.connect(self.delete)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._rename)
        buttons.addWidget(self._delete)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._paint_next)
        self._fill("")
        self.list.setFocus()
        rows = -(-self.list.count() // _COLUMNS)
        room = self.screen().availableGeometry().height() - _FRAME
        self.resize(_COLUMNS * _CELL.width() + 64, min(room, min(3, rows) * _CELL.height() + 152))

    def records(self) -> Mapping[str, Record]:
        """Return the records of the chosen template, begun today. Raises Refusal."""
        records = load(self._offers[self.chosen].template.path)
        return {each.id: each for each in begun(records.values(), date.today())}

    def rename(self) -> None:
        """Ask for another name of a person's own template."""
        offer = self._own()
        if offer is None:
            return
        words = _("Maps that were made of it stay as they are.")
        name = ask_name(self, _("Rename template"), words, offer.title, _("Rename"))
        if name and name != offer.title and self._done(lambda: rename_own(offer.template, name)):
            self._fill(offer.template.key)

    def delete(self) -> None:
        """Delete a person's own template, once they said so."""
        offer = self._own()
        if offer is None:
            return
        words = _("Delete the template “{name}”?").format(name=in_line(offer.title, 80))
        more = _("Maps that were made of it stay as they are.")
        question = Question(self, words, more, (("no", _("Cancel")), ("yes", _("Delete"))))
        if question.exec() and question.answer == "yes" and self._done(lambda: remove_own(offer.template)):
            self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let F2 rename and Del delete."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_F2:
                self.rename()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.delete()
                return True
        return super().eventFilter(watched, event)

    def _fill(self, key: str) -> None:
        offered = templates()
        self._offers = {each.key: offer_of(each) for each in offered[:_AT_ONCE]}
        self._offers |= {each.key: unread(each) for each in offered[_AT_ONCE:]}
        self.list.clear()
        self._delegate.offers, self._delegate.pictures = self._offers, {}
        for name, offer in self._offers.items():
            item = QListWidgetItem()
            item.setData(_KEY, name)
            item.setSizeHint(_CELL)
            _tell(item, offer)
            self.list.addItem(item)
        keys = list(self._offers)
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)
        self._later.start()

    def _paint_next(self) -> None:
        """Paint one small picture; the window is there before them, and stays quick while they come."""
        name = next((each for each in self._offers if each not in self._delegate.pictures), None)
        if name is None:
            self._later.stop()
            return
        template = self._offers[name].template
        self._read(name)
        self._delegate.pictures[name] = picture_of(template, self._view.theme, self.devicePixelRatioF())
        self.list.viewport().update()

    def _read(self, name: str) -> None:
        """Read a template that was only named so far."""
        offer = offer_of(self._offers[name].template)
        if offer != self._offers[name]:
            self._offers[name] = offer
            _tell(self.list.item(list(self._offers).index(name)), offer)
            self._follow()

    def _current(self) -> Offer | None:
        item = self.list.currentItem()
        return self._offers.get(item.data(_KEY)) if item is not None else None

    def _own(self) -> Offer | None:
        offer = self._current()
        return offer if offer is not None and offer.template.is_own else None

    def _follow(self) -> None:
        offer = self._current()
        is_own = self._own() is not None
        for button in (self._rename, self._delete):
            button.setVisible(is_own)
        self._rename.setEnabled(offer is not None and offer.can_be_read)
        self._make.setEnabled(offer is not None and offer.can_be_read)

    def _take(self) -> None:
        if (named := self._current()) is not None:
            self._read(named.template.key)
        offer = self._current()
        if offer is not None and offer.can_be_read:
            self.chosen = offer.template.key
            self.accept()

    def _done(self, do: object) -> bool:
        """Do something with a file; say what is wrong where it could not be done."""
        try:
            do()  # type: ignore[operator]
        except (SaveError, Refusal) as error:
            tell(self, str(error))
            return False
        return True


class _Card(QStyledItemDelegate):
    """A template: its small picture, its name, a sentence and what is in it."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.offers: dict[str, Offer] = {}
        self.pictures: dict[str, QImage] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return _CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer = self.offers[index.data(_KEY)]
        style = self._look.map
        cell = QRectF(option.rect).adjusted(4, 4, -4, -4)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(color(style.accent), 2.0) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(color(self._look.selection if chosen else self._look.field))
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 8, 8)
        left, top = cell.x() + 8, cell.y() + 8
        if offer.template.key in self.pictures:
            painter.drawImage(QRectF(left, top, WIDTH, HEIGHT), self.pictures[offer.template.key])
        text = QRectF(left + 2, top + HEIGHT + 8, WIDTH - 4, 18)
        _write(painter, text, offer.title, font(weight=600), style.ink)
        words = QRectF(text.x(), text.bottom() + 2, text.width(), 30)
        painter.setFont(small_font())
        painter.setPen(color(style.ink if offer.can_be_read else style.pain))
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, _two_lines(painter, offer.sentence, words))
        mine = _("Your own") if offer.template.is_own else ""
        counts = " · ".join(filter(None, (mine, offer.counts)))
        _write(painter, QRectF(text.x(), words.bottom() + 4, text.width(), 16), counts, small_font(), style.muted)
        painter.restore()


def _tell(item: QListWidgetItem, offer: Offer) -> None:
    item.setText(offer.title)
    said = (offer.title, offer.sentence, offer.counts)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(filter(None, said)))


def _list_of_pictures() -> QListWidget:
    found = QListWidget()
    found.setProperty("role", "gallery")
    found.setViewMode(QListWidget.ViewMode.IconMode)
    found.setResizeMode(QListWidget.ResizeMode.Adjust)
    found.setMovement(QListWidget.Movement.Static)
    found.setGridSize(_CELL)
    found.setUniformItemSizes(True)
    found.setMouseTracking(True)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.setAccessibleName(_("Templates"))
    return found


def _write(painter: QPainter, where: QRectF, words: str, written: object, ink: str) -> None:
    painter.setFont(written)  # type: ignore[arg-type]
    painter.setPen(color(ink))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(where.width()))
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def _two_lines(painter: QPainter, words: str, room: QRectF) -> str:
    """Return words shortened until they fit into the room, with an ellipsis where some are missing."""
    metrics = painter.fontMetrics()
    flags = int(Qt.TextFlag.TextWordWrap)
    shown, tried = words, words.split(" ")
    while metrics.boundingRect(room.toRect(), flags, shown).height() > room.height() and len(tried) > 1:
        tried = tried[:-1]
        shown = f"{' '.join(tried).rstrip(',.:;')}…"
    return shown
