"""The scene of one map: lays it out after each edit, compares with the last picture and repaints what differs."""

from datetime import date

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QGraphicsScene

from journey_editor.core.letters import lane_letters, stage_letters
from journey_editor.core.records import Attached
from journey_editor.layout.delta import difference
from journey_editor.layout.hints import no_map
from journey_editor.layout.keys import with_keys
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Picture
from journey_editor.layout.style import Style
from journey_editor.picture import draw
from journey_editor.ui.canvas.items import Overlay, Sheet
from journey_editor.ui.curve import Curve
from journey_editor.ui.painter import color
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

AROUND = 400.0
"""Points around a map in which guides may be drawn."""

_RINGED = ("card", "stage", "lane", "note", "arrow", "feeling", "persona", "title", "row")
"""What is ringed when its record is selected: the first of these that shows it."""


class MapScene(QGraphicsScene):
    """The picture of the workspace's map, kept in step with it by `refresh`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.curve = Curve(self._seen, lambda: QTimer.singleShot(0, self, self._settle_curve))
        self.sheet = Sheet(self.curve)
        self.held = ""  # the cell or the name of a row that hands are on, as it is called in the picture
        self.overlay = Overlay()
        self.addItem(self.sheet)
        self.addItem(self.overlay)
        self.style: Style = look_of(workspace.view.theme).map
        self.picture: Picture = picture_of(workspace)
        self._show_all()
        workspace.dimmed.connect(self.dim)

    def refresh(self) -> None:
        """Lay the map out as it is now and repaint what differs."""
        before, self.picture = self.picture, picture_of(self._workspace)
        self.dim()
        style = look_of(self._workspace.view.theme).map
        if style is not self.style:
            self.style = style
            self._show_all()
            return
        delta = difference(before, self.picture)
        if delta:
            self.sheet.change(self.picture, delta)
            self._resize()
            self._keep_hover()
        self.ring_selected()

    def turn(self) -> None:
        """Show another map: nothing of it is looked for in the last picture."""
        self.picture = picture_of(self._workspace)
        self.style = look_of(self._workspace.view.theme).map
        self.overlay.hover(None)
        self._show_all()

    def ring_selected(self) -> None:
        """Ring what is selected; what the map does not show itself, by what it hangs on."""
        found: dict[tuple[str, str], Element] = {}
        for record in self._workspace.selection:
            element = self.element_of(record.id)
            if element is None and isinstance(record, Attached) and record.on != record.map and not self.held:
                element = self.element_of(record.on)
            bar = self.sheet.index.showing(record.id, "span")
            for each in filter(None, (element, bar)):
                found[each.key] = each
        held = self.element_of(self.held) if self.held else None
        carried = (self.element_of(each.on) for each in self._workspace.selection if isinstance(each, Attached))
        kin = tuple(each for each in carried if each is not None and each.role == "card" and each.key not in found)
        self.overlay.ring((*found.values(), *((held,) if held is not None else ())), kin)

    def element_of(self, record: str) -> Element | None:
        """Return the element that shows a record, the one a person would point at."""
        return self.sheet.index.showing(record, *_RINGED)

    def end(self) -> None:
        """Let go of all items: left to the end of the interpreter they can crash it."""
        self._workspace.dimmed.disconnect(self.dim)
        self.overlay.show_guide(None)
        for item in self.items():
            self.removeItem(item)
        self.curve.end()

    def _show_all(self) -> None:
        self.overlay.accent = self.style.accent
        self.dim()
        self.sheet.fill(self.picture, self.style)
        self.setBackgroundBrush(QBrush(color(self.style.paper)))
        self._resize()
        self.ring_selected()
        self.overlay.update()

    def _settle_curve(self) -> None:
        """Draw the curve where a card came or went."""
        stretch, band = self.curve.settle(), self.picture.grid.band
        if stretch is not None and band is not None:
            self.update(QRectF(band.x + stretch[0] - 2, band.y, stretch[1] - stretch[0] + 4, band.height))

    def dim(self) -> None:
        """Draw at low strength what is not shown now."""
        workspace = self._workspace
        self.sheet.dim_all_but(workspace.shown if workspace.dims and workspace.has_map else None)

    def _keep_hover(self) -> None:
        """Let go of what was under the pointer where the map moved it away."""
        hovered = self.overlay.hovered
        if hovered is not None:
            now = self.sheet.index.showing(hovered.record, hovered.role)
            self.overlay.hover(now if now is not None and now.rect == hovered.rect else None)

    def _resize(self) -> None:
        bounds = QRectF(0.0, 0.0, self.picture.width, self.picture.height)
        self.setSceneRect(bounds)
        self.overlay.resize(bounds.adjusted(-AROUND, -AROUND, AROUND, AROUND))

    def _seen(self) -> tuple[float, float]:
        views = self.views()
        if not views:
            return 0.0, self.picture.width
        rect = views[0].mapToScene(views[0].viewport().rect()).boundingRect()
        return rect.left(), rect.right()


def picture_of(workspace: Workspace) -> Picture:
    """Return the picture of the map that is shown, in its theme and today; how to begin one where the file has none."""
    view = workspace.view
    if not workspace.has_map:
        return no_map(Options(style=look_of(view.theme).map))
    options = Options(
        style=look_of(view.theme).map, today=date.today(), overlay=view.overlay, rows=view.rows, persona=view.persona
    )
    journey = workspace.document.journey(workspace.map_id)
    picture = draw(journey, options)
    if not view.keys:
        return picture
    lanes = {lane.id: letters for lane, letters in lane_letters(journey).items()}
    return with_keys(picture, stage_letters(journey), lanes, options.style)
