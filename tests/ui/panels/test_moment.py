"""The card of a moment of truth tells where its metric stands on the way from baseline to target."""

from journey_editor.core.parts import Moment
from journey_editor.core.records import Metric, Touchpoint
from journey_editor.ui.panels.inspector.moment import MomentCard
from journey_editor.ui.panels.inspector.panel import Inspector
from journey_editor.ui.workspace import Workspace
from tests.ui.panels.pages import page_of


def card(inspector: Inspector, workspace: Workspace, moment: Moment | None, **fields: object) -> MomentCard:
    """The card of a touchpoint with that moment, whose metric has these fields."""
    touchpoint = workspace.document.records["t9"]
    assert isinstance(touchpoint, Touchpoint)
    with workspace.document.transaction("x"):
        given = {"id": "way", "map": workspace.map_id, "rank": "b0", "on": "t9", "name": "Logs in"}
        workspace.document.put(Metric.model_validate(given | fields))
        workspace.document.put(touchpoint.with_(moment=moment))
    shown = page_of(inspector, workspace, "t9").moment
    assert shown is not None
    return shown


def test_it_tells_the_way_from_the_baseline(inspector: Inspector, workspace: Workspace) -> None:
    shown = card(inspector, workspace, Moment(metric="way"), unit="%", baseline=55, current=65, target=75)
    assert shown.standing.text().replace("\u00a0", " ") == "Now 65 %, target 75 %"
    assert shown.way.text().replace("\u00a0", " ") == "50 % of the way from 55 %"
    assert shown.gauge.course is not None and not shown.gauge.isHidden()
    assert round(shown.gauge.course.now / shown.gauge.course.target, 9) == 0.5


def test_without_a_baseline_a_percentage_lies_between_none_and_all(inspector: Inspector, workspace: Workspace) -> None:
    shown = card(inspector, workspace, Moment(metric="way"), unit="%", current=65, target=75)
    assert shown.gauge.course == (0.65, 0.75, None)
    assert shown.way.isHidden()


def test_without_a_metric_there_is_no_bar(inspector: Inspector, workspace: Workspace) -> None:
    shown = card(inspector, workspace, Moment(impact="Decides who stays"))
    assert shown.gauge.isHidden() and shown.standing.isHidden() and shown.way.isHidden()
