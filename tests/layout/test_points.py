"""Feelings stand in their columns; troughs shade them."""

import pytest

from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import CurveData, Figure
from tests.building import journey, stage, touchpoint
from tests.layout.invariants import elements


def data(*given: object) -> CurveData:
    picture = compose(journey(stage("s"), *given), Options())  # type: ignore[arg-type]
    figure = elements(picture, "curve")[0].parts[0]
    assert isinstance(figure, Figure)
    return figure.data


def test_the_felt_ones_of_a_column_share_its_width() -> None:
    found = data(*(touchpoint(f"t{index}", "s", v=index - 1) for index in range(3)), touchpoint("u", "s"))
    assert [point.x for point in found.felt] == pytest.approx([22.5, 45.0, 67.5])
    assert [point.record for point in found.felt] == ["t0", "t1", "t2"]


def test_a_belief_alone_has_its_place_too() -> None:
    found = data(touchpoint("x", "s", believed=1), touchpoint("y", "s", "a1", v=0, believed=-1))
    assert tuple(found.believed) == ((45.0, 1.0), (135.0, -1.0))
    assert [point.record for point in found.felt] == ["y"]


def test_a_belief_beside_feelings_of_its_column_is_not_drawn() -> None:
    assert data(touchpoint("x", "s", believed=1), touchpoint("y", "s", v=0)).believed[:] == ()


def test_columns_of_a_trough_are_shaded_as_wide_as_their_cards() -> None:
    found = data(*(touchpoint(f"t{i}", "s", f"a{i}", v=v) for i, v in enumerate([1, -1.5, -1.2, 1])))
    assert tuple(found.troughs) == ((94.0, 176.0), (184.0, 266.0))
