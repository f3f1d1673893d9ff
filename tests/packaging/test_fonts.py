"""The bundled fonts: static, named so that every platform finds its styles, and equal however often they are made."""

import importlib.util
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFontDatabase

from journey_editor import assets

ROOT = Path(__file__).resolve().parents[2]
FONTS = sorted(assets.resource("fonts").glob("*.ttf"))
FAMILY, STYLE, POSTSCRIPT, TYPO_FAMILY, TYPO_STYLE = 1, 2, 6, 16, 17


@pytest.fixture(scope="module")
def fonts():
    spec = importlib.util.spec_from_file_location("packaging_fonts", ROOT / "packaging" / "fonts.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_font_is_static_truetype_with_its_file_s_name(path: Path):
    font = TTFont(path)
    assert "glyf" in font
    assert "fvar" not in font
    assert font["name"].getDebugName(POSTSCRIPT) == path.stem


def test_inter_is_one_family_with_four_weights_and_an_italic():
    seen = {}
    for path in assets.resource("fonts").glob("Inter-*.ttf"):
        font = TTFont(path)
        names, bits = font["name"], font["OS/2"].fsSelection
        family = names.getDebugName(TYPO_FAMILY) or names.getDebugName(FAMILY)
        style = names.getDebugName(TYPO_STYLE) or names.getDebugName(STYLE)
        seen[path.stem] = (family, style, font["OS/2"].usWeightClass, bool(bits & 1), bool(bits & 32))
    assert seen == {
        "Inter-Regular": ("Inter", "Regular", 400, False, False),
        "Inter-Medium": ("Inter", "Medium", 500, False, False),
        "Inter-SemiBold": ("Inter", "Semi Bold", 600, False, False),
        "Inter-Bold": ("Inter", "Bold", 700, False, True),
        "Inter-Italic": ("Inter", "Italic", 400, True, False),
    }


def test_windows_four_style_families_have_no_doubles():
    pairs = [(TTFont(p)["name"].getDebugName(FAMILY), TTFont(p)["name"].getDebugName(STYLE)) for p in FONTS]
    assert len(set(pairs)) == len(FONTS) == 13


def test_qt_sees_the_weights(qapp):
    weights = {QFontDatabase.weight("Inter", style) for style in QFontDatabase.styles("Inter")}
    assert weights == {400, 500, 600, 700}


def test_a_weight_is_made_of_heavier_letters():
    advances = [TTFont(assets.font_path(f"Inter-{name}"))["hmtx"]["n"][0] for name in ("Regular", "SemiBold", "Bold")]
    assert advances == sorted(set(advances))


def test_each_face_is_cut_the_same_way_twice(fonts, tmp_path: Path):
    face = next(face for face in fonts.FACES if face.postscript == "NotoSansThai-Bold")
    fonts._cut(face, tmp_path / "again.ttf")
    assert (tmp_path / "again.ttf").read_bytes() == assets.font_path("NotoSansThai-Bold").read_bytes()


def test_up_to_date_fonts_are_left_alone(fonts):
    before = {path: path.stat().st_mtime_ns for path in FONTS}
    assert fonts.make_fonts(assets.resource("fonts")) is False
    assert {path: path.stat().st_mtime_ns for path in FONTS} == before


def test_licences_lie_beside(fonts):
    texts = {name: assets.resource("fonts", name).read_text("utf-8") for name in fonts.COPIES if name.endswith(".txt")}
    assert len(texts) == 5
    assert all("license" in text.lower() for text in texts.values())


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Inter-Regular", "Aäßñ€−×→"),
        ("NotoSansArabic-Regular", "مرحبا"),
        ("NotoSansDevanagari-Bold", "नमस्ते"),
        ("NotoSansThai-Regular", "สวัสดี"),
        ("DejaVuSans", "שלום☺✓"),
    ],
)
def test_a_font_has_the_letters_it_is_bundled_for(name: str, letters: str):
    assert set(map(ord, letters)) <= set(TTFont(assets.font_path(name)).getBestCmap() or ())
