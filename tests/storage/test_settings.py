"""Settings, recent files and where they lie: nothing in these files can do harm."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from journey_editor.storage.paths import cache_dir, config_dir, state_dir
from journey_editor.storage.recent import LIMIT, forget, forget_all, recent_files, remember
from journey_editor.storage.settings import Settings, load_settings, save_settings


def test_settings_come_back_with_what_a_later_version_added(tmp_path: Path):
    path = tmp_path / "deep" / "settings.json"
    assert load_settings(path) == Settings()
    save_settings(Settings.model_validate({"theme": "dark", "later": [1]}), path)
    again = load_settings(path)
    assert again.theme == "dark" and again.model_dump()["later"] == [1]
    with pytest.raises(ValidationError):
        again.with_(theme="pink")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('{"undo": ["Ctrl+U", "F9"], "redo": []}', {"undo": ("Ctrl+U", "F9"), "redo": ()}),
        ('{"undo": "Ctrl+U", "redo": ["F9", 5, null], "later": {"a": 1}}', {"redo": ("F9",)}),
        ("5", {}),
        ('["Ctrl+U"]', {}),
    ],
)
def test_keys_that_cannot_be_meant_cost_nothing_else(tmp_path: Path, written: str, read: dict[str, tuple[str, ...]]):
    path = tmp_path / "settings.json"
    path.write_text(f'{{"theme": "dark", "keys": {written}}}')
    found = load_settings(path)
    assert (found.theme, found.keys) == ("dark", read)
    save_settings(found, path)
    assert load_settings(path) == found


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"theme": 5}', b"\xff", b"[" * 100_000])
def test_broken_settings_are_kept_aside_and_the_usual_ones_hold(tmp_path: Path, data: bytes):
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert load_settings(path) == Settings()
    assert (tmp_path / "settings.json.broken").read_bytes() == data


def test_the_latest_file_comes_first_and_each_once(tmp_path: Path):
    store = tmp_path / "recent.json"
    there = tmp_path / "there.journey"
    there.touch()
    for name in (there, tmp_path / "gone.journey", there):
        remember(name, store)
    assert [(each.path.name, each.missing) for each in recent_files(store)] == [
        ("there.journey", False),
        ("gone.journey", True),
    ]
    forget(there, store)
    assert [each.path.name for each in recent_files(store)] == ["gone.journey"]
    for number in range(LIMIT + 5):
        remember(tmp_path / str(number), store)
    assert len(recent_files(store)) == LIMIT
    forget_all(store)
    assert recent_files(store) == ()


@pytest.mark.parametrize("data", [b"{", b'{"a": 1}', b"[1]", b"\xff"])
def test_a_broken_list_counts_as_empty(tmp_path: Path, data: bytes):
    store = tmp_path / "recent.json"
    store.write_bytes(data)
    assert recent_files(store) == ()
    remember(tmp_path / "a", store)
    assert [each.path.name for each in recent_files(store)] == ["a"]


def test_each_system_has_its_own_places():
    linux = {"HOME": "/home/ada", "XDG_STATE_HOME": "/state", "XDG_CACHE_HOME": "not/absolute"}
    assert config_dir(linux, "linux") == Path("/home/ada/.config/journey-editor")
    assert state_dir(linux, "linux") == Path("/state/journey-editor")
    assert cache_dir(linux, "linux") == Path("/home/ada/.cache/journey-editor")
    assert config_dir({"HOME": "/Users/ada"}, "darwin") == Path("/Users/ada/Library/Application Support/journey-editor")
    windows = {"USERPROFILE": "/Users/ada", "LOCALAPPDATA": "/Local"}
    assert config_dir(windows, "win32") == Path("/Users/ada/AppData/Roaming/journey-editor")
    assert state_dir(windows, "win32") == Path("/Local/journey-editor")
