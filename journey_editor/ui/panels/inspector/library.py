"""What the whole file shares, reached from the map's page: its title and currency, personas, evidence."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journey_editor.assets import _, marked
from journey_editor.core.edits.library import add_evidence, add_persona, all_of
from journey_editor.core.records import Evidence, Persona
from journey_editor.ui.panels.inspector.chips import Chip
from journey_editor.ui.panels.inspector.words import title_of
from journey_editor.ui.pieces import heading, quiet_button
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

SHARED: tuple[tuple[type[Persona] | type[Evidence], str, str], ...] = (
    (Persona, marked("Personas"), marked("Persona")),
    (Evidence, marked("Evidence of this file"), marked("Evidence")),
)


class Library(QWidget):
    """The personas and the evidence of the file: pressed they open, with a way to add one."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)
        workspace.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self, _event: Any = None) -> None:
        document = self._workspace.document
        found = {Persona: all_of(document, Persona), Evidence: all_of(document, Evidence)}
        shown = [(record.id, title_of(record)) for records in found.values() for record in records]
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        good = look_of(self._workspace.view.theme).map.good_shape
        for kind, many, one in SHARED:
            self._column.addWidget(heading(_(many)))
            for record in found[kind]:
                chip = Chip(title_of(record), good if kind is Evidence else "", removable=False)
                chip.opened.connect(lambda record_id=record.id: self._workspace.session.select((record_id,)))
                self._column.addWidget(chip)
            button = quiet_button(f"+ {_(one)}")
            button.clicked.connect(lambda _checked=False, kind=kind: self._add(kind))
            self._column.addWidget(button)
            self._column.addSpacing(8)

    def _add(self, kind: type[Persona] | type[Evidence]) -> None:
        add = add_persona if kind is Persona else add_evidence
        self._workspace.session.select((add(self._workspace.document, ""),))
