"""A workspace with the sample map, for panels."""

import pytest
from PySide6.QtWidgets import QApplication

from journey_editor.assets import resource
from journey_editor.core.ids import seeded_ids
from journey_editor.storage.format import load
from journey_editor.ui.theme import dress
from journey_editor.ui.workspace import Workspace


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    """The sample map as the window would open it."""
    dress(qapp, "light")
    return Workspace(load(resource("samples", "b2b-onboarding.journey")).values(), ids=seeded_ids(3))
