"""The page of opportunities: what is worth doing first, as points that are dragged and as a list that follows."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.document import Event
from journey_editor.core.edits.attachments import add_opportunity
from journey_editor.core.records import Opportunity, Record
from journey_editor.core.titles import called
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.labels import label
from journey_editor.ui.opportunities.model import is_late
from journey_editor.ui.pages.empty import Empty
from journey_editor.ui.pages.opportunities.listing import ActionList
from journey_editor.ui.pages.opportunities.matrix import Matrix
from journey_editor.ui.pages.page import EDGE, Go, Page, card
from journey_editor.ui.workspace import Workspace

EXPORT = "export_actions"
"""The action that writes the list into a file."""

_NAMED = 48  # letters in a menu


class OpportunitiesPage(Page):
    """Points at the left, rows at the right; what is taken in one is so in the other, and selected in the window."""

    def __init__(self, workspace: Workspace, go: Go) -> None:
        super().__init__(workspace, go, _("What is worth doing first"))
        self.matrix, self.list = Matrix(workspace), ActionList(workspace)
        self.empty = Empty(
            _("Nothing to weigh yet"),
            _("An opportunity is what could be done about a stage, a card or a way between two. Add one, then drag it "
              "to what it is worth and what effort it takes: quick wins and strategic bets part by themselves."),
        )  # fmt: skip
        self.inside = QStackedWidget()
        both = QWidget()
        self.cards.addWidget(self.inside)
        self._lay_out(both)
        self.inside.addWidget(both)
        self.inside.addWidget(card(self.empty))
        self._make_buttons()
        self.list.filtered.connect(self._filtered)
        for part in (self.matrix, self.list):
            part.chosen.connect(self._take)
            part.led.connect(go)
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self._follow)
        workspace.viewed.connect(self.matrix.arrange)

    def refresh(self) -> None:
        """Show the opportunities of the map as they are now."""
        self.list.refresh()
        self.matrix.fill(self.list.model.rows)
        everything = self.list.model.all_of_map()
        self.inside.setCurrentIndex(0 if everything else 1)
        self.export.setVisible(bool(everything) and self._exporting() is not None)
        self.say(said(everything, date.today()))
        self._follow()

    def take_keyboard(self) -> None:
        (self.list.table if self.list.model.rows else self.add).setFocus()

    def do(self, what: str) -> None:
        """Ask what a new opportunity is for."""
        if what == "new_opportunity":
            self.menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    # inside

    def _lay_out(self, both: QWidget) -> None:
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EDGE)
        row.addWidget(card(self.matrix, 0), 744)
        row.addWidget(card(self.list, 0), 784)

    def _make_buttons(self) -> None:
        self.export = QPushButton(_("Export the list"))
        self.export.clicked.connect(self._export)
        self.buttons.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        self.add = QPushButton(_("Add opportunity"))
        self.add.setProperty("role", "accent")
        self.menu = QMenu(self.add)
        self.menu.aboutToShow.connect(self._offer_places)
        self.add.setMenu(self.menu)
        self.buttons.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)

    def _export(self) -> None:
        """Do what the menu does: actions of a window are known by their names."""
        action = self._exporting()
        if action is not None:
            action.trigger()

    def _exporting(self) -> QAction | None:
        found = self.window().findChild(QAction, EXPORT)
        return found if isinstance(found, QAction) else None

    def _offer_places(self) -> None:
        """Offer what is selected, or what the selected opportunity hangs on, and all stages."""
        self.menu.clear()
        workspace = self.workspace
        places: list[Record] = list(workspace.document.journey(workspace.map_id).stages)
        if (holder := workspace.holder) is not None:
            places = [holder, *(each for each in places if each.id != holder.id)]
        for each in places:
            words = _("To “{name}”").format(name=called(each, _NAMED))
            action = self.menu.addAction(label(words))
            action.triggered.connect(lambda _on=False, on=each.id: self.add_to(on))
        if places:
            self.menu.setActiveAction(self.menu.actions()[0])
        else:
            self.menu.addAction(_("Make a stage first")).setEnabled(False)

    def add_to(self, on: str) -> None:
        """Add an opportunity to a record, and let it be named in the list."""
        document = self.workspace.document
        if on not in document.records:
            return
        step = f"new opportunity {document.new_id()}"
        with document.transaction(_("Add opportunity"), step):
            made = add_opportunity(document, on)
        self.list.model.step = made, step
        self.list.show_all()
        self.refresh()
        self.workspace.session.select((made,))
        self.list.edit_name(made)

    def _filtered(self) -> None:
        self.matrix.fill(self.list.model.rows)
        self._follow()

    def _take(self, record_id: str) -> None:
        self.workspace.session.select((record_id,) if record_id else ())

    def _follow(self) -> None:
        if self.isVisible():
            current = self.workspace.session.current or ""
            self.list.choose(current)
            self.matrix.choose(current if self.list.model.place(current) is not None else "")

    def _hear(self, event: Event) -> None:
        if not self.isVisible():
            return
        if event.origin == "preview":
            self.list.preview()
            self.list.choose(self.workspace.session.current or "")
        elif self.workspace.has_map:
            gone = next(
                (place for each in event.change.removed if (place := self.list.model.place(each.id)) is not None), None
            )
            self.list.refresh()
            rows = self.list.model.rows
            if event.origin == "user" and gone is not None and rows:
                self._take(rows[min(gone, len(rows) - 1)].id)  # what came in the place of what was removed
            self.refresh()


def said(everything: tuple[Opportunity, ...], today: date) -> str:
    """Return what is said below the title."""
    if not everything:
        return ""
    count = len(everything)
    words = [ngettext("{count} opportunity", "{count} opportunities", count).format(count=count)]
    late = sum(is_late(each, today) for each in everything)
    if late:
        words.append(ngettext("{count} overdue", "{count} overdue", late).format(count=late))
    words.append(_("worth is the mean of impact, value and alignment"))
    words.append(_("drag a point, the list follows"))
    return SEPARATOR.join(words)
