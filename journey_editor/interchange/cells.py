"""Texts as cells of other programs' tables: so that none is taken for a formula, a mark or a new row."""

import re

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a text must not begin with in a CSV file: spreadsheets would run it, or drop the sign."""

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LISTS = re.compile(r"^(\s*)([+\-]|\d+[.)])(?=\s|$)")
_BLANKS = re.compile("[ \t]+")
_BREAKS = re.compile(r"\s*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])\s*")


def defused(text: str) -> str:
    """Return a text as CSV holds it: a `'` in front of one that begins like a formula; import takes it off."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def marked_down(text: str) -> str:
    """Return a text as Markdown shows it, letter by letter: in one line, nothing in it taken for a mark."""
    words = _BLANKS.sub(" ", _BREAKS.sub(" ", text)).strip(" ")
    words = _MARKS.sub(r"\\\1", words)
    return _LISTS.sub(lambda found: f"{found[1]}{_escaped(found[2])}", words)


def table_cell(text: str) -> str:
    """Return a text as a cell of a table in Markdown; its lines stay lines."""
    return "<br>".join(filter(None, (marked_down(line) for line in _BREAKS.split(text))))


def _escaped(sign: str) -> str:
    """Return what begins a list as what does not."""
    return f"{sign[:-1]}\\{sign[-1]}"
