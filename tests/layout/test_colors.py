"""Colours of feelings and owners."""

import pytest

from journey_editor.layout.colors import LEAST_SEEN, feeling_color, mix, owner_colors, ratio
from journey_editor.layout.style import DARK, LIGHT, OWNER_COLORS, Style


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
    assert owner_colors((("a", "#4477AA"),), DARK) == {"a": mix("#4477AA", "#FFFFFF", 0.25)}


@pytest.mark.parametrize("style", [LIGHT, DARK])
@pytest.mark.parametrize("color", ["#FFFFFF", "#FFFFCC", "#000000", "#2C2925", "#1D1B18"])
def test_the_edge_of_a_card_is_seen_whatever_colour_its_owner_was_given(color: str, style: Style) -> None:
    [edge] = owner_colors((("a", color),), style).values()
    assert ratio(edge, style.card) >= LEAST_SEEN
    assert ratio("#FFFFFF", "#000000") == pytest.approx(21)
