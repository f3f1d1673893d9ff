"""What of a map makes a template, and how a template's dates come to lie ahead."""

from datetime import date, timedelta

from hypothesis import given, settings, strategies as st

from journey_editor.core.document import Document
from journey_editor.core.parts import Dismissal, Emotion, Moment, Review
from journey_editor.core.records import Evidence, Head, Metric, Opportunity, Picture, Record
from journey_editor.core.templates import as_template, begun, moved_on
from journey_editor.storage.format import dumps, loads
from tests.building import MAP, note, opportunity, records, row, stage, touchpoint, transition
from tests.strategies import files

DAY = date(2026, 11, 25)


def used() -> list[Record]:
    return records(
        stage("s", entered=1000, completed=620, tickets=4, as_of=DAY, evidence=("e",), start_day=0, end_day=28),
        touchpoint(
            "a", "s", emotion=Emotion(valence=-1, word="anxious", basis="workshop", n=12, hands=(0, 12, 0, 0, 0)),
            believed=1, votes=3, tickets=2, evidence=("e",), moment=Moment(impact="all", metric="m1"), picture="p",
        ),
        touchpoint("b", "s", "a1", emotion=Emotion(valence=2, basis="intended")),
        touchpoint("tray", None, picture="lost"),
        transition("a", "b", wait_days=14, evidence=("e",)),
        transition("b", "tray"),
        note("open", "a", severity=4, votes=7, resolved=True, evidence=("e",)),
        note("secret", "a", private=True),
        note("lying", "b-tray"),
        opportunity("o", "a", owner=None, who="Ana", due=DAY, status="done", votes=2, outcome="fine", done_on=DAY,
                    answers=("open", "secret"), impact=4),
        Metric(id="m1", map=MAP, rank="a0", on="s", name="Time", baseline=65, current=60, target=38, due=DAY, as_of=DAY,
               history=((DAY, 65.0),), evidence=("e",)),
        Metric(id="m2", map=MAP, rank="a0", on="tray", name="Lost"),
        Evidence(id="e", rank="a0", title="Interviews"),
        Picture(id="p", rank="a0"), Picture(id="lost", rank="a1"),
        created=DAY, reviewed=DAY, reviews=(Review(date=DAY),), dismissed=(Dismissal(rule="x"),), locked=True,
        objective="Keep them", rows=("pain_point",),
    )  # fmt: skip


def test_what_belongs_to_one_team_and_one_time_stays_out():
    made = as_template(used(), "Ours")
    assert set(made) == {"", MAP, "s", "a", "b", "a-b", "open", "o", "m1", "p"}
    assert isinstance(made[""], Head) and made[""].title == "Ours"
    fields = {key: each.__dict__ for key, each in made.items()}
    assert (fields["s"]["entered"], fields["s"]["tickets"], fields["s"]["evidence"]) == (None, None, ())
    assert fields["a"]["emotion"] == Emotion(valence=-1, word="anxious")
    assert (fields["a"]["believed"], fields["a"]["votes"], fields["a"]["tickets"]) == (None, 0, None)
    assert fields["b"]["emotion"] == Emotion(valence=2, basis="intended")
    assert (fields["open"]["votes"], fields["open"]["resolved"], fields["open"]["evidence"]) == (0, False, ())
    idea = made["o"]
    assert isinstance(idea, Opportunity)
    assert (idea.who, idea.due, idea.status, idea.votes, idea.outcome, idea.done_on) == (
        "",
        None,
        "proposed",
        0,
        "",
        None,
    )
    assert idea.answers == ("open",)
    assert (fields["m1"]["current"], fields["m1"]["baseline"], fields["m1"]["history"]) == (None, None, ())
    map_fields = fields[MAP]
    assert not any(map_fields[each] for each in ("created", "reviewed", "reviews", "dismissed", "locked"))


def test_the_shape_stays():
    made = as_template(used(), "Ours")
    fields = {key: each.__dict__ for key, each in made.items()}
    assert (fields["s"]["start_day"], fields["s"]["end_day"]) == (0, 28)
    assert fields["a"]["moment"] == Moment(impact="all", metric="m1")
    assert fields["a-b"]["wait_days"] == 14 and fields["open"]["severity"] == 4
    assert (fields["o"]["impact"], fields["m1"]["target"]) == (4, 38)
    assert (fields[MAP]["objective"], fields[MAP]["rows"]) == ("Keep them", ("pain_point",))


@settings(max_examples=60)
@given(files())
def test_a_template_of_any_file_is_a_file_that_opens(given_records: dict[str, Record]):
    made = as_template(given_records.values(), "T")
    Document(made.values())
    data = dumps(made)
    assert dumps(loads(data)) == data
    assert as_template(made.values(), "T") == made


def test_due_dates_that_lie_ahead_stay():
    given_records = [*records(stage("s")), opportunity("o", "s", due=DAY)]
    assert moved_on(given_records, DAY - timedelta(1)) == given_records


@given(st.dates(date(2026, 1, 1), date(2200, 1, 1)))
def test_due_dates_that_are_past_move_on_by_whole_quarters_and_keep_their_distances(today: date):
    dues = [DAY, DAY + timedelta(40)]
    made = moved_on([*records(stage("s")), *(opportunity(f"o{i}", "s", due=due) for i, due in enumerate(dues))], today)
    after = [each.due for each in made if isinstance(each, Opportunity) and each.due]
    assert min(after) > today or after == dues
    assert after[1] - after[0] == timedelta(40)
    assert (after[0] - DAY).days % 91 == 0 and (after[0] - today).days <= max(91, (DAY - today).days)


def test_a_map_without_dates_is_left_alone():
    given_records = [*records(stage("s")), *row("a", stage_id="s")]
    assert moved_on(given_records, DAY) == given_records


def test_a_map_of_a_template_is_begun_today_unless_it_says_when():
    fresh = begun(records(stage("s")), DAY)
    known = begun(records(stage("s"), created=date(2020, 1, 1)), DAY)
    assert [each.__dict__["created"] for each in (fresh[1], known[1])] == [DAY, date(2020, 1, 1)]
