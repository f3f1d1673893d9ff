"""What is backed and what is assumed is seen on the map: solid against hollow, and told by the legend."""

import pytest

from journey_editor.core.parts import Basis, Emotion
from journey_editor.core.records import Evidence
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Line
from journey_editor.layout.style import LIGHT
from tests.building import journey, note, stage, touchpoint, transition


def drawn(*more, basis: Basis | None = "assumption", evidence=(), **fields):
    feels = Emotion(valence=1, basis=basis) if basis else None
    cards = [touchpoint("a", "s", "a0", emotion=feels, evidence=evidence, **fields), touchpoint("b", "s", "a1")]
    return compose(journey(Evidence(id="e", rank="a0", title="E"), stage("s"), *cards, *more), Options())


def parts(picture, role, record):
    return next(each.parts for each in picture.elements if (each.role, each.record) == (role, record))


def dots(shapes):
    """The small circles of a card: True for a solid one, False for a hollow one."""
    small = [each for each in shapes if isinstance(each, Box) and 5.0 <= each.width == each.height <= 6.0]
    return [each.ink.fill == LIGHT.good_shape for each in small if each.radius == each.width / 2]


def legend(picture):
    shown = next(each for each in picture.elements if each.role == "legend")
    return {part.text for part in shown.parts if isinstance(part, Line)}


@pytest.mark.parametrize(
    ("basis", "evidence", "mark"),
    [
        ("assumption", (), [False]),
        ("assumption", ("e",), [True]),
        ("research", (), [True]),
        ("workshop", (), [True]),
        (None, ("e",), [True]),
        (None, (), []),
    ],
)
def test_a_card_has_a_solid_dot_or_a_hollow_ring(basis, evidence, mark):
    picture = drawn(basis=basis, evidence=evidence)
    assert dots(parts(picture, "card", "a")) == mark and dots(parts(picture, "card", "b")) == []
    told = legend(picture) if mark or basis else set()
    assert ("backed" in told, "assumed" in told) == (mark == [True], mark == [False])


def test_a_face_is_hollow_only_where_nothing_backs_it():
    hollow, solid = drawn(), drawn(evidence=("e",))
    assert parts(hollow, "feeling", "a")[0].ink.stroke is not None
    assert (
        parts(solid, "feeling", "a") == parts(drawn(basis="research"), "feeling", "a") != parts(hollow, "feeling", "a")
    )


def test_texts_and_arrows_that_rest_on_evidence_have_a_dot():
    def solid(shapes):
        return sum(isinstance(part, Box) and part.ink.fill == LIGHT.good_shape for part in shapes)

    backed = drawn(note("n", "a", evidence=("e",)), transition("a", "b", share=0.5, evidence=("e",)))
    bare = drawn(note("n", "a"), transition("a", "b", share=0.5))
    for role, record in (("note", "n"), ("arrow", "a-b")):
        assert solid(parts(backed, role, record)) == 1 and solid(parts(bare, role, record)) == 0
    arrow = next(each for each in backed.elements if each.role == "arrow" and each.record == "a-b")
    assert "Backed by evidence" in arrow.tip
