"""Copying a table: as text for spreadsheets and as a table for mail and documents."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from journey_editor.core.tables import Rows, as_html, as_tabs


def copy_rows(rows: Rows) -> None:
    """Put rows of texts into the clipboard, the first of them being headings."""
    data = QMimeData()
    data.setText(as_tabs(rows))
    data.setHtml(as_html(rows))
    QGuiApplication.clipboard().setMimeData(data)
