"""A page in the room is read from the last row: nothing overlaps, nothing is cut in silence, no text is too small."""

import pytest

from journey_editor.core.journey import Journey
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.pages import pages_of
from journey_editor.layout.primitives import Element, Figure, Line
from journey_editor.layout.room import Screen, Screened, columns_on, screened
from journey_editor.layout.style import DARK, LIGHT
from tests.building import journey, note, owners, row, stage, touchpoint, transition
from tests.layout.invariants import check_element, elements, lines_of, overlap

READABLE = 24.0
"""Pixels: what is asked for."""

HALL = Screen(1920, 1080)
SMALL_HALL = Screen(1280, 720)
LONG = "Waits for the Betriebsratsvorsitzendenstellvertreterin to answer the third reminder of the week"
ARABIC = "ينتظر العميل ردًا من فريق النجاح"


def shown(given: Journey, screen: Screen = HALL, number: int = 0) -> Screened:
    return screened(given, pages_of(given, columns_on(given, screen)), number, screen, LIGHT)


def wide(columns: int, lanes: int, title: str = "", **fields: object) -> Journey:
    """A stage with so many columns, in so many lanes by turns."""
    names = [f"owner{n}" for n in range(lanes)]
    cards = [
        touchpoint(f"t{n:02}", "s", f"a{n}", owner=names[n % lanes], v=(n % 5) - 2, channel="in_product", **fields)
        for n in range(max(columns, lanes))
    ]
    cards = [each.with_(rank=f"a{n % columns}") for n, each in enumerate(cards)]
    cards = [each.with_(title=title) for each in cards] if title else cards
    return journey(*owners(*names), stage("s"), *cards, *(note(f"n{each.id}", each.id) for each in cards[::2]))


def smallest(found: Screened) -> float:
    """The smallest text that is drawn, in pixels."""
    lines = [line for element in found.picture.elements for line in lines_of(element)]
    return min(line.size for line in lines) * found.scale


def check(found: Screened) -> None:
    """Raise AssertionError where something overlaps, sticks out, or is cut without saying so."""
    picture = found.picture
    for role in ("card", "lane", "word", "stage", "title", "subtitle", "scale"):
        group = elements(picture, role)
        for place, first in enumerate(group):
            assert not any(overlap(first.rect, second.rect) for second in group[place + 1 :]), first.key
    blocks = elements(picture, "title", "subtitle", "band", "lane", "stage", "legend", "hint")
    for place, first in enumerate(blocks):
        for second in blocks[place + 1 :]:
            assert not overlap(first.rect, second.rect), (first.key, second.key)
    lanes = [each.rect for each in elements(picture, "lane")]
    for card in elements(picture, "card"):
        assert any(lane.y <= card.rect.y and card.rect.bottom <= lane.bottom for lane in lanes), card.key
    for element in picture.elements:
        check_element(element, picture)
        texts = lines_of(element)
        if any(line.text.endswith("…") for line in texts) and element.role != "word":
            assert element.tip, element.key
    assert [each.layer for each in picture.elements] == sorted(each.layer for each in picture.elements)


@pytest.mark.parametrize("columns", range(1, 9))
@pytest.mark.parametrize("lanes", range(1, 9))
def test_up_to_eight_columns_and_lanes_are_read_from_the_back_row(columns: int, lanes: int) -> None:
    found = shown(wide(columns, lanes))
    check(found)
    assert len(found.picture.grid.columns) == columns
    assert smallest(found) >= READABLE - 1e-6


@pytest.mark.parametrize("columns", [1, 3, 8])
@pytest.mark.parametrize("lanes", [1, 2, 5])
@pytest.mark.parametrize("title", [LONG, ARABIC, LONG * 20])
def test_long_and_right_to_left_names_fit(columns: int, lanes: int, title: str) -> None:
    found = shown(wide(columns, lanes, title))
    check(found)
    assert smallest(found) >= READABLE - 1e-6


@pytest.mark.parametrize(
    "screen", [SMALL_HALL, Screen(1600, 960), Screen(1920, 1080, 64), Screen(3840, 2160), Screen(800, 600)]
)
@pytest.mark.parametrize("lanes", [1, 3])
def test_every_screen_is_filled(screen: Screen, lanes: int) -> None:
    found = shown(wide(5, lanes), screen)
    check(found)
    assert found.picture.width * found.scale == pytest.approx(screen.width)
    assert found.picture.height * found.scale == pytest.approx(screen.height)
    lowest = max(each.rect.bottom for each in elements(found.picture, "lane", "stage", "legend"))
    assert lowest * found.scale <= screen.height - screen.below


