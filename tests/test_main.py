"""The first word decides where the program goes."""

import subprocess
import sys
from importlib.metadata import version

import pytest

import journey_editor

WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from journey_editor.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "journey_editor", *words], capture_output=True, text=True)


def test_the_version_is_that_of_the_package():
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert journey_editor.__version__ in done.stdout
    assert version("journey-editor") == journey_editor.__version__


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("new", "--list"), ("schema",)])
def test_commands_need_no_window(words: tuple[str, ...]):
    done = subprocess.run([sys.executable, "-c", WITHOUT_QT, *words], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_a_bad_command_is_one_line_without_traceback():
    done = run("export", "missing.journey", "out.pdf")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "missing.journey" in done.stderr
