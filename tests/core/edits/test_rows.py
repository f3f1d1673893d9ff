"""Which rows a map shows, rows of people's own, and the texts in their cells: each edit is one step of undo."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.edits.attachments import attached_to
from journey_editor.core.edits.rows import (
    add_row,
    add_text,
    choose_rows,
    copy_text,
    loses,
    move_row,
    place_text,
    remove_row,
    rename_row,
    set_rows,
    stage_of,
    switch_row,
)
from journey_editor.core.history import History
from journey_editor.core.records import JourneyMap, Metric, Note, Opportunity
from journey_editor.core.rows import NO_ROWS, STANDARD, rows_of
from tests.building import MAP, document, metric, note, opportunity, stage, touchpoint


def small(**fields: Any) -> Document:
    return document(
        stage("s"),
        stage("z", "a1"),
        touchpoint("t", "s"),
        note("n", "s"),
        note("second", "s", rank="a1"),
        note("w", "t", "weather"),
        note("parked", MAP, "weather"),
        opportunity("o", "s", votes=2, effort=3),
        metric("k", "z", unit="days"),
        **fields,
    )


def rows(made: Document) -> tuple[str, ...]:
    found = made.records[MAP]
    assert isinstance(found, JourneyMap)
    return found.rows


def undone(made: Document, do: Callable[[], object]) -> None:
    """Do something, take it back in one step, and see that everything is as it was."""
    history, before = History(made), dict(made.records)
    do()
    assert dict(made.records) != before
    history.undo()
    assert dict(made.records) == before
    history.redo()


def test_without_rows_of_its_own_a_map_shows_those_that_have_something_in_them() -> None:
    assert rows_of(small(), MAP) == ("pain_point", "opportunity", "metric")
    assert rows_of(document(stage("s")), MAP) == ()


def test_a_row_is_shown_where_it_is_usually_read_and_hidden_again() -> None:
    made = small()
    undone(made, lambda: switch_row(made, MAP, "goal", True))
    assert rows(made) == ("goal", "pain_point", "opportunity", "metric")
    switch_row(made, MAP, "gain", True)
    undone(made, lambda: switch_row(made, MAP, "pain_point", False))
    assert rows(made) == ("goal", "gain", "opportunity", "metric")
    switch_row(made, MAP, "pain_point", False)
    assert rows(made) == ("goal", "gain", "opportunity", "metric")


def test_hiding_the_last_row_leaves_none_instead_of_the_usual_ones() -> None:
    made = small(rows=["goal"])
    switch_row(made, MAP, "goal", False)
    assert rows(made) == NO_ROWS and rows_of(made, MAP) == ()
    switch_row(made, MAP, "gain", True)
    assert rows(made) == ("gain",)


def test_a_row_moves_to_any_place() -> None:
    made = small()
    undone(made, lambda: move_row(made, MAP, "metric", 0))
    assert rows(made) == ("metric", "pain_point", "opportunity")
    move_row(made, MAP, "metric", 9)
    assert rows(made) == ("pain_point", "opportunity", "metric")
    move_row(made, MAP, "goal", 0)
    assert rows(made) == ("pain_point", "opportunity", "metric")


@given(st.lists(st.sampled_from(STANDARD), unique=True, min_size=1), st.data())
def test_moving_a_row_keeps_the_order_of_the_others(shown: list[str], data: st.DataObject) -> None:
    made = small(rows=shown)
    kind, place = data.draw(st.sampled_from(shown)), data.draw(st.integers(0, len(shown) - 1))
    move_row(made, MAP, kind, place)
    assert rows(made)[place] == kind
    assert [each for each in rows(made) if each != kind] == [each for each in shown if each != kind]


def test_a_row_of_any_name_comes_below_the_others_and_a_known_name_means_the_known_row() -> None:
    made = small()
    undone(made, lambda: add_row(made, MAP, " Legal   basis "))
    assert rows(made)[-1] == "Legal basis"
    assert add_row(made, MAP, "thinks") == "thought" and "thought" in rows(made)
    assert add_row(made, MAP, "Legal basis") == "Legal basis" and rows(made).count("Legal basis") == 1
    before = rows(made)
    assert add_row(made, MAP, "  ") == "" and rows(made) == before


def test_the_notes_of_a_row_go_along_with_its_new_name() -> None:
    made = small(rows=["weather", "goal"])
    undone(made, lambda: rename_row(made, MAP, "weather", "Climate"))
    assert rows(made) == ("Climate", "goal")
    assert {each.id for each in made.of_kind(Note) if each.kind == "Climate"} == {"w", "parked"}
    assert rename_row(made, MAP, "Climate", "Goals") == 2 and rows(made) == ("goal",)
    assert rename_row(made, MAP, "goal", "Anything") == 0 and rows(made) == ("goal",)


def test_a_row_renamed_to_opportunities_leaves_its_notes_as_such() -> None:
    made = small(rows=["weather"])
    rename_row(made, MAP, "weather", "Opportunities")
    assert [each.text for each in attached_to(made, "t", Opportunity)] == ["w"]
    assert "parked" in made.records and rows(made) == ("opportunity",)


def test_the_notes_of_a_removed_row_become_plain_ones() -> None:
    made = small(rows=["weather"])
    undone(made, lambda: remove_row(made, MAP, "weather"))
    assert rows(made) == NO_ROWS
    assert {each.id for each in made.of_kind(Note) if each.kind == "other"} == {"w", "parked"}
    assert remove_row(made, MAP, "goal") == 0


def test_a_chosen_set_is_one_step() -> None:
    made = small()
    undone(made, lambda: set_rows(made, MAP, ("goal", "goal", "gain")))
    assert rows(made) == ("goal", "gain")
    with pytest.raises(KeyError):
        set_rows(made, "s", ())


def test_a_text_comes_right_below_another_or_below_all() -> None:
    made = small()
    undone(made, lambda: add_text(made, "s", "pain_point", "between", after="n"))
    add_text(made, "s", "pain_point", "last")
    assert [each.text for each in attached_to(made, "s", Note)] == ["n", "between", "second", "last"]
    idea, number = add_text(made, "t", "opportunity", "Idea"), add_text(made, "t", "metric", "NPS")
    assert isinstance(made.records[idea], Opportunity) and isinstance(made.records[number], Metric)


def test_a_text_moves_onto_another_record_into_another_row_or_both() -> None:
    made = small()
    undone(made, lambda: place_text(made, "n", "z", "pain_point"))
    assert [each.id for each in attached_to(made, "z", Note)] == ["n"]
    undone(made, lambda: place_text(made, "n", "t", "weather", before="w"))
    assert [(each.id, each.kind) for each in attached_to(made, "t", Note)] == [("n", "weather"), ("w", "weather")]
    undone(made, lambda: place_text(made, "second", "s", "gain"))
    assert [(each.id, each.kind) for each in attached_to(made, "s", Note)] == [("second", "gain")]
    assert place_text(made, "second", "s", "gain") == "second"
    with pytest.raises(KeyError):
        place_text(made, "t", "s", "gain")


def test_a_text_is_put_before_another_one_of_its_cell() -> None:
    made = small()
    undone(made, lambda: place_text(made, "second", "s", "pain_point", before="n"))
    assert [each.id for each in attached_to(made, "s", Note)] == ["second", "n"]


def test_a_note_becomes_an_opportunity_and_the_other_way_with_words_and_votes() -> None:
    made = small()
    undone(made, lambda: place_text(made, "o", "z", "pain_point"))
    [turned] = attached_to(made, "z", Note)
    assert (turned.text, turned.votes, turned.kind) == ("o", 2, "pain_point")
    back = made.records[place_text(made, turned.id, "s", "opportunity")]
    assert isinstance(back, Opportunity) and (back.text, back.votes) == ("o", 2)
    counted = made.records[place_text(made, back.id, "s", "metric")]
    assert isinstance(counted, Metric) and counted.name == "o"


def test_what_a_text_would_lose_in_another_row_is_known_before() -> None:
    made = small()
    assert loses(made.records["o"], "pain_point")  # type: ignore[arg-type]
    assert loses(made.records["k"], "opportunity")  # type: ignore[arg-type]
    assert not loses(made.records["n"], "opportunity")  # type: ignore[arg-type]
    assert not loses(made.records["o"], "opportunity")  # type: ignore[arg-type]
    assert not loses(note("x", "s", severity=3), "gain") and loses(note("x", "s", severity=3), "metric")


def test_texts_of_a_touchpoint_stand_in_the_cells_of_its_stage() -> None:
    made = small()
    assert (stage_of(made, "t"), stage_of(made, "s"), stage_of(made, MAP), stage_of(made, "gone")) == (
        "s", "s", None, None,
    )  # fmt: skip


def test_a_text_is_put_below_all_of_its_cell() -> None:
    made = small()
    undone(made, lambda: place_text(made, "n", "s", "pain_point", before=""))
    assert [each.id for each in attached_to(made, "s", Note)] == ["second", "n"]


def test_a_set_of_rows_leaves_the_time_axis_and_the_numbers_as_they_are() -> None:
    doc = small(rows=["time_axis", "pain_point", "stage_numbers"])
    choose_rows(doc, MAP, ("goal", "metric"))
    assert rows_of(doc, MAP) == ("time_axis", "stage_numbers", "goal", "metric")
    choose_rows(doc, MAP, NO_ROWS)
    assert rows_of(doc, MAP) == ("time_axis", "stage_numbers")
    choose_rows(doc, MAP, ())
    assert rows_of(doc, MAP) == ("time_axis", "stage_numbers", "pain_point", "opportunity", "metric")
    plain = small(rows=["gain"])
    choose_rows(plain, MAP, ())
    assert isinstance(plain.records[MAP], JourneyMap) and plain.records[MAP].rows == ()


def test_a_copy_leaves_the_text_where_it_was() -> None:
    made = small()
    undone(made, lambda: copy_text(made, "n", "z", "gain"))
    assert [(each.text, each.kind) for each in attached_to(made, "z", Note)] == [("n", "gain")]
    copy_text(made, "o", "s", "opportunity", before="o")
    assert [each.text for each in attached_to(made, "s", Opportunity)] == ["o", "o"]
    assert [each.text for each in attached_to(made, "s", Note)] == ["n", "second"]
    with pytest.raises(KeyError):
        copy_text(made, "t", "s", "gain")
