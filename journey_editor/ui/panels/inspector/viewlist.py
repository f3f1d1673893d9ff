"""The views of a map in the inspector: pressed one is shown, its cross takes it away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.views import remove_view
from journey_editor.core.facets import living
from journey_editor.core.parts import MapView
from journey_editor.core.records import JourneyMap, Record
from journey_editor.ui.panels.inspector.chips import FIRST, STEP, Chip
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.portion import Portion
from journey_editor.ui.panels.inspector.subject import Bound, Subject
from journey_editor.ui.pieces import heading


class ViewList(QWidget):
    """A chip for each view of one map, for the first of very many."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self._shown: tuple[MapView, ...] | None = None
        self._views: tuple[MapView, ...] = ()
        self.portion = Portion(FIRST, STEP, self._show)
        self._chips: list[Chip] = []
        self._none = heading(_("None saved"))
        self._none.setFixedHeight(28)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._none)
        self._column.addWidget(self.portion.button)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips of the views, in their order."""
        return tuple(self._chips)

    def show_views(self, views: tuple[MapView, ...]) -> None:
        """Show the views of a map."""
        if not views or not self._views or views[0] != self._views[0]:
            self.portion.reset()  # another map's
        self._views = views
        self._none.setVisible(not views)
        self._show()

    def _show(self) -> None:
        views = tuple(self.portion.of(self._views))
        if views == self._shown:
            return
        has_keys, before = self.portion.button.hasFocus(), len(self._shown or ())
        self._shown = views
        for chip in self._chips:
            self._column.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for view in views:
            chip = Chip(view.name or _("View without a name"))
            chip.opened.connect(lambda view=view: self._open(view))
            chip.removed.connect(lambda view=view: self._remove(view.name))
            self._column.insertWidget(self._column.count() - 1, chip)
            chip.show()
            self._chips.append(chip)
        if has_keys and before < len(views):
            self._chips[before].setFocus()

    def _open(self, view: MapView) -> None:
        workspace = self._subject.workspace
        workspace.show(only=living(workspace.document, view))

    def _remove(self, name: str) -> None:
        remove_view(self._subject.workspace.document, self._subject.ids[0], name)


def views_bound(_spec: FieldSpec, subject: Subject) -> Bound:
    """Return the list of a map's views."""
    found = ViewList(subject)

    def show(records: Sequence[Record]) -> None:
        record = records[0] if len(records) == 1 else None
        found.show_views(record.views if isinstance(record, JourneyMap) else ())

    return Bound(found, show)
