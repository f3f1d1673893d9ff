"""The command `import`: somebody else's format as a map, and what of it was not understood."""

import argparse
import os
from datetime import date
from pathlib import PurePath

from journey_editor.assets import _
from journey_editor.cli.asked import DONE, BadUse, day_asked_for, tell
from journey_editor.interchange.endings import DIAGRAMS, MARKDOWN, MINUTES, TABLES
from journey_editor.interchange.imported import Imported
from journey_editor.interchange.journeys import read_mermaid
from journey_editor.interchange.minutes import read_minutes
from journey_editor.interchange.sheets import read_table
from journey_editor.storage import atomic
from journey_editor.storage.files import bytes_to_save
from journey_editor.storage.format import read_bytes

READABLE = (*MINUTES, *TABLES, *DIAGRAMS, *MARKDOWN)
LATER_IMPORTS = (".xlsx", ".json", ".pdf")


def add_import(parser: argparse.ArgumentParser) -> None:
    """Say which words the command takes."""
    parser.add_argument(
        "file", metavar="IN", help=_("capture lines (.txt), a table (.csv), a Mermaid journey (.mmd, .md)")
    )
    parser.add_argument("out", metavar="OUT", help=_("the map file to write"))
    parser.add_argument("--actors", choices=("owners", "personas"), help=_("what a diagram’s actors are"))
    parser.add_argument(
        "--today", metavar="DATE", type=day_asked_for, default=None, help=_("the day that dates count from")
    )
    parser.set_defaults(command=import_file)


def import_file(asked: argparse.Namespace) -> int:
    """Make a file of somebody else's format into a map, and list what was not understood, by line."""
    ending = PurePath(asked.file).suffix.lower()
    if ending in LATER_IMPORTS:
        raise BadUse(_("{file}: {ending} cannot be read yet.").format(file=asked.file, ending=ending))
    if ending not in READABLE:
        known = ", ".join(READABLE)
        raise BadUse(_("{file}: its ending must be one of {known}.").format(file=asked.file, known=known))
    if asked.actors is not None and ending not in (*DIAGRAMS, *MARKDOWN):
        raise BadUse(_("--actors is for Mermaid journeys; {ending} has none.").format(ending=ending))
    if os.path.realpath(asked.file) == os.path.realpath(asked.out):
        raise BadUse(_("{file}: would be overwritten; give the map another name.").format(file=asked.file))
    imported = _imported(ending, asked)
    atomic.write(asked.out, bytes_to_save(asked.out, imported.records))
    for remark in imported.remarks:
        place = _("{file}, line {line}").format(file=asked.file, line=remark.line)
        tell(f"{place}: {remark.words}.")
    return DONE


def _imported(ending: str, asked: argparse.Namespace) -> Imported:
    data, today = read_bytes(asked.file), asked.today or date.today()
    if ending in (*DIAGRAMS, *MARKDOWN):
        return read_mermaid(data, asked.file, today, asked.actors or "owners")
    return (read_minutes if ending in MINUTES else read_table)(data, asked.file, today)
