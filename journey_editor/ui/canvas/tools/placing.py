"""Putting something from the palette onto the map, by a click or a drop: both land the same."""

from itertools import count

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from journey_editor.assets import _
from journey_editor.core.edits.attachments import add_note, add_opportunity, set_moment
from journey_editor.core.edits.lanes import set_lanes_by
from journey_editor.core.edits.owners import add_owner, move_owner
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.stages import add_stage, move_stage
from journey_editor.core.edits.touchpoints import add_touchpoint
from journey_editor.core.lanes import Lane, fields_in_lane, lanes_by
from journey_editor.core.records import JourneyMap, Stage, Touchpoint
from journey_editor.core.titles import called
from journey_editor.core.words import kind_name, note_name
from journey_editor.layout.hit import element_at, landing_at, lane_index_at, stage_index_at
from journey_editor.layout.primitives import Rect
from journey_editor.ui.canvas.tools.gesture import Canvas, Gesture
from journey_editor.ui.canvas.tools.ghost import paint_landing
from journey_editor.ui.notice import Notice
from journey_editor.ui.workspace import Tool

ON_RECORDS = frozenset(("moment", "pain_point", "opportunity", "quote"))
"""Tools that add to what is there; the others make something of its own."""

STRUCTURE = frozenset(("stage", "owner"))
"""Tools that make stages and lanes, which may be locked."""

_made = count(1)
_MARGIN = 24.0
_BAR = 3.0


class Place(Gesture):
    """Shows where what is taken from the palette will land."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: Canvas, tool: Tool) -> None:
        super().__init__(canvas)
        self._tool: Tool = tool
        self._mark: Rect | None = None

    def move(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self._mark = mark_at(self.canvas, self._tool, place)
        self.canvas.guide(self._paint if self._mark is not None else None)

    @property
    def lands(self) -> bool:
        """Whether it may be put down where the pointer is."""
        return self._mark is not None

    def finish(self, place: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.cancel()
        put(self.canvas, self._tool, place)

    def _paint(self, painter: QPainter, scale: float) -> None:
        if self._mark is not None:
            paint_landing(painter, self._mark, self.canvas.look.accent, scale)


def mark_at(canvas: Canvas, tool: Tool, place: QPointF) -> Rect | None:
    """Return what to mark where a tool's thing would land, None where it cannot."""
    picture = canvas.picture
    if tool in ON_RECORDS:
        record = target_at(canvas, tool, place)
        element = canvas.element_of(record) if record else None
        return None if element is None else _grown(element.rect)
    if tool == "touchpoint":
        landing = landing_at(picture, place.x(), place.y(), frozenset())
        return landing.mark if landing else None
    if tool == "stage":
        return _stage_gap(canvas, place)[1]
    return _lane_gap(canvas, place)[1] if _owns_lanes(canvas) else None


def put(canvas: Canvas, tool: Tool, place: QPointF) -> str | None:
    """Put a tool's thing onto the map, select it and let its text be typed; return its id, None where it cannot be.

    What is typed then belongs to the same step of undo; giving up without a word takes the thing away again.
    """
    document, map_id = canvas.workspace.document, canvas.workspace.map_id
    join = next_join()
    if tool in STRUCTURE and canvas.workspace.lock.holds():
        canvas.workspace.take_tool("select")
        return None
    if tool in ON_RECORDS:
        return _put_on(canvas, tool, place)
    if tool == "owner" and not _owns_lanes(canvas):
        _tell_of_lanes(canvas)
        return None
    if tool == "touchpoint":
        landing = landing_at(canvas.picture, place.x(), place.y(), frozenset())
        if landing is None:
            canvas.workspace.noticed.emit(_("A touchpoint needs a stage to lie in."))
            return None
        return new_touchpoint(canvas, landing.slot, landing.lane)
    if tool == "stage":
        with document.transaction(_("Add stage"), join):
            after = _stage_gap(canvas, place)[0]
            made = add_stage(document, map_id, "", after=after)
            if after is None:
                move_stage(document, made, 0)
    elif tool == "owner":
        with document.transaction(_("Add owner"), join):
            made = add_owner(document, "")
            move_owner(document, made, _lane_gap(canvas, place)[0])
    else:
        return None
    _begin(canvas, made, join)
    return made


def new_touchpoint(canvas: Canvas, slot: Slot, lane: Lane | None) -> str:
    """Add a touchpoint without a title to a slot and a lane, and edit its title."""
    workspace = canvas.workspace
    join = next_join()
    stage = workspace.document.records.get(slot.stage)
    fields = {} if lane is None else fields_in_lane(lane, (), stage if isinstance(stage, Stage) else None)
    with workspace.document.transaction(_("Add touchpoint"), join):
        made = add_touchpoint(workspace.document, workspace.map_id, "", slot, **fields)
    _begin(canvas, made, join)
    return made


