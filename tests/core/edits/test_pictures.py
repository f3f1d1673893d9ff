"""Pictures of touchpoints."""

from journey_editor.core.edits.pictures import set_picture
from journey_editor.core.records import Picture
from tests.building import document, row, stage


def pictures(doc):
    return [each.data for each in doc.records.values() if isinstance(each, Picture)]


def test_a_picture_is_kept_once_and_goes_when_nobody_shows_it():
    doc = document(stage("s"), *row("a", "b"))
    first = set_picture(doc, "a", "image/png", "AAAA")
    assert set_picture(doc, "b", "image/png", "AAAA") == first == doc.records["a"].picture
    assert set_picture(doc, "a", "image/jpeg", "AAAA") != first
    assert pictures(doc) == ["AAAA", "AAAA"]
    set_picture(doc, "b", "image/jpeg", "BBBB")
    assert sorted(pictures(doc)) == ["AAAA", "BBBB"]
