from hypothesis import given, strategies as st

from journey_editor.core.change import Change, changed_fields, difference, inverse, then
from journey_editor.core.records import Record
from tests.building import touchpoint

IDS = ("a", "b", "c", "d")
STATES = st.dictionaries(st.sampled_from(IDS), st.integers(0, 2)).map(
    lambda chosen: {key: touchpoint(key, title=f"{key}{value}") for key, value in chosen.items()}
)


def applied(change: Change, records: dict[str, Record]) -> dict[str, Record]:
    """The plain meaning of a change, written out."""
    new = dict(records)
    for key, before, after in change:
        assert new.get(key) == before
        if after is None:
            del new[key]
        else:
            new[key] = after
    return new


@given(STATES, STATES)
def test_the_difference_leads_from_one_to_the_other_and_its_inverse_back(old, new):
    change = difference(old, new)
    assert applied(change, old) == new
    assert applied(inverse(change), new) == old
    assert bool(change) == (old != new)


@given(STATES, STATES, STATES)
def test_two_in_a_row_are_one(first, second, third):
    squashed = then(difference(first, second), difference(second, third))
    assert squashed == difference(first, third)


@given(STATES, STATES, STATES, STATES)
def test_squashing_is_associative(first, second, third, fourth):
    one, two, three = difference(first, second), difference(second, third), difference(third, fourth)
    assert then(then(one, two), three) == then(one, then(two, three))


@given(STATES, STATES)
def test_there_and_back_is_nothing(old, new):
    change = difference(old, new)
    assert not then(change, inverse(change))


def test_added_then_removed_is_nothing_and_removed_then_added_an_update():
    card = touchpoint("a")
    other = card.with_(title="Other")
    added, removed = difference({}, {"a": card}), difference({"a": card}, {})
    assert not then(added, removed)
    assert then(removed, difference({}, {"a": other})).pairs["a"] == (card, other)
    assert added.added == (card,) and removed.removed == (card,)


def test_changed_fields_are_named():
    card = touchpoint("a")
    assert changed_fields(card, card.with_(title="x", votes=2)) == ("title", "votes")
