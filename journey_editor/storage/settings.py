"""What a person has set, kept as JSON: read through a model, so that nothing in the file can do harm."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from journey_editor.storage import atomic
from journey_editor.storage.atomic import FilePath
from journey_editor.storage.paths import config_dir

SIZE_LIMIT = 1_000_000  # bytes of a settings file


def _only_keys(value: object) -> dict[str, tuple[str, ...]]:
    """Return the lists of texts that are there: a slip in one must not cost all other settings."""
    found: dict[str, tuple[str, ...]] = {}
    if isinstance(value, Mapping):
        for name, keys in cast("Mapping[object, object]", value).items():
            if isinstance(name, str) and isinstance(keys, list | tuple):
                each = cast("list[object] | tuple[object, ...]", keys)
                found[name] = tuple(key for key in each if isinstance(key, str))
    return found


class Settings(BaseModel):
    """Choices that hold for all maps. Keys that this version does not know are kept.

    `language` is a code such as "de", empty for the system's; `wheel` says what the wheel does on the canvas;
    `views` keeps the state of windows, docks and dialogs by name, each as text (base64 where it is bytes);
    `choices` what was last chosen in dialogs, such as the paper; `keys` has the keys that a person chose for an action,
    by its id, none where it shall have none. What cannot be meant as keys is left out.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    language: str = ""
    theme: Literal["system", "light", "dark"] = "system"
    wheel: Literal["pan", "zoom"] = "pan"
    last_folder: str = ""
    views: Mapping[str, str] = Field(default_factory=dict[str, str])
    choices: Mapping[str, str] = Field(default_factory=dict[str, str])
    keys: Annotated[Mapping[str, tuple[str, ...]], BeforeValidator(_only_keys)] = Field(
        default_factory=dict[str, tuple[str, ...]]
    )

    def with_(self, **fields: object) -> "Settings":
        """Return these settings with some replaced. Raises pydantic.ValidationError where a value does not fit."""
        return Settings.model_validate({**self.model_dump(), **fields})


def settings_path() -> Path:
    """Return where the settings are kept."""
    return config_dir() / "settings.json"


def load_settings(path: FilePath | None = None) -> Settings:
    """Return the settings of a file, those of the program where there is none.

    A file that cannot be read as settings is kept aside under another name, and the program's own settings hold.
    """
    where = Path(path) if path is not None else settings_path()
    try:
        data = where.read_bytes() if where.stat().st_size <= SIZE_LIMIT else b""
    except OSError:
        return Settings()
    try:
        return Settings.model_validate_json(data)
    except ValidationError:
        with suppress(atomic.SaveError):
            atomic.keep_aside(where)
        return Settings()


def save_settings(settings: Settings, path: FilePath | None = None) -> None:
    """Keep settings. Raises SaveError."""
    where = Path(path) if path is not None else settings_path()
    atomic.make_folder(where.parent)
    atomic.write(where, settings.model_dump_json(indent=1).encode() + b"\n")
