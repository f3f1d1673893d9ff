"""The fields in which something that aged is corrected: what they are called, what they show, how they are read."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from journey_editor.assets import _
from journey_editor.core.dates import day_meant, full_day_text
from journey_editor.core.records import Evidence, Metric, Opportunity, Record, Stage, Touchpoint
from journey_editor.core.titles import shortened
from journey_editor.insight.ageing import COUNTS

_MINUS = str.maketrans("−–", "--")
_BLANKS = str.maketrans("", "", " \u00a0\u202f'’")
_MOST = 10**12


class Misfit(ValueError):
    """What was typed means nothing for its field; the message says so."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A field: the key of what it changes, its label, what it shows and how it is read."""

    key: str
    label: str
    shown: str
    read: Callable[[str], Any]


def corrections_of(record: Record, today: date) -> tuple[Correction, ...]:
    """Return the fields of something that aged, the most important first."""
    if isinstance(record, Stage):
        names = {"entered": _("Came in"), "completed": _("Got through"), "activated": _("Reached first value"),
                 "tickets": _("Tickets")}  # fmt: skip
        values = {key: record.__dict__[key] for key in COUNTS}
        return tuple(
            Correction(key, names[key], str(value), whole) for key, value in values.items() if value is not None
        )
    if isinstance(record, Metric):
        shown = "" if record.current is None else _digits(record.current)
        return (Correction("current", _("Now ({unit})").format(unit=shortened(record.unit, 24)) if record.unit
                           else _("Now"), shown, number),)  # fmt: skip
    if isinstance(record, Evidence):
        day = Correction("date", _("Date"), _day(record.date), lambda text: past_day(text, today))
        return (day, Correction("n", _("How many"), "" if record.n is None else str(record.n), whole_or_none))
    if isinstance(record, Opportunity):
        return (Correction("due", _("Due"), _day(record.due), lambda text: coming_day(text, today)),)
    if isinstance(record, Touchpoint) and record.emotion is not None:
        return (Correction("valence", _("Feels (−2 to +2)"), _digits(record.emotion.valence), valence),)
    return ()


def number(text: str) -> float:
    """Return the number that a text means. Raises Misfit where it means none."""
    bare = text.translate(_MINUS).translate(_BLANKS).rstrip("%")
    bare = bare.replace(",", ".") if bare.count(",") == 1 and "." not in bare else bare.replace(",", "")
    try:
        found = float(bare)
    except ValueError:
        raise Misfit(_("“{text}” is not a number.").format(text=shortened(text, 40))) from None
    if not math.isfinite(found):
        raise Misfit(_("“{text}” is not a number.").format(text=shortened(text, 40)))
    return found


def whole(text: str) -> int:
    """Return the whole number from 0 that a text means; groups of three are thousands. Raises Misfit."""
    bare = text.translate(_BLANKS).replace(",", "").replace(".", "")
    if not (bare.isascii() and bare.isdigit()) or int(bare[:20]) > _MOST:
        raise Misfit(_("“{text}” is not a whole number.").format(text=shortened(text, 40)))
    return int(bare)


def whole_or_none(text: str) -> int | None:
    """Return the whole number that a text means, None for no text. Raises Misfit."""
    return whole(text) if text.strip() else None


def valence(text: str) -> float:
    """Return the feeling from -2 to +2 that a text means. Raises Misfit."""
    found = number(text)
    if not -2 <= found <= 2:
        raise Misfit(_("A feeling lies between −2 and +2."))
    return found


def past_day(text: str, today: date) -> date:
    """Return the day that a text means, one without a year being the last. Raises Misfit."""
    return _read_day(text, day_meant(text, today, past=True))


def coming_day(text: str, today: date) -> date | None:
    """Return the day that a text means, one without a year being the next, None for no text. Raises Misfit."""
    return _read_day(text, day_meant(text, today)) if text.strip() else None


def _read_day(text: str, found: date | None) -> date:
    if found is None:
        raise Misfit(_("“{text}” is no day: write 30 Nov 2026.").format(text=shortened(text, 40)))
    return found


def _day(day: date | None) -> str:
    return "" if day is None else full_day_text(day)


def _digits(value: float) -> str:
    short = f"{value:.10g}"
    return (short if float(short) == value else repr(value)).replace("-", "−")
