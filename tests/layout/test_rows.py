"""Rows show what hangs on stages, and what hangs on their touchpoints."""

import pytest

from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Picture
from journey_editor.layout.style import LIGHT
from tests.building import journey, metric, note, opportunity, stage, touchpoint
from tests.layout.invariants import check, elements, lines_of


def drawn(*given: object, **fields: object) -> Picture:
    made = (stage("s"), stage("z", "a1"), touchpoint("t", "s"), *given)
    return compose(journey(*made, **fields), Options())  # type: ignore[arg-type]


def rows(picture: Picture) -> dict[str, list[str]]:
    return {each.record: [line.text for line in lines_of(each)] for each in elements(picture, "row", "note")}


def labels(picture: Picture) -> list[str]:
    return [" ".join(texts) for record, texts in rows(picture).items() if record.endswith(":")]


def test_what_a_map_has_is_shown_in_the_usual_order() -> None:
    picture = drawn(note("n", "s"), opportunity("o", "s"), metric("k", "s"))
    assert labels(picture) == ["Pain points", "Opportunities", "Measured by"]
    assert rows(picture)["n"] == ["n"] and "pain_point:s" in rows(picture)


def test_a_map_says_which_rows_it_shows_and_these_are_shown_even_where_they_are_empty() -> None:
    given = (note("n", "s"), note("q", "s", "quote"), note("w", "s", "weather"), opportunity("o", "s"))
    picture = drawn(*given, rows=["weather", "opportunity", "quote", "gain"])
    assert labels(picture) == ["weather", "Opportunities", "Says", "Gains"]
    assert [span.kind for span in picture.grid.rows] == ["weather", "opportunity", "quote", "gain"]
    check(picture)


def test_without_any_named_the_usual_ones_are_shown_that_have_something_in_them() -> None:
    assert labels(drawn(opportunity("o", "t"), note("q", "s", "quote"))) == ["Opportunities"]
    assert labels(drawn()) == []


def test_a_blank_name_is_no_row() -> None:
    assert labels(drawn(note("n", "s"), rows=[""])) == []


def test_every_cell_of_a_row_has_its_place_also_without_words() -> None:
    picture = drawn(note("n", "s"))
    cells = {each.record: each for each in elements(picture, "row")}
    assert {"pain_point:s", "pain_point:z"} <= set(cells)
    assert cells["pain_point:s"].rect.height == cells["pain_point:z"].rect.height == picture.grid.rows[0].height


def test_texts_of_touchpoints_stand_below_those_of_their_stage_in_a_quieter_colour() -> None:
    assert rows(drawn(note("n", "t")))["n"] == ["n"]
    picture = drawn(note("n", "t"), note("own", "s"))
    own, other = (next(each for each in elements(picture, "note") if each.record == name) for name in ("own", "n"))
    assert own.rect.bottom <= other.rect.y
    assert (lines_of(own)[0].color, lines_of(other)[0].color) == (LIGHT.ink, LIGHT.muted)
    [alone] = elements(drawn(note("n", "t")), "note")
    assert lines_of(alone)[0].color == LIGHT.ink


def test_more_than_three_are_counted() -> None:
    shown = rows(drawn(*(note(f"n{index}", "s") for index in range(5))))
    assert [record for record in shown if record.startswith("n")] == ["n0", "n1", "n2"]
    assert shown["pain_point:s:more"] == ["+2 more"]


def test_a_long_note_ends_in_an_ellipsis_and_keeps_its_text_as_tip() -> None:
    words = "word " * 50
    [cell] = elements(drawn(note("n", "s", text=words)), "note")
    assert len(lines_of(cell)) == 3 and lines_of(cell)[-1].text.endswith("…")
    assert cell.tip == words


def test_settled_notes_and_dropped_ideas_are_not_shown() -> None:
    assert not rows(drawn(note("n", "s", resolved=True), opportunity("o", "s", status="dropped")))


@pytest.mark.parametrize("width", [None, 900.0])
def test_votes_take_room_from_the_words_and_stand_below_where_there_is_little(width: float | None):
    words = "Nobody says what comes next"
    made = journey(stage("s"), touchpoint("t", "s"), note("n", "s", text=words, votes=12))
    picture = compose(made, Options(width=width))
    check(picture)
    voted = next(each for each in elements(picture, "note") if each.record == "n")
    *lines, number = lines_of(voted)
    assert number.text == "12"
    assert " ".join(line.text for line in lines) == words
    if width is None:
        assert lines[-1].y < number.y - 10
    else:
        assert len(lines) == 1 and lines[0].width < number.x and abs(number.y - lines[0].y) < 1


def test_without_votes_the_words_stand_as_ever():
    made = (stage("s"), touchpoint("t", "s"))
    plain, voted = (compose(journey(*made, note("n", "s", votes=votes)), Options()) for votes in (0, 1))
    legends = [[line.text for each in elements(p, "legend") for line in lines_of(each)] for p in (plain, voted)]
    assert [("votes" in words) for words in legends] == [False, True]
    assert len(elements(plain, "note")[0].parts) == 1


def test_votes_in_rows_that_are_not_shown_need_no_legend():
    picture = drawn(note("n", "s", "quote", votes=3))
    assert "votes" not in [line.text for each in elements(picture, "legend") for line in lines_of(each)]


def test_a_map_without_stages_has_no_rows() -> None:
    assert not compose(journey(rows=["goal"]), Options()).grid.rows


def test_very_many_texts_in_one_cell_are_three_and_a_number() -> None:
    picture = drawn(*(note(f"n{index}", "s", text="word " * 2000) for index in range(200)))
    check(picture)
    assert rows(picture)["pain_point:s:more"] == ["+197 more"]
