"""Transitions by keys and menus: gone through, made another kind of path, drawn out of what follows from order."""

import pytest
from PySide6.QtCore import QPoint

from journey_editor.core.records import Transition, name_of
from journey_editor.ui.actions.menus import Actions
from journey_editor.ui.notice import Notice
from tests import hands
from tests.alone import with_keys
from tests.robot import Robot


@pytest.fixture
def actions(robot: Robot) -> Actions:
    """The actions of the canvas, as its menus have them."""
    return with_keys(robot.canvas)


def ways(robot: Robot) -> list[Transition]:
    return list(robot.workspace.document.journey(robot.workspace.map_id).transitions)


def current(robot: Robot) -> Transition:
    found = robot.workspace.current
    assert isinstance(found, Transition), found
    return found


def heard(robot: Robot) -> list[str]:
    found: list[str] = []
    robot.workspace.noticed.connect(found.append)
    return found


def offers(robot: Robot) -> list[Notice]:
    found: list[Notice] = []
    robot.workspace.offered.connect(found.append)
    return found


def test_a_key_steps_through_the_ways_of_a_card_and_on(robot: Robot):
    robot.click("Legal review")
    robot.press("Alt+PgDown")
    first = current(robot)
    assert name_of(robot.workspace.document.records[first.source]) == "Legal review, signature"
    robot.press("Alt+PgDown")
    all_of_them = ways(robot)
    assert current(robot) == all_of_them[all_of_them.index(first) + 1]
    robot.press("Alt+PgUp")
    assert current(robot) == first
    robot.press("Right")
    robot.expect_selected("Two weeks of silence")
    robot.press("Alt+PgDown")
    robot.press("Left")
    robot.expect_selected("Two weeks of silence")


def test_a_card_without_a_way_of_its_own_leads_to_those_that_enter_it_or_to_none(robot: Robot):
    robot.click("Business review")
    robot.press("Alt+PgDown")
    assert name_of(robot.workspace.document.records[current(robot).target or ""]) == "Business review"
    said = heard(robot)
    robot.click("Hears of it")
    robot.press("Alt+PgDown")
    assert said == ["No transition is drawn here."]
    robot.expect_selected("Hears of it from a peer")


def test_up_and_down_go_through_the_ways_that_begin_at_one_card(robot: Robot):
    robot.click("Legal review")
    robot.press("Ctrl+Shift+G")
    out = current(robot)
    assert (out.target, out.path) == (None, "abandon")
    robot.press("Right")
    assert current(robot) == out, "it leads nowhere"
    others = [each.id for each in ways(robot) if each.source == out.source]
    robot.press("Up" if others[-1] == out.id else "Down")
    assert current(robot).id != out.id and current(robot).source == out.source


def test_the_kind_of_path_is_changed_by_keys(robot: Robot):
    robot.click("Legal review")
    robot.press("Alt+PgDown")
    said = heard(robot)
    robot.press("Shift+Alt+PgDown")
    assert current(robot).path == "unhappy" and said == ["Unhappy path"]
    robot.press("Shift+Alt+PgUp")
    robot.press("Shift+Alt+PgUp")
    assert current(robot).path == "abandon"
    assert robot.workspace.history.undo_label == "Change path"
    robot.undo()
    assert current(robot).path == "happy"


def test_a_way_that_leads_nowhere_stays_one_out_of_the_journey(robot: Robot, actions):
    said = heard(robot)
    robot.click("Legal review")
    robot.press("Ctrl+Shift+G")
    before = dict(robot.workspace.document.records)
    actions.by_id["path_happy"].trigger()
    assert said == ["A transition that leads nowhere leaves the journey: let it lead to a touchpoint first."]
    assert dict(robot.workspace.document.records) == before


@pytest.mark.parametrize("path", ["unhappy", "alternative", "exception", "loop", "abandon", "happy"])
def test_each_kind_of_path_is_in_the_menu(robot: Robot, actions, path: str):
    robot.click("Legal review")
    robot.press("Alt+PgDown")
    actions.by_id[f"path_{path}"].trigger()
    assert current(robot).path == path
    actions.refresh()
    assert [each for each in actions.by_id if each.startswith("path_") and actions.by_id[each].isChecked()] == [
        f"path_{path}"
    ]


def implied_place(robot: Robot, source: str, target: str) -> QPoint:
    """A place on the arrow that nobody drew between two cards."""
    records = robot.workspace.document.records
    ids = {name_of(each): each.id for each in records.values() if each.kind_name == "touchpoint"}
    robot.grip(source)
    arrow = next(each for each in robot.canvas.picture.elements if each.record == f"{ids[source]}>{ids[target]}")
    return robot.seen(arrow.rect.x + arrow.rect.width / 2, arrow.rect.y + arrow.rect.height / 2)


def test_an_arrow_that_nobody_drew_says_so_and_may_become_a_transition(robot: Robot):
    count, told = len(ways(robot)), offers(robot)
    hands.click(robot.viewport, implied_place(robot, "Proof of concept", "Legal review, signature"))
    assert [each.sentence for each in told] == [
        "Nobody drew this transition: Legal review, signature follows from the order."
    ]
    assert len(ways(robot)) == count
    told[0].run()
    assert len(ways(robot)) == count + 1
    made = current(robot)
    assert made.path == "happy" and len(robot.workspace.history.steps) == 1
    told[0].run()
    assert len(ways(robot)) == count + 1, "it is there already"


def test_a_double_click_makes_a_transition_of_it_at_once(robot: Robot):
    count = len(ways(robot))
    hands.double_click(robot.viewport, implied_place(robot, "Proof of concept", "Legal review, signature"))
    assert len(ways(robot)) == count + 1
    assert name_of(robot.workspace.document.records[current(robot).source]) == "Proof of concept"


def test_the_menu_of_an_arrow_is_about_transitions(robot: Robot):
    asked: list[str] = []
    robot.canvas.menu_asked.connect(lambda _place, record: asked.append(record))
    robot.click("Legal review")
    robot.press("Alt+PgDown")
    way = current(robot)
    begin, _end = robot.ends(way.id)
    hands.ask_menu(robot.viewport, begin + QPoint(12, 0))
    assert asked == [way.id]
