"""The one door for text that people type or paste: what a file could not hold, or no one could see, stays outside."""

import re

_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")


def typed(text: str) -> str:
    """Return a typed text without control characters other than tab and newline, and without half characters."""
    return _UNWANTED.sub("", _BREAKS.sub("\n", text))


def typed_line(text: str) -> str:
    """Return a typed text as one line: breaks and tabs become blanks."""
    return re.sub(r"[\n\t]+", " ", typed(text))
