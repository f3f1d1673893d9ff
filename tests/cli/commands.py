"""What the tests of commands share."""

from pathlib import Path

import pytest

from journey_editor.cli import main

TODAY = ("--today", "2026-11-25")


def complaint(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a command that must fail; return its one line after seeing that it left nothing behind."""
    before = sorted(Path().iterdir())
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("journey-editor: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert sorted(Path().iterdir()) == before
    return said.err
