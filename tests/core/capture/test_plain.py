import pytest
from hypothesis import given, strategies as st

from journey_editor.core.capture.plain import Captured, parse


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("First login", Captured("First login")),
        ("First login @Product #app -1", Captured("First login", owner="Product", channel="app", valence=-1)),
        (
            "Kick-off @Customer Success #in person +0,5",
            Captured("Kick-off", "Customer Success", False, "in person", 0.5),
        ),
        ("Kick-off @cust", Captured("Kick-off", owner="Customer Success")),
        ('Waits @"New Team" –1', Captured("Waits", owner="New Team", valence=-1)),
        ("Packs the bag @-", Captured("Packs the bag", alone=True)),
        ("Calls @Sales, then waits", Captured("Calls, then waits", owner="Sales")),
        ("Angebot #E-Mail -0,5", Captured("Angebot", channel="e-mail", valence=-0.5)),
        ("Jumps to $49/mo, -2 % discount", Captured("Jumps to $49/mo, -2 % discount")),
        ("Mail Day +1 after signing", Captured("Mail Day +1 after signing")),
        ("Issue #5 is open", Captured("Issue #5 is open")),
        ("info@acme.example at 14:30", Captured("info@acme.example at 14:30")),
        ("  many   blanks  ", Captured("many blanks")),
        ("-1", Captured("", valence=-1)),
        ("feels +3", Captured("feels +3")),
        ("Waits -1 @Sales", Captured("Waits", owner="Sales", valence=-1)),
        ("", Captured("")),
    ],
)
def test_a_line_says(line: str, wanted: Captured):
    assert parse(line, owners=["Customer Success", "Product"]) == wanted


@given(st.text('ab @#-+1."_ ,é漢', max_size=40))
def test_any_text_is_read_and_no_word_is_lost(line: str):
    read = parse(line)
    said = read.title + read.owner + read.channel
    for letter in "abé漢":
        assert said.count(letter) == line.count(letter)
