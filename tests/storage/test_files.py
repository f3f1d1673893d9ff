"""Saving: read back first, nobody's newer version overwritten, verified after."""

from pathlib import Path

import pytest

from journey_editor.core.records import Record
from journey_editor.storage.atomic import SaveError
from journey_editor.storage.files import Conflict, digest_of, open_file, save, save_new
from journey_editor.storage.format import load
from tests.building import records, row, stage, touchpoint


def file(*given: Record) -> dict[str, Record]:
    return {record.id: record for record in records(stage("s"), *row("a", "b"), *given)}


def test_what_was_saved_is_what_is_opened(tmp_path: Path):
    path = tmp_path / "a.journey"
    digest = save(path, file())
    opened = open_file(path)
    assert dict(opened.records) == file()
    assert opened.digest == digest == digest_of(path.read_bytes())
    assert save(path, file(), known=digest) == digest


def test_a_newer_version_is_not_overwritten(tmp_path: Path):
    path = tmp_path / "a.journey"
    known = save(path, file())
    save(path, file(touchpoint("c", "s", "a5")))
    theirs = path.read_bytes()
    with pytest.raises(Conflict, match="somebody else"):
        save(path, file(), known=known)
    assert path.read_bytes() == theirs
    path.write_bytes(b"no map at all")
    with pytest.raises(Conflict):
        save(path, file(), known=known)
    path.unlink()
    assert save(path, file(), known=known) == known  # what was deleted is simply written again


def test_what_could_not_be_opened_again_is_not_written(tmp_path: Path):
    path = tmp_path / "a.journey"
    save(path, file())
    old = path.read_bytes()
    broken = file(touchpoint("c", "gone"))
    with pytest.raises(SaveError, match="could not be opened again"):
        save(path, broken)
    assert path.read_bytes() == old


def test_a_new_file_replaces_nothing(tmp_path: Path):
    path = tmp_path / "a.journey"
    save_new(path, file())
    with pytest.raises(SaveError):
        save_new(path, file(touchpoint("c", "s", "a5")))
    assert load(path) == file()
