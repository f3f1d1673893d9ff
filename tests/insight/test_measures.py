"""What is said of a metric: where it stands, how far it has come, what is missing."""

from journey_editor.core.records import Metric
from journey_editor.insight.measures import gap_words, standing, value_text, way_text


def metric(**fields: object) -> Metric:
    return Metric.model_validate({"id": "x", "map": "m", "rank": "a0", "on": "s", "name": "Time to value"} | fields)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_now_and_target_are_told_with_their_unit() -> None:
    assert plain(standing(metric(unit="%", current=65, target=75))) == "Now 65 %, target 75 %"
    assert plain(standing(metric(target=1500))) == "Target 1 500"
    assert standing(metric()) == ""
    assert plain(value_text(-3.5, "  points \n a year ")) == "−3.5 points a year"


def test_a_unit_without_end_is_cut() -> None:
    assert len(value_text(3, "w" * 10_000)) < 40


def test_the_way_is_told_from_its_baseline() -> None:
    assert plain(way_text(metric(unit="days", baseline=65, current=51.5, target=38))) == "50 % of the way from 65 days"
    assert way_text(metric(baseline=65, current=30, target=38)) == "Target reached, from 65"
    assert way_text(metric(baseline=65, current=70, target=38)) == "Further from the target than 65"
    assert way_text(metric(current=70, target=38)) == ""


def test_the_gap_is_told_whichever_way_is_better_and_in_its_own_words_where_there_is_none() -> None:
    short = gap_words(metric(unit="days", better="lower", current=65, expected=30))
    assert (plain(short[0]), short[1]) == ("35 days short of the expected 30 days", "pain")
    assert gap_words(metric(current=80, expected=70)) == ("10 better than the expected 70", "good")
    assert gap_words(metric(current=70, expected=70)) == ("As expected: 70", "muted")
    assert gap_words(metric(current=12, gap_text="Answers after 12 hours"))[0] == "Answers after 12 hours"
    assert gap_words(metric())[0] == ""
