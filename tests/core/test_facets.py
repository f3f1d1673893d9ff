"""What a view asks for, in words; what a map offers to be asked for; one thing more and one less."""

from hypothesis import given, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.edits.removal import remove
from journey_editor.core.facets import (
    Facet,
    asked_by,
    at_least,
    facets_like,
    facets_of,
    living,
    numbered,
    with_facet,
    without_facet,
)
from journey_editor.core.parts import MapView
from journey_editor.core.records import Evidence
from journey_editor.core.showing import EVERYTHING, shows_all
from tests.building import MAP, document, note, opportunity, owners, stage, touchpoint


def sample() -> Document:
    """A map with something of each kind."""
    return document(
        *owners("cs", "sales"),
        Evidence(id="iv", rank="a0", title="Interviews"),
        stage("s", tags=("Launch",)),
        touchpoint("a", "s", "a0", channel="email", votes=4),
        touchpoint("b", "s", "a1", channel="Carrier pigeon"),
        touchpoint("c", None, tags=("churn",)),
        note("n", "a", votes=5),
        opportunity("o", "a", tags=("Launch", "Q3")),
    )


def test_a_map_offers_what_it_has():
    words = [(each.field, each.words) for each in facets_of(sample(), MAP)]
    assert words == [
        ("owners", "Cs"), ("owners", "Sales"), ("owners", "No owner"),
        ("channels", "Carrier pigeon"), ("channels", "Email"), ("channels", "No channel"),
        ("tags", "churn"), ("tags", "Launch"), ("tags", "Q3"),
        ("evidence", "Backed by evidence"), ("evidence", "Assumed, not backed"), ("evidence", "Interviews"),
        ("severity", "Severity 1 or more"), ("severity", "Severity 2 or more"), ("severity", "Severity 3 or more"),
        ("severity", "Severity 4 or more"), ("severity", "Severity 5"),
        ("votes", "1 vote or more"), ("votes", "2 votes or more"), ("votes", "3 votes or more"),
        ("votes", "5 votes or more"),
    ]  # fmt: skip


def test_records_are_found_by_what_they_have():
    made = sample()
    records = made.records

    def words(field: str, *ids: str) -> list[str]:
        return [each.words for each in facets_like(made, field, [records[each] for each in ids])]

    assert words("owners", "a", "cs", "s") == ["No owner", "Cs"]
    assert words("channels", "a", "b", "n") == ["Email", "Carrier pigeon"]
    assert words("tags", "s", "o", "c", "n") == ["Launch", "Q3", "churn"]
    assert words("evidence", "a", "iv") == ["Assumed, not backed", "Interviews"]


def test_a_number_asks_for_severity_or_votes():
    assert [each.words for each in numbered("at least 4")] == ["Severity 4 or more", "4 votes or more"]
    assert numbered("7") == (at_least("votes", 7),)
    assert numbered("none") == numbered("0") == ()


def test_what_is_gone_is_told_and_left_out_where_a_view_is_chosen():
    made = sample()
    view = MapView(name="V", owners=("sales", ""), evidence=("iv", "backed"))
    remove(made, ("sales", "iv"))
    assert [each.words for each in asked_by(made, view)] == [
        "Removed owner",
        "No owner",
        "Removed evidence",
        "Backed by evidence",
    ]
    assert living(made, view) == MapView(name="V", owners=("",), evidence=("backed",))


@given(st.lists(st.sampled_from(facets_of(sample(), MAP)), max_size=8))
def test_what_is_added_is_told_and_what_is_taken_away_again_leaves_nothing(chosen: list[Facet]):
    made, view = sample(), EVERYTHING
    for facet in chosen:
        view = with_facet(view, facet)
        assert facet in asked_by(made, view)
    lists = {each for each in chosen if each.field not in ("severity", "votes")}
    assert lists == {each for each in asked_by(made, view) if each.field not in ("severity", "votes")}
    for facet in asked_by(made, view):
        view = without_facet(view, facet)
    assert shows_all(view)
