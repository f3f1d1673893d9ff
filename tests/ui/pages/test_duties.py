"""The tables of who owns what: each figure is as many rows, each cell leads to a record that is there."""

from datetime import date

from hypothesis import given

from journey_editor.core.journey import maps_of, read_journey
from journey_editor.core.records import Record
from journey_editor.insight.case import Case
from journey_editor.insight.ownership import ownership
from journey_editor.ui.pages.cells import copied
from journey_editor.ui.pages.duties import duty_columns, duty_rows, owner_columns, owner_row, summary
from journey_editor.ui.pages.owners import place_of, said, shown_of
from tests.building import journey, metric, opportunity, owners, stage, touchpoint, transition
from tests.strategies import files

TODAY = date(2026, 11, 25)
HANDOFFS = {3: "hands over", 4: "takes over"}


def test_what_each_thing_says_of_itself():
    found = journey(
        *owners("a", "b"),
        stage("s", owner="a", contributors=["b"], when="Week 1"),
        touchpoint("one", "s", "a0", emotion={"valence": -1.5, "word": "lost"}),
        touchpoint("two", "s", "a1", owner="b"),
        transition("one", "two", wait_days=9),
        opportunity("o", "one", owner="a", due="2026-11-01"),
        metric("nps", "s", owner="a", current=5, target=9, expected=7, unit="days"),
    )
    records: dict[str, Record] = {each.id: each for each in (*found.stages, *found.touchpoints, *found.owners)}
    records |= {each.id: each for some in (found.opportunities, found.metrics) for own in some.values() for each in own}
    mine = ownership(Case(found, TODAY)).owners[0]
    assert [tuple(cell.words for cell in row) for row in duty_rows(mine, records, TODAY)] == [
        ("accountable", "S", "Week 1", ""),
        ("touchpoint", "One", "S", "−1.5 · lost"),
        ("hands over", "One → Two", "B", "high"),
        ("opportunity", "o", "S · One", "1 Nov"),
        ("metric", "nps", "S", "5\u00a0days → 9\u00a0days"),
    ]
    assert summary(mine) == "1 stage · 1 touchpoint · 1 handoff (1 high) · 1 open opportunity (1 overdue)"
    row = owner_row(mine)
    assert [cell.words for cell in row[:8]] == ["A", "1", "1", "1 high", "–", "1", "1", "1"]
    assert copied(owner_columns(), [row])[1] == ["A", "1 + 0", "1", "1", "0", "1", "1", "1", "S", "", "1", "0"]


@given(files())
def test_each_figure_is_as_many_rows_and_each_cell_leads_somewhere(records: dict[str, Record]):
    for each in maps_of(records):
        found = ownership(Case(read_journey(records, each.id), TODAY))
        assert said(found)
        for mine in shown_of(found):
            row, rows = owner_row(mine), duty_rows(mine, records, TODAY)
            assert len(row) == len(owner_columns()) and all(len(one) == len(duty_columns()) for one in rows)
            assert all(cell.record in records for one in rows for cell in one)
            assert summary(mine)
            counts = {2: len(mine.touchpoints), 5: len(mine.open), 6: len(mine.overdue), 7: len(mine.metrics)}
            for column, count in counts.items():
                assert row[column].key == count
            for column, cell in enumerate(row[1:8], 1):
                place = place_of(rows, cell.record, column) if cell.record else None
                assert (place is None) == (cell.key in (0, None)), cell
                if place is not None and column in HANDOFFS:
                    assert rows[place][0].words == HANDOFFS[column]
