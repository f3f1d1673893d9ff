"""The actions on the maps of a file: adding, naming, ordering, reviewing and removing them, and going to another."""

import sys

from journey_editor.assets import marked as _
from journey_editor.ui.actions.table import ActionSpec, Asked, Host, asks, has_map, has_maps

_IS_MAC = sys.platform == "darwin"


def has_neighbour(way: int) -> Asked:
    """Return what tells whether there is a map before (-1) or after (1) the one that is shown."""

    def asked(host: Host) -> bool:
        ids = [each.id for each in host.workspace.document.maps()]
        here = host.workspace.map_id
        return here in ids and 0 <= ids.index(here) + way < len(ids)

    return asked


def opens_map(host: Host) -> bool:
    """Whether the selected touchpoint opens another map."""
    return host.is_shown("way_in")


def has_no_way(host: Host) -> bool:
    """Whether a touchpoint is selected that opens no map yet."""
    return host.is_shown("no_way_in")


def came_from(host: Host) -> bool:
    """Whether there is a touchpoint to go back to, from which this map was opened."""
    return host.is_shown("way_back")


MAPS = (
    ActionSpec("add_map", _("New map in this file"), asks("add_map"), "plus", "Ctrl+Shift+N"),
    ActionSpec("template_map", _("New map from a template…"), asks("template_map"), "new"),
    ActionSpec("copy_map", _("Copy of this map"), asks("copy_map"), "duplicate", "Ctrl+Shift+C", enabled=has_map),
    ActionSpec("rename_map", _("Rename the map"), asks("rename_map"), keys="Shift+F2", enabled=has_map),
    ActionSpec("map_earlier", _("Move the map to the left"), asks("map_earlier"), keys="Ctrl+Shift+PgUp",
               enabled=has_neighbour(-1)),
    ActionSpec("map_later", _("Move the map to the right"), asks("map_later"), keys="Ctrl+Shift+PgDown",
               enabled=has_neighbour(1)),
    ActionSpec("remove_map", _("Remove the map"), asks("remove_map"), "trash", enabled=has_map),
    ActionSpec("map_properties", _("Properties of the map"), asks("map_properties"), "settings", "Alt+Return",
               enabled=has_map),
    ActionSpec("review_map", _("Reviewed today"), asks("review_map"), "check", enabled=has_map),
    ActionSpec("next_map", _("Next map"), asks("next_map"), "", "Ctrl+PgDown", enabled=has_maps, in_room=True,
               settles=False),
    ActionSpec("last_map", _("Previous map"), asks("last_map"), "", "Ctrl+PgUp", enabled=has_maps, in_room=True,
               settles=False),
    ActionSpec("open_map", _("Go to the map that it opens"), asks("open_map"), "chevron-right",
               "Ctrl+]" if _IS_MAC else "Alt+Right", enabled=opens_map, in_room=True),
    ActionSpec("detail_map", _("Show it in a map of its own"), asks("detail_map"), "duplicate", enabled=has_no_way),
    ActionSpec("map_back", _("Back to where it was opened"), asks("map_back"), "chevron-left",
               "Ctrl+[" if _IS_MAC else "Alt+Left", enabled=came_from, in_room=True),
)  # fmt: skip
