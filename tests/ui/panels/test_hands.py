"""A show of hands is typed into the inspector, and votes are seen there."""

from PySide6.QtWidgets import QLabel

from journey_editor.core.edits.attachments import add_note
from journey_editor.core.edits.votes import set_votes
from journey_editor.core.records import Touchpoint
from journey_editor.ui.panels.inspector.faces import Faces
from journey_editor.ui.panels.inspector.hands import HandsChart
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.workspace import Workspace
from tests.ui.panels.pages import editor_in, page_of, write


def feeling(workspace: Workspace) -> tuple[object, ...]:
    record = workspace.document.records["t3"]
    assert isinstance(record, Touchpoint) and record.emotion is not None
    emotion = record.emotion
    return emotion.valence, emotion.n, emotion.low, emotion.high, emotion.hands, emotion.basis


def test_a_show_of_hands_sets_feeling_spread_and_count(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t3")
    chart = page.findChild(HandsChart)
    assert chart is not None and not chart.isVisible()
    before = feeling(workspace)
    write(editor_in(page, "emotion.hands"), "0/2/7/3/0")
    assert feeling(workspace) == (0, 12, -1, 1, (0, 2, 7, 3, 0), "workshop")
    assert workspace.history.undo_label == "Show of hands"
    assert chart.isVisible()
    heights = [bar.height() for bar in chart.bars()]
    assert heights[2] == max(heights) and heights[0] == heights[4] == min(heights)
    faces = page.findChild(Faces)
    assert faces is not None
    assert faces.mapTo(page, faces.rect().topLeft()).x() == chart.mapTo(page, chart.rect().topLeft()).x()
    workspace.undo()
    assert feeling(workspace) == before and not chart.isVisible()


def test_a_show_of_hands_can_be_taken_away_and_what_is_none_is_told(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t3")
    write(editor_in(page, "emotion.hands"), "0/0/1/0/3")
    write(editor_in(page, "emotion.hands"), "1/2")
    assert page.bound["emotion.hands"].said() == "Five numbers from desperate to delighted, such as 0/2/7/3/0."
    assert feeling(workspace)[0] == 2
    write(editor_in(page, "emotion.hands"), "")
    assert feeling(workspace) == (2, None, None, None, None, "workshop")


def test_several_touchpoints_take_one_show_of_hands(inspector: Inspector, workspace: Workspace):
    page = page_of(inspector, workspace, "t3", "t4")
    write(editor_in(page, "emotion.hands"), "1/0/0/0/0")
    records = workspace.document.records
    assert [records[each].__dict__["emotion"].valence for each in ("t3", "t4")] == [-2, -2]


def test_the_most_voted_notes_come_first_with_their_votes(inspector: Inspector, workspace: Workspace):
    document = workspace.document
    one, two, three = (add_note(document, "t3", "pain_point", words) for words in ("one", "two", "three"))
    page = page_of(inspector, workspace, "t3")
    assert page.attached is not None
    entries = page.attached.sections["pain_point"].entries
    assert [each.record_id for each in entries][-3:] == [one, two, three]
    assert not any(each.dots.isVisible() for each in entries)
    set_votes(document, (three,), 5)
    entries = page.attached.sections["pain_point"].entries
    assert entries[0].record_id == three and entries[0].dots.isVisible()
    assert entries[0].dots.toolTip() == "5 votes"
    assert entries[0].editor.geometry().right() < entries[0].dots.x()


def test_the_heading_tells_the_votes(inspector: Inspector, workspace: Workspace):
    set_votes(workspace.document, ("t3",), 1)
    page = page_of(inspector, workspace, "t3")
    assert "Touchpoint · 1 vote" in [each.text() for each in page.findChildren(QLabel)]
