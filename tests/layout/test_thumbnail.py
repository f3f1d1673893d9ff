"""Small pictures of maps: everything lies inside, whatever the map."""

import pytest
from hypothesis import given, settings

from journey_editor.assets import resource, template_names
from journey_editor.core.document import Document
from journey_editor.core.journey import Journey
from journey_editor.core.records import Record
from journey_editor.layout.primitives import Box, Path
from journey_editor.layout.style import DARK, LIGHT
from journey_editor.layout.thumbnail import thumbnail
from journey_editor.storage.format import load
from tests.building import journey, owners, row, stage, touchpoint
from tests.strategies import files

SIZE = (192.0, 120.0)


def journeys_of(name: str) -> list[Journey]:
    document = Document(load(resource("templates", f"{name}.journey")).values())
    return [document.journey(each.id) for each in document.maps()]


def reaches_outside(part: object) -> bool:
    if isinstance(part, Box):
        corners = [(part.x, part.y), (part.x + part.width, part.y + part.height)]
        flat = part.width <= 0 or part.height <= 0
    else:
        assert isinstance(part, Path)
        corners, flat = [each[-2:] for each in part.commands if len(each) > 1], False
    return flat or not all(0 <= x <= SIZE[0] and 0 <= y <= SIZE[1] for x, y in corners)


@pytest.mark.parametrize("name", template_names())
@pytest.mark.parametrize("style", [LIGHT, DARK], ids=["light", "dark"])
def test_a_template_lies_inside_its_picture(name: str, style):
    parts = thumbnail(journeys_of(name), style, *SIZE)
    assert len(parts) > 5
    assert not [part for part in parts if reaches_outside(part)]


@settings(max_examples=40)
@given(files())
def test_any_map_lies_inside_its_picture(records: dict[str, Record]):
    document = Document(records.values())
    shown = [document.journey(each.id) for each in document.maps()]
    assert not [part for part in thumbnail(shown, LIGHT, *SIZE) if reaches_outside(part)]


def test_a_map_without_anything_and_a_file_without_a_map_are_drawn():
    assert thumbnail([], LIGHT, *SIZE)
    assert thumbnail([journey()], LIGHT, *SIZE)


def test_what_is_still_to_be_filled_is_dashed():
    empty = thumbnail([journey(stage("s"))], LIGHT, *SIZE)
    assert all(part.ink.dash for part in empty[1:])


def test_a_card_has_the_colour_of_its_owner_and_lies_in_its_lane():
    shown = thumbnail([journey(stage("s"), *owners("a", "b"), *row("x"), touchpoint("y", "s", "b0", owner="b"))],
                      LIGHT, *SIZE)  # fmt: skip
    cards = [part for part in shown if isinstance(part, Box) and part.ink.fill == LIGHT.card and part.ink.stroke]
    assert len(cards) == 2 and cards[0].ink.stroke != cards[1].ink.stroke
    assert cards[0].y != cards[1].y and cards[0].x != cards[1].x


def test_a_pair_shows_both_curves_and_what_lies_between():
    now, then = journeys_of("sales-to-cs")
    alone = thumbnail([now], LIGHT, *SIZE)
    pair = thumbnail([now, then], LIGHT, *SIZE)
    assert sum(isinstance(part, Path) and bool(part.ink.dash) for part in pair) == 1
    assert not any(isinstance(part, Path) and part.ink.dash for part in alone)
    assert any(part.ink.fill_opacity < 1 for part in pair)
