"""A file is replaced whole or stays as it was."""

import os
import resource
import stat
from pathlib import Path

import pytest

from journey_editor.storage.atomic import SaveError, create, keep_aside, write


def left_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_new_file_has_the_mode_of_the_umask_and_an_old_one_keeps_its_own(tmp_path: Path):
    path = tmp_path / "a.journey"
    old = os.umask(0o027)
    try:
        write(path, b"one")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        path.chmod(0o604)
        write(path, b"two")
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    assert path.read_bytes() == b"two"
    assert left_in(tmp_path) == ["a.journey"]


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path):
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "a", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write(link, b"new")
    assert link.is_symlink() and target.read_bytes() == b"new"


def test_create_replaces_nothing(tmp_path: Path):
    path = tmp_path / "a"
    create(path, b"one")
    with pytest.raises(SaveError, match="there already"):
        create(path, b"two")
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    with pytest.raises(SaveError):
        create(tmp_path / "nowhere", b"two")
    assert path.read_bytes() == b"one"
    assert left_in(tmp_path) == ["a", "nowhere"]


def test_a_disk_that_takes_no_more_leaves_the_old_file_and_no_litter(tmp_path: Path):
    path = tmp_path / "a"
    write(path, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(SaveError) as caught:
            write(path, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "could not be written" in str(caught.value)
    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == ["a"]
    write(path, b"next")
    assert path.read_bytes() == b"next"


@pytest.mark.parametrize("name", ["missing/a", "folder", "a" * 300, "pipe", "nul\0"])
def test_what_cannot_be_written_is_said_in_a_sentence(tmp_path: Path, name: str):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SaveError) as caught:
        write(tmp_path / name, b"data")
    sentence = str(caught.value)
    assert "could not be written: " in sentence and sentence.endswith(".") and "\n" not in sentence
    assert left_in(tmp_path) == ["folder", "pipe"]


def test_what_cannot_be_used_is_kept_aside(tmp_path: Path):
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")
    aside = keep_aside(path)
    assert aside.read_bytes() == b"{" and not path.exists()
