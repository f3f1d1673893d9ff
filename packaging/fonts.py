"""Makes the bundled fonts: static TrueType files from the variable fonts of the build's dependencies.

PDF writers and shapers want static fonts with TrueType outlines, each with a PostScript name of its own; the packages
bring variable ones. Run as a script it writes into `resources/fonts/`; the build hook and dev.py do the same. The
bytes depend on nothing but the versions of the packages, so that they can be compared between machines.
"""

import hashlib
import shutil
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
STAMP = "made-from.txt"


class Face(NamedTuple):
    """One static font: its PostScript name, the family and style people see, and where it is cut from."""

    postscript: str
    family: str
    style: str
    module: str
    file: str
    axes: tuple[tuple[str, float], ...]


WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
STYLE_NAMES = {"SemiBold": "Semi Bold"}


def _inter(style: str) -> Face:
    axes = (("opsz", 14.0), ("wght", float(WEIGHTS[style])))
    shown = STYLE_NAMES.get(style, style)
    return Face(f"Inter-{style}", "Inter", shown, "fontpkg_inter", "files/Inter[opsz,wght].ttf", axes)


def _noto(script: str, style: str) -> Face:
    axes = (("wdth", 100.0), ("wght", float(WEIGHTS[style])))
    module, file = f"fontpkg_noto_sans_{script.lower()}", f"files/NotoSans{script}[wdth,wght].ttf"
    return Face(f"NotoSans{script}-{style}", f"Noto Sans {script}", style, module, file, axes)


FACES = (
    *(_inter(style) for style in WEIGHTS),
    Face("Inter-Italic", "Inter", "Italic", "fontpkg_inter", "files/Inter-Italic[opsz,wght].ttf",
         (("opsz", 14.0), ("wght", 400.0))),
    *(_noto(script, style) for script in ("Arabic", "Devanagari", "Thai") for style in ("Regular", "Bold")),
)  # fmt: skip

COPIES = {
    "DejaVuSans.ttf": ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans.ttf"),
    "DejaVuSans-Bold.ttf": ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans-Bold.ttf"),
    "LICENSE-DejaVuSans.txt": ("matplotlib", "mpl-data/fonts/ttf/LICENSE_DEJAVU"),
    "LICENSE-Inter.txt": ("fontpkg_inter", "LICENSE"),
    "LICENSE-NotoSansArabic.txt": ("fontpkg_noto_sans_arabic", "LICENSE"),
    "LICENSE-NotoSansDevanagari.txt": ("fontpkg_noto_sans_devanagari", "LICENSE"),
    "LICENSE-NotoSansThai.txt": ("fontpkg_noto_sans_thai", "LICENSE"),
}

FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT, TYPO_FAMILY, TYPO_STYLE, VARIATIONS = 1, 2, 3, 4, 6, 16, 17, 25
RIBBI = frozenset(("Regular", "Bold", "Italic", "Bold Italic"))
MAC_STYLE_BOLD, MAC_STYLE_ITALIC = 1, 2
SELECTION_ITALIC, SELECTION_BOLD, SELECTION_REGULAR = 1, 1 << 5, 1 << 6
REPACKER = "fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"
VARIABLE_ONLY = ("STAT", "MVAR", "HVAR", "VVAR", "avar", "gvar", "cvar", "fvar", "DSIG")


def make_fonts(target: Path = TARGET) -> bool:
    """Write all fonts and their licences into a folder, unless they are there already; True where it did.

    A stamp beside them names the packages' versions and this file's content, so that either makes them anew.
    Raises ModuleNotFoundError where a package they come from is not installed.
    """
    stamp = target / STAMP
    origin = _origin()
    wanted = [f"{face.postscript}.ttf" for face in FACES] + list(COPIES)
    if all((target / name).is_file() for name in wanted) and stamp.is_file() and stamp.read_text("utf-8") == origin:
        return False
    target.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    for face in FACES:
        _cut(face, target / f"{face.postscript}.ttf")
    for name, (module, file) in COPIES.items():
        _replace(_source(module, file).read_bytes(), target / name)
    stamp.write_text(origin, "utf-8")
    return True


def _origin() -> str:
    """What the fonts depend on, as text."""
    packages = ("fonttools", "matplotlib", "fontpkg-inter")
    packages += tuple(f"fontpkg-noto-sans-{script}" for script in ("arabic", "devanagari", "thai"))
    code = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    return "".join(f"{name} {version(name)}\n" for name in packages) + f"fonts.py {code}\n"


def _source(module: str, file: str) -> Path:
    """A file of an installed package, without importing the package."""
    spec = find_spec(module)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"The fonts need the package {module}, which is not installed.", name=module)
    return Path(next(iter(spec.submodule_search_locations))) / file


def _cut(face: Face, path: Path) -> None:
    """Write one static instance of a variable font."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(_source(face.module, face.file), recalcTimestamp=False)
    font.cfg[REPACKER] = False  # it would be used only where HarfBuzz is installed, and packs otherwise
    instantiateVariableFont(font, dict(face.axes), inplace=True, updateFontNames=False)
    for table in VARIABLE_ONLY:
        if table in font:
            del font[table]
    _name(font, face)
    part = path.with_suffix(".part")
    font.save(part, reorderTables=True)
    part.replace(path)


def _name(font, face: Face) -> None:  # noqa: ANN001 (fontTools is there at build time only)
    """Name a font so that every platform sees one family with its styles.

    Windows knows only four styles a family: the others get a family of their own there (names 1 and 2), while names
    16 and 17 tell the real ones.
    """
    weight = int(dict(face.axes)["wght"])
    italic = "Italic" in face.style
    plain = face.style in RIBBI
    names = {
        FAMILY: face.family if plain else f"{face.family} {face.style}",
        STYLE: face.style if plain else "Regular",
        UNIQUE: f"{face.postscript};static",
        FULL: face.family if face.style == "Regular" else f"{face.family} {face.style}",
        POSTSCRIPT: face.postscript,
        TYPO_FAMILY: None if plain else face.family,
        TYPO_STYLE: None if plain else face.style,
        VARIATIONS: None,
    }
    table = font["name"]
    for number, text in names.items():
        table.removeNames(nameID=number)
        if text is not None:
            table.setName(text, number, 3, 1, 0x409)
    table.removeUnusedNames(font)
    bold = face.style == "Bold"
    font["OS/2"].usWeightClass = weight
    other = font["OS/2"].fsSelection & ~(SELECTION_ITALIC | SELECTION_BOLD | SELECTION_REGULAR)
    shown = SELECTION_ITALIC * italic | SELECTION_BOLD * bold
    font["OS/2"].fsSelection = other | (shown or SELECTION_REGULAR)
    font["head"].macStyle = MAC_STYLE_BOLD * bold | MAC_STYLE_ITALIC * italic


def _replace(content: bytes, path: Path) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(content)
    shutil.move(part, path)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    if make_fonts(folder):
        print(f"Fonts made in {folder}")
