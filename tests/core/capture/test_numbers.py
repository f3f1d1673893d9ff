"""Numbers of the capture line: what a metric counts, what hands come to."""

import pytest

from journey_editor.core.capture.captured import CapturedMetric as Metric
from journey_editor.core.capture.numbers import Spread, metric, number, spread


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("first login within 7 days 65%>75%", Metric("first login within 7 days", 65, 75, "%")),
        ("time to value 65 → 38 days", Metric("time to value", 65, 38, "days")),
        ("time to value 65 days > 38 days", Metric("time to value", 65, 38, "days")),
        ("time to value 65d->38d", Metric("time to value", 65, 38, "d")),
        ("time 65 d > 38 days", Metric("time d", 65, 38, "days")),
        ("churn 5 % monthly", Metric("churn monthly", 5, None, "%")),
        ("NPS: 30>50", Metric("NPS", 30, 50)),
        ("steps 5>6>7", Metric("steps 5>", 6, 7)),
        ("a 1>2 b 3>4 c", Metric("a 1>2 b", 3, 4, "c")),
        ("a 1>2, b 3", Metric("a, b 3", 1, 2)),
        ("leads 1.299", Metric("leads", 1299)),
        ("leads 1,299>2.500,5 a month", Metric("leads month", 1299, 2500.5, "a")),
        ("score 7.2 → 8,95", Metric("score", 7.2, 8.95)),
        ("churn −5>+3", Metric("churn", -5, 3)),
        ("price $49>$39/mo", Metric("price", 49, 39, "$/mo")),
        ("cost 49 €, each", Metric("cost, each", 49, None, "€")),
        ("B2B leads", Metric("B2B leads")),
        ("version 1.2.3", Metric("version 1.2.3")),
        ("a > b", Metric("a > b")),
        ("satisfaction (of 5) 3", Metric("satisfaction (of 5)", 3)),
        ("usage 12345678901234567890", Metric("usage 12345678901234567890")),
    ],
)
def test_a_metric_is_its_last_pair_or_number(text: str, wanted: Metric):
    assert metric(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("1.299", 1299), ("1,299", 1299), ("0.299", 0.299), ("1.2999", 1.2999), ("1.299.000,5", 1299000.5),
     ("12,345.67", 12345.67), ("7,25", 7.25), ("-3", -3), ("–3", -3), ("+3", 3), ("1,2,3", None), ("1..2", None)],
)  # fmt: skip
def test_dots_and_commas(text: str, wanted: float | None):
    assert number(text) == wanted


def test_hands_come_to_a_median_and_its_ends():
    assert spread((0, 2, 7, 3, 0)) == Spread(12, -1, 1, 0)
    assert spread((1, 0, 0, 1, 0)) == Spread(2, -2, 1, -0.5)
    assert spread((0, 0, 0, 0, 9)) == Spread(9, 2, 2, 2)
