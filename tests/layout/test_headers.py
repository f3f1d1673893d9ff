"""Stage heads: name, time and goal, whole where that can be."""

from journey_editor.layout.headers import HeadTexts, head, head_texts, head_width
from journey_editor.layout.primitives import Line
from journey_editor.layout.style import LIGHT
from tests.building import note, stage


def lines(texts: HeadTexts, width: float, first: bool = True, last: bool = False) -> list[Line]:
    return [part for part in head(texts, width, first, last, LIGHT).parts if isinstance(part, Line)]


def test_a_head_says_name_time_and_goals() -> None:
    made = stage("s", name="Awareness", when="Weeks 1–4")
    goals = (note("g", "s", "goal", text="Recognise"), note("h", "s", "goal", text="Tell"), note("p", "s"))
    assert head_texts(made, goals, True) == HeadTexts("Awareness", "Weeks 1–4", "Recognise; Tell")
    hidden = (note("g", "s", "goal", text="Hidden", private=True),)
    assert head_texts(made, hidden, False).goal == ""
    assert head_texts(stage("s", name=" "), (), True).name == "Stage without a name"


def test_the_time_stands_right_of_the_name_where_both_fit() -> None:
    name, span, goal = lines(HeadTexts("Awareness", "Weeks 1–4", "Recognise the problem"), 180.0)
    assert name.y == span.y < goal.y
    assert span.x + span.width <= 180 - 11 + 0.01


def test_in_a_narrow_head_the_time_has_a_line_of_its_own() -> None:
    name, goal, span = lines(HeadTexts("Renewal", "Months 10–12", "Still worth it?"), 100.0)
    assert name.y < goal.y < span.y


def test_a_head_widens_for_its_name_and_a_little_for_its_time() -> None:
    assert head_width(HeadTexts("Awareness", "", ""), 180.0, True) == 180.0
    assert head_width(HeadTexts("Implementation and roll-out", "", ""), 90.0, True) > 190
    assert 180 < head_width(HeadTexts("Consideration", "Weeks 5–8", ""), 180.0, False) < 198
    assert head_width(HeadTexts("x" * 500, "", ""), 90.0, True) < 230


def test_a_name_that_has_no_room_ends_in_an_ellipsis() -> None:
    made = head(HeadTexts("word " * 30, "", ""), 180.0, True, False, LIGHT)
    assert made.tip and any(isinstance(part, Line) and part.text.endswith("…") for part in made.parts)
