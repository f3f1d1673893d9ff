"""What has no place in the matrix waits in rows below it, a page at a time."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.layout.matrix.spread import Mark
from journey_editor.layout.matrix.tray import HEAD, ROW, ROWS, Tray, tray_height, tray_of, waiting
from journey_editor.layout.primitives import Rect
from journey_editor.layout.style import LIGHT

names = st.lists(st.text(max_size=60), min_size=1, max_size=80)
widths = st.sampled_from((240.0, 512.0, 696.0))


def marks(given_names: list[str]) -> tuple[Mark, ...]:
    return tuple(
        Mark(str(place), name, "CS", "#4477AA", "planned", None, None) for place, name in enumerate(given_names)
    )


def tray(given_marks: tuple[Mark, ...], width: float, page: int = 0, first: str = "") -> Tray:
    return tray_of(given_marks, Rect(24, 700, width, tray_height(given_marks, width)), page, LIGHT, first)


def test_only_what_lacks_effort_or_worth_waits():
    known = Mark("a", "a", "", "#000000", "planned", 1, 2.0)
    others = (known._replace(record="b", effort=None), known._replace(record="c", worth=None))
    assert waiting((known, *others)) == others


def test_it_takes_no_room_where_nothing_waits_and_one_row_where_that_is_enough():
    assert tray_height((), 700) == 0
    one, many = tray_height(marks(["a"]), 700), tray_height(marks(["word " * 9] * 40), 700)
    assert one == pytest.approx(HEAD + ROW + 8) and many == pytest.approx(HEAD + ROWS * ROW + 8)


@given(names, widths)
def test_pages_show_each_point_once_and_none_lies_on_another(given_names: list[str], width: float):
    all_marks = marks(given_names)
    seen: list[str] = []
    page = 0
    while len(seen) < len(all_marks):
        shown = tray(all_marks, width, page)
        assert shown.chips and len(shown.chips) + shown.more == len(all_marks)
        rects = [chip.rect for chip in shown.chips] + ([shown.more_rect] if shown.more_rect is not None else [])
        for place, rect in enumerate(rects):
            assert rect.y >= shown.rect.y + HEAD and rect.bottom <= shown.rect.bottom
            assert rect.x >= shown.rect.x and rect.right <= shown.rect.right
            for other in rects[place + 1 :]:
                apart = (
                    other.right <= rect.x or rect.right <= other.x or other.bottom <= rect.y or rect.bottom <= other.y
                )
                assert apart
        seen += [chip.spot.mark.record for chip in shown.chips]
        page += 1
    assert seen == [each.record for each in all_marks]
    assert [chip.spot.mark.record for chip in tray(all_marks, width, page).chips] == seen[
        : len(shown_first(all_marks, width))
    ]


def shown_first(all_marks: tuple[Mark, ...], width: float) -> tuple[str, ...]:
    return tuple(chip.spot.mark.record for chip in tray(all_marks, width).chips)


@given(names, widths, st.data())
def test_what_is_chosen_is_on_the_page_that_is_shown(given_names: list[str], width: float, data: st.DataObject):
    all_marks = marks(given_names)
    chosen = data.draw(st.sampled_from([each.record for each in all_marks]))
    assert chosen in [chip.spot.mark.record for chip in tray(all_marks, width, 0, chosen).chips]
