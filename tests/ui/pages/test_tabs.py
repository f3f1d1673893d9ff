"""The tabs of the pages in the head, where there is room and where there is little."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journey_editor.ui.pages.tabs import MAP, PageTabs
from journey_editor.ui.theme import load_fonts

PAGES = (("a", "Opportunities"), ("b", "Who owns what"), ("c", "Gaps & more"), ("d", "Personas compared"))


@pytest.fixture
def tabs(qtbot: QtBot) -> PageTabs:
    load_fonts()
    found = PageTabs(PAGES)
    qtbot.addWidget(found)
    found.resize(found.sizeHint())
    found.show()
    return found


def test_with_room_all_are_there(tabs: PageTabs):
    assert tabs.seen == (MAP, "a", "b", "c", "d") and tabs.more.isHidden()
    assert tabs.pills["c"].text() == "Gaps && more", "an ampersand is no key"


def test_with_little_room_the_others_are_in_a_list_and_the_shown_one_never(tabs: PageTabs):
    for width in range(tabs.sizeHint().width(), tabs.minimumSizeHint().width() - 1, -7):
        tabs.resize(width, 32)
        for id in (MAP, "a", "d"):
            tabs.show_page(id)
            assert {MAP, id} <= set(tabs.seen)
            places = [tabs.pills[each].geometry() for each in tabs.seen]
            places += [tabs.more.geometry()] if not tabs.more.isHidden() else []
            assert all(one.right() < other.left() for one, other in pairwise(places))
            assert places[-1].right() < width, (width, id)


def test_what_has_no_room_is_asked_for_in_the_list(tabs: PageTabs):
    asked: list[str] = []
    tabs.asked.connect(asked.append)
    tabs.resize(tabs.minimumSizeHint().width(), 32)
    tabs._list.aboutToShow.emit()
    actions = tabs._list.actions()
    assert len(actions) + len(tabs.seen) == 5
    actions[-1].trigger()
    assert asked == ["d"]


def test_arrows_walk_the_tabs_and_esc_leads_to_the_map(tabs: PageTabs):
    asked: list[str] = []
    tabs.asked.connect(asked.append)
    tabs.asked.connect(tabs.show_page)
    tabs.show_page("a")
    QTest.keyClick(tabs.pills["a"], Qt.Key.Key_Right)
    QTest.keyClick(tabs.pills["a"], Qt.Key.Key_Left)
    QTest.keyClick(tabs.pills["a"], Qt.Key.Key_Left)
    QTest.keyClick(tabs.pills["a"], Qt.Key.Key_Escape)
    assert asked == ["b", "a", "a", MAP]
