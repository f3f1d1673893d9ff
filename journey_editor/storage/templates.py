"""The templates that a new map may be made from: those that the program brings along, and a person's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from journey_editor.assets import _, resource, template_names
from journey_editor.core.records import Head, Record
from journey_editor.core.templates import as_template
from journey_editor.storage import atomic
from journey_editor.storage.atomic import SaveError
from journey_editor.storage.files import bytes_to_save
from journey_editor.storage.format import load
from journey_editor.storage.paths import config_dir, file_name

ENDING = ".journey"
OWN = "own/"
"""What the keys of a person's own templates begin with; no shipped one can have such a name."""

_ORDER = ("b2b-saas", "self-serve", "sales-to-cs", "renewal", "restaurant", "service-blueprint", "empty")
_TRIES = 100


@dataclass(frozen=True, slots=True)
class Template:
    """A template by its key, and where it lies."""

    key: str
    path: Path

    @property
    def is_own(self) -> bool:
        """Whether a person made it, who may rename and delete it."""
        return self.key.startswith(OWN)


def templates() -> tuple[Template, ...]:
    """Return all templates in the order in which they are offered: those of the program, then a person's own."""
    names = sorted(template_names(), key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
    shipped = (Template(name, resource("templates", f"{name}{ENDING}")) for name in names)
    return (*shipped, *own_templates())


def own_templates() -> tuple[Template, ...]:
    """Return a person's own templates by the names of their files; none where the folder cannot be read."""
    try:
        found = [path for path in own_folder().iterdir() if path.suffix == ENDING and path.is_file()]
    except OSError:
        return ()
    return tuple(Template(f"{OWN}{path.stem}", path) for path in sorted(found, key=lambda path: path.stem))


def own_folder() -> Path:
    """Return the folder of a person's own templates; it need not exist."""
    return config_dir() / "templates"


def template_path(key: str) -> Path:
    """Return where the template of a key lies; it need not exist."""
    if key.startswith(OWN):
        return own_folder() / f"{key.removeprefix(OWN)}{ENDING}"
    return resource("templates", f"{key}{ENDING}")


def save_own(title: str, records: Iterable[Record]) -> Template:
    """Keep a file as one of a person's own templates, without what belongs to one team and one time.

    Raises SaveError.
    """
    made = as_template(records, title)
    atomic.make_folder(own_folder())
    stem = file_name(title)
    for number in range(1, _TRIES):
        path = own_folder() / f"{stem if number == 1 else f'{stem} {number}'}{ENDING}"
        if not path.exists():
            atomic.create(path, bytes_to_save(path, made))
            return Template(f"{OWN}{path.stem}", path)
    raise SaveError(_("There are too many templates called {name}.").format(name=title))


def rename_own(template: Template, title: str) -> None:
    """Give a person's own template another title. Raises SaveError, Refusal where it cannot be read."""
    records = load(template.path)
    renamed: Mapping[str, Record] = {
        each.id: each.with_(title=title) if isinstance(each, Head) else each for each in records.values()
    }
    atomic.write(template.path, bytes_to_save(template.path, renamed))


def remove_own(template: Template) -> None:
    """Delete a person's own template. Raises SaveError, ValueError for one of the program's."""
    if not template.is_own:
        raise ValueError(template.key)
    atomic.remove(template.path)
