"""From a field's value to the text that a person edits, and back. What does not fit is told in one sentence."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from journey_editor.assets import _
from journey_editor.core.freezing import NOTHING
from journey_editor.core.input import typed
from journey_editor.core.parts import Dismissal, Review
from journey_editor.core.titles import shortened
from journey_editor.core.words import valence_text
from journey_editor.storage.refusal import reason_of
from journey_editor.ui.panels.inspector.fields import EditorKind

_MINUS = str.maketrans({"−": "-", "–": "-", "\u00a0": "", "\u202f": ""})


class Misfit(ValueError):
    """A text that is no value of its field; the message is one sentence for people."""


def text_of(kind: EditorKind, value: Any) -> str:
    """Return the text that a value is edited as, "" for none."""
    if value is None or value == ():
        return ""
    if kind == "share":
        return _number(value * 100)
    if kind in ("valence", "feels", "believed"):
        return valence_text(value)
    if kind in ("number", "whole"):
        return _number(value)
    if kind == "day":
        return value.isoformat()
    if kind in ("lines", "history", "reviews", "dismissed"):
        return "\n".join(_LINES[kind](each) for each in value)
    if kind == "hands":
        return "/".join(str(each) for each in value)
    return str(value)


def value_from(kind: EditorKind, text: str, old: Any = None) -> Any:
    """Return the value that a text means in a field of a kind; `old` is what the field has now. Raises Misfit."""
    if kind in ("title", "words", "line", "color", "channel", "kind"):
        return typed(text)
    stripped = text.strip()
    if kind in ("lines", "history", "reviews", "dismissed"):
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
    return f"{value:.10g}"


def _as_number(text: str) -> float:
    bare = text.translate(_MINUS).replace(" ", "").rstrip("%")
    if bare.count(",") == 1 and "." not in bare:
        bare = bare.replace(",", ".")
    try:
        value = float(bare)
    except ValueError:
        raise Misfit(_("“{text}” is not a number.").format(text=shortened(text, 40))) from None
    if not math.isfinite(value):
        raise Misfit(_("“{text}” is not a number.").format(text=shortened(text, 40)))
    return value


def _as_whole(text: str) -> int:
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
    return value / 100


def _as_day(text: str) -> date:
    parts = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    turned = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text)
    try:
        if parts:
            return date(int(parts[1]), int(parts[2]), int(parts[3]))
        if turned:
            return date(int(turned[3]), int(turned[2]), int(turned[1]))
        if text.casefold() == _("today"):
            return date.today()
    except ValueError:
        raise Misfit(_("“{text}” is not a day of the calendar.").format(text=shortened(text, 40))) from None
    raise Misfit(_("A date is written YYYY-MM-DD, such as 2026-11-30."))


def _as_hands(text: str) -> tuple[int, ...]:
    parts = text.split("/")
    if len(parts) != 5:
        raise Misfit(_("Five numbers from desperate to delighted, such as 0/2/7/3/0."))
    return tuple(_as_whole(part) for part in parts)


def _from_lines(kind: EditorKind, text: str, old: Sequence[Any]) -> tuple[Any, ...]:
    """Read one value a line; a line that was not touched keeps its very value, with what is not shown of it."""
    if kind == "lines":
        return tuple(line.strip() for line in typed(text).splitlines() if line.strip())
    known = {_LINES[kind](each): each for each in old}
    parse = {"history": _history, "reviews": _review, "dismissed": _dismissal}[kind]
    lines = [line.strip() for line in typed(text).splitlines() if line.strip()]
    return tuple(known[line] if line in known else parse(line) for line in lines)


def _history(line: str) -> tuple[date, float]:
    day, _space, number = line.partition(" ")
    if not number.strip():
        raise Misfit(_("Each line is a date and a number, such as 2026-11-30 65."))
    return _as_day(day), _as_number(number.strip())


def _review(line: str) -> Review:
    day, *others = (part.strip() for part in line.split("|"))
    who, note = (*others, "", "")[:2]
    return Review(date=_as_day(day) if day else None, who=who, note=note, rest=NOTHING)


def _dismissal(line: str) -> Dismissal:
    rule, *others = (part.strip() for part in line.split("|"))
    records, reason = (*others, "", "")[:2]
    ids = tuple(each.strip() for each in records.split(",") if each.strip())
    return Dismissal(rule=rule, records=ids, reason=reason, rest=NOTHING)


_LINES: Mapping[str, Callable[[Any], str]] = {
    "lines": str,
    "history": lambda each: f"{each[0].isoformat()} {_number(each[1])}",
    "reviews": lambda each: " | ".join((each.date.isoformat() if each.date else "", each.who, each.note)).rstrip(" |"),
    "dismissed": lambda each: " | ".join((each.rule, ", ".join(each.records), each.reason)).rstrip(" |"),
}
_PARSERS: Mapping[str, Callable[[str], Any]] = {
    "number": _as_number,
    "whole": _as_whole,
    "share": _as_share,
    "valence": _as_valence,
    "feels": _as_valence,
    "believed": _as_valence,
    "day": _as_day,
    "hands": _as_hands,
}
