"""What hangs on a record in the inspector: notes of each kind, opportunities and metrics, added and removed there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from journey_editor.assets import _
from journey_editor.core.edits.attachments import add_metric, add_note, add_opportunity, attached_to
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.votes import votes_of
from journey_editor.core.records import Metric, Note, Opportunity, Record
from journey_editor.core.rows import METRIC, OPPORTUNITY, row_name
from journey_editor.core.titles import in_line
from journey_editor.insight.votes import most_voted
from journey_editor.layout.entries import metric_text
from journey_editor.ui.labels import tip
from journey_editor.ui.panels.inspector.chips import cross, more, plus
from journey_editor.ui.panels.inspector.dots import Dots
from journey_editor.ui.panels.inspector.editors import WordsEditor
from journey_editor.ui.panels.inspector.fields import ATTACHED
from journey_editor.ui.panels.inspector.portion import Portion
from journey_editor.ui.panels.inspector.values import value_from
from journey_editor.ui.pieces import brief_heading, quiet_button
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

TONES = {"pain_point": "pain", OPPORTUNITY: "good"}

FIRST, STEP = 10, 20
"""So many texts of a kind have a field at once, and so many more each time that more are asked for."""


class Entry(QWidget):
    """One attached text: edited in place, opened for all its fields, or taken away."""

    def __init__(self, workspace: Workspace, record_id: str) -> None:
        super().__init__()
        self._workspace, self._record_id = workspace, record_id
        self.join = ""  # of a new one: making it, its first words, or leaving it empty are one step of undo
        record = workspace.document.records[record_id]
        self._naming = type(record).naming
        self.editor = WordsEditor()
        self.editor.setAccessibleName(row_name(note_kind(record)))
        self.editor.committed.connect(self._take)
        self.editor.installEventFilter(self)
        self._open = more(self, _("All about it"))
        self._cross = cross(self, _("Remove (Ctrl+Del)"))
        self._open.clicked.connect(lambda: workspace.session.select((record_id,)))
        self._cross.clicked.connect(self._remove)
        for button in (self._open, self._cross):
            button.hide()
        self.dots = Dots()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.editor, 1)
        row.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignTop)
        self.refresh()

    @property
    def record_id(self) -> str:
        """The record it shows."""
        return self._record_id

    def refresh(self) -> None:
        """Show the record as it is now."""
        record = self._workspace.document.records.get(self._record_id)
        if record is None:
            return
        text = str(record.__dict__[type(record).naming])
        if isinstance(record, Metric) and not self.editor.hasFocus():
            self.editor.setToolTip(tip(" ".join(metric_text(record).split())))
        self.editor.show_text(text, _("Write here"))
        self.dots.show_votes(votes_of(record), look_of(self._workspace.view.theme).map)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._hover(event.gotFocus())
            if event.lostFocus() and event.reason() not in _PASSING and not self.editor.toPlainText().strip():
                self._remove()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            removes = event.key() == Qt.Key.Key_Delete and with_control
            if removes or (event.key() in _UNWRITTEN and not self.editor.toPlainText()):
                self._remove()
                return True
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Let the buttons stand at the end of the text, before the votes."""
        end = self.width() - (self.dots.width() + 6 if not self.dots.isHidden() else 0)
        self._cross.move(end - 26, 2)
        self._open.move(end - 50, 2)

    def _hover(self, inside: bool) -> None:
        shown = inside or self.underMouse() or self.editor.hasFocus()
        for button in (self._open, self._cross):
            button.setVisible(shown)
            button.raise_()

    def _take(self, text: str) -> None:
        if text.strip() and self._record_id in self._workspace.document.records:
            words = value_from("words", text)
            set_field(self._workspace.document, (self._record_id,), self._naming, words, join=self.join)
            self.join = ""

    def _remove(self) -> None:
        document = self._workspace.document
        if self._record_id in document.records:
            with document.transaction(_("Remove note"), self.join):
                remove(document, (self._record_id,))


_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_UNWRITTEN = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape)
"""Keys that take away a text without letters; Ctrl+Del takes away any."""


