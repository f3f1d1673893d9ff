"""What stands for a record in a sentence or a list: its name in one line, or that it has none."""

from journey_editor.core.records import Record, name_of
from journey_editor.core.words import unnamed


def called(record: Record, most: int | None = None) -> str:
    """Return what a record is called in one line, of at most so many letters; words for one that has no name yet."""
    return in_line(name_of(record), most) or unnamed(record.kind_name)


def in_line(text: str, most: int | None = None) -> str:
    """Return a text in one line, of at most so many letters."""
    words = " ".join(text.split())
    return words if most is None else shortened(words, most)


def shortened(words: str, most: int) -> str:
    """Return at most so many letters of words; an ellipsis, which counts, says that there are more."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def initials(name: str) -> str:
    """Return two letters for a name: those of its first two words, else its first two."""
    words = name.split()
    found = words[0][:1] + words[1][:1] if len(words) > 1 else name.strip()[:2]
    return found[:1].upper() + found[1:2] if len(words) < 2 else found.upper()
