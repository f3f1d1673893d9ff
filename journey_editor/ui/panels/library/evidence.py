"""The evidence of a file: where claims come from, and what rests on it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from journey_editor.assets import _
from journey_editor.core.edits.library import (
    add_evidence,
    can_be_backed,
    detach_evidence,
    toggle_evidence,
    users_of,
)
from journey_editor.core.records import Evidence, Record
from journey_editor.core.titles import called
from journey_editor.ui.combo import Combo
from journey_editor.ui.panels.inspector.words import word_of
from journey_editor.ui.panels.keyed import Keys
from journey_editor.ui.panels.library.fields import Fields
from journey_editor.ui.panels.library.model import Order
from journey_editor.ui.panels.library.painting import MARK, EvidenceRows
from journey_editor.ui.panels.library.section import NAME, Section, Words
from journey_editor.ui.panels.library.uses import Uses, summed, use_counts
from journey_editor.ui.pieces import quiet_button
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace


class EvidenceLibrary(Section):
    """The panel of evidence."""

    def __init__(self, workspace: Workspace, keys: Keys, go: Callable[[str], object]) -> None:
        none = _("No evidence yet. Add interviews, tickets or numbers, and attach them to what they show.")
        words = Words(_("Search {count} sources"), _("Evidence"), none)
        super().__init__(workspace, Evidence, words, lambda document: use_counts(document, Evidence), keys, go, MARK)
        self.fields = Fields(workspace, "evidence")
        self.commit = self.fields.commit
        self._fill()
        rows = EvidenceRows(workspace, self.view, lambda each: self.counts.get(each, 0), self._share)
        self.view.setItemDelegate(rows)
        self.sorting = Combo()
        self.sorting.setAccessibleName(_("Order"))
        self.sorting.setFixedWidth(104)
        for words in (_("In order"), _("Newest first"), _("By source")):
            self.sorting.addItem(words)
        self.sorting.activated.connect(lambda index: self.model.sort_by(_ORDERS[index]))
        self.more.addWidget(self.sorting)
        self.view.pressed_mark.connect(lambda _record: self.apply())

    def _fill(self) -> None:
        self.users = Uses(_("Rests on it"), self._go, self._detach)
        self.removing = quiet_button(_("Remove"))
        self.removing.clicked.connect(self.remove)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.removing)
        row.addStretch(1)
        self.inside.addWidget(self.fields)
        self.inside.addLayout(row)
        self.inside.addWidget(self.users)
        self.inside.addStretch(1)

    def add(self) -> None:
        """Add a piece of evidence, called as what was looked for, and ask for its title."""
        new = add_evidence(self._workspace.document, self.field.text().strip())
        self.field.clear()
        self.view.choose(new)
        self.refresh()
        self.edit()

    def apply(self) -> None:
        """Let what is selected on the map rest on the current evidence, or no more; without that, edit it."""
        targets, evidence = self._targets(), self.current
        if evidence is None:
            return
        if not targets:
            self._workspace.noticed.emit(_("Select a card, a stage, an arrow or a text on the map that rests on it."))
            return
        toggle_evidence(self._workspace.document, evidence.id, [each.id for each in targets])

    def edit(self) -> None:
        self.fields.edit("title")

    def remove(self) -> None:
        """Remove the selected pieces, and tell what rests on one less now."""
        self.remove_chosen(_("{names} removed; it backed {uses}"))

    def offers(self) -> Sequence[tuple[str, Callable[[], object]]]:
        targets, evidence = self._targets(), self.current
        if evidence is None or not targets:
            return super().offers()
        what = called(targets[0], NAME) if len(targets) == 1 else summed(targets)
        words = _("Take off {what}") if self._share(evidence.id) == 1.0 else _("Attach to {what}")
        return ((words.format(what=what), self.apply), *super().offers())

    def told(self) -> str:
        targets, evidence = self._targets(), self.current
        if evidence is None:
            return ""
        if not targets:
            return _("Drag it onto a card, a stage, an arrow or a text; or select one there and press Enter here.")
        what = called(targets[0], NAME) if len(targets) == 1 else summed(targets)
        if self._share(evidence.id) == 1.0:
            return _("Enter takes it off {what}.").format(what=what)
        return _("Enter attaches it to {what}.").format(what=what)

    def show_current(self) -> None:
        evidence = self.current
        assert isinstance(evidence, Evidence)
        self.fields.show_record(evidence.id)
        workspace = self._workspace
        users = users_of(workspace.document, evidence.id)
        self.users.show_users(workspace.document, users, workspace.map_id, look_of(workspace.view.theme).map.good_shape)

    def _targets(self) -> list[Record]:
        return [each for each in self._workspace.selection if can_be_backed(each)]

    def _share(self, evidence: str) -> float | None:
        """Return which part of what is selected on the map rests on it, None where nothing is that could."""
        targets = self._targets()
        return sum(evidence in each.__dict__["evidence"] for each in targets) / len(targets) if targets else None

    def _detach(self, user: str) -> None:
        detach_evidence(self._workspace.document, (self.view.current,), (user,))


def _by_date(record: Record) -> Any:
    day = record.date if isinstance(record, Evidence) else None
    return (day is None, -day.toordinal() if day else 0)


def _by_source(record: Record) -> Any:
    source = record.source if isinstance(record, Evidence) else "other"
    return (source == "other", word_of("source", source).casefold(), called(record).casefold())


_ORDERS: tuple[Order | None, ...] = (None, _by_date, _by_source)
