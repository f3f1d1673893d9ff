"""Views of a map are kept under names; each doing is one step of undo."""

import json

import pytest

from journey_editor.core.document import Document
from journey_editor.core.edits.owners import merge_owners
from journey_editor.core.edits.views import remove_view, rename_view, save_view, views_of
from journey_editor.core.history import History
from journey_editor.core.parts import MapView
from journey_editor.core.records import JourneyMap
from journey_editor.storage.format import dumps, loads
from tests.building import MAP, document, owners

SALES = MapView(name="Sales", owners=("sales",), severity=4)


def names(made: Document) -> list[str]:
    """The names of the views, in order."""
    return [each.name for each in views_of(made, MAP)]


def test_a_view_is_saved_renamed_and_removed_and_undo_gives_the_first_bytes():
    made = document()
    history, before = History(made), dumps(made.records)
    save_view(made, MAP, SALES)
    save_view(made, MAP, MapView(name="Mail", channels=("email",)))
    assert rename_view(made, MAP, "sales", "What hurts")
    assert names(made) == ["What hurts", "Mail"]
    assert views_of(made, MAP)[0].owners == ("sales",)
    assert remove_view(made, MAP, "mail")
    assert names(made) == ["What hurts"]
    assert [step.label for step in history.steps] == [
        "Save view “Sales”", "Save view “Mail”", "Rename view “sales”", "Remove view “mail”",
    ]  # fmt: skip
    for _step in range(4):
        history.undo()
    assert dumps(made.records) == before


def test_saving_under_a_name_that_is_there_replaces_it_where_it_stands():
    made = document(views=(MapView(name="Sales", votes=3, rest={"colour": "red"}), MapView(name="Mail")))
    save_view(made, MAP, SALES)
    assert names(made) == ["Sales", "Mail"]
    first = views_of(made, MAP)[0]
    assert first.votes is None and first.severity == 4 and dict(first.rest) == {"colour": "red"}


def test_no_two_views_get_one_name():
    made = document(views=(MapView(name="Sales"), MapView(name="Mail")))
    assert not rename_view(made, MAP, "Sales", "MAIL")
    assert not rename_view(made, MAP, "Nobody", "X")
    assert not rename_view(made, MAP, "Sales", "")
    assert rename_view(made, MAP, "Sales", "SALES"), "only other letters of the same"
    assert not remove_view(made, MAP, "Nobody")
    assert names(made) == ["SALES", "Mail"]


def test_a_file_keeps_views_without_their_defaults_and_what_it_does_not_know_of_them():
    given = (
        b'{"format": "journey-map", "version": 1, "maps": [{"id": "m", "rank": "a0", "title": "M", "views": '
        b'[{"name": "Sales", "owners": ["gone"], "severity": 4.0, "votes": null, "tags": [], "colour": "red"}]}]}'
    )
    records = loads(given)
    found = records["m"]
    assert isinstance(found, JourneyMap) and found.views[0].owners == ("gone",) and found.views[0].severity == 4
    written = dumps(records)
    assert b'"views": [{"name": "Sales", "owners": ["gone"], "severity": 4, "colour": "red"}]' in written


@pytest.mark.parametrize(
    "value", ["null", '{"a": 1}', '"wide"', '["wide"]', '[{"zoom": 2}]', '[{"id": "v1", "name": 3}]']
)
def test_views_of_another_program_are_kept_until_people_save_one(value: str):
    given = '{"format": "journey-map", "version": 1, "maps": [{"id": "m", "rank": "a0", "title": "M", "views": %s}]}'
    made = Document(loads((given % value).encode()).values())
    history, before = History(made), dumps(made.records)
    assert json.loads(before)["maps"][0]["views"] == json.loads(value)
    assert dumps(loads(before)) == before and views_of(made, "m") == ()
    save_view(made, "m", SALES)
    assert [each["name"] for each in json.loads(dumps(made.records))["maps"][0]["views"]] == ["Sales"]
    assert views_of(Document(loads(dumps(made.records)).values()), "m") == (SALES,)
    history.undo()
    assert dumps(made.records) == before


def test_views_follow_owners_that_are_merged():
    made = document(*owners("cs", "sales", "ops"), views=(MapView(name="All", owners=("sales", "", "cs")), SALES))
    history, before = History(made), dumps(made.records)
    merge_owners(made, "cs", ("sales",))
    assert [view.owners for view in views_of(made, MAP)] == [("cs", ""), ("cs",)]
    history.undo()
    assert dumps(made.records) == before
