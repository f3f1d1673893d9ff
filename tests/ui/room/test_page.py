"""The page as pixels: it fades calmly or not at all, is dark where asked, and shows timer, ring and spotlight."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from journey_editor.core.parts import MapView
from journey_editor.core.showing import EVERYTHING
from journey_editor.layout.room import Screen
from journey_editor.layout.style import LIGHT
from journey_editor.plots.raster import CurveRaster
from journey_editor.ui.room.frame import Frames, Shown, card_of
from journey_editor.ui.room.page import RoomPage
from journey_editor.ui.room.show import Show
from journey_editor.ui.timer import Timer
from journey_editor.ui.workspace import Workspace
from tests import hands

SIZE = QSize(1600, 960)


class Still(QProxyStyle):
    """A system that wants nothing to move."""

    def styleHint(
        self, hint: QStyle.StyleHint, option: QStyleOption | None = None, widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:  # fmt: skip
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returned)


@pytest.fixture
def show(qapp: QApplication, workspace: Workspace) -> Show:
    made = Show(workspace)
    made.fit(Screen(SIZE.width(), SIZE.height()))
    return made


@pytest.fixture
def page(qtbot: QtBot, show: Show) -> Iterator[RoomPage]:
    made = RoomPage(Timer())
    qtbot.addWidget(made)
    made.resize(SIZE)
    made.show()
    made.show_page(show.shown(), False)
    show.changed.connect(lambda calmly: made.show_page(show.shown(), calmly))
    seen(made)
    yield made
    made.end()


def seen(page: RoomPage) -> QImage:
    return page.grab().toImage()


def painted(show: Show) -> QImage:
    """The page itself, without what fades."""
    return Frames().paint(shown(show), SIZE, 1.0).toImage()


def shown(show: Show) -> Shown:
    found = show.shown()
    assert found is not None
    return found


def color_at(page: RoomPage, x: float, y: float) -> str:
    return seen(page).pixelColor(round(x), round(y)).name().upper()


def test_a_turned_page_fades_in_and_an_edit_is_there_at_once(page: RoomPage, show: Show, qtbot: QtBot):
    show.changed.emit(False)
    assert not page.is_fading
    before = seen(page)
    show.step(1)
    assert page.is_fading
    qtbot.waitUntil(lambda: not page.is_fading, timeout=3000)
    assert seen(page) != before


def test_in_the_middle_of_a_fade_the_next_one_begins_with_what_is_seen(page: RoomPage, show: Show, qtbot: QtBot):
    show.step(1)
    seen(page)
    show.step(1)
    qtbot.waitUntil(lambda: not page.is_fading, timeout=3000)
    fresh = RoomPage(Timer())
    qtbot.addWidget(fresh)
    fresh.resize(SIZE)
    fresh.show_page(show.shown(), False)
    assert seen(page) == seen(fresh)


def test_nothing_moves_where_the_system_wants_that(page: RoomPage, show: Show):
    page.setStyle(still := Still())
    show.step(1)
    assert not page.is_fading
    page.setStyle(None)  # type: ignore[arg-type]
    del still


def test_the_screen_is_dark_where_asked(page: RoomPage):
    page.blank(True)
    assert {color_at(page, 5, 5), color_at(page, 800, 480)} == {"#000000"}
    page.blank(False)
    assert color_at(page, 5, 5) == LIGHT.paper


def test_the_timer_is_seen_while_there_is_one_and_its_end_around_the_screen(qtbot: QtBot, show: Show):
    now = 0.0
    timer = Timer(lambda: now)
    page = RoomPage(timer)
    qtbot.addWidget(page)
    page.resize(SIZE)
    page.show_page(show.shown(), False)
    corner = QPoint(SIZE.width() - 300, 30), QPoint(SIZE.width(), 130)
    without = seen(page).copy(corner[0].x(), corner[0].y(), 300, 100)
    timer.start(600)
    running = seen(page).copy(corner[0].x(), corner[0].y(), 300, 100)
    assert running != without
    assert color_at(page, 2, 480) == LIGHT.paper
    now = 601.0
    assert color_at(page, 2, 480) == LIGHT.gold_shape
    timer.stop()
    assert seen(page).copy(corner[0].x(), corner[0].y(), 300, 100) == without


def test_the_spotlight_frames_its_column_and_dims_the_others(page: RoomPage, show: Show, workspace: Workspace):
    workspace.session.select(("x0",))
    plain = seen(page)
    show.light(True)
    lit = Frames().paint(shown(show), SIZE, 1.0).toImage()
    span, scale = shown(show).spotlight, shown(show).page.scale
    assert span is not None
    ground = shown(show).page.ground
    frame = QPoint(round(span.x * scale), round((ground.y + ground.height / 2) * scale))
    assert lit.pixelColor(frame).name().upper() == LIGHT.accent
    other = card_of(shown(show).page, "x1")
    assert other is not None
    edge = QPoint(round((other.rect.x + 40) * scale), round(other.rect.y * scale))
    assert distance(lit.pixelColor(edge), QColor(LIGHT.paper)) < distance(plain.pixelColor(edge), QColor(LIGHT.paper))


def test_what_the_console_does_not_show_is_dimmed_in_the_room_too_and_nothing_moves(show: Show, workspace: Workspace):
    def darkest(image: QImage, record: str) -> int:
        card = card_of(shown(show).page, record)
        assert card is not None
        scale, rect = shown(show).page.scale, card.rect
        xs = range(round(rect.x * scale) + 6, round(rect.right * scale) - 6)
        ys = range(round(rect.y * scale) + 6, round(rect.bottom * scale) - 6)
        return min(QColor(image.pixel(x, y)).lightness() for x in xs for y in ys)

    before = painted(show)
    ink = darkest(before, "x0")
    show.step(1)  # a page of cards that are b's
    workspace.show(only=MapView(name="", owners=("a",)))
    assert darkest(painted(show), "y0") > 150 > ink
    assert card_of(shown(show).page, "y0") is not None
    show.step(-1)
    assert darkest(painted(show), "x0") == ink
    workspace.show(only=EVERYTHING)
    assert painted(show) == before


def test_the_selected_card_has_a_ring_where_there_is_no_spotlight(page: RoomPage, show: Show, workspace: Workspace):
    before = seen(page)
    workspace.session.select(("x1",))
    card = card_of(shown(show).page, "x1")
    assert card is not None
    scale = shown(show).page.scale
    spot = QPoint(round((card.rect.x - 2.6) * scale), round((card.rect.y + card.rect.height / 2) * scale))
    assert seen(page).pixelColor(spot).name().upper() == LIGHT.accent != before.pixelColor(spot).name().upper()


def test_the_curve_is_there_as_soon_as_it_can_be_drawn(page: RoomPage, show: Show, workspace: Workspace):
    from journey_editor.core.edits.feelings import set_valence

    set_valence(workspace.document, ("x0",), -1.0)
    set_valence(workspace.document, ("x1",), 1.0)
    before = seen(page)
    page.curve_ready(CurveRaster)
    assert seen(page) != before


def test_it_is_as_sharp_as_the_screen(show: Show):
    frame = Frames().paint(shown(show), SIZE, 2.0)
    assert (frame.size(), frame.devicePixelRatio()) == (SIZE * 2, 2.0)


def test_a_click_tells_the_place_on_the_map(page: RoomPage, show: Show):
    places: list[QPointF] = []
    page.touched.connect(places.append)
    card = card_of(shown(show).page, "x1")
    assert card is not None
    scale = shown(show).page.scale
    hands.click(page, QPoint(round((card.rect.x + 5) * scale), round((card.rect.y + 5) * scale)))
    assert card.rect.x < places[0].x() < card.rect.right and card.rect.y < places[0].y() < card.rect.bottom


def distance(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())
