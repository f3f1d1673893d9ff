"""The largest number that fits."""

import pytest

from journey_editor.poster.fit import largest


@pytest.mark.parametrize("limit", [0.07, 0.5, 1.9, 2.0])
def test_it_is_close_to_the_limit_and_never_above(limit: float):
    found = largest(lambda value: value <= limit, 0.5, 2.0)
    assert limit * 0.97 <= found <= limit


def test_all_fits():
    assert largest(lambda _value: True, 0.0, 4.0) == 4.0


def test_nothing_fits():
    assert largest(lambda _value: False, 1.0, 2.0) < 0.01
