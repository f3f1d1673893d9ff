"""How far the feelings of maps part: worked out by hand, and on any maps."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.journey import Journey, read_journey
from journey_editor.core.records import Head, JourneyMap, Record, Stage, Touchpoint
from journey_editor.insight.parting import (
    Parting,
    apart_text,
    feeling_text,
    left_out,
    mean_feeling,
    parting,
    parting_words,
)
from tests.building import stage, touchpoint

Feelings = dict[str, list[float | None]]
"""The feelings of a stage's touchpoints, by the stage's name."""


def a_map(map_id: str, stages: Feelings, origins: dict[str, str] | None = None) -> list[Record]:
    """A map whose stages are called so, in this order; ids are the map's and the name, as `origins` are."""
    made: list[Record] = [JourneyMap(id=map_id, rank=map_id, title=map_id.title())]
    for at, (name, feelings) in enumerate(stages.items()):
        stage_id = f"{map_id}-{at}"
        origin = (origins or {}).get(name)
        made.append(stage(stage_id, f"a{at}", map=map_id, name=name, origin=origin))
        made += [
            touchpoint(f"{stage_id}-{turn}", stage_id, f"a{turn}", map=map_id, **({} if v is None else {"v": v}))
            for turn, v in enumerate(feelings)
        ]
    return made


def compared(*maps: list[Record], shown: str | None = None) -> tuple[Parting, list[Journey]]:
    """The parting of maps, all of a file or those whose ids are shown, in that order."""
    records = {record.id: record for record in [Head(), *(each for one in maps for each in one)]}
    ids = shown or "".join(one[0].id for one in maps)
    journeys = [read_journey(records, each) for each in ids]
    return parting(journeys, records), journeys


def table(found: Parting) -> list[tuple[str, tuple[float | None, ...], float | None]]:
    return [(each.first.name, each.feelings, each.apart) for each in found.stages]


def test_two_maps_part_by_the_mean_difference_of_their_stages_mean_feelings():
    ours = a_map("a", {"Learn": [1, 0, None], "Buy": [1], "Use": [-2, -1], "Renew": [0]})
    theirs = a_map("b", {"learn ": [0], "BUY": [1, 1], "Use": [2], "Renew": [None]})
    found, _journeys = compared(ours, theirs)
    assert table(found) == [
        ("Learn", (0.5, 0), 0.5), ("Buy", (1, 1), 0), ("Use", (-1.5, 2), 3.5), ("Renew", (0, None), None),
    ]  # fmt: skip
    assert found.apart == pytest.approx(4 / 3) == found.between(0, 1) == found.between(1, 0)
    assert found.felt == 3 and found.furthest is not None and found.furthest.first.name == "Use"
    assert parting_words(found, ("the admin", "the user")) == (
        "They part most at “Use”: +2 for the user, −1.5 for the admin."
    )


def test_of_more_maps_the_highest_and_the_lowest_tell():
    found, _journeys = compared(a_map("a", {"Use": [0]}), a_map("b", {"Use": [2]}), a_map("c", {"Use": [-1]}))
    assert found.apart == 3
    assert [found.between(0, 1), found.between(0, 2), found.between(1, 2)] == [2, 1, 3]
    assert [found.from_others(each) for each in range(3)] == [1.5, 2.5, 2]
    assert parting_words(found, "ABC") == "They part most at “Use”: +2 for B, −1 for C."


def test_equal_places_are_told_by_the_first_of_them():
    found, _journeys = compared(a_map("a", {"One": [0], "Two": [1]}), a_map("b", {"One": [1], "Two": [2]}))
    assert found.furthest is found.stages[0]


def test_a_drafted_stage_is_the_same_whatever_it_is_called_now():
    now = a_map("a", {"Sign up": [-1], "Use": [1]})
    then = a_map("b", {"Welcome": [1], "Use": [1]}, {"Welcome": "a-0"})
    found, _journeys = compared(now, then)
    assert table(found) == [("Sign up", (-1, 1), 2), ("Use", (1, 1), 0)]


def test_two_drafts_share_what_both_came_from_even_where_it_is_not_shown_or_gone():
    now, gone = a_map("a", {"Sign up": [0]}), {"X": "nowhere", "Y": "nowhere"}
    drafts = (
        a_map("b", {"One": [0], "X": [0]}, {"One": "a-0"} | gone),
        a_map("c", {"Two": [1], "Y": [2]}, {"Two": "a-0"} | gone),
    )
    assert table(compared(now, *drafts, shown="bc")[0]) == [("One", (0, 1), 1), ("X", (0, 2), 2)]


def test_a_new_stage_with_the_name_of_an_old_one_is_not_that_one():
    now = a_map("a", {"Use": [0], "End": [0]})
    then = a_map("b", {"First use": [1], "Use": [2]}, {"First use": "a-0"})
    assert table(compared(now, then)[0]) == [("Use", (0, 1), 1)]


def test_stages_drafted_from_each_other_are_one_stage():
    round_about = a_map("a", {"One": [0]}, {"One": "b-0"}), a_map("b", {"Two": [1]}, {"Two": "a-0"})
    assert table(compared(*round_about)[0]) == [("One", (0, 1), 1)]
    assert table(compared(a_map("a", {"One": [0]}, {"One": "a-0"}), a_map("b", {"One": [1]}))[0]) == [
        ("One", (0, 1), 1)
    ]


