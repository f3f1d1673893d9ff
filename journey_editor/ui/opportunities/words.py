"""What is said of many opportunities: which are meant, and what they cost and bring together."""

from collections.abc import Sequence
from typing import get_args

from journey_editor.assets import _
from journey_editor.core.edits.opportunities import status_name
from journey_editor.core.parts import Status
from journey_editor.core.records import Opportunity
from journey_editor.insight.actions import total
from journey_editor.insight.worth import gain_text
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.opportunities.model import Pick

_VERY_MANY = 1e9


def pick_name(pick: Pick) -> str:
    """Return what a choice of opportunities is called."""
    if pick in get_args(Status):
        return status_name(pick)  # type: ignore[arg-type]
    return _("All") if pick == "all" else _("Open")


def sum_words(rows: Sequence[Opportunity], unit: str) -> str:
    """Return what some opportunities cost and bring together, "" where nobody said; `unit` is the currency."""
    found = total(rows)
    if not found.cost and not found.benefit:
        return ""
    money = _("together: cost {cost}, benefit {benefit}")
    said = [money.format(cost=amount_text(found.cost, unit), benefit=amount_text(found.benefit, unit))]
    if found.gain is not None:
        said.append(gain_text(found.gain))
    return SEPARATOR.join(said)


def amount_text(amount: float, unit: str) -> str:
    """Return an amount in few letters: "184 k EUR", "1.5 m"."""
    for size, letter in ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(amount) >= size:
            return f"{_few(amount / size)} {letter} {unit}".strip()
    return f"{_few(amount)} {unit}".strip()


def _few(number: float) -> str:
    if abs(number) >= _VERY_MANY:
        return f"{number:.3g}"
    return f"{number:.3g}" if abs(number) < 1000 else f"{number:,.0f}"
