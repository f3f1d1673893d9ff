"""What a line is understood as, in words and colours."""

from datetime import date

import pytest

from journey_editor.core.capture.line import read_line
from journey_editor.core.capture.names import Known
from journey_editor.layout.colors import feeling_color
from journey_editor.layout.style import LIGHT
from journey_editor.ui.panels.capture_chips import MOST, Chip, chips_of, feeling_words, rows_of

KNOWN = Known(owners=("Sales", "Customer Success"), stages=("Onboarding",), feelings={"lost": -1.0})
OWNERS = {"sales": "#DDAA33", "customer success": "#4477AA"}


def chips(text: str) -> tuple[Chip, ...]:
    return chips_of(text, read_line(text, KNOWN, date(2026, 11, 25)), len(text), LIGHT, OWNERS)


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        (
            "Invites colleagues #app -1 (lost) !needs an admin +open invites @Sales",
            ["Invites colleagues", "#app", "-1", "(lost)", "!needs an admin", "+open invites", "@Sales"],
            ["title", "channel: mobile app", "feels bad", "word", "pain point", "opportunity", "owner"],
        ),
        ("Waits @cs", ["Waits", "@cs"], ["title", "owner: Customer Success"]),
        ("Waits @Board #teams >Trial", ["Waits", "@Board", "#teams", ">Trial"],
         ["title", "new owner", "new channel", "new stage"]),
        ("Waits >on the phone", ["Waits", ">on the phone"], ["title", "new stage"]),
        ("Waits >onb", ["Waits", ">onb"], ["title", "stage: Onboarding"]),
        ("!!slow !!!dead !late", ["!!slow", "!!!dead", "!late"],
         ["severe pain point", "very severe pain point", "pain point"]),
        ("Waits :( -2", ["Waits", ":(", "-2"], ["title", "said again later", "feels very bad"]),
        ("Waits 0/2/7/3/0", ["Waits", "0/2/7/3/0"], ["title", "feels neutral · show of hands"]),
        ("Waits (lost)", ["Waits", "(lost)"], ["title", "feels bad"]),
        ("Waits =+1 ~ -1", ["Waits", "=+1", "~", "-1"], ["title", "team believed", "assumed", "feels bad"]),
        ("%first login 65%>75%", ["%first login 65%>75%"], ["metric 65 → 75 %"]),
        ("+book @@cs <30.11. +two @@Ann", ["+book", "@@cs", "<30.11.", "+two @@Ann"],
         ["opportunity", "done by: Customer Success", "by 30 Nov 2026", "opportunity"]),
        ("+book @@Ann", ["+book", "@@Ann"], ["opportunity", "done by"]),
        ("- Waits @- * ^", ["-", "Waits", "@-", "*", "^"],
         ["list mark", "title", "the customer alone", "moment of truth", "at the same time"]),
        ('Waits -1 "oh no"', ["Waits", "-1", '"oh no"'], ["title", "feels bad", "quote"]),
        ("thinks: where is it", ["thinks: where is it"], ["thinks"]),
    ],
)  # fmt: skip
def test_each_piece_is_told_in_words(text: str, words: list[str], labels: list[str]):
    found = chips(text)
    assert [chip.words for chip in found] == words
    assert [chip.label for chip in found] == labels


def test_what_is_new_is_marked_and_owners_have_their_colours():
    waits, sales = chips("Waits @Sales")
    assert (sales.color, sales.is_new) == ("#DDAA33", False)
    board = chips("Waits @Board")[1]
    assert (board.color, board.is_new) == (LIGHT.nobody, True)
    idea = chips("+x @@cs")[1]
    assert (idea.color, idea.is_new) == ("#4477AA", False)
    assert waits.color == LIGHT.nobody


def test_feelings_have_the_colours_of_the_map():
    assert chips("Waits -2")[1].color == feeling_color(-2, LIGHT)
    assert chips("Waits +1")[1].color == feeling_color(1, LIGHT)
    assert chips("Waits -1 (lost)")[2].color == feeling_color(-1, LIGHT)


def test_feelings_in_words():
    told = [feeling_words(felt) for felt in (-2, -1.5, -0.5, 0, 0.5, 1.5)]
    assert told == [
        "feels very bad", "feels very bad", "feels bad", "feels neutral", "feels good", "feels very good",
    ]  # fmt: skip


def test_of_a_long_line_only_the_chips_about_the_cursor_are_made():
    text = "!a +b " * 500
    captured = read_line(text, KNOWN, date(2026, 11, 25))
    for cursor in (0, 1500, len(text)):
        found = chips_of(text, captured, cursor, LIGHT, OWNERS)
        assert len(found) == MOST
        assert found[0].start <= cursor <= found[-1].end + 1


def test_rows_are_filled_one_after_the_other():
    assert rows_of([50, 30, 40], room=100, first=60, gap=10) == [[(0, 0.0)], [(1, 0.0), (2, 40.0)]]
    assert rows_of([500], room=100, first=60, gap=10) == [[(0, 0.0)]]