def test_what_only_one_map_has_is_left_out_and_what_only_later_ones_have_stands_where_they_have_it():
    found, journeys = compared(
        a_map("a", {"Learn": [0], "Use": [0], "Leave": [0]}),
        a_map("b", {"Try": [0], "Learn": [0], "Buy": [1], "Use": [0]}),
        a_map("c", {"Buy": [0], "Use": [0], "Praise": [0]}),
    )
    assert [each.first.name for each in found.stages] == ["Learn", "Buy", "Use"]
    assert found.stages[1].feelings == (None, 1, 0)
    assert [[each.name for each in own] for own in left_out(found, journeys)] == [["Leave"], ["Try"], ["Praise"]]


def test_several_stages_of_one_name_are_told_apart_by_their_turn_and_blank_ones_by_nothing():
    ours = [*a_map("a", {"Wait": [0], "w": [1], "": [2]})]
    theirs = [*a_map("b", {"Wait": [1], "w": [0], " ": [0]})]
    ours = [each.with_(name="Wait") if isinstance(each, Stage) and each.name == "w" else each for each in ours]
    theirs = [each.with_(name="WAIT") if isinstance(each, Stage) and each.name == "w" else each for each in theirs]
    assert [each.feelings for each in compared(ours, theirs)[0].stages] == [(0, 1), (1, 0)]


def test_one_map_shares_everything_with_itself_and_none_shares_nothing():
    found, journeys = compared(a_map("a", {"Learn": [1], "Use": []}))
    assert table(found) == [("Learn", (1,), None), ("Use", (None,), None)]
    assert found.apart is None and mean_feeling(journeys[0], "a-1") is None
    assert parting_words(found, ["A"]).startswith("Tick a second map")
    assert parting((), {}) == Parting(()) and Parting(()).from_others(0) is None


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"Else": [0]}, "These maps share no stage"),
        ({"Use": [None]}, "No stage was felt in more than one"),
        ({"Use": [1]}, "They feel the same at the stage that they share."),
    ],
)
def test_where_nothing_parts_a_sentence_says_why(others: Feelings, words: str):
    assert parting_words(compared(a_map("a", {"Use": [1]}), a_map("b", others))[0], "AB").startswith(words)


def test_figures_are_read_as_people_write_them():
    assert [feeling_text(each) for each in (1.25, -2.0, 1 / 3, -0.004, None)] == ["+1.25", "−2", "+0.33", "0", ""]
    assert [apart_text(each) for each in (0.0, 1.25, 4.0, None)] == ["0.0", "1.2", "4.0", ""]


names = st.sampled_from(["Learn", "Buy", "Use", "", "use"])
valences = st.none() | st.floats(-2, 2)


@st.composite
def maps(draw: st.DrawFn) -> list[list[Record]]:
    """Up to four maps whose stages may share names and origins in any way."""
    made: list[list[Record]] = []
    origins = [None, "gone", *(f"{each}-{at}" for each in "abcd" for at in range(3))]
    for map_id in "abcd"[: draw(st.integers(1, 4))]:
        own: list[Record] = [JourneyMap(id=map_id, rank=draw(st.sampled_from("abc")), title="")]
        for at in range(draw(st.integers(0, 3))):
            fields: dict[str, Any] = {"name": draw(names), "origin": draw(st.sampled_from(origins)), "map": map_id}
            own.append(stage(f"{map_id}-{at}", f"a{at}", **fields))
            feelings = draw(st.lists(valences, max_size=2))
            own += [
                touchpoint(
                    f"{map_id}-{at}-{turn}", f"{map_id}-{at}", "a0", map=map_id, **({} if v is None else {"v": v})
                )
                for turn, v in enumerate(feelings)
            ]
        made.append(own)
    return made


@given(maps(), st.randoms())
def test_how_far_maps_part_is_the_same_from_either_side_and_lies_between_0_and_4(given_: list[list[Record]], luck: Any):
    found, _journeys = compared(*given_)
    shuffled = "".join(luck.sample([one[0].id for one in given_], len(given_)))
    turned, _others = compared(*given_, shown=shuffled)
    assert found.apart == (None if turned.apart is None else pytest.approx(turned.apart, abs=1e-8))
    assert found.apart is None or 0 <= found.apart <= 4
    assert all(each.apart is None or 0 <= each.apart <= 4 for each in found.stages)
    for one in range(len(given_)):
        for other in range(len(given_)):
            assert found.between(one, other) == found.between(other, one)
            assert one != other or found.between(one, other) in (0, None)
    seen = [each.id for one in found.stages for each in one.stages if each is not None]
    assert len(seen) == len(set(seen))
    assert all(len(given_) == 1 or sum(each is not None for each in one.stages) > 1 for one in found.stages)
    assert parting_words(found, [one[0].id for one in given_])


@given(maps())
def test_a_map_and_its_copy_part_by_nothing(given_: list[list[Record]]):
    original = given_[0]
    copy: list[Record] = []
    for each in original:
        fields: dict[str, Any] = {"id": f"copy-{each.id}"}
        if isinstance(each, Stage):
            fields |= {"map": "copy-a", "origin": each.id}
        elif isinstance(each, Touchpoint):
            fields |= {"map": "copy-a", "stage": f"copy-{each.stage}"}
        copy.append(each.with_(**fields))
    records = {record.id: record for record in [Head(), *original, *copy]}
    found = parting([read_journey(records, "a"), read_journey(records, "copy-a")], records)
    assert found.apart in (0, None)
    assert all(each.feelings[0] == each.feelings[1] for each in found.stages)
