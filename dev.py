#!/usr/bin/env python3
"""Sets up, runs and tests the editor from a checkout, with nothing but Python 3.11 or newer.

python3 dev.py run [FILE]           open the editor, with the sample map where no FILE is given
python3 dev.py test [PYTEST ARGS]   everything that CI runs; with arguments only the tests they select
python3 dev.py lint                 style, types and layers
python3 dev.py bench [NAME]         the benchmarks in tests/bench
python3 dev.py doctor               what is missing, and what it is for
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "journey-editor.json"
SAMPLE = ROOT / "resources" / "samples" / "b2b-onboarding.journey"

LIBRARIES = {
    "libEGL.so.1": ("libegl1", "drawing"),
    "libGL.so.1": ("libgl1", "drawing"),
    "libglib-2.0.so.0": ("libglib2.0-0", "the event loop"),
    "libdbus-1.so.3": ("libdbus-1-3", "the desktop's services"),
    "libfontconfig.so.1": ("libfontconfig1", "fonts"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "the keyboard"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "windows under X11"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "windows under X11"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "windows under X11"),
    "libxcb-shape.so.0": ("libxcb-shape0", "windows under X11"),
}
"""System libraries that Qt's wheels expect: name for the loader → Debian package, what Qt needs it for."""

TOOLS = {
    "Xvfb": ("xvfb", "tests with a real window"),
    "openbox": ("openbox", "the keyboard's focus in such tests"),
    "xdotool": ("xdotool", "real keys and mouse in such tests"),
    "setxkbmap": ("x11-xkb-utils", "keyboards of other countries in such tests"),
    "dbus-daemon": ("dbus-daemon", "tests of staying awake in the room view"),
    "pdffonts": ("poppler-utils", "tests of the poster"),
    "qpdf": ("qpdf", "tests of the poster"),
}
"""Programs that only the tests use: name → Debian package, what they are for."""


class Stop(Exception):
    """Ends the program with one sentence for the person."""


def main(words: list[str]) -> int:
    """Do what the first word says; return the exit code."""
    command, rest = (words[0], words[1:]) if words else ("", [])
    commands = {"run": run, "test": test, "lint": lint, "bench": bench, "doctor": doctor}
    if command not in commands:
        print(__doc__)
        return 0 if command in ("-h", "--help") else 2
    try:
        return commands[command](rest)
    except Stop as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# What the five words do


def run(words: list[str]) -> int:
    """Open the editor; where there is no display, make the sample's poster instead."""
    if not has_display(os.environ):
        say("There is no display, so no window can open; the poster of the map is made instead.")
        need_packages({})
        need_venv("run")
        return poster_instead(PYTHON, Path(words[0]) if words else SAMPLE, Path.cwd())
    need_packages(LIBRARIES)
    need_venv("run")
    return call([PYTHON, "-m", "journey_editor", *(words or ["--sample"])])


def poster_instead(python: str | Path, file: Path, folder: Path) -> int:
    """Write a map's poster as PDF and PNG into a folder and say where they are."""
    for ending in ("pdf", "png"):
        target = folder / f"{file.stem}.{ending}"
        code = call([python, "-m", "journey_editor", "export", file, target])
        if code:
            return code
        say(f"Written: {target}")
    return 0


