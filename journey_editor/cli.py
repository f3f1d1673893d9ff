"""The command line: everything that needs no window, without a display and without Qt.

Exit codes: 0 done, 2 bad use or bad input, with one line on stderr that says what and where.
"""

import argparse
import contextlib
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import NoReturn, TextIO

from journey_editor import __version__
from journey_editor.assets import MissingAssetError, _, resource, template_names
from journey_editor.core.journey import maps_of
from journey_editor.core.records import JourneyMap, Record
from journey_editor.interchange.endings import DIAGRAMS, MARKDOWN, MINUTES, TABLES
from journey_editor.interchange.imported import Imported
from journey_editor.interchange.journeys import read_mermaid
from journey_editor.interchange.minutes import read_minutes
from journey_editor.interchange.sheets import read_table
from journey_editor.poster.paper import PaperError, paper
from journey_editor.storage import atomic
from journey_editor.storage.files import bytes_to_save
from journey_editor.storage.format import Refusal, dumps, loads, read_bytes

PROGRAM = "journey-editor"
DONE, BAD = 0, 2
INTERRUPTED = 130

DEFAULT_PAPER = "a1"
LATER_COMMANDS = ("check", "diff", "merge")
WRITABLE = (".pdf", ".svg", ".png", ".json")
LATER_ENDINGS = (".pptx", ".xlsx", ".csv", ".md", ".mmd")
READABLE = (*MINUTES, *TABLES, *DIAGRAMS, *MARKDOWN)
LATER_IMPORTS = (".xlsx", ".json", ".pdf")
LATER_OPTIONS = ("compare", "tile", "bleed", "grey", "read_from")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class BadUse(Exception):
    """What was asked for cannot be done; the text is one sentence for people."""


def main(words: Sequence[str]) -> int:
    """Run a command of the command line and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_on_letters(stream)
    try:
        return _run(words)
    except (BadUse, PaperError, Refusal, atomic.SaveError, MissingAssetError) as error:
        return _complain(str(error))
    except BrokenPipeError:
        os._exit(DONE)  # whoever read the output has gone; a last flush at the interpreter's end would complain
    except KeyboardInterrupt:
        return INTERRUPTED
    except RecursionError:
        return _complain(_("That is nested too deeply."))
    except MemoryError:
        return _complain(_("There is not enough memory for that."))
    except Exception as error:  # the last resort: people get a sentence, never a traceback
        return _complain(
            _("This should not have happened: {kind}: {error}.").format(kind=type(error).__name__, error=error)
        )


def _run(words: Sequence[str]) -> int:
    if words and words[0] in LATER_COMMANDS:
        raise BadUse(_("The command {command} comes in a later version.").format(command=words[0]))
    asked = _parser().parse_args(list(words))
    command: Callable[[argparse.Namespace], int] | None = getattr(asked, "command", None)
    if command is None:
        raise BadUse(_("Say what to do: new, export, import or schema; --help tells more."))
    return command(asked)


def new(asked: argparse.Namespace) -> int:
    """Write a new file from a template, or list the templates."""
    names = template_names()
    if asked.list:
        if asked.out is not None or asked.template is not None:
            raise BadUse(_("new --list takes nothing else."))
        _say("\n".join(names) + "\n")
        return DONE
    if asked.out is None:
        raise BadUse(_("new needs the name of the file to make, or --list."))
    template = "empty" if asked.template is None else asked.template
    if template not in names:
        known = ", ".join(names)
        raise BadUse(_("There is no template {name}: use one of {known}.").format(name=repr(template), known=known))
    path = resource("templates", f"{template}.journey")
    atomic.create(asked.out, dumps(loads(read_bytes(path), str(path))))
    return DONE


def export(asked: argparse.Namespace) -> int:
    """Write a map in the format that OUT's ending names."""
    ending = PurePath(asked.out).suffix.lower()
    _refuse_what_is_not_built(asked, ending)
    paper(_paper_asked_for(asked))  # before any work is done
    records = _read(asked.file)
    chosen = _map_asked_for(records, asked.map, asked.file)
    if ending == ".json":
        atomic.write(asked.out, dumps(records))
        return DONE
    if chosen is None:
        raise BadUse(_("{file}: holds no map that could be drawn.").format(file=asked.file))
    atomic.write(asked.out, _drawn(records, chosen, ending, asked))
    return DONE


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
        _tell(f"{place}: {remark.words}.")
    return DONE


def _imported(ending: str, asked: argparse.Namespace) -> Imported:
    data, today = read_bytes(asked.file), asked.today or date.today()
    if ending in (*DIAGRAMS, *MARKDOWN):
        return read_mermaid(data, asked.file, today, asked.actors or "owners")
    return (read_minutes if ending in MINUTES else read_table)(data, asked.file, today)


def schema(asked: argparse.Namespace) -> int:
    """Print the JSON Schema of map files."""
    _say(resource("schema", "journey-map.schema.json").read_text("utf-8"))
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


