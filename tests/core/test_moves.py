"""What was moved is named in passing."""

import pytest

from journey_editor.core.edits.attachments import add_note, hang_on, move_attached
from journey_editor.core.edits.fields import set_field
from journey_editor.core.edits.owners import move_owner
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.stages import move_stage
from journey_editor.core.edits.touchpoints import add_touchpoint, hand_over, move_touchpoints, step_touchpoint, to_tray
from journey_editor.core.lanes import ALONE_LANE, Lane
from journey_editor.core.moves import moved
from tests.building import MAP, document, note, owners, row, stage


@pytest.fixture
def tell():
    """Does something on a map and returns what is said of it, with "a" in the hand."""
    notes = (note("n", "a"), note("o", "a", rank="a1"))
    stages = (stage("s", "a0", owner="sales"), stage("t", "a1"))
    doc = document(*owners("sales", "support"), *stages, *row("a", "b", "c"), *notes)
    heard = []
    doc.listen(heard.append)

    def told(doing, held=("a",)):
        heard.clear()
        doing(doc)
        return [moved(event.change, doc.records, held) for event in heard]

    return told


@pytest.mark.parametrize(
    ("doing", "sentence"),
    [
        (lambda doc: move_touchpoints(doc, ("a",), Slot("t")), "Moved “A” to T"),
        (lambda doc: move_touchpoints(doc, ("a",), Slot("t"), Lane("owner", "support")), "Moved “A” to T, Support"),
        (lambda doc: hand_over(doc, ("a",), Lane("owner", "support")), "Moved “A” to Support"),
        (lambda doc: hand_over(doc, ("a",), ALONE_LANE), "Moved “A” to the customer alone"),
        (lambda doc: step_touchpoint(doc, "a", 1), "Moved “A” after “B”"),
        (lambda doc: move_touchpoints(doc, ("a",), Slot("s", beside="c")), "Moved “A” to the time of “C”"),
        (lambda doc: to_tray(doc, ("a",)), "Moved “A” to the tray"),
        (lambda doc: move_touchpoints(doc, ("a", "b"), Slot("t")), "Moved “A” to T"),
        (lambda doc: move_stage(doc, "s", 1), "Moved the stage “S” after “T”"),
        (lambda doc: move_stage(doc, "t", 0), "Moved the stage “T” to the beginning"),
        (lambda doc: move_owner(doc, "sales", 1), "Moved the lane “Sales” below “Support”"),
        (lambda doc: move_owner(doc, "support", 0), "Moved the lane “Support” to the top"),
        (lambda doc: hang_on(doc, "n", "b"), "Moved “n” to “B”"),
        (lambda doc: move_attached(doc, "n", 1), "Moved “n”"),
        (lambda doc: set_field(doc, ("a",), "title", "Other"), ""),
        (lambda doc: add_note(doc, "a", "quote", "No"), ""),
        (lambda doc: add_touchpoint(doc, MAP, "New", Slot("t")), ""),
    ],
)
def test_what_was_moved_where(tell, doing, sentence):
    assert tell(doing) == [sentence]


def test_several_are_counted(tell):
    both = ("a", "b")
    assert tell(lambda doc: move_touchpoints(doc, both, Slot("t")), both) == ["Moved 2 touchpoints to T"]
    apart = tell(lambda doc: move_touchpoints(doc, ("b", "c"), Slot("t", after=None)), ("b", "c"))
    assert apart == ["Moved 2 touchpoints"]


def test_back_to_the_beginning_and_names_that_are_missing_or_long(tell):
    tell(lambda doc: set_field(doc, ("b",), "title", ""))
    tell(lambda doc: set_field(doc, ("a",), "title", "word " * 30))
    said = tell(lambda doc: step_touchpoint(doc, "b", -1), ("b",))
    assert said == ["Moved Touchpoint without a title to the beginning of S"]
    (said,) = tell(lambda doc: step_touchpoint(doc, "b", 1), ("b",))
    assert said.endswith("…”") and len(said) < 90


def test_what_is_numbered_anew_beside_it_is_not_told():
    full = [each.with_(rank=f"a{'0' * 62}{index}") for index, each in enumerate(row("a", "b"))]
    doc = document(stage("s"), *full)
    heard = []
    doc.listen(heard.append)
    add_touchpoint(doc, MAP, "New", Slot("s", after="b"))
    new = heard[-1].change.added[0].id
    move_touchpoints(doc, (new,), Slot("s", after="a"))
    move_touchpoints(doc, (new,), Slot("s"))
    assert moved(heard[-1].change, doc.records, (new,)) == "Moved “New” to the beginning of S"
    with doc.transaction("Fill up"):
        for each in full:
            doc.put(each)
    move_touchpoints(doc, (new,), Slot("s", after="a"))
    assert len(heard[-1].change.pairs) > 1
    assert moved(heard[-1].change, doc.records, (new,)) == "Moved “New” after “A”"