def test(words: list[str]) -> int:
    """Run all checks, or only the tests that pytest's arguments select."""
    need_packages({**LIBRARIES, **TOOLS})
    need_venv("dev")
    pytest = [PYTHON, "-m", "pytest"]
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    if words:
        return call([*pytest, *words], offscreen, ROOT)
    results = checks()
    if sys.platform == "linux":
        results.append(timed("tests with a real window", partial(under_xvfb, [*pytest, "-q", "-m", "xvfb"])))
    print(summary(results), flush=True)
    everything = [*pytest, "-q", "-n", "2", "--dist", "loadgroup"]
    results.append(timed("all tests", partial(call, everything, offscreen, ROOT)))
    failed = [name for name, code, _seconds in results if code]
    if failed:
        print(f"dev.py: failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def lint(_words: list[str]) -> int:
    """Check style, types and layers without running a test."""
    need_packages({})
    need_venv("dev")
    results = checks()
    print(summary(results))
    return 1 if any(code for _name, code, _seconds in results) else 0


def bench(words: list[str]) -> int:
    """Run all benchmarks, or the one named."""
    scripts = {path.stem: path for path in sorted((ROOT / "tests" / "bench").glob("*.py")) if path.stem[0] != "_"}
    unknown = [name for name in words if name not in scripts]
    if unknown or not scripts:
        raise Stop(f"there is no benchmark {' '.join(unknown)}; there are: {', '.join(scripts) or 'none yet'}")
    need_packages(LIBRARIES)
    need_venv("dev")
    chosen = words or list(scripts)
    return max(call([PYTHON, scripts[name]], {"QT_QPA_PLATFORM": "offscreen"}, ROOT) for name in chosen)


def doctor(_words: list[str]) -> int:
    """Say what is missing and what it is for; change nothing."""
    wanted = {**LIBRARIES, **TOOLS} if sys.platform == "linux" else {}
    lines = [
        (sys.version_info >= (3, 11), f"Python {sys.version.split()[0]}", "3.11 or newer"),
        (has_venv(), "venv", f"to make .venv; package {venv_package()}"),
        (PYTHON.exists(), ".venv", "made by 'dev.py run' or 'dev.py test'"),
        (is_fresh("run"), "what the editor needs in .venv", "installed by 'dev.py run'"),
        (is_fresh("dev"), "what tests need in .venv", "installed by 'dev.py test'"),
        (has_fonts(), "fonts in resources/fonts", "made by 'dev.py run' or 'dev.py test'"),
        *((is_there(name), name, f"{why}; package {package}") for name, (package, why) in wanted.items()),
        (has_display(os.environ), "a display", "without one 'dev.py run' makes the poster instead of opening a window"),
    ]
    for good, what, why in lines:
        print(f"ok       {what}" if good else f"missing  {what} ({why})")
    missing = missing_packages(wanted)
    if missing:
        print(f"\nThis installs what the system lacks:\n    {apt_line(missing)}")
    return 0 if all(good for good, _what, _why in lines[:-1]) else 1


# The system's packages


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether a window could open."""
    if sys.platform != "linux":
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def is_there(name: str) -> bool:
    """Whether a system library can be loaded, or a program is found."""
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_venv() -> bool:
    """Whether this Python can make virtual environments: Debian leaves half of it out."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def venv_package() -> str:
    """The Debian package that completes this Python."""
    return f"python3.{sys.version_info.minor}-venv"


def missing_packages(wanted: dict[str, tuple[str, str]]) -> list[str]:
    """The Debian packages of what is wanted and not there, and of venv."""
    if sys.platform != "linux":
        return []
    packages = [package for name, (package, _why) in wanted.items() if not is_there(name)]
    return ([] if has_venv() or PYTHON.exists() else [venv_package()]) + packages


def apt_line(packages: list[str]) -> str:
    """The one line to type."""
    sudo = "" if is_root() else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {' '.join(packages)}"


def is_root() -> bool:
    """Whether this process may install packages by itself."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def need_packages(wanted: dict[str, tuple[str, str]]) -> None:
    """Install what the system lacks, or stop and say how to."""
    packages = missing_packages(wanted)
    if not packages:
        return
    names = ", ".join(packages)
    if shutil.which("apt-get") is None:
        raise Stop(f"the system lacks what Debian calls {names}: install what your system calls them")
    sudo = [] if is_root() else ["sudo", "-n"]
    if sudo and (shutil.which("sudo") is None or quiet(["sudo", "-n", "true"])):
        raise Stop(f"the system lacks {names}; this installs them:\n    {apt_line(packages)}")
    say(f"Installing system packages: {names}")
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if not any(Path("/var/lib/apt/lists").glob("*_Packages*")):
        quiet([*apt, "update"])
    if quiet(install) and (quiet([*apt, "update"]) or call(install)):
        raise Stop(f"the packages could not be installed; try by hand:\n    {apt_line(packages)}")
    importlib.invalidate_caches()


# The virtual environment


def project() -> dict[str, Any]:
    """What pyproject.toml says."""
    import tomllib

    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def requirements(level: str) -> list[str]:
    """What is installed to run the editor ("run") or to work on it, too ("dev")."""
    said = project()
    wanted = said["build-system"]["requires"] + said["project"]["dependencies"]
    return wanted + (said["dependency-groups"]["dev"] if level == "dev" else [])


def fingerprint(level: str) -> str:
    """Changes whenever the environment has to be refreshed."""
    said = project()
    parts = [requirements(level), said["project"]["scripts"], said["tool"]["hatch"]["build"], str(ROOT)]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def is_fresh(level: str) -> bool:
    """Whether the environment has what this level needs; "dev" holds all of "run"."""
    if not (PYTHON.exists() and STAMP.is_file()):
        return False
    stamp = json.loads(STAMP.read_text("utf-8"))
    return stamp.get(level) == fingerprint(level) and stamp.get("python") == venv_version()


def venv_version() -> str:
    """The version line of the environment's own Python, empty where it does not run."""
    try:
        return subprocess.run([PYTHON, "--version"], capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""


def has_fonts() -> bool:
    """Whether the fonts were made; packaging/fonts.py knows whether they are stale."""
    return (ROOT / "resources" / "fonts" / "made-from.txt").is_file()


def need_venv(level: str) -> None:
    """Make or refresh .venv and the fonts where needed."""
    if not is_fresh(level):
        if not venv_version():
            say("Making .venv")
            must([sys.executable, "-m", "venv", "--clear", VENV], "the virtual environment could not be made")
        if quiet([PYTHON, "-m", "pip", "--version"]):
            must([PYTHON, "-m", "ensurepip"], "the virtual environment has no pip")
        wanted = requirements(level)
        say(f"Installing {len(wanted)} packages into .venv (some minutes the first time)")
        pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        must([*pip, *wanted], "the packages could not be installed")
        say("Installing the editor itself into .venv, and making its fonts")
        must([*pip, "--no-build-isolation", "--no-deps", "-e", ROOT], "the editor could not be installed")
        levels = {"run", level}
        stamp = {"python": venv_version(), **{each: fingerprint(each) for each in levels}}
        STAMP.write_text(json.dumps(stamp), "utf-8")
    must([PYTHON, ROOT / "packaging" / "fonts.py"], "the fonts could not be made")


# Checks and their results


def checks() -> list[tuple[str, int, float]]:
    """Style, types and layers: name, exit code and seconds of each."""
    tool = PYTHON.parent
    steps: dict[str, Sequence[str | Path]] = {
        "style": [tool / "ruff", "check", "."],
        "format": [tool / "ruff", "format", "--check", "."],
        "types": [tool / "pyright", "--pythonpath", PYTHON],
        "layers": [tool / "lint-imports", "--no-logo", "--no-cache"],
    }
    return [timed(name, partial(call, step, folder=ROOT)) for name, step in steps.items()]


def timed(name: str, step: Callable[[], int]) -> tuple[str, int, float]:
    """Run a step and say what it is."""
    say(name)
    start = time.monotonic()
    return name, step(), time.monotonic() - start


def summary(results: list[tuple[str, int, float]]) -> str:
    """One line for each step."""
    return "\n".join(f"{'FAILED' if code else 'passed'}  {seconds:6.1f} s  {name}" for name, code, seconds in results)


def under_xvfb(command: Sequence[str | Path]) -> int:
    """Run a command with a screen of its own and a window manager on it."""
    with screen() as there:
        return call(command, there, ROOT)


@contextmanager
def screen() -> Generator[dict[str, str]]:
    """A screen without a monitor and a window manager on it: the environment that programs find it by."""
    reader, writer = os.pipe()
    xvfb = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(xvfb, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    manager = None
    try:
        with os.fdopen(reader) as lines:
            number = lines.readline().strip()
        if not number:
            raise Stop("Xvfb did not start")
        there = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        manager = subprocess.Popen(["openbox"], env={**os.environ, **there}, stderr=subprocess.DEVNULL)
        yield there
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()


# Saying and calling


def say(text: str) -> None:
    """Tell the person what happens now."""
    print(f"==> {text}", flush=True)


def call(command: Sequence[str | Path], environment: dict[str, str] | None = None, folder: Path | None = None) -> int:
    """Run a command in sight, with more environment and in another folder where given; return its exit code."""
    words = [str(word) for word in command]
    return subprocess.run(words, env={**os.environ, **(environment or {})}, cwd=folder).returncode


def quiet(command: Sequence[str | Path]) -> int:
    """Run a command out of sight; return its exit code."""
    return subprocess.run([str(word) for word in command], capture_output=True).returncode


def must(command: Sequence[str | Path], otherwise: str) -> None:
    """Run a command in sight and stop where it fails."""
    if call(command):
        raise Stop(f"{otherwise}: see the lines above")


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 (somebody's python3 may well be older)
        sys.exit(f"dev.py: Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
    sys.exit(main(sys.argv[1:]))
