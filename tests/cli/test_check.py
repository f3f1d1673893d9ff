"""The command `check`: what it prints for people and for scripts, and with which exit code it ends."""

import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.assets import resource, template_names
from journey_editor.cli import check, main
from journey_editor.core.parts import Dismissal, Moment
from journey_editor.core.records import JourneyMap, Persona, Record
from journey_editor.insight.finding import SEVERITIES
from journey_editor.insight.findings import RULES
from journey_editor.storage.format import dumps
from tests.building import metric, opportunity, owners, records, stage, touchpoint, transition
from tests.cli.commands import TODAY
from tests.strategies import files

SAMPLE = str(resource("samples", "b2b-onboarding.journey"))


def write(*given: Record, name: str = "m.journey", **fields: Any) -> str:
    Path(name).write_bytes(dumps({each.id: each for each in records(*given, **fields)}))
    return name


def seam(**fields: Any) -> str:
    """A file with one high finding, a handoff after two weeks, and none that is medium or low."""
    scope: dict[str, Any] = {
        "objective": "o", "scope_from": "f", "scope_to": "t", "reviewed": date(2026, 11, 1), "state": "future",
    }  # fmt: skip
    cards = [
        touchpoint("a", "s", owner="sales", v=1.5),
        touchpoint("b", "s", "a1", owner="support", v=0.4, moment=Moment()),
    ]
    measured = metric("k", "s")
    way = transition("a", "b", wait_days=14)
    return write(*owners("sales", "support"), stage("s", owner="sales"), *cards, way, measured, **scope | fields)


