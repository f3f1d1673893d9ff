"""Every dialog opens from its action and lets go."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from journey_editor.poster.paper import MM
from journey_editor.ui.desk import Desk
from journey_editor.ui.dialogs.printing import page_for, print_on
from journey_editor.ui.dialogs.questions import WIDTH, Question
from journey_editor.ui.panels.history import HistoryPopup
from journey_editor.ui.window import MainWindow
from tests.ui.pressing import press


@pytest.mark.parametrize(("action", "dialog"), [
    ("new", "Templates"), ("open", "QFileDialog"), ("save_as", "QFileDialog"), ("export", "PosterDialog"),
    ("about", "About"),
])  # fmt: skip
def test_a_dialog_opens_from_its_action(window: MainWindow, in_dialog, action: str, dialog: str):
    seen = in_dialog(lambda found: found.reject())
    window.actions_of.by_id[action].trigger()
    assert seen == [dialog]


def test_a_template_is_chosen_by_its_picture(window: MainWindow, desk: Desk, in_dialog):
    def choose(dialog) -> None:
        names = [dialog.list.item(row).data(0x100) for row in range(dialog.list.count())]
        dialog.list.setCurrentRow(names.index("restaurant"))
        press(dialog, "Make the map")

    in_dialog(choose)
    window.actions_of.by_id["new"].trigger()
    made = desk.windows[-1].workspace
    assert made.path is None
    assert any("estaurant" in str(each.__dict__.get("title", "")) for each in made.document.records.values())


def test_history_leads_to_any_step(window: MainWindow):
    for name in ("feel_1", "feel_5"):
        window.workspace.session.select(("t1",))
        window.actions_of.by_id[name].trigger()
    window.actions_of.by_id["history"].trigger()
    popup = window.findChild(HistoryPopup)
    assert popup is not None
    popup.list.itemClicked.emit(popup.list.item(popup.list.count() - 1))
    assert window.workspace.history.position == 0


def test_the_print_is_the_poster_on_the_printers_paper(window: MainWindow, tmp_path: Path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    journey = window.workspace.document.journey(window.workspace.map_id)
    page = page_for(printer, journey)
    assert page.width == pytest.approx(420 * MM, abs=0.5)
    assert print_on(printer, journey)
    assert (tmp_path / "print.pdf").read_bytes().startswith(b"%PDF")


def test_all_templates_are_seen_at_once(window: MainWindow, in_dialog):
    hidden: list[int] = []
    in_dialog(lambda dialog: (hidden.append(dialog.list.verticalScrollBar().maximum()), dialog.reject()))
    window.actions_of.by_id["new"].trigger()
    assert hidden == [0]


@pytest.mark.parametrize("letter", ["a", "W", "م", "/", "👩‍👩‍👧"])
def test_a_question_shows_all_of_a_long_word(qapp: QApplication, letter: str):
    question = Question(None, f"Delete the template “{letter * 80}”?", "", (("no", "Cancel"), ("yes", "Delete")))
    label = question.findChildren(QLabel)[0]
    room = QRect(0, 0, WIDTH, 10_000)
    assert label.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), label.text()).width() <= WIDTH


@pytest.mark.parametrize("action", ["new", "export", "save_template"])
def test_enter_in_a_dialog_means_the_button_that_stands_out(window: MainWindow, in_dialog, action: str):
    found: list[QPushButton] = []

    def look(dialog) -> None:
        found.extend(each for each in dialog.findChildren(QPushButton) if each.isDefault())
        dialog.reject()

    in_dialog(look)
    window.actions_of.by_id[action].trigger()
    assert [each.property("role") for each in found] == ["accent"]
