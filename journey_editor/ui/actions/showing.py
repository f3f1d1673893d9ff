"""The actions of showing only some of a map: what is asked for, saved as views, and all of it again."""

from collections.abc import Callable
from itertools import islice

from journey_editor.assets import _ as translated, marked as _
from journey_editor.core.facets import Facet, facets_like, group_name
from journey_editor.ui.actions.table import ActionSpec, Host, Run, asks, has_map

_LOOKED_AT = 50  # selected records, for what a menu says


def dims(host: Host) -> bool:
    """Whether something of the map is dimmed."""
    return host.workspace.dims


def has_view(host: Host) -> bool:
    """Whether a saved view is shown."""
    return host.is_shown("view")


def facets_here(host: Host, field: str, most: int | None = _LOOKED_AT) -> tuple[Facet, ...]:
    """Return what the first selected records, or what they hang on, would be found by; None looks at all of them."""
    workspace = host.workspace
    found = facets_like(workspace.document, field, tuple(islice(workspace.each_selected(), most)))
    holder = workspace.holder
    return found or (facets_like(workspace.document, field, (holder,)) if holder is not None else ())


def show_like(field: str) -> Run:
    """Return what shows only what has the same in a field as the selected records."""

    def run(host: Host) -> None:
        view, found = host.workspace.view, facets_here(host, field, None)
        if found:
            values = tuple(each.value for each in found)
            host.workspace.show(only=view.only.with_(name="", **{field: values}))

    return run


def like_name(field: str) -> Callable[[Host], str]:
    """Return what says of whom only is shown: "Owner: Sales"."""

    def name(host: Host) -> str:
        found = facets_here(host, field)
        group = group_name(field)
        if not found:
            return group
        words = found[0].words if len(found) == 1 else translated("{count} of them").format(count=len(found))
        return f"{group}: {words}"

    return name


_LIKE = (
    ("owners", "show_owner", _("Show only this owner"), "Ctrl+Shift+Y"),
    ("channels", "show_channel", _("Show only this channel"), None),
    ("tags", "show_tags", _("Show only these tags"), None),
    ("evidence", "show_evidence", _("Show only this evidence"), None),
)
LIKE = tuple(
    ActionSpec(
        id, words, show_like(field), keys=keys, enabled=lambda host, field=field: bool(facets_here(host, field)),
        names=like_name(field),
    )
    for field, id, words, keys in _LIKE
)  # fmt: skip
LIKE_MENU = (_("Show only"), tuple(spec.id for spec in LIKE))
SHOWING = (
    *LIKE,
    ActionSpec(
        "show_only", _("Show only…"), asks("show_only"), "filter", "Ctrl+Shift+F", enabled=has_map, checked=dims
    ),
    ActionSpec("show_all", _("Show all again"), asks("show_all"), "", "Ctrl+Shift+X", enabled=dims),
    ActionSpec("save_view", _("Save as a view…"), asks("save_view"), enabled=dims),
    ActionSpec("rename_view", _("Rename the view…"), asks("rename_view"), enabled=has_view),
    ActionSpec("remove_view", _("Remove the view"), asks("remove_view"), enabled=has_view),
)
