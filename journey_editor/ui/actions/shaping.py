"""The actions that shape a map: joining, splitting, transitions, notes, moments of truth, the structure lock."""

import sys
from collections.abc import Sequence
from itertools import islice

from journey_editor.assets import _ as translated, marked as _
from journey_editor.ui.actions.editing import by_hand, has_touchpoint
from journey_editor.ui.actions.table import ActionSpec, Host, has_map, has_selection
from journey_editor.ui.canvas.shaping import add_note, join, link, split, toggle_moment

_ADD = "Meta+Shift" if sys.platform == "darwin" else "Ctrl+Shift"  # Cmd+Shift and a digit makes a picture of the screen

_NOTES: Sequence[tuple[str, str, str]] = (
    ("pain_point", _("Pain point"), "pain"),
    ("opportunity", _("Opportunity"), "idea"),
    ("quote", _("Quote"), "quote"),
    ("question", _("Question"), "question"),
    ("thought", _("Thought"), "thought"),
    ("expectation", _("Expectation"), "expectation"),
    ("gain", _("Gain"), "gain"),
    ("goal", _("Goal"), "goal"),
    ("other", _("Note"), "note"),
)
"""What can be put on a card by Ctrl+Shift and a digit, in the order of the digits."""


def join_name(host: Host) -> str:
    """Return what joining does with what is selected."""
    current = host.workspace.current
    alike = (each for each in host.workspace.each_selected() if type(each) is type(current))
    return translated("Join into one") if len(tuple(islice(alike, 2))) > 1 else translated("Join with the next")


NOTES = tuple(
    ActionSpec(
        f"add_{kind}",
        text,
        by_hand(add_note(kind)),
        icon,
        keys=f"{_ADD}+{digit}",
        where="map",
        enabled=has_selection,
        in_room=False,
    )
    for digit, (kind, text, icon) in enumerate(_NOTES, start=1)
)
SHAPE = (
    ActionSpec(
        "join", _("Join with the next"), by_hand(join), "join", "Ctrl+J", where="map", enabled=has_selection,
        names=join_name,
    ),
    ActionSpec(
        "split", _("Split the stage here"), by_hand(split), "split", "Ctrl+Shift+J", where="map", enabled=has_selection
    ),
    ActionSpec(
        "link", _("Draw a transition…"), by_hand(link), "transition", "Ctrl+G", where="map", enabled=has_selection,
        in_room=False,
    ),
    ActionSpec(
        "moment", _("Moment of truth"), by_hand(toggle_moment), "moment", "Ctrl+Shift+M", where="map",
        enabled=has_touchpoint,
    ),
    ActionSpec(
        "lock", _("Lock stages and lanes"), lambda host: host.workspace.lock.toggle(), "lock", "Ctrl+Shift+K",
        enabled=has_map, checked=lambda host: host.workspace.lock.is_on, in_room=True,
    ),
    *NOTES,
)  # fmt: skip
