"""Colours, sizes and distances of a map: tokens that layout looks up and painters never see."""

from dataclasses import dataclass
from typing import Literal

SMALL, TEXT, HEADING, TITLE = 11.0, 13.0, 16.0, 24.0
"""The four text sizes of a map, in points."""

REGULAR, MEDIUM, SEMIBOLD, BOLD = "Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"


@dataclass(frozen=True, slots=True)
class Style:
    """A theme: what each colour is for. All text colours reach a contrast of 4.5 on their ground."""

    name: Literal["light", "dark"]
    paper: str
    panel: str
    card: str
    stage: str
    line: str
    quiet: str
    ink: str
    muted: str
    accent: str
    pain: str
    good: str
    gold: str
    pain_shape: str
    good_shape: str
    gold_shape: str
    metric_shape: str
    face: str
    desperate: str
    neutral: str
    delighted: str
    arrow: str
    handoff: str
    believed: str
    nobody: str
    lane_opacity: float
    owner_lightness: float


LIGHT = Style(
    name="light", paper="#F6F4EF", panel="#FFFFFF", card="#FFFFFF", stage="#ECE8DF", line="#DEDAD2", quiet="#C9C3B8",
    ink="#23211E", muted="#625D55", accent="#3B5BDB", pain="#B04A00", good="#237032", gold="#7F5D00",
    pain_shape="#D55E00", good_shape="#237032", gold_shape="#C79200", metric_shape="#3B5BDB",
    face="#FFFFFF", desperate="#D55E00", neutral="#A8A39A", delighted="#0072B2",
    arrow="#B7B1A6", handoff="#B04A00", believed="#A8A195", nobody="#8A857B", lane_opacity=0.085, owner_lightness=0.0,
)  # fmt: skip

DARK = Style(
    name="dark", paper="#1D1B18", panel="#24211E", card="#2C2925", stage="#37332D", line="#3B3732", quiet="#5A554D",
    ink="#F2EEE7", muted="#B9B2A7", accent="#9DB1FA", pain="#FF9D5C", good="#7FD08F", gold="#E8B93F",
    pain_shape="#F28A3C", good_shape="#7FD08F", gold_shape="#E8B93F", metric_shape="#9DB1FA",
    face="#1D1B18", desperate="#F28A3C", neutral="#A8A39A", delighted="#56B4E9",
    arrow="#5A554D", handoff="#F28A3C", believed="#857F75", nobody="#8A857B", lane_opacity=0.13, owner_lightness=0.25,
)  # fmt: skip

OWNER_COLORS = (
    "#44AA99", "#DDAA33", "#4477AA", "#AA4499", "#CC6677", "#88CCEE", "#999933", "#332288", "#117733", "#882255",
)  # fmt: skip
"""Paul Tol's muted scheme, in the order in which new owners take them."""
