"""Words and stars in the band: where they belong, never on one another."""

from itertools import combinations

from hypothesis import given, settings, strategies as st

from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Picture
from tests.building import journey, stage, touchpoint
from tests.layout.invariants import elements, lines_of, overlap


def drawn(*feelings: tuple[float, str], **fields: object) -> Picture:
    made = [
        touchpoint(f"t{index}", "s", f"a{index:03d}", emotion={"valence": valence, "word": word}, **fields)
        for index, (valence, word) in enumerate(feelings)
    ]
    return compose(journey(stage("s"), *made), Options())


def of(picture: Picture, role: str, record: str) -> Element:
    return next(each for each in elements(picture, role) if each.record == record)


def test_words_stand_above_good_feelings_and_below_bad_ones() -> None:
    picture = drawn((1, "hopeful"), (-1, "lost"))
    assert of(picture, "word", "t0").rect.bottom < of(picture, "feeling", "t0").rect.y
    assert of(picture, "word", "t1").rect.y > of(picture, "feeling", "t1").rect.bottom


def test_a_word_at_the_bands_edge_moves_to_the_other_side() -> None:
    picture = drawn((2, "delighted"))
    assert of(picture, "word", "t0").rect.y > of(picture, "feeling", "t0").rect.y


def test_a_long_word_is_shortened_with_a_tip() -> None:
    word = of(drawn((0.5, "w" * 60)), "word", "t0")
    assert lines_of(word)[0].text.endswith("…") and word.tip == "w" * 60


def test_a_moment_has_its_star_beside_the_face() -> None:
    picture = drawn((1, ""), moment={})
    face, star = of(picture, "feeling", "t0").rect, of(picture, "star", "t0").rect
    assert star.x >= face.x + face.width / 2 and not overlap(face, star)


def test_the_dashed_line_is_named_once_where_it_differs_most() -> None:
    picture = compose(
        journey(stage("s"), touchpoint("x", "s", v=0, believed=0), touchpoint("y", "s", "a1", v=-1.5, believed=1)),
        Options(),
    )
    [named] = [each for each in elements(picture, "word") if not each.record]
    assert lines_of(named)[0].text == "team believed"
    assert named.rect.x > of(picture, "feeling", "x").rect.right


@given(st.lists(st.tuples(st.floats(-2, 2), st.sampled_from(["ok", "lost", "overwhelmed", ""])), max_size=60))
@settings(max_examples=60)
def test_nothing_written_touches_anything(feelings: list[tuple[float, str]]) -> None:
    made = [
        touchpoint(f"t{i}", "s", f"a{i // 3:03d}", emotion={"valence": v, "word": word}, moment={} if i % 4 else None)
        for i, (v, word) in enumerate(feelings)
    ]
    picture = compose(journey(stage("s"), *made), Options())
    written = elements(picture, "word", "star")
    for index, first in enumerate(written):
        for second in (*written[index + 1 :], *elements(picture, "feeling")):
            assert not overlap(first.rect, second.rect), (first.key, second.key)


def test_words_of_neighbouring_stretches_mind_each_other() -> None:
    made = [touchpoint(f"t{i}", "s", f"a{i:03d}", emotion={"valence": 0, "word": "w" * 60}) for i in range(50)]
    words = elements(compose(journey(stage("s"), *made), Options()), "word")
    assert len(words) > 40
    for first, second in combinations(words, 2):
        assert not overlap(first.rect, second.rect), (first.key, second.key)
