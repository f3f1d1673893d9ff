"""Any map is drawn with its time axis and the numbers of its stages, and nothing leaves its place."""

from hypothesis import HealthCheck, given, settings

from journey_editor.core.journey import read_journey
from journey_editor.core.records import JourneyMap, Record
from journey_editor.core.rows import STAGE_NUMBERS, TIME_AXIS
from journey_editor.layout.compose import compose
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element
from tests.layout.invariants import check_element, elements, overlap
from tests.strategies import files


@given(files())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_map_is_drawn_with_both(records: dict[str, Record]) -> None:
    for each in [each for each in records.values() if isinstance(each, JourneyMap)]:
        shown = {**records, each.id: each.with_(rows=(TIME_AXIS, STAGE_NUMBERS))}
        picture = compose(read_journey(shown, each.id), Options(title=False))
        mine = elements(picture, "axis", "span", "number")
        for element in mine:
            check_element(element, picture)
        others = elements(picture, "stage", "band", "lane", "card", "legend")
        blocks = [element for element in mine if element.role == "number" or element.key == ("axis", "")]
        assert not [(one.key, other.key) for one in blocks for other in others if meet(one, other)]


def meet(one: Element, other: Element) -> bool:
    return overlap(one.rect, other.rect)
