"""The personas of a file: a card each, edited below the list, and whose journey the map tells."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from journey_editor.assets import _
from journey_editor.core.edits.library import add_persona, use_persona, users_of
from journey_editor.core.records import JourneyMap, Persona, Picture
from journey_editor.ui.painter import covering
from journey_editor.ui.panels.inspector.page import Page
from journey_editor.ui.panels.keyed import Keys
from journey_editor.ui.panels.library.fields import Fields
from journey_editor.ui.panels.library.painting import PersonaRows
from journey_editor.ui.panels.library.section import Section, Words
from journey_editor.ui.panels.library.uses import Uses, use_counts
from journey_editor.ui.pieces import quiet_button
from journey_editor.ui.pixels import pixels
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace


class Personas(Section):
    """The panel of personas."""

    def __init__(self, workspace: Workspace, keys: Keys, go: Callable[[str], object]) -> None:
        words = Words(_("Filter {count} personas"), _("Persona"), _("Whose journey is it? Add the first persona."))
        super().__init__(workspace, Persona, words, lambda document: use_counts(document, Persona), keys, go)
        self.fields = Fields(workspace, "persona", self._ask_for_whom)
        self.commit = self.fields.commit
        self._fill()
        rows = PersonaRows(workspace, self.view, lambda each: self.counts.get(each, 0), self._portrait)
        self.view.setItemDelegate(rows)
        self.view.clicked.connect(lambda _index: self._select())

    def _fill(self) -> None:
        self.users = Uses(_("Maps of this persona"), self._go, self._take_away)
        self.using, self.removing = quiet_button(), quiet_button(_("Remove"))
        self.using.clicked.connect(self.apply)
        self.removing.clicked.connect(self.remove)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.using)
        row.addWidget(self.removing)
        row.addStretch(1)
        self.inside.addLayout(row)
        self.inside.addWidget(self.fields)
        self.inside.addWidget(self.users)
        self.inside.addStretch(1)

    def add(self) -> None:
        """Add a persona, called as what was looked for, and ask for its name; a map without one gets it."""
        workspace = self._workspace
        new = add_persona(workspace.document, self.field.text().strip())
        self.field.clear()
        self.view.choose(new)
        self.refresh()
        self.edit()

    def apply(self) -> None:
        """Make the current persona that of the map that is shown, or of no map where it is that."""
        workspace, persona = self._workspace, self.current
        if persona is not None and workspace.has_map:
            use_persona(workspace.document, workspace.map_id, None if self._is_used() else persona.id)

    def edit(self) -> None:
        self._select()
        self.fields.edit("name")

    def remove(self) -> None:
        """Remove the selected personas, and tell whose maps have none now."""
        self.remove_chosen(_("{names} removed; without persona now: {uses}"))

    def offers(self) -> Sequence[tuple[str, Callable[[], object]]]:
        return ((self.using.text(), self.apply), *super().offers())

    def told(self) -> str:
        if self.current is None or not self._workspace.has_map:
            return ""
        return _("Enter takes it off this map.") if self._is_used() else _("Enter makes this map theirs.")

    def show_current(self) -> None:
        workspace, persona = self._workspace, self.current
        assert persona is not None
        self.fields.show_record(persona.id)
        self.using.setText(_("Take off this map") if self._is_used() else _("Use on this map"))
        self.using.setEnabled(workspace.has_map)
        users = users_of(workspace.document, persona.id)
        self.users.show_users(workspace.document, users, workspace.map_id, look_of(workspace.view.theme).map.accent)

    def _ask_for_whom(self, page: Page) -> None:
        """A picture is asked for whoever is selected: let that be who is shown here."""
        for button in page.bound["picture"].widget.findChildren(QPushButton):
            button.pressed.connect(self._select)

    def pictured_at(self, place: QPoint) -> str | None:
        """Return the persona whose row lies at a place, beside the rows the current one; None where there is none."""
        viewport = self.view.viewport()
        index = self.view.indexAt(viewport.mapFrom(self, place))
        record = self.model.record(index) if viewport.rect().contains(viewport.mapFrom(self, place)) else None
        return record.id if record is not None else self.view.current or None

    def _select(self) -> None:
        """Select the current persona, so that it gets the picture that is pasted or chosen next."""
        if self.view.current:
            self._workspace.session.select((self.view.current,))

    def _is_used(self) -> bool:
        shown = self._workspace.document.records.get(self._workspace.map_id)
        return isinstance(shown, JourneyMap) and self.current is not None and shown.persona == self.current.id

    def _take_away(self, map_id: str) -> None:
        use_persona(self._workspace.document, map_id, None)

    def _portrait(self, painter: QPainter, place: QRectF, persona: Persona) -> bool:
        """Paint a persona's picture into a circle; return whether it has one."""
        picture = self._workspace.document.records.get(persona.picture or "")
        image = pixels(picture.data, place.width() * 2) if isinstance(picture, Picture) else None
        if image is None or image.isNull():
            return False
        round_off = QPainterPath()
        round_off.addEllipse(place)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(round_off)
        painter.drawImage(place, image, covering(image.width(), image.height(), 1.0))
        painter.restore()
        return True
