"""The trail at the lower edge: all stages, the one that is shown in dark, and a dot for each of its pages."""

import pytest

from journey_editor.layout.pages import Page, pages_of
from journey_editor.layout.primitives import Box, Element, Path, Rect
from journey_editor.layout.style import LIGHT
from journey_editor.layout.trail import trail, window
from tests.building import journey, row, stage
from tests.layout.invariants import lines_of

EDGE = Rect(20.0, 400.0, 660.0, 0.0)


def stages(count: int) -> list[str]:
    return [f"s{n:02}" for n in range(count)]


def shown(count: int, here: int, columns: int = 1, most: int = 8) -> tuple[list[Element], Page]:
    ids = stages(count)
    given = journey(
        *(stage(each, f"a{n:02}") for n, each in enumerate(ids)),
        *row(*(f"t{n:02}" for n in range(columns)), stage_id=ids[here]),
    )
    page = next(page for page in pages_of(given, most) if page.stage and page.stage.id == ids[here])
    return trail(given.stages, page, EDGE, LIGHT), page


def fill(element: Element) -> str | None:
    return next(part.ink.fill for part in element.parts if isinstance(part, Path))


def test_all_stages_share_the_width_and_the_one_shown_is_dark() -> None:
    found, _page = shown(6, 3)
    assert [each.record for each in found] == stages(6)
    assert {round(each.rect.width, 3) for each in found} == {110.0}
    assert [fill(each) == LIGHT.ink for each in found] == [False, False, False, True, False, False]


@pytest.mark.parametrize(
    ("count", "here", "most", "ends"),
    [(5, 0, 8, (0, 5)), (20, 0, 8, (0, 8)), (20, 10, 8, (6, 14)), (20, 19, 8, (12, 20)), (8, 7, 8, (0, 8))],
)
def test_of_too_many_those_about_the_one_shown_are_there(
    count: int, here: int, most: int, ends: tuple[int, int]
) -> None:
    assert window(count, here, most) == ends


def test_many_stages_stay_wide_enough_to_be_read() -> None:
    found, page = shown(40, 20)
    assert min(each.rect.width for each in found) >= 92
    assert page.stage is not None and page.stage.id in {each.record for each in found}


def test_each_page_of_the_stage_has_a_dot_below_it() -> None:
    found, page = shown(3, 1, columns=20)
    dots = found[-1]
    assert (dots.role, len(dots.parts)) == ("legend", page.count)
    colors = [part.ink.fill for part in dots.parts if isinstance(part, Box)]
    assert [color == LIGHT.accent for color in colors] == [True, False, False]
    assert (dots.rect.x, dots.rect.width) == (found[1].rect.x, found[1].rect.width)
    assert shown(3, 1)[0][-1].role == "stage"


def test_a_name_that_is_too_long_ends_in_an_ellipsis_and_is_whole_in_the_tip() -> None:
    given = journey(stage("s", name="Onboarding and first value " * 9), stage("t", "a1"))
    found = trail(given.stages, pages_of(given)[0], EDGE, LIGHT)
    assert lines_of(found[0])[0].text.endswith("…")
    assert found[0].tip.startswith("Onboarding and first value")
