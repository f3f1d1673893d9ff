"""Colours of feelings and owners."""

import pytest

from journey_editor.layout.colors import feeling_color, mix, owner_colors
from journey_editor.layout.style import DARK, LIGHT, OWNER_COLORS


@pytest.mark.parametrize(
    ("valence", "color"),
    [(2, "#0072B2"), (1.4, "#0072B2"), (0.6, "#608EA4"), (0, "#A8A39A"), (-0.5, "#B88A63"), (-2, "#D55E00")],
)
def test_a_feeling_has_its_place_on_the_ramp(valence: float, color: str) -> None:
    assert feeling_color(valence, LIGHT) == color


def test_owners_have_their_colour_or_the_first_free_one() -> None:
    first, second = OWNER_COLORS[:2]
    colors = owner_colors((("b", ""), ("a", first.lower()), ("c", "#abc"), ("d", "red")), LIGHT)
    assert colors == {"a": first, "b": second, "c": "#AABBCC", "d": OWNER_COLORS[2]}
    moved = owner_colors((("d", "red"), ("c", "#abc"), ("a", first.lower()), ("b", "")), LIGHT)
    assert moved == colors


def test_the_dark_theme_lightens_owners() -> None:
    assert owner_colors((("a", "#000000"),), DARK) == {"a": mix("#000000", "#FFFFFF", 0.25)}
