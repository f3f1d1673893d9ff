"""A countdown by a clock of its own: it runs, rests, gets more time and is over, and never tells less than nothing."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.countdown import LONGEST, Countdown, clock_text, seconds_of


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def countdown(clock: Clock) -> Countdown:
    made = Countdown(clock)
    made.start(300)
    return made


def test_before_it_is_started_there_is_nothing() -> None:
    made = Countdown()
    made.pause()
    made.add(60)
    assert (made.phase, made.left, made.whole) == ("off", 0.0, 0.0)


def test_it_runs_down_and_is_over(countdown: Countdown, clock: Clock) -> None:
    clock.now += 100
    assert (countdown.phase, countdown.left, countdown.whole) == ("running", 200, 300)
    clock.now += 1000
    assert (countdown.phase, countdown.left) == ("over", 0.0)


def test_while_it_rests_no_time_goes_by(countdown: Countdown, clock: Clock) -> None:
    clock.now += 100
    countdown.pause()
    clock.now += 500
    assert (countdown.phase, countdown.left) == ("paused", 200)
    countdown.pause()
    clock.now += 50
    assert (countdown.phase, countdown.left) == ("running", 150)


def test_more_time_makes_it_longer_than_it_was(countdown: Countdown, clock: Clock) -> None:
    clock.now += 30
    countdown.add(60)
    assert (countdown.left, countdown.whole) == (330, 330)
    clock.now += 100
    countdown.add(60)
    assert (countdown.left, countdown.whole) == (290, 330)


def test_more_time_keeps_it_resting(countdown: Countdown, clock: Clock) -> None:
    countdown.pause()
    countdown.add(60)
    clock.now += 10
    assert (countdown.phase, countdown.left) == ("paused", 360)


def test_more_time_after_the_end_runs_for_just_that_long(countdown: Countdown, clock: Clock) -> None:
    clock.now += 1000
    countdown.add(60)
    assert (countdown.phase, countdown.left, countdown.whole) == ("running", 60, 60)


def test_it_is_put_away(countdown: Countdown) -> None:
    countdown.stop()
    assert (countdown.phase, countdown.left) == ("off", 0.0)


@pytest.mark.parametrize("seconds", [0.0, -5.0, float("nan")])
def test_no_time_cannot_be_started(countdown: Countdown, seconds: float) -> None:
    with pytest.raises(ValueError, match="is no time"):
        countdown.start(seconds)
    assert countdown.whole == 300


def test_nobody_waits_longer_than_a_day(countdown: Countdown) -> None:
    countdown.start(1e9)
    countdown.add(1e9)
    assert (countdown.left, countdown.whole) == (pytest.approx(LONGEST), LONGEST)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(384, "6:24"), (383.2, "6:24"), (60, "1:00"), (59.01, "1:00"), (0.2, "0:01"), (0, "0:00"), (3600, "1:00:00")],
)
def test_a_time_is_read_as_on_a_clock(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("5", 300), (" 15 ", 900), ("2.5", 150), ("2,5", 150), ("1:30", 90), ("0:05", 5), ("0", None), ("", None),
     ("-5", None), ("-1:90", None), ("x", None), ("1:2:3", None), ("nan", None), ("inf", None), ("1e9", None),
     ("٥", None)],
)  # fmt: skip
def test_minutes_are_typed_as_people_write_them(text: str, seconds: float | None) -> None:
    assert seconds_of(text) == seconds


@given(st.text(max_size=12))
def test_any_text_is_a_time_within_a_day_or_none(text: str) -> None:
    found = seconds_of(text)
    assert found is None or 0 < found <= LONGEST


@given(st.integers(1, 86_400))
def test_what_a_clock_shows_can_be_typed(seconds: int) -> None:
    if seconds < 3600:
        assert seconds_of(clock_text(seconds)) == seconds
