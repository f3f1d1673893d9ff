from hypothesis import given, strategies as st

from journey_editor.core.lanes import ALONE_LANE, NOBODYS_LANE, Lane
from journey_editor.core.letters import lane_letters, stage_letters
from journey_editor.core.records import Owner
from tests.building import journey, stage, touchpoint


def lanes(*names):
    return list(lane_letters(journey(*map_owners(names))).values())


def map_owners(names):
    return [Owner(id=f"o{place}", rank=f"a{place:04}", name=name) for place, name in enumerate(names)]


def stages(count):
    return list(stage_letters(journey(*(stage(f"s{place}", f"a{place:04}") for place in range(count)))).values())


def test_lanes_have_their_initials():
    assert lanes("Marketing", "Sales", "Customer Success", "Product", "Support") == ["M", "S", "C", "P", "U"]
    assert lanes("Überzeugen", "émile", "Finance") == ["U", "E", "F"]


def test_of_a_taken_initial_another_word_comes_first():
    assert lanes("Customer Care", "Customer Success", "Sales") == ["C", "U", "S"]
    assert lanes("Customer Care", "Customer Success") == ["C", "S"]


def test_a_name_without_letters_left_gets_a_free_one():
    assert lanes("A", "A", "A", "", "日本") == ["A", "B", "C", "D", "E"]
    assert lanes(*["A"] * 36)[25:] == ["Z", *"1234567890"]


def test_very_many_lanes_have_two_signs_each():
    found = lanes(*["A"] * 37)
    assert found[:2] == ["AA", "AB"] and len(set(found)) == 37
    assert {len(letters) for letters in found} == {2}


def test_the_lanes_without_owner_have_letters_where_they_are_used():
    found = journey(*map_owners(["Sales"]), stage("s"), touchpoint("a", "s"), touchpoint("b", "s", kind="action"))
    assert lane_letters(found) == {Lane("owner", "o0"): "S", NOBODYS_LANE: "N", ALONE_LANE: "C"}


def test_stages_are_counted():
    assert stages(3) == ["A", "B", "C"]
    assert stages(26)[-1] == "Z"
    assert stages(27)[:3] == ["AA", "AB", "AC"]
    assert stages(700)[-1] == "BAX"


@given(st.lists(st.text(max_size=4), max_size=40))
def test_no_two_lanes_share_a_letter_and_none_begins_another(names):
    found = lanes(*names)
    assert len(set(found)) == len(names) and len({len(each) for each in found}) <= 1
