"""The one picture: what layout makes, with the curve in it for those who want vectors."""

from datetime import date

from journey_editor.assets import resource
from journey_editor.core.journey import maps_of, read_journey
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Figure, Picture
from journey_editor.picture import draw, with_vectors
from journey_editor.plots.figure import curve_parts
from journey_editor.storage.format import load

OPTIONS = Options(today=date(2026, 11, 25))


def sample():
    records = load(resource("samples", "b2b-onboarding.journey"))
    return read_journey(records, maps_of(records)[0].id)


def figures(picture: Picture) -> list[Figure]:
    return [part for element in picture.elements for part in element.parts if isinstance(part, Figure)]


def test_without_a_curve_the_figure_has_its_data_only():
    (figure,) = figures(draw(sample(), OPTIONS))
    assert figure.parts == ()
    assert len(figure.data.felt) == sum(each.emotion is not None for each in sample().touchpoints)


def test_with_a_curve_the_figure_holds_its_vectors_and_nothing_else_changes():
    plain, drawn = draw(sample(), OPTIONS), draw(sample(), OPTIONS, curve_parts)
    (figure,) = figures(drawn)
    assert figure.parts
    assert drawn == with_vectors(plain, curve_parts)
    others = [(a, b) for a, b in zip(plain.elements, drawn.elements, strict=True) if a.role != "curve"]
    assert all(a is b for a, b in others)
    assert (plain.grid, plain.width, plain.height) == (drawn.grid, drawn.width, drawn.height)
