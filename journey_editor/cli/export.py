"""The command `export`: a map in the format that OUT's ending names."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import PurePath

from journey_editor.assets import _
from journey_editor.cli.asked import DONE, BadUse, day_asked_for, map_asked_for, read_records
from journey_editor.core.records import JourneyMap, Record
from journey_editor.poster.paper import paper
from journey_editor.storage import atomic
from journey_editor.storage.format import dumps

DEFAULT_PAPER = "a1"
WRITABLE = (".pdf", ".svg", ".png", ".json")
LATER_ENDINGS = (".pptx", ".xlsx", ".csv", ".md", ".mmd")
LATER_OPTIONS = ("compare", "tile", "bleed", "grey", "read_from")


def add_export(parser: argparse.ArgumentParser) -> None:
    """Say which words the command takes."""
    parser.add_argument("file", metavar="FILE", help=_("a map file, or a poster that carries one"))
    parser.add_argument("out", metavar="OUT", help=_("the file to write; its ending says as what"))
    parser.add_argument("--map", metavar="ID|TITLE", help=_("which map (the first)"))
    parser.add_argument("--what", choices=("poster", "report", "actions"), default="poster", help=_("what to write"))
    parser.add_argument("--paper", metavar="P", help=_("a0 to a6, b0 to b4, letter …, or WIDTHxHEIGHT in mm (a1)"))
    lying = parser.add_mutually_exclusive_group()
    lying.add_argument("--portrait", dest="orientation", action="store_const", const="portrait", help=_("upright"))
    lying.add_argument("--landscape", dest="orientation", action="store_const", const="landscape", help=_("lying"))
    parser.add_argument("--today", metavar="DATE", type=day_asked_for, default=None, help=_("the day it is made for"))
    for option, value in (("--compare", "ID"), ("--tile", "P"), ("--bleed", "MM"), ("--read-from", "METRES")):
        parser.add_argument(option, metavar=value, help=argparse.SUPPRESS)
    parser.add_argument("--grey", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(command=_export_today)


def _export_today(asked: argparse.Namespace) -> int:
    if asked.today is None:
        asked.today = date.today()
    return export(asked)


def export(asked: argparse.Namespace) -> int:
    """Write a map in the format that OUT's ending names."""
    ending = PurePath(asked.out).suffix.lower()
    _refuse_what_is_not_built(asked, ending)
    paper(_paper_asked_for(asked))  # before any work is done
    records = read_records(asked.file)
    chosen = map_asked_for(records, asked.map, asked.file)
    if ending == ".json":
        atomic.write(asked.out, dumps(records))
        return DONE
    if chosen is None:
        raise BadUse(_("{file}: holds no map that could be drawn.").format(file=asked.file))
    atomic.write(asked.out, _drawn(records, chosen, ending, asked))
    return DONE


def _drawn(records: Mapping[str, Record], chosen: JourneyMap, ending: str, asked: argparse.Namespace) -> bytes:
    # drawing takes matplotlib and reportlab, a second that no other command should wait for
    from journey_editor.poster.export import poster_pdf, poster_png, poster_svg
    from journey_editor.poster.page import PosterOptions

    options = PosterOptions(today=asked.today, paper=_paper_asked_for(asked), orientation=asked.orientation)
    if ending == ".pdf":
        return poster_pdf(records, chosen.id, options)
    draw = poster_svg if ending == ".svg" else poster_png
    return draw(records, chosen.id, options, natural=asked.paper is None)


def _paper_asked_for(asked: argparse.Namespace) -> str:
    return DEFAULT_PAPER if asked.paper is None else asked.paper


def _refuse_what_is_not_built(asked: argparse.Namespace, ending: str) -> None:
    if ending in LATER_ENDINGS:
        raise BadUse(_("{out}: {ending} cannot be written yet.").format(out=asked.out, ending=ending))
    if ending not in WRITABLE:
        known = ", ".join(WRITABLE)
        raise BadUse(_("{out}: its ending must be one of {known}.").format(out=asked.out, known=known))
    for option in LATER_OPTIONS:
        if getattr(asked, option) not in (None, False):
            name = "--" + option.replace("_", "-")
            raise BadUse(_("{option} comes in a later version.").format(option=name))
    if asked.what != "poster":
        raise BadUse(_("--what {what} comes in a later version.").format(what=asked.what))
