"""The published schema says what the reader takes."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from journey_editor.assets import resource
from journey_editor.storage.format import Refusal, loads
from journey_editor.storage.jsonschema import schema_text

HANDWRITTEN = Path(__file__).with_name("handwritten.journey")
MAPS = (HANDWRITTEN, *sorted(resource("templates").glob("*.journey")), *sorted(resource("samples").glob("*.journey")))


def test_the_published_schema_is_that_of_the_records():
    assert resource("schema", "journey-map.schema.json").read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_map_of_ours_fits_it(path: Path):
    schema = json.loads(schema_text())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(path.read_bytes()))


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({"votes": 1}, True),
        ({"votes": 1.0}, True),
        ({"votes": 1.5}, False),
        ({"votes": -1}, False),
        ({"believed": 2.5}, False),
        ({"kind": "other"}, False),
        ({"title": 1}, False),
        ({"rank": None}, True),
        ({"rank": "a-1"}, False),
        ({"emotion": {}}, False),
        ({"moment": {"later": 1}}, True),
        ({"a key of later": [1]}, True),
    ],
)
def test_schema_and_reader_agree(change: dict[str, object], fits: bool):
    value = json.loads(HANDWRITTEN.read_bytes())
    value["maps"][0]["touchpoints"][1].update(change)
    assert Draft202012Validator(json.loads(schema_text())).is_valid(value) is fits
    data = json.dumps(value).encode()
    if fits:
        loads(data)
    else:
        with pytest.raises(Refusal):
            loads(data)
