"""The field's own words."""

import pytest

from journey_editor.core.parts import NOTE_KINDS
from journey_editor.core.words import note_name


def test_each_kind_of_note_has_a_name_of_its_own() -> None:
    names = [note_name(kind) for kind in NOTE_KINDS]
    assert len(set(names)) == len(names) and not set(names) & set(NOTE_KINDS)


@pytest.mark.parametrize(("kind", "name"), [("Legal\nrisk", "Legal risk"), ("action", "Action"), (" ", "Note")])
def test_a_kind_that_people_made_up_is_called_as_they_wrote_it(kind: str, name: str) -> None:
    assert note_name(kind) == name
