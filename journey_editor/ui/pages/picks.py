"""The maps of the file to be ticked: a pill for each, as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.records import JourneyMap
from journey_editor.ui.icons import icon
from journey_editor.ui.labels import elided, label, tip
from journey_editor.ui.mapwords import names_apart
from journey_editor.ui.theme import font, look_of
from journey_editor.ui.workspace import Workspace
from journey_editor.ui.wrap import Wrap

_MOST, _BESIDE = 168, 52  # pixels of words, and of the sign and the edges beside them
_TOLD = 300  # letters


class Picks(QWidget):
    """Ticked by click, Space or Enter; Left and Right walk. `changed` tells that others are ticked."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setAccessibleName(_("Maps to compare"))
        self._chosen: set[str] | None = None  # None: nobody has chosen yet
        self._ticked: set[str] = set()
        self.pills: dict[str, QPushButton] = {}
        self._wrap = Wrap(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._wrap)

    def fill(self, maps: Sequence[JourneyMap], first: int) -> tuple[JourneyMap, ...]:
        """Offer maps and return those that are ticked: until somebody chooses so many, and the one that is shown."""
        ids = [each.id for each in maps]
        self._ticked = _first(maps, self._workspace.map_id, first) if self._chosen is None else self._chosen & {*ids}
        for gone in [each for each in self.pills if each not in ids]:
            self._wrap.take(self.pills.pop(gone))
        if list(self.pills) != ids:
            for pill in self.pills.values():
                self._wrap.take(pill)
            self.pills = {each: self._made(each) for each in ids}
            for place, pill in enumerate(self.pills.values()):
                self._wrap.insert(place, pill)
        for each, name in zip(maps, names_apart(maps, self._workspace.document.records), strict=True):
            self._say(self.pills[each.id], name, each.id in self._ticked)
        return tuple(each for each in maps if each.id in self._ticked)

    def setFocus(self, *_reason: Qt.FocusReason) -> None:  # type: ignore[override]
        next(iter(self.pills.values()), super()).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pills = list(self.pills.values())
        here = next((place for place, pill in enumerate(pills) if pill.hasFocus()), None)
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if here is not None and way is not None:
            pills[max(0, min(len(pills) - 1, here + way))].setFocus(Qt.FocusReason.TabFocusReason)
        elif here is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pills[here].click()
        else:
            super().keyPressEvent(event)

    def _made(self, map_id: str) -> QPushButton:
        pill = QPushButton()
        pill.setProperty("role", "pick")
        pill.setCheckable(True)
        pill.clicked.connect(lambda: self._tick(map_id))
        return pill

    def _tick(self, map_id: str) -> None:
        self._chosen = self._ticked ^ {map_id}
        self.changed.emit()

    def _say(self, pill: QPushButton, name: str, is_ticked: bool) -> None:
        look = look_of(self._workspace.view.theme).map
        pill.setChecked(is_ticked)
        metrics = QFontMetrics(font(weight=600))
        shown = elided(metrics, name, _MOST)
        pill.setText(label(shown))
        pill.setFixedWidth(metrics.horizontalAdvance(shown) + _BESIDE)  # as wide as ticked: nothing jumps
        pill.setToolTip(tip(name[:_TOLD]))
        pill.setAccessibleName(name[:_TOLD])
        pill.setIcon(icon("check", look.accent) if is_ticked else icon("plus", look.muted))


def _first(maps: Sequence[JourneyMap], shown: str, most: int) -> set[str]:
    others = [each.id for each in maps if each.id != shown]
    return {*(each.id for each in maps if each.id == shown), *others[: most - 1]}
