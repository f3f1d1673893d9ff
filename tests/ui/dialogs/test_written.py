"""The dialog of what is written for a meeting: pages beside the options, written whole or not at all."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journey_editor.cli import main
from journey_editor.storage.format import dumps
from journey_editor.ui.dialogs.written import WrittenDialog
from journey_editor.ui.window import MainWindow

WAIT = 30_000


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot):
    found = WrittenDialog(window.workspace, window.preferences, "report", window)
    found.show()
    qtbot.waitUntil(lambda: found.preview.page is not None, timeout=WAIT)
    yield found
    found.done(0)


def first_stage(window: MainWindow) -> str:
    return window.workspace.document.journey(window.workspace.map_id).stages[0].id


def test_pages_are_turned_by_keys(dialog: WrittenDialog, qtbot: QtBot):
    assert dialog.page_number == 1
    first = dialog.preview.page
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: dialog.page_number == 2)  # a button that is pressed by its key goes down first
    assert dialog.preview.page is not first
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: dialog.page_number == 1)
    assert dialog.preview.page is first


@pytest.mark.parametrize(
    ("what", "kind", "begins"),
    [("report", "pdf", b"%PDF"), ("report", "md", b"# "), ("agenda", "pdf", b"%PDF"), ("agenda", "md", b"# Business"),
     ("actions", "xlsx", b"PK"), ("actions", "csv", b"Score,"), ("actions", "md", b"# Actions")],
)  # fmt: skip
def test_the_dialog_writes_what_the_command_line_writes(
    window: MainWindow, dialog: WrittenDialog, tmp_path: Path, qtbot: QtBot, what: str, kind: str, begins: bytes
):
    dialog.choose(what=what, kind=kind, stage=first_stage(window))
    path, source, other = tmp_path / f"out.{kind}", tmp_path / "map.journey", tmp_path / f"other.{kind}"
    dialog.export_to(path)
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Saved"), timeout=WAIT)
    assert path.read_bytes().startswith(begins)
    source.write_bytes(dumps(window.workspace.document.records))
    asked = f"stage:{first_stage(window)}" if what == "agenda" else what
    assert main(["export", str(source), str(other), "--what", asked]) == 0
    assert path.read_bytes() == other.read_bytes()


def test_an_agenda_is_one_page_of_the_chosen_stage(window: MainWindow, dialog: WrittenDialog, qtbot: QtBot):
    dialog.choose(what="agenda", stage=first_stage(window))
    qtbot.waitUntil(lambda: dialog.preview.page is not None and not dialog._on.isEnabled(), timeout=WAIT)
    assert dialog.page_number == 1
    assert dialog.stage.isVisible()
    dialog.choose(what="actions")
    assert dialog.page_number == 0 and not dialog.paper.isVisible() and not dialog.stage.isVisible()


def test_what_cannot_be_written_is_told(dialog: WrittenDialog, tmp_path: Path, qtbot: QtBot):
    dialog.export_to(tmp_path / "missing" / "report.pdf")
    qtbot.waitUntil(lambda: bool(dialog.said.text()), timeout=WAIT)
    assert "could not be written" in dialog.said.text()
    assert dialog.export.isEnabled() and dialog.what.isEnabled()


def test_a_stopped_export_writes_nothing(dialog: WrittenDialog, tmp_path: Path, qtbot: QtBot):
    dialog.export_to(tmp_path / "report.pdf")
    dialog.reject()
    qtbot.waitUntil(lambda: bool(dialog.said.text()) and not dialog.said.text().startswith("Stopping"), timeout=WAIT)
    assert dialog.said.text().startswith("Stopped") and not list(tmp_path.glob("report*"))


def test_choices_are_kept_for_the_next_time(window: MainWindow, dialog: WrittenDialog, tmp_path: Path, qtbot: QtBot):
    dialog.choose(kind="md", paper_name="letter")
    dialog.export_to(tmp_path / "r.md")
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Saved"), timeout=WAIT)
    again = WrittenDialog(window.workspace, window.preferences, "report", window)
    assert again.asked() == dialog.asked()
    again.done(0)


@pytest.mark.parametrize(("action", "what"), [("export_report", "report"), ("export_actions", "actions")])
def test_the_menu_of_the_file_leads_here(window: MainWindow, monkeypatch: pytest.MonkeyPatch, action: str, what: str):
    shown: list[str] = []
    monkeypatch.setattr(WrittenDialog, "exec", lambda self: shown.append(self.asked().what) or self.done(0))
    window.do(action)
    assert shown == [what]
