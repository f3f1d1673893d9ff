"""What a theme of the window looks like: the tokens of the map, and those that only the window has."""

from dataclasses import dataclass

from journey_editor.layout.style import DARK, LIGHT, Style


@dataclass(frozen=True, slots=True)
class Look:
    """A theme of the window: the map's tokens, and those that only the window has."""

    map: Style
    rail: str
    field: str
    hover: str
    edge: str
    on_accent: str
    accent_hover: str
    moment_ground: str
    moment_line: str
    selection: str
    shadow: str


LIGHT_LOOK = Look(
    map=LIGHT, rail="#FBFAF7", field="#F6F4EF", hover="#ECE8DF", edge="#C9C3B8", on_accent="#FFFFFF",
    accent_hover="#2F4BC0", moment_ground="#FFF8E1", moment_line="#E8D48A", selection="#E3E8FB", shadow="#23211E",
)  # fmt: skip

DARK_LOOK = Look(
    map=DARK, rail="#191714", field="#312D29", hover="#37332D", edge="#57514A", on_accent="#1D1B18",
    accent_hover="#B4C3FC", moment_ground="#332C1B", moment_line="#6A5720", selection="#343A55", shadow="#000000",
)  # fmt: skip
