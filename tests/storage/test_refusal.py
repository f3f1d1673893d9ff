"""Whatever is no map gets one sentence with the place and the reason."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.records import FILE_KINDS, MAP_KINDS
from journey_editor.storage.format import Refusal, dumps, loads
from journey_editor.storage.shape import shape_of

HANDWRITTEN = Path(__file__).with_name("handwritten.journey").read_bytes()
WRONG: tuple[Any, ...] = (True, 1.5, -7, "", "x", [], {}, [1], {"a": 1}, 10**400, "x" * 10_001, "\ud800")


def refused(data: bytes) -> str:
    """The sentence that a file is refused with."""
    with pytest.raises(Refusal) as caught:
        loads(data, "my map.journey")
    sentence = str(caught.value)
    assert sentence.startswith("my map.journey") and "\n" not in sentence and len(sentence) < 400
    return sentence


def with_(old: str, new: str) -> bytes:
    """The example with one piece of its text replaced."""
    assert HANDWRITTEN.count(old.encode()) >= 1, old
    return HANDWRITTEN.replace(old.encode(), new.encode(), 1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n", "not a journey map"),
        (b'{"format": "other", "version": 1}', "not a journey map"),
        (HANDWRITTEN[: len(HANDWRITTEN) // 2], "line"),
        (HANDWRITTEN.decode().encode("utf-16"), "UTF-16"),
        (HANDWRITTEN.replace(b"Fewer tools", "Für".encode("latin-1")), "UTF-8"),
        (with_('"version": 1', '"version": 2'), "2"),
        (with_('"version": 1', '"version": 0'), "1"),
        (with_('"version": 1, ', ""), "version"),
        (with_('"id": "cs"', '"id": "mkt"'), "mkt"),
        (with_('"name": "Marketing"', '"name": "Marketing", "name": "Sales"'), "name"),
        (with_('"owner": "cs"', '"owner": "nobody"'), "nobody"),
        (with_('"on": "s1"', '"on": "mkt"'), "mkt"),
        (with_('"valence": 0.5', '"valence": NaN'), "NaN"),
        (with_('"valence": 0.5', '"valence": 1e999'), "large"),
        (with_('"valence": 0.5', '"valence": 2.5'), "at most 2"),
        (with_('"phase": "pre_purchase"', '"phase": "before"'), "before"),
        (with_('"entered": 1000', '"entered": 10.5'), "whole number"),
        (with_('"date": "2026-03-02"', '"date": "2026-02-30"'), "calendar"),
        (with_('"title": "Compares vendors"', '"title": "\\ud800"'), "surrogate"),
        (with_('"title": "Compares vendors"', '"kind": "action"'), "title"),
        (with_('"title": "Compares vendors"', '"title": "' + "x" * 10_001 + '"'), "10000"),
        (with_('"owners": [', '<<<<<<< ours\n"owners": ['), "merge"),
        (HANDWRITTEN.replace(b'"goals": ["Fewer tools"]', b'"later": ' + b"[" * 100_000 + b"]" * 100_000), "nested"),
        (HANDWRITTEN + b" " * 20_000_001, "20 MB"),
    ],
)  # fmt: skip
def test_a_refusal_says_why(data: bytes, reason: str):
    assert reason in refused(data)


def test_a_refusal_says_where():
    sentence = refused(with_('"believed": 1', '"believed": 5'))
    line = HANDWRITTEN.decode()[: HANDWRITTEN.decode().index('"believed"')].count("\n") + 1
    assert f"line {line}" in sentence and "believed" in sentence and "t1" in sentence


def _fields() -> list[tuple[str, str]]:
    lists = [(key, model) for kinds in (FILE_KINDS, MAP_KINDS) for key, model in kinds.items()]
    return [(key, field) for key, model in lists for field in sorted(shape_of(model).keys)]


@pytest.mark.parametrize(("key", "field"), _fields())
def test_any_wrong_value_in_any_field_is_refused_in_a_sentence_or_kept(key: str, field: str):
    for wrong in WRONG:
        value = json.loads(HANDWRITTEN)
        holder = value if key in value else value["maps"][0]
        record = holder.setdefault(key, [{"id": "p1", "rank": "a0", "type": "", "data": ""}])[0]
        record[field] = wrong
        data = json.dumps(value).encode()
        said = _said(data)
        assert said is None or "\n" not in said


def _said(data: bytes) -> str | None:
    """The sentence of a refusal, None for what is read and then saved and read again without loss."""
    try:
        records = loads(data)
    except Refusal as refusal:
        return str(refusal)
    assert loads(dumps(records)) == records
    return None


@given(st.binary(max_size=60), st.integers(0, len(HANDWRITTEN)), st.integers(0, 40))
def test_damaged_bytes_are_refused_or_read_never_anything_else(junk: bytes, start: int, length: int):
    data = HANDWRITTEN[:start] + junk + HANDWRITTEN[start + length :]
    try:
        records = loads(data, "damaged")
    except Refusal:
        return
    assert loads(dumps(records)) == records
