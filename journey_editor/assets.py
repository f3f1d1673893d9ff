"""What the program brings along beside its code: fonts, icons, themes, templates, schema, samples and translations."""

import gettext
from functools import cache
from pathlib import Path

DOMAIN = "journey_editor"


class MissingAssetError(Exception):
    """Something that belongs to the program is not there; the message is one sentence that says what helps."""


def resource(*parts: str) -> Path:
    """The path of something in `resources/`, in a checkout or an installed wheel; it need not exist."""
    return _root().joinpath(*parts)


def font_path(name: str) -> Path:
    """The TrueType file of a bundled font, named by its PostScript name ("Inter-SemiBold").

    Raises MissingAssetError where the fonts were not made yet or no font has that name.
    """
    path = resource("fonts", f"{name}.ttf")
    if path.is_file():
        return path
    if not any(path.parent.glob("*.ttf")):
        raise MissingAssetError(
            f"The fonts are missing from {path.parent}: run 'python3 dev.py doctor' in the checkout, or install again."
        )
    raise MissingAssetError(f"There is no bundled font named {name!r} in {path.parent}.")


def template_names() -> tuple[str, ...]:
    """The names of all templates, `empty` first, the others in alphabetical order."""
    names = {path.stem for path in resource("templates").glob("*.journey")}
    return tuple(sorted(names, key=lambda name: (name != "empty", name)))


def set_language(*languages: str) -> None:
    """Speak the first of these languages that has a catalogue ("de_AT" also finds "de"), or else English.

    Without any, the language of the process's environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG) is taken.
    """
    global _catalogue
    _catalogue = gettext.translation(DOMAIN, resource("i18n"), list(languages) or None, fallback=True)


def _(message: str) -> str:
    """A text for people in the language set, from its English words."""
    return _catalogue.gettext(message)


def marked(message: str) -> str:
    """Mark a text for translators that is made before a language is chosen; `_()` looks it up when it is shown."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """A text with a number in it, in the right form for `count`; the number itself is filled in by the caller."""
    return _catalogue.ngettext(singular, plural, count)


@cache
def _root() -> Path:
    """In a wheel the resources lie inside the package, in a checkout beside it."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


_catalogue: gettext.NullTranslations = gettext.NullTranslations()
