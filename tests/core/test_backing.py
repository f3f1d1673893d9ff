"""What is backed and what is assumed."""

import pytest

from journey_editor.core.backing import is_assumed, is_backed, is_evidenced
from journey_editor.core.parts import Emotion
from tests.building import touchpoint


@pytest.mark.parametrize(
    ("basis", "evidence", "backed", "assumed"),
    [
        (None, (), False, False),
        (None, ("e",), True, False),
        ("assumption", (), False, True),
        ("assumption", ("e",), True, False),
        *((basis, (), True, False) for basis in ("workshop", "research", "measured", "intended")),
    ],
)
def test_evidence_or_another_basis_backs_what_is_felt(basis, evidence, backed, assumed):
    emotion = Emotion(valence=1, basis=basis) if basis else None
    card = touchpoint("a", "s", emotion=emotion, evidence=evidence)
    assert (is_backed(card), is_assumed(card)) == (backed, assumed)


def test_research_a_measurement_or_a_piece_of_evidence_is_more_than_a_room_says():
    assert is_evidenced(touchpoint("a", evidence=("e",))) and not is_evidenced(touchpoint("a", v=1))
    found = {
        basis: is_evidenced(touchpoint("a", emotion=Emotion(valence=1, basis=basis)))
        for basis in ("assumption", "workshop", "research", "measured", "intended")
    }
    assert [basis for basis, yes in found.items() if yes] == ["research", "measured"]
