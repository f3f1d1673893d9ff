"""Stories of somebody who looks at a part of a map: by keys and mouse, kept as views, and all of it again."""

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.views import views_of
from journey_editor.core.parts import MapView
from journey_editor.core.records import Opportunity, Owner, Touchpoint
from journey_editor.layout.primitives import Box
from journey_editor.poster.page import compose_page
from journey_editor.storage.format import dumps
from journey_editor.ui.dialogs.poster import PosterDialog
from journey_editor.ui.theme import look_of
from journey_editor.ui.window import MainWindow
from tests.hands import click
from tests.robot import Robot


def chips(window: MainWindow) -> list[str]:
    """What the bar over the map says is shown."""
    return [chip.words for chip in window.looking.showing.line.chips]


def listed(window: MainWindow) -> list[str]:
    """What the bar offers now."""
    model = window.looking.showing.model
    found = (model.choice(row) for row in range(model.rowCount()))
    return [choice.name for choice in found if choice is not None]


def inked(window: MainWindow, title: str) -> int:
    """How dark the darkest pixel of a card is, from 0 to 255."""
    robot = Robot(window)
    element = robot._element(robot._named(Touchpoint, title))
    QApplication.processEvents()
    image = window.canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    corner = robot.seen(element.rect.x + 12, element.rect.y + 8)
    pixels = (image.pixelColor(corner + QPoint(x, y)) for x in range(40) for y in range(24))
    return min(QColor.lightness(pixel) for pixel in pixels)


def test_typing_dims_the_rest_and_nothing_moves(window: MainWindow):
    robot = Robot(window)
    before, bytes_before = window.canvas.picture, dumps(window.workspace.document.records)
    offset = window.canvas.mapToScene(QPoint(0, 0))
    robot.press("Ctrl+Shift+F")
    assert "Sales" in listed(window) and "No owner" in listed(window)
    robot.type("sal")
    robot.press("Return")
    assert chips(window) == ["Sales"]
    assert window.looking.showing.count.text() == "3 of 14 touchpoints"
    robot.type("@cust")
    assert listed(window) == ["Customer Success"]
    robot.press("Return")
    robot.press("Return")  # nothing more: back to the map
    assert window.looking.showing.is_open and not window.looking.showing.list.isVisible()
    assert chips(window) == ["Sales", "Customer Success"]
    assert window.canvas.picture is before or window.canvas.picture == before
    assert window.canvas.mapToScene(QPoint(0, 0)) == offset
    assert inked(window, "Discovery call") < 90 < 160 < inked(window, "First login")
    assert dumps(window.workspace.document.records) == bytes_before, "what is shown is not in the file"
    robot.press("Ctrl+Shift+X")
    assert not window.looking.showing.is_open and inked(window, "First login") < 90


def test_the_line_of_a_dimmed_arrow_is_not_seen_through_what_it_says(window: MainWindow):
    robot = Robot(window)
    window.workspace.show(only=MapView(name="", owners=("support",)))
    window.canvas.ensure_visible("x3")
    arrow = next(each for each in window.canvas.picture.elements if each.record == "x3" and each.role == "arrow")
    boxes = [part for part in arrow.parts if isinstance(part, Box) and part.ink.stroke is None]
    (label,) = (box for box in boxes if box.height == 14)
    place = robot.seen(arrow.rect.x + label.x + 1.5, arrow.rect.y + label.y + label.height / 2)
    QApplication.processEvents()
    paper = QColor(look_of(window.workspace.view.theme).map.paper)
    assert window.canvas.viewport().grab().toImage().pixelColor(place) == paper


def test_chips_are_walked_and_taken_away_by_keys_and_mouse(window: MainWindow):
    robot = Robot(window)
    robot.press("Ctrl+Shift+F")
    for words in ("sales", "product", "email", "severity 4"):
        robot.type(words)
        robot.press("Return")
    assert chips(window) == ["Sales", "Product", "Email", "Severity 4 or more"]
    robot.press("Backspace")
    assert chips(window) == ["Sales", "Product", "Email"]
    robot.press("Left")
    robot.press("Left")
    robot.press("Delete")
    assert chips(window) == ["Sales", "Email"] and window.looking.showing.line.chips[1].hasFocus()
    chip = window.looking.showing.line.chips[0]
    click(chip, QPoint(chip.width() - 8, 14))
    assert chips(window) == ["Email"]
    robot.press("Escape")
    window.looking.showing.all.click()
    assert not window.workspace.dims and window.looking.showing.isHidden()


