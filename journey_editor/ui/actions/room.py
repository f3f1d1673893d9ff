"""What is done before a room: the room view and what it shows, the spotlight, the timer."""

from dataclasses import replace

from journey_editor.assets import _ as translated, marked as _
from journey_editor.ui.actions.table import ActionSpec, Host, asks, has_map


def in_room(host: Host) -> bool:
    """Whether the room view is open."""
    return host.is_shown("room")


def has_timer(host: Host) -> bool:
    """Whether the timer runs, rests, or is over."""
    return host.is_shown("timer")


def pause_name(host: Host) -> str:
    """Return what pausing does now: a timer that rests goes on."""
    return translated("Let the timer go on") if host.is_shown("timer_rests") else translated("Pause the timer")


_ROOM = (
    ActionSpec("room", _("Room view"), asks("room"), "present", ("F5", "Ctrl+R"), enabled=has_map),
    ActionSpec("room_end", _("End the room view"), asks("room_end"), "", "Shift+F5", enabled=in_room),
    ActionSpec("room_on", _("Next page in the room"), asks("room_on"), "", "PgDown", enabled=in_room, settles=False),
    ActionSpec(
        "room_back", _("Previous page in the room"), asks("room_back"), "", "PgUp", enabled=in_room, settles=False
    ),
    ActionSpec(
        "room_hold", _("Hold the room view still"), asks("room_hold"), "", "Ctrl+Shift+H", enabled=in_room,
        checked=lambda host: host.is_shown("room_hold"), settles=False,
    ),
    ActionSpec(
        "room_blank", _("Blank the room view"), asks("room_blank"), "", "Ctrl+.", enabled=in_room,
        checked=lambda host: host.is_shown("room_blank"), settles=False,
    ),
    ActionSpec(
        "spotlight", _("Spotlight on the selected column"), asks("spotlight"), "", "Ctrl+Shift+L",
        checked=lambda host: host.is_shown("spotlight"), settles=False,
    ),
    ActionSpec("timer", _("Timer…"), asks("timer"), "", "Ctrl+Shift+T", settles=False),
    ActionSpec(
        "timer_pause", _("Pause the timer"), asks("timer_pause"), enabled=has_timer, settles=False, names=pause_name
    ),
    ActionSpec("timer_more", _("One minute more"), asks("timer_more"), enabled=has_timer, settles=False),
    ActionSpec("timer_stop", _("Stop the timer"), asks("timer_stop"), enabled=has_timer, settles=False),
)  # fmt: skip
ROOM = tuple(replace(spec, in_room=True) for spec in _ROOM)
ROOM_MENU = (
    "room", "room_end", None, "room_on", "room_back", "room_hold", "room_blank", "spotlight", None, "timer",
    "timer_pause", "timer_more", "timer_stop",
)  # fmt: skip
