"""What a report says of the time since the last review."""

from datetime import timedelta

from journey_editor.interchange.report.past import late_actions
from tests.building import TODAY, case, opportunity, stage


def test_the_longest_overdue_comes_first_whatever_it_is_worth():
    weeks = [
        opportunity(f"o{ago}", "s", due=TODAY - timedelta(ago), impact=worth, effort=1, status="doing")
        for ago, worth in ((1, 5), (30, 1), (7, 3))
    ]
    later = opportunity("later", "s", due=TODAY, status="doing")
    assert [(each.opportunity.id, each.late) for each in late_actions(case(stage("s"), *weeks, later))] == [
        ("o30", 30), ("o7", 7), ("o1", 1),
    ]  # fmt: skip
