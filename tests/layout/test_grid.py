"""Columns are groups by stage, as wide as their content asks."""

import pytest

from journey_editor.layout.compose import compose
from journey_editor.layout.grid import LEAST_WIDTH
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Grid
from tests.building import journey, row, stage, touchpoint


def grid(*given: object, **options: float) -> Grid:
    return compose(journey(*given), Options(**options)).grid  # type: ignore[arg-type]


def test_each_rank_of_a_stage_is_a_column_and_equal_ranks_share_one() -> None:
    made = grid(stage("s"), *row("x", "y"), touchpoint("w", "s", "a1"))
    assert [(each.touchpoints, each.x, each.width) for each in made.columns] == [
        (("x",), 128.0, 90.0),
        (("w", "y"), 218.0, 90.0),
    ]


def test_a_stage_without_touchpoints_has_one_empty_column() -> None:
    made = grid(stage("s", name="A name that is rather long"), stage("z", "a1"), touchpoint("t", "z"))
    first, second = made.columns
    assert (first.stage, first.touchpoints, second.touchpoints) == ("s", (), ("t",))
    assert first.width > 150 and second.x == first.x + first.width


def test_columns_cover_their_stages() -> None:
    made = grid(*(stage(each, each) for each in "abc"), *row("x", "y", stage_id="b"))
    for span in made.stages:
        inside = [each for each in made.columns if each.stage == span.stage]
        assert inside[0].x == pytest.approx(span.x)
        assert sum(each.width for each in inside) == pytest.approx(span.width)


def test_more_columns_than_a_block_has_stay_in_order() -> None:
    made = grid(stage("s"), *(touchpoint(f"t{index:03d}", "s", f"a{index:03d}") for index in range(70)))
    assert [each.touchpoints[0] for each in made.columns] == [f"t{index:03d}" for index in range(70)]
    assert [each.x for each in made.columns] == sorted(each.x for each in made.columns)


def test_a_short_map_has_ground_for_its_title() -> None:
    assert compose(journey(stage("s")), Options()).width == 24 + 104 + LEAST_WIDTH + 24
