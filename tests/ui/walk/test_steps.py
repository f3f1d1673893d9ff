"""How far a walk has come, whatever becomes of the map, and how long each card was met."""

from journey_editor.core.edits.walks import Impression
from journey_editor.ui.walk.steps import Steps
from tests.building import MAP, journey, row, stage


class Clock:
    """A clock that is wound by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def walk(*ids: str) -> tuple[Steps, Clock]:
    clock = Clock()
    steps = Steps(MAP, clock)
    steps.follow(journey(stage("s"), *row(*ids)))
    return steps, clock


def test_cards_are_met_one_by_one_there_and_back():
    steps, _clock = walk("a", "b", "c")
    steps.meet()
    assert (steps.here, steps.place, steps.count, steps.met) == ("a", 0, 3, 1)
    assert steps.step(1) and steps.step(1) and not steps.step(1) and steps.here == "c"
    assert steps.go(0) and not steps.step(-1) and not steps.go(3) and steps.here == "a"
    steps.say(valence=1.0)
    steps.say(note="So")
    assert steps.said == Impression(1.0, note="So") and steps.walked == {"a": Impression(1.0, note="So")}


def test_each_card_has_a_watch_that_rests_with_the_walk():
    steps, clock = walk("a", "b")
    steps.meet()
    clock.now = 10
    steps.step(1)
    steps.meet()
    clock.now = 15
    assert steps.seconds == 5
    steps.rest()
    clock.now = 99
    assert steps.seconds == 5
    steps.go_on()
    steps.go_on()
    clock.now = 100
    assert steps.seconds == 6
    steps.step(-1)
    assert steps.seconds == 10
    steps.step(1)
    assert steps.seconds == 6, "what was counted before a rest counts on"


def test_a_card_that_is_gone_gives_its_place_to_the_next_and_what_was_said_waits():
    steps, clock = walk("a", "b", "c")
    steps.go(1)
    steps.meet()
    steps.say(valence=-1.0)
    clock.now = 4
    steps.follow(journey(stage("s"), *row("a", "c")))
    assert (steps.here, steps.place, steps.count, steps.met) == ("c", 1, 2, 0)
    clock.now = 6
    assert steps.seconds == 2
    steps.follow(None)
    assert steps.here == "" and steps.count == 0
    steps.say(valence=2.0)
    steps.follow(journey(stage("s"), *row("x", "a", "b", "c")))
    assert steps.here == "c" and steps.place == 3
    steps.go(2)
    assert steps.said.valence == -1 and steps.seconds == 4 and steps.says_something


def test_meeting_a_card_says_nothing_of_it():
    steps, _clock = walk("a")
    steps.meet()
    assert not steps.says_something and steps.walked == {"a": Impression()}
    steps.kept = "new"
    steps.say(unneeded=True)
    assert steps.says_something and steps.kept is None, "what was said since is not in the map that was kept"
