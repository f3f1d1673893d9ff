"""The right side of the window: the page of what is selected, in step with map and outline."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.document import Event
from journey_editor.core.records import JourneyMap, Note, Opportunity, Record, Touchpoint
from journey_editor.core.titles import shortened
from journey_editor.ui.labels import label
from journey_editor.ui.panels.inspector.order import beyond, in_reading_order
from journey_editor.ui.panels.inspector.page import Page
from journey_editor.ui.panels.inspector.words import title_of
from journey_editor.ui.pieces import PageScroller, quiet_button
from journey_editor.ui.workspace import Workspace

WIDTH = 304
"""Of the inspector in pixels: fields of 256 and margins of 24."""

WAIT = 40
"""Milliseconds until an edit is followed that is not about what is shown: whoever types line after line sees the map
first."""

_HEAD = ""
"""The id of the file itself."""


class Inspector(QFrame):
    """Shows every field of the selected records; of the map and the file where nothing is selected."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(520)
        self.setAccessibleName(_("Inspector"))
        self._workspace = workspace
        self._pages: dict[str, Page] = {}
        self._theme = workspace.view.theme
        self._shown: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._inside = QWidget()
        self._inside.setObjectName("inspectorPage")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(23, 20, 14, 0)  # the scroll bar stands in the margin
        self._column.setSpacing(0)
        self._back = quiet_button()
        self._back.clicked.connect(self._go_back)
        self._column.addWidget(self._back)
        self._column.addStretch(1)
        self.scroller = PageScroller(self._inside)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT)
        self._later.timeout.connect(self.follow)
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self._follow_selection)
        workspace.viewed.connect(self._dress)
        self.follow()

    def page(self, kind: str) -> Page:
        """Return the page of a kind, made when it is first asked for."""
        if kind not in self._pages:
            self._pages[kind] = page = Page(self._workspace, kind)
            last = self._pages.get("file") if kind == "map" else None  # the map comes before its file
            self._column.insertWidget(self._column.indexOf(last) if last else self._column.count() - 1, page)
        return self._pages[kind]

    def shown_pages(self) -> tuple[Page, ...]:
        """Return the pages that are shown now."""
        return tuple(self._pages[kind] for kind, _ids in self._shown)

    def commit(self) -> None:
        """Hand on what is being typed."""
        for page in self.shown_pages():
            page.commit()

    def type_field(self, name: str) -> bool:
        """Give the keyboard to a field of what is selected; returns whether it is there."""
        self.follow()
        for page in self.shown_pages():
            if (field := page.field(name)) is not None:
                self.scroller.ensureWidgetVisible(field)
                takes = (each for each in (field, *field.findChildren(QWidget)) if _takes_keys(each))
                next(takes, field).setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def follow(self) -> None:
        """Show what is selected now. The keyboard stays with the inspector, if it has it and its field goes."""
        self._later.stop()
        has_keys = self._has_keys()
        wanted = self._wanted()
        for kind, page in tuple(self._pages.items()):
            if kind not in dict(wanted):
                if page.isVisibleTo(self):
                    page.commit()
                page.hide()
                page.subject.ids = ()
        wanted = self._wanted()  # hiding a page ends what is typed there, and that may have led elsewhere
        changed = wanted != self._shown
        self._shown = wanted
        for kind, ids in wanted:
            page = self.page(kind)
            page.show_records(ids)
            page.show()
        self._show_frame()
        if changed:
            self.scroller.verticalScrollBar().setValue(0)
        if has_keys and not self._has_keys():
            self._take_keys()

    def _has_keys(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.isAncestorOf(here) and here.isVisibleTo(self)

    def _take_keys(self) -> None:
        """Give the keyboard to the first thing that takes it."""
        inside = in_reading_order(self)
        if inside:
            inside[0].setFocus(Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as the page is read: what was made later stands no later for it."""
        here = QApplication.focusWidget()
        inside = in_reading_order(self)
        if here is None or here not in inside:
            return super().focusNextPrevChild(next)
        place = inside.index(here) + (1 if next else -1)
        there = inside[place] if 0 <= place < len(inside) else beyond(self, here, next)
        if there is None:
            return False
        there.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def _dress(self) -> None:
        """Make the pages anew in the colours of another theme: their icons were made in those of the old one."""
        if self._workspace.view.theme == self._theme:
            return
        self._theme = self._workspace.view.theme
        self.commit()
        for page in self._pages.values():
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages = {}
        self._shown = ()
        self.follow()

    def _follow_selection(self) -> None:
        self.commit()
        if not self._later.isActive():  # else an edit elsewhere led here, and what it made is shown with it
            self.follow()

    def _hear(self, event: Event) -> None:
        if event.origin == "preview" or not self._concerns(event):
            self._later.start(0 if event.origin == "preview" else WAIT)  # the map comes first
        else:
            self.follow()

    def _concerns(self, event: Event) -> bool:
        """Whether an edit is about what is shown, what hangs on it, or what it may name."""
        shown = {record_id for _kind, ids in self._shown for record_id in ids}
        return any(
            not isinstance(record, Touchpoint | Note | Opportunity)
            or record.id in shown
            or (not isinstance(record, Touchpoint) and record.on in shown)
            for _id, before, after in event.change
            for record in (before, after)
            if record is not None
        )

    def _wanted(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        workspace = self._workspace
        selected = workspace.selection
        kinds = dict.fromkeys(record.kind_name for record in selected)
        if kinds:
            return (("+".join(sorted(kinds)), tuple(record.id for record in selected)),)
        if workspace.has_map:
            return (("map", (workspace.map_id,)), ("file", (_HEAD,)))
        return (("file", (_HEAD,)),)

    def _show_frame(self) -> None:
        holder = self._holder()
        self._back.setVisible(holder is not None)
        if holder is not None:
            self._back.setText(f"‹ {label(shortened(title_of(holder), 34))}")

    def _holder(self) -> Record | None:
        """Return where one comes back to from a record that is not on the map by itself."""
        selected = self._workspace.selection
        if len(selected) != 1:
            return None
        record = selected[0]
        records = self._workspace.document.records
        if record.kind_name in ("note", "opportunity", "metric"):
            return records.get(record.__dict__["on"])
        if record.kind_name in ("persona", "evidence", "picture", "file"):
            return records.get(self._workspace.map_id)
        return None

    def _go_back(self) -> None:
        holder = self._holder()
        if holder is None or isinstance(holder, JourneyMap):
            self._workspace.session.clear()
        else:
            self._workspace.session.select((holder.id,))


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
