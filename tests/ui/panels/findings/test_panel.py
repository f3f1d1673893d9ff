"""The panel of findings under hands: numbers filter, rows are walked, unfolded and pressed, owners chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from journey_editor.core.history import History
from journey_editor.core.records import Touchpoint
from journey_editor.insight.finding import Finding
from journey_editor.storage.format import dumps
from journey_editor.ui.panels.findings.model import Row
from journey_editor.ui.panels.findings.painting import EDGE, TEXT_LEFT, layout_of
from journey_editor.ui.panels.findings.panel import FindingPanel
from journey_editor.ui.theme import font
from journey_editor.ui.workspace import Workspace
from tests import hands
from tests.building import metric, owners, records, stage, touchpoint

LINE = "abab" * 6


@pytest.fixture
def workspace(qapp: object) -> Workspace:
    cards = [touchpoint(f"t{i}", "s", f"a{i:02}", owner=owner, v=i % 3 - 1) for i, owner in enumerate(LINE)]
    orphan = touchpoint("z", "s2", title="Nobody’s")
    metrics = [metric(f"m{i}", f"t{i}", current=1, expected=9, priority="high") for i in range(9)]
    return Workspace(records(*owners("a", "b"), stage("s", owner="a"), stage("s2", "a1"), *cards, orphan, *metrics))


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> FindingPanel:
    found = FindingPanel(workspace, lambda _event: False)
    qtbot.addWidget(found)
    found.resize(344, 800)
    workspace.findings.settle()
    found.show()
    with qtbot.waitActive(found):
        found.activateWindow()
    return found


def rows(panel: FindingPanel, kind: str = "finding") -> list[Row]:
    return [each for each in panel.rows.rows if each.kind == kind]


def row_of(panel: FindingPanel, rule: str) -> int:
    return next(i for i, each in enumerate(panel.rows.rows) if each.finding is not None and each.finding.rule == rule)


def link(panel: FindingPanel, place: int, name: str) -> QPoint:
    """Where a link of a row lies, which is brought into sight."""
    index = panel.rows.index(place, 0)
    panel.view.scrollTo(index)
    rect = panel.view.visualRect(index)
    across = range(rect.left(), rect.right(), 3)
    y = rect.top() + round(layout_of(panel.rows.rows[place], rect.width()).links) - 4
    at: Callable[[int], str] = lambda x: panel.view.delegate.link_at(index, QRectF(rect), QPoint(x, y))  # noqa: E731
    return QPoint(next(x for x in across if at(x) == name) + 4, y)


def test_seven_entries_are_shown_and_the_others_told_and_unfolded(panel: FindingPanel):
    assert len(rows(panel)) == 7
    (more,) = rows(panel, "more")
    every = len(panel.rows.rows[:7]) + int(more.words.split()[0])
    panel.view.setFocus()
    hands.tap(panel.view, "End")
    hands.tap(panel.view, "Return")
    assert len({each.number for each in rows(panel)}) == every and not rows(panel, "more")
    hands.tap(panel.view, "End")
    hands.tap(panel.view, "Return")
    assert len(rows(panel)) == 7


def test_the_numbers_above_filter(panel: FindingPanel, workspace: Workspace):
    high = panel.filters.buttons["high"]
    assert high.text() == f"{workspace.listed.counts['high']} high"
    high.click()
    assert all(each.finding is not None and each.finding.severity != "high" for each in rows(panel))
    for severity in ("medium", "low"):
        panel.filters.buttons[severity].click()
    assert not rows(panel) and "left out" in panel.empty.text()
    high.click()
    assert rows(panel) and panel.empty.isHidden()


def test_handoffs_of_one_pair_fold_behind_the_worst(panel: FindingPanel, workspace: Workspace):
    workspace.listed.unfold()
    others = rows(panel, "others")
    assert others and "from" in others[0].words
    before = len(rows(panel))
    place = panel.rows.rows.index(others[0])
    panel.view.scrollTo(panel.rows.index(place, 0))
    hands.click(panel.view.viewport(), panel.view.visualRect(panel.rows.index(place, 0)).center())
    assert len(rows(panel)) > before


def test_walking_leads_to_each_place(panel: FindingPanel, qtbot: QtBot):
    led: list[object] = []
    panel.led.connect(led.append)
    panel.view.setFocus()
    for key in ("Down", "Down", "Up", "Down"):
        hands.tap(panel.view, key)
    first, second = (row.finding for row in rows(panel)[:2])
    assert led == [first, second, first, second]


def test_an_owner_is_chosen_from_a_menu_in_one_step(panel: FindingPanel, workspace: Workspace, qtbot: QtBot):
    first, history = dumps(workspace.document.records), History(workspace.document)
    workspace.listed.unfold()
    place = row_of(panel, "gray_zone")
    hands.click(panel.view.viewport(), link(panel, place, "repair"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [each.text() for each in menu.actions() if not each.isSeparator()]
    assert names == ["A", "B", "New owner…"]
    menu.actions()[1].trigger()
    menu.close()
    assert workspace.document.one(Touchpoint, "z").owner == "b"
    history.undo()
    assert dumps(workspace.document.records) == first


def test_a_new_owner_is_named_in_the_row(panel: FindingPanel, workspace: Workspace, qtbot: QtBot):
    workspace.listed.unfold()
    place = row_of(panel, "gray_zone")
    hands.click(panel.view.viewport(), link(panel, place, "repair"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    field = panel.view.indexWidget(panel.view.currentIndex()) or QApplication.focusWidget()
    assert field is not None
    hands.QTest.keyClicks(field, "Billing")
    hands.tap(field, "Return")
    qtbot.wait(20)
    assert [each.name for each in workspace.document.journey(workspace.map_id).owners] == ["A", "B", "Billing"]


def test_a_finding_is_dismissed_with_a_reason_and_taken_back_by_mouse(
    panel: FindingPanel, workspace: Workspace, qtbot: QtBot
):
    first = dumps(workspace.document.records)
    hands.click(panel.view.viewport(), link(panel, 0, "dismiss"))
    field = QApplication.focusWidget()
    assert field is not None and field is not panel.view
    hands.QTest.keyClicks(field, "as agreed")
    hands.tap(field, "Return")
    qtbot.wait(20)
    workspace.findings.settle()
    (head,) = rows(panel, "aside_head")
    panel.view.stand_at(panel.rows.rows.index(head))
    panel.view.setFocus()
    hands.tap(panel.view, "Return")
    (aside,) = rows(panel, "aside")
    assert aside.reason == "as agreed" and not aside.number
    hands.click(panel.view.viewport(), link(panel, panel.rows.rows.index(aside), "take_back"))
    workspace.findings.settle()
    assert dumps(workspace.document.records) == first
    assert not rows(panel, "aside_head")


def test_the_menu_of_a_row_offers_what_its_links_do(panel: FindingPanel):
    panel.view.setFocus()
    hands.tap(panel.view, "Down")
    row = panel.view.row_here()
    assert row is not None and row.repair is not None
    panel.view.menu_asked.emit(row, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [each.text() for each in menu.actions() if not each.isSeparator()]
    menu.close()
    assert words == [row.repair.words, "Dismiss…", "Go there on the map"]


@pytest.mark.parametrize("name", ["x" * 60, "ש" * 60, "🙂 " * 9 + "is what people say there"], ids=["x", "sh", "faces"])
def test_a_sentence_is_broken_within_its_room_whatever_names_it_holds(qapp: object, name: str):
    sentence = f"“{name}” has no owner: nobody answers for it."
    lines = layout_of(Row("finding", sentence, Finding("stage_owner", "high", ("s",), {}, sentence)), 344).lines
    assert "".join(lines).replace(" ", "") == sentence.replace(" ", "")
    room = 344 - TEXT_LEFT - EDGE
    assert all(QFontMetricsF(font(weight=600)).horizontalAdvance(each) <= room + 1 for each in lines)
    assert all("owner" in each for each in lines if "own" in each), "words that have room are whole"
