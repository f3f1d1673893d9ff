"""Joining, splitting, notes and moments of truth by keys alone, as people press them."""

from typing import Any

import pytest

from journey_editor.core.records import Note, Opportunity, Touchpoint, name_of
from tests.robot import Robot


def notes_on(robot: Robot, title: str, kind: Any = Note) -> list[str]:
    document = robot.workspace.document
    holder = next(each for each in document.records.values() if name_of(each) == title)
    return [name_of(each) for each in document.referrers(holder.id) if isinstance(each, kind)]


def said(robot: Robot) -> list[str]:
    heard: list[str] = []
    robot.workspace.noticed.connect(heard.append)
    robot.workspace.offered.connect(lambda notice: heard.append(notice.sentence))
    return heard


def test_a_touchpoint_is_joined_with_the_next(robot: Robot):
    before = dict(robot.workspace.document.records)
    count = len(robot.titles())
    robot.click("Proof of concept")
    robot.press("Ctrl+J")
    assert len(robot.titles()) == count - 1
    robot.expect_card("Proof of concept / Legal review, signature", stage="Decision", lane="Sales")
    robot.expect_selected("Proof of concept / Legal review, signature")
    assert len(robot.workspace.history.steps) == 1
    robot.undo()
    assert dict(robot.workspace.document.records) == before


def test_several_touchpoints_become_one_where_the_first_stands(robot: Robot):
    robot.click("Legal review")
    robot.click("Discovery call", keys="Shift")
    robot.click("Kick-off", keys="Shift")
    robot.press("Ctrl+J")
    robot.expect_card("Discovery call / Legal review, signature / Kick-off", stage="Consideration", lane="Sales")


def test_the_last_touchpoint_has_nothing_to_be_joined_with(robot: Robot):
    heard = said(robot)
    robot.press("End")
    robot.press("Ctrl+J")
    assert heard == ["No touchpoint follows that this one could be joined with."]
    assert not robot.workspace.history.steps


def test_a_stage_is_joined_with_the_next(robot: Robot):
    before, titles = dict(robot.workspace.document.records), robot.titles()
    robot.click("Decision")
    robot.press("Ctrl+J")
    assert robot.stages()[2:4] == ["Decision / Onboarding", "Adoption"]
    robot.expect_selected("Decision / Onboarding")
    assert robot.titles() == titles
    robot.expect_card("Proof of concept", stage="Decision / Onboarding", lane="Sales")
    robot.undo()
    assert dict(robot.workspace.document.records) == before


def test_a_stage_is_split_before_the_selected_touchpoint_and_named(robot: Robot):
    before, titles = dict(robot.workspace.document.records), robot.titles()
    robot.click("Legal review")
    robot.press("Ctrl+Shift+J")
    robot.type("Signature")
    robot.press("Return")
    assert robot.stages()[2:4] == ["Decision", "Signature"]
    robot.expect_card("Legal review", stage="Signature", lane="Sales")
    robot.expect_card("Proof of concept", stage="Decision", lane="Sales")
    assert robot.titles() == titles
    assert len(robot.workspace.history.steps) == 1
    robot.undo()
    assert dict(robot.workspace.document.records) == before


@pytest.mark.parametrize("last", ["Esc", "Return"])
def test_giving_up_the_name_of_a_split_keeps_the_split_and_all_cards(robot: Robot, last: str):
    titles = robot.titles()
    robot.click("Legal review")
    robot.press("Ctrl+Shift+J")
    if last == "Return":
        robot.press("Backspace")
    robot.press(last)
    assert len(robot.stages()) == 7
    assert robot.titles() == titles


def test_splitting_and_drawing_say_what_they_need(robot: Robot):
    heard = said(robot)
    robot.click("Decision")
    robot.press("Ctrl+Shift+J")
    robot.press("Ctrl+G")
    assert heard == [
        "Select the touchpoint before which its stage is to be split.",
        "Select the touchpoint where the transition begins.",
    ]
    robot.click("Too many options")
    robot.press("Ctrl+J")
    assert heard[2:] == ["Select touchpoints or stages that are to become one."]


def test_nothing_is_split_off_before_the_first_touchpoint_of_a_stage(robot: Robot):
    heard = said(robot)
    robot.click("Proof of concept")
    robot.press("Ctrl+Shift+J")
    assert heard == ["Nothing lies before this touchpoint in its stage: select a later one to split it there."]
    assert not robot.workspace.history.steps


@pytest.mark.parametrize(
    ("digit", "kind"), [(1, "pain_point"), (3, "quote"), (4, "question"), (5, "thought"), (8, "goal"), (9, "other")]
)
def test_a_note_is_added_and_typed(robot: Robot, digit: int, kind: str):
    robot.click("Kick-off")
    robot.press(f"Ctrl+Shift+{digit}")
    robot.type("Nobody came")
    robot.press("Return")
    note = next(r for r in robot.workspace.document.records.values() if name_of(r) == "Nobody came")
    assert isinstance(note, Note) and note.kind == kind
    robot.expect_selected("Kick-off meeting")
    assert len(robot.workspace.history.steps) == 1


