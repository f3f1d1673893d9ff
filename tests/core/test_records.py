from datetime import date

import pytest
from pydantic import ValidationError

from journey_editor.core.freezing import freeze, thaw
from journey_editor.core.parts import Emotion
from journey_editor.core.records import FILE_KINDS, MAP_KINDS, JourneyMap, Touchpoint, name_of
from journey_editor.core.schema import REFERENCES
from journey_editor.core.words import CHANNEL_SYNONYMS, CHANNELS, FEELINGS, channel_label, channel_named
from tests.building import touchpoint, transition


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"votes": True}, "integer"),
        ({"votes": 1.5}, "integer"),
        ({"votes": -1}, "greater"),
        ({"believed": 2.01}, "less"),
        ({"believed": float("nan")}, "finite"),
        ({"believed": "1"}, "number"),
        ({"title": None}, "string"),
        ({"title": "\ud800"}, "string"),
        ({"title": "x" * 10_001}, "10000"),
        ({"rank": ""}, "pattern"),
        ({"rank": "a-0"}, "pattern"),
        ({"id": "x\n"}, "pattern"),
        ({"kind": "other"}, "interaction"),
        ({"unneeded": 1}, "boolean"),
        ({"unknown": 1}, "Extra"),
        ({"evidence": "e"}, "tuple"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(fields, reason):
    with pytest.raises(ValidationError, match=reason):
        touchpoint("a").with_(**fields)


def test_with_validates_and_leaves_the_old_alone():
    old = touchpoint("a")
    new = old.with_(title="New", votes=3.0)
    assert (old.title, new.title, new.votes) == ("A", "New", 3)
    with pytest.raises(ValidationError):
        new.title = "x"


def test_dates_are_written_out():
    journey_map = JourneyMap(id="m", rank="a0", title="", created=date(2026, 3, 2))
    assert journey_map.with_(created="2026-12-31").created == date(2026, 12, 31)
    for bad in ("2026-13-01", "20260101", "2026-1-1", 0, "٢٠٢٦-٠١-٠١"):
        with pytest.raises(ValidationError):
            journey_map.with_(created=bad)


def test_only_abandon_leads_nowhere():
    assert transition("a", None, "abandon").target is None
    with pytest.raises(ValidationError, match="abandon"):
        transition("a", None, "happy")


def test_unknown_keys_cannot_be_changed_in_place():
    given = {"later": [1, {"deep": [2]}]}
    card = touchpoint("a").with_(rest=given)
    given["later"].append(3)
    assert thaw(card.rest) == {"later": [1, {"deep": [2]}]}
    with pytest.raises(TypeError):
        card.rest["later"] = 1
    assert card == touchpoint("a").with_(rest=freeze({"later": [1, {"deep": [2]}]}))
    assert card != touchpoint("a")


def test_minus_nought_is_nought():
    assert str(Emotion(valence=-0.0).valence) == "0.0"


def test_every_kind_has_a_name_for_people():
    for kind in (*FILE_KINDS.values(), *MAP_KINDS.values()):
        assert kind.naming in kind.model_fields
    assert name_of(touchpoint("a")) == "A"


def test_references_name_fields_and_kinds_that_exist():
    kinds = {kind.kind_name: kind for kind in (*FILE_KINDS.values(), *MAP_KINDS.values())}
    for reference in REFERENCES:
        assert reference.field.split(".")[0] in kinds[reference.kind].model_fields
        assert set(reference.targets) <= kinds.keys()


def test_the_order_of_keys_is_that_of_the_format():
    keys = list(Touchpoint.model_fields)
    assert [key for key in keys if key not in ("rest", "map")][:4] == ["id", "rank", "stage", "title"]


def test_words():
    assert channel_named(" Anruf ") == "phone" and channel_named("In Person") == "in_person"
    assert channel_named("Fax") == "Fax" and channel_label("Fax") == "Fax"
    assert channel_label("help_center") == "help center"
    assert channel_label("sms") == "SMS" and channel_named("SMS") == "sms"
    assert set(CHANNEL_SYNONYMS.values()) <= set(CHANNELS)
    assert all(-2 <= valence <= 2 and (valence * 2).is_integer() for valence in map(float, FEELINGS.values()))
