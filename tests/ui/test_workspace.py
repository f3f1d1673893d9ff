"""What the parts of a window share: where hands are on the map, and the way back beside what was done."""

import pytest
from PySide6.QtWidgets import QApplication

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.removal import remove
from journey_editor.core.records import Note, Touchpoint, Transition
from journey_editor.ui.workspace import Workspace
from tests.building import note, records, stage, touchpoint, transition


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    given = (stage("s"), touchpoint("a", "s"), touchpoint("b", "s", "a1"), transition("a", "b"))
    return Workspace(records(*given, note("n", "a"), note("w", "a-b"), note("p", "m")))


@pytest.mark.parametrize(
    ("current", "holder", "anchor"),
    [("s", "s", "s"), ("a", "a", "a"), ("n", "a", "a"), ("a-b", "a-b", "a"), ("w", "a-b", "a"), ("p", None, "m")],
)
def test_notes_go_on_what_the_current_record_hangs_on_and_hands_are_there(
    workspace: Workspace, current: str, holder: str | None, anchor: str
):
    workspace.session.select((current,))
    held, at = workspace.holder, workspace.anchor
    assert (held and held.id, at and at.id) == (holder, anchor)


def test_without_a_selection_hands_are_nowhere(workspace: Workspace):
    workspace.session.clear()
    assert (workspace.current, workspace.holder, workspace.anchor) == (None, None, None)


def test_the_way_back_waits_for_the_end_of_a_gesture(workspace: Workspace):
    set_field(workspace.document, ("a",), "title", "First call")
    back = workspace.with_undo("Renamed")
    workspace.document.preview(lambda: set_field(workspace.document, ("b",), "title", "In the hand"))
    back.run()
    assert workspace.document.records["a"].__dict__["title"] == "First call"
    workspace.document.end_preview()
    back.run()
    assert workspace.document.records["a"].__dict__["title"] == "A"
    workspace.with_redo("Undone").run()
    assert workspace.document.records["a"].__dict__["title"] == "First call"


def test_which_kinds_are_selected_is_known_after_each_change_of_the_selection(workspace: Workspace):
    def kinds() -> list[bool]:
        return [workspace.has_selected(kind) for kind in (Touchpoint, Transition, Note)]

    assert kinds() == [False, False, False]
    workspace.session.select(("a", "a-b"))
    assert kinds() == [True, True, False]
    workspace.session.select(("b", "n"))
    assert kinds() == [True, False, True]
    remove(workspace.document, ("b",))
    assert kinds() == [False, False, True]


def test_what_a_gesture_takes_for_a_moment_is_selected_again_at_its_end(workspace: Workspace):
    workspace.session.select(("a", "a-b"))
    workspace.document.preview(lambda: remove(workspace.document, ("a-b",)))
    assert not workspace.has_selected(Transition)
    workspace.document.end_preview()
    assert workspace.has_selected(Transition)
