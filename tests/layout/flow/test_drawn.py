"""Arrows of all transitions: they cross no card and keep apart, and what is said on them covers nothing."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings, strategies as st

from journey_editor.core.journey import Journey
from journey_editor.core.parts import PathKind
from journey_editor.layout.compose import compose
from journey_editor.layout.flow.paths import sign
from journey_editor.layout.form import NARROW, WIDE, Form
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Ink, Line, Path, Picture, Rect
from journey_editor.layout.style import LIGHT
from tests.building import journey, note, owners, stage, touchpoint, transition
from tests.layout.invariants import elements, overlap
from tests.layout.test_routes import corners, crosses

PATHS = ("happy", "unhappy", "alternative", "exception", "loop", "abandon")
NEAR = 0.6  # points: lines that are nearer run into each other


@st.composite
def maps(draw: st.DrawFn) -> Journey:
    ids = [f"t{index}" for index in range(draw(st.integers(2, 9)))]
    made: list[object] = [*owners("a", "b", "c"), stage("s"), stage("z", "a1"), stage("o", "a2")]
    for each in ids:
        where = draw(st.sampled_from("sz")), draw(st.sampled_from(["a0", "a1", "a2"]))
        made.append(touchpoint(each, *where, owner=draw(st.sampled_from(["a", "b", "c", None]))))
    ways = st.tuples(st.sampled_from(ids), st.sampled_from([*ids, None]))
    for source, target in draw(st.lists(ways, max_size=8, unique=True)):
        if source != target:
            path = draw(st.sampled_from(PATHS)) if target else "abandon"
            said = draw(
                st.fixed_dictionaries(
                    {},
                    optional={
                        "share": st.floats(0, 1),
                        "wait_days": st.sampled_from([0.02, 3, 14, 400]),
                        "protocol": st.just("Checklist"),
                        "label": st.sampled_from(["Asks", "Looks for one more opinion " * 9]),
                    },
                )
            )
            made.append(transition(source, target, path, **said))
            if draw(st.booleans()):
                made.append(note(f"n-{source}-{target}", f"{source}-{target}"))
    return journey(*made)  # type: ignore[arg-type]


def drawn_ways(picture: Picture) -> list[Element]:
    """The arrows that somebody drew; those that follow from order alone are named after both their ends."""
    return [each for each in elements(picture, "arrow") if ">" not in each.record]


def tags(arrow: Element) -> list[Rect]:
    """Where words and what lies below them are on an arrow, in the picture."""
    found: list[Rect] = []
    for part in arrow.parts:
        if isinstance(part, Line):
            found.append(Rect(part.x, part.y - 8.0, part.width, 10.0))
        elif isinstance(part, Box) and part.height >= 14 and part.ink.stroke is not None:
            found.append(Rect(part.x, part.y, part.width, part.height))
    return [Rect(arrow.rect.x + each.x, arrow.rect.y + each.y, each.width, each.height) for each in found]


def may_join(arrow: Element) -> bool:
    """Whether an arrow may enter a card where another one does: nobody drew it, or it joins neighbours straight."""
    return ">" in arrow.record or len(corners(arrow)) == 2


def run_together(one: Element, other: Element) -> bool:
    """Whether two arrows lie on each other for a while."""
    for (x0, y0), (x1, y1) in pairwise(corners(one)):
        for (u0, v0), (u1, v1) in pairwise(corners(other)):
            level = abs(y0 - y1) < NEAR and abs(v0 - v1) < NEAR and abs(y0 - v0) < NEAR
            upright = abs(x0 - x1) < NEAR and abs(u0 - u1) < NEAR and abs(x0 - u0) < NEAR
            if level and min(max(x0, x1), max(u0, u1)) - max(min(x0, x1), min(u0, u1)) > NEAR:
                return True
            if upright and min(max(y0, y1), max(v0, v1)) - max(min(y0, y1), min(v0, v1)) > NEAR:
                return True
    return False


@given(maps(), st.sampled_from([None, 2400.0]))
@settings(max_examples=200)
def test_arrows_cross_no_card_and_words_cover_nothing(made: Journey, width: float | None) -> None:
    picture = compose(made, Options(width=width))
    cards = [each.rect for each in elements(picture, "card")]
    arrows = elements(picture, "arrow")
    for each in arrows:
        for card in cards:
            assert not crosses(each, card), each.record
            assert not any(overlap(tag, card) for tag in tags(each)), each.record
    for one, other in combinations(arrows, 2):
        assert not any(overlap(tag, mine) for tag in tags(one) for mine in tags(other)), (one.record, other.record)


@given(maps(), st.sampled_from([None, 2400.0]))
@settings(max_examples=200)
def test_ways_keep_apart(made: Journey, width: float | None) -> None:
    arrows = elements(compose(made, Options(width=width)), "arrow")
    for one, other in combinations(arrows, 2):
        if not may_join(one) or not may_join(other):
            assert not run_together(one, other), (one.record, other.record)


@given(maps(), st.sampled_from([*WIDE, *NARROW]))
def test_a_tight_page_keeps_ways_and_words_off_the_cards_too(made: Journey, form: Form) -> None:
    picture = compose(made, Options(width=1400.0, even=True, form=form, rows=False, legend=False))
    cards = [each.rect for each in elements(picture, "card")]
    arrows = elements(picture, "arrow")
    for each in arrows:
        assert not any(crosses(each, card) for card in cards), each.record
        assert not any(overlap(tag, card) for tag in tags(each) for card in cards), each.record
    for one, other in combinations(arrows, 2):
        assert not any(overlap(tag, mine) for tag in tags(one) for mine in tags(other)), (one.record, other.record)


@given(maps())
def test_each_transition_between_two_cards_has_an_arrow(made: Journey) -> None:
    assert {each.record for each in drawn_ways(compose(made, Options()))} == {each.id for each in made.transitions}


@given(maps())
def test_arrows_end_at_the_edges_of_their_cards(made: Journey) -> None:
    picture = compose(made, Options())
    cards = {each.record: each.rect for each in elements(picture, "card")}
    arrows = {each.record: corners(each) for each in drawn_ways(picture)}
    for way in made.transitions:
        points = arrows[way.id]
        assert is_on_edge(points[0], cards[way.source]), way.id
        if way.target is not None:
            assert is_on_edge(points[-1], cards[way.target]), way.id


def is_on_edge(point: tuple[float, float], card: Rect) -> bool:
    """Whether a point lies on an edge of a card, off its corners."""
    x, y = point
    inside = card.x + 3 < x < card.right - 3, card.y + 3 < y < card.bottom - 3
    sides = min(abs(x - card.x), abs(x - card.right)), min(abs(y - card.y), abs(y - card.bottom))
    return (inside[1] and sides[0] < 0.01) or (inside[0] and sides[1] < 0.01)


def test_every_path_looks_otherwise_even_in_grey() -> None:
    cards = [touchpoint(f"t{index}", "s", f"a{index}", owner="a") for index in range(6)]
    ways = [transition(f"t{index}", f"t{index + 1}", path) for index, path in enumerate(PATHS[:5])]
    picture = compose(journey(*owners("a"), stage("s"), *cards, *ways), Options())
    looks = [(line(each).dash, len(each.parts)) for each in drawn_ways(picture)]
    assert len(set(looks)) == len(PATHS) - 1


@pytest.mark.parametrize("path", PATHS[1:5])
def test_a_way_round_other_cards_bears_the_sign_of_its_path(path: PathKind) -> None:
    cards = [touchpoint(f"t{index}", "s", f"a{index}", owner="a") for index in range(3)]
    ends = ("t2", "t0") if path == "loop" else ("t0", "t2")
    (arrow,) = drawn_ways(compose(journey(*owners("a"), stage("s"), *cards, transition(*ends, path)), Options()))
    shown, expected = arrow.parts[2:], sign(path, 0.0, 0.0, LIGHT)
    assert [(type(part), part.ink) for part in shown] == [(type(part), part.ink) for part in expected]  # type: ignore[union-attr]


def line(arrow: Element) -> Ink:
    assert isinstance(arrow.parts[0], Path)
    return arrow.parts[0].ink
