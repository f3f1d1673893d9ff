"""What every test stands on: bundled fonts only, no screen, a person's folders of its own, no unexpected warning.

The environment is set before anything imports Qt, so that pictures are equal on every machine.
"""

import atexit
import inspect
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from journey_editor import assets

SCRATCH = Path(tempfile.mkdtemp(prefix="journey-editor-tests-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

SCREEN_SETTINGS = ("QT_SCALE", "QT_FONT_DPI", "QT_STYLE", "QT_QPA_PLATFORMTHEME", "QT_SCREEN")
SLOW = "Matplotlib is building the font cache"  # said where that takes five seconds: a busy machine, no fault
FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def _own_world() -> None:
    """Point fonts, screen, scale and the person's folders away from those of the machine."""
    fonts = SCRATCH / "fonts.conf"
    fonts.write_text(FONTCONFIG.format(fonts=assets.resource("fonts"), cache=SCRATCH / "fontconfig"), "utf-8")
    os.environ["FONTCONFIG_FILE"] = str(fonts)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in [name for name in os.environ if name.startswith(SCREEN_SETTINGS)]:
        del os.environ[name]
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(SCRATCH / name.lower())
    runtime = SCRATCH / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"


_own_world()
settings.register_profile("journey", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("journey")


@pytest.fixture(autouse=True)
def no_unexpected_warnings(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test during which the program logged a warning or worse; one that expects it asks for caplog itself."""
    yield
    if "caplog" not in inspect.signature(request.function).parameters:
        said = [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
        unexpected = [words for words in said if not words.startswith(SLOW)]
        assert not unexpected, unexpected
