"""The small curves of several maps: same columns and scale, gaps where a map lacks a stage, nothing overlapping."""

import pytest

from journey_editor.core.journey import Journey, read_journey
from journey_editor.core.records import Head, JourneyMap, Record
from journey_editor.layout.multiples import COLUMN, HIGH, LABEL, LOW, Comparison, Multiples, Panel, multiples, seat_at
from journey_editor.layout.primitives import Box, Element, FeltPoint, Figure, Line
from journey_editor.layout.style import DARK, LIGHT
from tests.building import stage, touchpoint

FEELINGS: dict[str, dict[str, list[float | None]]] = {
    "now": {"learn": [1.0, -1.0], "buy": [0.5], "use": [None]},
    "then": {"learn": [2.0], "use": [-2.0, 0.0]},
}


def a_map(map_id: str, stages: dict[str, list[float | None]]) -> Journey:
    made: list[Record] = [Head(), JourneyMap(id=map_id, rank="a0", title=map_id)]
    for at, (name, felt) in enumerate(stages.items()):
        made.append(stage(f"{map_id}-{name}", f"a{at}", map=map_id))
        made += [
            touchpoint(f"{map_id}-{name}-{turn}", f"{map_id}-{name}", f"a{turn}", map=map_id,
                       **({} if v is None else {"v": v}))
            for turn, v in enumerate(felt)
        ]  # fmt: skip
    return read_journey({each.id: each for each in made}, map_id)


def panel(
    map_id: str, heads: tuple[str, ...], name: str = "", stages: dict[str, list[float | None]] | None = None
) -> Panel:
    own = FEELINGS[map_id] if stages is None else stages
    means = {key: [v for v in felt if v is not None] for key, felt in own.items()}
    feelings = tuple(sum(means[key]) / len(means[key]) if means.get(key) else None for key in heads)
    ids = tuple(f"{map_id}-{key}" if key in own else None for key in heads)
    words = tuple("" if each is None else f"{each:g}" for each in feelings)
    return Panel(a_map(map_id, own), name or map_id, "current state", "", ids, feelings, words)


def compared(heads: tuple[str, ...] = ("learn", "buy", "use"), name: str = "") -> Comparison:
    return Comparison(heads, ("1.0", "", "2.0"), "1.5", 2, (panel("now", heads, name), panel("then", heads, name)))


def laid(width: float = 1000.0, height: float = 600.0, name: str = "") -> Multiples:
    return multiples(compared(name=name), LIGHT, width, height)


def curves(found: Multiples) -> list[tuple[Element, tuple[FeltPoint, ...]]]:
    figures = [(each, part) for each in found.elements for part in each.parts if isinstance(part, Figure)]
    return [(each, tuple(part.data.felt)) for each, part in figures]


def words(found: Multiples) -> list[str]:
    return [part.text for each in found.elements for part in each.parts if isinstance(part, Line)]


def test_feelings_stand_in_the_column_of_their_stage_at_the_same_scale():
    found = laid()
    column = (1000.0 - LABEL - 1) / 3
    (first, felt), _other = curves(found)
    assert [(each.record, round(each.x / column, 3), each.valence) for each in felt] == [
        ("now-learn-0", 0.25, 1.0), ("now-learn-1", 0.75, -1.0), ("now-buy-0", 1.5, 0.5),
    ]  # fmt: skip
    assert first.rect.x == LABEL
    figure = next(part for part in first.parts if isinstance(part, Figure))
    assert figure.data.zero_y == first.rect.height / 2 - 10 and 4 * figure.data.unit < first.rect.height - 20


def test_a_curve_is_broken_where_a_map_has_no_such_stage_and_a_lone_feeling_is_a_point():
    found = laid()
    assert [(each.key, len(felt)) for each, felt in curves(found)] == [
        (("curve", "now 0"), 3),
        (("curve", "then 2"), 2),
    ]
    dots = [each for each in found.elements if each.role == "feeling"]
    assert [len(each.parts) for each in dots] == [3, 3]
    whole = multiples(
        Comparison(("learn", "buy", "use"), ("", "", ""), "", None,
                   (panel("then", ("learn", "buy", "use"), stages={"learn": [2.0, 1.0], "use": [-2.0, 0.0]}),)),
        LIGHT, 1000.0, 600.0,
    )  # fmt: skip
    assert [[each.valence for each in felt] for _element, felt in curves(whole)] == [[2.0, 1.0], [-2.0, 0.0]]


