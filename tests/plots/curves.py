"""Curves for tests, built from valences in a line, and a strategy of curves of all shapes."""

from typing import Any

from hypothesis import strategies as st

from journey_editor.layout.primitives import CurveData, CurveInk, FeltPoint

COLUMN, HEIGHT = 40.0, 100.0
INK = CurveInk(felt="#23211E", believed="#A8A195", spread="#625D55", trough="#D55E00", zero="#C9C3B8")

_valences = st.integers(-20, 20).map(lambda tenth: tenth / 10)
_spreads = st.none() | st.tuples(_valences, _valences)
_points = st.tuples(_valences, st.none() | _valences, _spreads, st.booleans())


def curve(*valences: float, believed: Any = (), spread: Any = None, troughs: Any = ()) -> CurveData:
    """A curve with a point for each column; `spread` is by place, `believed` by column."""
    spread = spread or {}
    felt = tuple(
        FeltPoint(f"t{place}", middle(place), valence, "research", None, *spread.get(place, (None, None)))
        for place, valence in enumerate(valences)
    )
    lines = tuple((middle(place), valence) for place, valence in enumerate(believed))
    spans = tuple((middle(place) - 18, middle(place) + 18) for place in troughs)
    return CurveData(felt, lines, spans, HEIGHT / 2, 20.0, INK)


def middle(place: int) -> float:
    """Where the point of a column stands."""
    return (place + 0.5) * COLUMN


def width(data: CurveData) -> float:
    """The width of a figure that holds all its points."""
    xs = [point.x for point in data.felt] + [x for x, _valence in data.believed]
    return max(xs, default=0.0) + COLUMN / 2


@st.composite
def curves(draw: st.DrawFn, size: int | None = None) -> CurveData:
    """Any curve: with and without beliefs, spreads and troughs."""
    points = draw(st.lists(_points, min_size=size or 0, max_size=size or 12))
    felt = tuple(
        FeltPoint(f"t{place}", middle(place), valence, "workshop", belief, *(spread or (None, None)))
        for place, (valence, belief, spread, _trough) in enumerate(points)
    )
    believed = tuple((point.x, point.believed) for point in felt if point.believed is not None)
    troughs = tuple((p.x - 18, p.x + 18) for p, (*_, trough) in zip(felt, points, strict=True) if trough)
    return CurveData(felt, believed, troughs, HEIGHT / 2, 20.0, INK)