def test_arrows_and_the_palette_still_reach_what_is_dimmed(window: MainWindow):
    robot = Robot(window)
    robot.click("Discovery call")
    robot.press("Ctrl+Shift+F")
    robot.type("sales")
    robot.press("Return")
    robot.press("Escape")
    robot.press("Left")
    robot.expect_selected("Watches the demo video")
    robot.press("Ctrl+K")
    robot.type("first ticket")
    robot.press("Return")
    robot.expect_selected("First ticket: 12 h to reply")
    assert chips(window) == ["Sales"]


def test_a_view_is_saved_chosen_renamed_and_removed_and_each_is_undone(window: MainWindow):
    robot, workspace = Robot(window), window.workspace
    before = dumps(workspace.document.records)
    robot.press("Ctrl+Shift+F")
    robot.type("support")
    robot.press("Return")
    window.actions_of.by_id["save_view"].trigger()
    robot.type("Help desk")
    robot.press("Return")
    assert [each.name for each in views_of(workspace.document, workspace.map_id)] == ["Help desk"]
    assert window.actions_of.by_id["rename_view"].isEnabled()
    window.actions_of.by_id["rename_view"].trigger()
    robot.type("Support only")  # over the old name
    robot.press("Return")
    assert window.looking.showing.views.current() == "Support only"
    robot.press("Ctrl+Shift+X")
    robot.press("Ctrl+K")
    robot.type("support only")
    robot.press("Return")
    assert chips(window) == ["Support"] and workspace.dims
    robot.press("Ctrl+Shift+X")
    robot.press("Ctrl+Shift+F")
    robot.type("support o")
    robot.press("Return")
    assert chips(window) == ["Support"] and window.looking.showing.views.current() == "Support only"
    window.actions_of.by_id["remove_view"].trigger()
    assert not views_of(workspace.document, workspace.map_id) and workspace.dims
    for _step in range(3):
        robot.undo()
    assert dumps(workspace.document.records) == before


def test_what_an_edit_changes_is_dimmed_or_lit_at_once(window: MainWindow):
    robot = Robot(window)
    robot.press("Ctrl+Shift+F")
    robot.type("sales")
    robot.press("Return")
    robot.press("Escape")
    robot.drag_card("First login", lane="Sales")
    window.looking.showing.follow()
    assert window.looking.showing.count.text() == "4 of 14 touchpoints"
    assert inked(window, "First login") < 90
    robot.undo()
    assert inked(window, "First login") > 160


def test_an_owner_that_is_removed_is_called_so_until_it_comes_back(window: MainWindow, qtbot: QtBot):
    robot = Robot(window)
    robot.press("Ctrl+Shift+F")
    robot.type("sal")
    robot.press("Return")
    robot.press("Return")
    remove(window.workspace.document, [robot._named(Owner, "Sales").id])
    qtbot.waitUntil(lambda: chips(window) == ["Removed owner"])
    robot.press("Ctrl+Z")
    qtbot.waitUntil(lambda: chips(window) == ["Sales"])


def test_far_away_the_rest_is_dimmed_too(window: MainWindow):
    robot = Robot(window)
    window.canvas.fit_all()
    for _step in range(9):
        window.canvas.zoom_out()
    before = inked(window, "Discovery call"), inked(window, "First login")
    robot.press("Ctrl+Shift+F")
    robot.type("sales")
    robot.press("Return")
    robot.press("Escape")
    after = inked(window, "Discovery call"), inked(window, "First login")
    assert before[0] == after[0] and before[1] < after[1]


