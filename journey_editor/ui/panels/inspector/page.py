"""A page of the inspector: kind, title, the usual fields, what hangs on the record, and the others under "More"."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.edits.fields import common_value
from journey_editor.core.edits.votes import votes_of
from journey_editor.core.records import Record
from journey_editor.core.words import kind_name
from journey_editor.insight.votes import votes_text
from journey_editor.ui.panels.inspector.assignment import candidates
from journey_editor.ui.panels.inspector.attached import AttachedList
from journey_editor.ui.panels.inspector.binding import Bound, Subject, bind, exact_feeling
from journey_editor.ui.panels.inspector.chips import ManyChips
from journey_editor.ui.panels.inspector.fields import FieldSpec, specs_of
from journey_editor.ui.panels.inspector.library import Library
from journey_editor.ui.panels.inspector.moment import MomentCard
from journey_editor.ui.panels.inspector.numbers import group_for
from journey_editor.ui.panels.inspector.review import ReviewLine
from journey_editor.ui.panels.inspector.words import title_of
from journey_editor.ui.panels.inspector.worth import worth_group
from journey_editor.ui.pieces import heading, quiet_button
from journey_editor.ui.theme import look_of, small_font
from journey_editor.ui.workspace import Workspace

LABEL = 72
"""Width of the column of labels, in pixels; 8 more lie between it and the editors."""


class Page(QWidget):
    """All fields of one kind of record, or those that several kinds, joined by "+", have in common."""

    def __init__(self, workspace: Workspace, kind: str) -> None:
        super().__init__()
        self.setObjectName("inspectorPage")
        self.kind = kind
        self.subject = Subject(workspace)
        self.bound: dict[str, Bound] = {}
        self.moment: MomentCard | None = None
        self.evidence: ManyChips | None = None
        self.attached: AttachedList | None = None
        self.review: ReviewLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 24)
        self._column.setSpacing(8)
        self._heading = heading()
        self._column.addWidget(self._heading)
        specs = specs_of(kind)
        self.group = worth_group(kind, self.subject, specs) or group_for(kind, self.subject, specs)
        grouped = self.group.bound if self.group is not None else {}
        for spec in specs:
            if spec.name in grouped:
                self._place_group()
            elif spec.usual:
                self._add(spec, self._column)
            if spec.editor == "cadence":
                self.review = ReviewLine(self.subject)
                self._column.addWidget(self.review)
        if kind in ("touchpoint", "stage", "transition", "map"):
            self.attached = AttachedList(workspace, kind)
            self._column.addSpacing(4)
            self._column.addWidget(self.attached)
        self._place_parts(specs)
        self._more = QWidget()
        self._fold = quiet_button()
        self._build_more([spec for spec in specs if not spec.usual and spec.name not in grouped])
        if kind == "map":
            self._column.addWidget(Library(workspace))
        self._column.addStretch(1)

    def show_records(self, ids: Sequence[str]) -> None:
        """Show other records; what was typed for those before is taken first."""
        if tuple(ids) != self.subject.ids:
            self.commit()
            self.subject.ids = tuple(ids)
        self.refresh()

    def refresh(self) -> None:
        """Show the records as they are now."""
        records = self.subject.records()
        if not records:
            return
        self._heading.setText(heading_of(records))
        for bound in self.bound.values():
            bound.show(records)
        if self.group is not None:
            self.group.show_records(records)
        if self.moment is not None:
            self.moment.show_records(records)
        if self.review is not None:
            self.review.show_records(records)
        if self.evidence is not None:
            self._show_evidence(records)
        if self.attached is not None:
            self.attached.setVisible(len(records) == 1)
            if len(records) == 1:
                self.attached.show_record(records[0])

    def commit(self) -> None:
        """Hand on what is being typed."""
        for bound in self.bound.values():
            bound.commit()
        if self.group is not None:
            self.group.commit()
        if self.moment is not None:
            self.moment.commit()

    def fields(self) -> frozenset[str]:
        """Return the fields that can be edited here, parts of records included."""
        found = set(self.bound)
        if self.moment is not None:
            found |= {"moment", *self.moment.bound}
        if self.evidence is not None:
            found.add("evidence")
        return frozenset(found)

    def field(self, name: str) -> QWidget | None:
        """Return what edits a field, unfolded where it is one of the less usual ones."""
        grouped = self.group.bound if self.group is not None else {}
        bound = self.bound.get(name) or grouped.get(name) or (self.moment.bound.get(name) if self.moment else None)
        if bound is None:
            return None
        if self._more.isAncestorOf(bound.widget):
            self.unfold(True)
        return bound.widget

    def unfold(self, is_open: bool) -> None:
        """Show the fields that are less usual, or hide them."""
        self._more.setVisible(is_open)
        self._fold.setText(_("Less") if is_open else _("More"))

    def _add(self, spec: FieldSpec, column: QVBoxLayout) -> None:
        if spec.editor in ("moment", "evidence"):
            return
        bound = bind(spec, self.subject)
        self.bound[spec.name] = bound
        if spec.editor in ("title", "segments"):
            column.addWidget(bound.widget)
            column.addSpacing(4)
            return
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = QLabel(_(spec.label))
        label.setFont(small_font())
        label.setProperty("role", "muted")
        label.setFixedWidth(LABEL)
        label.setFixedHeight(34 if spec.editor == "feels" else 28)
        label.setToolTip(_(spec.label) if label.sizeHint().width() > LABEL else "")
        label.setBuddy(bound.widget)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        if spec.name == "emotion.word":
            exact = exact_feeling(next(each for each in specs_of(self.kind) if each.editor == "feels"), self.subject)
            self.bound["emotion.valence:exact"] = exact
            row.addWidget(exact.widget, 0, Qt.AlignmentFlag.AlignTop)
            row.setSpacing(4)
            row.insertSpacing(1, 4)
        row.addWidget(bound.widget, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def _place_group(self) -> None:
        """Put the fields that belong together where the first of them would stand."""
        if self.group is not None and self._column.indexOf(self.group) < 0:
            self._column.addWidget(self.group)
            self.bound |= self.group.bound

    def _place_parts(self, specs: Sequence[FieldSpec]) -> None:
        editors = {spec.editor for spec in specs}
        if "moment" in editors:
            self.moment = MomentCard(self.subject)
            self._column.addSpacing(4)
            self._column.addWidget(self.moment)
        if "evidence" in editors:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 8, 0, 0)
            column.setSpacing(4)
            self.evidence = ManyChips(self.subject.workspace, _("Evidence"))
            spec = next(each for each in specs if each.editor == "evidence")
            self.evidence.changed.connect(lambda ids: self.subject.set(spec, ids))
            select = self.subject.workspace.session.select
            self.evidence.opened.connect(lambda record_id: select((record_id,)))
            column.addWidget(heading(_("Evidence")))
            column.addWidget(self.evidence)
            self._column.addWidget(holder)

    def _show_evidence(self, records: Sequence[Record]) -> None:
        assert self.evidence is not None
        workspace = self.subject.workspace
        value, shared = common_value(records, "evidence")
        options = [(each.id, title_of(each)) for each in candidates(workspace.document, "evidence", None)]
        good = look_of(workspace.view.theme).map.good_shape
        self.evidence.show_chips(options, value or (), "" if shared else _("several"), good)

    def _build_more(self, specs: Sequence[FieldSpec]) -> None:
        self._fold.clicked.connect(lambda: self.unfold(self._more.isHidden()))
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for spec in specs:
            self._add(spec, column)
        self._column.addSpacing(4)
        self._column.addWidget(self._fold)
        self._column.addWidget(self._more)
        self._fold.setVisible(bool(specs))
        self.unfold(False)


def heading_of(records: Sequence[Record]) -> str:
    """Return what is selected: "Touchpoint · 4 votes", "Touchpoint: 3 selected", "Stage: 1, touchpoint: 2 selected"."""
    kinds = Counter(record.kind_name for record in records)
    first = kind_name(records[0].kind_name)
    if len(records) == 1:
        return " · ".join(filter(None, (first, votes_text(votes_of(records[0])))))
    if len(kinds) == 1:
        return ngettext("{kind}: {count} selected", "{kind}: {count} selected", len(records)).format(
            kind=first, count=len(records)
        )
    named = ", ".join(f"{kind_name(kind)}: {count}" for kind, count in kinds.items())
    return _("{kinds} selected").format(kinds=named)
