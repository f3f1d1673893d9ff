"""The owners of a file: named, coloured, ordered, merged, and given to what is selected on the map."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy

from journey_editor.assets import _
from journey_editor.core.edits.library import users_of
from journey_editor.core.edits.owners import (
    add_owner,
    can_be_owned,
    give_to_owner,
    loads_of,
    merge_owners,
    owners_of,
    recolor_owners,
)
from journey_editor.core.records import Owner, Record
from journey_editor.core.titles import called
from journey_editor.ui.labels import label
from journey_editor.ui.panels.keyed import MERGE_KEY, Keys
from journey_editor.ui.panels.library.colors import Colors
from journey_editor.ui.panels.library.painting import MARK, OwnerRows
from journey_editor.ui.panels.library.section import NAME, Section, Words
from journey_editor.ui.panels.library.uses import summed
from journey_editor.ui.pieces import heading, quiet_button
from journey_editor.ui.theme import small_font
from journey_editor.ui.workspace import Workspace


class Owners(Section):
    """The panel of owners."""

    def __init__(self, workspace: Workspace, keys: Keys, go: Callable[[str], object]) -> None:
        none = _("Nobody is accountable yet. Add the first owner.")
        words = Words(_("Filter {count} owners"), _("Owner"), none)
        super().__init__(workspace, Owner, words, loads_of, keys, go, MARK)
        self._fill()
        self.view.setItemDelegate(OwnerRows(workspace, self.view, lambda owner: self.counts.get(owner, 0)))
        self.view.merged.connect(self.merge)
        self.scroller.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.scroller.setFixedHeight(196)
        self.view.pressed_mark.connect(lambda _record: self.colors.grid.setFocus())

    def _fill(self) -> None:
        self._name = heading(role="")
        self.colors = Colors()
        self.colors.chosen.connect(self._recolor)
        self.used = QLabel()
        self.used.setFont(small_font())
        self.used.setProperty("role", "muted")
        self.used.setWordWrap(True)
        self.merging, self.removing = quiet_button(), quiet_button(_("Remove"))
        self.merging.clicked.connect(self.merge)
        self.removing.clicked.connect(self.remove)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.merging)
        row.addWidget(self.removing)
        row.addStretch(1)
        for each in (self._name, self.colors, self.used):
            self.inside.addWidget(each)
        self.inside.addLayout(row)
        self.inside.addStretch(1)

    def add(self) -> None:
        """Add an owner and ask for its name in place; one that fits the filter is called so."""
        words = self.field.text().strip()
        new = add_owner(self._workspace.document, words)
        self.field.clear()
        if new in self._workspace.document.records:  # the lock may have refused
            self.view.choose(new)
            if not words:
                self.view.setFocus()
                self.view.rename()

    def apply(self) -> None:
        """Give what is selected on the map to the current owner; with nothing there, edit its name."""
        owner, targets = self.current, self._targets()
        if not targets:
            self.edit()
        elif owner is not None:
            give_to_owner(self._workspace.document, owner.id, [each.id for each in targets])

    def edit(self) -> None:
        if not self._workspace.lock.holds():
            self.view.rename()

    def remove(self) -> None:
        """Remove the selected owners, and tell what has none now."""
        self.remove_chosen(_("{names} removed; without owner now: {uses}"))

    def merge(self) -> None:
        """Merge the selected owners into the current one; a single one into another that is asked for."""
        workspace, chosen, kept = self._workspace, self.view.chosen, self.view.current
        if len(chosen) < 2 or kept not in chosen:
            self._ask_merge()
            return
        merge_into(workspace, kept, [each for each in chosen if each != kept])
        self.view.choose(kept)

    def offers(self) -> Sequence[tuple[str, Callable[[], object]]]:
        owner, what = self.current, self._what()
        words = _("Give {what} to {name}").format(what=what, name=called(owner, NAME)) if owner is not None else ""
        giving = ((words, self.apply),) if what else ()
        return (*giving, *super().offers(), (self.merging.text(), self.merge))

    def told(self) -> str:
        owner, targets = self.current, self._targets()
        if len(self.view.chosen) > 1 and owner is not None:
            words = _("{key} merges them into {name}; Del removes them.")
            return words.format(key=MERGE_KEY, name=called(owner, NAME))
        if owner is not None and targets:
            return _("Enter gives {what} to {name}.").format(what=self._what(), name=called(owner, NAME))
        if owner is not None:
            return _("F2 renames, Alt+Up and Down move, = merges. Drag an owner onto a card or a stage.")
        return ""

    def show_current(self) -> None:
        chosen = [each for each in self._chosen() if isinstance(each, Owner)]
        owner = self.current
        assert isinstance(owner, Owner)
        alike = {each.color for each in chosen} or {owner.color}
        names = ", ".join(called(each, NAME) for each in chosen[:3]) + ("…" if len(chosen) > 3 else "")
        self._name.setText(names or called(owner, NAME))
        self.colors.show_color(alike.pop() if len(alike) == 1 else "")
        users = {user.id: user for each in chosen or [owner] for user in users_of(self._workspace.document, each.id)}
        self.used.setText(_("Named by {uses}.").format(uses=summed(users.values())) if users else _("Named nowhere."))
        many = len(chosen) > 1
        self.merging.setText(_("Merge into {name}").format(name=label(called(owner, 14))) if many else _("Merge into…"))
        self.merging.setEnabled(self.model.count > 1)

    def _recolor(self, name: str) -> None:
        recolor_owners(self._workspace.document, self.view.chosen or (self.view.current,), name)

    def _chosen(self) -> list[Record]:
        records = self._workspace.document.records
        return [records[each] for each in self.view.chosen if each in records]

    def _targets(self) -> list[Record]:
        return [each for each in self._workspace.selection if can_be_owned(each)]

    def _what(self) -> str:
        """Return in words what is selected on the map that can have an owner."""
        targets = self._targets()
        return called(targets[0], NAME) if len(targets) == 1 else summed(targets)

    def _ask_merge(self) -> None:
        owner = self.current
        if owner is None:
            return
        menu = QMenu(self)
        for each in owners_of(self._workspace.document):
            if each.id != owner.id:
                menu.addAction(label(called(each, 60)), lambda each=each: self._merge_into(each.id, owner.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.merging.mapToGlobal(QPoint(0, self.merging.height())))

    def _merge_into(self, kept: str, gone: str) -> None:
        merge_into(self._workspace, kept, [gone])
        self.view.choose(kept)


def merge_into(workspace: Workspace, kept: str, gone: list[str]) -> None:
    """Merge owners and say what became of it, with the way back."""
    records = workspace.document.records
    names = ", ".join(called(records[each], NAME) for each in gone[:3]) + ("…" if len(gone) > 3 else "")
    merge_owners(workspace.document, kept, gone)
    if gone[0] not in workspace.document.records:
        words = _("What was of {names} is of {name} now.").format(names=names, name=called(records[kept], NAME))
        workspace.offered.emit(workspace.with_undo(words))
