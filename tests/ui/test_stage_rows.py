"""What a window does with rows: by menu, keys, right click and palette."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from journey_editor.core.edits.rows import set_rows
from journey_editor.core.rows import NO_ROWS, rows_of
from journey_editor.layout.rowhit import CellPlace, name_at
from journey_editor.ui.panels.rowchoice import RowChoice
from journey_editor.ui.window import MainWindow
from tests import hands


def shown(window: MainWindow) -> tuple[str, ...]:
    return rows_of(window.workspace.document, window.workspace.map_id)


def open_menu(qapp: QApplication) -> RowChoice:
    [found] = [each for each in qapp.topLevelWidgets() if isinstance(each, RowChoice) and each.isVisible()]
    return found


def name_place(window: MainWindow, kind: str) -> QPoint:
    element = name_at(window.canvas.picture, CellPlace(kind, ""))
    assert element is not None
    window.canvas.reveal_beside(element)
    return window.canvas.mapFromScene(element.rect.x + 6, element.rect.y + 6)


def test_a_right_click_on_a_row_s_name_opens_the_menu_with_that_row_marked(
    window: MainWindow, qapp: QApplication
) -> None:
    hands.ask_menu(window.canvas.viewport(), name_place(window, "opportunity"))
    menu = open_menu(qapp)
    assert menu.list.currentItem().text() == "Opportunities"
    menu.close()


def test_keys_and_enter_on_a_name_open_it_too(window: MainWindow, qapp: QApplication) -> None:
    window.actions_of.by_id["rows_menu"].trigger()
    open_menu(qapp).close()
    hands.click(window.canvas.viewport(), name_place(window, "metric"))
    hands.tap(window.capture, "Return")
    assert open_menu(qapp).list.currentItem().text() == "Measured by"
    open_menu(qapp).close()
    window.actions_of.by_id["row_new"].trigger()
    menu = open_menu(qapp)
    assert menu.name.hasFocus()
    menu.close()


def test_actions_switch_rows_and_take_sets(window: MainWindow) -> None:
    by_id = window.actions_of.by_id
    by_id["row_thought"].trigger()
    assert "thought" in shown(window)
    window.actions_of.refresh()
    assert by_id["row_thought"].isChecked() and not by_id["row_goal"].isChecked()
    by_id["row_thought"].trigger()
    assert "thought" not in shown(window)
    by_id["rows_research"].trigger()
    assert shown(window)[0] == "thought"
    by_id["rows_none"].trigger()
    assert shown(window) == () and not window.canvas.picture.grid.rows
    by_id["rows_usual"].trigger()
    assert shown(window) == ("pain_point", "opportunity", "metric")


def test_the_row_under_hands_moves_by_its_actions(window: MainWindow) -> None:
    by_id = window.actions_of.by_id
    window.actions_of.refresh()
    assert not by_id["row_up"].isEnabled()
    hands.click(window.canvas.viewport(), name_place(window, "metric"))
    by_id["row_up"].trigger()
    by_id["row_up"].trigger()
    by_id["row_down"].trigger()
    assert shown(window) == ("pain_point", "metric", "opportunity")


def test_letters_typed_on_a_cell_go_there_and_not_into_the_capture_line(window: MainWindow) -> None:
    document, map_id = window.workspace.document, window.workspace.map_id
    set_rows(document, map_id, ("question",))
    stage = document.journey(map_id).stages[1].id
    window.canvas.cells.enter(CellPlace("question", stage))
    hands.QTest.keyClicks(window.capture, "W")
    assert window.capture.text() == "" and window.canvas.editor is not None
    hands.QTest.keyClicks(window.canvas.editor, "hy so")
    hands.tap(window.canvas.editor, "Tab")
    following = window.canvas.editor
    assert following is not None
    hands.tap(following, "Esc")
    notes = [each.text for each in document.journey(map_id).notes[stage] if each.kind == "question"]
    assert "Why so" in notes


def test_del_on_one_s_own_row_s_name_removes_it(window: MainWindow) -> None:
    document, map_id = window.workspace.document, window.workspace.map_id
    set_rows(document, map_id, ("Legal",))
    hands.click(window.canvas.viewport(), name_place(window, "Legal"))
    hands.tap(window.capture, "Del")
    assert document.journey(map_id).map.rows == NO_ROWS


def test_whose_a_text_is_is_told_while_the_pointer_rests(window: MainWindow) -> None:
    journey = window.workspace.document.journey(window.workspace.map_id)
    card = next(each for each in journey.touchpoints if each.title.startswith("Legal review"))
    pain = next(each for each in journey.notes[card.id] if each.kind == "pain_point")
    assert window.canvas.cells.tip_of(window.canvas.element_of(pain.id)).startswith("Legal review")
    on_stage = next(each for each in journey.notes[journey.stages[0].id] if each.kind == "pain_point")
    assert window.canvas.cells.tip_of(window.canvas.element_of(on_stage.id)) == ""


def test_the_capture_line_says_what_letters_on_a_cell_become(window: MainWindow) -> None:
    document, map_id = window.workspace.document, window.workspace.map_id
    set_rows(document, map_id, ("question", "opportunity"))
    stage = document.journey(map_id).stages[1]
    window.canvas.cells.enter(CellPlace("question", stage.id))
    assert window.capture.placeholderText() == f"Question of {stage.name} · just type"
    window.canvas.cells.enter(CellPlace("question", ""))
    assert "Question" not in window.capture.placeholderText()
    window.canvas.cells.enter(CellPlace("opportunity", stage.id))
    window.workspace.session.select((stage.id,))
    assert "Opportunity" not in window.capture.placeholderText()


def test_lines_pasted_on_a_cell_are_its_texts_in_one_step(window: MainWindow) -> None:
    document, map_id = window.workspace.document, window.workspace.map_id
    set_rows(document, map_id, ("question", "opportunity", "metric"))
    stage, steps = document.journey(map_id).stages[1].id, len(window.workspace.history.steps)
    QApplication.clipboard().setText("Why?\n\n  Who   pays? \n")
    window.canvas.cells.enter(CellPlace("question", stage))
    window.actions_of.by_id["paste"].trigger()
    asked = [each.text for each in document.journey(map_id).notes[stage] if each.kind == "question"]
    assert asked[-2:] == ["Why?", "Who pays?"] and len(window.workspace.history.steps) == steps + 1
    window.canvas.cells.enter(CellPlace("metric", stage))
    window.actions_of.by_id["paste"].trigger()
    assert [each.name for each in document.journey(map_id).metrics[stage]][-2:] == ["Why?", "Who pays?"]
    window.workspace.undo()
    QApplication.clipboard().setText("line\n" * 501)
    window.canvas.cells.enter(CellPlace("opportunity", stage))
    before = dict(document.records)
    window.actions_of.by_id["paste"].trigger()
    assert dict(document.records) == before


def test_the_menu_key_on_a_name_opens_the_menu_of_rows_and_on_a_cell_that_of_the_map(
    window: MainWindow, qapp: QApplication
) -> None:
    asked: list[str] = []
    window.canvas.menu_asked.connect(lambda _place, record: asked.append(record))
    hands.click(window.canvas.viewport(), name_place(window, "metric"))
    window.canvas.ask_menu()
    open_menu(qapp).close()
    window.canvas.cells.enter(CellPlace("metric", window.canvas.picture.grid.stages[0].stage))
    window.canvas.ask_menu()
    assert asked == [""]
