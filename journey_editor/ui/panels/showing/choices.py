"""What can be asked for on a map, as rows of a list that is typed into: saved views, owners, channels …"""

from journey_editor.assets import _
from journey_editor.core.edits.views import views_of
from journey_editor.core.facets import Facet, asked_by, facets_of, group_name, numbered
from journey_editor.core.parts import MapView
from journey_editor.core.search import Index
from journey_editor.ui.panels.choices import Choice, Row
from journey_editor.ui.workspace import Workspace

_VIEW = "view:"
_LISTED, _VIEWS_FIRST = 100, 6
"""Rows that are listed at most, and saved views among them before anything is typed."""

_SIGNS = {"@": "owners", "#": "channels"}
_ICONS = {
    "owners": "owner", "channels": "curve", "tags": "note", "evidence": "evidence", "severity": "pain", "votes": "plus",
}  # fmt: skip


class Choices:
    """All that can be chosen, gathered again once something has changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._facets: tuple[Facet, ...] | None = None
        self._found: dict[str, Facet | MapView] = {}

    def forget(self) -> None:
        """Gather anew what can be chosen, once it is asked for."""
        self._facets = None

    def rows(self, typed: str) -> list[Row]:
        """Return what words find; without any, all there is. "@" asks for owners only, "#" for channels."""
        field, typed = _SIGNS.get(typed.lstrip()[:1], ""), typed.strip().lstrip("@#").strip()
        asked = set(asked_by(self._workspace.document, self._workspace.view.only))
        offered = [each for each in self._all() if each not in asked and field in ("", each.field)]
        numbers = [each for each in numbered(typed) if each not in offered and each not in asked and not field]
        views = [] if field else list(self._views())
        named = [(_VIEW + each.name, f"{_('View')} {each.name}", each) for each in views]
        named += [(each.key, f"{group_name(each.field)} {each.words}", each) for each in (*offered, *numbers)]
        self._found = {key: each for key, _words, each in named}
        if not typed:
            first = [*named[:_VIEWS_FIRST], *named[len(views) :]] if len(views) > _VIEWS_FIRST else named
            return [Row(key, self._choice) for key, _words, _each in first[:_LISTED]]
        matches = Index(words for _key, words, _each in named).find(typed, _LISTED)
        return [Row(named[match.place][0], self._choice) for match in matches]

    def view(self, key: str) -> MapView | None:
        """Return the saved view that a key stands for."""
        found = self._found.get(key)
        return found if isinstance(found, MapView) else None

    def facet(self, key: str) -> Facet | None:
        """Return what a key asks for."""
        found = self._found.get(key)
        return found if isinstance(found, Facet) else None

    def _choice(self, key: str) -> Choice | None:
        found = self._found.get(key)
        if isinstance(found, MapView):
            return Choice(found.name, lambda: None, "filter", place=_("View"))
        if found is None:
            return None
        return Choice(found.words, lambda: None, _ICONS[found.field], place=group_name(found.field))

    def _all(self) -> tuple[Facet, ...]:
        if self._facets is None:
            workspace = self._workspace
            self._facets = facets_of(workspace.document, workspace.map_id) if workspace.has_map else ()
        return self._facets

    def _views(self) -> tuple[MapView, ...]:
        return views_of(self._workspace.document, self._workspace.map_id)
