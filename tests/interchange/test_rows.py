"""How tables are read: what columns are taken for, which way they lie, and what their rows make."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.capture.names import Known
from journey_editor.interchange.headings import ROLES
from journey_editor.interchange.rows import readings
from journey_editor.interchange.shapes import Shape, guessed, oriented

BY_TOUCHPOINT = (
    ("Stage", "Touchpoint", "Owner", "Channel", "Feeling", "Pain points", "Tools"),
    ("Use", "Logs in", "Product + Sales", "app", "-1", "slow; no help", "SSO"),
    ("", "Waits", "-", "E-Mail", "meh"),
    ("", "", "", "", "", "still waits", ""),
    (),
    ("Renew", "Signs", "Sales", "", "curious, cautious", "", "", "too many"),
)
BY_STAGE = (
    ("stage", "when", "goal", "touchpoints", "emotions", "owner (+ contributors)", "metrics"),
    (
        "Awareness",
        "weeks 1–4",
        "find a way",
        "search, peers (friends, family)",
        "curious, sceptical, angry",
        "Marketing",
        "",
    ),
    ("Adoption", "months 6–12", "full value", "daily use", "confident", "Success + Sales", "usage 50>70 %\nNPS"),
)


NOTHING = Known()


def read(rows, shape=None, known=NOTHING):
    found = list(readings(rows, shape or guessed(rows, known), known))
    return [entry for reading in found for entry in reading.entries], [
        (remark.line, remark.words) for reading in found for remark in reading.remarks
    ]


def notes(entry):
    return [(note.kind, note.text) for note in entry.captured.notes]


def test_a_touchpoint_in_each_row():
    entries, remarks = read(BY_TOUCHPOINT)
    assert [(each.number, each.stage, each.captured.title) for each in entries] == [
        (2, "Use", "Logs in"), (3, "", "Waits"), (4, "", ""), (6, "Renew", "Signs")]  # fmt: skip
    login, waits, more, signs = entries
    assert (login.captured.owner, login.contributors, login.captured.channel) == ("Product", ("Sales",), "mobile_app")
    assert (login.captured.valence, notes(login)) == (
        -1,
        [("pain_point", "slow"), ("pain_point", "no help"), ("Tools", "SSO")],
    )
    assert (waits.captured.owner, waits.captured.channel, waits.captured.valence) == ("", "email", None)
    assert notes(waits) == [("other", "meh")] and notes(more) == [("pain_point", "still waits")]
    assert (signs.captured.valence, signs.captured.word) == (0, "curious, cautious")
    assert notes(signs) == [("other", "too many")] and [line for line, _words in remarks] == [3]


def test_a_stage_in_each_row_with_several_touchpoints():
    entries, remarks = read(BY_STAGE)
    assert remarks == []
    stage, search, peers, adoption, second, use = entries
    assert (stage.stage, stage.when, stage.captured.owner, stage.captured.title) == (
        "Awareness",
        "weeks 1–4",
        "Marketing",
        "",
    )
    assert notes(stage) == [("goal", "find a way"), ("other", "angry")]
    assert [each.captured.title for each in (search, peers, use)] == ["search", "peers (friends, family)", "daily use"]
    assert [(each.captured.valence, each.captured.word) for each in (search, peers)] == [
        (1, "curious"),
        (-0.5, "sceptical"),
    ]
    assert (adoption.contributors, adoption.captured.metric.target, second.captured.metric.name) == (
        ("Sales",),
        70,
        "NPS",
    )


def test_stages_from_left_to_right_are_the_same_turned_over():
    turned = oriented(BY_STAGE, True)
    shape = guessed(turned, Known())
    assert shape.across and shape.has_headings
    assert read(turned, shape) == read(BY_STAGE)


@pytest.mark.parametrize(
    ("rows", "roles", "has_headings"),
    [
        ((("Awareness", "Sees an ad"), ("Awareness", "Reads"), ("Use", "Logs in")), ("stage", "title"), False),
        ((("Logs in", "-1"), ("Waits", "frustrated")), ("title", "feeling"), False),
        ((("Logs in", "email"), ("Waits", "Telefon")), ("title", "channel"), False),
        ((("1", "Logs in", "Sales"), ("2", "Waits", "Support")), ("", "title", "owner"), False),
        ((("Onboarding", "Logs in"), ("Use", "Waits")), ("stage", "title"), False),
        ((("Step", "Who cares"), ("Logs in", "nobody")), ("title", "named"), True),
        ((("Phase", "Aktion", "Gefühl"), ("Kauf", "Zahlt", "gut")), ("stage", "title", "feeling"), True),
        ((("Step", "Step", "Feeling", "Mood"), ("a", "b", "1", "x")), ("title", "named", "feeling", "feeling"), True),
        ((("Nr", "Step"), ("1", "a")), ("", "title"), True),
    ],
)  # fmt: skip
def test_what_columns_are_taken_for(rows, roles, has_headings):
    known = Known(owners=("Sales", "Support"), stages=("Onboarding", "Use"))
    shape = guessed(rows, known)
    assert (shape.roles, shape.has_headings) == (roles, has_headings)


def test_feelings_from_one_to_five_are_seen_from_their_column():
    entries, _remarks = read((("Step", "Score"), ("a", "1"), ("b", "3"), ("c", "5")))
    assert [each.captured.valence for each in entries] == [-2, 0, 2]
    entries, remarks = read((("Step", "Score"), ("a", "1"), ("b", "9")))
    assert entries[0].captured.valence == 1 and len(remarks) == 1 and notes(entries[1]) == [("other", "9")]


def test_when_a_touchpoint_happens_and_who_helps_without_a_stage_are_notes():
    entries, _remarks = read((("Step", "When", "Owner"), ("a", "week 1", "Sales + Ops")))
    assert notes(entries[0]) == [("When", "week 1"), ("other", "Ops")] and not entries[0].when


def test_several_feelings_in_a_cell_are_all_told():
    entries, remarks = read((("Step", "Mood"), ("a", "curious\nangry; meh")))
    assert (entries[0].captured.valence, entries[0].captured.word) == (-0.5, "curious, angry")
    assert notes(entries[0]) == [("other", "meh")] and len(remarks) == 1


def test_titles_that_are_words_of_headings_do_not_turn_a_table_over():
    shape = guessed((("Step", "Owner", "Feeling"), ("Goal", "", ""), ("Idea", "", "")), NOTHING)
    assert not shape.across and shape.roles == ("title", "owner", "feeling")


def test_who_is_known_by_a_whole_name_is_one_owner():
    entries, _remarks = read((("Step", "Owner"), ("a", "Sales & Service")), known=Known(owners=("sales & service",)))
    assert (entries[0].captured.owner, entries[0].contributors) == ("Sales & Service", ())


def test_a_column_can_be_taken_for_something_else():
    shape = Shape(("stage", "title", "other")).with_role(2, "title")
    assert shape.roles == ("stage", "named", "title")
    assert Shape(("other", "other")).with_role(0, "goal").roles == ("goal", "other")


CELLS = st.sampled_from(
    ["", "Stage", "Touchpoints", "a", "b, c", "-1", "9", "x\ny; z", "Sales + Ops", "Feeling"]
) | st.text(max_size=3)


@given(st.lists(st.lists(CELLS, max_size=5).map(tuple), max_size=6).map(tuple), st.booleans(), st.data())
def test_of_any_table_no_word_is_lost_unless_it_is_left_out(rows, across, data):
    shape = guessed(rows, Known(), across)
    for column in range(len(shape.roles)):
        shape = shape.with_role(column, data.draw(st.sampled_from(ROLES[1:])))
    entries, _remarks = read(rows, shape)
    told = "\n".join(str(each) for each in entries).casefold()
    body = oriented(rows, across)[1 if shape.has_headings else 0 :]
    single = [role for role in shape.roles if shape.roles.count(role) == 1]
    for row in body:
        for cell, role in zip(row, shape.roles, strict=False):
            if (
                role in ("title", "goal", "named", "opportunity")
                and role in single
                and cell.isalpha()
                and cell.isascii()
            ):
                assert cell.casefold() in told
