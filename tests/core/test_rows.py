"""Which rows a map shows, and what their names mean."""

import pytest

from journey_editor.core.rows import DEFAULT, NO_ROWS, SETS, STANDARD, is_own, own_rows, row_name, row_named, rows_shown
from tests.building import MAP, journey, note, stage


def test_without_any_named_the_default_rows_are_shown_that_are_there() -> None:
    assert rows_shown((), {"metric", "pain_point", "goal"}) == ("pain_point", "metric")
    assert rows_shown(("goal", "goal", " ", "own"), ()) == ("goal", "own")
    assert rows_shown(NO_ROWS, set(DEFAULT)) == ()


@pytest.mark.parametrize("kind", STANDARD)
def test_a_row_is_found_by_what_it_is_called(kind: str) -> None:
    assert row_named(row_name(kind).upper()) == kind and row_named(kind) == kind
    assert not is_own(kind)


def test_any_other_name_is_a_row_of_one_s_own() -> None:
    assert row_named(" Legal  basis") == "Legal basis" and row_name("Legal  basis") == "Legal basis"
    assert is_own("Legal basis") and not is_own(" ") and not is_own("time_axis")


def test_rows_of_one_s_own_are_those_named_and_those_with_notes_on_the_map() -> None:
    made = journey(stage("s"), note("n", "s", "weather"), note("p", MAP, "parked"), rows=["goal", "Legal"])
    assert own_rows(made) == ("Legal", "weather")


def test_sets_name_known_rows() -> None:
    assert all(set(rows) <= {*STANDARD, *NO_ROWS} for rows in SETS.values())
