"""The fields of the persona or the piece of evidence that is current, below its list."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journey_editor.ui.panels.inspector.page import Page
from journey_editor.ui.workspace import Workspace


class Fields(QWidget):
    """The page of a kind of record. Another theme gets a new one, since icons have colours; `made` is told of each."""

    def __init__(self, workspace: Workspace, kind: str, made: Callable[[Page], object] = lambda _page: None) -> None:
        super().__init__()
        self._workspace, self._kind, self._made = workspace, kind, made
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.page = self._new()

    def show_record(self, record_id: str) -> None:
        """Show the fields of a record."""
        if self._theme != self._workspace.view.theme:
            old = self.page
            old.commit()
            self.page = self._new()
            old.hide()
            old.deleteLater()
        self.page.show_records((record_id,))

    def edit(self, name: str) -> None:
        """Give the keyboard to a field of words."""
        field = self.page.bound[name].widget
        field.editor.setFocus()  # type: ignore[attr-defined]

    def commit(self) -> None:
        """Take what is being typed."""
        self.page.commit()

    def _new(self) -> Page:
        self._theme = self._workspace.view.theme
        page = Page(self._workspace, self._kind)
        self._made(page)
        self._column.addWidget(page)
        return page
