"""The actions of pages beside the map, and which of all actions do not need the map to be seen."""

import sys

from journey_editor.assets import marked as _
from journey_editor.ui.actions.find import FIND
from journey_editor.ui.actions.maps import MAPS
from journey_editor.ui.actions.table import FILE, HELP, VIEW, ActionSpec, asks, has_map
from journey_editor.ui.pages.table import PAGES as TABLE

_TAB = "Meta+Tab" if sys.platform == "darwin" else "Ctrl+Tab"  # Cmd+Tab on a Mac is the system's own
_BACKTAB = _TAB.replace("Tab", "Shift+Tab")

PAGES = (
    ActionSpec(
        "pages", _("Pages beside the map"), asks("pages"), "table", "Ctrl+I", enabled=has_map,
        checked=lambda host: host.is_shown("page"),
    ),
    ActionSpec("next_page", _("Next page"), asks("next_page"), "", _TAB, enabled=has_map),
    ActionSpec("last_page", _("Previous page"), asks("last_page"), "", _BACKTAB, enabled=has_map),
    *(
        ActionSpec(
            f"page_{spec.id}", spec.name, asks(f"page_{spec.id}"), enabled=has_map,
            checked=lambda host, id=spec.id: host.is_shown(f"page_{id}"),
        )
        for spec in TABLE
    ),
)  # fmt: skip
PAGES_MENU = (
    _("Pages"), ("pages", "next_page", "last_page", None, *(f"page_{spec.id}" for spec in TABLE), None,
                "new_opportunity"),
)  # fmt: skip

_OF_THE_MAP = frozenset(
    ("zoom_in", "zoom_out", "full_size", "fit_all", "fit_stage", "overlay", "rows", "outline",
     "open_map", "detail_map", "map_back", "rename_map", "map_properties")
)  # fmt: skip
WITHOUT_MAP = (
    frozenset(spec.id for spec in (*FILE, *FIND, *MAPS, *VIEW, *HELP, *PAGES)) - _OF_THE_MAP
) | frozenset(("undo", "redo", "history", "new_opportunity"))  # fmt: skip
"""What is done while a page is shown and leaves it there; for all else the map comes back first.

So no key ever changes a map that nobody sees.
"""
