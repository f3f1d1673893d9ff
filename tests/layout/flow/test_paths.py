"""Kinds of paths look different: in colour, in dashes, in their signs."""

from typing import get_args

from journey_editor.core.parts import PathKind
from journey_editor.layout.flow.paths import SIGN, inks, look_of, path_name, sign
from journey_editor.layout.primitives import Box, Path
from journey_editor.layout.shapes import shifted
from journey_editor.layout.style import DARK, LIGHT

KINDS = get_args(PathKind)


def test_each_has_a_look_of_its_own_in_both_themes() -> None:
    for style in (LIGHT, DARK):
        looks = [inks(kind, style)[0] for kind in (*KINDS, "implied", "handoff")]
        assert len({(look.stroke, look.dash, look.width) for look in looks}) == len(looks)
        assert len({sign(kind, 0.0, 0.0, style) for kind in KINDS}) == len(KINDS)


def test_a_handoff_shows_unless_more_is_said_of_the_path() -> None:
    assert [look_of("happy", True), look_of("happy", False), look_of("loop", True)] == ["handoff", "happy", "loop"]


def test_names_are_all_different() -> None:
    assert len({path_name(kind) for kind in KINDS}) == len(KINDS)


def test_signs_keep_within_their_size() -> None:
    for kind in KINDS:
        for part in sign(kind, 0.0, 0.0, LIGHT):
            if isinstance(part, Box):
                assert max(-part.x, -part.y, part.x + part.width, part.y + part.height) <= SIGN / 2
            assert isinstance(part, Box | Path)


def test_a_shifted_sign_is_the_same_elsewhere() -> None:
    for kind in KINDS:
        moved = tuple(shifted(part, 10.0, 20.0) for part in sign(kind, 0.0, 0.0, LIGHT))
        there = sign(kind, 10.0, 20.0, LIGHT)
        for one, other in zip(moved, there, strict=True):
            assert type(one) is type(other) and one.ink == other.ink  # type: ignore[union-attr]