def new_stage(canvas: Canvas, after: str | None) -> str | None:
    """Add a stage without a name after another (None: at the end), and edit its name; None where that is locked."""
    workspace = canvas.workspace
    if workspace.lock.holds():
        return None
    join = next_join()
    with workspace.document.transaction(_("Add stage"), join):
        made = add_stage(workspace.document, workspace.map_id, "", after=after)
    _begin(canvas, made, join)
    return made


def new_note(canvas: Canvas, target: str, kind: str) -> str:
    """Add a note of a kind, or an opportunity, to a record that the map shows, and edit its text beside that."""
    document, join = canvas.workspace.document, next_join()
    with document.transaction(_("Add opportunity") if kind == "opportunity" else _("Add note"), join):
        made = add_opportunity(document, target) if kind == "opportunity" else add_note(document, target, kind)
    canvas.workspace.session.select((target,))
    canvas.edit_text(made, target, join)
    names = kind_name("opportunity") if kind == "opportunity" else note_name(kind)
    on = canvas.workspace.document.records[target]
    words = _("{kind} on {name}: type it, Enter takes it")
    canvas.workspace.noticed.emit(words.format(kind=names, name=called(on, 40)))
    return made


def next_join() -> str:
    """Return a key for a step of undo that goes on with what is typed next."""
    return f"made {next(_made)}"


def target_at(canvas: Canvas, tool: Tool, place: QPointF) -> str | None:
    """Return the record that something can be put on: a touchpoint, for pain points, ideas and quotes a stage too."""
    element = element_at(canvas.picture, place.x(), place.y())
    record = canvas.workspace.document.records.get(element.record) if element is not None else None
    if isinstance(record, Touchpoint) or (isinstance(record, Stage) and tool != "moment"):
        return record.id
    return None


def _put_on(canvas: Canvas, tool: Tool, place: QPointF) -> str | None:
    document = canvas.workspace.document
    target = target_at(canvas, tool, place)
    if target is None:
        canvas.workspace.noticed.emit(_("Put it on a touchpoint or a stage."))
        return None
    canvas.workspace.take_tool("select")
    if tool == "moment":
        set_moment(document, (target,), True)
        canvas.workspace.session.select((target,))
        return target
    return new_note(canvas, target, tool)


def _owns_lanes(canvas: Canvas) -> bool:
    """Whether the lanes of the map are its owners'."""
    shown = canvas.workspace.document.records.get(canvas.workspace.map_id)
    return not isinstance(shown, JourneyMap) or lanes_by(shown) == "owner"


def _tell_of_lanes(canvas: Canvas) -> None:
    """Say why no lane can be added to a map whose lanes are layers or channels, and offer what helps."""
    workspace = canvas.workspace
    workspace.take_tool("select")

    def turn() -> None:
        if workspace.has_map:
            set_lanes_by(workspace.document, workspace.map_id, "owner")

    sentence = _("The lanes of this map are not its owners: a new one would not be seen.")
    workspace.offered.emit(Notice(sentence, _("Lanes by owner"), turn))


def _begin(canvas: Canvas, made: str, join: str) -> None:
    canvas.workspace.take_tool("select")
    canvas.workspace.session.select((made,))
    canvas.ensure_visible(made)
    canvas.edit_title(made, join)


def _stage_gap(canvas: Canvas, place: QPointF) -> tuple[str | None, Rect]:
    """Return after which stage a new one comes, and the gap to mark."""
    picture = canvas.picture
    spans = picture.grid.stages
    index = stage_index_at(picture.grid, place.x())
    top = next((element.rect.y for element in picture.elements if element.role == "stage"), _MARGIN)
    x = spans[index].x if index < len(spans) else spans[-1].x + spans[-1].width if spans else _MARGIN
    after = spans[index - 1].stage if index else None
    return after, Rect(x - _BAR / 2, top, _BAR, max(60.0, picture.height - top - _MARGIN))


def _lane_gap(canvas: Canvas, place: QPointF) -> tuple[int, Rect]:
    """Return at which place among the owners' lanes a new one comes, and the gap to mark."""
    grid = canvas.picture.grid
    owned = [span for span in grid.lanes if span.lane.owner]
    index = lane_index_at(grid, place.y())
    y = canvas.picture.height / 2
    if index < len(owned):
        y = owned[index].y - 4.0
    elif grid.lanes:
        last = owned[-1] if owned else grid.lanes[0]
        y = last.y + last.height + 4.0 if owned else last.y - 4.0
    return index, Rect(_MARGIN, y - _BAR / 2, max(60.0, canvas.picture.width - 2 * _MARGIN), _BAR)


def _grown(rect: Rect) -> Rect:
    return Rect(rect.x - 3.0, rect.y - 3.0, rect.width + 6.0, rect.height + 6.0)
