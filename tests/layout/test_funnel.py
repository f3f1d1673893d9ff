"""The numbers of stages: what entered and completed, what was lost, on one scale; nothing breaks."""

from hypothesis import given, settings, strategies as st

from journey_editor.layout.compose import compose
from journey_editor.layout.funnel import count_text, loss_text
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Path, Picture
from tests.building import journey, row, stage
from tests.layout.invariants import check, elements, lines_of

counts = st.one_of(st.none(), st.integers(0, 20), st.integers(0, 10**400))


def drawn(*stages, **fields) -> Picture:
    return compose(journey(*stages, *row("a", stage_id="s"), **({"rows": ("stage_numbers",)} | fields)), Options())


def cells(picture: Picture) -> dict[str, Element]:
    return {element.record: element for element in elements(picture, "number")}


def words(element: Element) -> list[str]:
    return [line.text for line in lines_of(element)]


def test_a_stage_tells_who_came_and_stayed_and_which_share_was_lost():
    picture = drawn(
        stage("s", entered=1000, completed=620, activated=400, tickets=4),
        stage("t", "a1", entered=310, completed=341),
    )
    said = {"620", "1\u00a0000", "−38\u00a0%", "then −50\u00a0%"}
    assert set(words(cells(picture)["s"])) >= said
    assert "+10\u00a0%" in words(cells(picture)["t"])
    assert "1\u00a0000 entered" in cells(picture)["s"].tip
    check(picture)


def test_shapes_taper_on_one_scale():
    picture = drawn(stage("s", entered=1000, completed=500), stage("t", "a1", entered=250, completed=1000))
    ends: dict[str, tuple[float, float]] = {}
    for record, element in cells(picture).items():
        (path,) = [part for part in element.parts if isinstance(part, Path)]
        ys = [command[-1] for command in path.commands if command[0] != "Z"]
        ends[record] = (ys[3] - ys[0], ys[2] - ys[1])
    assert ends["s"][0] == 2 * ends["s"][1] == 4 * ends["t"][0] == ends["t"][1]


def test_the_whole_way_is_told_beside_the_row():
    picture = drawn(stage("s", entered=200), stage("t", "a1", completed=24))
    (label,) = [each for each in elements(picture, "row") if each.record == "stage_numbers:"]
    assert words(label)[-1] == "12\u00a0% in all"
    assert label.tip == "12\u00a0% of those who enter the first stage complete the last"
    picture = drawn(stage("s", entered=2), stage("t", "a1", completed=10**9))
    (label,) = [each for each in elements(picture, "row") if each.record == "stage_numbers:"]
    assert words(label)[-1] == "More than came"


def test_a_stage_of_which_nothing_was_counted_has_an_empty_place():
    picture = drawn(stage("s", entered=200), stage("t", "a1"))
    assert set(cells(picture)) == {"s"}
    assert not cells(drawn(stage("s")))
    assert not cells(drawn(stage("s", entered=5), rows=()))


def test_counts_and_shares_are_short():
    told = {0: "0", 1240: "1\u00a0240", 1_200_000: "1.2\u00a0M", 10**20: "10^20", 10**400: "∞"}
    assert {count: count_text(count) for count in told} == told
    shares = {0.38: "−38\u00a0%", -0.5: "+50\u00a0%", 0.0: "±0\u00a0%", 0.001: "−<1\u00a0%", -(10.0**9): "+9999\u00a0%"}
    assert {share: loss_text(share) for share in shares} == shares


@settings(max_examples=60)
@given(st.lists(st.tuples(counts, counts, counts, counts), min_size=1, max_size=6))
def test_whatever_was_counted_nothing_sticks_out(numbers):
    ids = ["s", "t", "u", "v", "w", "x"]
    stages = [
        stage(ids[at], f"a{at}", entered=a, completed=b, activated=c, tickets=d)
        for at, (a, b, c, d) in enumerate(numbers)
    ]
    picture = drawn(*stages)
    check(picture)
    for element in cells(picture).values():
        lines = lines_of(element)
        for at, line in enumerate(lines):
            for other in lines[:at]:
                assert line.y != other.y or line.x >= other.x + other.width or other.x >= line.x + line.width
