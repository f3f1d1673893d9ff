"""Where the program starts: a first word that is a command goes to the command line, all else opens the window."""

import sys

COMMANDS = frozenset(("new", "check", "export", "import", "diff", "merge", "schema"))
SWITCHES = frozenset(("--version", "--help", "-h"))


def main(argv: list[str] | None = None) -> int:
    """Run the program with the given words (those of the process by default) and return its exit code.

    Each side is imported only when it is asked for, so that no command pays for Qt and no window for argparse.
    """
    words = sys.argv[1:] if argv is None else argv
    if words and (words[0] in COMMANDS or words[0] in SWITCHES):
        from journey_editor.cli import main as command_line

        return command_line(words)
    from journey_editor.ui.app import main as window

    return window(words)


if __name__ == "__main__":
    sys.exit(main())
