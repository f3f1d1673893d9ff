"""Lanes by layer with the lines of the blueprint between them, lanes by channel, and what cards tell beside them."""

import pytest

from journey_editor.core.lanes import LAYERS, Lane
from journey_editor.core.words import CHANNELS
from journey_editor.layout.blueprint import LINE_GAP, gaps
from journey_editor.layout.cards import Badges, card
from journey_editor.layout.colors import contrast, owner_colors
from journey_editor.layout.compose import compose
from journey_editor.layout.form import DESK, NARROW
from journey_editor.layout.hit import element_at, landing_at
from journey_editor.layout.lanes import THIN_LANE
from journey_editor.layout.monograms import Monogram
from journey_editor.layout.options import Options
from journey_editor.layout.pages import pages_of
from journey_editor.layout.primitives import Box, Element, Line, Path, Picture
from journey_editor.layout.room import Screen, screened
from journey_editor.layout.style import DARK, LIGHT, OWNER_COLORS
from tests.building import journey, note, owners, stage, touchpoint, transition
from tests.layout.invariants import check, elements, lines_of
from tests.layout.test_room import check as check_room, wide

LONG = "Waits for the Betriebsratsvorsitzendenstellvertreterin to answer the third reminder of the week"
CARDS = (
    touchpoint("a", "s", "a0", v=-1, channel="phone"),
    touchpoint("b", "s", "a0", layer="frontstage", owner="ops", channel="phone"),
    touchpoint("c", "s", "a1", layer="backstage", owner="ops"),
    touchpoint("d", "t", "a0", layer="support", owner="desk", channel="Carrier pigeon", votes=3, moment={}),
    touchpoint("e", "t", "a1", kind="action"),
)
BASE = (*owners("desk", "ops"), stage("s", owner="desk"), stage("t", "a1"))


def drawn(*given: object, by: str = "layer", **options: object) -> Picture:
    return compose(journey(*BASE, *(given or CARDS), lanes_by=by), Options(**options))  # type: ignore[arg-type]


def names(picture: Picture) -> list[str]:
    return [" ".join(line.text for line in lines_of(each)) for each in elements(picture, "lane")]


def letters(picture: Picture) -> dict[str, list[str]]:
    """What stands in small boxes on each card."""
    found: dict[str, list[str]] = {}
    for each in elements(picture, "card"):
        boxes = [part for part in each.parts[2:] if isinstance(part, Box) and part.radius == 3.0]
        inside = [
            line.text
            for box in boxes
            for line in lines_of(each)
            if box.x <= line.x and line.x + line.width <= box.x + box.width and box.y < line.y < box.y + box.height
        ]
        found[each.record] = inside
    return found


def words(picture: Picture, role: str) -> list[str]:
    return [line.text for each in elements(picture, role) for line in lines_of(each)]


def test_all_layers_have_lanes_with_a_line_between_each_two() -> None:
    picture = drawn()
    assert names(picture) == ["Customer", "Frontstage", "Backstage", "Support"]
    lines, lanes = elements(picture, "line"), picture.grid.lanes
    assert [each.record for each in lines] == ["line:interaction", "line:visibility", "line:internal"]
    assert words(picture, "line") == ["Line of interaction", "Line of visibility", "Line of internal interaction"]
    for line, above, below in zip(lines, lanes, lanes[1:], strict=False):
        assert above.y + above.height == line.rect.y and line.rect.bottom == below.y
        assert line.rect.height == LINE_GAP
    check(picture)


def test_lines_are_dashed_from_their_names_to_the_right_edge() -> None:
    picture = drawn()
    right = elements(picture, "lane")[0].rect.right
    for each in elements(picture, "line"):
        [dashes] = [part for part in each.parts if isinstance(part, Path)]
        [name] = lines_of(each)
        begin, end = dashes.commands[0], dashes.commands[-1]
        assert begin[0] == "M" and end[0] == "L"
        assert dashes.ink.dash and begin[1] > name.x + name.width
        assert end[1] + each.rect.x == pytest.approx(right, abs=1.0)
        assert name.x + name.width + each.rect.x <= picture.grid.stages[0].x  # no arrow crosses it


def test_empty_layers_are_thin_and_take_cards() -> None:
    picture = drawn(touchpoint("a", "s"))
    assert [lane.height for lane in picture.grid.lanes] == [80.0, THIN_LANE, THIN_LANE, THIN_LANE]
    x = picture.grid.columns[0].x + 2
    for lane, layer in zip(picture.grid.lanes, LAYERS, strict=True):
        landing = landing_at(picture, x, lane.y + lane.height / 2)
        assert landing is not None and landing.lane == Lane("layer", layer)
    bare = compose(journey(state="blueprint"), Options())
    assert names(bare) == ["Customer", "Frontstage", "Backstage", "Support"]


