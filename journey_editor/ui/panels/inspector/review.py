"""When a map was looked at and when it is due again: how often in words, and a button that says it was today."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from journey_editor.assets import _
from journey_editor.core.edits.maps import review_map
from journey_editor.core.records import JourneyMap, Record
from journey_editor.core.reviews import CADENCES, cadence_text, due_words
from journey_editor.ui.icons import icon
from journey_editor.ui.panels.inspector.editors import LineEditor
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.subject import Bound, Subject, text_bound
from journey_editor.ui.pieces import restyle
from journey_editor.ui.theme import look_of, small_font


def cadence_bound(spec: FieldSpec, subject: Subject) -> Bound:
    """Return a field for how often something is done: typed, or one of the usual answers."""
    editor = LineEditor()
    completer = QCompleter([cadence_text(days) for days, _name in CADENCES], editor)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    editor.setCompleter(completer)
    completer.popup().setObjectName("completions")  # pyright: ignore[reportOptionalMemberAccess]
    style = look_of(subject.workspace.view.theme).map
    drop = QAction(icon("chevron-down", style.muted), _("Choose how often"), editor)
    editor.addAction(drop, QLineEdit.ActionPosition.TrailingPosition)

    def offer() -> None:
        editor.setFocus()
        completer.setCompletionPrefix("")
        completer.complete()

    drop.triggered.connect(offer)
    completer.activated.connect(lambda _words: editor.commit())
    bound = text_bound(spec, subject, editor)

    def show(records: Sequence[Record]) -> None:
        bound.show(records)
        if not editor.placeholderText():
            editor.setPlaceholderText(_("not planned"))

    return replace(bound, show=show)


class ReviewLine(QWidget):
    """When the next review of a map is due, and a button for the one that just took place."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setFont(small_font())
        self.sentence.setWordWrap(True)
        self.done = QPushButton(_("Reviewed today"))
        self.done.setProperty("role", "link")
        self.done.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.done.clicked.connect(self._review)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show when a map is due; of several, or of something else, nothing is told."""
        shown = records[0] if len(records) == 1 else None
        self.setVisible(isinstance(shown, JourneyMap))
        if not isinstance(shown, JourneyMap):
            return
        today = date.today()
        words, is_over = due_words(shown, today)
        if not words:
            words = _("Not reviewed yet") if shown.reviewed is None else _("No review planned")
        self.sentence.setText(words)
        restyle(self.sentence, "role", "pain" if is_over else "muted")
        self.done.setEnabled(shown.reviewed != today)

    def _review(self) -> None:
        for record in self._subject.records():
            review_map(self._subject.workspace.document, record.id, date.today())
