"""A table as a file becomes a map."""

from datetime import date

import pytest

from journey_editor.core.records import JourneyMap, Stage, Touchpoint
from journey_editor.interchange.sheets import read_table
from journey_editor.storage.format import dumps, loads
from journey_editor.storage.refusal import Refusal

TODAY = date(2026, 11, 25)


def read(text):
    return read_table(text.encode(), "notes/Steps.csv", TODAY)


def test_rows_become_touchpoints_of_a_map_called_like_the_file():
    imported = read("Stage,Step,Mood\nUse,Logs in,meh\n,Waits,angry\nRenew,Signs,\n")
    records = imported.records.values()
    assert [each.title for each in records if isinstance(each, JourneyMap)] == ["Steps"]
    assert [each.name for each in records if isinstance(each, Stage)] == ["Use", "Renew"]
    assert [each.title for each in records if isinstance(each, Touchpoint)] == ["Logs in", "Waits", "Signs"]
    assert [remark.line for remark in imported.remarks] == [2]
    assert dumps(loads(dumps(imported.records))) == dumps(imported.records)


@pytest.mark.parametrize(
    ("text", "words"), [("", "empty"), ("Stage,Step\nUse,\x00", "not a text"), ("kind,map,id\n", "whole map")]
)
def test_what_is_no_such_table_is_refused_in_one_sentence(text, words):
    with pytest.raises(Refusal, match=words):
        read(text)
