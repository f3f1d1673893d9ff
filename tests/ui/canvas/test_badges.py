"""Badges lie on the map where their findings are: a click stands at one, an edit takes them along."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.findings import set_aside
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.touchpoints import add_touchpoint
from journey_editor.ui.canvas.badges import Badge
from journey_editor.ui.window import MainWindow
from tests import hands
from tests.robot import Robot


@pytest.fixture
def shown(window: MainWindow) -> MainWindow:
    """The sample with its findings on the map."""
    window.workspace.findings.settle()
    window.diagnosis.show(True)
    return window


def badges(window: MainWindow) -> list[Badge]:
    return list(window.diagnosis.badges.within(0.0, window.canvas.picture.width))


def on_screen(window: MainWindow, badge: Badge) -> QPoint:
    window.canvas.reveal(badge.rect)
    return window.canvas.mapFromScene(badge.x, badge.y)


def test_no_badge_covers_another_and_each_finding_with_a_place_has_one(shown: MainWindow):
    found = badges(shown)
    for index, one in enumerate(found):
        assert not any(one.rect.intersects(other.rect) for other in found[:index]), one.listed.finding
    listed = shown.workspace.listed
    keys = {each.listed.finding.key for each in found}
    on_the_map = {
        each.key for entry in listed.entries for each in entry.findings
        if each.records != (shown.workspace.map_id,) and each.rule != "expectation_gap"
    }  # fmt: skip
    assert on_the_map <= keys
    assert {each.listed.number for each in found} - {""} <= {str(each) for each in listed.numbers.values()}


def test_a_click_on_a_badge_stands_at_its_finding(shown: MainWindow):
    badge = next(each for each in badges(shown) if each.listed.finding.rule == "handoff")
    hands.click(shown.canvas.viewport(), on_screen(shown, badge))
    finding = badge.listed.finding
    assert shown.workspace.listed.current == finding.key
    assert set(shown.workspace.session.selected) == set(finding.records)
    row = shown.diagnosis.panel.view.row_here()
    assert row is not None and row.finding == finding


def test_badges_go_with_the_switch_and_posters_stay_clean(shown: MainWindow):
    badge = badges(shown)[0]
    place = on_screen(shown, badge)
    shown.do("findings")
    assert not shown.diagnosis.panel.isVisible()
    hands.click(shown.canvas.viewport(), place)
    assert shown.workspace.listed.current != badge.listed.finding.key
    assert all("finding" not in element.role for element in shown.canvas.picture.elements)


def test_what_comes_before_moves_badges_along_at_once(shown: MainWindow, qtbot: QtBot):
    def places() -> dict[object, float]:
        return {each.listed.finding.key: each.x for each in badges(shown) if each.listed.finding.rule == "handoff"}

    before, first = places(), shown.workspace.document.journey(shown.workspace.map_id).stages[0]
    add_touchpoint(shown.workspace.document, shown.workspace.map_id, "New", Slot(first.id))
    after = places()
    assert before.keys() == after.keys()
    assert any(after[key] > before[key] + 20 for key in before)


def test_what_is_set_aside_has_no_badge(shown: MainWindow):
    badge = badges(shown)[0]
    finding = badge.listed.finding
    set_aside(shown.workspace.document, shown.workspace.map_id, finding.rule, finding.records, "so it is")
    shown.workspace.findings.settle()
    assert finding.key not in {each.listed.finding.key for each in badges(shown)}


def test_a_badge_tells_its_sentence(shown: MainWindow):
    badge = next(each for each in badges(shown) if each.listed.number == "1")
    assert shown.diagnosis.badges.at(badge.rect.center()) == badge.listed.finding
    robot = Robot(shown)
    robot.press("F4")
    assert shown.workspace.listed.current is not None
