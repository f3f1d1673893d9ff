"""The texts of a record that people wrote, wherever they lie in it: told by the annotations of its fields.

Words of the format, such as a colour or the id of a known channel, are no such texts.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from journey_editor.core.parts import Part
from journey_editor.core.records import Record
from journey_editor.core.values import Word, is_text

TextPath = tuple[str | int, ...]
"""Where a text lies in a record: names of fields and places in lists, from the outside in."""

_PROSE = Word(is_open=True)
_AnyPart = TypeVar("_AnyPart", bound=Part)


def texts_of(record: Record) -> Iterator[tuple[TextPath, str]]:
    """Yield the texts of a record that are not empty, in the order of its fields."""
    values = record.__dict__
    for name, path, word in _fields(type(record)):
        value = values[name]
        if type(value) is str:
            if value and value not in word.known:
                yield path, value
        elif value:
            yield from _texts_in(value, path, word)


def with_texts(record: Record, texts: Mapping[TextPath, str]) -> Record:
    """Return a record with some of its texts replaced.

    What becomes empty leaves a list; a field whose default is a word, as the kind of a note, gets that word instead.
    Raises pydantic.ValidationError where a text is too long.
    """
    return _with_texts(record, (), texts)


def _texts_in(value: object, path: TextPath, word: Word) -> Iterator[tuple[TextPath, str]]:
    if isinstance(value, str):
        if value and value not in word.known:
            yield path, value
    elif isinstance(value, tuple):
        for place, item in enumerate(cast("tuple[object, ...]", value)):
            yield from _texts_in(item, (*path, place), word)
    elif isinstance(value, Part):
        for name, inner_path, inner in _fields(type(value)):
            if held := value.__dict__[name]:
                yield from _texts_in(held, path + inner_path, inner)


def _with_texts(part: _AnyPart, path: TextPath, texts: Mapping[TextPath, str]) -> _AnyPart:
    depth = len(path)
    touched = {each[depth] for each in texts if each[:depth] == path}
    changed: dict[str, Any] = {}
    for name, _path, _word in _fields(type(part)):
        if name in touched:
            value = _replaced(part.__dict__[name], (*path, name), texts)
            field = type(part).model_fields[name]
            changed[name] = field.default if value == "" and not field.is_required() else value
    return part.with_(**changed)


def _replaced(value: object, path: TextPath, texts: Mapping[TextPath, str]) -> object:
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        new = [_replaced(item, (*path, place), texts) for place, item in enumerate(items)]
        return tuple(item for item, old in zip(new, items, strict=True) if item != "" or old == "")
    if isinstance(value, Part):
        return _with_texts(value, path, texts)
    return texts.get(path, value)


@cache
def _fields(model: type[Part]) -> tuple[tuple[str, TextPath, Word], ...]:
    """Return the fields of a kind of record or part that hold texts of people, or parts that may."""
    hints = get_type_hints(model, include_extras=True)
    found = ((name, _word_in(hints[name])) for name in model.model_fields)
    return tuple((name, (name,), word) for name, word in found if word is not None and word.is_open)


def _word_in(hint: Any) -> Word | None:
    """Return what kind of text an annotation holds, None where it holds neither texts nor parts."""
    if is_text(hint):
        return next((mark for mark in hint.__metadata__ if isinstance(mark, Word)), _PROSE)
    if isinstance(hint, type) and issubclass(hint, Part):
        return _PROSE
    return next((word for word in map(_word_in, get_args(hint)) if word is not None), None)
