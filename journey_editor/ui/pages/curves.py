"""Personas compared: the curves of ticked maps over the stages that they share, and how far they part."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.journey import Journey
from journey_editor.core.titles import called, shortened
from journey_editor.insight.parting import Parting, apart_text, feeling_text, left_out, parting, parting_words
from journey_editor.layout.multiples import Comparison, Panel, Seat, multiples
from journey_editor.layout.title import SEPARATOR, state_name
from journey_editor.ui.copying import copy_rows
from journey_editor.ui.labels import tip
from journey_editor.ui.mapwords import names_apart
from journey_editor.ui.pages.empty import Empty
from journey_editor.ui.pages.multiples import Row
from journey_editor.ui.pages.page import Go, Page, card
from journey_editor.ui.pages.picks import Picks
from journey_editor.ui.pieces import Sentence
from journey_editor.ui.theme import look_of, small_font
from journey_editor.ui.workspace import Workspace

FIRST = 4
"""So many maps are ticked at first, the one that is shown among them."""

_BRIEF = 40  # letters of a name where many are told


class CurvesPage(Page):
    """Above the maps to be ticked, below their curves. A click, or Enter, leads to a stage of a map."""

    def __init__(self, workspace: Workspace, go: Go) -> None:
        super().__init__(workspace, go, _("Personas compared"))
        self.picks = Picks(workspace)
        self.picks.changed.connect(self.refresh)
        self.row = Row(workspace)
        self.row.setAccessibleName(_("Curves of the maps"))
        self.row.chosen.connect(self._lead)
        self.row.walked.connect(self._follow)
        self.row.copied.connect(self.copy)
        self.scroller = QScrollArea()
        self.scroller.setObjectName("multiples")
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidgetResizable(True)
        self.scroller.setWidget(self.row)
        self.empty = Empty("", "")
        self.inside = QStackedWidget()
        self.inside.addWidget(self.scroller)
        self.inside.addWidget(self.empty)
        self.told = Sentence(
            _("Bars and figures are the mean feeling of a stage, −2 to +2. Apart: the highest of them less the lowest, "
              "on average over all stages that were felt in more than one map.")
        )  # fmt: skip
        self.left_out = Sentence()
        for each in (self.told, self.left_out):
            each.setFont(small_font())
            each.setProperty("role", "muted")
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.left_out)
        below.addWidget(self.told)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.picks)
        column.addWidget(self.inside, 1)
        column.addLayout(below)
        self.cards.addWidget(card(whole))
        self.button = QPushButton(_("Copy the table"))
        self.button.clicked.connect(self.copy)
        self.buttons.addWidget(self.button)
        self.found = Parting(())
        self._journeys: tuple[Journey, ...] = ()
        self._names: tuple[str, ...] = ()

    def refresh(self) -> None:
        document = self.workspace.document
        maps = self.picks.fill(document.maps(), FIRST)
        self._journeys = tuple(document.journey(each.id) for each in maps)
        self._names = names_apart(maps, document.records)
        self.found = parting(self._journeys, document.records)
        words = parting_words(self.found, self._names)
        if len(document.maps()) < 2:
            words = _("This file has one map: add one for another persona to see where they part.")
        self.said.setText(SEPARATOR.join(filter(None, (_rests_on(self.found, len(maps)), words))))  # of several maps
        self.button.setVisible(bool(self.found.stages))
        self._say_left_out()
        if self.found.stages:
            self._draw()
            self.inside.setCurrentWidget(self.scroller)
        else:
            self.said.setText("")
            self.empty.say(_("Nothing to compare"), words if len(maps) > 1 else _("Tick two maps or more."))
            self.inside.setCurrentWidget(self.empty)

    def take_keyboard(self) -> None:
        (self.row if self.found.stages else self.picks).setFocus()

    def copy(self) -> None:
        """Copy the mean feelings as a table: a row for each map, a column for each shared stage."""
        rows = table_of(self.found, self._names)
        copy_rows(rows)
        words = ngettext("Copied as a table: {count} map.", "Copied as a table: {count} maps.", len(self._names))
        self.workspace.noticed.emit(words.format(count=len(self._names)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.found.stages:
            self._draw()

    # inside

    def _say_left_out(self) -> None:
        """Say which stages only one map has."""
        alone = left_out(self.found, self._journeys) if self.found.stages else ()
        words = [
            f"{shortened(name, _BRIEF)}: {', '.join(called(each, _BRIEF) for each in stages)}"
            for name, stages in zip(self._names, alone, strict=False)
            if stages
        ]
        self.left_out.setText(_("Stages that only one of them has: {stages}").format(stages="; ".join(words)))
        self.left_out.setToolTip(tip("\n".join(words)))
        self.left_out.setVisible(bool(words))

    def _draw(self) -> None:
        style = look_of(self.workspace.view.theme).map
        compared = comparison(self.found, self._journeys, self._names)
        bar = self.scroller.verticalScrollBar().sizeHint().width()  # it may come, which must not change the width
        room = self.scroller.width() - bar, self.scroller.height()
        self.row.show_row(multiples(compared, style, *map(float, room)))

    def _lead(self, seat: Seat) -> None:
        self.go(seat.record)

    def _follow(self, seat: Seat) -> None:
        rect, stage = seat.rect, self.found.stages[seat.stage]
        felt = feeling_text(stage.feelings[seat.panel]) or "–"
        self.row.setAccessibleDescription(f"{self._names[seat.panel]}, {called(stage.first)}: {felt}")
        self.scroller.ensureVisible(round(rect.x + rect.width / 2), round(rect.y + rect.height / 2), 120, 80)


def comparison(found: Parting, journeys: Sequence[Journey], names: Sequence[str]) -> Comparison:
    """Return what is drawn of some maps."""
    furthest = found.furthest
    several = len(journeys) > 2
    panels = tuple(
        Panel(
            journey,
            names[at],
            _below(journey, names[at]),
            _told(found.from_others(at)) if several else "",
            tuple(None if each.stages[at] is None else each.stages[at].id for each in found.stages),  # type: ignore[union-attr]
            tuple(each.feelings[at] for each in found.stages),
            tuple(feeling_text(each.feelings[at]) for each in found.stages),
        )
        for at, journey in enumerate(journeys)
    )
    return Comparison(
        tuple(called(each.first) for each in found.stages),
        tuple(apart_text(each.apart) for each in found.stages),
        apart_text(found.apart),
        found.stages.index(furthest) if furthest is not None else None,
        panels,
    )


def table_of(found: Parting, names: Sequence[str]) -> list[list[str]]:
    """Return the mean feelings as rows of texts below a row of headings, and last how far the maps part."""

    def number(value: float | None) -> str:
        return "" if value is None else f"{value:.10g}"

    heads = [_("Map"), *(called(each.first) for each in found.stages), _("apart on average")]
    rows = [
        [name, *(number(each.feelings[at]) for each in found.stages), number(found.from_others(at))]
        for at, name in enumerate(names)
    ]
    return [heads, *rows, [_("apart"), *(number(each.apart) for each in found.stages), number(found.apart)]]


def _below(journey: Journey, name: str) -> str:
    """Return what else is told of a map: its title, if that is not its name, and its state."""
    title = "" if called(journey.map) == name else called(journey.map)
    return SEPARATOR.join(filter(None, (title, state_name(journey.map.state))))


def _told(apart: float | None) -> str:
    return _("{number} from the others").format(number=apart_text(apart)) if apart is not None else ""


def _rests_on(found: Parting, maps: int) -> str:
    if maps < 2 or not found.stages:
        return ""
    count = len(found.stages)
    return _("{maps} maps, {stages}").format(
        maps=maps, stages=ngettext("{count} shared stage", "{count} shared stages", count).format(count=count)
    )
