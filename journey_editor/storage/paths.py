"""Where the program keeps what is its own: settings, state that may be lost, and caches; and what files are called."""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

APPLICATION = "journey-editor"

NAME_LIMIT = 80
"""Letters of a title that a file's name takes over."""


def config_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of settings; it need not exist."""
    return _folder(environ, platform, "XDG_CONFIG_HOME", ".config", "APPDATA", "Application Support")


def state_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of what is remembered between runs, such as recent files; it need not exist."""
    return _folder(environ, platform, "XDG_STATE_HOME", ".local/state", "LOCALAPPDATA", "Application Support")


def cache_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder of what can be made again; it need not exist."""
    return _folder(environ, platform, "XDG_CACHE_HOME", ".cache", "LOCALAPPDATA", "Caches")


def file_name(title: str) -> str:
    """Return what a file named after a map is called, without an ending and without what no file system takes."""
    plain = "".join(letter if letter.isprintable() and letter not in '<>:"/\\|?*' else " " for letter in title)
    return " ".join(plain.split())[:NAME_LIMIT].strip(" .") or "map"


def _folder(environ: Mapping[str, str], platform: str, xdg: str, under_home: str, windows: str, mac: str) -> Path:
    """Follow each system's custom; XDG says that a path which is not absolute does not count."""
    home = _home(environ.get("USERPROFILE" if platform == "win32" else "HOME"))
    if platform == "win32":
        usual = home / "AppData" / ("Roaming" if windows == "APPDATA" else "Local")
        return Path(environ.get(windows) or usual) / APPLICATION
    if platform == "darwin":
        return home / "Library" / mac / APPLICATION
    given = environ.get(xdg, "")
    return (Path(given) if Path(given).is_absolute() else home / under_home) / APPLICATION


def _home(given: str | None) -> Path:
    """Return the home folder; without one, a folder for temporary files has to do."""
    if given:
        return Path(given)
    try:
        return Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir())
