"""Pictures of the file on cards and persona cards: at the left of a card, which is so much wider."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from journey_editor.layout.blocks import Block
from journey_editor.layout.cards import WIDER, Card
from journey_editor.layout.form import Form
from journey_editor.layout.primitives import Box, Image
from journey_editor.layout.shapes import shifted

_KNOWN = ("iVBORw0KGg", "/9j/", "R0lGOD")  # how PNG, JPEG and GIF begin in base64
_EDGE = 6.0  # between a card's edge and its picture
_LEAST_HEIGHT = 50.0  # lower cards show no picture
_LEAST_ROOM = 60.0  # for words beside the picture
_RADIUS = 5.0


class Portrait(NamedTuple):
    """A picture of the file: its id and its bytes in base64."""

    picture: str
    data: str


Portraits = tuple[Portrait | None, ...]


def portrait(picture: str | None, pictures: Mapping[str, str]) -> Portrait | None:
    """Return a picture by its id, None where there is none that can be drawn: it leaves no hole."""
    data = pictures.get(picture or "", "")
    return Portrait(picture, data) if picture is not None and data.startswith(_KNOWN) else None


def portraits_in(block: Block, pictures: Mapping[str, str]) -> Portraits:
    """Return the picture of each touchpoint of a block."""
    return tuple(portrait(each.picture, pictures) for column in block.columns for each in column)


def room_for(shown: Portrait | None, width: float, form: Form) -> float:
    """Return how much of a card's width its picture takes; nothing where there is none, or no room for it."""
    fits = form.height >= _LEAST_HEIGHT and width >= WIDER + _LEAST_ROOM
    return WIDER if shown is not None and fits else 0.0


@lru_cache(maxsize=1024)
def with_picture(card: Card, shown: Portrait, width: float, form: Form) -> Card:
    """Return a card that was laid out without room for its picture, so wide as the whole is to be, with the picture."""
    shadow, body, *others = card.parts
    assert isinstance(shadow, Box)
    assert isinstance(body, Box)
    side = form.height - 2 * _EDGE
    image = Image(_EDGE, _EDGE, WIDER - _EDGE, side, shown.picture, shown.data, _RADIUS)
    moved = (shifted(part, WIDER, 0.0) for part in others)
    return Card((replace(shadow, width=width), replace(body, width=width), image, *moved), card.tip)
