"""The cell of a stage in a row: words, and what stands beside, behind or below them."""

import pytest

from journey_editor.layout.cells import STEP, blocks_in, cell, entry_parts
from journey_editor.layout.entries import Entry
from journey_editor.layout.primitives import Box, Element, Line, Path
from journey_editor.layout.style import LIGHT


def drawn(*entries: Entry, width: float = 200.0) -> list[Element]:
    blocks = blocks_in(entries, width)
    return [each for each in cell("s", width, blocks, "opportunity", LIGHT, 0.0, 200.0) if each.role == "note"]


def lines(element: Element) -> list[Line]:
    return [part for part in element.parts if isinstance(part, Line)]


def test_a_status_stands_behind_the_words_in_a_quieter_colour() -> None:
    [element] = drawn(Entry("o", "Guided set-up", status="planned"))
    words, status = lines(element)
    assert (status.text, status.color, status.y) == ("planned", LIGHT.muted, words.y)
    assert words.width < status.x < element.rect.width - status.width


def test_a_status_without_room_stands_below() -> None:
    [element] = drawn(Entry("o", "Guided set-up", status="planned"), width=104.0)
    *words, status = lines(element)
    assert status.x == 0.0 and abs(status.y - words[-1].y - STEP) < 0.01
    assert element.rect.height >= (len(words) + 1) * STEP


def test_a_private_text_bears_a_lock() -> None:
    [plain], [locked] = drawn(Entry("n", "Word")), drawn(Entry("n", "Word", private=True))
    assert not any(isinstance(part, Path | Box) for part in plain.parts)
    assert any(isinstance(part, Path) for part in locked.parts) and any(isinstance(part, Box) for part in locked.parts)


@pytest.mark.parametrize("width", [60.0, 90.0, 100.0, 140.0, 300.0])
@pytest.mark.parametrize("words", ["W", "Word " * 3, "Word " * 400, "W" * 10_000])
def test_nothing_leaves_its_element_or_lies_over_something_else(width: float, words: str) -> None:
    entry = Entry("o", words, 12, "planned", private=True)
    elements = drawn(entry, entry._replace(record="p"), width=width)
    assert elements[0].rect.bottom <= elements[1].rect.y
    for element in elements:
        for line in lines(element):
            assert line.x + line.width <= element.rect.width + 0.01 and line.y <= element.rect.height
        for box in (part for part in element.parts if isinstance(part, Box)):
            assert box.x + box.width <= element.rect.width + 0.01
            assert box.y + box.height <= element.rect.height + 0.01
        places = [(line.y, line.x, line.x + line.width) for line in lines(element)]
        for one in places:
            assert not any(
                other != one and other[0] == one[0] and one[1] < other[2] and other[1] < one[2] for other in places
            )


def test_votes_below_come_after_what_stands_behind_the_words() -> None:
    pill = entry_parts(("Word",), 3, None, LIGHT, worded=2)[-2]
    assert isinstance(pill, Box) and pill.y >= 2 * STEP


def test_a_cell_without_texts_is_one_pale_place() -> None:
    [place] = cell("s", 200.0, (), "goal", LIGHT, 10.0, 32.0)
    assert (place.role, place.record, place.rect.height) == ("row", "goal:s", 32.0)
    assert [type(part) for part in place.parts] == [Box]
