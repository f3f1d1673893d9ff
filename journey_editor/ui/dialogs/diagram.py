"""A Mermaid journey that was pasted: what it makes, on this map or as a new one, before it is made."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _
from journey_editor.core.edits.minutes import Landing
from journey_editor.core.words import valence_text
from journey_editor.interchange.journeys import Actors, actors_of, entries_of
from journey_editor.interchange.mermaid import Diagram
from journey_editor.interchange.steps import Steps
from journey_editor.ui.combo import Combo
from journey_editor.ui.dialogs.drafting import Drafted, Drafter, drafting
from journey_editor.ui.dialogs.made import Made
from journey_editor.ui.theme import font, small_font
from journey_editor.ui.workspace import Workspace

SIZE = (720, 640)
ROW = QSize(0, 28)


class PasteDiagram(QDialog):
    """Shows the stages and touchpoints of a diagram. Accepted, `drafted` is to be put onto this map.

    With `wants_new` it is to become a map of its own instead. `new_first` makes that the usual answer.
    """

    def __init__(self, workspace: Workspace, diagram: Diagram, parent: QWidget | None, new_first: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Mermaid journey"))
        self._workspace, self._diagram = workspace, diagram
        self.drafted: Drafted | None = None
        self.wants_new = False
        self._title = QLabel(diagram.title or _("Mermaid journey"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setFont(font(16, 700))
        self.tree = QTreeWidget()
        self.tree.setObjectName("pasted")
        self.made = Made()
        self.actors = Combo()
        self.actors.addItem(_("owners of the touchpoints"), "owners")
        self.actors.addItem(_("personas"), "personas")
        self.actors.setAccessibleName(_("What the diagram’s actors are"))
        self.put = QPushButton(_("Put it on this map"))
        self.new, self.cancel = QPushButton(_("Make a new map")), QPushButton(_("Cancel"))
        self._usual = self.new if new_first or not workspace.has_map else self.put
        self._build()
        self._fill()
        self._drafter = Drafter(self)
        self._drafter.ready.connect(self._show)
        self.actors.currentIndexChanged.connect(lambda _index: self._draft())
        self.put.clicked.connect(self.accept)
        self.new.clicked.connect(self._make_new)
        self.cancel.clicked.connect(self.reject)
        self.resize(*SIZE)
        self._draft()
        self._usual.setFocus()

    @property
    def actors_are(self) -> Actors:
        """What actors become."""
        return self.actors.currentData()

    def done(self, result: int) -> None:
        self._drafter.stop()
        super().done(result)

    def _build(self) -> None:
        self._usual.setProperty("role", "accent")
        for button in (self.cancel, self.new, self.put):
            button.setAutoDefault(button is not self.cancel)
        self._usual.setDefault(True)
        self.tree.setHeaderLabels([_("Touchpoint"), _("Feeling"), _("Actors")])
        self.tree.setAccessibleName(_("The diagram"))
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setFont(small_font(600))
        self.tree.header().setStretchLastSection(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.tree.setColumnWidth(0, 360)
        self.tree.setColumnWidth(1, 80)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        if actors_of(self._diagram):
            buttons.addWidget(QLabel(_("Actors are")))
            buttons.addWidget(self.actors)
        buttons.addStretch(1)
        order = (self.put, self.new) if self._usual is self.new else (self.new, self.put)
        for button in (self.cancel, *order):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addSpacing(8)
        column.addWidget(self.tree, 1)
        column.addSpacing(8)
        column.addWidget(self.made)
        column.addSpacing(8)
        column.addLayout(buttons)

    def _fill(self) -> None:
        for section in self._diagram.sections:
            top = QTreeWidgetItem([section.name or _("Journey")])
            top.setFont(0, font(weight=600))
            top.setSizeHint(0, ROW)
            for task in section.tasks:
                felt = "" if task.valence is None else valence_text(task.valence)
                below = QTreeWidgetItem([task.name, felt, ", ".join(task.actors)])
                below.setSizeHint(0, ROW)
                top.addChild(below)
            self.tree.addTopLevelItem(top)
        self.tree.expandAll()

    def _draft(self) -> None:
        self.drafted = None
        if not self._workspace.has_map:
            self.put.hide()
            self.made.hide()
            return
        self.put.setEnabled(False)
        self.made.say(_("Reading the diagram …"))
        self._drafter.draft(self._steps)

    def _steps(self) -> Steps[Drafted]:
        entries = tuple(entries_of(self._diagram, self.actors_are))
        return drafting(self._workspace, entries, len(entries), Landing(), self._diagram.remarks)

    def _show(self, drafted: Drafted) -> None:
        self.drafted = drafted
        self.made.show_tally(drafted.tally, drafted.remarks, _("line {number}"))
        self.put.setEnabled(drafted.makes_something)

    def _make_new(self) -> None:
        self.wants_new = True
        self.accept()