class Section(QWidget):
    """A heading with a plus, and below it the first entries of one kind; more of them when asked for."""

    def __init__(self, workspace: Workspace, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self._workspace = workspace
        self._on = ""
        self._ids: tuple[str, ...] = ()
        self._first: Sequence[str] = ()  # those with a place before the button
        self._new: set[str] = set()  # what was added here has its place wherever it stands
        self.entries: list[Entry] = []
        self.plus = plus(self, _("Add: {kind}").format(kind=in_line(row_name(kind), 60)))
        self.plus.clicked.connect(self.add)
        self.portion = Portion(FIRST, STEP, self._grow)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(brief_heading(row_name(kind), TONES.get(kind, "muted")), 1)
        head.addWidget(self.plus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self.portion.button)

    def show_records(self, on: str, records: Sequence[Record]) -> None:
        """Show these records, which hang on another one."""
        if on != self._on:
            self._on = on
            self._new.clear()
            self.portion.reset()
        self._ids = tuple(record.id for record in records)
        self._show()

    def _show(self) -> None:
        self._first = first = self.portion.of(self._ids)
        written = {entry.record_id for entry in self.entries if entry.editor.hasFocus()} | self._new
        wanted = [*first, *(each for each in self._ids[len(first) :] if each in written)]
        if wanted != [entry.record_id for entry in self.entries]:
            self._place(wanted, len(first))
        for entry in self.entries:
            entry.refresh()

    def _place(self, wanted: Sequence[str], first: int) -> None:
        """Let these have their places: the first before the button, the others behind it."""
        kept = {entry.record_id: entry for entry in self.entries}
        for entry in self.entries:
            if entry.record_id not in wanted:
                self._column.removeWidget(entry)
                entry.hide()
                entry.deleteLater()
        self.entries = [kept.get(each) or Entry(self._workspace, each) for each in wanted]
        places: list[QWidget] = [*self.entries[:first], self.portion.button, *self.entries[first:]]
        for index, widget in enumerate(places, 1):
            if self._column.indexOf(widget) != index:
                self._column.insertWidget(index, widget)

    def _grow(self) -> None:
        """Show more; the keyboard goes on from where the button was."""
        shown, has_keys = len(self._first), self.portion.button.hasFocus()
        self._show()
        if has_keys and shown < len(self.entries):
            self.entries[shown].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def add(self) -> None:
        """Add an empty one and begin to write it; a click that comes after the record it hangs on went does nothing."""
        if self._on not in self._workspace.document.records:
            return
        join = f"new {self._workspace.document.new_id()}"
        new = add_attached(self._workspace, self._on, self.kind, join)
        self._new.add(new)
        self.show_records(self._on, by_kind(self._workspace, self._on).get(self.kind, ()))
        entry = next((each for each in self.entries if each.record_id == new), None)
        if entry is not None:
            entry.join = join
            entry.editor.setFocus()


class AttachedList(QWidget):
    """All that hangs on one record, by kind; kinds without any have their place where they are usual."""

    def __init__(self, workspace: Workspace, hangs_on: str) -> None:
        super().__init__()
        self._workspace, self._hangs_on = workspace, hangs_on
        self._sections: dict[str, Section] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._record_id = ""
        self._another = quiet_button(f"+ {_('Note')}")
        self._another.setToolTip(_("Add a note of another kind"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._offer)
        self._another.setMenu(self._menu)
        self._column.addWidget(self._another)

    def show_record(self, record: Record) -> None:
        """Show what hangs on a record."""
        self._record_id = record.id
        found = by_kind(self._workspace, record.id)
        wanted = [kind for kind in ORDER if kind in found or kind in ATTACHED.get(self._hangs_on, ())]
        wanted += [kind for kind in found if kind not in ORDER]
        for kind in wanted:
            if kind not in self._sections:
                self._sections[kind] = Section(self._workspace, kind)
        for index, kind in enumerate(wanted):
            if self._column.indexOf(self._sections[kind]) != index:
                self._column.insertWidget(index, self._sections[kind])
        for kind, section in self._sections.items():
            section.setVisible(kind in wanted)
            if kind in wanted:
                section.show_records(record.id, found.get(kind, ()))

    def add(self, kind: str) -> None:
        """Add a text of a kind, which gets its place here, and begin to write it."""
        if kind not in self._sections:
            self._sections[kind] = Section(self._workspace, kind)
        self._sections[kind].show_records(self._record_id, by_kind(self._workspace, self._record_id).get(kind, ()))
        self._sections[kind].add()

    def _offer(self) -> None:
        """Offer the kinds that have no place here yet."""
        self._menu.clear()
        for kind in kinds_for(self._hangs_on):
            if kind not in self._sections or self._sections[kind].isHidden():
                self._menu.addAction(row_name(kind), lambda kind=kind: self.add(kind))

    @property
    def sections(self) -> dict[str, Section]:
        """The sections by kind."""
        return self._sections


ORDER = (
    "goal", "action", "thought", "quote", "expectation", "question", "pain_point", "gain", OPPORTUNITY,
    "success_criterion", "policy", METRIC, "other",
)  # fmt: skip


def by_kind(workspace: Workspace, on: str) -> dict[str, list[Record]]:
    """Return what hangs on a record by kind, the most voted first."""
    found: dict[str, list[Record]] = {}
    document = workspace.document
    notes, opportunities = attached_to(document, on, Note), attached_to(document, on, Opportunity)
    for record in (*notes, *opportunities, *attached_to(document, on, Metric)):
        found.setdefault(note_kind(record), []).append(record)
    return {kind: most_voted(records) for kind, records in found.items()}


def note_kind(record: Record) -> str:
    """Return the kind of row that an attached record belongs to."""
    return record.kind if isinstance(record, Note) else OPPORTUNITY if isinstance(record, Opportunity) else METRIC


def add_attached(workspace: Workspace, on: str, kind: str, join: str = "") -> str:
    """Hang a new empty record of a kind on another one and return its id."""
    document = workspace.document
    label = {OPPORTUNITY: _("Add opportunity"), METRIC: _("Add metric")}.get(kind, _("Add note"))
    with document.transaction(label, join):
        if kind == OPPORTUNITY:
            return add_opportunity(document, on)
        if kind == METRIC:
            return add_metric(document, on)
        return add_note(document, on, kind)


def kinds_for(hangs_on: str) -> tuple[str, ...]:
    """Return the kinds that can hang on a kind of record."""
    return tuple(kind for kind in ORDER if hangs_on != "map" or kind not in (OPPORTUNITY, METRIC))
