"""The command `export`: a map, or what is written about it for a meeting, in the format that OUT's ending names."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.cli.asked import DONE, BadUse, day_asked_for, map_asked_for, read_records
from journey_editor.core.journey import read_journey
from journey_editor.core.records import JourneyMap, Record, Stage
from journey_editor.core.titles import called
from journey_editor.insight.case import Case, case_of
from journey_editor.poster.paper import paper
from journey_editor.poster.report.pages import A4, Paper
from journey_editor.storage import atomic
from journey_editor.storage.format import dumps

DEFAULT_PAPER = "a1"
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "poster": (".pdf", ".svg", ".png", ".json"),
    "report": (".pdf", ".md"),
    "stage": (".pdf", ".md"),
    "actions": (".csv", ".xlsx", ".md"),
}
"""As what each thing can be written."""

_MOST_NAMED = 20  # stages of a map that are listed where a name is wrong

LATER_ENDINGS = (".pptx", ".xlsx", ".csv", ".md", ".mmd")
LATER_OPTIONS = ("compare", "tile", "bleed", "grey", "read_from")


class What(NamedTuple):
    """What is to be written: `poster`, `report`, `actions`, or the agenda of a `stage`, which has a name or an id."""

    kind: str
    stage: str = ""


def add_export(parser: argparse.ArgumentParser) -> None:
    """Say which words the command takes."""
    parser.add_argument("file", metavar="FILE", help=_("a map file, or a poster that carries one"))
    parser.add_argument("out", metavar="OUT", help=_("the file to write; its ending says as what"))
    parser.add_argument("--map", metavar="ID|TITLE", help=_("which map (the first)"))
    parser.add_argument(
        "--what", metavar="WHAT", type=_what, default=What("poster"),
        help=_("poster, report (pdf, md), actions (csv, xlsx, md), or stage:NAME, the agenda of a stage (pdf, md)"),
    )  # fmt: skip
    parser.add_argument("--paper", metavar="P", help=_("a0 to a6, b0 to b4, letter …, or WIDTHxHEIGHT in mm (a1)"))
    lying = parser.add_mutually_exclusive_group()
    lying.add_argument("--portrait", dest="orientation", action="store_const", const="portrait", help=_("upright"))
    lying.add_argument("--landscape", dest="orientation", action="store_const", const="landscape", help=_("lying"))
    parser.add_argument("--today", metavar="DATE", type=day_asked_for, default=None, help=_("the day it is made for"))
    for option, value in (("--compare", "ID"), ("--tile", "P"), ("--bleed", "MM"), ("--read-from", "METRES")):
        parser.add_argument(option, metavar=value, help=argparse.SUPPRESS)
    parser.add_argument("--grey", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(command=_export_today)


def export(asked: argparse.Namespace) -> int:
    """Write a map, or what is written about it, in the format that OUT's ending names."""
    ending = PurePath(asked.out).suffix.lower()
    _refuse_what_cannot_be(asked, ending)
    paper(_paper_asked_for(asked))  # before any work is done
    records = read_records(asked.file)
    chosen = map_asked_for(records, asked.map, asked.file)
    if ending == ".json":
        atomic.write(asked.out, dumps(records))
        return DONE
    if chosen is None:
        raise BadUse(_("{file}: holds no map that could be drawn.").format(file=asked.file))
    make = _drawn if asked.what.kind == "poster" else _written
    atomic.write(asked.out, make(records, chosen, ending, asked))
    return DONE


def _export_today(asked: argparse.Namespace) -> int:
    if asked.today is None:
        asked.today = date.today()
    return export(asked)


def _what(words: str) -> What:
    """Read what is to be written."""
    kind, colon, name = words.partition(":")
    if kind == "stage" and name.strip():
        return What(kind, " ".join(name.split()))
    if kind != "stage" and not colon and kind in ENDINGS:
        return What(kind)
    reason = _("{words} cannot be written: use poster, report, actions or stage:NAME")
    raise argparse.ArgumentTypeError(reason.format(words=repr(words)))


