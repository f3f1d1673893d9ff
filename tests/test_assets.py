"""Where fonts, templates and translations are found, and what is said when they are not."""

import subprocess
import sys
from pathlib import Path

import pytest

from journey_editor import assets


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A resource folder of the test's own, with English spoken again afterwards."""
    monkeypatch.setattr(assets, "_root", lambda: tmp_path)
    yield tmp_path
    assets.set_language("en")


def test_resources_are_found_from_any_folder(tmp_path: Path):
    code = "from journey_editor import assets; print(assets.resource('templates', 'empty.journey').is_file())"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == "True\n", done.stderr


def test_assets_need_only_the_standard_library():
    code = (
        "import sys; sys.path = [p for p in sys.path if 'site-packages' not in p] + ['.']; import journey_editor.assets"
    )
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_bundled_font_is_a_file():
    assert assets.font_path("Inter-SemiBold").read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_an_unknown_font_is_named():
    with pytest.raises(assets.MissingAssetError, match="no bundled font named 'Arial'"):
        assets.font_path("Arial")


def test_fonts_not_made_yet_say_what_helps(catalogues: Path):
    with pytest.raises(assets.MissingAssetError, match=r"fonts are missing.*dev\.py") as raised:
        assets.font_path("Inter-Regular")
    assert str(raised.value).count("\n") == 0


def test_the_empty_template_comes_first():
    names = assets.template_names()
    assert names[0] == "empty"
    assert list(names[1:]) == sorted(names[1:])
    assert {"b2b-saas", "restaurant"} <= set(names)


def test_texts_are_english_without_a_catalogue():
    assets.set_language("tlh")
    assert assets._("Stage") == "Stage"
    assert [assets.ngettext("one", "many", count) for count in (1, 2)] == ["one", "many"]


def test_texts_are_translated_with_one(catalogues: Path):
    import struct

    pairs = [(b"", b"Content-Type: text/plain; charset=UTF-8\n"), (b"Stage", "Étape".encode())]
    offset, table, strings = 28 + 16 * len(pairs), [], b""
    for text in [pair[0] for pair in pairs] + [pair[1] for pair in pairs]:
        table.append(struct.pack("<II", len(text), offset + len(strings)))
        strings += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    folder = catalogues / "i18n" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / f"{assets.DOMAIN}.mo").write_bytes(head + b"".join(table) + strings)
    assets.set_language("fr_CA")
    assert assets._("Stage") == "Étape"
    assert assets._("Lane") == "Lane"
