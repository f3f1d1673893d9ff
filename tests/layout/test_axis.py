"""The time axis: bars to scale, tracks that never overlap, lines that end where the stage is, holes that are told."""

import pytest
from hypothesis import given, settings, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.timeline import periods_of
from journey_editor.core.times import long_days
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Element, Path, Picture, Rect
from tests.building import MAP, document, journey, row, stage
from tests.layout.invariants import check, lines_of, overlap

AXIS = {"rows": ("time_axis",)}
SAAS = ((0, 28), (28, 56), (56, 84), (84, 140), (150, 360), (270, 360), (330, None))

days = st.one_of(st.none(), st.integers(-400, 4000).map(float), st.floats(allow_nan=False, allow_infinity=False))
times = st.lists(st.tuples(days, days), min_size=1, max_size=9)


def picture(given_times, **fields) -> Picture:
    return compose(journey(*stages_at(given_times), **(AXIS | fields)), Options())


def stages_at(given_times):
    return [stage(f"s{at}", f"a{at:02}", start_day=a, end_day=b) for at, (a, b) in enumerate(given_times, start=1)]


def of_role(shown: Picture, role: str) -> dict[str, Element]:
    return {element.record: element for element in shown.elements if element.role == role}


def words(element: Element) -> list[str]:
    return [line.text for line in lines_of(element)]


def test_without_its_row_there_is_no_axis():
    shown = compose(journey(*stages_at(SAAS)), Options())
    assert not of_role(shown, "axis") and not of_role(shown, "span")
    assert shown.grid.time is None


def test_the_seven_stages_with_their_hole_and_overlaps():
    shown = picture(SAAS)
    bars, axis = of_role(shown, "span"), of_role(shown, "axis")
    assert set(bars) == {f"s{at}" for at in range(1, 8)}
    assert len({bar.rect.y for bar in bars.values()}) == 3
    hole = axis["hole:0"]
    assert abs(hole.rect.x - bars["s4"].rect.right) < 0.01 and abs(hole.rect.right - bars["s5"].rect.x) < 0.01
    assert hole.tip == "10 days between S4 and S5"
    (told,) = words(axis["told"])
    assert "10 days between S4 and S5" in told
    assert "S5 and S6 overlap for 3 months" in told


def test_what_is_shaded_lies_between_the_ends_of_bars_that_overlap():
    shown = picture(SAAS)
    bars, shades = of_role(shown, "span"), of_role(shown, "axis")["overlaps"]
    (shade,) = shades.parts
    assert isinstance(shade, Box)
    assert abs(shades.rect.x + shade.x - bars["s6"].rect.x) < 0.01, "from where the second begins"
    assert abs(shades.rect.x + shade.x + shade.width - bars["s5"].rect.right) < 0.01, "to where it ends"


def test_what_has_no_time_is_told_quietly():
    shown = picture([(0, 28), (None, None), (9, 3)])
    assert set(of_role(shown, "span")) == {"s1"}
    assert words(of_role(shown, "axis")["told"]) == ["Without a time: S2, S3"]


def test_an_axis_of_nothing_says_what_to_do():
    shown = picture([(None, None)])
    assert "No stage has a time yet" in words(of_role(shown, "axis")[""])[0]
    assert shown.grid.time is None


def test_long_names_are_cut_and_nothing_leaves_the_axis():
    named = [
        stage("s", start_day=0, end_day=7, name="W" * 10_000),
        stage("t", "a1", start_day=7, end_day=700, name="é " * 5_000),
    ]
    shown = compose(journey(*named, **AXIS), Options())
    check(shown)
    ground = of_role(shown, "axis")[""].rect
    for element in (*of_role(shown, "span").values(), *of_role(shown, "axis").values()):
        assert element.rect.right <= ground.right + 0.1


def test_an_edit_of_a_card_leaves_the_strips_of_other_stages_as_they_are():
    doc: Document = document(*stages_at(SAAS), *row("a", "b", stage_id="s1"), **AXIS)
    before = compose(doc.journey(MAP), Options())
    with doc.transaction("x"):
        doc.put(doc.records["a"].with_(title="Another"))
    after = compose(doc.journey(MAP), Options())
    same = [old.strip is new.strip for old, new in zip(before.strips[1:], after.strips[1:], strict=True)]
    assert same == [False] + [True] * 6
    assert of_role(before, "span")["s3"].parts is of_role(after, "span")["s3"].parts


@settings(max_examples=60)
@given(times)
def test_bars_lie_to_scale(given_times):
    stages = stages_at(given_times)
    shown = compose(journey(*stages, **AXIS), Options())
    periods = periods_of(stages)
    bars = of_role(shown, "span")
    assert set(bars) == {period.stage for period in periods}
    if not periods:
        return
    first, last = min(each.start for each in periods), max(each.end for each in periods)
    left = min(bar.rect.x for bar in bars.values())
    right = max(bar.rect.right for bar in bars.values())
    for period in periods:
        rect = bars[period.stage].rect
        begin = left + (right - left) * ((period.start - first) / (last - first))
        end = left + (right - left) * ((period.end - first) / (last - first))
        assert abs(rect.x - begin) <= 0.1 and abs(rect.right - end) <= 0.1


@settings(max_examples=60)
@given(times)
def test_no_two_bars_overlap_and_all_lie_on_the_axis(given_times):
    shown = picture(given_times)
    check(shown)
    ground = of_role(shown, "axis")[""].rect
    rects = [bar.rect for bar in of_role(shown, "span").values()]
    for at, rect in enumerate(rects):
        assert ground.x <= rect.x and rect.right <= ground.right + 0.01
        assert ground.y <= rect.y and rect.bottom <= ground.bottom
        assert not any(overlap(rect, other) for other in rects[:at])
    axis = of_role(shown, "axis")
    beside = [element.rect for record, element in axis.items() if record.startswith("name:")]
    told = [
        Rect(element.rect.x + line.x, element.rect.y + line.y - 9.0, line.width, 11.0)
        for record, element in axis.items()
        for line in lines_of(element)
        if record.startswith("hole:")
    ]
    for at, rect in enumerate(beside):
        assert not any(overlap(rect, other) for other in (*beside[:at], *rects, *told))


@pytest.mark.parametrize("begin", range(32, 200, 12))
def test_a_name_behind_a_short_bar_leaves_the_hole_after_it_its_words(begin: int):
    axis = of_role(picture([(0, 2), (begin, 360)]), "axis")
    name, hole = axis["name:s1"].rect, axis["hole:0"]
    assert all(hole.rect.x + told.x > name.right for told in lines_of(hole))
    assert lines_of(hole) or f"{long_days(begin - 2)} between" in words(axis["told"])[0]


@settings(max_examples=60)
@given(times)
def test_each_line_leads_from_its_stage_to_its_bar(given_times):
    shown = picture(given_times)
    heads = {span.stage: span for span in shown.grid.stages}
    bars, axis = of_role(shown, "span"), of_role(shown, "axis")
    for record, bar in bars.items():
        line = axis[f"guide:{record}"]
        (path,) = line.parts
        assert isinstance(path, Path)
        places = [(command[-2], command[-1]) for command in path.commands if command[0] != "Z"]
        x = line.rect.x + places[0][0]
        assert heads[record].x <= x <= heads[record].x + heads[record].width
        assert abs(line.rect.x + places[-1][0] - (bar.rect.x + bar.rect.width / 2)) < 0.01
        assert abs(line.rect.y + places[-1][1] - bar.rect.y) < 0.01
