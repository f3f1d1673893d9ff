"""Views of a map: what is shown now, kept under a name, so that it can be chosen again; renamed and removed."""

from collections.abc import Sequence

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.journey import map_in
from journey_editor.core.parts import MapView
from journey_editor.core.records import JourneyMap


def views_of(document: Document, map_id: str) -> tuple[MapView, ...]:
    """Return the views of a map in the order in which they were made; none where there is no such map."""
    found = document.records.get(map_id)
    return found.views if isinstance(found, JourneyMap) else ()


def save_view(document: Document, map_id: str, view: MapView) -> None:
    """Keep a view of a map; one of the same name is replaced where it stands, with what is not known of it."""
    views = list(views_of(document, map_id))
    place = _place(views, view.name)
    if place is None:
        views.append(view)
    else:
        views[place] = view.with_(rest=views[place].rest)
    _put(document, map_id, views, _("Save view “{name}”").format(name=view.name))


def rename_view(document: Document, map_id: str, old: str, new: str) -> bool:
    """Call a view otherwise; returns whether that was possible: another one may have that name."""
    views = list(views_of(document, map_id))
    place, taken = _place(views, old), _place(views, new)
    if place is None or not new or taken not in (None, place):
        return False
    views[place] = views[place].with_(name=new)
    _put(document, map_id, views, _("Rename view “{name}”").format(name=old))
    return True


def remove_view(document: Document, map_id: str, name: str) -> bool:
    """Take a view away; returns whether there was one of that name."""
    views = list(views_of(document, map_id))
    place = _place(views, name)
    if place is None:
        return False
    del views[place]
    _put(document, map_id, views, _("Remove view “{name}”").format(name=name))
    return True


def hand_views_over(document: Document, gone: str, kept: str) -> None:
    """Let views that ask for one owner ask for another, within a transaction."""
    for each in document.maps():
        if any(gone in view.owners for view in each.views):
            document.put(each.with_(views=tuple(_handed_over(view, gone, kept) for view in each.views)))


def _handed_over(view: MapView, gone: str, kept: str) -> MapView:
    return view.with_(owners=tuple(dict.fromkeys(kept if each == gone else each for each in view.owners)))


def _place(views: Sequence[MapView], name: str) -> int | None:
    """Return where the view of a name stands, whatever the case of its letters."""
    asked = name.casefold()
    return next((place for place, each in enumerate(views) if each.name.casefold() == asked), None)


def _put(document: Document, map_id: str, views: Sequence[MapView], label: str) -> None:
    """Let a map have views; what another program kept at their place in the file makes way for the first one."""
    found = map_in(document.records, map_id)
    others = {key: value for key, value in found.rest.items() if key != "views"}
    with document.transaction(label):
        document.put(found.with_(views=tuple(views), rest=others))
