"""Where a line goes and how that is told beforehand; the tray before there is a stage; what typed feelings rest on."""

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.core.ids import seeded_ids
from journey_editor.core.records import Head, JourneyMap, Note, Stage, Touchpoint
from journey_editor.ui.panels.status import StatusLine
from journey_editor.ui.workspace import Workspace
from tests.ui.panels.lines import Shown, shown_line


@pytest.fixture
def bare(workspace: Workspace) -> Workspace:
    """A map without a stage."""
    return Workspace([Head(), JourneyMap(id="now", rank="a0", title="Bare")], ids=seeded_ids(5))


def enter(shown: Shown, words: str, qtbot: QtBot, adds: bool = False) -> None:
    qtbot.keyClicks(shown.line, words)
    if adds:
        shown.line.add_to_selected()
    else:
        shown.line.capture()


def cards(workspace: Workspace) -> list[Touchpoint]:
    return [each for each in workspace.document.records.values() if isinstance(each, Touchpoint)]


def test_before_there_is_a_stage_lines_go_to_the_tray(bare: Workspace, qtbot: QtBot):
    shown = shown_line(bare, qtbot)
    assert shown.line.placeholderText() == "to the tray · just type"
    qtbot.keyClicks(shown.line, "Asks a friend")
    assert shown.line.goal.promise(shown.line.reader.captured) == "Enter adds it to the tray"
    told: list[str] = []
    bare.noticed.connect(told.append)
    shown.line.capture()
    assert told == ["In the tray: Asks a friend"]
    enter(shown, "Reads the news @Press -1", qtbot)
    assert [(each.title, each.stage) for each in cards(bare)] == [("Asks a friend", None), ("Reads the news", None)]
    assert not [each for each in bare.document.records.values() if isinstance(each, Stage)]
    assert bare.session.selected == (cards(bare)[-1].id,)


def test_a_line_without_words_in_a_bare_map_makes_a_card_in_the_tray(bare: Workspace, qtbot: QtBot):
    shown = shown_line(bare, qtbot)
    enter(shown, "!slow", qtbot)
    (card,) = cards(bare)
    assert (card.title, card.stage) == ("", None)


def test_what_is_typed_adds_to_the_card_of_the_tray_that_is_selected(bare: Workspace, qtbot: QtBot):
    shown = shown_line(bare, qtbot)
    enter(shown, "Asks {a} friend", qtbot)
    assert shown.line.placeholderText() == "to the tray · Shift+Enter adds to Asks {a} friend"
    enter(shown, "!slow", qtbot)
    enter(shown, "-1 !late", qtbot, adds=True)
    (card,) = cards(bare)
    assert card.emotion is not None
    assert card.emotion.valence == -1
    assert [each.text for each in bare.document.records.values() if isinstance(each, Note)] == ["slow", "late"]


def test_with_a_card_of_the_tray_selected_the_next_one_goes_to_the_stage_last_worked_in(bare: Workspace, qtbot: QtBot):
    shown = shown_line(bare, qtbot)
    enter(shown, "Asks a friend", qtbot)
    tray = bare.session.selected
    enter(shown, ">Trial {1}", qtbot)
    bare.session.select(tray)
    assert shown.line.placeholderText() == "at the end of Trial {1} · Shift+Enter adds to Asks a friend"
    enter(shown, "Signs up", qtbot)
    assert cards(bare)[-1].stage is not None


@pytest.mark.parametrize(
    ("selected", "line", "promise"),
    [
        (("t1",), "Waits", "Enter adds it after Hears of it from a peer"),
        (("t1",), "!slow", "Enter adds it to Hears of it from a peer"),
        (("t1", "t2"), "!slow", "Enter adds it to 2 touchpoints"),
        (("s1",), "Waits", "Enter adds it at the end of Awareness"),
        (("s1",), "!slow", "Enter adds it to Awareness"),
        ((), "Waits", "Enter adds it at the end of Renewal"),
        (("t1",), "Waits >onb", "Enter adds it to Onboarding"),
        (("t1",), "Waits >Trial", "Enter adds it to the new stage Trial"),
        (("t1",), ">Onboarding", "Enter goes to Onboarding"),
        (("t1",), ">Trial", "Enter makes the stage Trial"),
        (("t1",), "  ", ""),
    ],
)
def test_what_enter_does_is_told(
    workspace: Workspace, qtbot: QtBot, selected: tuple[str, ...], line: str, promise: str
):
    shown = shown_line(workspace, qtbot)
    workspace.session.select(selected)
    assert shown.line.goal.promise(shown.line.reader.read(line)) == promise


def test_typed_feelings_rest_on_what_the_status_line_shows(workspace: Workspace, qtbot: QtBot):
    shown, status = shown_line(workspace, qtbot), StatusLine(workspace)
    qtbot.addWidget(status)
    assert status.basis == "typed feelings: assumption"
    enter(shown, "One -1", qtbot)
    workspace.rest_on("workshop")
    assert status.basis == "typed feelings: workshop"
    enter(shown, "Two -1", qtbot)
    enter(shown, "+1", qtbot, adds=True)
    enter(shown, "Three -1 ~", qtbot)
    workspace.rest_on("assumption")
    enter(shown, "Four -1", qtbot)
    bases = {each.title: each.emotion.basis for each in cards(workspace) if each.emotion}
    assert [bases[each] for each in ("One", "Two", "Three", "Four")] == [
        "assumption", "workshop", "assumption", "assumption",
    ]  # fmt: skip