def test_the_poster_is_printed_as_seen_or_whole(window: MainWindow, qtbot: QtBot):
    robot, workspace = Robot(window), window.workspace
    assert PosterDialog(workspace, window.preferences, window).options().only is None
    robot.press("Ctrl+Shift+F")
    robot.type("sales")
    robot.press("Return")
    robot.press("Escape")
    dialog = PosterDialog(workspace, window.preferences, window)
    qtbot.addWidget(dialog)
    assert dialog.options().only is None, "all of it, unless one says so"
    dialog.choose(shows="seen")
    only = dialog.options().only
    assert only is not None and only.owners == workspace.view.only.owners
    journey = workspace.document.journey(workspace.map_id)
    whole = compose_page(journey, replace(dialog.options(), only=None))
    seen = compose_page(journey, dialog.options())
    changed = [one.record for one, other in zip(whole.elements, seen.elements, strict=True) if one.parts != other.parts]
    first = next(each for each in journey.touchpoints if each.title.startswith("First login"))
    mine = next(each for each in journey.touchpoints if each.title.startswith("Discovery call"))
    assert first.id in changed and mine.id not in changed
    dialog.done(0)


def test_many_things_that_are_asked_for_keep_the_bar_slim_and_all_are_there_when_one_goes_in(window: MainWindow):
    robot, workspace = Robot(window), window.workspace
    workspace.show(only=MapView(name="", tags=tuple(f"tag {number}" for number in range(20))))
    assert len(chips(window)) == 8 and chips(window)[-1] == "and 13 more"
    last = window.looking.showing.line.chips[-1]
    click(last, QPoint(last.width() - 4, 14))
    assert len(workspace.view.only.tags) == 20, "it takes nothing away"
    robot.press("Ctrl+Shift+F")
    assert len(chips(window)) == 20
    robot.press("Backspace")
    assert len(workspace.view.only.tags) == 19
    robot.press("Escape")
    window.looking.showing.follow()
    assert len(chips(window)) == 8


def test_what_is_selected_says_what_is_to_be_shown(window: MainWindow):
    robot = Robot(window)
    robot.click("Discovery call")
    window.actions_of.refresh()
    assert window.actions_of.by_id["show_owner"].text() == "Owner: Sales"
    robot.press("Ctrl+Shift+Y")
    assert chips(window) == ["Sales"]
    robot.click("Kick-off")
    window.actions_of.by_id["show_channel"].trigger()
    assert chips(window) == ["Sales", "Video call"]
    robot.click("Marketing")
    robot.press("Ctrl+Shift+Y")
    assert chips(window) == ["Marketing", "Video call"]
    assert not window.actions_of.by_id["show_tags"].isEnabled()


def test_very_long_words_and_very_many_of_them_stay_within_the_map(window: MainWindow):
    workspace, long = window.workspace, "word " * 1_999
    card = workspace.document.journey(workspace.map_id).touchpoints[0]
    with workspace.document.transaction("Much"):
        for number in range(40):
            workspace.document.put(Owner(id=f"own{number}", rank=f"c{number:02}", name=f"{number} {long}"))
        tags = (long, *(f"tag {number}" for number in range(200)))
        workspace.document.put(card.with_(tags=tags, link=f"https://example.org/{'y' * 9_000}"))
        for number in range(200):
            known = {"id": f"idea{number}", "rank": f"c{number:03}", "map": workspace.map_id, "on": card.id}
            given = {**known, "text": long, "who": long, "tags": (long,)}
            workspace.document.put(Opportunity.model_validate(given))
        views = tuple(MapView(name=f"{number} {long}", tags=(long,)) for number in range(50))
        workspace.document.put(workspace.document.records[workspace.map_id].with_(views=views))
    window.resize(1280, 720)
    robot, bar = Robot(window), window.looking.showing
    robot.press("Ctrl+Shift+F")
    for words in ("39 word", "tag word", "tag 7", "assumed"):
        robot.type(words)
        robot.press("Return")
    assert len(chips(window)) == 4
    assert window.canvas.rect().contains(bar.geometry())
    assert all(bar.line.rect().contains(chip.geometry()) for chip in bar.line.chips)
    robot.press("Escape")
    robot.press("Ctrl+Shift+A")
    shown = window.looking.opportunities
    assert len(shown.model.rows) > 200 and window.canvas.rect().contains(shown.geometry())
    shown.sort_by("text")
    workspace.session.select((card.id,))
    QApplication.processEvents()