def test_lanes_that_are_no_layers_have_no_lines() -> None:
    for by in ("owner", "channel"):
        picture = drawn(by=by)
        assert not elements(picture, "line")
        check(picture)


def test_channels_have_lanes_by_their_labels_and_those_without_one_of_their_own() -> None:
    picture = drawn(by="channel")
    assert names(picture) == ["Phone", "Carrier pigeon", "No channel"]
    [phone, pigeon, silent] = picture.grid.lanes
    for record, lane in {"a": phone, "b": phone, "c": silent, "d": pigeon, "e": silent}.items():
        [card] = [each for each in elements(picture, "card") if each.record == record]
        assert lane.y < card.rect.y and card.rect.bottom < lane.y + lane.height, record
    assert names(drawn(touchpoint("a", "s"), by="channel")) == ["No channel"]
    assert names(compose(journey(*BASE, lanes_by="channel"), Options())) == ["No channel"]


@pytest.mark.parametrize("by", ["owner", "layer", "channel"])
def test_the_edge_of_a_card_has_its_owners_colour_whatever_lanes_are_by(by: str) -> None:
    colors = owner_colors((("desk", ""), ("ops", "")), LIGHT)
    wanted = {"a": colors["desk"], "b": colors["ops"], "c": colors["ops"], "d": colors["desk"], "e": LIGHT.nobody}
    edges = {}
    for each in elements(drawn(by=by), "card"):
        sheet = each.parts[1]
        assert isinstance(sheet, Box)
        edges[each.record] = sheet.ink.stroke
    assert edges == wanted


def test_cards_tell_by_letters_what_their_lane_does_not() -> None:
    assert letters(drawn(by="owner")) == {"a": [], "b": ["F"], "c": ["B"], "d": ["S"], "e": []}
    assert letters(drawn(by="layer")) == {"a": ["D"], "b": ["O"], "c": ["O"], "d": ["D"], "e": []}
    assert letters(drawn(by="channel")) == {"a": ["D"], "b": ["O", "F"], "c": ["O", "B"], "d": ["D", "S"], "e": []}


def test_the_legend_says_what_the_letters_mean_and_only_those_that_are_there() -> None:
    told = {by: words(drawn(by=by), "legend") for by in ("owner", "layer", "channel")}
    assert {"frontstage", "backstage", "support"} < set(told["owner"]) and "Desk" not in told["owner"]
    assert {"Desk", "Ops"} < set(told["layer"]) and "support" not in told["layer"]
    assert {"Desk", "Ops", "frontstage"} < set(told["channel"])
    assert "Ops" not in words(drawn(CARDS[0]), "legend")
    assert "support" not in words(drawn(*CARDS[:2], by="owner"), "legend")


def test_in_lanes_by_channel_a_card_says_whose_it_is_in_words() -> None:
    found = {each.record: [line.text for line in lines_of(each)] for each in elements(drawn(by="channel"), "card")}
    assert "Ops" in found["c"] and "Phone" not in found["a"] and "Customer alone" in found["e"]


def test_a_card_tells_what_its_letters_mean() -> None:
    tips = {
        by: {each.record: each.tip for each in elements(drawn(by=by), "card")} for by in ("owner", "layer", "channel")
    }
    assert tips["owner"]["a"] == "" and tips["owner"]["b"] == "B\nFrontstage"
    assert tips["layer"]["b"] == "B\nOps" and tips["layer"]["e"] == ""
    assert tips["channel"]["c"] == "C\nOps\nBackstage"


def test_moving_a_lane_changes_no_letter() -> None:
    cards = (touchpoint("a", "s", owner="desk"), touchpoint("b", "s", "a1", owner="doors"))
    turned = (owners("doors", "desk"), owners("desk", "doors"))
    pictures = [compose(journey(*each, stage("s"), *cards, lanes_by="layer"), Options()) for each in turned]
    assert letters(pictures[0]) == letters(pictures[1]) == {"a": ["D"], "b": ["O"]}


def test_lines_and_grounds_hold_nothing_for_the_hand() -> None:
    picture = drawn()
    for each in elements(picture, "line"):
        found = element_at(picture, each.rect.right - 5, each.rect.y + 9)
        assert found is not None and found.role == "line"


