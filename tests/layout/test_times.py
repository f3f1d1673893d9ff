"""When a stage is, as it is drawn."""

from typing import Any

import pytest

from journey_editor.layout.times import span_of
from tests.building import stage


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"when": " in spring ", "start_day": 0, "end_day": 28}, "in spring"),
        ({"when": "early\nor late"}, "early or late"),
        ({"start_day": 0, "end_day": 28}, "Weeks 1–4"),
        ({}, ""),
    ],
)
def test_a_stage_says_when_it_is(fields: dict[str, Any], words: str) -> None:
    assert span_of(stage("s", **fields)) == words
