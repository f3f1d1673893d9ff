"""Rows show what hangs on stages, or on their touchpoints where the stage has nothing."""

import pytest

from journey_editor.core.records import Metric
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Picture
from journey_editor.layout.rows import metric_text
from tests.building import journey, note, opportunity, stage, touchpoint
from tests.layout.invariants import check, elements, lines_of


def metric(**fields: object) -> Metric:
    return Metric.model_validate({"id": "k", "map": "m", "rank": "a0", "on": "s", "name": "Time to value"} | fields)


def drawn(*given: object, **fields: object) -> Picture:
    made = (stage("s"), stage("z", "a1"), touchpoint("t", "s"), *given)
    return compose(journey(*made, **fields), Options())  # type: ignore[arg-type]


def rows(picture: Picture) -> dict[str, list[str]]:
    return {each.record: [line.text for line in lines_of(each)] for each in elements(picture, "row", "note")}


def labels(picture: Picture) -> list[str]:
    return [" ".join(texts) for record, texts in rows(picture).items() if record.endswith(":")]


def test_what_a_map_has_is_shown_in_the_usual_order() -> None:
    picture = drawn(note("n", "s"), opportunity("o", "s"), metric(current=65, target=38, unit="days"))
    assert labels(picture) == ["Pain points", "Opportunities", "Measured by"]
    assert rows(picture)["n"] == ["n"] and "pain_point:s" in rows(picture)


def test_a_map_says_which_kinds_of_notes_it_shows() -> None:
    given = (note("n", "s"), note("q", "s", "quote"), note("w", "s", "weather"), opportunity("o", "s"))
    assert labels(drawn(*given, rows=["weather", "opportunity", "quote"])) == ["weather", "Opportunities", "Says"]


def test_notes_of_touchpoints_stand_in_for_missing_ones_of_the_stage() -> None:
    assert rows(drawn(note("n", "t")))["n"] == ["n"]
    both = rows(drawn(note("n", "t"), note("own", "s")))
    assert "own" in both and "n" not in both


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


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"current": 65, "target": 38, "unit": "days"}, "Time to value 65 → 38 days"),
        ({"target": 30, "unit": "%"}, "Time to value 30 %"),
        ({"current": 0.5}, "Time to value 0.5"),
        ({"current": 2, "target": 2}, "Time to value 2"),
        ({"unit": "days"}, "Time to value"),
    ],
)
def test_a_metric_says_where_it_is_and_where_it_should_be(fields: dict[str, object], text: str) -> None:
    assert metric_text(metric(**fields)).replace("\u00a0", " ") == text


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