@pytest.mark.parametrize("by", ["layer", "channel"])
@pytest.mark.parametrize("style", [LIGHT, DARK])
def test_many_channels_owners_and_long_names_overlap_nowhere(by: str, style: object) -> None:
    people = owners(*(f"owner{n}" for n in range(40)))
    people = [each.with_(name=f"{LONG} {n}" * 20) for n, each in enumerate(people)]
    channels = (*CHANNELS, *(f"{LONG} {n}" for n in range(6)), "x" * 10_000)
    cards = [
        touchpoint(
            f"t{n}", "s", f"a{n % 7}", owner=f"owner{n % 40}", channel=channels[n % len(channels)],
            layer=LAYERS[n % 4], title=LONG, v=(n % 5) - 2, votes=n * 31, moment={}, evidence=[],
        )
        for n in range(80)
    ]  # fmt: skip
    notes = [note(f"n{n}", f"t{n}") for n in range(0, 80, 3)]
    ways = [transition(f"t{n}", f"t{n + 9}", wait_days=3) for n in range(0, 60, 7)]
    made = journey(*people, stage("s"), *cards, *notes, *ways, lanes_by=by)
    picture = compose(made, Options(style=style))  # type: ignore[arg-type]
    check(picture)
    assert len(picture.grid.lanes) == (4 if by == "layer" else 37)
    for each in elements(picture, "card"):
        _no_line_lies_over_another(each)


@pytest.mark.parametrize("by", ["layer", "channel"])
@pytest.mark.parametrize("columns", [1, 4, 8])
def test_pages_in_the_room_have_the_same_lanes(by: str, columns: int) -> None:
    given = wide(columns, columns)
    given = journey(
        *given.owners, *given.stages,
        *(each.with_(layer=LAYERS[n % 4], channel=CHANNELS[n % 3]) for n, each in enumerate(given.touchpoints)),
        lanes_by=by,
    )  # fmt: skip
    for screen in (Screen(1920, 1080), Screen(1280, 720)):
        found = screened(given, pages_of(given), 0, screen, LIGHT)
        check_room(found)
        shown = [span.lane for span in found.picture.grid.lanes]
        wanted = [Lane("layer", each) for each in LAYERS]
        wanted = wanted if by == "layer" else [Lane("channel", each) for each in CHANNELS[: min(3, columns)]]
        assert shown == wanted
        lines = elements(found.picture, "line")
        assert len(lines) == (3 if by == "layer" else 0)
        assert all(line.tip for line in lines)


def test_gaps_are_as_high_as_lanes_lie_apart() -> None:
    order = tuple(Lane("layer", each) for each in LAYERS)
    lanes = drawn().grid.lanes
    assert gaps(order, DESK) == pytest.approx(
        sum(below.y - above.y - above.height for above, below in zip(lanes, lanes[1:], strict=False))
    )
    assert gaps((Lane("owner", "a"), Lane("nobody")), DESK) == DESK.lane_gap


def test_letters_on_colours_can_be_read() -> None:
    for color in OWNER_COLORS:
        ratio = _ratio(color, contrast(color))
        assert ratio >= 4.5, color


def test_marks_stand_right_of_the_letters() -> None:
    monograms = (Monogram("D", "#44AA99"), Monogram("F"))
    for badges in (Badges(0, True, 3, 2, True), Badges(120, True, 3, 1, True), Badges(0, False, 1)):
        for form in (DESK, *NARROW):
            made = card("x", "", badges, 82.0, "#44AA99", LIGHT, form, monograms).parts
            boxes = [part for part in made[2:] if isinstance(part, Box)]
            letters = [box for box in boxes if box.radius == 3.0 and box.height >= 13.0]
            assert letters, (badges, form)
            marks = [box for box in boxes if box not in letters]
            for mark in marks:
                assert all(mark.y >= each.y + each.height or mark.x >= each.x + each.width for each in letters)
                assert mark.x + mark.width <= 82.0
    crowded = card(
        "One two three four five six", "", Badges(120, True, 3, 1, True), 82.0, "#44AA99", LIGHT, DESK, monograms
    )
    assert not [part for part in crowded.parts[2:] if isinstance(part, Box) and part.radius == 3.0 and part.height > 12]


def _no_line_lies_over_another(card: Element) -> None:
    lines = [part for part in card.parts if isinstance(part, Line)]
    for place, first in enumerate(lines):
        for second in lines[place + 1 :]:
            level = abs(first.y - second.y) < 8.0
            apart = first.x + first.width <= second.x + 0.01 or second.x + second.width <= first.x + 0.01
            assert not level or apart, (card.record, first.text, second.text)


def _ratio(first: str, second: str) -> float:
    def luminance(color: str) -> float:
        parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
