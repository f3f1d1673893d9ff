"""What hands do besides actions: the mouse, the capture line, and a text that is edited in place.

These belong to where the hand is and cannot be given to other keys; the key page tells them.
"""

import sys

from journey_editor.assets import marked as _

_COPYING = _("Option and drag") if sys.platform == "darwin" else _("Ctrl and drag")

HANDS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        _("Mouse"),
        (
            (_("Select; with Shift this one too"), _("Click")),
            (_("Edit the name in place"), _("Double click")),
            (_("Edit the title of the map; change its state and persona"), _("Click them above the map")),
            (_("Move a card in time and to other owners"), _("Drag")),
            (_("Copy a card"), _COPYING),
            (_("Change the order of stages or lanes"), _("Drag their heads")),
            (_("Change a feeling"), _("Drag a point of the curve")),
            (_("Change when a stage is; with Shift by days"), _("Drag its bar or an end of it on the time axis")),
            (_("Select all in a rectangle"), _("Drag on the ground")),
            (_("Draw a transition"), _("Drag from the handle at the right of a card")),
            (_("Let a transition begin or lead elsewhere"), _("Drag an end of its arrow")),
            (_("Make a transition of an arrow that nobody drew"), _("Double click on it")),
            (_("Put something new onto the map"), _("Drag from the palette, or click there and on the map")),
            (_("Take in texts, files and pictures from elsewhere"), _("Drop them on the map")),
            (_("Move the map"), _("Middle button, or Space and drag")),
            (_("Move the map or zoom, as it is set"), _("Wheel")),
            (_("Zoom or move the map, the other of the two"), _("Ctrl and wheel")),
            (_("The menu of what is there"), _("Right click")),
            (_("Give up what is under way"), _("Esc")),
        ),
    ),
    (
        _("Capture line"),
        (
            (_("A touchpoint after the selected one"), _("Type, then Enter")),
            (_("Add to what is selected"), _("Type, then Shift+Enter")),
            (_("Take the name that comes up"), _("Tab")),
            (_("Lines that were typed before"), _("Up, while there are words")),
            (_("Set the words aside, so that keys mean the map"), _("Esc")),
        ),
    ),
    (
        _("Text in place"),
        (
            (_("Take the words"), _("Enter")),
            (_("The next field, or the previous one"), _("Tab, Shift+Tab")),
            (_("Take the words and add a touchpoint"), _("Ctrl+Enter")),
            (_("Take the words and add a stage"), _("Ctrl+Shift+Enter")),
            (_("Leave it as it was"), _("Esc")),
        ),
    ),
    (
        _("Rows under the lanes"),
        (
            (_("A text in a cell"), _("Double click, Enter, or type")),
            (_("The next text below"), _("Enter, after a new one")),
            (_("The cell of the next stage, or of the one before"), _("Tab, Shift+Tab")),
            (_("Move a text to another stage, row or card"), _("Drag")),
            (_("Move a row"), _("Drag its name, or Alt and Up, Down")),
            (_("Choose rows"), _("Right click on their names")),
            (_("All texts of a cell"), _("Click on what counts them")),
        ),
    ),
    (
        _("Transition that is being drawn"),
        (
            (_("Choose the other card"), _("Arrows")),
            (_("Draw it"), _("Enter")),
            (_("Draw none"), _("Esc")),
        ),
    ),
    (
        _("Time of a stage that is being set"),
        (
            (_("A week earlier or later"), _("Left, Right")),
            (_("All of it, its start or its end"), _("Up, Down")),
            (_("Take it"), _("Enter")),
            (_("Leave it as it was"), _("Esc")),
        ),
    ),
    (
        _("Tray"),
        (
            (_("File the card"), _("The letter of a stage, then of a lane")),
            (_("Leave the lane as it is"), _("Space")),
            (_("Merge it with the card that it repeats"), "="),
            (_("Edit its title"), _("Enter")),
            (_("One step back, or back to the map"), _("Esc")),
        ),
    ),
    (
        _("Tabs of the maps"),
        (
            (_("Turn to the map beside it, the first or the last one"), _("Left, Right, Home, End")),
            (_("Edit the title"), _("F2, or double click")),
            (_("Change the order"), _("Drag the tab")),
            (_("Remove the map"), _("Del")),
            (_("What can be done with the map"), _("Menu key, or right click")),
        ),
    ),
    (
        _("Personas, owners, evidence"),
        (
            (_("Filter the list"), _("Type letters")),
            (_("Give it to what is selected on the map, or take it off"), _("Enter or Space")),
            (_("Edit it"), "F2"),
            (_("Move it up or down"), _("Alt+Up, Alt+Down")),
            (_("Merge the selected owners into the last one"), "="),
            (_("Give it to a card, a stage, an arrow or a text"), _("Drag it onto the map")),
        ),
    ),
    (
        _("Tables of pages beside the map"),
        (
            (_("Show the record of a cell on the map"), _("Click, or Enter")),
            (_("Sort by the column, turn it round, and as it was"), _("Click on its heading, or Space")),
            (_("Copy the table, or the rows that are selected"), _("Ctrl+C; Shift and arrows select")),
            (_("Back to the map"), _("Esc")),
        ),
    ),
    (
        _("Vote strip"),
        (
            (_("How many votes it has"), _("Type a number")),
            (_("The next, or the previous one"), _("Enter, Up")),
            (_("One vote more or less"), "+, −"),
            (_("What is voted on"), _("Left, Right")),
            (_("The ranking, and back from there"), _("End, Backspace")),
        ),
    ),
    (
        _("Room view"),
        (
            (_("The next page, or the previous one"), _("Page down or Space, Page up")),
            (_("Dark, and light again"), _("B, where there is no capture line")),
            (_("End it"), _("Esc")),
        ),
    ),
)
"""Headings, and below each what is done and by which hand."""
