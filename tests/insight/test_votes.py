"""What can be voted on, in reading order, and who leads."""

from hypothesis import given, strategies as st

from journey_editor.insight.votes import candidates, most_voted, ranking
from tests.building import journey, note, opportunity, row, stage, touchpoint, transition


def test_candidates_come_in_reading_order_and_what_is_over_is_left_out():
    found = journey(
        stage("z", "a1"), stage("s"), *row("a", "b"), touchpoint("last", "z"), touchpoint("waits"),
        transition("a", "b"),
        note("on_z", "z"), note("on_b", "b"), note("on_a", "a"), note("on_s", "s"), note("on_way", "a-b"),
        note("settled", "a", resolved=True), note("said", "a", "quote"), note("waiting", "waits"),
        opportunity("o", "last"), opportunity("dropped", "a", status="dropped"),
    )  # fmt: skip
    assert [each.id for each in candidates(found, "touchpoints")] == ["a", "b", "last"]
    assert [each.id for each in candidates(found, "pain_points")] == ["on_s", "on_a", "on_b", "on_z", "on_way"]
    assert [each.id for each in candidates(found, "opportunities")] == ["o"]


def test_equal_votes_share_a_place_and_those_without_have_none():
    found = ranking([touchpoint(str(votes), "s", votes=votes) for votes in (2, 0, 8, 2, 1)])
    assert [(each.place, each.votes, each.share) for each in found] == [
        (1, 8, 1.0), (2, 2, 0.25), (2, 2, 0.25), (4, 1, 0.125)
    ]  # fmt: skip
    assert ranking([]) == ()


@given(st.lists(st.integers(0, 5), max_size=12))
def test_the_most_voted_come_first_and_others_keep_their_order(votes: list[int]):
    given_records = [touchpoint(f"t{index}", "s", votes=count) for index, count in enumerate(votes)]
    found = most_voted(given_records)
    assert [each.votes for each in found] == sorted(votes, reverse=True)
    for count in set(votes):
        assert [e for e in found if e.votes == count] == [e for e in given_records if e.votes == count]
