"""Stories happen in the same window, with folders of their own, as the tests of its parts."""

from tests.ui.conftest import desk, in_dialog, own_folders, window

__all__ = ["desk", "in_dialog", "own_folders", "window"]
