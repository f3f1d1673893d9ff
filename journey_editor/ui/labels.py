"""Words of people in labels, menus and tooltips: never taken for markup or for a key."""

from html import escape


def tip(words: str) -> str:
    """Return words for a tooltip, marks and line breaks as they were typed; "" for none."""
    lines = (escape(line, quote=False) for line in words.split("\n"))
    return f"<qt>{'<br>'.join(lines)}</qt>" if words else ""


def label(words: str) -> str:
    """Return words for a button or a menu, where a single "&" would underline the letter behind it."""
    return words.replace("&", "&&")
