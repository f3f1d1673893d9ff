"""The persona card and pictures on paper."""

from datetime import date
from typing import Any

from journey_editor.core.records import Persona, Picture
from journey_editor.layout.primitives import Image
from journey_editor.poster.page import PosterOptions, compose_page, natural_page
from tests.building import journey, row, stage, touchpoint

TODAY = date(2026, 11, 25)
PICTURE = Picture(id="x", rank="a0", type="image/png", data="/9j/")
ADA = Persona(id="p", rank="a0", name="Ada", role="Runs the tool", picture="x", goals=("Rest",))


def pages(**options: Any):
    made = journey(
        stage("s"), touchpoint("z", "s", "a9", picture="x"), *row("a", "b", "c", "d"), ADA, PICTURE, persona="p"
    )
    asked = PosterOptions(today=TODAY, paper="a3", **options)
    return compose_page(made, asked), natural_page(made, asked)


def test_it_lies_below_the_head_of_a_poster_and_above_its_stages():
    for page in pages():
        (card,) = (each for each in page.elements if each.role == "persona")
        stages = [each for each in page.elements if each.role == "stage"]
        assert all(card.rect.bottom <= each.rect.y for each in stages)
        pictured = [each for each in page.elements if any(isinstance(part, Image) for part in each.parts)]
        assert {each.record for each in pictured} == {"p", "z"}


def test_it_is_left_out_where_nobody_wants_it():
    for page in pages(persona=False):
        assert not any(each.role == "persona" for each in page.elements)
