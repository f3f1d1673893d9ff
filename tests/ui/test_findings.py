"""What is found follows the last edit a moment later, in turns, and nothing happens between a key and the map."""

import pytest
from pytestqt.qtbot import QtBot

from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.findings import set_aside, take_back
from journey_editor.core.edits.touchpoints import to_tray
from journey_editor.insight.finding import Finding, Severity
from journey_editor.ui.finding_list import FOLDED
from journey_editor.ui.findings import Findings
from journey_editor.ui.workspace import Workspace
from tests.building import MAP, owners, records, row, stage, touchpoint


@pytest.fixture
def workspace(qapp: object) -> Workspace:
    line = [touchpoint(f"t{i}", "s", f"a{i}", owner="ab"[i % 2], v=i % 3 - 1) for i in range(20)]
    return Workspace(records(*owners("a", "b"), stage("s"), *line))


def rules(findings: Findings) -> set[str]:
    assert findings.overview is not None
    return {each.rule for each in findings.overview.findings}


def test_nothing_is_looked_for_before_it_may_begin(workspace: Workspace, qtbot: QtBot):
    qtbot.wait(150)
    assert workspace.findings.overview is None and not workspace.findings.is_current
    workspace.findings.begin()
    qtbot.waitUntil(lambda: workspace.findings.is_current)
    assert "stage_owner" in rules(workspace.findings)


def test_an_edit_does_nothing_at_once_and_is_followed_soon(workspace: Workspace, qtbot: QtBot):
    findings = workspace.findings
    findings.settle()
    before = findings.overview
    set_field(workspace.document, ("s",), "owner", "a")
    assert findings.overview is before and not findings.is_current
    with qtbot.waitSignal(findings.changed, timeout=2000):
        pass
    assert "stage_owner" not in rules(findings)


def test_a_newer_edit_ends_what_is_looked_for(workspace: Workspace, qtbot: QtBot):
    findings, told = workspace.findings, []
    findings.settle()
    findings.changed.connect(lambda: told.append(rules(findings)))
    for owner in ("a", None, "b"):
        set_field(workspace.document, ("s",), "owner", owner)
        assert not told
    qtbot.waitUntil(lambda: findings.is_current)
    assert len(told) == 1 and "stage_owner" not in told[0]


def test_what_a_drag_only_tries_is_not_told(workspace: Workspace, qtbot: QtBot):
    findings = workspace.findings
    findings.settle()
    before = findings.overview
    workspace.document.preview(lambda: set_field(workspace.document, ("s",), "owner", "a"))
    qtbot.wait(200)
    assert findings.overview is before
    workspace.document.end_preview()
    qtbot.waitUntil(lambda: findings.is_current)


def test_the_numbers_of_the_list_and_what_is_folded(workspace: Workspace):
    listed = workspace.listed
    workspace.findings.settle()
    assert len(listed.unfolded) == min(FOLDED, len(listed.entries))
    assert sorted(set(listed.numbers.values())) == list(range(1, len(listed.unfolded) + 1))
    assert listed.folded == listed.entries[FOLDED:]
    every = len(listed.entries)
    listed.unfold()
    assert len(listed.unfolded) == every and not listed.folded
    listed.fold()
    severities: set[Severity] = {each.finding.severity for each in listed.entries}
    for severity in severities:
        listed.switch(severity)
    assert not listed.entries and sum(listed.counts.values()) > 0


def test_steps_go_through_all_and_round(workspace: Workspace):
    listed = workspace.listed
    workspace.findings.settle()
    every = [each for entry in listed.entries for each in entry.findings]
    walked: list[Finding] = []
    for _each in range(len(every) + 1):
        found = listed.step(1)
        assert found is not None and found.key in listed.numbers, "where one stands is never folded away"
        walked.append(found)
    assert walked == [*every, every[0]]
    assert listed.step(-1) == every[-1]


def test_what_is_set_aside_neither_counts_nor_has_a_number(workspace: Workspace):
    findings, listed = workspace.findings, workspace.listed
    findings.settle()
    (owner,) = (each for each in listed.entries if each.finding.rule == "stage_owner")
    before = dict(listed.counts)
    set_aside(workspace.document, MAP, "stage_owner", owner.finding.records, "two of us")
    findings.settle()
    assert listed.counts["high"] == before["high"] - 1
    assert owner.finding.key not in listed.numbers
    assert findings.known(owner.finding.key) is not None
    take_back(workspace.document, MAP, "stage_owner", owner.finding.records)
    findings.settle()
    assert dict(listed.counts) == before


def test_an_empty_map_and_no_map_are_followed_too(qapp: object):
    workspace = Workspace(records(stage("s"), *row("x")))
    workspace.findings.settle()
    to_tray(workspace.document, ("x",))
    workspace.findings.settle()
    assert "gray_zone" not in rules(workspace.findings)
    empty = Workspace([])
    empty.findings.settle()
    assert empty.findings.overview is None and empty.listed.step(1) is None
