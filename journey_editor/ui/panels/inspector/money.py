"""Amounts of money: as they are typed, with the file's currency behind them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journey_editor.assets import _
from journey_editor.core.records import Record
from journey_editor.ui.panels.inspector.editors import LineEditor
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.subject import Bound, Subject, line_bound
from journey_editor.ui.pieces import heading

_LEAST = 48  # pixels
MOST = 6
"""Letters of a currency that are shown."""


def money_bound(spec: FieldSpec, subject: Subject) -> Bound:
    """Return the field of an amount."""
    line, currency = line_bound(spec, subject), heading()
    line.widget.setToolTip(_("A number, such as 20 000, 20k or 1.5m"))
    line.widget.setMinimumWidth(_LEAST)
    if (editor := line.widget.findChild(LineEditor)) is not None:
        editor.setMinimumWidth(_LEAST)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(line.widget, 1)
    row.addWidget(currency, 0, Qt.AlignmentFlag.AlignTop)
    currency.setFixedHeight(28)

    def show(records: Sequence[Record]) -> None:
        line.show(records)
        words = " ".join(subject.workspace.document.head.currency.split())[:MOST]
        currency.setText(words)
        currency.setVisible(bool(words))

    return Bound(holder, show, line.commit, line.said)
