"""A map says what is wrong with it: findings are walked, one is repaired and undone, one set aside with a reason.

The reason is in the file; whoever opens it next sees it and takes the finding back.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.assets import resource
from journey_editor.core.edits.fields import set_field
from journey_editor.core.records import JourneyMap, Touchpoint, Transition
from journey_editor.storage.format import dumps, load
from journey_editor.ui.desk import Desk
from journey_editor.ui.window import MainWindow
from tests.person import Person


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "b2b.journey"
    found.write_bytes(resource("samples", "b2b-onboarding.journey").read_bytes())
    return found


def opened(desk: Desk, path: Path, qtbot: QtBot) -> MainWindow:
    desk.open_path(str(path))
    window = desk.windows[-1]
    window.resize(1280, 720)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.canvas.setFocus()
    window.workspace.findings.begin()
    looked(window, qtbot)
    return window


def looked(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the map as it is now was looked at, and that is shown."""
    qtbot.waitUntil(lambda: window.workspace.findings.is_current)
    qtbot.wait(20)


def walk_to(person: Person, rule: str, severity: str) -> None:
    """Press F4 until somebody stands at a finding of a rule."""
    listed = person.workspace.listed
    for _finding in range(200):
        person.press("F4")
        finding = listed.finding
        if finding is not None and (finding.rule, finding.severity) == (rule, severity):
            return
    raise AssertionError(f"no {severity} {rule} is reached by F4")


def test_findings_are_walked_repaired_undone_and_set_aside(desk: Desk, path: Path, qtbot: QtBot):
    window = opened(desk, path, qtbot)
    person, document, listed = Person(window), window.workspace.document, window.workspace.listed
    first = dumps(document.records)

    # F4 brings the panel and stands at the worst first, selected on the map and in sight
    person.press("F4")
    panel = window.diagnosis.panel
    assert panel.isVisible() and not window.inspector.isVisible()
    worst = listed.finding
    assert worst is not None and worst.severity == "high" and listed.numbers[worst.key] == 1
    assert set(window.workspace.session.selected) == {each for each in worst.records if each in document.records}
    seen = [worst]
    person.press("F4", "F4", "Shift+F4")
    second = listed.finding
    assert second is not None and second is not worst
    assert window.capture.hasFocus(), "who walks goes on typing on the map"

    # a handoff gets the protocol that it offers, as one step; undone the file is what it was
    walk_to(person, "handoff", "high")
    handoff = listed.finding
    assert handoff is not None
    panel.take_keyboard()
    person.press("Return")
    person.type("Both teams meet the customer once")
    person.press("Return")
    looked(window, qtbot)
    source, target = handoff.records
    ways = [each for each in document.of_kind(Transition) if (each.source, each.target) == (source, target)]
    assert ways and all(each.protocol == "Both teams meet the customer once" for each in ways)
    now = window.workspace.findings.known(handoff.key)
    assert now is not None and now.severity == "low"
    person.press("Ctrl+Z")
    assert dumps(document.records) == first
    looked(window, qtbot)
    assert window.workspace.findings.known(handoff.key) == handoff

    # a low point is set aside: Esc gives up, no reason is no reason
    walk_to(person, "trough", "high")
    trough = listed.finding
    assert trough is not None and trough not in seen
    before = listed.counts["high"]
    panel.take_keyboard()
    person.press("Del")
    person.type("not")
    person.press("Esc")
    person.press("Del", "Return")
    assert dumps(document.records) == first
    person.press("Del")
    person.type("known, the team works on it")
    person.press("Return")
    looked(window, qtbot)
    assert listed.counts["high"] == before - 1 and trough.key not in listed.numbers
    person.press("Ctrl+S")
    qtbot.waitUntil(lambda: window.workspace.is_saved)
    window.close_surely()

    # the reason is in the file, and shown under "set aside"
    (about,) = (each for each in load(path).values() if isinstance(each, JourneyMap))
    assert [(each.rule, set(each.records), each.reason) for each in about.dismissed] == [
        ("trough", set(trough.records), "known, the team works on it")
    ]
    window = opened(desk, path, qtbot)
    person, panel = Person(window), window.diagnosis.panel
    window.diagnosis.show(True)
    panel.take_keyboard()
    person.press("End", "Return", "Down")
    row = panel.view.row_here()
    assert row is not None and row.kind == "aside" and row.reason == "known, the team works on it"
    assert window.workspace.listed.counts["high"] == before - 1
    person.press("Return")
    looked(window, qtbot)
    assert dumps(window.workspace.document.records) == first
    assert window.workspace.listed.counts["high"] == before


def test_a_repair_that_leads_to_a_field_opens_it(desk: Desk, path: Path, qtbot: QtBot):
    window = opened(desk, path, qtbot)
    card = next(each for each in window.workspace.document.of_kind(Touchpoint) if each.moment is not None)
    set_field(window.workspace.document, (card.id,), "moment.impact", "")
    looked(window, qtbot)
    person = Person(window)
    walk_to(person, "moment_incomplete", "medium")
    window.diagnosis.panel.take_keyboard()
    person.press("Return")
    assert window.inspector.isVisible() and not window.diagnosis.panel.isVisible()
    assert window.inspector.isAncestorOf(person.focused)
    person.type("They decide here")
    person.press("Ctrl+Return")
    looked(window, qtbot)
    assert window.workspace.document.one(Touchpoint, card.id).moment.impact == "They decide here"
    person.press("F4")
    assert window.diagnosis.panel.isVisible() and not window.inspector.isVisible()