def _drawn(records: Mapping[str, Record], chosen: JourneyMap, ending: str, asked: argparse.Namespace) -> bytes:
    # drawing takes matplotlib and reportlab, a second that no other command should wait for
    from journey_editor.poster.export import poster_pdf, poster_png, poster_svg
    from journey_editor.poster.page import PosterOptions

    options = PosterOptions(today=asked.today, paper=_paper_asked_for(asked), orientation=asked.orientation)
    if ending == ".pdf":
        return poster_pdf(records, chosen.id, options)
    draw = poster_svg if ending == ".svg" else poster_png
    return draw(records, chosen.id, options, natural=asked.paper is None)


def _written(records: Mapping[str, Record], chosen: JourneyMap, ending: str, asked: argparse.Namespace) -> bytes:
    """Return what is written about a map for a meeting."""
    case = case_of(lambda map_id: read_journey(records, map_id), chosen.id, asked.today)
    if asked.what.kind == "actions":
        return _actions(case, ending)
    stage = _stage_asked_for(case, asked.what.stage, asked.file) if asked.what.kind == "stage" else None
    if ending == ".md":
        from journey_editor.interchange.report.written import written_md

        return written_md(case, stage)
    from journey_editor.poster.report.export import report_pdf

    return report_pdf(case, records, stage, Paper(asked.paper or A4.name, asked.orientation))


def _stage_asked_for(case: Case, name: str, path: str) -> Stage:
    """Return the stage with an id or a name, whatever its capitals where no other one has it to the letter."""
    stages = case.journey.stages
    plain = name.casefold()
    tries = (
        [each for each in stages if each.id == name],
        [each for each in stages if " ".join(each.name.split()) == name],
        [each for each in stages if " ".join(each.name.split()).casefold() == plain],
    )
    for found in tries:
        if len(found) > 1:
            ids = ", ".join(each.id for each in found)
            raise BadUse(_("{file}: several stages are called {name}: say which by its id: {ids}.").format(
                file=path, name=repr(name), ids=ids
            ))  # fmt: skip
        if found:
            return found[0]
    known = ", ".join(called(each, 40) for each in stages[:_MOST_NAMED]) + (", …" if len(stages) > _MOST_NAMED else "")
    raise BadUse(_("{file}: the map has no stage {name}; its stages are: {known}.").format(
        file=path, name=repr(name), known=known or _("none")
    ))  # fmt: skip


def _actions(case: Case, ending: str) -> bytes:
    from journey_editor.interchange.actions import actions_csv, actions_md, actions_xlsx

    return {".csv": actions_csv, ".xlsx": actions_xlsx, ".md": actions_md}[ending](case)


def _paper_asked_for(asked: argparse.Namespace) -> str:
    return DEFAULT_PAPER if asked.paper is None else asked.paper


def _refuse_what_cannot_be(asked: argparse.Namespace, ending: str) -> None:
    """Refuse an ending that does not fit what is to be written, and options that are not there yet."""
    kind: str = asked.what.kind
    if ending not in ENDINGS[kind]:
        raise BadUse(_ending_refused(asked.out, kind, ending))
    for option in LATER_OPTIONS:
        if getattr(asked, option) not in (None, False):
            name = "--" + option.replace("_", "-")
            raise BadUse(_("{option} comes in a later version.").format(option=name))


def _ending_refused(out: str, kind: str, ending: str) -> str:
    """Return why something cannot be written with an ending, and what would help."""
    if kind == "poster" and ending in LATER_ENDINGS:
        others = ", ".join(other for other, endings in ENDINGS.items() if ending in endings)
        if not others:
            return _("{out}: {ending} cannot be written yet.").format(out=out, ending=ending)
        return _(
            "{out}: the map itself cannot be written as {ending} yet; say what else with --what: {others}."
        ).format(out=out, ending=ending, others=others.replace("stage", "stage:NAME"))
    known = ", ".join(ENDINGS[kind])
    if kind == "poster":
        return _("{out}: its ending must be one of {known}.").format(out=out, known=known)
    return _("{out}: for --what {kind} its ending must be one of {known}.").format(out=out, kind=kind, known=known)