def _read(path: str) -> dict[str, Record]:
    """Read a map file, or the one that a poster carries."""
    from journey_editor.poster.attachment import carried_map, is_pdf

    data = read_bytes(path)
    return loads(carried_map(data, path) if is_pdf(data) else data, path)


def _map_asked_for(records: Mapping[str, Record], asked: str | None, path: str) -> JourneyMap | None:
    """Return the map with an id or a title, or the first one; None where the file has none and none was asked for."""
    maps = maps_of(records)
    if asked is None:
        return maps[0] if maps else None
    for found in ([each for each in maps if each.id == asked], [each for each in maps if each.title == asked]):
        if len(found) > 1:
            ids = ", ".join(each.id for each in found)
            raise BadUse(_("{file}: several maps are called {map}: say which by its id: {ids}.").format(
                file=path, map=repr(asked), ids=ids
            ))  # fmt: skip
        if found:
            return found[0]
    ids = ", ".join(each.id for each in maps) or _("none")
    raise BadUse(_("{file}: has no map {map}; its maps are: {ids}.").format(file=path, map=repr(asked), ids=ids))


class _Parser(argparse.ArgumentParser):
    """An argument parser that complains in one line."""

    def error(self, message: str) -> NoReturn:
        command = self.prog.removeprefix(PROGRAM).strip()
        raise BadUse(f"{command}: {message}" if command else message)


def _parser() -> argparse.ArgumentParser:
    about = _("Edits customer journey maps. Without a command it opens the window, with the given files.")
    parser = _Parser(prog=PROGRAM, description=about, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = parser.add_subparsers(title=_("commands"), metavar="", parser_class=_Parser)
    _add_new(commands.add_parser("new", help=_("make a new file from a template"), allow_abbrev=False))
    _add_export(commands.add_parser("export", help=_("write a map as pdf, svg, png or json"), allow_abbrev=False))
    _add_import(commands.add_parser("import", help=_("make a map of minutes, a table, a diagram"), allow_abbrev=False))
    schema_parser = commands.add_parser("schema", help=_("print the JSON Schema of map files"), allow_abbrev=False)
    schema_parser.set_defaults(command=schema)
    return parser


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT", nargs="?", help=_("the file to make; it must not be there"))
    parser.add_argument("--template", metavar="NAME", help=_("what to begin with (empty)"))
    parser.add_argument("--list", action="store_true", help=_("list the templates"))
    parser.set_defaults(command=new)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("a map file, or a poster that carries one"))
    parser.add_argument("out", metavar="OUT", help=_("the file to write; its ending says as what"))
    parser.add_argument("--map", metavar="ID|TITLE", help=_("which map (the first)"))
    parser.add_argument("--what", choices=("poster", "report", "actions"), default="poster", help=_("what to write"))
    parser.add_argument("--paper", metavar="P", help=_("a0 to a6, b0 to b4, letter …, or WIDTHxHEIGHT in mm (a1)"))
    lying = parser.add_mutually_exclusive_group()
    lying.add_argument("--portrait", dest="orientation", action="store_const", const="portrait", help=_("upright"))
    lying.add_argument("--landscape", dest="orientation", action="store_const", const="landscape", help=_("lying"))
    parser.add_argument("--today", metavar="DATE", type=_day, default=None, help=_("the day it is made for"))
    for option, value in (("--compare", "ID"), ("--tile", "P"), ("--bleed", "MM"), ("--read-from", "METRES")):
        parser.add_argument(option, metavar=value, help=argparse.SUPPRESS)
    parser.add_argument("--grey", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(command=_export_today)


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="IN", help=_("capture lines (.txt), a table (.csv), a Mermaid journey (.mmd, .md)")
    )
    parser.add_argument("out", metavar="OUT", help=_("the map file to write"))
    parser.add_argument("--actors", choices=("owners", "personas"), help=_("what a diagram’s actors are"))
    parser.add_argument("--today", metavar="DATE", type=_day, default=None, help=_("the day that dates count from"))
    parser.set_defaults(command=import_file)


def _export_today(asked: argparse.Namespace) -> int:
    if asked.today is None:
        asked.today = date.today()
    return export(asked)


def _day(words: str) -> date:
    """Read a date YYYY-MM-DD and nothing else."""
    try:
        if DATE.fullmatch(words):
            return date.fromisoformat(words)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(_("{words} is not a date YYYY-MM-DD").format(words=repr(words)))


def _say(words: str) -> None:
    """Write to the output; it may be closed, gone or a disk that is full."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(words)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = None  # or the interpreter tries once more at its end, and complains in its own words
        raise BadUse(_("The output could not be written: {reason}.").format(reason=error.strerror)) from None


def _complain(sentence: str) -> int:
    """Say what is wrong on one line."""
    _tell(sentence)
    return BAD


def _tell(sentence: str) -> None:
    """Write a line to those who watch, whatever letters are in it."""
    shown = "".join(letter if letter.isprintable() else " " for letter in sentence)
    with contextlib.suppress(OSError, ValueError):
        print(f"{PROGRAM}: {shown}", file=sys.stderr)


def _never_fail_on_letters(stream: TextIO) -> None:
    """Write letters that a terminal cannot show as escapes."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
