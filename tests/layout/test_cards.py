"""Cards say what a touchpoint is, in the colour of who owns it."""

from journey_editor.core.words import channel_name
from journey_editor.layout.cards import CARD_HEIGHT, Badges, badges_of, card, card_width
from journey_editor.layout.primitives import Box, Line, Path
from journey_editor.layout.style import LIGHT
from tests.building import note, opportunity, touchpoint

BLUE = "#4477AA"


def texts(title: str, channel: str = "", badges: Badges = Badges(), width: float = 82.0) -> list[str]:  # noqa: B008
    made = card(title, channel, badges, width, BLUE, LIGHT)
    return [part.text for part in made.parts if isinstance(part, Line)]


def test_title_and_channel_are_lines_of_the_card() -> None:
    assert texts("Searches, meets ten vendors", "search") == ["Searches,", "meets ten", "vendors", "Search"]


def test_the_edge_has_the_owners_colour() -> None:
    shadow, sheet = card("x", "", Badges(), 82.0, BLUE, LIGHT).parts[:2]
    assert isinstance(shadow, Box) and isinstance(sheet, Box)
    assert sheet.ink.stroke == BLUE and sheet.ink.fill == LIGHT.card and sheet.height == CARD_HEIGHT


def test_what_is_cut_is_told_in_the_tip() -> None:
    title = "A title with far more words than three short lines have room for"
    made = card(title, "email", Badges(), 82.0, BLUE, LIGHT)
    assert made.tip == f"{title}\nEmail"
    assert card("Short", "email", Badges(), 82.0, BLUE, LIGHT).tip == ""


def test_a_channel_makes_way_for_the_marks() -> None:
    assert texts("Proof", "Sandbox", Badges(moment=True, evidence=True))[-1] == "Sandbox"
    lines = card("Proof", "Sandbox", Badges(moment=True, evidence=True), 82.0, BLUE, LIGHT).parts
    [channel] = [part for part in lines if isinstance(part, Line) and part.text == "Sandbox"]
    assert channel.y < 50
    assert texts("Weekly report saves a day", "in_product", Badges(moment=True, evidence=True))[-1] == "a day"


def test_two_pains_have_a_triangle_each_and_more_a_number() -> None:
    assert texts("x", "", Badges(pain=2)) == ["x"]
    assert texts("x", "", Badges(pain=3)) == ["x", "3"]
    assert texts("x", "", Badges(pain=10**20))[-1] == "999+"


def test_all_marks_stay_on_the_card() -> None:
    made = card("x", "", Badges(999, True, 12, 3, True), 82.0, BLUE, LIGHT)
    xs = [command[-2] for part in made.parts if isinstance(part, Path) for command in part.commands if len(command) > 1]
    boxes = [part for part in made.parts[2:] if isinstance(part, Box)]
    assert min(xs) >= 4 and max(xs) <= 80
    assert all(box.x >= 4 and box.x + box.width <= 80 for box in boxes)


def test_votes_crowd_no_other_mark() -> None:
    count: dict[int, int] = {}
    for votes in (3, 12, 120):
        made = card("x", "", Badges(votes, True, 3, 1, True), 82.0, BLUE, LIGHT).parts
        pill = next(part for part in made[2:] if isinstance(part, Box) and part.ink.fill == LIGHT.accent)
        paths = (part.commands for part in made if isinstance(part, Path))
        others = [command[-2] for commands in paths for command in commands if len(command) > 1]
        assert pill.x >= 4 and pill.x + pill.width < min(others) + 0.5, votes
        count[votes] = len(made)
    assert count[3] > count[120]  # what says least gives way: evidence, then the number of pain points


def test_settled_pains_and_dropped_ideas_leave_no_mark() -> None:
    pains = (note("n", "t"), note("m", "t", resolved=True), note("q", "t", "quote"), note("p", "t", private=True))
    ideas = (opportunity("o", "t"), opportunity("d", "t", status="dropped"))
    made = touchpoint("t", "s", votes=4, evidence=["e"], moment={})
    assert badges_of(made, pains, ideas, True) == Badges(4, True, 2, 1, True)
    assert badges_of(made, pains, ideas, False).pain == 1


def test_known_channels_are_called_in_words() -> None:
    assert [channel_name(each) for each in ("help_center", "sms", "Sandbox", "my_own", "")] == [
        "Help center", "SMS", "Sandbox", "my_own", "",
    ]  # fmt: skip


def test_a_card_grows_for_its_words_within_reason() -> None:
    assert card_width("Short", "email", 82.0) == 82.0
    assert 82.0 < card_width("Short", "review_meeting", 82.0) < 110
    assert card_width("word " * 40, "", 82.0) == 82.0 * 1.45
    assert card_width("Reads a recommendation", "", 82.0) > card_width("Reads a comment", "", 82.0) == 82.0
    assert card_width("b" * 500, "", 82.0) == 82.0 * 1.45


def test_equal_cards_are_the_very_same() -> None:
    assert card("x", "", Badges(), 82.0, BLUE, LIGHT) is card("x", "", Badges(), 82.0, BLUE, LIGHT)
