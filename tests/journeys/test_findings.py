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

REASON = "known, the team works on it"


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
    first = dumps(window.workspace.document.records)
    before = window.workspace.listed.counts["high"]
    walked_by_f4(window)
    repaired_and_undone(window, qtbot)
    assert dumps(window.workspace.document.records) == first
    records = set_aside_and_saved(window, qtbot)
    assert window.workspace.listed.counts["high"] == before - 1
    window.close_surely()

    (about,) = (each for each in load(path).values() if isinstance(each, JourneyMap))
    assert [(each.rule, set(each.records), each.reason) for each in about.dismissed] == [("trough", records, REASON)]
    window = opened(desk, path, qtbot)
    assert window.workspace.listed.counts["high"] == before - 1
    taken_back(window, qtbot)
    assert dumps(window.workspace.document.records) == first
    assert window.workspace.listed.counts["high"] == before


def walked_by_f4(window: MainWindow) -> None:
    """F4 brings the panel and stands at the worst first, which is selected on the map; the map keeps the keyboard."""
    person, listed = Person(window), window.workspace.listed
    person.press("F4")
    assert window.diagnosis.panel.isVisible() and not window.inspector.isVisible()
    worst = listed.finding
    assert worst is not None and worst.severity == "high" and listed.numbers[worst.key] == 1
    assert set(window.workspace.session.selected) == set(worst.records)
    person.press("F4")
    assert listed.finding is not worst
    person.press("Shift+F4")
    assert listed.finding is worst
    assert window.capture.hasFocus(), "who walks goes on typing on the map"


def repaired_and_undone(window: MainWindow, qtbot: QtBot) -> None:
    """A handoff gets the protocol that it offers, as one step that is undone."""
    person, document, findings = Person(window), window.workspace.document, window.workspace.findings
    walk_to(person, "handoff", "high")
    handoff = window.workspace.listed.finding
    assert handoff is not None
    window.diagnosis.panel.take_keyboard()
    person.press("Return")
    person.type("Both teams meet the customer once")
    person.press("Return")
    looked(window, qtbot)
    ways = [each for each in document.of_kind(Transition) if (each.source, each.target) == handoff.records]
    assert ways and all(each.protocol == "Both teams meet the customer once" for each in ways)
    now = findings.known(handoff.key)
    assert now is not None and now.severity == "low"
    person.press("Ctrl+Z")
    looked(window, qtbot)
    assert findings.known(handoff.key) == handoff


def set_aside_and_saved(window: MainWindow, qtbot: QtBot) -> set[str]:
    """A low point is set aside: Esc gives up, and no reason is no reason. Returns its records."""
    person, document, listed = Person(window), window.workspace.document, window.workspace.listed
    first = dumps(document.records)
    walk_to(person, "trough", "high")
    trough = listed.finding
    assert trough is not None
    window.diagnosis.panel.take_keyboard()
    person.press("Del")
    person.type("not")
    person.press("Esc", "Del", "Return")
    assert dumps(document.records) == first
    person.press("Del")
    person.type(REASON)
    person.press("Return")
    looked(window, qtbot)
    assert trough.key not in listed.numbers
    person.press("Ctrl+S")
    qtbot.waitUntil(lambda: window.workspace.is_saved)
    return set(trough.records)


def taken_back(window: MainWindow, qtbot: QtBot) -> None:
    """Below the list stands what was set aside, with its reason; Enter takes it back."""
    person, panel = Person(window), window.diagnosis.panel
    window.diagnosis.show(True)
    panel.take_keyboard()
    person.press("End", "Return", "Down")
    row = panel.view.row_here()
    assert row is not None and row.kind == "aside" and row.reason == REASON
    person.press("Return")
    looked(window, qtbot)


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
