"""A person at the canvas: finds things by their names, uses mouse and keys, and says what must be seen.

It touches the viewport and the widget with the focus through true events of Qt only, never the code below.
"""

from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect
from PySide6.QtWidgets import QApplication, QWidget

from journey_editor.core.lanes import lane_name, lane_shown, owner_names
from journey_editor.core.records import Note, Owner, Record, Stage, Touchpoint, name_of
from journey_editor.layout.primitives import ColumnSpan, Element, LaneSpan
from journey_editor.ui.canvas.grips import ends_of
from journey_editor.ui.canvas.view import CanvasView
from journey_editor.ui.workspace import TOOL_MIME, Workspace
from tests import hands

AnyRecord = TypeVar("AnyRecord", bound=Record)
Kind = type[AnyRecord]  # in the class below, `type` is what a person does at the keyboard
ALONE = "Customer alone"
NOBODY = "No owner"


class Window(Protocol):
    """Anything that shows a canvas."""

    canvas: CanvasView


class Robot:
    """Works on a canvas, alone or in its window."""

    def __init__(self, shown: CanvasView | Window) -> None:
        self.canvas: CanvasView = shown if isinstance(shown, CanvasView) else shown.canvas

    @property
    def workspace(self) -> Workspace:
        return self.canvas.workspace

    # what it does with the mouse

    def click(self, name: str, keys: str = "") -> None:
        """Click the card, head or label that is called so; `keys` are held ("Shift")."""
        hands.click(self.viewport, self.grip(name), _keys(keys))

    def click_ground(self, stage: str, lane: str) -> None:
        """Click where nothing lies, at the end of a stage in a lane."""
        hands.click(self.viewport, self.place_in(stage, lane))

    def double_click(self, name: str) -> None:
        """Click twice on what is called so."""
        hands.double_click(self.viewport, self.grip(name))

    def drag_card(
        self, title: str, stage: str | None = None, lane: str | None = None, after: str | None = None, keys: str = ""
    ) -> None:
        """Drag a card to the end of a stage or right after another card, into a lane; what is not named stays."""
        card = self._named(Touchpoint, title)
        goal = self._goal(card, stage, lane, after)
        hands.drag(self.viewport, (self.grip(title), goal), _keys(keys))

    def hold_card(
        self, title: str, stage: str | None = None, lane: str | None = None, after: str | None = None
    ) -> QPoint:
        """Drag a card without letting it go; returns where the hand is."""
        goal = self._goal(self._named(Touchpoint, title), stage, lane, after)
        start = self.grip(title)
        hands.press(self.viewport, start)
        for step in range(1, 6):
            hands.move(self.viewport, start + (goal - start) * step / 5)
        return goal

    def drag_feeling(self, title: str, valence: float) -> None:
        """Drag a point of the curve until it feels so."""
        start, goal = self.feeling(title, valence)
        hands.drag(self.viewport, (start, goal))

    def drag_stage(self, name: str, before: str | None = None) -> None:
        """Drag a stage's head before another, or behind the last."""
        spans = self.canvas.picture.grid.stages
        target = self._named(Stage, before).id if before else spans[-1].stage
        span = next(span for span in spans if span.stage == target)
        x = span.x + (10 if before else span.width - 6)
        start = self.grip(name)
        hands.drag(self.viewport, (start, QPoint(self.seen(x, 0).x(), start.y())))

    def drag_lane(self, name: str, before: str | None = None) -> None:
        """Drag a lane's label above another, or below the last."""
        spans = [span for span in self.canvas.picture.grid.lanes if span.lane.owner]
        target = self._named(Owner, before).id if before else spans[-1].lane.owner
        span = next(span for span in spans if span.lane.owner == target)
        y = span.y + (4 if before else span.height - 4)
        start = self.grip(name)
        hands.drag(self.viewport, (start, QPoint(start.x(), self.seen(0, y).y())))

    def draw_marquee(self, *titles: str, keys: str = "") -> None:
        """Drag a rectangle around cards, from the ground outside."""
        rects = [self._rect_of(self._element(self._named(Touchpoint, title))) for title in titles]
        around = QRect()
        for rect in rects:
            around = around.united(rect)
        around.adjust(-3, -3, 3, 3)
        hands.drag(self.viewport, (around.topLeft(), around.bottomRight()), _keys(keys))

    def drop_tool(self, tool: str, place: QPoint, drop: bool = True) -> bool:
        """Drag a tool from the palette to a place; returns whether it may land there."""
        data = QMimeData()
        data.setData(TOOL_MIME, tool.encode())
        return hands.carry(self.viewport, data, (QPoint(2, 2), place), drop)

    # what it does with keys

    def press(self, keys: str) -> None:
        """Press keys ("Ctrl+Right"); they go where the keyboard is."""
        hands.tap(self.focused, keys)

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        hands.QTest.keyClicks(self.focused, text)

    def undo(self) -> None:
        """Undo as the menu does."""
        self.workspace.undo()

    def redo(self) -> None:
        """Redo as the menu does."""
        self.workspace.redo()

    # what it sees

    def expect_card(
        self, title: str, stage: str | None = None, lane: str | None = None, feels: float | None = None
    ) -> None:
        """A card must stand in a stage and a lane, on the map and in the record, and feel so."""
        card = self._named(Touchpoint, title)
        element = self._element(card)
        if stage is not None:
            assert self._named(Stage, stage).id == card.stage, f"{title} lies in {card.stage}"
            span = next(span for span in self.canvas.picture.grid.stages if span.stage == card.stage)
            assert span.x <= element.rect.x and element.rect.right <= span.x + span.width
        if lane is not None:
            assert self.lane_name(card) == lane
            lane_span = self._lane(lane)
            assert lane_span.y <= element.rect.y and element.rect.bottom <= lane_span.y + lane_span.height
        if feels is not None:
            assert card.emotion is not None and card.emotion.valence == feels, card.emotion

    def feels(self, title: str) -> float | None:
        """How a card feels, None where nobody said."""
        emotion = self._named(Touchpoint, title).emotion
        return emotion.valence if emotion else None

    def expect_no_card(self, title: str) -> None:
        """No card may be called so."""
        assert title not in self.titles()

    def expect_selected(self, *names: str) -> None:
        """Just these must be selected."""
        records = self.workspace.document.records
        assert {name_of(records[each]) for each in self.workspace.session.selected} == set(names)

    def titles(self) -> list[str]:
        """The titles of the placed touchpoints in reading order."""
        return [each.title for each in self._journey.touchpoints]

    def stages(self) -> list[str]:
        """The names of the stages in order."""
        return [stage.name for stage in self._journey.stages]

    def lanes(self) -> list[str]:
        """The names of the owners' lanes from top to bottom."""
        return [owner.name for owner in self._journey.owners]

    def shown_lanes(self) -> list[str]:
        """The names of the lanes that the map shows from top to bottom, whatever they are by."""
        names = owner_names(self._journey.owners)
        return [lane_name(span.lane, names) for span in self.canvas.picture.grid.lanes]

    def lane_name(self, card: Touchpoint) -> str:
        """What the lane of a card is called."""
        return lane_name(lane_shown(self.workspace.document.records, card), owner_names(self._journey.owners))

    # where things lie on the viewport

    @property
    def viewport(self) -> QWidget:
        return self.canvas.viewport()

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.canvas

    def seen(self, x: float, y: float) -> QPoint:
        """Where a place of the map is on the viewport."""
        return self.canvas.mapFromScene(QPointF(x, y))

    def grip(self, name: str) -> QPoint:
        """Where a person would grasp what is called so, scrolled to where it can be seen."""
        record = self._any(name)
        self.canvas.ensure_visible(record.id)
        rect = self._element(record).rect
        offset = (30.0, rect.height / 2) if isinstance(record, Owner) else (rect.width / 2, min(24.0, rect.height / 2))
        return self.seen(rect.x + offset[0], rect.y + offset[1])

    def handle(self, title: str) -> QPoint:
        """Where a transition is drawn from a card: the handle at its right edge."""
        self.grip(title)
        rect = self._element(self._named(Touchpoint, title)).rect
        return self.seen(rect.right - 2, rect.y + rect.height / 2)

    def ends(self, transition: str) -> tuple[QPoint, QPoint]:
        """Where the arrow of a transition begins and ends, scrolled to where it can be seen."""
        self.canvas.ensure_visible(transition)
        found = self.canvas.element_of(transition)
        assert found is not None
        begin, end = ends_of(found)
        return self.canvas.mapFromScene(begin), self.canvas.mapFromScene(end)

    def feeling(self, title: str, valence: float) -> tuple[QPoint, QPoint]:
        """Where the point of a card on the curve is, and where it would be for a valence."""
        card = self._named(Touchpoint, title)
        grid = self.canvas.picture.grid
        felt = next(e for e in self.canvas.picture.elements if e.role == "feeling" and e.record == card.id)
        assert card.emotion is not None
        x = felt.rect.x + felt.rect.width / 2
        start = self.seen(x, grid.zero_y - card.emotion.valence * grid.unit)
        return start, self.seen(x, grid.zero_y - valence * grid.unit)

    def place_in(self, stage: str, lane: str) -> QPoint:
        """The end of a stage in a lane: right of its last column's middle."""
        columns = [span for span in self.canvas.picture.grid.columns if span.stage == self._named(Stage, stage).id]
        return self._right_of(columns[-1], self._lane(lane))

    def _goal(self, card: Touchpoint, stage: str | None, lane: str | None, after: str | None) -> QPoint:
        name = lane or self.lane_name(card)
        if after is not None:
            target = self._named(Touchpoint, after).id
            column = next(span for span in self.canvas.picture.grid.columns if target in span.touchpoints)
            return self._right_of(column, self._lane(name))
        if stage is not None:
            return self.place_in(stage, name)
        element = self._element(card)
        span = self._lane(name)
        return self.seen(element.rect.x + element.rect.width / 2, span.y + span.height / 2)

    def _right_of(self, column: ColumnSpan, lane: LaneSpan) -> QPoint:
        return self.seen(column.x + column.width - 3, lane.y + lane.height / 2)

    def _lane(self, name: str) -> LaneSpan:
        for span in self.canvas.picture.grid.lanes:
            if lane_name(span.lane, owner_names(self._journey.owners)) == name:
                return span
        raise AssertionError(f"There is no lane {name!r}")

    def _rect_of(self, element: Element) -> QRect:
        rect = element.rect
        return QRect(self.seen(rect.x, rect.y), self.seen(rect.right, rect.bottom))

    def _element(self, record: Record) -> Element:
        found = self.canvas.element_of(record.id)
        assert found is not None, f"{name_of(record)} is not on the map"
        return found

    def _any(self, name: str) -> Record:
        for kind in (Touchpoint, Stage, Owner, Note):
            found: list[Any] = [r for r in self.workspace.document.records.values() if isinstance(r, kind)]
            exact = [r for r in found if name_of(r) == name] or [r for r in found if name_of(r).startswith(name)]
            if exact:
                return exact[0]
        raise AssertionError(f"Nothing is called {name!r}")

    def _named(self, kind: Kind[AnyRecord], name: str) -> AnyRecord:
        found = [r for r in self.workspace.document.records.values() if isinstance(r, kind)]
        named = [r for r in found if name_of(r) == name] or [r for r in found if name_of(r).startswith(name)]
        assert named, f"No {kind.kind_name} is called {name!r}"
        return named[0]

    @property
    def _journey(self) -> Any:
        return self.workspace.document.journey(self.workspace.map_id)


def _keys(names: str) -> Any:
    keys = hands.NO_KEYS
    for name in filter(None, names.split("+")):
        keys |= {"Ctrl": hands.CTRL, "Shift": hands.SHIFT}[name]
    return keys
