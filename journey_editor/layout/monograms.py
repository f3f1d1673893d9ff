"""What cards tell beside the lane they lie in: small letters for owners and for layers of the service blueprint.

In lanes by owner a card says by a letter in a frame that it belongs to another layer than the customer's; in lanes by
layer or by channel a letter on the owner's colour says whose it is, and the legend says what the letters mean.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from journey_editor.assets import _
from journey_editor.core.flow import effective_owner
from journey_editor.core.lanes import LAYERS, lanes_by, layer_name
from journey_editor.core.letters import letters_of
from journey_editor.core.parts import LanesBy, Layer
from journey_editor.core.records import JourneyMap, Owner, Stage, Touchpoint
from journey_editor.core.words import unnamed
from journey_editor.layout import text
from journey_editor.layout.colors import contrast, owner_colors
from journey_editor.layout.primitives import Box, Ink, Primitive
from journey_editor.layout.style import REGULAR, SEMIBOLD, SMALL, Style

_HIGH = 14.0
_AROUND = 3.0
_BETWEEN, _AFTER = 3.0, 4.0
_NAME_ROOM = 160.0


class Monogram(NamedTuple):
    """Letters in a small box: filled with an owner's colour, or in a frame where `fill` is ""."""

    letters: str
    fill: str = ""


class Foot(NamedTuple):
    """What stands at the foot of a card: monograms, then a channel or other words; and the colour of the card's edge.

    `meaning` says in words what the monograms mean, a line each.
    """

    monograms: tuple[Monogram, ...]
    words: str
    edge: str
    meaning: str = ""

    def tip(self, title: str, cut: str) -> str:
        """Return what a card tells whose tip is `cut` where something of it is: also what its letters mean."""
        return "\n".join(filter(None, (cut or title, self.meaning))) if self.meaning else cut


@dataclass(frozen=True, slots=True)
class Marking:
    """How cards show owners and layers: `owners` has the colour, letters and name of each by id, `layers` letters.

    `nobody` is the colour of what has no owner. A layer without letters is not shown: it has a lane, or is the usual.
    """

    by: LanesBy
    owners: Mapping[str, tuple[str, str, str]]
    layers: Mapping[Layer, str]
    nobody: str

    @property
    def measured(self) -> "Marking":
        """What of it widths depend on: where owners have lanes of their own, nothing of them."""
        return replace(self, owners={}) if self.by == "owner" else self

    def foot(self, touchpoint: Touchpoint, stage: Stage | None) -> Foot:
        """Return what stands at the foot of a touchpoint's card."""
        color, letters, name = self.owners.get(effective_owner(touchpoint, stage) or "", (self.nobody, "", ""))
        monograms, meant = ((Monogram(letters, color),), name) if letters else ((), "")
        if touchpoint.layer in self.layers:
            monograms = (*monograms, Monogram(self.layers[touchpoint.layer]))
            meant = f"{meant}\n{layer_name(touchpoint.layer)}" if meant else layer_name(touchpoint.layer)
        words = touchpoint.channel
        if self.by == "channel":
            words = _("Customer alone") if touchpoint.kind == "action" else name
        return Foot(monograms, words, color, meant)

    def signs(self, touchpoint: Touchpoint, stage: Stage | None) -> list[str]:
        """Return which monograms a card shows, for the legend: layers, and owners by their ids."""
        found = [f"layer:{touchpoint.layer}"] if touchpoint.layer in self.layers else []
        owner = effective_owner(touchpoint, stage) if self.by != "owner" else None
        return [*found, f"owner:{owner}"] if owner in self.owners else [*found]

    def legend(self, used: Collection[str]) -> tuple[tuple[Monogram, str], ...]:
        """Return the monograms among the signs that a map shows, each with what it means."""
        meant = [
            (f"owner:{owner}", Monogram(letters, fill), name) for owner, (fill, letters, name) in self.owners.items()
        ]
        meant += [
            (f"layer:{layer}", Monogram(letters), layer_name(layer).lower()) for layer, letters in self.layers.items()
        ]
        named = (
            (monogram, text.ellipsis(name, REGULAR, SMALL, _NAME_ROOM))
            for sign, monogram, name in meant
            if sign in used
        )
        return tuple(named)


def marking_of(journey_map: JourneyMap, owners: tuple[Owner, ...], style: Style) -> Marking:
    """Return how the cards of a map show owners and layers.

    Letters are given in the order of ids, as colours are, so that moving a lane changes none. Where owners have lanes
    of their own, their names and letters stand on no card.
    """
    by = lanes_by(journey_map)
    colors = owner_colors(tuple((owner.id, owner.color) for owner in owners), style)
    layers: dict[Layer, str] = (
        {} if by == "layer" else dict(zip(LAYERS, letters_of([layer_name(each) for each in LAYERS]), strict=True))
    )
    layers.pop(LAYERS[0], None)
    if by == "owner":
        return Marking(by, {owner: (color, "", "") for owner, color in colors.items()}, layers, style.nobody)
    ordered = sorted(owners, key=lambda owner: owner.id)
    letters = dict(zip((owner.id for owner in ordered), letters_of([owner.name for owner in ordered]), strict=True))
    shown = {
        owner.id: (colors[owner.id], letters[owner.id], text.flat(owner.name[:400]).strip() or unnamed("owner"))
        for owner in owners
    }
    return Marking(by, shown, layers, style.nobody)


def monograms_width(monograms: tuple[Monogram, ...]) -> float:
    """Return how much room monograms take before what follows them, in points."""
    return sum(monogram_width(monogram) + _BETWEEN for monogram in monograms) + _AFTER - _BETWEEN if monograms else 0.0


@lru_cache(maxsize=512)
def monogram_width(monogram: Monogram) -> float:
    """Return how wide a monogram is, in points."""
    return max(_HIGH, text.width(monogram.letters, SEMIBOLD, SMALL) + 2 * _AROUND)


def monogram_parts(monograms: tuple[Monogram, ...], x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    """Return monograms in a row from a place to the right, about a height."""
    found: list[Primitive] = []
    for monogram in monograms:
        found += _monogram(monogram, x, y, style)
        x += monogram_width(monogram) + _BETWEEN
    return tuple(found)


def _monogram(monogram: Monogram, x: float, y: float, style: Style) -> tuple[Primitive, ...]:
    width = monogram_width(monogram)
    if monogram.fill:
        ink, color = Ink(fill=monogram.fill), contrast(monogram.fill)
        box = Box(x, y - _HIGH / 2, width, _HIGH, ink, 3.0)
    else:
        ink, color = Ink(stroke=style.muted), style.muted
        box = Box(x + 0.5, y - _HIGH / 2 + 0.5, width - 1.0, _HIGH - 1.0, ink, 3.0)
    letters = text.line(
        monogram.letters, x + width / 2, y + 4.0, face=SEMIBOLD, size=SMALL, color=color, anchor="middle"
    )
    return box, letters
