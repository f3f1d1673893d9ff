"""Lanes by owner, by layer and by channel: which there are, in which order, what they are called, who lies where."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.lanes import (
    ALONE_LANE,
    NOBODYS_LANE,
    SILENT_LANE,
    Lane,
    fields_in_lane,
    lane_fields,
    lane_name,
    lane_of,
    lane_order,
    lane_shown,
    lanes_by,
    lanes_of,
    owner_names,
    says_lane,
)
from journey_editor.core.parts import LanesBy
from journey_editor.core.words import CHANNELS
from tests.building import document, journey, owners, stage, touchpoint

CARDS = (
    touchpoint("a", "s", "a0", channel="phone"),
    touchpoint("b", "s", "a1", channel="Carrier pigeon", layer="backstage", owner="ops"),
    touchpoint("c", "s", "a2", channel="website", layer="support", kind="action"),
    touchpoint("d", "s", "a3"),
)
BASE = (*owners("sales", "ops"), stage("s", owner="sales"))


def names(**fields):
    found = journey(*BASE, *CARDS, **fields)
    return [lane_name(lane, owner_names(found.owners)) for lane in lanes_of(found)]


def test_owners_have_lanes_used_or_not_and_what_nobody_owns_only_where_it_is():
    assert names() == names(lanes_by="owner") == ["Sales", "Ops", "Customer alone"]


def test_all_layers_have_lanes_in_their_order():
    assert names(lanes_by="layer") == ["Customer", "Frontstage", "Backstage", "Support"]


def test_channels_in_use_have_lanes_known_ones_first_those_without_last():
    assert names(lanes_by="channel") == ["Website", "Phone", "Carrier pigeon", "No channel"]


def test_a_blueprint_has_lanes_by_layer_unless_it_says_otherwise():
    assert names(state="blueprint") == ["Customer", "Frontstage", "Backstage", "Support"]
    assert names(state="blueprint", lanes_by="owner") == ["Sales", "Ops", "Customer alone"]
    assert lanes_by(journey(state="current").map) == "owner"


def test_a_touchpoint_lies_in_the_lane_that_its_map_has():
    stage_, b, d = BASE[-1], CARDS[1], CARDS[3]
    assert [lane_of(each, stage_) for each in CARDS] == [
        Lane("owner", "sales"), Lane("owner", "ops"), ALONE_LANE, Lane("owner", "sales"),
    ]  # fmt: skip
    assert [lane_of(each, stage_, "layer").key for each in CARDS] == ["customer", "backstage", "support", "customer"]
    assert lane_of(b, stage_, "channel") == Lane("channel", "Carrier pigeon")
    assert lane_of(d, None, "channel") == SILENT_LANE and lane_of(d, None) == NOBODYS_LANE
    assert lane_shown(document(*BASE, *CARDS, lanes_by="channel").records, CARDS[0]) == Lane("channel", "phone")


def test_channels_that_mean_the_same_share_a_lane():
    spellings = ("phone", " Phone", "hotline", "Anruf")
    assert {lane_of(touchpoint("t", channel=each), None, "channel") for each in spellings} == {Lane("channel", "phone")}


BYS: tuple[LanesBy, ...] = ("owner", "layer", "channel")


@pytest.mark.parametrize("by", BYS)
@given(data=st.data())
def test_what_is_put_into_a_lane_lies_in_it(by: LanesBy, data):
    lanes = {
        "owner": (Lane("owner", "sales"), Lane("owner", "ops"), ALONE_LANE),
        "layer": lane_order("layer", (), ()),
        "channel": (*(Lane("channel", each) for each in (*CHANNELS, "Fax")), SILENT_LANE),
    }[by]
    each, lane = data.draw(st.sampled_from(CARDS)), data.draw(st.sampled_from(lanes))
    into = each.with_(**lane_fields(lane, each, BASE[-1]))
    assert lane_of(into, BASE[-1], by) == lane
    others: list[LanesBy] = [other for other in BYS if other != by]
    assert [lane_of(into, BASE[-1], other) for other in others] == [lane_of(each, BASE[-1], other) for other in others]


def test_a_new_one_takes_from_a_lane_what_is_not_said_of_it():
    assert fields_in_lane(Lane("layer", "support"), ("owner",), None) == {"layer": "support"}
    assert fields_in_lane(Lane("channel", "phone"), ("channel",), None) == {}
    assert fields_in_lane(Lane("channel", "phone"), (), None) == {"channel": "phone"}
    assert fields_in_lane(ALONE_LANE, (), None) == {"kind": "action"}
    assert fields_in_lane(ALONE_LANE, ("kind", "owner"), None) == {}
    assert fields_in_lane(Lane("owner", "sales"), (), BASE[-1]) == {}  # it has that from its stage
    assert fields_in_lane(Lane("owner", "ops"), (), BASE[-1]) == {"owner": "ops"}


def test_a_lane_that_a_card_was_not_given_is_not_its_own():
    assert [says_lane(each, "owner") for each in CARDS] == [False, True, True, False]
    assert [says_lane(each, "layer") for each in CARDS] == [False, True, True, False]
    assert [says_lane(each, "channel") for each in CARDS] == [True, True, True, False]


def test_no_lane_stands_for_a_record_but_an_owners():
    assert Lane("owner", "sales").id == "sales"
    for lane in (NOBODYS_LANE, ALONE_LANE, SILENT_LANE, Lane("layer", "customer"), Lane("channel", "phone")):
        assert ":" in lane.id and not lane.owner  # which no id of a record has
