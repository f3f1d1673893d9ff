"""Which opportunities are listed: by status and by owner, pressed beside the heading of the list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.edits.owners import owners_of
from journey_editor.core.records import Opportunity, Owner
from journey_editor.core.titles import called, initials
from journey_editor.insight.due import is_open
from journey_editor.layout.colors import mix, owner_colors
from journey_editor.ui.labels import label, tip
from journey_editor.ui.opportunities.model import Pick, is_picked
from journey_editor.ui.opportunities.words import pick_name
from journey_editor.ui.owner_marks import owner_icons
from journey_editor.ui.painter import color
from journey_editor.ui.pieces import restyle
from journey_editor.ui.theme import look_of, small_font
from journey_editor.ui.workspace import Workspace

PICKS: tuple[Pick, ...] = ("open", "doing", "planned", "proposed", "done", "all")
_CHIP, _GAP = 28, 8
_PADS = 28 + 4  # pixels beside the words of a pill, and between two


class Statuses(QWidget):
    """A pill for each status that there is, with its number; `asked` carries the one that is pressed."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.pills: dict[Pick, QPushButton] = {}
        self._said: dict[Pick, tuple[str, int]] = {}
        self._is_brief = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for pick in PICKS:
            pill = self.pills[pick] = QPushButton()
            pill.setProperty("role", "filter")
            pill.setCheckable(True)
            pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            pill.clicked.connect(lambda _on=False, pick=pick: self.asked.emit(pick))
            self._group.addButton(pill)
            row.addWidget(pill)

    def fill(self, everything: Sequence[Opportunity], pick: Pick) -> None:
        """Show how many there are of each."""
        over = not all(map(is_open, everything))
        names: dict[Pick, str] = {"open": _("Open") if over else _("All"), "proposed": _("Ideas")}
        for each, pill in self.pills.items():
            count = sum(is_picked(one, each) for one in everything)
            self._said[each] = names.get(each, pick_name(each)), count
            pill.setVisible(each in ("open", pick) or (each == "all" and over) or (each != "all" and count > 0))
            pill.setChecked(each == pick)
        self._write()

    def fit(self, room: float) -> None:
        """Leave the numbers out where there is not enough room for them, but of the pressed one."""
        metrics = QFontMetricsF(small_font(600))
        shown: list[Pick] = [each for each, pill in self.pills.items() if not pill.isHidden()]
        wide = sum(metrics.horizontalAdvance(self._words(each, True)) + _PADS for each in shown)
        if self._is_brief != (wide > room):
            self._is_brief = wide > room
            self._write()

    def _write(self) -> None:
        for each, pill in self.pills.items():
            pill.setText(self._words(each, not self._is_brief or pill.isChecked()))
            pill.setAccessibleName(self._words(each, True))
            pill.setToolTip(self._words(each, True) if self._is_brief else "")

    def _words(self, pick: Pick, with_count: bool) -> str:
        name, count = self._said.get(pick, ("", 0))
        return f"{name} {count}" if with_count else name


class OwnerChip(QAbstractButton):
    """Two letters in an owner's colour; pressed, only what is theirs is listed."""

    def __init__(self, workspace: Workspace, owner: Owner, ink: str) -> None:
        super().__init__()
        self._workspace, self._letters, self._ink = workspace, initials(owner.name[:80]), ink
        self.setCheckable(True)
        self.setFixedSize(_CHIP, 24)
        self.setToolTip(tip(called(owner, 200)))
        self.setAccessibleName(called(owner, 60))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self._workspace.view.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(color(look.map.accent if is_lit else self._ink), 2.0 if is_lit else 1.0))
        painter.setBrush(color(mix(look.map.panel, self._ink, 0.4 if self.isChecked() else 0.24)))
        inset = 1.0 if is_lit else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.setFont(small_font(600))
        painter.setPen(color(look.map.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)


class Owners(QWidget):
    """A chip for each owner that has something to do, or one menu of them where chips have no room.

    `asked` carries the id of an owner, "" for what nobody has, None for all.
    """

    asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._known: tuple[object, ...] = ()
        self._picked: str | None = None
        self._owners: tuple[Owner, ...] = ()
        self._counts: Mapping[str, int] = {}
        self.chips: dict[str, OwnerChip] = {}
        self.button = QPushButton()
        self.button.setProperty("role", "filter")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._offer)
        self.button.setMenu(self.menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        self._row.addWidget(self.button)

    def fill(self, everything: Sequence[Opportunity], picked: str | None) -> None:
        """Show the owners of opportunities, and whose are listed."""
        counts: dict[str, int] = {}
        for each in everything:
            counts[each.owner or ""] = counts.get(each.owner or "", 0) + 1
        owners = tuple(each for each in owners_of(self._workspace.document) if each.id in counts)
        colors = owner_colors(
            tuple((each.id, each.color) for each in owners_of(self._workspace.document)),
            look_of(self._workspace.view.theme).map,
        )
        self._picked, self._counts = picked, counts
        known = tuple((each, colors[each.id]) for each in owners)
        if known != self._known:
            self._known, self._owners = known, owners
            self._make(colors)
        for owner, chip in self.chips.items():
            chip.setChecked(owner == picked)
        here = next((each for each in owners if each.id == picked), None)
        words = called(here, 24) if here is not None else _("no owner") if picked == "" else _("All owners")
        self.button.setText(label(f"{words} ▾"))
        restyle(self.button, "on", picked is not None)
        self._choose()

    @property
    def need(self) -> int:
        """How many pixels it asks for."""
        chips = len(self.chips) * (_CHIP + _GAP)
        return chips if self.chips else self.button.sizeHint().width() if self._owners else 0

    def sizeHint(self) -> QSize:
        return QSize(_CHIP, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(_CHIP, 28)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _make(self, colors: Mapping[str, str]) -> None:
        for chip in self.chips.values():
            self._row.removeWidget(chip)
            chip.deleteLater()
        self.chips = {}
        if len(self._owners) > 12:
            return
        for owner in self._owners:
            chip = self.chips[owner.id] = OwnerChip(self._workspace, owner, colors[owner.id])
            chip.clicked.connect(lambda _on=False, id=owner.id: self.asked.emit(None if self._picked == id else id))
            self._row.addWidget(chip)

    def _choose(self) -> None:
        """Show chips where all have room, else the menu."""
        need = len(self._owners) * (_CHIP + _GAP) - _GAP
        is_menu = len(self._owners) != len(self.chips) or need > self.width()
        for chip in self.chips.values():
            chip.setVisible(not is_menu)
        self.button.setVisible(is_menu and bool(self._owners))

    def _offer(self) -> None:
        self.menu.clear()
        icons = owner_icons(self._workspace)
        self._entry(_("All owners"), None, QIcon())
        for owner in self._owners:
            count = self._counts.get(owner.id, 0)
            words = ngettext("{name} · {count}", "{name} · {count}", count).format(name=called(owner, 60), count=count)
            self._entry(words, owner.id, icons.get(owner.id, QIcon()))
        if self._counts.get(""):
            self._entry(_("no owner"), "", QIcon())

    def _entry(self, words: str, owner: str | None, mark: QIcon) -> None:
        action = self.menu.addAction(mark, label(words))
        action.setCheckable(True)
        action.setChecked(owner == self._picked)
        action.triggered.connect(lambda _on=False: self.asked.emit(owner))
