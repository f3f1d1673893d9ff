"""The rule `delight`: high points of the feeling, which are worth keeping."""

from collections.abc import Iterator
from itertools import groupby

from journey_editor.assets import _
from journey_editor.core.words import valence_text
from journey_editor.insight.case import Case
from journey_editor.insight.finding import Finding

HIGH = 1.0
"""From this valence on a high point is a delight."""


def delight(case: Case) -> Iterator[Finding]:
    """Find runs of equal valence (1 or more) that are higher than their neighbour on each side that they have."""
    runs = [
        (valence, tuple(each.id for each, _emotion in felt))
        for valence, felt in groupby(case.felt, key=lambda felt: felt[1].valence)
    ]
    for place, (valence, ids) in enumerate(runs):
        beside = [other for other, _ids in (*runs[max(place - 1, 0) : place], *runs[place + 1 : place + 2])]
        if valence >= HIGH and beside and valence > max(beside):
            said = _("At “{title}” the feeling rises to {valence}: keep this when other things change.")
            said = said.format(title=case.name(ids[0]), valence=valence_text(valence))
            yield Finding("delight", "info", ids, {"valence": valence}, said)
