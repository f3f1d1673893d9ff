"""Papers by name or in millimetres, as exact sizes in points."""

import re
from dataclasses import dataclass
from typing import Literal

from journey_editor.assets import _

MM = 72 / 25.4
"""Points in a millimetre."""

INCH = 25.4
LEAST, MOST = 30.0, 5080.0  # mm: below it no margin is left, above it no PDF viewer follows (14,400 points)

Orientation = Literal["landscape", "portrait"]

_ISO: dict[str, tuple[float, float]] = {
    "a0": (841, 1189), "a1": (594, 841), "a2": (420, 594), "a3": (297, 420), "a4": (210, 297), "a5": (148, 210),
    "a6": (105, 148),
    "b0": (1000, 1414), "b1": (707, 1000), "b2": (500, 707), "b3": (353, 500), "b4": (250, 353),
}  # fmt: skip
_INCHES: dict[str, tuple[float, float]] = {
    "ansi_a": (8.5, 11), "ansi_b": (11, 17), "ansi_c": (17, 22), "ansi_d": (22, 34), "ansi_e": (34, 44),
    "arch_a": (9, 12), "arch_b": (12, 18), "arch_c": (18, 24), "arch_d": (24, 36), "arch_e": (36, 48),
    "letter": (8.5, 11), "legal": (8.5, 14), "tabloid": (11, 17),
}  # fmt: skip

PAPERS: dict[str, tuple[float, float]] = _ISO | {
    name: (width * INCH, height * INCH) for name, (width, height) in _INCHES.items()
}
"""The short and the long side of each named paper in millimetres."""

_SIZE = re.compile(r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?|auto)", re.ASCII)


class PaperError(ValueError):
    """Not a paper; the message is a sentence that says what would be one."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet: its name as people write it, and its sides in millimetres, as it lies. A roll has no length yet.

    For a roll `height` is the width of the roll and `width` is None: the page becomes as long as needed.
    """

    name: str
    width: float | None
    height: float

    @property
    def size(self) -> tuple[float | None, float]:
        """Width and height in points; no width where it is a roll."""
        return (None if self.width is None else self.width * MM), self.height * MM


def paper(name: str, orientation: Orientation | None = None) -> Paper:
    """Return a paper by its name, ignoring case, or by "WIDTHxHEIGHT" in millimetres, "WIDTHxauto" being a roll.

    Named papers lie landscape and sizes as they are given, unless an orientation says otherwise. A roll always lies
    along its length. Raises PaperError where the name is none or the size cannot be printed.
    """
    asked = name.strip().lower()
    if asked in PAPERS:
        short, long = PAPERS[asked]
        shown = asked.upper() if asked in _ISO else asked.replace("_", " ").title().replace("Ansi", "ANSI")
        return Paper(shown, long, short) if orientation != "portrait" else Paper(shown, short, long)
    found = _SIZE.fullmatch(asked)
    if found is None:
        known = _("a0 to a6, b0 to b4, ansi_a to ansi_e, arch_a to arch_e, letter, legal, tabloid")
        raise PaperError(
            _("There is no paper {name}: use one of {known}, or WIDTHxHEIGHT in millimetres, or WIDTHxauto.").format(
                name=repr(name), known=known
            )
        )
    sides = [float(side) for side in found.groups() if side != "auto"]
    if any(not LEAST <= side <= MOST for side in sides):
        raise PaperError(
            _("A paper of {name} mm cannot be used: each side must be between {least} and {most} mm.").format(
                name=name, least=f"{LEAST:g}", most=f"{MOST:g}"
            )
        )
    if len(sides) == 1:
        return Paper(f"{sides[0]:g} mm", None, sides[0])
    width, height = sides
    if orientation is not None and (width < height) != (orientation == "portrait"):
        width, height = height, width
    return Paper(f"{width:g} × {height:g} mm", width, height)
