import pytest

from journey_editor.layout.compose import compose
from journey_editor.layout.keys import with_keys
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Box, Line
from journey_editor.layout.style import LIGHT
from tests.building import journey, note, owners, row, stage

OPTIONS = Options()
NAME = "Customer Success of the Northern Countries and Islands"


@pytest.fixture
def plain():
    goal = note("g", "s", "goal", text="Reach the first value that is worth the price of the whole thing")
    people = [*owners("sales", "idle"), *owners("long")]
    people[2] = people[2].with_(name=NAME, rank="b0")
    cards = [each.with_(owner=owner) for each, owner in zip(row("a", "b"), ("sales", "long"), strict=True)]
    return compose(journey(*people, stage("s", when="May"), *cards, goal), OPTIONS)


@pytest.fixture
def keyed(plain):
    return with_keys(plain, {"s": "D"}, {"sales": "S", "long": "AB", "idle": "I"}, LIGHT)


def of(picture, role, record):
    return next(each for each in picture.elements if (each.role, each.record) == (role, record))


def words(element):
    return [part.text for part in element.parts if isinstance(part, Line)]


def test_all_but_heads_and_lanes_stays_as_it_was(plain, keyed):
    assert (plain.width, plain.height, plain.grid) == (keyed.width, keyed.height, keyed.grid)
    differing = [each.role for each, was in zip(keyed.elements, plain.elements, strict=True) if each != was]
    assert sorted(set(differing)) == ["lane", "stage"]
    assert all(
        each.rect == was.rect and (each != was or each.parts is was.parts)
        for each, was in zip(keyed.elements, plain.elements, strict=True)
    )


def test_equal_pictures_get_the_very_same_elements(plain, keyed):
    again = with_keys(plain, {"s": "D"}, {"sales": "S", "long": "AB", "idle": "I"}, LIGHT)
    assert all(each is other for each, other in zip(again.elements, keyed.elements, strict=True))


def test_keys_are_there_and_all_stays_within(keyed):
    for role, record, letters in [("stage", "s", "D"), ("lane", "sales", "S"), ("lane", "long", "AB")]:
        element = of(keyed, role, record)
        assert words(element)[-1] == letters
        box = [part for part in element.parts if isinstance(part, Box)][-1]
        assert box.x > 0 and box.x + box.width < element.rect.width
        assert box.y > 0 and box.y + box.height < element.rect.height
        for part in element.parts:
            if isinstance(part, Line):
                assert part.y < element.rect.height - 2 and part.x + part.width <= element.rect.width
                inside = box.x <= part.x < box.x + box.width and box.y < part.y - 3 < box.y + box.height
                assert inside == (part.text == letters), part.text


def test_a_goal_makes_room_and_the_time_stays(plain, keyed):
    head, was = of(keyed, "stage", "s"), of(plain, "stage", "s")
    before = [part for part in was.parts if isinstance(part, Line)]
    after = [part for part in head.parts if isinstance(part, Line)]
    assert after[:2] == before[:2]
    assert all(new.x - old.x == 22 for new, old in zip(after[2:], before[2:], strict=False))


def test_a_thin_lane_has_its_key_before_its_name(keyed):
    lane = of(keyed, "lane", "idle")
    name, letters = [part for part in lane.parts if isinstance(part, Line)]
    assert (name.text, letters.text) == ("Idle", "I")
    assert letters.x + letters.width < name.x and abs(letters.y - name.y) < 1


def test_what_has_no_letters_stays(plain):
    assert with_keys(plain, {}, {}, LIGHT) == plain
