"""What is offered to begin from: each template with its name, one sentence, what is in it, and its maps to draw."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QImage

from journey_editor.assets import _, marked, ngettext
from journey_editor.core.document import Document
from journey_editor.core.journey import Journey, maps_of
from journey_editor.core.titles import in_line, shortened
from journey_editor.storage.format import load
from journey_editor.storage.refusal import Refusal
from journey_editor.storage.templates import Template
from journey_editor.ui.theme import ThemeName, look_of
from journey_editor.ui.thumbnails import image_of

WIDTH, HEIGHT = 192, 120
"""Of a small picture, in pixels."""

_SENTENCES: Mapping[str, str] = {
    "b2b-saas": marked("From first search to growing account, with gaps and targets"),
    "self-serve": marked("From discovery to the paid upgrade, all of it inside the product"),
    "sales-to-cs": marked("The silence after the signature, and how it should be: a pair of maps"),
    "renewal": marked("The last 150 days of a contract, and two ways by health score"),
    "restaurant": marked("An evening that everybody knows: good for a first try"),
    "service-blueprint": marked("Four layers and three lines: who works behind what customers see"),
    "empty": marked("Three stages to fill with your own"),
}
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Offer:
    """A template as it is offered; one that cannot be read says why, and has no maps."""

    template: Template
    title: str
    sentence: str
    counts: str
    journeys: tuple[Journey, ...]

    @property
    def can_be_read(self) -> bool:
        """Whether a map can be made of it."""
        return bool(self.counts)


def offer_of(template: Template) -> Offer:
    """Return a template as it is offered, read once for each state of its file."""
    return _read(template, _stamp(template.path))


def unread(template: Template) -> Offer:
    """Return a template that was not read yet, by the name of its file."""
    return Offer(template, template.path.stem, "", "…", ())


def picture_of(template: Template, theme: ThemeName, ratio: float) -> QImage:
    """Return the small picture of a template, painted once for each state of its file."""
    return _painted(template, _stamp(template.path), theme, ratio)


@lru_cache(maxsize=_KEPT)
def _read(template: Template, _state: object) -> Offer:
    try:
        records = load(template.path)
    except Refusal as refusal:
        return Offer(template, template.path.stem, f"{template.path.name}: {refusal.reason}", "", ())
    document = Document(records.values())
    journeys = tuple(document.journey(each.id) for each in maps_of(records))
    title = in_line(document.head.title, 80) or template.path.stem.replace("-", " ").capitalize()
    if template.key == "empty":
        title = _("Empty")
    return Offer(template, title, _sentence(template, journeys), _counts(journeys, template.is_own), journeys)


@lru_cache(maxsize=_KEPT)
def _painted(template: Template, state: object, theme: ThemeName, ratio: float) -> QImage:
    return image_of(_read(template, state).journeys, look_of(theme).map, WIDTH, HEIGHT, ratio)


def _sentence(template: Template, journeys: tuple[Journey, ...]) -> str:
    if template.key in _SENTENCES:
        return _(_SENTENCES[template.key])
    first = journeys[0].map if journeys else None
    return shortened(in_line(first.objective or first.title), 120) if first else ""


def _counts(journeys: tuple[Journey, ...], is_own: bool) -> str:
    """Return what is in a template: "7 stages, 29 touchpoints, 6 owners"; of an own one, which says that, less."""
    maps, stages = len(journeys), sum(len(each.stages) for each in journeys)
    touchpoints = sum(len(each.touchpoints) for each in journeys)
    owners = len(journeys[0].owners) if journeys and not is_own else 0
    said = [
        ngettext("{count} map", "{count} maps", maps).format(count=maps) if maps != 1 else "",
        ngettext("{count} stage", "{count} stages", stages).format(count=stages) if maps == 1 else "",
        ngettext("{count} touchpoint", "{count} touchpoints", touchpoints).format(count=touchpoints),
        ngettext("{count} owner", "{count} owners", owners).format(count=owners),
    ]
    return ", ".join(each for each in said if each and not each.startswith("0 ")) or _("no map")


def _stamp(path: Path) -> tuple[int, int]:
    """Return what tells one state of a file from another."""
    try:
        found = os.stat(path)
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
