"""Links of stages, touchpoints and opportunities: which of them can be opened, and what that would open."""

import re
from typing import Literal, NamedTuple

LinkKind = Literal["web", "mail", "file"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_MAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[^\s@/:.]+")
_KINDS: dict[str, LinkKind] = {"http": "web", "https": "web", "mailto": "mail", "file": "file"}


class Link(NamedTuple):
    """Something that can be opened: its address with its scheme, and of what kind it is."""

    address: str
    kind: LinkKind


def link_of(text: str) -> Link | None:
    """Return what a text would open, None where it is nothing that may be opened.

    Only pages of the web, mail and files are; `www.…` and a mail address do without their scheme.
    """
    words = text.strip()
    if not words or any(letter.isspace() or ord(letter) < 32 for letter in words):
        return None
    found = _SCHEME.fullmatch(words)
    if found is not None:
        kind = _KINDS.get(found[1].lower())
        rest = found[2].lstrip("/") if kind != "mail" else found[2]
        return Link(words, kind) if kind is not None and rest else None
    if words.lower().startswith("www."):
        return Link(f"https://{words}", "web")
    return Link(f"mailto:{words}", "mail") if _MAIL.fullmatch(words) else None
