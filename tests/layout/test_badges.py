"""Badges stand at what they are about and never cover one another."""

from itertools import combinations

from hypothesis import given, strategies as st

from journey_editor.core.records import Record
from journey_editor.layout.badges import GAP, Anchor, Seat, Wanted, middle_of, seats_of
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Command, Element, Ink, Path, Picture, Rect, Strip
from journey_editor.picture import draw
from tests.building import journey, owners, stage, touchpoint, transition


def picture(*more: Record) -> Picture:
    cards = [touchpoint(f"t{i}", f"s{i // 4}", f"a{i}", owner="ab"[i % 2], v=(i % 5) - 2) for i in range(8)]
    return draw(journey(*owners("a", "b"), stage("s0"), stage("s1", "a1"), *cards, *more), Options())


def apart(one: Seat, other: Seat) -> bool:
    room = one.half + other.half + GAP
    return abs(one.x - other.x) >= room or abs(one.y - other.y) >= room


@given(st.lists(st.tuples(st.sampled_from(("card", "feeling", "stage", "arrow")), st.integers(0, 3)), max_size=24))
def test_none_covers_another(wanted):
    strip = picture().strips[1].strip
    names = {"card": "t{}", "feeling": "t{}", "stage": "s0", "arrow": "t{}>t{}"}
    asked = [
        Wanted(number, 12.0 if number % 2 else 7.0, ((role, names[role].format(card, card + 1)),))
        for number, (role, card) in enumerate(wanted)
    ]
    seats = seats_of(strip, asked)
    assert all(apart(one, other) for one, other in combinations(seats, 2))
    assert [each.name for each in seats] == sorted(each.name for each in seats)
    assert seats_of(strip, asked) == seats
    if wanted:
        assert seats


def test_each_stands_at_its_element():
    strip = picture().strips[1].strip
    anchors: tuple[Anchor, ...] = (("card", "t1"), ("feeling", "t2"), ("stage", "s0"), ("arrow", "t0>t1"))
    for role, record in anchors:
        (seat,) = seats_of(strip, [Wanted(0, 10.0, ((role, record),))])
        element = next(each for each in strip.by_record[record] if each.role == role)
        near = element.rect
        assert near.x - 40 <= seat.x <= near.right + 40 and near.y - 40 <= seat.y <= near.bottom + 40


def test_a_badge_at_a_feeling_keeps_off_its_word():
    card = touchpoint("x", "s", emotion={"valence": -2.0, "word": "glad"})
    strip = draw(journey(stage("s"), card), Options()).strips[1].strip
    word = next(each.rect for each in strip.by_record["x"] if each.role == "word")
    (seat,) = seats_of(strip, [Wanted(0, 10.0, (("feeling", "x"),))])
    assert seat.y + 10 <= word.y or seat.y - 10 >= word.bottom


def test_the_first_place_that_is_shown_is_taken_and_the_ground_comes_first():
    shown = picture(transition("t0", "t5", id="long"))
    strip, ground = shown.strips[1].strip, shown.strips[0].strip
    anchors: tuple[Anchor, ...] = (("arrow", "nothing"), ("card", "t0"))
    (seat,) = seats_of(strip, [Wanted(0, 10.0, anchors)], ground)
    card = next(each.rect for each in strip.by_record["t0"] if each.role == "card")
    assert abs(seat.y - card.y) < 12
    assert any(each.record == "long" for each in ground.elements)
    long = Wanted(0, 10.0, (("arrow", "long"), ("card", "t0")))
    assert seats_of(strip, [long], ground) == ()
    assert len(seats_of(ground, [long])) == 1


def test_the_middle_of_an_arrow_is_where_it_goes_up_or_down():
    ink = Ink(stroke="#000000")
    corners: tuple[Command, ...] = (("M", 0.0, 0.0), ("L", 100.0, 0.0), ("L", 100.0, 40.0), ("L", 110.0, 40.0))
    bent = Element("arrow", "x", Rect(10.0, 20.0, 110.0, 40.0), (Path(corners, ink),))
    assert middle_of(bent) == (110.0, 40.0, True)
    level = Element("arrow", "x", Rect(10.0, 20.0, 30.0, 8.0), (Path((("M", 0.0, 4.0), ("L", 30.0, 4.0)), ink),))
    assert middle_of(level) == (25.0, 24.0, False)
    bare = Element("arrow", "x", Rect(10.0, 20.0, 30.0, 8.0), ())
    assert middle_of(bare) == (25.0, 24.0, False)
    assert seats_of(Strip(()), [Wanted(0, 5.0, (("card", "x"),))]) == ()
