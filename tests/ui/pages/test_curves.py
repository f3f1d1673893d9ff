"""Stories of somebody who compares personas: ticks maps, reads where they part, walks, copies, and goes there."""

from hypothesis import given
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.maps import add_map, duplicate_map, remove_map
from journey_editor.core.journey import maps_of, read_journey
from journey_editor.core.records import JourneyMap, Persona, Record, Stage, Touchpoint
from journey_editor.insight.parting import apart_text, parting
from journey_editor.layout.multiples import multiples
from journey_editor.layout.style import LIGHT
from journey_editor.ui.mapwords import names_apart
from journey_editor.ui.pages.curves import CurvesPage, comparison, table_of
from journey_editor.ui.window import MainWindow
from tests.hands import ask_menu, click
from tests.robot import Robot
from tests.strategies import files


def another(window: MainWindow, persona: str, stage: str, valence: float) -> str:
    """A copy of the sample's map for another persona, who feels otherwise in one stage; returns its id."""
    document = window.workspace.document
    new = duplicate_map(document, "now")
    with document.transaction("Another persona"):
        document.put(Persona(id=f"of-{new}", rank="b0", name=persona))
        copy = document.records[new]
        assert isinstance(copy, JourneyMap)
        document.put(copy.with_(persona=f"of-{new}"))
        own = {each.id: each.name for each in document.records.values() if isinstance(each, Stage) and each.map == new}
        for each in tuple(document.records.values()):
            if isinstance(each, Touchpoint) and own.get(each.stage or "") == stage and each.emotion:
                felt = each.emotion.with_(valence=valence, low=None, high=None)
                document.put(each.with_(emotion=felt))
    return new


def opened(window: MainWindow) -> CurvesPage:
    window.actions_of.by_id["page_curves"].trigger()
    page = window.paging.page
    assert isinstance(page, CurvesPage)
    QApplication.processEvents()
    return page


def ticked(page: CurvesPage) -> list[str]:
    return [pill.accessibleName() for pill in page.picks.pills.values() if pill.isChecked()]


def place(page: CurvesPage, panel: int, stage: int) -> QPoint:
    assert page.row.shown is not None
    rect = next(each.rect for each in page.row.shown.seats if (each.panel, each.stage) == (panel, stage))
    return QPoint(round(rect.x + 12), round(rect.y + 12))


def test_a_file_with_one_map_says_what_to_do(window: MainWindow):
    page = opened(window)
    assert "This file has one map" in page.said.text() and len(page.picks.pills) == 1
    assert page.inside.currentWidget() is page.scroller, "its own curve is shown meanwhile"


def test_where_personas_part_most_is_said_marked_and_led_to(window: MainWindow):
    new = another(window, "End user", "Onboarding", 2.0)
    window.workspace.session.show_map("now")
    page, robot = opened(window), Robot(window)
    assert ticked(page) == ["IT operations manager, mid-market", "End user"]
    assert "They part most at “Onboarding”: +2 for End user" in page.said.text()
    assert page.row.shown is not None and page.found.furthest is page.found.stages[3]
    assert page.found.apart == round(page.found.stages[3].apart / len(page.found.stages), 9)  # type: ignore[operator]
    journeys = tuple(window.workspace.document.journey(each) for each in ("now", new))
    assert comparison(page.found, journeys, ("ours", "theirs")).whole == apart_text(page.found.apart) != ""
    assert robot.focused is page.row
    for keys in ("Down", "Down", "Right", "Right", "Right"):
        robot.press(keys)
    assert page.row.accessibleDescription() == "End user, Onboarding: +2"
    robot.press("Return")
    current = window.workspace.current
    assert window.paging.page is None and isinstance(current, Stage)
    assert (window.workspace.map_id, current.name) == (new, "Onboarding")


