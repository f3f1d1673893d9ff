"""The command `check`: what the program finds in the maps of files, as text to be read or as JSON for scripts."""

import argparse
import json
import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from journey_editor.assets import _, ngettext
from journey_editor.cli.asked import DONE, FOUND, day_asked_for, read_records, say
from journey_editor.core.journey import Journey, maps_of, read_journey
from journey_editor.core.parts import Dismissal
from journey_editor.core.records import JourneyMap, Record
from journey_editor.core.titles import called, in_line
from journey_editor.core.words import number_text
from journey_editor.insight.case import Case, case_of
from journey_editor.insight.conversion import tier_name
from journey_editor.insight.finding import SEVERITIES, Finding, Key, Severity, set_aside, severity_name
from journey_editor.insight.findings import findings
from journey_editor.insight.summary import Summary, summary

WIDEST = 100
"""So many letters a line has at most on a terminal."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one map: everything, and what of it people set aside, by its key."""

    map: JourneyMap
    summary: Summary
    findings: tuple[Finding, ...]
    aside: Mapping[Key, Dismissal]

    def of(self, severity: Severity) -> list[Finding]:
        """Return what is of a severity and was not set aside."""
        return [each for each in self.findings if each.severity == severity and each.key not in self.aside]


def add_check(parser: argparse.ArgumentParser) -> None:
    """Say which words the command takes."""
    parser.add_argument("files", metavar="FILE", nargs="+", help=_("a map file, or a poster that carries one"))
    parser.add_argument("--json", action="store_true", help=_("print JSON for scripts"))
    parser.add_argument(
        "--today", metavar="DATE", type=day_asked_for, default=None, help=_("the day that counts as today")
    )
    parser.add_argument(
        "--fail-on", choices=SEVERITIES[:-1], default=None, help=_("exit 1 where a finding is as bad as that or worse")
    )
    parser.set_defaults(command=check)


def check(asked: argparse.Namespace) -> int:
    """Print what is found in files; exit 1 only where something not set aside is as bad as was asked for."""
    today = asked.today or date.today()
    found = [(path, checked(read_records(path), today)) for path in asked.files]
    if asked.json:
        say(as_json(found))
    else:
        say("\n".join(_file_text(path, maps) for path, maps in found))
    feared = () if asked.fail_on is None else SEVERITIES[: SEVERITIES.index(asked.fail_on) + 1]
    is_bad = any(each.of(severity) for _path, maps in found for each in maps for severity in feared)
    return FOUND if is_bad else DONE


def checked(records: Mapping[str, Record], today: date) -> list[Checked]:
    """Return what is found in each map of a file on a day, the maps by rank."""

    @cache
    def read(map_id: str) -> Journey:
        return read_journey(records, map_id)

    return [_checked(case_of(read, each.id, today)) for each in maps_of(records)]


def _checked(case: Case) -> Checked:
    found = findings(case)
    return Checked(case.journey.map, summary(case, found), found, set_aside(case.journey.map))


def as_json(found: list[tuple[str, list[Checked]]]) -> str:
    """Return files as JSON, a finding a line; one file is an object, several are a list."""
    files = [_file_json(path, maps) for path, maps in found]
    return f"{files[0]}\n" if len(files) == 1 else "[\n" + ",\n".join(files) + "\n]\n"


def _file_json(path: str, maps: list[Checked]) -> str:
    written = ",".join(f"\n{_map_json(each)}" for each in maps)
    return f'{{"file": {json.dumps(path)}, "maps": [{written}]}}'


def _map_json(found: Checked) -> str:
    about = {name: _plain(value) for name, value in found.summary.known().items()}
    head = f'{{"id": {json.dumps(found.map.id)}, "summary": {json.dumps(about)}, "findings": ['
    return head + ",".join(f"\n{json.dumps(_fields(each, found.aside))}" for each in found.findings) + "]}"


