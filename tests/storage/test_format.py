"""The map file as a whole: what is written is read again, and equal records give equal bytes."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from journey_editor.assets import resource
from journey_editor.core.records import FILE_KINDS, MAP_KINDS, Record
from journey_editor.storage.format import Refusal, dumps, load, loads
from journey_editor.storage.shape import shape_of
from tests.strategies import files

HANDWRITTEN = Path(__file__).with_name("handwritten.journey")

CANONICAL = """\
{"format": "journey-map", "version": 1, "title": "B2B SaaS customer",
"owners": [
{"id": "mkt", "rank": "a0", "name": "Marketing", "color": "#44AA99"},
{"id": "cs", "rank": "a1", "name": "Customer Success"}
],
"personas": [
{"id": "ops", "rank": "a0", "name": "IT operations manager", "role": "end user", "goals": ["Fewer tools"], "constraints": ["Busy"]}
],
"evidence": [
{"id": "iv", "rank": "a0", "source": "interview", "title": "Interviews spring", "n": 12, "date": "2026-03-02"}
],
"maps": [
{"id": "now", "rank": "a0", "title": "From need to renewal", "persona": "ops", "created": "2026-09-01", "reviewed": "2026-11-10", "review_every_days": 90,
"stages": [
{"id": "s1", "rank": "a0", "name": "Awareness", "phase": "pre_purchase", "owner": "mkt", "start_day": 0, "end_day": 28, "entered": 1000, "completed": 620, "tickets": 4, "as_of": "2026-10-01", "evidence": ["iv"]}
],
"touchpoints": [
{"id": "t1", "rank": "a0", "stage": "s1", "title": "Reads a peer's recommendation", "owner": "mkt", "channel": "community", "emotion": {"valence": 0.5, "word": "curious", "basis": "research", "n": 8, "low": 0, "high": 1}, "believed": 1, "moment": {"metric": "m1"}, "evidence": ["iv"], "tickets": 0},
{"id": "t2", "rank": "a1", "stage": "s1", "title": "Compares vendors"}
],
"transitions": [
{"id": "x1", "source": "t1", "target": "t2", "share": 0.8, "wait_days": 14}
],
"notes": [
{"id": "n1", "rank": "a0", "on": "t1", "kind": "pain_point", "text": "Too many options", "severity": 3, "evidence": ["iv"]}
],
"opportunities": [
{"id": "o1", "rank": "a0", "on": "t1", "text": "Buyer's guide by role", "impact": 4, "value": 3, "alignment": 4, "effort": 2, "owner": "mkt", "due": "2027-02-10", "status": "planned", "answers": ["n1"], "cost": 20000, "benefit": 90000, "metric": "m1"}
],
"metrics": [
{"id": "m1", "rank": "a0", "on": "s1", "name": "Time to value", "kind": "lagging", "unit": "days", "better": "lower", "baseline": 65, "current": 65, "expected": 30, "target": 38, "as_of": "2026-10-01", "priority": "high", "owner": "cs", "due": "2027-04-01"}
]}
]}
"""  # noqa: E501


def _objects(value: dict[str, Any]) -> Iterator[tuple[type[Record], dict[str, Any]]]:
    """Yield each record of a file as JSON has it, with its kind."""
    for key, model in FILE_KINDS.items():
        yield from ((model, item) for item in value.get(key, ()))
    for journey_map in value["maps"]:
        for key, model in MAP_KINDS.items():
            yield from ((model, item) for item in journey_map.get(key, ()))


def _left_out() -> list[tuple[str, str]]:
    """Return the id of each record of the example with each of its keys that may be missing (a target need be)."""
    return [
        (item["id"], key)
        for model, item in _objects(json.loads(HANDWRITTEN.read_bytes()))
        for key in item
        if key in shape_of(model).keys and (key == "rank" or not model.model_fields[key].is_required())
        if (item["id"], key) != ("x1", "target")
    ]


def test_the_handwritten_example_is_written_canonically():
    assert dumps(load(HANDWRITTEN)).decode() == CANONICAL


def test_saving_again_gives_the_same_bytes():
    assert dumps(loads(CANONICAL.encode())) == CANONICAL.encode()


@pytest.mark.parametrize(("record_id", "key"), _left_out())
def test_any_optional_field_may_be_left_out(record_id: str, key: str):
    given = json.loads(HANDWRITTEN.read_bytes())
    for _model, item in _objects(given):
        if item["id"] == record_id:
            del item[key]
    records = loads(json.dumps(given).encode())
    if key != "rank":
        assert records[record_id].__dict__[key] == type(records[record_id]).model_fields[key].default
    first = dumps(records)
    assert loads(first) == records
    assert dumps(loads(first)) == first


def test_everything_optional_may_be_left_out_at_once():
    given = json.loads(HANDWRITTEN.read_bytes())
    for model, item in _objects(given):
        needed = {"id", *MAP_KINDS, *(key for key, field in model.model_fields.items() if field.is_required())} - {
            "rank"
        }
        for key in [key for key in item if key not in needed and not (key == "target" and "source" in item)]:
            del item[key]
    del given["title"]
    first = dumps(loads(json.dumps(given).encode()))
    assert dumps(loads(first)) == first
    assert b'"kind"' not in first


@pytest.mark.parametrize("path", sorted(resource().rglob("*.journey")), ids=lambda path: path.stem)
def test_the_program_s_own_maps_are_canonical(path: Path):
    assert dumps(load(path)) == path.read_bytes()


@given(files())
def test_what_is_written_is_read_again(records: dict[str, Record]):
    data = dumps(records)
    again = loads(data)
    assert again == records
    assert dumps(again) == data


@given(files())
@settings(max_examples=30)
def test_the_order_of_records_in_memory_does_not_matter(records: dict[str, Record]):
    assert dumps(dict(reversed(records.items()))) == dumps(records)


@given(files())
@settings(max_examples=30)
def test_the_form_of_the_json_does_not_matter(records: dict[str, Record]):
    data = dumps(records)
    assert dumps(loads(json.dumps(json.loads(data), indent=3).encode())) == data


def test_load_names_the_file_in_a_refusal(tmp_path: Path):
    path = tmp_path / "notes.journey"
    path.write_bytes(b"[]")
    with pytest.raises(Refusal, match="notes.journey: is not a journey map"):
        load(path)


@pytest.mark.parametrize(
    ("name", "reason"), [("gone", "is not there"), (".", "is a folder"), ("a\0b", "is not the name")]
)
def test_load_refuses_what_is_no_file(tmp_path: Path, name: str, reason: str):
    with pytest.raises(Refusal, match=reason):
        load(f"{tmp_path}/{name}")


def test_load_refuses_a_large_file_without_reading_it(tmp_path: Path):
    path = tmp_path / "large.journey"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(Refusal, match="is larger than 20 MB"):
        load(path)


def test_load_refuses_a_pipe_without_waiting_for_it(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refusal, match="is not an ordinary file"):
        load(tmp_path / "pipe")
