"""A story through the window: owners are found for everything until no card lies in the grey lane of nobody."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.owners import loads_of
from journey_editor.core.records import Owner, Stage
from journey_editor.storage.format import dumps
from journey_editor.ui.desk import Desk
from journey_editor.ui.workspace import Workspace
from tests.building import MAP, records, row, stage, touchpoint
from tests.robot import NOBODY
from tests.ui.panels.library.support import Person


@pytest.fixture
def person(desk: Desk, qtbot: QtBot) -> Person:
    """Somebody at a map that has no owner yet: two stages, cards in both, and one of the customer alone."""
    alone = touchpoint("walk", "t", "a5", kind="action")
    cards = [*row("ad", "demo", "offer"), *row("setup", "training", stage_id="t"), alone]
    window = desk.show(Workspace(records(stage("s", "a0"), stage("t", "a1"), *cards)))
    window.resize(1600, 960)
    with qtbot.waitActive(window):
        window.activateWindow()
    return Person(window)


def nobodys(person: Person) -> list[str]:
    """The titles of the cards in the grey lane."""
    person.settle()
    touchpoints = person.workspace.document.journey(MAP).touchpoints
    return [each.title for each in touchpoints if person.lane_name(each) == NOBODY]


def add(person: Person, name: str) -> None:
    """Add an owner by the button of the panel and type its name."""
    person.section.new.click()
    person.type(name)
    person.press("Return")
    person.settle()


def test_owners_are_assigned_until_no_gray_zone_is_left(person):
    before = dumps(person.workspace.document.records)
    assert nobodys(person) == ["Ad", "Demo", "Offer", "Setup", "Training"] and NOBODY in lanes(person)

    person.press("F8")
    for name in ("Marketing", "Sales", "Presales", "Success"):
        add(person, name)
    assert person.names() == ["Marketing", "Sales", "Presales", "Success"] and len(nobodys(person)) == 5

    person.click("Ad")  # by key: what is selected on the map goes to the row with the keyboard
    person.pick("Marketing")
    assert person.section.hint.text() == "Enter gives Ad to Marketing."
    person.press("Return")
    person.expect_card("Ad", lane="Marketing")

    person.draw_marquee("Demo", "Offer")
    person.pick("Presales")
    person.press("Space")
    assert nobodys(person) == ["Setup", "Training"]

    assert person.drag_to_map("Success", person.middle_of("t"))  # by mouse: a whole stage at once
    assert nobodys(person) == [] and NOBODY not in lanes(person)
    person.expect_card("Walk", lane="Customer alone")

    person.pick("Presales")  # it turns out that two of them are one
    person.pick("Sales", "Ctrl")
    person.press("=")
    assert person.names() == ["Marketing", "Sales", "Success"] and nobodys(person) == []
    assert loads_of(person.workspace.document) == {
        owner.id: count for owner, count in zip(owners(person), (1, 2, 2), strict=True)
    }
    said = [person.section.model.data(person.row(name), 11) for name in person.names()]
    assert said == ["Marketing, 1 touchpoint", "Sales, 2 touchpoints", "Success, 2 touchpoints"]
    assert person.workspace.document.records["t"].owner == owners(person)[2].id
    assert isinstance(person.workspace.document.records["s"], Stage)

    while person.workspace.history.position:
        person.undo()
    QApplication.processEvents()
    assert dumps(person.workspace.document.records) == before and len(nobodys(person)) == 5


def owners(person: Person) -> list[Owner]:
    return list(person.workspace.document.journey(MAP).owners)


def lanes(person: Person) -> list[str]:
    """The names that stand at the left of the map."""
    spans = person.canvas.picture.grid.lanes
    return [NOBODY if span.lane.kind == "nobody" else span.lane.kind for span in spans]
