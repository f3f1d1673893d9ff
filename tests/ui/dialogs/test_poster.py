"""The dialog of the poster: the very page beside its options, written whole or not at all."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.cli import main
from journey_editor.poster.paper import MM
from journey_editor.storage.format import dumps
from journey_editor.ui.dialogs.poster import PosterDialog
from journey_editor.ui.window import MainWindow

WAIT = 30_000


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot):
    found = PosterDialog(window.workspace, window.preferences, window)
    found.show()
    qtbot.waitUntil(lambda: found.preview.page is not None, timeout=WAIT)
    yield found
    found.done(0)


def test_the_preview_is_the_page_on_the_chosen_paper(dialog: PosterDialog, qtbot: QtBot):
    dialog.choose(paper_name="a3", lies="portrait", margin=20)
    qtbot.waitUntil(lambda: dialog.preview.page is not None and dialog.preview.page.height == pytest.approx(420 * MM),
                    timeout=WAIT)  # fmt: skip
    page = dialog.preview.page
    assert page is not None
    assert page.width == pytest.approx(297 * MM)
    assert any(element.role == "card" for element in page.elements)
    assert not dialog.preview.grab().isNull()


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("svg", b"<"), ("png", b"\x89PNG")])
def test_a_poster_is_written(dialog: PosterDialog, tmp_path: Path, qtbot: QtBot, kind: str, begins: bytes):
    dialog.choose(paper_name="a4", kind=kind)
    assert dialog.format == kind
    path = tmp_path / f"poster.{kind}"
    dialog.export_to(path)
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Poster saved"), timeout=WAIT)
    assert path.read_bytes().startswith(begins)


@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_the_dialog_writes_what_the_command_line_writes(
    window: MainWindow, dialog: PosterDialog, tmp_path: Path, qtbot: QtBot, kind: str
):
    dialog.choose(paper_name="a4", kind=kind)
    path, source, other = tmp_path / f"poster.{kind}", tmp_path / "map.journey", tmp_path / f"other.{kind}"
    dialog.export_to(path)
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Poster saved"), timeout=WAIT)
    source.write_bytes(dumps(window.workspace.document.records))
    assert main(["export", str(source), str(other), "--paper", "a4"]) == 0
    assert path.read_bytes() == other.read_bytes()


def test_a_stopped_export_writes_nothing(dialog: PosterDialog, tmp_path: Path, qtbot: QtBot):
    path = tmp_path / "poster.pdf"
    dialog.export_to(path)
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Stopped"), timeout=WAIT)
    assert list(tmp_path.glob("poster*")) == []
    assert dialog.isVisible()


def test_what_cannot_be_written_is_told_and_the_old_file_stays(dialog: PosterDialog, tmp_path: Path, qtbot: QtBot):
    path = tmp_path / "missing" / "poster.pdf"
    dialog.export_to(path)
    qtbot.waitUntil(lambda: bool(dialog.said.text()), timeout=WAIT)
    assert "could not be written" in dialog.said.text()


def test_choices_are_kept_for_the_next_time(window: MainWindow, dialog: PosterDialog, tmp_path: Path, qtbot: QtBot):
    dialog.choose(paper_name="a4", lies="portrait", kind="svg", margin=9)
    dialog.export_to(tmp_path / "p.svg")
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Poster saved"), timeout=WAIT)
    again = PosterDialog(window.workspace, window.preferences, window)
    assert again.options() == dialog.options()
    assert again.format == "svg"
    again.done(0)
