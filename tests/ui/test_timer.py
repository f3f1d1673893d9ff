"""The timer tells whoever shows it: when its digits change, when it begins, rests or ends, and once when it is up."""

from pytestqt.qtbot import QtBot

from journey_editor.ui.timer import Timer


class Clock:
    """A clock that a test turns."""

    now = 50.0

    def __call__(self) -> float:
        return self.now


def test_what_is_left_is_told_as_digits_and_as_a_share(qtbot: QtBot):
    clock = Clock()
    timer = Timer(clock)
    assert (timer.phase, timer.words, timer.share) == ("off", "0:00", 0.0)
    timer.start(600)
    clock.now += 216
    assert (timer.phase, timer.words, timer.share) == ("running", "6:24", 0.64)


def test_each_change_is_told(qtbot: QtBot):
    timer = Timer(Clock())
    phases: list[str] = []
    timer.turned.connect(lambda: phases.append(timer.phase))
    timer.start(60)
    timer.pause()
    timer.add_minute()
    assert timer.words == "2:00"
    timer.pause()
    timer.stop()
    assert phases == ["running", "paused", "running", "off"]


def test_by_itself_it_ticks_and_ends_once(qtbot: QtBot):
    timer = Timer()
    ended: list[str] = []
    timer.ended.connect(lambda: ended.append(timer.words))
    with qtbot.waitSignals([timer.ticked, timer.ended], timeout=5000):
        timer.start(0.05)
    timer.pause()
    assert (timer.phase, ended) == ("over", ["0:00"])
    timer.add_minute()
    assert timer.phase == "running"
    timer.stop()
    assert ended == ["0:00"]
