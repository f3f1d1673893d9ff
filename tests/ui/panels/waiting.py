"""What tests of the tray share: a window with cards in it, and what is to be seen of them."""

from journey_editor.core.edits.touchpoints import add_touchpoint
from journey_editor.core.records import Touchpoint
from journey_editor.layout.primitives import Line
from journey_editor.ui.panels.tray import KeyLine
from tests.robot import Robot

CARDS = ("Invites two colleagues", "Sales calls to check in", "Kick-off Meeting!", "Asks for an invoice copy")


def with_cards(window):
    """A robot at a window whose tray has cards."""
    found = Robot(window)
    for title in CARDS:
        wait(found, title)
    return found


def wait(robot, title, **fields):
    """A card for the tray; returns its id."""
    return add_touchpoint(robot.workspace.document, robot.workspace.map_id, title, None, **fields)


def waiting(robot):
    """The titles of what waits."""
    return [each.title for each in robot.workspace.document.journey(robot.workspace.map_id).tray]


def card(robot, title):
    """The touchpoint of a title, wherever it is."""
    return next(
        each
        for each in robot.workspace.document.records.values()
        if isinstance(each, Touchpoint) and each.title == title
    )


def stage_titles(robot, name):
    """The titles in a stage in order."""
    journey = robot.workspace.document.journey(robot.workspace.map_id)
    stage = next(each for each in journey.stages if each.name == name)
    return [each.title for column in journey.columns_by_stage[stage.id] for each in column]


def keys_on_map(robot):
    """The letters of all keys that the map shows."""
    shown = robot.canvas.picture.elements
    return [
        each.parts[-1].text
        for each in shown
        if each.role in ("stage", "lane") and isinstance(each.parts[-1], Line) and len(each.parts[-1].text) == 1
    ]


def words(tray):
    """What the line of keys says."""
    return tray.findChild(KeyLine).text()


def place_of(tray, title):
    """Where a card is in the list."""
    index = next(
        tray.view.model().index(row)
        for row, each in enumerate(tray.view.model().ids)
        if tray.view.model().index(row).data() == title
    )
    return tray.view.visualRect(index)
