"""Asking for the names of files."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from journey_editor.assets import _

SUFFIX = ".journey"


def ask_open(parent: QWidget | None, folder: str) -> tuple[Path, ...]:
    """Ask which maps to open."""
    dialog = QFileDialog(parent, _("Open a map"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([_("Journey maps (*.journey)"), _("All files (*)")])
    return tuple(Path(each) for each in dialog.selectedFiles()) if dialog.exec() else ()


def ask_picture(parent: QWidget | None, folder: str) -> Path | None:
    """Ask which picture to take; None where the person thought better."""
    dialog = QFileDialog(parent, _("Choose a picture"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Pictures (*.png *.jpg *.jpeg)"), _("All files (*)")])
    if not dialog.exec() or not dialog.selectedFiles():
        return None
    return Path(dialog.selectedFiles()[0])


def ask_save(parent: QWidget | None, folder: str, name: str, suffix: str = SUFFIX, kind: str = "") -> Path | None:
    """Ask where to write; an existing file is named before it is replaced. None where the person thought better."""
    dialog = QFileDialog(parent, _("Save as"), folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix.lstrip("."))
    dialog.setNameFilters([f"{kind or _('Journey maps')} (*{suffix})", _("All files (*)")])
    dialog.selectFile(name + suffix)
    if not dialog.exec() or not dialog.selectedFiles():
        return None
    return Path(dialog.selectedFiles()[0])
