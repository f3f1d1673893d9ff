"""Links are opened only when the person says so: by their sign on the map, by key, from the inspector."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QToolButton

from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import Stage, Touchpoint
from journey_editor.ui.dialogs.questions import Question
from journey_editor.ui.window import MainWindow
from tests.hands import click
from tests.robot import Robot
from tests.ui.pressing import press

PAGE = "https://example.org/playbook"
InDialog = Callable[[Callable[[QDialog], None]], list[str]]


class Browser(QObject):
    """What the system would open pages with."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Takes the pages that are opened, so that no test reaches the network."""
    found = Browser()
    for scheme in ("https", "http", "mailto", "file"):
        QDesktopServices.setUrlHandler(scheme, found, "open")  # pyright: ignore[reportArgumentType]
    yield found
    for scheme in ("https", "http", "mailto", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


def link(window: MainWindow, words: str, kind: type = Touchpoint, name: str = "Kick-off") -> str:
    record = Robot(window)._named(kind, name)
    set_field(window.workspace.document, (record.id,), "link", words)
    return record.id


def sign_of(window: MainWindow, record: str) -> QPoint:
    element = next(each for each in window.canvas.picture.elements if (each.role, each.record) == ("link", record))
    return Robot(window).seen(element.rect.x + element.rect.width / 2, element.rect.y + element.rect.height / 2)


def test_the_sign_on_a_card_asks_and_opens(window: MainWindow, browser: Browser, in_dialog: InDialog):
    card = link(window, PAGE)
    asked: list[str] = []
    seen = in_dialog(lambda dialog: (asked.append(dialog.text()), press(dialog, "Open")))  # pyright: ignore
    click(window.canvas.viewport(), sign_of(window, card))
    assert seen == ["Question"] and asked == ["Open this page in the browser?"]
    assert browser.opened == [PAGE]
    in_dialog(lambda dialog: press(dialog, "Cancel"))
    click(window.canvas.viewport(), sign_of(window, card))
    assert browser.opened == [PAGE], "nothing without a yes"


def test_a_key_opens_the_link_of_what_is_selected_or_holds_it(
    window: MainWindow, browser: Browser, in_dialog: InDialog
):
    robot = Robot(window)
    robot.click("Kick-off")
    assert not window.actions_of.by_id["open_link"].isEnabled()
    link(window, "mira@example.org")
    window.actions_of.refresh()
    in_dialog(lambda dialog: press(dialog, "Open"))
    robot.press("Ctrl+Shift+D")
    assert browser.opened == ["mailto:mira@example.org"]


def test_heads_have_their_sign_too_and_the_inspector_a_button(
    window: MainWindow, browser: Browser, in_dialog: InDialog
):
    stage = link(window, "file:///home/mira/playbook.pdf", Stage, "Onboarding")
    in_dialog(lambda dialog: press(dialog, "Open"))
    click(window.canvas.viewport(), sign_of(window, stage))
    assert browser.opened == ["file:///home/mira/playbook.pdf"]
    window.workspace.session.select((stage,))
    page = window.inspector.shown_pages()[0]
    button = page.bound["link"].widget.findChild(QToolButton)
    in_dialog(lambda dialog: press(dialog, "Open"))
    button.click()
    assert len(browser.opened) == 2


@pytest.mark.parametrize("words", ["javascript:alert(1)", "playbook 12", "ssh://example.org"])
def test_what_cannot_be_opened_is_told_and_nothing_is_asked(
    window: MainWindow, browser: Browser, in_dialog: InDialog, words: str
):
    said: list[str] = []
    window.workspace.noticed.connect(said.append)
    seen = in_dialog(lambda dialog: dialog.reject())
    card = link(window, words)
    click(window.canvas.viewport(), sign_of(window, card))
    assert not seen and not browser.opened and "cannot be opened" in said[-1]
    assert issubclass(Question, QDialog)
