"""The table of all pages beside the map, in the order of their tabs. `pages/page.py` tells how to write one."""

from collections.abc import Callable
from dataclasses import dataclass

from journey_editor.assets import marked as _
from journey_editor.ui.pages.curves import CurvesPage
from journey_editor.ui.pages.friction import FrictionPage
from journey_editor.ui.pages.gaps import GapsPage
from journey_editor.ui.pages.measures import MeasuresPage
from journey_editor.ui.pages.opportunities.page import OpportunitiesPage
from journey_editor.ui.pages.owners import OwnersPage
from journey_editor.ui.pages.page import Go, Page
from journey_editor.ui.pages.review.page import ReviewPage
from journey_editor.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: its id ("gaps", its action is then "page_gaps"), the words of its tab and of its action, its maker.

    `does` names what actions may ask of it beside being shown: `Page.do` is called then.
    """

    id: str
    tab: str
    name: str
    make: Callable[[Workspace, Go], Page]
    does: tuple[str, ...] = ()


PAGES: tuple[PageSpec, ...] = (
    PageSpec("gaps", _("Gaps"), _("Experience gaps"), GapsPage),
    PageSpec("measures", _("Measures"), _("Measurement framework"), MeasuresPage),
    PageSpec("friction", _("Friction"), _("Friction: where people are lost"), FrictionPage),
    PageSpec(
        "opportunities", _("Opportunities"), _("Worth and effort of opportunities"), OpportunitiesPage,
        ("new_opportunity",),
    ),
    PageSpec("owners", _("Who owns what"), _("Who owns what"), OwnersPage),
    PageSpec("curves", _("Personas"), _("Personas compared"), CurvesPage),
    PageSpec("review", _("Review"), _("Review: is it still true?"), ReviewPage),
)  # fmt: skip
