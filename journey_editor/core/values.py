"""The types of single fields: texts, numbers, dates, ranks and ids, with the bounds of the file format."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, get_origin

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, StringConstraints, WithJsonSchema

from journey_editor.core.freezing import freeze, thaw

LOWEST, HIGHEST = -2, 2
"""The ends of the scale of valences: desperate and delighted."""

TEXT_LIMIT = 10_000
LIST_LIMIT = 100_000
PICTURE_LIMIT = 420_000  # letters of base64: 300 KB and what encoding adds

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _as_date(value: Any) -> Any:
    """Take YYYY-MM-DD and nothing else: lax parsing would read 0 as 1970-01-01."""
    if isinstance(value, str):
        if not _DATE.fullmatch(value):
            raise ValueError("is not a date YYYY-MM-DD")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError("is not a date of the calendar") from None
    return value


def _as_whole(value: Any) -> Any:
    """JSON has one kind of number: 12.0 is the whole number 12."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def as_tuple(value: Any) -> Any:
    """Take a list of JSON where strict validation wants a tuple."""
    return tuple(value) if isinstance(value, list) else value  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def _off_where_null(value: Any) -> Any:
    return False if value is None else value


def _as_float(value: Any) -> Any:
    """Keep one form of a number in memory, so that 1 and 1.0 are equal in every comparison and on disk."""
    return value + 0.0 if value == 0 else value  # -0.0 becomes 0.0


@dataclass(frozen=True, slots=True)
class Word:
    """Marks a text that is a word of the format: one that is known, or, where `is_open`, any other that people type.

    Such a word is no prose: finding and replacing leave it alone, unless a person made it up.
    """

    known: frozenset[str] = frozenset()
    is_open: bool = False


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Rank = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{1,64}$")]
_TEXT = StringConstraints(max_length=TEXT_LIMIT)
Text = Annotated[str, _TEXT]
Code = Annotated[Text, Word()]
"""A text that programs read: a colour, a media type, the id of a record that may be gone."""
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_tuple), Field(max_length=LIST_LIMIT)]
Codes = Annotated[tuple[Code, ...], BeforeValidator(as_tuple), Field(max_length=LIST_LIMIT)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_tuple), Field(max_length=LIST_LIMIT)]
Day = Annotated[
    date,
    BeforeValidator(_as_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "format": "date"}),
]
Number = Annotated[float, Field(allow_inf_nan=False), AfterValidator(_as_float)]
Valence = Annotated[float, Field(ge=LOWEST, le=HIGHEST, allow_inf_nan=False), AfterValidator(_as_float)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), AfterValidator(_as_float)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False), AfterValidator(_as_float)]
Count = Annotated[int, BeforeValidator(_as_whole), Field(ge=0)]
DaysBetween = Annotated[int, BeforeValidator(_as_whole), Field(ge=1)]
Score = Annotated[int, BeforeValidator(_as_whole), Field(ge=1, le=5)]
Switch = Annotated[bool, BeforeValidator(_off_where_null)]
Hands = Annotated[tuple[Count, Count, Count, Count, Count], BeforeValidator(as_tuple)]
History = Annotated[
    tuple[Annotated[tuple[Day, Number], BeforeValidator(as_tuple)], ...],
    BeforeValidator(as_tuple),
    Field(max_length=LIST_LIMIT),
]


def _frozen(value: Any) -> Any:
    return freeze(value) if isinstance(value, Mapping) else value  # pyright: ignore[reportUnknownArgumentType]


Rest = Annotated[
    Any,  # a read-only mapping; pydantic itself would copy it into a dict
    AfterValidator(_frozen),
    PlainSerializer(thaw),
    Field(exclude=True),
]


def is_text(hint: Any) -> bool:
    """Whether the annotation of a field says that it is a text, be it a word of the format or prose."""
    return get_origin(hint) is Annotated and _TEXT in hint.__metadata__