def test_an_opportunity_is_added_and_one_without_words_is_none(robot: Robot):
    robot.click("Kick-off")
    for words in ("Welcome on the same day", ""):
        robot.press("Ctrl+Shift+2")
        robot.type(words)
        robot.press("Return")
    assert "Welcome on the same day" in notes_on(robot, "Kick-off meeting", Opportunity)
    assert len(robot.workspace.history.steps) == 1


def test_notes_are_walked_to_edited_moved_and_removed_by_keys(robot: Robot):
    robot.click("Onboarding")
    for words in ("First", "Second"):
        robot.press("Ctrl+Shift+1")
        robot.type(words)
        robot.press("Return")
    robot.click("Second")
    robot.press("Ctrl+Up")
    assert notes_below(robot, "Onboarding")[-2:] == ["Second", "First"]
    robot.press("F2")
    robot.type("Very first")
    robot.press("Return")
    robot.press("Ctrl+Right")
    assert "Very first" in notes_below(robot, "Adoption")
    robot.expect_selected("Very first")
    robot.press("Ctrl+Left")
    robot.press("Ctrl+Left")
    robot.press("Ctrl+Right")
    assert notes_below(robot, "Onboarding")[-2:] == ["First", "Very first"]
    robot.press("Del")
    assert notes_below(robot, "Onboarding")[-1] == "First"
    robot.expect_selected("Onboarding")


def notes_below(robot: Robot, stage: str) -> list[str]:
    journey = robot.workspace.document.journey(robot.workspace.map_id)
    found = next(each for each in journey.stages if each.name == stage)
    return [each.text for each in journey.notes.get(found.id, ())]


def test_a_note_goes_on_to_the_next_touchpoint(robot: Robot):
    robot.click("Proof of concept")
    robot.press("Ctrl+Shift+1")
    robot.type("Took weeks")
    robot.press("Return")
    document = robot.workspace.document
    note = next(r.id for r in document.records.values() if name_of(r) == "Took weeks")
    robot.workspace.session.select((note,))
    robot.press("Ctrl+Right")
    assert "Took weeks" in notes_on(robot, "Legal review, signature")
    robot.press("Ctrl+Left")
    robot.press("Ctrl+Left")
    assert "Took weeks" in notes_on(robot, "Discovery call")


def test_moment_of_truth_on_and_off(robot: Robot):
    def moments() -> list[str]:
        records = robot.workspace.document.records.values()
        return [each.title for each in records if isinstance(each, Touchpoint) and each.moment]

    before, heard = len(moments()), said(robot)
    robot.click("Discovery call")
    robot.click("Proof of concept", keys="Shift")
    robot.press("Ctrl+Shift+M")
    assert len(moments()) == before + 1, "all of them become moments first"
    robot.press("Ctrl+Shift+M")
    assert len(moments()) == before - 1
    assert heard == ["No moment of truth any more; what was said of it went too."]
    robot.press("Ctrl+Shift+M")
    robot.press("Ctrl+Shift+M")
    assert len(heard) == 1, "there was nothing said of them"


def test_a_locked_map_keeps_stages_and_lanes_whatever_hands_do(robot: Robot):
    """Each refusal is said in a sentence; cards stay editable."""
    robot.workspace.lock.toggle()
    document, before = robot.workspace.document, dict(robot.workspace.document.records)
    heard = said(robot)
    robot.drag_stage("Decision", before="Awareness")
    robot.drag_lane("Sales", before="Marketing")
    for name, keys in (
        ("Decision", "Ctrl+Left"), ("Sales", "Ctrl+Up"), ("Decision", "Ctrl+J"), ("Decision", "Del"),
        ("Decision", "Ctrl+Shift+Return"), ("Sales", "Del"), ("Legal review", "Ctrl+Shift+J"),
        ("Decision", "F2"), ("Sales", "F2"),
    ):  # fmt: skip
        count = len(heard)
        robot.click(name)
        robot.press(keys)
        assert len(heard) == count + 1, f"{keys} on {name}: {heard[count:]}"
        assert name_of(document.records[robot.workspace.session.current or ""]).startswith(name)
        assert robot.canvas.editor is None
    robot.double_click("Decision")
    assert robot.canvas.editor is None
    for tool in ("stage", "owner"):
        robot.drop_tool(tool, robot.grip("Decision"))
    assert dict(document.records) == before
    assert len(robot.workspace.history.steps) == 1
    assert all(sentence.startswith("Stages and lanes are locked") for sentence in heard)
    assert len(heard) == 14
    robot.drag_card("Kick-off", stage="Adoption", lane="Support")
    robot.expect_card("Kick-off", stage="Adoption", lane="Support")
