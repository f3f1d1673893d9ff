"""Where a metric stands between baseline and target, whichever way is better."""

from hypothesis import given, strategies as st

from journey_editor.core.measures import course, gap, progress
from journey_editor.core.records import Metric

numbers = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False), st.integers(-100, 100).map(float))


def metric(**fields):
    return Metric(id="x", map="m", rank="a0", on="s", name="Time to value", **fields)


def test_the_gap_is_negative_where_it_falls_short_whichever_way_is_better():
    assert gap(metric(better="lower", current=65, expected=30)) == -35
    assert gap(metric(current=50, expected=70)) == -20
    assert gap(metric(current=80, expected=70)) == 10
    assert gap(metric(current=80)) is None


def test_progress_is_the_share_of_the_way_that_is_done():
    assert progress(metric(better="lower", baseline=65, current=51.5, target=38)) == 0.5
    assert progress(metric(baseline=100, current=400, target=500)) == 0.75
    assert progress(metric(baseline=100, current=50, target=200)) == -0.5
    assert progress(metric(baseline=5, current=5, target=5)) is None
    assert progress(metric(current=5, target=7)) is None


def test_a_percentage_without_a_baseline_lies_between_nothing_and_all():
    found = course(metric(unit="%", current=65, target=75))
    assert (found.now, found.target) == (0.65, 0.75)


def test_with_a_baseline_the_bar_begins_there_and_goes_a_little_beyond_the_target():
    lower = course(metric(better="lower", baseline=65, current=51.5, target=38))
    higher = course(metric(baseline=100, current=300, target=500, expected=500))
    assert round(lower.now * 1.1, 9) == round(higher.now * 1.1, 9) == 0.5
    assert round(lower.target * 1.1, 9) == 1.0
    assert higher.expected == higher.target


def test_without_a_baseline_what_should_fall_begins_where_it_is():
    found = course(metric(better="lower", current=65, target=38))
    assert found.now == 0.0
    assert round(found.target * 1.1, 9) == 1.0
    assert course(metric(better="lower", current=30, target=38)).now == 1.0


@given(numbers, numbers, numbers, numbers, st.sampled_from(("lower", "higher")), st.sampled_from(("", "%", "days")))
def test_whatever_the_numbers_places_lie_on_the_bar(baseline, current, expected, target, better, unit):
    given_metric = metric(
        baseline=baseline, current=current, expected=expected, target=target, better=better, unit=unit
    )
    found = course(given_metric)
    assert found is None or all(0 <= each <= 1 for each in found if each is not None)
    done, apart = progress(given_metric), gap(given_metric)
    assert done is None or abs(done) < float("inf")
    assert apart is None or abs(apart) < float("inf")


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(-50, 50))
def test_further_along_the_way_is_further_to_the_right(baseline, target, current):
    if baseline == target:
        return
    way = 1 if target > baseline else -1
    better = "higher" if way > 0 else "lower"
    here = course(metric(baseline=baseline, current=current, target=target, better=better))
    there = course(metric(baseline=baseline, current=current + way, target=target, better=better))
    assert there.now - there.target >= here.now - here.target - 1e-9