def printed(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert main(["check", *words]) == code
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def found(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> Any:
    return json.loads(printed(capsys, *words, "--json", code=code))


def test_json_is_an_object_of_maps_with_summary_and_findings(capsys: pytest.CaptureFixture[str]):
    told = found(capsys, seam(), *TODAY)
    assert list(told) == ["file", "maps"] and told["file"] == "m.journey"
    (only,) = told["maps"]
    assert list(only) == ["id", "summary", "findings"] and only["id"] == "m"
    assert only["summary"] == {
        "stages": 1, "touchpoints": 2, "handoffs": 1, "troughs": 0, "moments": 1, "coverage": 1, "waiting_days": 14,
    }  # fmt: skip
    first = only["findings"][0]
    assert list(first) == ["rule", "severity", "records", "numbers", "sentence"]
    assert {**first, "sentence": ""} == {
        "rule": "handoff", "severity": "high", "records": ["a", "b"], "numbers": {"wait_days": 14, "fall": 1.1},
        "sentence": "",
    }  # fmt: skip
    assert "Sales" in first["sentence"] and "14 days" in first["sentence"]


def test_whole_numbers_have_no_fraction(capsys: pytest.CaptureFixture[str]):
    words = printed(capsys, seam(), "--json", *TODAY)
    assert '"wait_days": 14,' in words and '"coverage": 1,' in words and ".0" not in words


def test_several_files_are_a_list_in_the_order_asked_for(capsys: pytest.CaptureFixture[str]):
    one, two = write(name="z.journey"), write(name="a.journey")
    assert [each["file"] for each in found(capsys, one, two, one)] == [one, two, one]


def test_maps_come_by_rank_and_a_file_may_have_none(capsys: pytest.CaptureFixture[str]):
    later = JourneyMap(id="l", rank="a1", title="Later")
    first = JourneyMap(id="z", rank="Zz", title="First")
    assert [each["id"] for each in found(capsys, write(later, first))["maps"]] == ["z", "m", "l"]
    Path("none.journey").write_bytes(b'{"format": "journey-map", "version": 1}\n')
    assert found(capsys, "none.journey", "--fail-on", "low") == {"file": "none.journey", "maps": []}
    assert printed(capsys, "none.journey") == "none.journey: holds no map.\n"


def test_a_map_is_compared_with_the_one_it_was_drafted_from(capsys: pytest.CaptureFixture[str]):
    drafted = JourneyMap(id="n", rank="a1", title="To be", state="future", based_on="m")
    path = write(stage("s"), touchpoint("a", "s"), drafted)
    rules = {each["rule"]: each["records"] for each in found(capsys, path, *TODAY)["maps"][1]["findings"]}
    assert "change_without_owner" in rules


def test_what_is_set_aside_says_so_and_is_counted_in_the_summary(capsys: pytest.CaptureFixture[str]):
    aside = (Dismissal(rule="handoff", records=("b", "a", "a"), reason="They sit\nin one room"),)
    (told,) = found(capsys, seam(dismissed=aside), *TODAY)["maps"]
    assert told["findings"][0]["dismissed"] is True and told["summary"]["handoffs"] == 1
    assert not any("dismissed" in each for each in told["findings"][1:])
    words = printed(capsys, "m.journey", *TODAY)
    assert "Set aside (1)" in words and "[handoff] Reason: They sit in one room" in words
    assert "High" not in words


@pytest.mark.parametrize(
    "aside",
    [
        Dismissal(rule="handoff", records=("a",)),
        Dismissal(rule="handoff", records=("a", "b", "s")),
        Dismissal(rule="handoff", records=()),
        Dismissal(rule="waiting", records=("a", "b")),
        Dismissal(rule="Handoff", records=("a", "b")),
    ],
)
def test_it_is_set_aside_by_its_rule_and_all_its_records_only(aside: Dismissal, capsys: pytest.CaptureFixture[str]):
    told = found(capsys, seam(dismissed=(aside,)), *TODAY, "--fail-on", "high", code=1)
    assert not any("dismissed" in each for each in told["maps"][0]["findings"])


def severities(capsys: pytest.CaptureFixture[str], *words: str) -> set[str]:
    return {each["severity"] for each in found(capsys, *words, *TODAY)["maps"][0]["findings"]}


@pytest.mark.parametrize(
    ("worst", "codes"),
    [("info", (0, 0, 0)), ("low", (0, 0, 1)), ("medium", (0, 1, 1)), ("high", (1, 1, 1))],
)
def test_it_fails_on_what_is_as_bad_or_worse(worst: str, codes: tuple[int, ...], capsys: pytest.CaptureFixture[str]):
    fields: dict[str, Any] = {
        "objective": "o", "scope_from": "f", "scope_to": "t", "reviewed": date(2026, 11, 1), "state": "future",
        "persona": "p",
    }  # fmt: skip
    given: list[Record] = [Persona(id="p", rank="a0", name="P"), *owners("sales")]
    given += [stage("s", owner="sales"), touchpoint("a", "s", v=0), touchpoint("b", "s", "a1", v=1)]
    if worst != "low":
        given.append(metric("k", "s"))
    if worst == "medium":
        given.append(opportunity("o", "s", status="doing"))
    if worst == "high":
        given.append(stage("t", "a1"))
    path = write(*given, **fields)
    assert worst in severities(capsys, path)
    for limit, code in zip(("high", "medium", "low"), codes, strict=True):
        printed(capsys, path, *TODAY, "--fail-on", limit, code=code)
    printed(capsys, path, *TODAY)


def test_any_map_of_any_file_may_fail(capsys: pytest.CaptureFixture[str]):
    bad = seam()
    fine = write(name="fine.journey")
    assert len(found(capsys, fine, bad, fine, *TODAY, "--fail-on", "high", code=1)) == 3
    found(capsys, fine, *TODAY, "--fail-on", "high")


def test_text_is_ordered_by_severity_and_names_its_rules(capsys: pytest.CaptureFixture[str]):
    words = printed(capsys, SAMPLE, *TODAY)
    assert words.splitlines()[0].endswith("b2b-onboarding.journey: From “we need this” to renewal")
    places = [words.index(f"\n{name} (") for name in ("High", "Medium", "Low", "Good to know")]
    assert places == sorted(places)
    assert "6 stages, 14 touchpoints, 6 handoffs, 3 troughs" in words
    assert "53.8 % of the feelings backed by evidence" in words
    rules = {each["rule"] for each in found(capsys, SAMPLE, *TODAY)["maps"][0]["findings"]}
    assert rules and all(f"[{each}]" in words for each in rules)


def test_a_terminal_gets_lines_that_fit_and_files_get_one_line_a_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    plain = printed(capsys, SAMPLE, *TODAY)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "72")
    narrow = printed(capsys, SAMPLE, *TODAY)
    assert max(map(len, narrow.splitlines())) <= 72 < max(map(len, plain.splitlines()))
    assert " ".join(narrow.split()) == " ".join(plain.split())


def test_a_poster_is_checked_as_the_map_it_carries(capsys: pytest.CaptureFixture[str]):
    assert main(["export", SAMPLE, "poster.pdf", *TODAY]) == 0
    assert found(capsys, "poster.pdf", *TODAY)["maps"] == found(capsys, SAMPLE, *TODAY)["maps"]


def test_the_day_decides_what_is_overdue(capsys: pytest.CaptureFixture[str]):
    path = write(stage("s"), opportunity("o", "s", due=date(2026, 3, 1)))
    for day, days in (("2026-03-01", None), ("2026-03-02", 1), ("2027-03-01", 365)):
        told = found(capsys, path, "--today", day)["maps"][0]["findings"]
        late = [each["numbers"]["days"] for each in told if each["rule"] == "overdue_opportunity"]
        assert late == ([] if days is None else [days])


def test_json_survives_whatever_the_terminal_can_show(capsys: pytest.CaptureFixture[str]):
    path = write(stage("s", name="Caf\u00e9 \U0001f600"), name="\u00fcn\u00ef.journey")
    assert printed(capsys, path, "--json").isascii()
    assert found(capsys, path)["file"] == path


@pytest.mark.parametrize(
    "words",
    [
        (), ("missing.journey",), (SAMPLE, "missing.journey"), (SAMPLE, "--fail-on"), (SAMPLE, "--fail-on", "info"),
        (SAMPLE, "--fail-on", "HIGH"), (SAMPLE, "--today", "25.11.2026"), (SAMPLE, "--bogus"), (".",), ("--json",),
        (SAMPLE, "--fail", "high"), ("",), ("bad.journey",), (SAMPLE, "bad.journey", "--json"),
    ],
)  # fmt: skip
def test_bad_use_and_bad_input_are_one_line_and_nothing_else(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
):
    Path("bad.journey").write_bytes(b'{"format": "journey-map", "version": 1, "maps": [{"id": "m"}]}')
    assert main(["check", *words]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and said.err.startswith("journey-editor: ")
    if words and words[-1] in ("missing.journey", "bad.journey"):
        assert words[-1] in said.err


@pytest.mark.parametrize("name", [*template_names()])
def test_findings_of_each_template_are_told_with_a_sentence(name: str, capsys: pytest.CaptureFixture[str]):
    for told in found(capsys, str(resource("templates", f"{name}.journey")), *TODAY)["maps"]:
        for each in told["findings"]:
            assert each["rule"] in RULES and each["records"]
            assert each["sentence"].endswith((".", "?", "”")) or each["rule"] == "expectation_gap"
            assert "{" not in each["sentence"] and "\n" not in each["sentence"]


def test_the_gaps_of_the_practice_come_out_of_the_template(capsys: pytest.CaptureFixture[str]):
    (told,) = found(capsys, str(resource("templates", "b2b-saas.journey")), *TODAY)["maps"]
    gaps = [each for each in told["findings"] if each["rule"] == "expectation_gap"]
    figures = {(each["severity"], each["numbers"].get("gap")) for each in gaps}
    assert figures == {("high", -35), ("medium", -45), ("high", -20), ("high", -60), ("medium", None)}
    assert len(gaps) == 5


def test_equal_files_and_days_give_equal_text(capsys: pytest.CaptureFixture[str]):
    for words in ((), ("--json",)):
        assert printed(capsys, SAMPLE, *TODAY, *words) == printed(capsys, SAMPLE, *TODAY, *words)


def test_what_was_checked_is_at_hand_without_printing():
    (told,) = check.checked({each.id: each for each in records(stage("s"))}, date(2026, 11, 25))
    assert [each.rule for each in told.of("high")] == ["stage_owner"]


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


@given(files(), st.randoms(use_true_random=False), st.dates())
def test_any_file_is_checked_and_the_order_of_its_records_does_not_matter(
    read: dict[str, Record], random: Random, today: date
):
    words = check.as_json([("m.journey", check.checked(read, today))])
    told = json.loads(words, parse_constant=_refuse)
    for each in (each for told_map in told["maps"] for each in told_map["findings"]):
        assert each["records"] and set(each["records"]) <= read.keys()
        assert each["severity"] in SEVERITIES and each["sentence"].strip()
    shuffled = list(read.values())
    random.shuffle(shuffled)
    assert check.as_json([("m.journey", check.checked({each.id: each for each in shuffled}, today))]) == words