def test_what_is_not_there_or_not_felt_is_said():
    found = words(laid())
    assert "no such stage" in found and "not felt yet" in found
    assert {"learn", "buy", "use", "now", "then", "1.5", "apart on average", "apart", "–", "2.0"} <= set(found)


def test_each_stage_of_each_map_is_a_place_that_leads_to_its_record_or_to_its_map():
    found = laid()
    assert [(each.panel, each.stage, each.record) for each in found.seats] == [
        (0, 0, "now-learn"), (0, 1, "now-buy"), (0, 2, "now-use"),
        (1, 0, "then-learn"), (1, 1, "then"), (1, 2, "then-use"),
    ]  # fmt: skip
    for seat in found.seats:
        rect = seat.rect
        assert seat_at(found, rect.x + rect.width / 2, rect.y + rect.height / 2) == seat
        assert rect.right <= found.width and rect.bottom <= found.height
    assert seat_at(found, 3.0, 3.0) is None


@pytest.mark.parametrize(("height", "high"), [(200.0, LOW), (5000.0, HIGH)])
def test_panels_take_the_room_that_there_is_within_bounds(height: float, high: float):
    found = laid(height=height)
    assert {each.rect.height for each in found.seats} == {high}


def test_many_stages_make_the_row_longer_than_the_page():
    heads = tuple(f"s{at}" for at in range(40))
    own: dict[str, list[float | None]] = {key: [0.0] for key in heads}
    one = Comparison(heads, ("",) * 40, "", None, (panel("now", heads, stages=own),))
    assert multiples(one, DARK, 800.0, 600.0).width >= LABEL + 40 * COLUMN


def test_of_very_many_feelings_only_points_that_stand_apart_are_drawn():
    own: dict[str, list[float | None]] = {"learn": [1.0] * 2000}
    found = multiples(
        Comparison(("learn",), ("",), "", None, (panel("now", ("learn",), stages=own),)), LIGHT, 1000, 400
    )
    ((_element, felt),) = curves(found)
    dots = next(each for each in found.elements if each.role == "feeling").parts
    assert len(felt) == 2000 and 20 < len(dots) < 100


def test_no_words_leave_their_room_however_long_they_are():
    found = laid(name="w" * 5000 + " long" * 1000)
    for element in found.elements:
        for part in element.parts:
            if isinstance(part, Line):
                assert part.x >= -0.01 and part.x + part.width <= element.rect.width + 0.01
                assert part.y <= element.rect.height
            elif isinstance(part, Box):
                assert part.x + part.width <= element.rect.width + 1
    assert any(each.tip.startswith("www") for each in found.elements)


def test_no_word_of_a_stage_is_broken():
    own: dict[str, list[float | None]] = {key: [0.0] for key in "abc"}
    heads = ("Consideration", "Two words", "x" * 5000)
    one = Comparison(heads, ("",) * 3, "", None, (panel("now", ("a", "b", "c"), stages=own),))
    narrow = multiples(one, LIGHT, LABEL + 3 * COLUMN, 600.0)
    drawn = [
        [part.text for part in each.parts if isinstance(part, Line)] for each in narrow.elements if each.role == "stage"
    ]
    assert drawn[0][0].startswith("Consid") and drawn[0][0].endswith("…") and drawn[1] == ["Two", "words"]
    assert len(drawn[2]) == 1 and drawn[2][0].endswith("…")
    assert [each.tip for each in narrow.elements if each.role == "stage"] == ["Consideration", "", "x" * 5000]


def test_nothing_to_compare_is_drawn_too():
    found = multiples(Comparison((), (), "", None, ()), LIGHT, 500.0, 300.0)
    assert found.seats == () and found.width == 500.0
