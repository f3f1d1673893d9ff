"""The command line: everything that needs no window, without a display and without Qt.

Exit codes: 0 done, 1 findings, 2 bad use or bad input, with one line on stderr that says what and where.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TextIO

from journey_editor import __version__
from journey_editor.assets import MissingAssetError, _, resource, template_names
from journey_editor.cli.asked import BAD, DONE, PROGRAM, BadUse, say, tell
from journey_editor.cli.check import add_check
from journey_editor.cli.export import add_export
from journey_editor.cli.importing import add_import
from journey_editor.poster.paper import PaperError
from journey_editor.storage import atomic
from journey_editor.storage.format import Refusal, dumps, loads, read_bytes

INTERRUPTED = 130
LATER_COMMANDS = ("diff", "merge")


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
        raise BadUse(_("Say what to do: new, check, export, import or schema; --help tells more."))
    return command(asked)


def new(asked: argparse.Namespace) -> int:
    """Write a new file from a template, or list the templates."""
    names = template_names()
    if asked.list:
        if asked.out is not None or asked.template is not None:
            raise BadUse(_("new --list takes nothing else."))
        say("\n".join(names) + "\n")
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


def schema(asked: argparse.Namespace) -> int:
    """Print the JSON Schema of map files."""
    say(resource("schema", "journey-map.schema.json").read_text("utf-8"))
    return DONE


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
    add_check(commands.add_parser("check", help=_("tell what is found in maps"), allow_abbrev=False))
    add_export(commands.add_parser("export", help=_("write a map as pdf, svg, png or json"), allow_abbrev=False))
    add_import(commands.add_parser("import", help=_("make a map of minutes, a table, a diagram"), allow_abbrev=False))
    schema_parser = commands.add_parser("schema", help=_("print the JSON Schema of map files"), allow_abbrev=False)
    schema_parser.set_defaults(command=schema)
    return parser


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT", nargs="?", help=_("the file to make; it must not be there"))
    parser.add_argument("--template", metavar="NAME", help=_("what to begin with (empty)"))
    parser.add_argument("--list", action="store_true", help=_("list the templates"))
    parser.set_defaults(command=new)


def _complain(sentence: str) -> int:
    """Say what is wrong on one line."""
    tell(sentence)
    return BAD


def _never_fail_on_letters(stream: TextIO) -> None:
    """Write letters that a terminal cannot show as escapes."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
