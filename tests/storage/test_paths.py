"""What files are called."""

import pytest

from journey_editor.storage.paths import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Plain", "Plain"),
        ("a/b\\c:d", "a b c d"),
        ("...", "map"),
        ("", "map"),
        ("x" * 500, "x" * 80),
        ("a\nb\x00", "a b"),
    ],
)
def test_a_file_is_named_after_its_map(title: str, name: str) -> None:
    assert file_name(title) == name
