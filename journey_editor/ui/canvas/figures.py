"""Numbers and times of stages as words that are edited in place, on the funnel and on the time axis."""

from collections.abc import Mapping
from typing import Literal

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.numbers import set_counts, set_period
from journey_editor.core.funnel import counts_meant, counts_text
from journey_editor.core.records import Record, Stage
from journey_editor.core.times import span_meant, span_text
from journey_editor.core.titles import shortened
from journey_editor.layout.primitives import Element, Picture, Role

Figures = Literal["counts", "period"]

FIGURES: Mapping[Role, Figures] = {"number": "counts", "span": "period"}
"""What is edited where an element of a role is edited."""

ROLES: Mapping[str, Role] = {figures: role for role, figures in FIGURES.items()}


def figures_text(record: Record, field: str) -> str:
    """Return how many entered and completed a stage, or when it is, in words that can be edited."""
    if not isinstance(record, Stage):
        return ""
    return counts_text(record) if field == "counts" else span_text(record.start_day, record.end_day)


def asks_for(field: str) -> str:
    """Return what such a field asks for, by an example."""
    return _("1000 → 620") if field == "counts" else _("Weeks 5–8")


def take_figures(document: Document, record: Record, field: str, words: str) -> str:
    """Make words a stage's numbers or its time; return in one sentence why they are none, "" where they were taken."""
    if field == "counts":
        found = counts_meant(words)
        if found is None:
            said = _("“{words}” says no numbers: entered and completed, such as 1000 → 620.")
            return said.format(words=_short(words))
        set_counts(document, record.id, *found)
        return ""
    span = span_meant(words) if words.strip() else None
    if span is None and words.strip():
        return _("“{words}” says no time, such as weeks 5–8 or months 6–12.").format(words=_short(words))
    set_period(document, record.id, span.start if span else None, span.end if span else None)
    return ""


def element_in(picture: Picture, record: str, field: str) -> Element | None:
    """Return the element of a picture that shows a stage's numbers or its time, None where neither is shown."""
    role = ROLES[field]
    found = (each for strip in picture.strips for each in strip.showing(record) if each.role == role)
    return next(found, None)


def _short(words: str) -> str:
    return shortened(words, 40)
