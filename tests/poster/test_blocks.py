"""The parts around the map: nothing is cut without an ellipsis, nothing leaves its room."""

import pytest

from journey_editor.core.measures import Course
from journey_editor.layout.primitives import Box, Element, Ink, Line, Path, Rect
from journey_editor.layout.style import LIGHT
from journey_editor.layout.text import line
from journey_editor.poster.blocks import Head, columns, enlarged, footer, grown, lists_of, title_band
from journey_editor.poster.lists import Item

WORDS = [
    "",
    "Short",
    "A title of many words " * 20,
    "Donaudampfschifffahrtsgesellschaft" * 30,
    "مرحبا " * 50,
    "\U0001f600" * 200,
]


def lines_of(element: Element) -> list[Line]:
    return [part for part in element.parts if isinstance(part, Line)]


def check_inside(elements: tuple[Element, ...], width: float, margin: float, height: float) -> None:
    """Raise AssertionError where a line leaves the page's inner width or the block's height."""
    for element in elements:
        for each in lines_of(element):
            left, base = element.rect.x + each.x, element.rect.y + each.y
            assert margin - 0.01 <= left and left + each.width <= width - margin + 0.01, each.text
            assert base - 0.7 * each.size >= 0 and base + 0.2 * each.size <= height + 0.01, each.text


@pytest.mark.parametrize("k", [1.0, 1.7, 3.0])
@pytest.mark.parametrize("width", [320.0, 1500.0])
@pytest.mark.parametrize("words", WORDS)
def test_any_text_stays_inside(words: str, width: float, k: float):
    band = title_band(Head(words, words, (words, words)), width, 20.0, k, LIGHT)
    check_inside(band.elements, width, 20.0, band.height)
    items = [Item(words, words, (words, words), Course(1.0, 0.9))] * 7
    block = columns(lists_of(items, items, [], LIGHT), width, 20.0, k, 4, LIGHT)
    check_inside(block.elements, width, 20.0, block.height)
    foot = footer(words, words, width, 20.0, k, LIGHT)
    check_inside(foot.elements, width, 20.0, foot.height)


@pytest.mark.parametrize("k", [1.0, 2.0])
def test_the_two_sides_of_a_band_do_not_meet(k: float):
    (element,) = title_band(Head("Title " * 30, "Below " * 40, ("Side " * 30,)), 900.0, 20.0, k, LIGHT).elements
    *left, right = lines_of(element)
    assert max(each.x + each.width for each in left) < right.x


def test_lines_of_a_list_follow_each_other_without_touching():
    items = [Item("A lead of some length", "and more to say than fits on one line " * 2)] * 4
    block = columns(lists_of(items, [], [], LIGHT), 900.0, 20.0, 1.0, 4, LIGHT)
    bases = sorted({each.y for each in lines_of(block.elements[0])})
    assert all(second - first > 11.0 for first, second in zip(bases, bases[1:], strict=False))


@pytest.mark.parametrize("course", [Course(0.0, 1.0), Course(0.65, 0.75), Course(1.0, 0.0)])
def test_the_bar_of_a_moment_lies_below_its_words_and_inside(course: Course):
    items = [Item("Lead", "rest", ("Window", "→ help"), course)] * 2
    (element, *_others) = columns(lists_of(items, [], [], LIGHT), 900.0, 20.0, 1.0, 6, LIGHT).elements
    bars = [part for part in element.parts if isinstance(part, Box) and part.y > 30]
    assert all(bar.x >= 0 and bar.x + bar.width <= element.rect.width + 0.01 for bar in bars)
    assert len(bars) == (4 if course.now == 0 else 6)
    for bar in bars:
        for each in lines_of(element):
            assert bar.y >= each.y + 0.2 * each.size or bar.y + bar.height <= each.y - 0.7 * each.size


def test_lead_and_rest_share_a_line_where_both_fit():
    block = columns(lists_of([Item("Lead", "rest")], [], [], LIGHT), 900.0, 20.0, 1.0, 4, LIGHT)
    _heading, lead, rest = lines_of(block.elements[0])
    assert (lead.text, rest.text, lead.y) == ("Lead", "rest", rest.y)
    assert rest.x > lead.x + lead.width


def test_what_does_not_fit_is_counted():
    items = [Item(f"Item {index}") for index in range(9)]
    block = columns(lists_of(items, [], [], LIGHT), 900.0, 20.0, 1.0, 4, LIGHT)
    assert [each.text for each in lines_of(block.elements[0])][1:] == [
        "Item 0", "Item 1", "Item 2", "Item 3", "and 5 more",
    ]  # fmt: skip


def test_a_list_beside_a_higher_one_has_as_many_items_as_fit():
    high = [Item("Lead", "rest", ("Window", "→ help"), Course(0.5, 0.9))] * 3
    items = [Item(f"Item {index}") for index in range(30)]
    block = columns(lists_of(high, items, items[:5], LIGHT), 900.0, 20.0, 1.0, 4, LIGHT)
    _moments, broken, following = ([each.text for each in lines_of(element)][1:] for element in block.elements)
    assert len(broken) > 5 and broken[-1] == f"and {31 - len(broken)} more"
    assert following == [f"Item {index}" for index in range(5)]
    assert all(element.rect.height <= block.height for element in block.elements)
    assert block.height == columns(lists_of(high, [], [], LIGHT), 900.0, 20.0, 1.0, 4, LIGHT).height


def test_three_empty_lists_take_no_room_and_one_says_so():
    assert columns(lists_of([], [], [], LIGHT), 900.0, 20.0, 1.0, 4, LIGHT).height == 0
    block = columns(lists_of([Item("One")], [], [], LIGHT), 900.0, 20.0, 1.0, 4, LIGHT)
    assert [lines_of(element)[1].text for element in block.elements] == [
        "One", "No costly handoff and no trough was found.", "Nothing is due within 90 days.",
    ]  # fmt: skip


def test_shapes_and_words_grow_about_their_point():
    words = line("Word \U0001f600", 2.0, 3.0, size=10.0, color="#000000")
    path = Path((("M", 1.0, 2.0), ("C", 1.0, 1.0, 2.0, 2.0, 3.0, 3.0), ("Z",)), Ink(stroke="#000000", width=1.5))
    box, curve, text = grown((Box(1.0, 2.0, 3.0, 4.0, Ink(fill="#000000"), 1.0), path, words), 2.0, 10.0, 20.0)
    assert box == Box(12.0, 24.0, 6.0, 8.0, Ink(fill="#000000", width=2.0), 2.0)
    assert curve == Path(
        (("M", 12.0, 24.0), ("C", 12.0, 22.0, 14.0, 24.0, 16.0, 26.0), ("Z",)), Ink(stroke="#000000", width=3.0)
    )
    again = line("Word \U0001f600", 14.0, 26.0, size=20.0, color="#000000")
    assert isinstance(text, Line)
    assert (text.x, text.y, text.size, text.width) == pytest.approx((again.x, again.y, again.size, again.width))
    assert [run.xs for run in text.runs] == [pytest.approx(run.xs) for run in again.runs]


def test_an_element_grows_no_further_than_its_room():
    element = Element("legend", "", Rect(0, 5, 100, 10), (Box(0, 0, 40, 10, Ink(fill="#000000")),))
    assert enlarged(element, 2.0, 100.0).parts[0] == Box(0, 0, 80, 20, Ink(fill="#000000", width=2.0))
    assert enlarged(element, 9.0, 100.0).rect == Rect(0, 5, 100, 25)
