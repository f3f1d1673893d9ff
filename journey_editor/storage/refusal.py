"""What a file that is no map gets: one sentence with the place and the reason."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from journey_editor.assets import _

QUOTE_LIMIT = 40  # letters of a value that a sentence repeats
NAME_LIMIT = 120  # letters of a file's name that a sentence repeats

Path = tuple[str | int, ...]
"""Where something lies in the JSON of a file: keys and places in lists, from the outside in."""


class Refusal(ValueError):
    """A file that cannot be read, or records that cannot be written; its text is one sentence for people.

    `name` is the file's, `line` counts from 1 where it is known, `record` is the id of the record at fault.
    """

    def __init__(self, reason: str, name: str = "", line: int | None = None, record: str | None = None) -> None:
        self.reason = reason
        self.name = name
        self.line = line
        self.record = record
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        """Put place and reason into one line, whatever letters the file's name is made of."""
        places = [_one_line(self.name)] if self.name else []
        if self.line is not None:
            places.append(_("line {line}").format(line=self.line))
        place = ", ".join(places)
        return f"{place}: {self.reason}." if place else f"{self.reason[:1].upper()}{self.reason[1:]}."


class Fault(Exception):
    """Something wrong at a place in the JSON; it becomes a Refusal once the line is known.

    `path` starts at the outermost value, or at the record where `absolute` is false.
    """

    def __init__(self, reason: str, path: Path = (), record: str | None = None, absolute: bool = True) -> None:
        self.reason = reason
        self.path = path
        self.record = record
        self.absolute = absolute
        super().__init__(reason)


def quote(value: object) -> str:
    """Return a value of a file as one short piece of a sentence, cut where it is long."""
    if isinstance(value, str):
        return json.dumps(_cut(value, QUOTE_LIMIT), ensure_ascii=not value.isprintable())
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, int | float):
        return _cut(repr(value), QUOTE_LIMIT) if abs(value) < 1e300 else _("a very large number")
    return _("an object") if isinstance(value, Mapping) else _("a list")


def reason_of(error: ErrorDetails, field: str) -> str:
    """Say in words what validation found wrong with a field."""
    context: Mapping[str, Any] = error.get("ctx", {})
    kind = error["type"]
    if kind == "missing":
        return _("{field} is missing").format(field=field)
    if kind == "value_error":
        return f"{field} {context['error']}".strip()
    words = _WORDS.get(kind)
    if words is None:
        return f"{field}: {_cut(error['msg'], NAME_LIMIT)}"
    if kind == "string_pattern_mismatch":
        wanted = _("must be 1 to 64 letters or digits") + (_(", - or _") if "_" in context["pattern"] else "")
    else:
        wanted = words().format(**{key: _short(value) for key, value in context.items()})
    if kind == "string_too_long":
        return f"{field} {wanted}"
    return _("{field} {wanted}, but is {value}").format(field=field, wanted=wanted, value=quote(error["input"]))


_WORDS = {
    "string_type": lambda: _("must be a text"),
    "string_unicode": lambda: _("must be a text without half characters (lone surrogates)"),
    "string_too_long": lambda: _("is longer than {max_length} characters"),
    "string_pattern_mismatch": lambda: "",
    "int_type": lambda: _("must be a whole number"),
    "int_from_float": lambda: _("must be a whole number"),
    "float_type": lambda: _("must be a number"),
    "finite_number": lambda: _("must be a finite number"),
    "bool_type": lambda: _("must be true or false"),
    "greater_than_equal": lambda: _("must be at least {ge}"),
    "less_than_equal": lambda: _("must be at most {le}"),
    "literal_error": lambda: _("must be one of {expected}"),
    "date_type": lambda: _("must be a date YYYY-MM-DD"),
    "tuple_type": lambda: _("must be a list"),
    "too_long": lambda: _("must hold no more than {max_length}"),
    "model_type": lambda: _("must be an object"),
}


def _short(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _one_line(name: str) -> str:
    """Leave out of a name what would break the line or the terminal, and the middle where it is long."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    return shown if len(shown) <= NAME_LIMIT else f"{shown[:40]}…{shown[41 - NAME_LIMIT :]}"
