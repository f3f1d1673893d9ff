"""From a field's value to the text that a person edits, and back. What does not fit is told in one sentence."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from journey_editor.assets import _
from journey_editor.core.dates import day_meant, full_day_text, looks_like_day
from journey_editor.core.freezing import NOTHING
from journey_editor.core.input import typed
from journey_editor.core.parts import Dismissal, Review
from journey_editor.core.reviews import cadence_meant, cadence_text
from journey_editor.core.times import (
    Span,
    duration_meant,
    duration_text,
    end_text,
    is_range,
    place_meant,
    span_meant,
    start_text,
)
from journey_editor.core.titles import in_line, shortened
from journey_editor.core.words import valence_text
from journey_editor.storage.refusal import reason_of
from journey_editor.ui.panels.inspector.fields import EditorKind

_LONGEST_AMOUNT = 60  # letters
_MONEY = re.compile(r"[^\d+\-−–.,]*([+\-−–]?[\d\s.,]*\d)\s*([km])?[^\d]*", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d)[.,\s](?=\d{3}(?!\d))")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,40}", re.ASCII)
_MINUS = str.maketrans({"−": "-", "–": "-", "\u00a0": "", "\u202f": ""})


class Misfit(ValueError):
    """A text that is no value of its field; the message is one sentence for people."""


def text_of(kind: EditorKind, value: Any) -> str:
    """Return the text that a value is edited as, "" for none."""
    if value is None or value == ():
        return ""
    if kind == "share":
        return _percent(value)
    if kind in ("valence", "feels", "believed"):
        return valence_text(value)
    if kind in ("number", "whole"):
        return _number(value)
    if kind == "money":
        return f"{value:,.10g}".replace(",", "\u202f")
    if kind in _TEXTS:
        return _TEXTS[kind](value)
    if kind in _LINES:
        return "\n".join(_line(kind, each) for each in value)
    if kind == "hands":
        return "/".join(str(each) for each in value)
    return str(value)


def value_from(kind: EditorKind, text: str, old: Any = None) -> Any:
    """Return the value that a text means in a field of a kind; `old` is what the field has now. Raises Misfit."""
    if kind in ("title", "words", "line", "word", "color", "channel", "kind", "web"):
        return typed(text)
    stripped = text.strip()
    if kind in _LINES:
        return _from_lines(kind, text, old or ())
    if not stripped:
        return None
    return _PARSERS[kind](stripped)


def sentence_of(error: Exception, label: str) -> str:
    """Return in one sentence why a value was not taken."""
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        said = reason_of(first, label)
        return said[:1].upper() + said[1:] + ("" if said.endswith(".") else ".")
    return str(error)


def _number(value: float) -> str:
    """Return a number in the shortest digits that read back as the very same."""
    if isinstance(value, int):
        return str(value)
    short = f"{value:.10g}"
    return short if float(short) == value else repr(value)


def _percent(share: float) -> str:
    """Return a share in percent; a decimal is moved by its digits, a float would be another one afterwards."""
    return f"{(Decimal(repr(share)) * 100).normalize():f}"


def _bare(text: str) -> str:
    """Return the digits of a number as programs write them: "−1,5 %" is "-1.5", "12,000" is "12000"."""
    bare = text.translate(_MINUS).replace(" ", "").rstrip("%")
    if _GROUPED.fullmatch(bare):
        return bare.replace(",", "")
    return bare.replace(",", ".") if bare.count(",") == 1 and "." not in bare else bare


def _as_number(text: str) -> float:
    bare = _bare(text)
    try:
        value = float(bare)
    except ValueError:
        raise Misfit(_("“{text}” is not a number.").format(text=shortened(text, 40))) from None
    if not math.isfinite(value):
        raise Misfit(_("“{text}” is not a number.").format(text=shortened(text, 40)))
    return value


def _as_money(text: str) -> float:
    """Read an amount, whatever currency stands around it: "€ 20k", "1.5 m", "20,000"; groups of three are thousands."""
    found = _MONEY.fullmatch(text) if len(text) <= _LONGEST_AMOUNT else None
    if found is None:
        raise Misfit(_("“{text}” is not an amount.").format(text=shortened(text, 40)))
    bare = _THOUSANDS.sub("", found[1])
    return _as_number(bare) * {"k": 1_000, "m": 1_000_000}.get((found[2] or "").lower(), 1)


def _as_whole(text: str) -> int:
    bare = _THOUSANDS.sub("", text.translate(_MINUS)).replace(" ", "")
    if _WHOLE.fullmatch(bare):
        return int(bare)
    value = _as_number(text)
    if not value.is_integer() or abs(value) > 1e15:
        raise Misfit(_("“{text}” is not a whole number.").format(text=shortened(text, 40)))
    return int(value)


def _as_valence(text: str) -> float:
    value = _as_number(text)
    if not -2 <= value <= 2:
        raise Misfit(_("A feeling lies between −2 and +2."))
    return round(value, 2) + 0.0


def _as_share(text: str) -> float:
    value = _as_number(text)
    if not 0 <= value <= 100:
        raise Misfit(_("A share lies between 0 and 100 %."))
    return float(Decimal(_bare(text)) / 100)


def _as_day(text: str, past: bool = False) -> date:
    day = day_meant(text, date.today(), past)
    if day is not None:
        return day
    if looks_like_day(text):
        raise Misfit(_("“{text}” is not a day of the calendar.").format(text=shortened(text, 40)))
    raise Misfit(_("“{text}” is no date: 15.12., 15 Dec 2026, Q2, +30d or tomorrow.").format(text=shortened(text, 40)))


def _as_past_day(text: str) -> date:
    return _as_day(text, past=True)


def _as_duration(text: str) -> float:
    days = duration_meant(text)
    if days is None:
        raise Misfit(_("“{text}” is no length of time: 40 min, 3 h, 1.5 d or 2 wk.").format(text=shortened(text, 40)))
    return days


def _as_cadence(text: str) -> int:
    days = cadence_meant(text)
    if days is None or days > 1e15:
        words = _("“{text}” is no number of whole days: quarterly, 90 days, 12 wk or 3 months.")
        raise Misfit(words.format(text=shortened(text, 40)))
    return days


def _as_start(text: str) -> float | Span:
    return _as_place(text, lambda span: span.start)


def _as_end(text: str) -> float | Span:
    return _as_place(text, lambda span: span.end)


def _as_place(text: str, edge: Callable[[Span], float]) -> float | Span:
    """Return an end of a stage, or both where a text names both."""
    if span := span_meant(text):
        return span if is_range(text) else edge(span)
    if (day := place_meant(text)) is not None:
        return day
    words = _("“{text}” is no time of a journey: week 5, W5–8, month 3 or 90 d.")
    raise Misfit(words.format(text=shortened(text, 40)))


def _as_hands(text: str) -> tuple[int, ...]:
    parts = text.split("/")
    if len(parts) != 5:
        raise Misfit(_("Five numbers from desperate to delighted, such as 0/2/7/3/0."))
    return tuple(_as_whole(part) for part in parts)


def _from_lines(kind: EditorKind, text: str, old: Sequence[Any]) -> tuple[Any, ...]:
    """Read one value a line; a line that was not touched keeps its very value, with what is not shown of it."""
    known = {_line(kind, each): each for each in old}
    parse = {"lines": str, "history": _history, "reviews": _review, "dismissed": _dismissal}[kind]
    lines = [line.strip() for line in typed(text).splitlines() if line.strip()]
    return tuple(known[line] if line in known else parse(line) for line in lines)


def _line(kind: EditorKind, value: Any) -> str:
    """Return what stands for a value in its one line."""
    return in_line(_LINES[kind](value))


def _piped(*parts: str) -> str:
    return " | ".join(parts).rstrip(" |")


def _history(line: str) -> tuple[date, float]:
    day, _space, number = line.rpartition(" ")
    if not day.strip():
        raise Misfit(_("Each line is a date and a number, such as 30 Nov 2026: 65."))
    return _as_past_day(day.strip().rstrip(":")), _as_number(number)


def _review(line: str) -> Review:
    day, *others = (part.strip() for part in line.split("|"))
    who, note = (*others, "", "")[:2]
    return Review(date=_as_past_day(day) if day else None, who=who, note=note, rest=NOTHING)


def _dismissal(line: str) -> Dismissal:
    rule, *others = (part.strip() for part in line.split("|"))
    records, reason = (*others, "", "")[:2]
    ids = tuple(each.strip() for each in records.split(",") if each.strip())
    return Dismissal(rule=rule, records=ids, reason=reason, rest=NOTHING)


_LINES: Mapping[str, Callable[[Any], str]] = {
    "lines": str,
    "history": lambda each: f"{full_day_text(each[0])}: {_number(each[1])}",
    "reviews": lambda each: _piped(full_day_text(each.date) if each.date else "", each.who, each.note),
    "dismissed": lambda each: _piped(each.rule, ", ".join(each.records), each.reason),
}
_PARSERS: Mapping[str, Callable[[str], Any]] = {
    "number": _as_number,
    "whole": _as_whole,
    "share": _as_share,
    "valence": _as_valence,
    "feels": _as_valence,
    "believed": _as_valence,
    "day": _as_day,
    "past_day": _as_past_day,
    "duration": _as_duration,
    "cadence": _as_cadence,
    "start": _as_start,
    "end": _as_end,
    "hands": _as_hands,
    "money": _as_money,
}
_TEXTS: Mapping[str, Callable[[Any], str]] = {
    "day": full_day_text,
    "past_day": full_day_text,
    "duration": duration_text,
    "cadence": cadence_text,
    "start": start_text,
    "end": end_text,
}
