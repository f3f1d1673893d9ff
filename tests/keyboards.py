"""Keyboards of other countries: real keys, by where they lie, in a program on a screen of its own.

What a key types is left to the layout of the server, to the toolkit and its input methods: nothing here knows of them.
"""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

SHIFT, CTRL, ALTGR = "50", "37", "108"
RETURN, TAB, SPACE = "36", "23", "65"
WAIT = 40.0  # seconds, on a machine with much to do

Chord = tuple[str, ...]
"""Keys that are pressed one after the other and let go together."""

_ROWS = {24: "qwertyuiop", 38: "asdfghjkl", 52: "zxcvbnm"}
_US = {letter: str(first + place) for first, row in _ROWS.items() for place, letter in enumerate(row)}


def _letters(moved: Mapping[str, str]) -> dict[str, tuple[Chord, ...]]:
    """Return letters and capitals of a layout; `moved` says on which key of the US layout some of them lie."""
    keys = {**_US, **{letter: _US.get(key, key) for letter, key in moved.items()}}
    found: dict[str, tuple[Chord, ...]] = {letter: ((key,),) for letter, key in keys.items()}
    return found | {letter.upper(): ((SHIFT, key),) for letter, key in keys.items()}


GERMAN: Mapping[str, Sequence[Chord]] = {
    **_letters({"y": "z", "z": "y"}),
    " ": ((SPACE,),),
    "ü": (("34",),),
    "ö": (("47",),),
    "é": (("21",), (_US["e"],)),  # a dead acute accent
    "ê": (("49",), (_US["e"],)),  # a dead circumflex
    "ó": (("21",), (_US["o"],)),
    "@": ((ALTGR, _US["q"]),),
    "#": (("51",),),
    "+": (("35",),),
    "-": (("61",),),
    "!": ((SHIFT, "10"),),
    "(": ((SHIFT, "17"),),
    ")": ((SHIFT, "18"),),
    "1": (("10",),),
    ",": (("59",),),
    "5": (("14",),),
}

FRENCH: Mapping[str, Sequence[Chord]] = {
    **_letters({"a": "q", "q": "a", "z": "w", "w": "z", "m": "47"}),
    " ": ((SPACE,),),
    "é": (("11",),),
    "è": (("16",),),
    "à": (("19",),),
    "ê": (("34",), (_US["e"],)),  # a dead circumflex
    "â": (("34",), ("24",)),
    "ï": ((SHIFT, "34"), (_US["i"],)),  # a dead diaeresis
    "@": ((ALTGR, "19"),),
    "#": ((ALTGR, "12"),),
    "+": ((SHIFT, "21"),),
    "-": (("15",),),
    "!": (("61",),),
    "(": (("14",),),
    ")": (("20",),),
    "1": ((SHIFT, "10"),),
    "5": ((SHIFT, "14"),),
    ",": (("58",),),
}


class Typist:
    """A person at the keyboard of a country, before the editor with one file open."""

    def __init__(self, screen: Mapping[str, str], layout: str, keys: Mapping[str, Sequence[Chord]]) -> None:
        self._screen, self._keys = {**os.environ, **screen}, keys
        self._process = 0
        self._call("setxkbmap", "-layout", layout)

    def type(self, text: str) -> None:
        """Type a text. Before an accent that waits for its letter the program may catch up.

        Qt hands on at once what is composed, plain keys by a queue: the one overtakes the other in a program that
        was busy for longer than a person takes for two keys.
        """
        waiting: list[Chord] = []
        for letter in text:
            chords = self._keys[letter]
            if len(chords) > 1 and waiting:
                self.press(*waiting)
                waiting = []
            waiting += chords
        self.press(*waiting)

    def press(self, *chords: Chord) -> None:
        """Press keys, and wait until the program has taken them."""
        self._call("xdotool", "key", "--delay", "15", *("+".join(chord) for chord in chords))
        wait(self._rests)

    def wait_for_window(self, process: int, name: str) -> None:
        """Wait until a window of a process whose title holds a name is there and has the keyboard."""
        wait(lambda: name in self._call("xdotool", "getactivewindow", "getwindowname", may_fail=True))
        self._process = process
        wait(self._rests)

    def _rests(self) -> bool:
        """Whether the program has nothing to do: it takes no time of the processor for a while."""
        taken: list[list[str]] = []
        for _ in range(2):
            told = Path(f"/proc/{self._process}/stat").read_text("ascii", errors="replace").rpartition(")")[2].split()
            taken.append([told[0], *told[11:13]])
            time.sleep(0.08)
        return taken[0] == taken[1] and taken[0][0] == "S"

    def _call(self, *command: str, may_fail: bool = False) -> str:
        done = subprocess.run(command, env=self._screen, capture_output=True, text=True, timeout=WAIT)
        assert may_fail or not done.returncode, done.stderr
        return done.stdout


def wait(until: Callable[[], bool]) -> None:
    """Wait until something is so."""
    ends = time.monotonic() + WAIT
    while not until():
        assert time.monotonic() < ends, "It did not happen in time"
        time.sleep(0.05)


def program(screen: Mapping[str, str], command: Sequence[str | Path], folder: Path) -> subprocess.Popen[bytes]:
    """Start a program on a screen, with folders of its own and a language whose accents can be composed."""
    own = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
    return subprocess.Popen([*command], env={**os.environ, **screen, **own, "LC_ALL": "C.UTF-8"})