def test_a_small_screen_has_fewer_columns_at_once_instead_of_smaller_text() -> None:
    found = shown(wide(8, 2), SMALL_HALL)
    assert 1 < len(found.picture.grid.columns) < 8
    assert smallest(found) >= READABLE - 1e-6


def test_cards_piled_up_beyond_the_screen_make_it_smaller_and_still_fit() -> None:
    piled = [touchpoint(f"t{n:02}", "s", "a0", v=1) for n in range(30)]
    found = shown(journey(stage("s"), *piled))
    check(found)
    assert smallest(found) < READABLE


def test_few_columns_have_larger_titles() -> None:
    few, many = (elements(shown(wide(columns, 2)).picture, "card")[0] for columns in (3, 8))
    assert lines_of(few)[0].size > 14 and lines_of(many)[0].size == 11


def test_the_head_says_the_stage_what_it_is_for_and_when() -> None:
    given = journey(
        stage("s", when="weeks 13–20"), touchpoint("x", "s"), note("g", "s", "goal", text="Reach first value"),
        note("h", "s", "goal", private=True),
    )  # fmt: skip
    picture = shown(given).picture
    (title,), (line,) = elements(picture, "title"), elements(picture, "subtitle")
    assert lines_of(title)[0].text == "S"
    assert lines_of(line)[0].text == "Reach first value · weeks 13–20"


def test_private_and_settled_notes_are_not_shown() -> None:
    given = journey(
        stage("s"), touchpoint("x", "s"), note("secret", "x", private=True), note("settled", "x", resolved=True)
    )
    open_one = journey(stage("s"), touchpoint("x", "s"), note("open", "x"))
    hidden, seen, none = (
        elements(shown(each).picture, "card")[0].parts
        for each in (given, open_one, journey(stage("s"), touchpoint("x", "s")))
    )
    assert hidden == none != seen


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (journey(stage("s")), "Type a name to add the first touchpoint"),
        (journey(), "Add a stage to begin: Ctrl+Shift+Enter"),
    ],
)
def test_where_there_is_nothing_yet_the_page_says_how_to_begin(given: Journey, words: str) -> None:
    found = shown(given)
    check(found)
    (said,) = elements(found.picture, "hint")
    assert lines_of(said)[0].text == words
    assert smallest(found) >= READABLE - 1e-6


def test_an_arrow_to_another_page_is_left_out_and_no_other_takes_its_place() -> None:
    given = journey(
        stage("a", "a0"), stage("b", "a1"), *row("x", "y", stage_id="a"), touchpoint("z", "b"), transition("x", "z")
    )
    assert elements(shown(given).picture, "arrow") == []


def test_the_curve_comes_from_the_page_before_and_leads_on_to_the_next() -> None:
    given = journey(
        stage("a", "a0"), stage("b", "a1"), stage("c", "a2"),
        touchpoint("x", "a", v=-1), touchpoint("y", "b", v=1), touchpoint("z", "c", v=2),
    )  # fmt: skip
    figures = [figure(shown(given, number=number)) for number in range(3)]
    assert [[point.record for point in each.data.felt] for each in figures] == [["x", "y"], ["x", "y", "z"], ["y", "z"]]
    middle = figures[1]
    assert middle.data.felt[0].x < 0 and middle.data.felt[2].x > middle.width


def figure(found: Screened) -> Figure:
    (curve,) = elements(found.picture, "curve")
    (part,) = curve.parts
    assert isinstance(part, Figure)
    return part


def test_another_theme_changes_colours_only() -> None:
    given = wide(3, 2)
    pages = pages_of(given)
    light, dark = (screened(given, pages, 0, HALL, style) for style in (LIGHT, DARK))
    assert [each.rect for each in light.picture.elements] == [each.rect for each in dark.picture.elements]
    assert texts(light.picture.elements) == texts(dark.picture.elements)


def texts(group: tuple[Element, ...]) -> list[str]:
    return [part.text for element in group for part in element.parts if isinstance(part, Line)]


def test_turning_pages_leaves_the_parts_of_the_whole_map_where_they_are() -> None:
    piles = [touchpoint(f"t{n}{card}", f"s{n}", "a0") for n in range(9) for card in range(n + 1)]
    given = journey(*(stage(f"s{n}", f"a{n}") for n in range(9)), *piles)
    before = compose(given, Options())
    for number in range(9):
        shown(given, number=number)
    after = compose(given, Options())
    assert all(one is other for one, other in zip(before.elements, after.elements, strict=True))