def test_a_click_leads_to_a_stage_of_a_map_and_one_that_lacks_it_to_the_map(window: MainWindow):
    new = another(window, "End user", "Adoption", -2.0)
    document = window.workspace.document
    gone = next(e for e in document.records.values() if isinstance(e, Stage) and e.map == new and e.name == "Decision")
    with document.transaction("Without"):
        document.remove(gone.id)
    assert opened(window).left_out.text() == (
        "Stages that only one of them has: IT operations manager, mid-market: Decision"
    )
    another(window, "Buyer", "Adoption", 0.0)
    window.workspace.session.show_map("now")
    page = opened(window)
    page.refresh()
    assert page.left_out.isHidden()
    names = [each.first.name for each in page.found.stages]
    row = list(page.picks.pills).index(new)
    click(page.row, place(page, row, names.index("Decision")))
    assert window.workspace.map_id == new and window.paging.page is None
    page = opened(window)
    click(page.row, place(page, 0, names.index("Adoption")))
    current = window.workspace.current
    assert isinstance(current, Stage) and (current.map, current.name) == ("now", "Adoption")


def test_a_place_has_a_menu(window: MainWindow):
    another(window, "End user", "Adoption", -2.0)
    window.workspace.session.show_map("now")
    page = opened(window)
    ask_menu(page.row, place(page, 0, 1))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == ["Show on the map", "Copy the table"]
    menu.actions()[0].trigger()
    menu.close()
    current = window.workspace.current
    assert isinstance(current, Stage) and (current.map, current.name) == ("now", page.found.stages[1].first.name)


def test_ticks_choose_what_is_compared_by_mouse_and_keys(window: MainWindow):
    for number in range(5):
        another(window, f"Persona {number}", "Onboarding", number / 2 - 1)
    window.workspace.session.show_map("now")
    page, robot = opened(window), Robot(window)
    assert len(ticked(page)) == 4 and len(page.picks.pills) == 6
    pills = list(page.picks.pills.values())
    for pill in pills[:4]:
        if pill.isChecked():
            pill.click()
    page.picks.setFocus()
    robot.press("Right")
    robot.press("Space")
    before = ticked(page)
    robot.press("Right")
    robot.press("Return")
    assert len(ticked(page)) == len(before) + 1 or len(ticked(page)) == len(before) - 1
    assert page.row.shown is not None
    assert {each.panel for each in page.row.shown.seats} == set(range(len(ticked(page))))


def test_the_means_are_copied_as_a_table(window: MainWindow):
    another(window, "End user", "Onboarding", 2.0)
    window.workspace.session.show_map("now")
    page, robot = opened(window), Robot(window)
    robot.press("Ctrl+C")
    lines = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert lines[0] == ["Map", *(each.first.name for each in page.found.stages), "apart on average"]
    assert [line[0] for line in lines[1:]] == ["IT operations manager, mid-market", "End user", "apart"]
    assert lines[2][4] == "2" and lines[3][-1] == f"{page.found.apart:.10g}"


def test_maps_that_share_nothing_say_so_and_come_and_go(window: MainWindow):
    document = window.workspace.document
    empty = add_map(document, title="Elsewhere")
    page = opened(window)
    assert page.inside.currentWidget() is page.empty and "share no stage" in page.empty.words.text()
    page.picks.pills[empty].click()
    assert page.inside.currentWidget() is page.scroller
    remove_map(document, empty)
    page.refresh()
    assert list(page.picks.pills) == ["now"]
    page.picks.pills["now"].click()
    assert page.inside.currentWidget() is page.empty and "Tick two maps" in page.empty.words.text()


def test_an_edit_is_seen_and_the_curve_is_drawn(window: MainWindow, qtbot: QtBot):
    another(window, "End user", "Onboarding", 2.0)
    window.workspace.session.show_map("now")
    page = opened(window)
    before = page.found
    image = page.row.grab().toImage()
    ink = sum(QColor(image.pixel(x, 90)).lightness() < 80 for x in range(200, image.width()))
    assert ink > 0
    Robot(window).press("Ctrl+Z")
    qtbot.waitUntil(lambda: page.found != before)


@given(files())
def test_any_maps_can_be_compared(records: dict[str, Record]):
    maps = maps_of(records)
    journeys, names = tuple(read_journey(records, each.id) for each in maps), names_apart(maps, records)
    found = parting(journeys, records)
    laid = multiples(comparison(found, journeys, names), LIGHT, 900.0, 500.0)
    assert len(laid.seats) == len(maps) * len(found.stages)
    assert all(seat.record in records for seat in laid.seats)
    rows = table_of(found, names)
    assert len(rows) == len(maps) + 2 and {len(row) for row in rows} == {len(found.stages) + 2}