def _fields(finding: Finding, aside: Mapping[Key, Dismissal]) -> dict[str, Any]:
    fields = {
        "rule": finding.rule,
        "severity": finding.severity,
        "records": finding.records,
        "numbers": {name: _plain(value) for name, value in finding.numbers.items()},
        "sentence": finding.sentence,
    }
    return {**fields, "dismissed": True} if finding.key in aside else fields


def _plain(value: float | str) -> float | str:
    """Return a number as files have it: whole ones without a fraction."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _file_text(path: str, maps: list[Checked]) -> str:
    """Return what was found in a file, map by map, to be read by people."""
    name = "".join(letter if letter.isprintable() else " " for letter in path)
    if not maps:
        return _("{file}: holds no map.").format(file=name) + "\n"
    return "\n".join(_map_text(name, each) for each in maps)


def _map_text(name: str, found: Checked) -> str:
    lines = [*_wrapped(f"{name}: {called(found.map, WIDEST)}", ""), *_wrapped(_counts_text(found.summary), "  ")]
    for severity in SEVERITIES:
        if some := found.of(severity):
            lines += ["", f"{severity_name(severity)} ({len(some)})"]
            lines += [line for each in some for line in _wrapped(f"{each.sentence} [{each.rule}]", "  - ", "    ")]
    put_by = [each for each in found.findings if each.key in found.aside]
    if put_by:
        lines += ["", _("Set aside ({count})").format(count=len(put_by))]
        lines += [line for each in put_by for line in _wrapped(_aside_text(each, found.aside), "  - ", "    ")]
    if not found.findings:
        lines += ["", _("Nothing was found.")]
    return "\n".join(lines) + "\n"


def _counts_text(about: Summary) -> str:
    """Return the numbers of a map in a sentence."""
    return ", ".join(_counts(about)) + "."


def _counts(about: Summary) -> Iterator[str]:
    yield ngettext("{count} stage", "{count} stages", about.stages).format(count=about.stages)
    yield ngettext("{count} touchpoint", "{count} touchpoints", about.touchpoints).format(count=about.touchpoints)
    yield ngettext("{count} handoff", "{count} handoffs", about.handoffs).format(count=about.handoffs)
    yield ngettext("{count} trough", "{count} troughs", about.troughs).format(count=about.troughs)
    yield ngettext("{count} moment of truth", "{count} moments of truth", about.moments).format(count=about.moments)
    if about.coverage is not None:
        yield _("{share} % of the touchpoints felt").format(share=_percent(about.coverage))
    if about.backed is not None:
        yield _("{share} % of the feelings backed by evidence").format(share=_percent(about.backed))
    if about.waiting_days:
        yield _("{days} days of waiting").format(days=number_text(about.waiting_days))
    of = about.conversion
    if of.whole is not None:
        yield _("{share} % go all the way").format(share=_percent(of.whole))
    if of.paid is not None and of.tier is not None:
        yield _("conversion from the purchase on {share} %: {tier}").format(
            share=_percent(of.paid), tier=tier_name(of.tier)
        )
    if of.activation is not None and of.activation_tier is not None:
        yield _("activation {share} %: {tier}").format(
            share=_percent(of.activation), tier=tier_name(of.activation_tier)
        )


def _percent(share: float) -> str:
    """Return a share with at most one decimal; more than nothing is never told as nothing."""
    percent = round(share * 100, 1)
    return _("less than 0.1") if share > 0 and not percent else number_text(percent)


def _aside_text(finding: Finding, aside: Mapping[Key, Dismissal]) -> str:
    reason = in_line(aside[finding.key].reason)
    said = f"{finding.sentence} [{finding.rule}]"
    return f"{said} {_('Reason: {reason}').format(reason=reason)}" if reason else said


def _wrapped(words: str, begin: str, then: str | None = None) -> list[str]:
    """Return a sentence as lines: as wide as the terminal is, one line where no person is looking."""
    after = begin if then is None else then
    if sys.stdout is None or not sys.stdout.isatty():
        return [begin + words]
    width = max(40, min(shutil.get_terminal_size().columns, WIDEST))
    return textwrap.wrap(words, width, initial_indent=begin, subsequent_indent=after, break_on_hyphens=False)
