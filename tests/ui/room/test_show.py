"""What the room sees: it follows the console calmly, stands still where it is held, and is led by a remote."""

import pytest
from PySide6.QtWidgets import QApplication

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.touchpoints import move_touchpoints
from journey_editor.core.parts import MapView
from journey_editor.core.showing import EVERYTHING
from journey_editor.layout.room import Screen
from journey_editor.ui.room.show import Show
from journey_editor.ui.workspace import Workspace


@pytest.fixture
def show(qapp: QApplication, workspace: Workspace) -> Show:
    made = Show(workspace)
    made.fit(Screen(1920, 1080))
    return made


def turns(show: Show) -> list[bool]:
    """A list that each change is written into: whether the room goes over to it calmly."""
    found: list[bool] = []
    show.changed.connect(found.append)
    return found


def at(show: Show) -> tuple[str, int]:
    """The stage and the page of it that are shown."""
    page = show.pages[show.number]
    return (page.stage.id if page.stage else "", page.number)


def test_pages_go_stage_by_stage(show: Show):
    seen = [at(show)]
    for _turn in range(5):
        show.step(1)
        seen.append(at(show))
    assert seen == [("short", 0), ("long", 0), ("long", 1), ("empty", 0), ("empty", 0), ("empty", 0)]
    show.step(-1)
    assert at(show) == ("long", 1)
    show.to_end(False)
    assert at(show) == ("short", 0)
    show.to_end(True)
    assert at(show) == ("empty", 0)
    show.to_stage("long")
    assert at(show) == ("long", 0)


@pytest.mark.parametrize(
    ("selected", "place"),
    [("x1", ("short", 0)), ("y2", ("long", 0)), ("y9", ("long", 1)), ("pain", ("long", 1)), ("empty", ("empty", 0)),
     ("of-stage", ("empty", 0)), ("a", ("short", 0))],
)  # fmt: skip
def test_it_follows_what_is_selected(show: Show, workspace: Workspace, selected: str, place: tuple[str, int]):
    workspace.session.select((selected,))
    assert at(show) == place


def test_it_turns_only_where_the_selected_card_is_on_another_page(show: Show, workspace: Workspace):
    workspace.session.select(("y0",))
    seen = turns(show)
    workspace.session.select(("y1",))
    workspace.session.select(("y9",))
    assert seen == [False, True]


def test_a_stage_that_is_shown_already_turns_nothing(show: Show, workspace: Workspace):
    workspace.session.select(("y9",))
    workspace.session.select(("long",))
    assert at(show) == ("long", 1)


def test_held_still_it_follows_only_the_remote(show: Show, workspace: Workspace):
    show.hold(True)
    workspace.session.select(("y9",))
    assert at(show) == ("short", 0)
    show.step(1)
    assert at(show) == ("long", 0)
    show.hold(False)
    assert at(show) == ("long", 1)


def test_edits_are_there_at_once_and_turn_nothing(show: Show, workspace: Workspace):
    workspace.session.select(("y9",))
    seen = turns(show)
    set_field(workspace.document, ("y9",), "title", "Renamed")
    assert (seen, at(show)) == ([False], ("long", 1))
    page = show.shown()
    assert page is not None
    assert any("Renamed" in str(element.parts) for element in page.page.picture.elements)


def test_a_card_that_moves_to_another_stage_takes_the_room_along(show: Show, workspace: Workspace):
    workspace.session.select(("y9",))
    seen = turns(show)
    move_touchpoints(workspace.document, ("y9",), Slot("empty"))
    assert (seen, at(show)) == ([True], ("empty", 0))


def test_a_drag_that_may_go_anywhere_yet_turns_nothing(show: Show, workspace: Workspace):
    workspace.session.select(("y9",))
    workspace.document.preview(lambda: move_touchpoints(workspace.document, ("y9",), Slot("empty")))
    assert at(show)[0] == "long"
    workspace.document.end_preview()
    assert at(show) == ("long", 1)


def test_when_pages_are_cut_anew_what_was_shown_stays(show: Show, workspace: Workspace):
    workspace.session.select(("x0",))
    show.to_stage("long")
    show.step(1)
    remove(workspace.document, ("y0", "y1"))
    assert at(show) == ("long", 0)
    shown = show.pages[show.number].touchpoints
    assert {"y5", "y9"} <= shown


def test_a_removed_stage_leaves_another_page(show: Show, workspace: Workspace):
    show.to_end(True)
    remove(workspace.document, ("empty",))
    assert at(show) == ("long", 1)
    assert show.shown() is not None


def test_a_small_screen_has_more_pages_and_keeps_what_was_shown(show: Show, workspace: Workspace):
    workspace.session.select(("y7",))
    show.fit(Screen(1024, 768))
    assert len(show.pages) > 4
    assert "y7" in show.pages[show.number].touchpoints


def test_the_spotlight_falls_on_the_selected_column(show: Show, workspace: Workspace):
    workspace.session.select(("y3",))
    page = show.shown()
    assert page is not None and page.spotlight is None
    seen = turns(show)
    show.light(True)
    page = show.shown()
    assert page is not None and page.spotlight is not None and page.spotlight.touchpoints == ("y3",)
    show.step(1)
    page = show.shown()
    assert page is not None and page.spotlight is None
    assert seen == [True, True]


def test_what_the_console_shows_only_the_room_sees_so_too(show: Show, workspace: Workspace):
    heard, before = turns(show), at(show)
    workspace.show(only=MapView(name="", owners=("b",)))
    shown = show.shown()
    assert shown is not None and shown.lit is not None and heard == [True] and at(show) == before
    assert "y0" in shown.lit and "x0" not in shown.lit
    set_field(workspace.document, ("x0",), "owner", "b")
    after = show.shown()
    assert after is not None and after.lit is not None and "x0" in after.lit
    workspace.show(only=EVERYTHING)
    last = show.shown()
    assert last is not None and last.lit is None


def test_a_file_without_a_map_shows_nothing(qapp: QApplication, workspace: Workspace):
    remove(workspace.document, ("m",))
    assert Show(workspace).shown() is None


def test_at_the_end_it_hears_nothing_any_more(show: Show, workspace: Workspace):
    show.end()
    seen = turns(show)
    workspace.session.select(("y9",))
    assert (seen, at(show)) == ([], ("short", 0))


def test_the_page_is_told_in_words(show: Show):
    seen = [show.words]
    for _turn in range(3):
        show.step(1)
        seen.append(show.words)
    assert seen == ["Short", "Long, page 1 of 2", "Long, page 2 of 2", "Empty"]


def test_a_map_without_stages_is_told_by_its_title(show: Show, workspace: Workspace):
    remove(workspace.document, ("short", "long", "empty"))
    set_field(workspace.document, (workspace.map_id,), "title", "From first to last")
    assert show.words == "From first to last"
