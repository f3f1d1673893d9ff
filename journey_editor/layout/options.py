"""What may differ between two pictures of one map: theme, page and what is shown."""

from dataclasses import dataclass
from datetime import date

from journey_editor.layout.form import DESK, Form
from journey_editor.layout.style import LIGHT, Style


@dataclass(frozen=True, slots=True)
class Options:
    """How a map is laid out; all lengths in points.

    `width` stretches the columns to fill a page of that width, `column` is the least width of a column, `band` the
    height of the emotion band, `lane` the least height of a lane in use, `label` the width of the lanes' names and
    `margin` what stays free around the map. `overlay` lays the curve over the swimlanes instead of into a band of
    its own, `private` shows private notes. `today` makes "reviewed 12 days ago" of the date of review.
    `form` says how large cards are, `heads` shows those of stages, `even` makes columns that fill a width equally
    wide whatever is in them, `top` is where the map begins, at the margin where it is None.
    `persona` shows the card of whose journey it is.
    """

    style: Style = LIGHT
    today: date | None = None
    width: float | None = None
    column: float = 90.0
    band: float = 160.0
    lane: float = 80.0
    label: float = 104.0
    margin: float = 24.0
    title: bool = True
    rows: bool = True
    legend: bool = True
    overlay: bool = False
    form: Form = DESK
    heads: bool = True
    even: bool = False
    top: float | None = None
    private: bool = True
    persona: bool = True
