"""What lanes are by is one step; where lanes are by layer or channel, cards are moved between those."""

import pytest

from journey_editor.core.edits.lanes import set_lanes_by
from journey_editor.core.edits.place import Slot
from journey_editor.core.edits.structure import against_lock
from journey_editor.core.edits.touchpoints import hand_over, move_touchpoints, step_lane
from journey_editor.core.history import History
from journey_editor.core.lanes import Lane
from journey_editor.core.moves import moved
from journey_editor.storage.format import dumps
from tests.building import MAP, document, owners, row, stage, touchpoint


@pytest.fixture
def doc():
    return document(
        *owners("sales", "support"),
        stage("s", "a0", owner="sales"),
        stage("t", "a1", owner="support"),
        *row("a", "b"),
        touchpoint("c", "t", channel="phone"),
        lanes_by="layer",
    )


def told(doc, doing, held="a"):
    changes = []
    doc.listen(lambda event: changes.append(event.change))
    doing()
    return moved(changes[-1], doc.records, (held,))


def test_another_kind_of_lanes_is_one_step_back_to_the_first_byte(doc):
    history, before = History(doc), dumps(doc.records)
    set_lanes_by(doc, MAP, "channel")
    assert doc.records[MAP].lanes_by == "channel" and history.undo_label == "Lanes by channel"
    history.undo()
    assert dumps(doc.records) == before


def test_lanes_that_are_so_already_are_no_edit():
    doc = document(state="blueprint")
    history = History(doc)
    set_lanes_by(doc, MAP, "layer")
    assert not history.steps and doc.records[MAP].lanes_by is None
    with pytest.raises(KeyError):
        set_lanes_by(doc, "nothing", "layer")


def test_a_locked_map_keeps_its_lanes():
    doc, said = document(locked=True), []

    def guard(change):
        sentence = against_lock(change, doc.records, MAP)
        return (lambda: said.append(sentence)) if sentence else None

    doc.guard(guard)
    set_lanes_by(doc, MAP, "layer")
    assert doc.records[MAP].lanes_by is None
    assert said == ["Stages and lanes are locked: the lanes stay as they are."]


def test_a_step_down_leads_through_the_layers_and_back(doc):
    assert not step_lane(doc, ("a",), -1)
    layers = []
    while step_lane(doc, ("a",), 1):
        layers.append(doc.records["a"].layer)
    assert layers == ["frontstage", "backstage", "support"]
    assert doc.records["a"].owner is None and doc.records["a"].kind == "interaction"
    assert step_lane(doc, ("a",), -1) and doc.records["a"].layer == "backstage"


def test_a_step_leads_through_channels_to_none(doc):
    set_lanes_by(doc, MAP, "channel")
    assert step_lane(doc, ("c",), 1) and doc.records["c"].channel == ""
    assert not step_lane(doc, ("c",), 1)  # no touchpoint uses a channel any more


def test_moved_in_time_and_to_a_layer_a_card_keeps_its_owner(doc):
    move_touchpoints(doc, ("a",), Slot("t", after="c"), Lane("layer", "backstage"))
    card = doc.records["a"]
    assert (card.stage, card.layer, card.owner) == ("t", "backstage", "sales")


def test_what_moved_is_told_by_the_lanes_that_the_map_has(doc):
    assert told(doc, lambda: hand_over(doc, ("a",), Lane("layer", "frontstage"))) == "Moved “A” to Frontstage"
    assert told(doc, lambda: hand_over(doc, ("a",), Lane("owner", "support"))) == ""  # it stays where it lies
    set_lanes_by(doc, MAP, "channel")
    assert told(doc, lambda: hand_over(doc, ("a",), Lane("channel", "video_call"))) == "Moved “A” to Video call"
    assert told(doc, lambda: hand_over(doc, ("c",), Lane("silent")), "c") == "Moved “C” to no channel"


def test_each_kind_of_lane_has_its_words_for_undo(doc):
    history = History(doc)
    labels = []
    for lane in (Lane("layer", "support"), Lane("channel", "phone"), Lane("owner", "support")):
        hand_over(doc, ("b",), lane)
        labels.append(history.undo_label)
    assert labels == ["Move to another layer", "Change channel", "Hand over touchpoint"]
