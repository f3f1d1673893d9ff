"""Rows under hands: texts are typed, walked, moved and dragged in their cells, each as one step of undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.attachments import attached_to
from journey_editor.core.edits.rows import set_rows
from journey_editor.core.records import JourneyMap, Metric, Note, Opportunity, Record, name_of
from journey_editor.layout.rowhit import CellPlace, more_at, name_at, texts_in
from journey_editor.ui.canvas.texts import TextList
from journey_editor.ui.canvas.view import CanvasView
from tests import hands
from tests.building import MAP, metric, note, opportunity, records, stage, touchpoint
from tests.robot import Robot

Open = Callable[[list[Record]], CanvasView]


def small(**fields: object) -> list[Record]:
    return records(
        stage("one", "a0"),
        stage("two", "a1"),
        stage("three", "a2"),
        touchpoint("card", "one"),
        touchpoint("next", "two"),
        note("tired", "one"),
        note("lost", "card"),
        opportunity("idea", "two", effort=4),
        metric("speed", "three", current=3, target=5),
        **fields,
    )


@pytest.fixture
def robot(open_canvas: Open) -> Robot:
    return Robot(open_canvas(small(rows=["goal", "pain_point", "opportunity", "metric"])))


def at(robot: Robot, kind: str, stage_id: str) -> QPoint:
    """A place of a cell where no text lies, or the name of a row."""
    element = name_at(robot.canvas.picture, CellPlace(kind, stage_id))
    assert element is not None
    rect = element.rect
    return robot.seen(rect.x + 5.0, rect.bottom - 2.0) if stage_id else robot.seen(rect.x + 8.0, rect.y + 6.0)


def texts(robot: Robot, kind: str, on: str) -> list[str]:
    model = {"opportunity": Opportunity, "metric": Metric}.get(kind, Note)
    found = attached_to(robot.workspace.document, on, model)  # type: ignore[type-var]
    return [name_of(each) for each in found if name_of(each) and (not isinstance(each, Note) or each.kind == kind)]


def key(text: str, code: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, hands.NO_KEYS, text)


def grip(robot: Robot, record: str) -> QPoint:
    element = robot.canvas.element_of(record)
    assert element is not None
    return robot.seen(element.rect.x + 8.0, element.rect.y + 6.0)


def steps(robot: Robot) -> int:
    return len(robot.workspace.history.steps)


def where(robot: Robot) -> tuple[str, str] | None:
    held = robot.canvas.cells.at
    return (held.place.kind, held.place.stage) if held is not None else None


def rows(robot: Robot) -> tuple[str, ...]:
    found = robot.workspace.document.records[MAP]
    assert isinstance(found, JourneyMap)
    return found.rows


def test_a_double_click_in_an_empty_cell_makes_a_text_of_the_stage_and_enter_goes_on_below(robot: Robot) -> None:
    hands.double_click(robot.viewport, at(robot, "goal", "one"))
    for words in ("First value", "Less work", ""):
        robot.type(words)
        robot.press("Return")
    assert texts(robot, "goal", "one") == ["First value", "Less work"]
    assert robot.canvas.editor is None and steps(robot) == 2
    robot.expect_selected("Less work")
    robot.undo()
    assert texts(robot, "goal", "one") == ["First value"]


def test_letters_typed_on_a_cell_are_its_text(robot: Robot) -> None:
    hands.click(robot.viewport, at(robot, "goal", "two"))
    assert where(robot) == ("goal", "two") and not robot.workspace.session.selected
    assert robot.canvas.cells.type_on(key("F", Qt.Key.Key_F))
    robot.type("aster")
    robot.press("Return")
    assert texts(robot, "goal", "two") == ["Faster"]


def test_tab_goes_to_the_next_stage_s_cell_while_typing_and_before(robot: Robot) -> None:
    hands.double_click(robot.viewport, at(robot, "goal", "one"))
    robot.type("One")
    robot.press("Tab")
    robot.type("Two")
    robot.press("Tab")
    robot.press("Shift+Tab")
    robot.type("Two again")
    robot.press("Return")
    assert (texts(robot, "goal", "one"), texts(robot, "goal", "two")) == (["One"], ["Two again"])
    hands.click(robot.viewport, at(robot, "goal", "three"))
    robot.canvas.handle_key(key("", Qt.Key.Key_Backtab))
    robot.expect_selected("Two again")
    robot.canvas.handle_key(key("", Qt.Key.Key_Tab))
    assert where(robot) == ("goal", "three")


def test_esc_in_an_empty_cell_leaves_nothing_and_hands_where_they_were(robot: Robot) -> None:
    hands.double_click(robot.viewport, at(robot, "goal", "one"))
    robot.type("Word")
    robot.press("Esc")
    assert not steps(robot) and where(robot) == ("goal", "one")


def test_with_a_touchpoint_of_the_stage_selected_the_text_is_the_touchpoint_s(robot: Robot) -> None:
    robot.click("Card")
    hands.double_click(robot.viewport, at(robot, "goal", "one"))
    robot.type("Mine")
    robot.press("Return")
    robot.press("Return")
    assert texts(robot, "goal", "card") == ["Mine"] and texts(robot, "goal", "one") == []
    robot.expect_selected("Mine")
    assert [each.record for each in robot.canvas.scene().overlay.kin] == ["card"]  # type: ignore[attr-defined]
    robot.click("Card")
    hands.double_click(robot.viewport, at(robot, "goal", "two"))
    robot.type("Another")
    robot.press("Return")
    assert texts(robot, "goal", "two") == ["Another"]


def test_a_text_is_selected_edited_where_it_stands_and_removed(robot: Robot) -> None:
    robot.click("tired")
    robot.expect_selected("tired")
    robot.press("F2")
    robot.type("Very tired")
    robot.press("Return")
    assert texts(robot, "pain_point", "one") == ["Very tired"] and robot.canvas.editor is None
    robot.press("Del")
    assert texts(robot, "pain_point", "one") == []
    robot.expect_selected("lost")
    robot.press("Del")
    assert where(robot) == ("pain_point", "one") and steps(robot) == 3
    robot.press("Del")
    assert steps(robot) == 3


def test_opportunities_and_metrics_are_typed_in_their_rows(robot: Robot) -> None:
    hands.double_click(robot.viewport, at(robot, "opportunity", "one"))
    robot.type("Guide")
    robot.press("Return")
    robot.press("Esc")
    hands.double_click(robot.viewport, at(robot, "metric", "one"))
    robot.type("NPS")
    robot.press("Return")
    robot.press("Esc")
    assert texts(robot, "opportunity", "one") == ["Guide"] and texts(robot, "metric", "one") == ["NPS"]
    assert steps(robot) == 2


def test_arrows_walk_from_the_lowest_lane_through_cells_and_texts_and_back(robot: Robot) -> None:
    robot.click("Card")
    walked = []
    for _step in range(6):
        robot.press("Down")
        current = robot.workspace.current
        walked.append(name_of(current) if current is not None else where(robot))
    assert walked == [("goal", "one"), "tired", "lost", ("opportunity", "one"), ("metric", "one"), ("metric", "one")]
    robot.press("Right")
    assert where(robot) == ("metric", "two")
    robot.press("Up")
    robot.expect_selected("idea")
    robot.press("Left")
    robot.press("Up")
    robot.expect_selected("lost")
    robot.press("Left")
    assert where(robot) == ("pain_point", "")
    robot.press("Up")
    assert where(robot) == ("goal", "")
    robot.press("Right")
    robot.press("Up")
    robot.expect_selected("Card")


def test_enter_on_a_cell_reached_by_arrows_begins_a_text(robot: Robot) -> None:
    robot.click("Card")
    robot.press("Down")
    robot.press("Return")
    robot.type("Goal")
    robot.press("Return")
    assert texts(robot, "goal", "one") == ["Goal"]


def test_ctrl_and_arrows_move_a_text_and_leave_stages_alone(robot: Robot) -> None:
    robot.click("tired")
    robot.press("Ctrl+Right")
    assert texts(robot, "pain_point", "two") == ["tired"]
    before = robot.stages()
    hands.click(robot.viewport, at(robot, "goal", "one"))
    for keys in ("Ctrl+Right", "Ctrl+Left", "Ctrl+Up", "Del", "Ctrl+D"):
        robot.press(keys)
    assert robot.stages() == before and steps(robot) == 1


@pytest.mark.parametrize("keys", ["Alt+Up", "Ctrl+Up"])
def test_the_name_of_a_row_moves_it_by_keys(robot: Robot, keys: str) -> None:
    hands.click(robot.viewport, at(robot, "opportunity", ""))
    robot.press(keys)
    assert rows(robot) == ("goal", "opportunity", "pain_point", "metric") and where(robot) == ("opportunity", "")
    robot.press(keys)
    robot.press(keys)
    assert rows(robot)[0] == "opportunity" and steps(robot) == 2


def test_alt_and_arrows_move_the_row_of_the_selected_text(robot: Robot) -> None:
    hands.click(robot.viewport, grip(robot, "idea"))
    robot.press("Alt+Down")
    assert rows(robot) == ("goal", "pain_point", "metric", "opportunity")
    robot.expect_selected("idea")


def test_the_name_of_a_row_is_dragged_to_another_place(robot: Robot) -> None:
    start, goal = at(robot, "metric", ""), at(robot, "goal", "")
    hands.drag(robot.viewport, (start, QPoint(start.x(), goal.y() - 10)))
    assert rows(robot) == ("metric", "goal", "pain_point", "opportunity") and steps(robot) == 1


def test_a_text_is_dragged_to_the_cell_of_another_stage(robot: Robot) -> None:
    hands.drag(robot.viewport, (robot.grip("tired"), at(robot, "pain_point", "three")))
    assert texts(robot, "pain_point", "three") == ["tired"] and steps(robot) == 1
    robot.undo()
    assert texts(robot, "pain_point", "one") == ["tired"]


def test_a_text_dragged_to_another_row_changes_its_kind_and_stays_with_its_card(robot: Robot) -> None:
    hands.drag(robot.viewport, (robot.grip("lost"), at(robot, "goal", "one")))
    assert texts(robot, "goal", "card") == ["lost"]
    hands.drag(robot.viewport, (robot.grip("lost"), at(robot, "goal", "two")))
    assert texts(robot, "goal", "two") == ["lost"]


def test_a_text_is_dragged_onto_a_card_and_from_there_to_its_stage(robot: Robot) -> None:
    hands.drag(robot.viewport, (robot.grip("tired"), robot.grip("Next")))
    assert texts(robot, "pain_point", "next") == ["tired"]
    hands.drag(robot.viewport, (robot.grip("tired"), robot.grip("Two")))
    assert texts(robot, "pain_point", "two") == ["tired"] and steps(robot) == 2


def test_an_opportunity_dragged_to_the_pain_points_becomes_one_and_what_is_lost_is_said(robot: Robot) -> None:
    said: list[str] = []
    robot.workspace.offered.connect(lambda notice: said.append(notice.sentence))
    hands.drag(robot.viewport, (grip(robot, "idea"), at(robot, "pain_point", "two")))
    assert texts(robot, "pain_point", "two") == ["idea"] and texts(robot, "opportunity", "two") == []
    assert len(said) == 1 and "Pain points" in said[0]
    robot.undo()
    assert texts(robot, "opportunity", "two") == ["idea"]


def test_a_text_is_dragged_up_and_down_within_its_cell(open_canvas: Open) -> None:
    made = [note("second", "one", rank="a1"), note("third", "one", rank="a2")]
    robot = Robot(open_canvas([*small(), *made]))
    first = robot.grip("tired")
    hands.drag(robot.viewport, (robot.grip("third"), QPoint(first.x(), first.y() - 6)))
    assert texts(robot, "pain_point", "one") == ["third", "tired", "second"]
    hands.drag(robot.viewport, (robot.grip("third"), QPoint(first.x(), robot.grip("second").y() + 5)))
    assert texts(robot, "pain_point", "one") == ["tired", "second", "third"] and steps(robot) == 2


def test_esc_gives_a_drag_up(robot: Robot) -> None:
    start = robot.grip("tired")
    hands.press(robot.viewport, start)
    for step in range(1, 6):
        hands.move(robot.viewport, start + (at(robot, "goal", "two") - start) * step / 5)
    robot.press("Esc")
    hands.release(robot.viewport, at(robot, "goal", "two"))
    assert not steps(robot) and texts(robot, "pain_point", "one") == ["tired"]


def test_what_has_no_room_is_in_a_list_that_opens_at_a_click(open_canvas: Open, qapp: QApplication) -> None:
    made = [note(f"n{number:03}", "one", text=f"Text {number}") for number in range(200)]
    robot = Robot(open_canvas([*small(), *made]))
    more = more_at(robot.canvas.picture, CellPlace("pain_point", "one"))
    assert more is not None
    hands.click(robot.viewport, robot.seen(more.rect.x + 8, more.rect.y + 6))
    [shown] = [each for each in qapp.topLevelWidgets() if isinstance(each, TextList) and each.isVisible()]
    assert len(shown.ids()) == 202 and shown.ids()[-1] == "lost"
    hands.tap(shown.list, "End")
    robot.expect_selected("lost")
    hands.tap(shown.list, "Del")
    assert "lost" not in robot.workspace.document.records and len(shown.ids()) == 201
    hands.tap(shown.list, "Home")
    hands.tap(shown.list, "Ctrl+Down")
    hands.tap(shown.list, "Return")
    field = QApplication.focusWidget()
    assert field is not None
    hands.QTest.keyClicks(field, "Other words")
    hands.tap(field, "Return")
    qapp.processEvents()
    assert "Other words" in {name_of(each) for each in robot.workspace.document.of_kind(Note)}
    hands.tap(shown.list, "Esc")
    assert not shown.isVisible()


def test_a_text_that_has_no_room_can_be_edited_and_walked_from(open_canvas: Open, qtbot: QtBot) -> None:
    made = [note(f"n{number}", "one", rank=f"b{number}0", text=f"Text {number}") for number in range(5)]
    robot = Robot(open_canvas([*small(), *made]))
    qtbot.waitUntil(robot.canvas.isActiveWindow)
    robot.workspace.session.select(("n4",))
    robot.press("F2")
    robot.type("New words")
    robot.press("Return")
    assert name_of(robot.workspace.document.records["n4"]) == "New words"
    robot.press("Up")
    shown = texts_in(robot.canvas.picture, CellPlace("pain_point", "one"))
    assert robot.workspace.session.current == shown[-2].record


def test_a_cell_that_goes_is_let_go_of(robot: Robot) -> None:
    hands.click(robot.viewport, at(robot, "goal", "one"))
    set_rows(robot.workspace.document, MAP, ["pain_point"])
    assert where(robot) is None
    robot.click("tired")
    hands.click(robot.viewport, at(robot, "pain_point", "three"))
    robot.click("Card")
    assert where(robot) is None


def test_everything_done_in_rows_is_undone_to_the_first_state(robot: Robot) -> None:
    before = dict(robot.workspace.document.records)
    hands.double_click(robot.viewport, at(robot, "goal", "one"))
    robot.type("One")
    robot.press("Tab")
    robot.type("Two")
    robot.press("Return")
    robot.press("Esc")
    hands.drag(robot.viewport, (robot.grip("tired"), at(robot, "opportunity", "three")))
    hands.click(robot.viewport, at(robot, "metric", ""))
    robot.press("Alt+Up")
    while robot.workspace.history.undo_label:
        robot.undo()
    assert dict(robot.workspace.document.records) == before


def test_ctrl_and_drag_copies_a_text(robot: Robot) -> None:
    hands.drag(robot.viewport, (robot.grip("tired"), at(robot, "pain_point", "three")), hands.CTRL)
    assert texts(robot, "pain_point", "one") == texts(robot, "pain_point", "three") == ["tired"]
    assert steps(robot) == 1


def test_several_texts_go_along_in_one_step(robot: Robot) -> None:
    robot.click("tired")
    robot.click("lost", "Shift")
    hands.drag(robot.viewport, (grip(robot, "lost"), at(robot, "pain_point", "three")))
    assert texts(robot, "pain_point", "three") == ["tired", "lost"] and steps(robot) == 1


def test_a_touchpoint_that_nobody_named_takes_no_text_with_it(robot: Robot):
    canvas, records = robot.canvas, robot.workspace.document.records
    before = dict(records)
    robot.workspace.session.select(("card",))
    canvas.new_after(is_stage=False)
    (made,) = records.keys() - before.keys()
    canvas.cells.enter(CellPlace("goal", "one"), holder=made)
    canvas.cells.edit()
    assert dict(records) == before, "without a name it goes, and there is nothing to add to"
    canvas.cells.enter(CellPlace("goal", "one"))
    canvas.cells.edit()
    assert len(records) == len(before) + 1
