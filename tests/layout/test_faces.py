"""Faces differ by mouth, colour and outline."""

from journey_editor.layout.faces import FACE_RADIUS, face
from journey_editor.layout.primitives import Box, Path
from journey_editor.layout.style import LIGHT


def mouth(valence: float) -> tuple[float, float]:
    """The heights of a mouth's corner and of its handle."""
    path = face(valence, LIGHT)[-1]
    assert isinstance(path, Path)
    (_move, _x, corner), (_curve, _x1, handle, *_rest) = path.commands  # type: ignore[misc]
    return corner, handle


def test_a_good_feeling_smiles_and_a_bad_one_does_not() -> None:
    corner, handle = mouth(2)
    assert handle > corner  # y grows downwards
    corner, handle = mouth(0)
    assert handle == corner
    corner, handle = mouth(-2)
    assert handle < corner


def test_an_assumption_is_hollow() -> None:
    full, hollow = face(1, LIGHT)[0], face(1, LIGHT, hollow=True)[0]
    assert isinstance(full, Box) and isinstance(hollow, Box)
    assert full.ink.fill != LIGHT.face and full.ink.stroke is None
    assert hollow.ink.fill == LIGHT.face and hollow.ink.stroke == full.ink.fill


def test_a_face_stays_within_its_radius() -> None:
    body = face(-1.3, LIGHT, 9.3, 9.3, 9.3)[0]
    assert isinstance(body, Box) and (body.x, body.width) == (0, 2 * FACE_RADIUS)
