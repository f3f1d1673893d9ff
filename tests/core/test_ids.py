"""Ids for new records."""

from itertools import islice

from journey_editor.core.ids import fresh_id, rising_ids, seeded_ids


def test_ids_are_short_and_new():
    assert len({fresh_id() for _ in range(100)}) == 100
    assert len(fresh_id()) == 10


def test_seeded_ids_are_the_same_each_time():
    one, two, other = seeded_ids(1), seeded_ids(1), seeded_ids(2)
    assert [one() for _ in range(9)] == [two() for _ in range(9)] != [other() for _ in range(9)]


def test_rising_ids_sort_as_they_were_made():
    ids = rising_ids(1)
    made = [ids() for _ in range(2000)]
    assert made == sorted(set(made))
    assert made[:9] == list(islice(iter(rising_ids(1), ""), 9)) != list(islice(iter(rising_ids(2), ""), 9))
    assert {len(each) for each in made} == {10}
