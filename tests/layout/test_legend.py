"""The legend names what a map shows and nothing else."""

from journey_editor.layout.compose import compose
from journey_editor.layout.legend import legend
from journey_editor.layout.options import Options
from tests.building import journey, note, stage, touchpoint
from tests.layout.invariants import elements, lines_of


def test_only_what_is_used_is_named() -> None:
    made = journey(stage("s"), touchpoint("t", "s", v=1), note("n", "t"))
    [shown] = elements(compose(made, Options()), "legend")
    assert [line.text for line in lines_of(shown)] == ["how it felt", "assumed", "pain point"]


def test_a_long_legend_takes_more_lines() -> None:
    used = frozenset(("felt", "believed", "assumed", "trough", "moment", "pain", "opportunity", "evidence", "votes"))
    [wide], below = legend(used, Options(), 1400.0, 0.0)
    [narrow], further = legend(used, Options(), 300.0, 0.0)
    assert below < further
    assert len({line.y for line in lines_of(wide)}) == 1 and len({line.y for line in lines_of(narrow)}) > 2
    assert all(line.x + line.width <= narrow.rect.width for line in lines_of(narrow))
