"""What a view does not show is drawn in colours near the ground, and nothing moves or goes."""

from dataclasses import replace

from journey_editor.core.parts import MapView
from journey_editor.core.showing import shown_of
from journey_editor.layout.compose import compose
from journey_editor.layout.dimming import as_seen, is_dimmed
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Line
from tests.building import journey, note, owners, stage, touchpoint, transition

MADE = journey(
    *owners("cs", "sales"),
    stage("s"),
    touchpoint("a", "s", "a0", owner="cs", v=1),
    touchpoint("b", "s", "a1", owner="sales", v=-1),
    touchpoint("c", "s", "a2", owner="sales", v=2),
    transition("a", "c", "unhappy"),
    note("n", "a"),
)


def bright(element: Element) -> int:
    """How bright the darkest letter or edge of an element is, from 0 to 255."""
    names = [part.color for part in element.parts if isinstance(part, Line)]
    names += [part.ink.stroke for part in element.parts if isinstance(part, Box) and part.ink.stroke]
    return min(sum(int(name[at : at + 2], 16) for at in (1, 3, 5)) // 3 for name in names)


def test_only_what_is_not_shown_is_paler_and_all_stays_where_it_is():
    elements = compose(MADE, Options()).elements
    shown = shown_of(MapView(name="", owners=("cs",)), MADE)
    seen = as_seen(elements, shown, "#FFFFFF")
    assert [replace(each, parts=()) for each in seen] == [replace(each, parts=()) for each in elements]
    by_key = {each.key: (each, other) for each, other in zip(elements, seen, strict=True)}
    for record in ("b", "c"):
        before, after = by_key["card", record]
        assert bright(before) < 100 < 190 < bright(after)
    assert by_key["card", "a"][0] is by_key["card", "a"][1]
    assert by_key["title", "m"][0] is by_key["title", "m"][1]
    dimmed = {each.record for each in elements if is_dimmed(each, shown)}
    assert {"b", "c", "sales", "a-c"} <= dimmed and not {"a", "s", "cs", "n", "m"} & dimmed


def test_a_view_that_shows_everything_changes_nothing():
    elements = compose(MADE, Options()).elements
    found = as_seen(elements, shown_of(MapView(name="x"), MADE), "#FFFFFF")
    assert all(one is other for one, other in zip(elements, found, strict=True) if one.role != "curve")
