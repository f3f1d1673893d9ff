"""A page is filled, nothing of it overlaps, and it keeps to its margins, whatever the map and the paper."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest

from journey_editor.assets import resource, template_names
from journey_editor.core.journey import Journey, maps_of, read_journey
from journey_editor.core.parts import Emotion, MapView, Moment
from journey_editor.layout.primitives import Element, Line, Rect
from journey_editor.poster.page import PosterOptions, compose_page, default_margin, natural_page
from journey_editor.poster.paper import MM, PAPERS, Orientation, PaperError, paper
from journey_editor.poster.sheet import Page
from journey_editor.storage.format import load
from tests.building import journey, note, opportunity, owners, stage, touchpoint
from tests.layout.invariants import overlap
from tests.poster.pdfs import TODAY, placed

ODD = ["x" * 10_000, "word " * 2_000, "مرحبا بالعالم " * 100, "\U0001f600\u200d" * 300, "\u0301" * 50, "\t\n\x00"]


def sample(name: str = "samples/b2b-onboarding.journey") -> Journey:
    records = load(resource(*name.split("/")))
    return read_journey(records, maps_of(records)[0].id)


def long_map(count: int) -> Journey:
    stages = [stage(f"s{index}", f"a{index}") for index in range(6)]
    touchpoints = [
        touchpoint(
            f"t{index}", f"s{index * 6 // count}", f"b{index:03}", owner="abc"[index % 3], v=(index % 5) - 2.0,
            title=f"Touchpoint number {index}", moment=Moment() if index % 9 == 0 else None,
        )
        for index in range(count)
    ]  # fmt: skip
    todo = [opportunity(f"o{index}", "t0", due="2026-12-01", text=f"Do this {index}") for index in range(30)]
    return journey(*owners("a", "b", "c"), *stages, *touchpoints, *todo)


def blocks_of(page: Page) -> list[Element]:
    """What lies below each other or side by side on a page."""
    ground = [
        each for each in page.elements if each.role in ("title", "stage", "band", "lane", "legend", "hint", "list")
    ]
    return ground + [each for each in page.elements if each.role == "row" and not _lines(each)]


def _lines(element: Element) -> list[Line]:
    return [part for part in element.parts if isinstance(part, Line)]


def check(page: Page, margin: float) -> None:
    """Raise AssertionError where blocks overlap or words leave the margins (in points of the page)."""
    for first, second in combinations(blocks_of(page), 2):
        assert not overlap(first.rect, second.rect), (first.key, second.key)
    width, height, inset = page.width / page.scale, page.height / page.scale, margin / page.scale - 0.05
    for part, x, y in placed(page.elements):
        if isinstance(part, Line):
            left, base = x + part.x, y + part.y
            assert left >= inset and left + part.width <= width - inset, part.text
            assert base - 0.7 * part.size >= inset and base + 0.2 * part.size <= height - inset, part.text


@pytest.mark.parametrize("name", ["samples/b2b-onboarding", *(f"templates/{each}" for each in template_names())])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_every_map_that_is_shipped_fits_a1(name: str, orientation: Orientation):
    page = compose_page(sample(f"{name}.journey"), PosterOptions(TODAY, "a1", orientation))
    check(page, default_margin(paper("a1")) * MM)


@pytest.mark.parametrize("name", [*PAPERS, "300x800", "1189x200", "594xauto", "50x50", "30x30", "5080x30"])
def test_every_paper_has_its_exact_size(name: str):
    sheet = paper(name)
    page = compose_page(sample(), PosterOptions(TODAY, name))
    width, height = sheet.size
    assert page.height == pytest.approx(height, abs=0.001)
    if width is not None:
        assert page.width == pytest.approx(width, abs=0.001)
    check(page, default_margin(sheet) * MM)


@pytest.mark.parametrize("margin", [0.0, 5.0, 40.0])
def test_margins_are_kept(margin: float):
    check(compose_page(sample(), PosterOptions(TODAY, "a3", margin=margin)), margin * MM)


@pytest.mark.parametrize("margin", [-1.0, 150.0, float("nan")])
def test_impossible_margins_are_refused(margin: float):
    with pytest.raises(PaperError, match="margin"):
        compose_page(sample(), PosterOptions(TODAY, "a3", margin=margin))


@pytest.mark.parametrize("count", [0, 1, 60, 200])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_small_and_long_maps_fit(count: int, orientation: Orientation):
    check(compose_page(long_map(count), PosterOptions(TODAY, "a0", orientation)), 20 * MM)


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_a_page_is_filled(orientation: Orientation):
    page = compose_page(sample(), PosterOptions(TODAY, "a1", orientation))
    bottoms = sorted(each.rect.bottom for each in page.elements if each.role == "list")
    (legend,) = (each for each in page.elements if each.role == "legend")
    assert legend.rect.y - bottoms[-1] < 0.06 * page.height / page.scale
    rights = {round(each.rect.right) for each in page.elements if each.role in ("lane", "hint")}
    assert max(rights) - min(rights) <= 1


def test_larger_paper_means_larger_words():
    scales = [compose_page(sample(), PosterOptions(TODAY, name)).scale for name in ("a4", "a3", "a2", "a1", "a0")]
    assert scales == sorted(scales)
    assert scales[-1] / scales[0] == pytest.approx(4.0, rel=0.1)


def test_an_empty_file_and_one_without_stages_are_drawn():
    for read in (journey(), journey(stage("s")), journey(touchpoint("t"))):
        page = compose_page(read, PosterOptions(TODAY, "a4"))
        check(page, 8 * MM)
        assert not [line for each in page.elements for line in _lines(each) if "Type" in line.text]


@pytest.mark.parametrize("words", ODD)
def test_any_text_stays_on_the_page(words: str):
    read = journey(
        *owners("a"), stage("s", name=words, when=words),
        touchpoint("t", "s", title=words, channel=words, owner="a", moment=Moment(impact=words),
                   emotion=Emotion(valence=-2, word=words)),
        touchpoint("u", "s", "a1", v=2),
        note("n", "s", text=words), opportunity("o", "t", text=words, who=words, due="2026-12-01"),
        title=words, reviewed="9999-12-01",
    )  # fmt: skip
    check(compose_page(read, PosterOptions(TODAY, "a4")), 8 * MM)


def test_private_notes_and_the_tray_stay_at_home():
    read = journey(
        stage("s"), touchpoint("t", "s"), touchpoint("tray", title="Waits in the tray"),
        note("n", "s", text="Seen by all"), note("p", "s", text="Secret", private=True),
    )  # fmt: skip
    for page in (compose_page(read, PosterOptions(TODAY, "a4")), natural_page(read, PosterOptions(TODAY))):
        said = {line.text for each in page.elements for line in _lines(each)}
        assert "Seen by all" in said
        assert not said & {"Secret", "Waits in the tray"}


def test_head_and_foot_say_what_one_should_know():
    page = compose_page(sample(), PosterOptions(TODAY, "a1"))
    said = [line.text for each in page.elements for line in _lines(each)]
    joined = "\n".join(said)
    assert "From “we need this” to renewal" in said
    assert "current state" in joined and "IT operations manager" in joined
    assert "reviewed 10 Nov 2026" in joined and "next review 10 Feb 2027" in joined
    assert "25 Nov 2026" in joined and "A1" in joined


def test_a_map_at_its_natural_size_is_the_picture_of_the_window():
    page = natural_page(sample(), PosterOptions(TODAY))
    assert page.scale == 1.0
    (sheet,) = (each for each in page.elements if each.role == "paper")
    assert sheet.rect == Rect(0.0, 0.0, page.width, page.height)
    assert {"title", "stage", "card", "row", "legend"} <= {each.role for each in page.elements}


@pytest.mark.parametrize("laid_out", [compose_page, natural_page])
def test_what_a_view_does_not_show_is_paler_and_nothing_moves(laid_out: Callable[[Journey, PosterOptions], Page]):
    made, options = sample(), PosterOptions(today=TODAY)
    owner = made.owners[1].id
    whole, seen = laid_out(made, options), laid_out(made, replace(options, only=MapView(name="", owners=(owner,))))
    assert [each.rect for each in whole.elements] == [each.rect for each in seen.elements]
    pairs = zip(whole.elements, seen.elements, strict=True)
    paler = {one.record for one, other in pairs if one.role == "card" and one.parts != other.parts}
    mine = {each.id for each in made.touchpoints if each.owner == owner}
    assert mine and not mine & paler and len(paler) > len(mine)
    assert laid_out(made, replace(options, only=MapView(name="All"))) == whole
