"""A round of a review remembers what it asked: answered is what is no longer old, and undo makes it open again."""

from journey_editor.insight.ageing import Aged
from journey_editor.ui.pages.review.rounds import Round

OLD = [Aged("metric", each) for each in "abc"]
THERE = frozenset("abc")


def answers(asked: Round) -> str:
    return " ".join(f"{each.aged.record}:{each.answer}" for each in asked.items)


def test_what_is_answered_stays_in_its_place_and_can_be_open_again():
    asked = Round()
    asked.follow(OLD, THERE)
    assert answers(asked) == "a:open b:open c:open" and asked.next_open(-1) == 0
    asked.follow([OLD[0], OLD[2]], THERE)
    assert answers(asked) == "a:open b:done c:open" and asked.next_open(0) == 2 and asked.next_open(2) == 0
    asked.follow(OLD, THERE)
    assert answers(asked) == "a:open b:open c:open"


def test_skipped_is_open_for_another_time_and_gone_is_not_asked():
    asked = Round()
    asked.follow(OLD, THERE)
    asked.skip(("metric", "a"))
    asked.follow(OLD, THERE - {"b"})
    assert answers(asked) == "a:skipped c:open" and asked.next_open(1) == 1
    asked.take_up(("metric", "a"))
    asked.follow([*OLD, Aged("evidence", "iv")], THERE | {"iv"})
    assert answers(asked) == "a:open b:open c:open iv:open" and asked.count("open") == 4
    asked.follow([], THERE)
    assert asked.next_open(-1) is None and asked.count("done") == 3
