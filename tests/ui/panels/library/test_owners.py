"""The panel of owners: names, colours, order, merging, and who answers for what."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from journey_editor.core.records import Owner, Stage, Touchpoint
from journey_editor.storage.format import dumps
from journey_editor.ui.panels.library.colors import COLORS
from tests import hands
from tests.ui.panels.library.support import Person


@pytest.fixture
def person(window):
    found = Person(window)
    found.press("F8")
    return found


def named(person, name):
    found = (each for each in person.workspace.document.of_kind(Owner) if each.name == name)
    return next(found)


def card(person, title):
    return next(each for each in person.workspace.document.of_kind(Touchpoint) if each.title.startswith(title))


def test_it_lists_them_as_their_lanes_with_what_they_answer_for(person):
    assert person.names() == person.lanes() == ["Marketing", "Sales", "Customer Success", "Product", "Support"]
    said = [person.section.model.data(person.row(name), 11) for name in ("Sales", "Support")]
    assert said == ["Sales, 3 touchpoints", "Support, 1 touchpoint"]
    assert person.section.used.text().startswith("Named by 3 stages, 3 touchpoints")


def test_one_is_added_and_named_in_place(person):
    person.library.owners.new.click()
    person.type("Legal")
    person.press("Return")
    assert person.names()[-1] == "Legal" == person.lanes()[-1]
    person.undo()
    person.undo()
    assert person.names() == ["Marketing", "Sales", "Customer Success", "Product", "Support"]


def test_what_was_looked_for_is_added_under_that_name(person):
    person.type("Legal")
    assert person.names() == [] and person.section.empty.isVisible()
    QApplication.processEvents()
    assert person.section.new.y() < person.section.empty.geometry().bottom() + 24  # not at the foot of an empty list
    person.section.new.click()
    assert person.names()[-1] == "Legal" and person.section.view.current == named(person, "Legal").id


def test_f2_renames_in_place(person):
    person.pick("Sales")
    person.press("F2")
    person.press("Ctrl+A")
    person.type("Field sales")
    person.press("Return")
    assert "Field sales" in person.names() == person.lanes() and person.workspace.history.undo_label == "Rename"


def test_a_colour_of_the_schemes_is_pressed_or_taken_by_key(person):
    person.pick("Sales")
    person.pick("Support", "Ctrl")
    grid = person.section.colors.grid
    hands.click(grid, grid.place_of("#0072B2").toPoint())
    assert named(person, "Sales").color == named(person, "Support").color == "#0072B2"
    person.press_mark("Product")
    assert grid.hasFocus()
    person.press("Right")
    person.press("Return")
    assert named(person, "Product").color in COLORS
    person.section.colors.none.click()
    assert named(person, "Product").color == ""


def test_any_other_colour_is_asked_for(person):
    person.pick("Sales")
    person.section.colors._ask = lambda _parent, now: "#123456" if now else ""
    person.section.colors.own.click()
    assert named(person, "Sales").color == "#123456"


def test_they_are_moved_by_key_and_by_drag(person):
    person.pick("Support")
    person.press("Alt+Up")
    person.press("Ctrl+Up")
    assert person.names() == ["Marketing", "Sales", "Support", "Customer Success", "Product"] == person.lanes()
    person.drag_before("Product", "Marketing")
    assert person.lanes()[0] == "Product"
    person.undo()
    person.undo()
    person.undo()
    assert person.lanes()[-1] == "Support"


def test_rows_that_are_filtered_are_not_moved(person):
    person.type("s")
    person.press("Alt+Down")
    assert person.lanes() == ["Marketing", "Sales", "Customer Success", "Product", "Support"]


def test_several_are_merged_into_the_last_one_that_was_chosen(person):
    before = dumps(person.workspace.document.records)
    person.pick("Support")
    person.pick("Customer Success", "Ctrl")
    person.pick("Sales", "Ctrl")
    assert "merges them into Sales" in person.section.hint.text()
    person.press("=")
    assert person.names() == ["Marketing", "Sales", "Product"]
    assert person.lane_name(card(person, "First ticket")) == "Sales"
    assert len(person.workspace.history.steps) == 1
    person.undo()
    assert dumps(person.workspace.document.records) == before


def test_a_single_one_is_merged_into_one_that_is_asked_for(person):
    person.pick("Support")
    person.section.merging.click()
    menu = next(each for each in person.section.findChildren(QMenu))
    next(each for each in menu.actions() if each.text() == "Product").trigger()
    menu.close()
    assert person.names() == ["Marketing", "Sales", "Customer Success", "Product"]
    assert person.lane_name(card(person, "First ticket")) == "Product"


def test_removing_tells_what_has_no_owner_now(person):
    said = []
    person.workspace.offered.connect(lambda notice: said.append(notice.sentence))
    person.pick("Support")
    person.press("Delete")
    assert person.names() == ["Marketing", "Sales", "Customer Success", "Product"]
    assert said[-1].startswith("Support removed; without owner now: 1 stage, 1 touchpoint")
    person.undo()
    assert "Support" in person.names()


def test_a_locked_map_keeps_its_lanes(person):
    person.workspace.lock.toggle()
    person.pick("Support")
    for key in ("Delete", "Alt+Up", "F2"):
        person.press(key)
    person.section.new.click()
    assert person.names() == ["Marketing", "Sales", "Customer Success", "Product", "Support"]
    assert person.section.view.state() != person.section.view.State.EditingState


def test_enter_gives_what_is_selected_on_the_map_to_an_owner(person):
    one, other = card(person, "Hears of it"), card(person, "Watches the demo")
    person.workspace.session.select((one.id, other.id))
    person.pick("Product")
    assert person.section.hint.text() == "Enter gives 2 touchpoints to Product."
    person.press("Return")
    assert person.lane_name(card(person, "Hears")) == person.lane_name(card(person, "Watches")) == "Product"
    assert len(person.workspace.history.steps) == 1


def test_an_owner_is_dragged_onto_a_card_or_a_stage(person):
    assert person.drag_to_map("Support", person.grip("Hears of it"))
    person.expect_card("Hears of it", lane="Support")
    assert person.drag_to_map("Support", person.grip("Awareness"))
    stage = next(each for each in person.workspace.document.of_kind(Stage) if each.name == "Awareness")
    assert stage.owner == named(person, "Support").id
    assert not person.drag_to_map("Support", QPoint(3, 3))


def test_forty_owners_with_long_names_are_listed_filtered_and_merged(person):
    document = person.workspace.document
    with document.transaction("Forty"):
        for number in range(40):
            name = f"Department {number} " + "of a very long name " * (number * 12)
            document.put(Owner(id=f"many{number}", rank=f"b{number:02}", name=name[:10_000]))
    assert len(person.names()) == 45
    person.type("department 3")
    assert len(person.names()) == 13  # 3, 13, 23, 33 and 30 to 39
    person.window.grab()
    person.press("Escape")
    person.press("Ctrl+A")
    person.press("=")
    assert len(person.names()) == 1 and len(person.lanes()) == 1
    person.undo()
    assert len(person.names()) == 45


def test_the_menu_of_a_row_offers_what_keys_do(person):
    person.workspace.session.select((card(person, "Hears of it").id,))
    person.pick("Sales")
    hands.ask_menu(person.section.view.viewport(), person.place("Sales"))
    menu = next(each for each in person.section.findChildren(QMenu))
    offered = {each.text(): each for each in menu.actions()}
    assert list(offered)[1:] == ["Edit", "Move up", "Move down", "Remove", "Merge into…"]
    offered["Move up"].trigger()
    assert person.names()[:2] == ["Sales", "Marketing"]
    next(iter(offered.values())).trigger()
    person.expect_card("Hears of it", lane="Sales")
    menu.close()
