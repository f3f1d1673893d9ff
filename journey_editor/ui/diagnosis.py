"""What a window brings for findings: the panel beside the map, the badges on it, and how both lead to a place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from journey_editor.assets import _
from journey_editor.core.records import JourneyMap, Record, carrier_of, map_of
from journey_editor.insight.finding import Finding, Key
from journey_editor.ui.canvas.badges import Badges
from journey_editor.ui.canvas.view import CanvasView
from journey_editor.ui.panels.findings.panel import FindingPanel
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.workspace import Workspace


class Diagnosis:
    """The panel stands where the inspector does: one comes, the other goes."""

    def __init__(
        self,
        workspace: Workspace,
        canvas: CanvasView,
        inspector: Inspector,
        preferences: Preferences,
        do: Callable[[str], Any],
    ) -> None:
        self._workspace, self._canvas, self._inspector = workspace, canvas, inspector
        self._preferences, self._do = preferences, do
        self._stood_for: QWidget | None = None
        self.panel = FindingPanel(workspace, canvas.handle_key)
        self.badges = Badges(workspace, canvas)
        self.panel.led.connect(self.lead)
        self.panel.left.connect(canvas.setFocus)
        self.panel.closed.connect(lambda: self.show(False))
        self.panel.field_asked.connect(self.type_field)
        self.panel.made.connect(self._look_at)
        self.badges.pressed.connect(self.choose)
        workspace.listed.turned.connect(self._follow)

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what a window can do with it."""
        return {
            "findings": self.toggle,
            "inspector": self.toggle_inspector,
            "next_finding": lambda: self.walk(1),
            "last_finding": lambda: self.walk(-1),
        }

    def shown(self) -> dict[str, Callable[[], bool]]:
        """Return what of it is on."""
        return {
            "findings": lambda: self._workspace.listed.is_shown,
            "inspector": lambda: not self._inspector.isHidden(),
        }

    def toggle(self) -> None:
        """Show panel and badges with the keyboard in the panel, or hide them."""
        if self._workspace.listed.is_shown:
            self.show(False)
            self._canvas.setFocus()
        else:
            self.show(True)
            self.panel.take_keyboard()

    def show(self, is_shown: bool) -> None:
        """Show panel and badges, or hide them."""
        self._workspace.listed.show(is_shown)
        if is_shown:
            self._follow()
        self._preferences.keep_choices(findings="shown" if is_shown else "hidden")

    def toggle_inspector(self) -> None:
        """Show the inspector in the panel's place, or hide it."""
        is_hidden = self._inspector.isHidden()
        self._stood_for = None
        if is_hidden:
            self.panel.hide()
        self._inspector.setVisible(is_hidden)

    def restore(self) -> None:
        """Show them if they were shown when the last window was closed."""
        if self._preferences.choice("findings", "hidden") == "shown":
            self._workspace.listed.show(True)
            self._stood_for = self._inspector

    def walk(self, way: int) -> None:
        """Go to the next finding (1) or the one before (-1)."""
        if self._workspace.findings.overview is None:
            self._workspace.findings.settle()
        self.show(True)
        found = self._workspace.listed.step(way)
        if found is not None:
            self.lead(found)
        else:
            self._workspace.noticed.emit(_("Nothing was found that needs a look."))

    def choose(self, key: Key) -> None:
        """Stand at a finding whose badge was pressed."""
        finding = self._workspace.findings.known(key)
        if finding is not None:
            self.show(True)
            self._workspace.listed.point(key)
            self.lead(finding)

    def lead(self, finding: Finding) -> None:
        """Select what a finding is about and bring it into sight."""
        records = self._workspace.document.records
        here = [each for one in finding.records if (each := records.get(one)) is not None]
        about = [each for each in here if map_of(each) == self._workspace.map_id and not isinstance(each, JourneyMap)]
        self._workspace.session.select(each.id for each in about)
        if about:
            self._reveal(about[0])

    def type_field(self, record: str, field: str) -> None:
        """Let a field be typed, in the inspector; without a record, show the list of evidence."""
        if not record:
            self._do(field)
            return
        found = self._workspace.document.records.get(record)
        if found is None:
            return
        self._panel_gives_way()
        self._workspace.session.select(() if isinstance(found, JourneyMap) else (record,))
        if not isinstance(found, JourneyMap):
            self._reveal(found)
        self._inspector.type_field(field)

    # inside

    def _follow(self) -> None:
        if self._workspace.listed.is_shown:
            if not self._inspector.isHidden():
                self._stood_for = self._inspector
                self._inspector.hide()
            self.panel.show()
        else:
            self.panel.hide()
            if self._stood_for is not None:
                self._stood_for.show()
                self._stood_for = None

    def _panel_gives_way(self) -> None:
        """Show the inspector in the panel's place; badges stay, and F4 brings the panel back."""
        self.panel.hide()
        self._inspector.show()

    def _look_at(self, record_id: str) -> None:
        record = self._workspace.document.records.get(record_id)
        if record is not None:
            self._workspace.session.select((record_id,))
            self._reveal(record)

    def _reveal(self, record: Record) -> None:
        shown: Record | None = record
        while shown is not None and self._canvas.element_of(shown.id) is None:
            carrier = carrier_of(shown)
            shown = self._workspace.document.records.get(carrier) if carrier is not None else None
        if shown is not None:
            self._canvas.ensure_visible(shown.id)
