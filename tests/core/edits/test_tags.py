"""Tags are added to many records at once and taken away again, each as one step of undo."""

from hypothesis import given, strategies as st

from journey_editor.core.edits.tags import add_tags, remove_tag, shared_tags, typed_tags
from journey_editor.core.history import History
from journey_editor.core.showing import tag_key
from journey_editor.storage.format import dumps
from tests.building import document, note, opportunity, stage, touchpoint

words = st.text("abAB ,;#\n", max_size=12)


def test_tags_are_set_on_many_at_once():
    made = document(
        stage("s", tags=("Q3 launch",)), touchpoint("a", "s", tags=("churn",)), touchpoint("b", "s"),
        opportunity("o", "b"), note("n", "b"),
    )  # fmt: skip
    history, before = History(made), dumps(made.records)
    everything = ("s", "a", "b", "o", "n", "gone")
    assert add_tags(made, everything, ("CHURN", "new")) == 4
    assert [made.records[each].__dict__["tags"] for each in "sabo"] == [
        ("Q3 launch", "churn", "new"), ("churn", "new"), ("churn", "new"), ("churn", "new"),
    ], "written as it was first"  # fmt: skip
    assert shared_tags(made.records[each] for each in "sab") == (("Q3 launch", False), ("churn", True), ("new", True))
    assert remove_tag(made, everything, "Churn") == 4
    assert add_tags(made, ("a", "b"), ("new",)) == 0
    assert [step.label for step in history.steps] == ["Add tag", "Remove tag"]
    history.undo()
    history.undo()
    assert dumps(made.records) == before


@given(words, words)
def test_what_is_typed_is_each_tag_once_without_signs_and_blanks(one: str, other: str):
    tags = typed_tags(f"{one},{other}")
    assert all(tag and tag == " ".join(tag.split()) and "," not in tag for tag in tags)
    assert len({tag_key(tag) for tag in tags}) == len(tags)
    assert set(map(tag_key, typed_tags(one))) <= set(map(tag_key, tags))
    assert typed_tags(", ".join(tags)) == tags or any(tag.startswith("#") for tag in tags)
