"""Whole pictures: nothing overlaps, sticks out or is cut in silence, and what is equal stays the very same."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from journey_editor import assets
from journey_editor.core.document import Document
from journey_editor.core.history import History
from journey_editor.core.journey import Journey, maps_of, read_journey
from journey_editor.core.records import Record, Stage, Touchpoint
from journey_editor.layout import keeper
from journey_editor.layout.compose import compose
from journey_editor.layout.delta import Delta, difference
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Figure, Picture
from journey_editor.layout.style import DARK
from journey_editor.storage.format import load
from tests.building import document, journey, note, opportunity, owners, row, stage, touchpoint, transition
from tests.layout.invariants import check, elements, lines_of
from tests.strategies import files

TODAY = date(2026, 11, 22)
ODD = st.sampled_from(
    [
        "", " ", "x" * 10_000, "word " * 2_000, "W" * 40, "a\nb\n\nc\td", "שלום hello עולם (abc) 123",
        "مرحبا بالعالم " * 9, "สวัสดีชาวโลก" * 20, "हिन्दी में लिखा " * 9, "漢字かな交じり文、" * 30,
        "👩‍👩‍👧 ❤️ 👍🏽" * 9, "e" + "\u0301" * 500, "﷽ ﷽",
        "\u202eabc\u202c", "\x00\x1f\u200b", "http://example.org/a/b/c?d=e&f=g-h_i", "-1.5 – 3 / 4 — 5",
    ]
)  # fmt: skip
ODD_TEXTS = ODD | st.text(max_size=60)


def pictured(records: Mapping[str, Record], options: Options) -> list[Picture]:
    return [compose(read_journey(records, each.id), options) for each in maps_of(records)]


def sample() -> Journey:
    records = load(assets.resource("samples", "b2b-onboarding.journey"))
    return read_journey(records, maps_of(records)[0].id)


options_drawn = st.builds(
    Options,
    today=st.none() | st.just(TODAY),
    style=st.sampled_from([Options().style, DARK]),
    width=st.none() | st.floats(100, 4000),
    column=st.floats(90, 160),
    lane=st.floats(80, 200),
    band=st.floats(100, 300),
    title=st.booleans(),
    rows=st.booleans(),
    legend=st.booleans(),
    overlay=st.booleans(),
    private=st.booleans(),
)


@given(files(), options_drawn)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_file_is_drawn_without_overlaps(records: dict[str, Record], options: Options) -> None:
    for picture in pictured(records, options):
        check(picture)


@given(st.lists(st.tuples(ODD_TEXTS, ODD_TEXTS, ODD_TEXTS), min_size=1, max_size=5), st.booleans())
@settings(max_examples=60)
def test_any_text_is_drawn_whole_or_ends_in_an_ellipsis(texts: list[tuple[str, str, str]], overlay: bool) -> None:
    given = []
    for index, (title, channel, word) in enumerate(texts):
        feeling = {"valence": index - 2, "word": word, "basis": "workshop"}
        more: dict[str, Any] = {"title": title, "channel": channel, "emotion": feeling}
        given += [
            stage(f"s{index}", f"a{index}", name=channel, when=word),
            touchpoint(f"t{index}", f"s{index}", **more),
        ]
        given += [note(f"n{index}", f"s{index}", text=title), note(f"g{index}", f"s{index}", "goal", text=word)]
    given.append(owners("cs")[0].with_(name=texts[0][0]))
    picture = compose(journey(*given, title=texts[-1][0]), Options(overlay=overlay))
    check(picture)
    for element in elements(picture, "card", "stage", "title", "row", "note", "lane", "word"):
        if element.tip and element.role != "card":
            assert any(line.text.endswith("…") for line in lines_of(element)), element.key


def test_equal_maps_give_equal_pictures() -> None:
    first = compose(sample(), Options(today=TODAY))
    keeper.forget()
    assert compose(sample(), Options(today=TODAY)) == first


def test_the_same_map_gives_the_very_same_elements() -> None:
    first, second = compose(sample(), Options()), compose(sample(), Options())
    assert all(one is other for one, other in zip(first.elements, second.elements, strict=True))


@given(st.data())
@settings(max_examples=40)
def test_an_edit_gives_the_picture_that_a_fresh_start_gives(data: st.DataObject) -> None:
    ids = [f"t{index}" for index in range(6)]
    made = [
        *owners("a", "b", "c"), stage("s", "a0"), stage("z", "a1"), note("n", "t1"), transition("t0", "t3"),
        *(touchpoint(each, "s" if index < 4 else "z", f"a{index}", owner="a") for index, each in enumerate(ids)),
    ]  # fmt: skip
    records = {record.id: record for record in document(*made).records.values()}
    options = Options(overlay=data.draw(st.booleans()))
    for _step in range(5):
        changed = records[data.draw(st.sampled_from(ids))]
        fields = data.draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "rank": st.sampled_from(["a0", "a1", "a3"]),
                    "owner": st.sampled_from(["a", "b", None]),
                    "stage": st.sampled_from(["s", "z", None]),
                    "kind": st.sampled_from(["action", "interaction"]),
                    "title": st.sampled_from(["Kick-off", "A long title that needs more room than there is on a card"]),
                    "votes": st.integers(0, 3),
                    "emotion": st.sampled_from([{"valence": -2, "word": "lost"}, {"valence": 1.5}, None]),
                },
            )
        )
        records[changed.id] = changed.with_(**fields)
        warm = compose(read_journey(records, "m"), options)
        keeper.forget()
        assert compose(read_journey(records, "m"), options) == warm


def busy_map() -> Document:
    """A map over several stretches of the band, with all that layout keeps from picture to picture."""
    columns = [
        touchpoint(
            f"t{index}", f"s{index // 11}", f"a{index:02d}",
            owner="ab"[index // 3 % 2], v=[1.5, -1, 0.5, -2][index % 4],
            believed=[None, 1.0, -1.5][index % 3], moment={} if index % 5 == 0 else None,
        )
        for index in range(44)
    ]  # fmt: skip
    stages = [stage(f"s{index}", f"a{index}") for index in range(4)]
    hanging = [
        note("n", "t1"),
        note("g", "s1", "goal"),
        opportunity("o", "t40"),
        transition("t3", "t12"),
        transition("t2", "t20"),
    ]
    return document(*owners("a", "b"), *stages, *columns, *hanging)


EDITS = st.fixed_dictionaries(
    {},
    optional={
        "rank": st.sampled_from(["a00", "a07", "a50"]),
        "owner": st.sampled_from(["a", "b", None]),
        "stage": st.sampled_from(["s0", "s3", None]),
        "kind": st.sampled_from(["action", "interaction"]),
        "title": st.sampled_from(["Kick-off", "A long title that needs more room than there is on a card"]),
        "emotion": st.sampled_from([{"valence": -2, "word": "lost"}, {"valence": 1.5, "word": "overwhelmed"}, None]),
        "believed": st.sampled_from([None, 2.0]),
        "moment": st.sampled_from([None, {}]),
    },
)


@given(st.data())
@settings(max_examples=40)
def test_whatever_is_edited_the_next_picture_is_the_one_of_a_fresh_start(data: st.DataObject) -> None:
    doc = busy_map()
    history = History(doc)
    options = Options(overlay=data.draw(st.booleans()))
    shown = [(dict(doc.records), compose(doc.journey("m"), options))]
    for _step in range(5):
        ids = sorted(record.id for record in doc.records.values() if isinstance(record, Touchpoint | Stage))
        assume(ids)
        changed = doc.records[data.draw(st.sampled_from(ids))]
        fields = data.draw(EDITS) if isinstance(changed, Touchpoint) else {"name": data.draw(st.text(max_size=40))}
        assume(fields.get("stage") in (None, *ids))  # that stage may be gone by now
        how = data.draw(st.sampled_from(["edit", "preview", "preview", "remove", "undo"]))
        if how == "undo":
            history.undo()
        elif how == "preview":
            doc.preview(partial(doc.put, changed.with_(**fields)))
        else:
            with doc.transaction("Edit"):
                doc.remove(changed.id) if how == "remove" else doc.put(changed.with_(**fields))
        assert doc.journey("m") == read_journey(doc.records, "m")
        shown.append((dict(doc.records), compose(doc.journey("m"), options)))
    for (_records, before), (_same, after) in pairwise(shown):
        assert applied(difference(before, after), before) == {element.key: element for element in after.elements}
    for records, picture in shown:
        keeper.forget()
        assert compose(read_journey(records, "m"), options) == picture


def applied(delta: Delta, picture: Picture) -> dict[tuple[str, str], Element]:
    """The elements of a picture after what differs."""
    found = {element.key: element for element in picture.elements}
    for element in delta.removed:
        del found[element.key]
    found |= {element.key: element for element in delta.added}
    found |= {new.key: new for _old, new in delta.changed}
    for old, new in delta.moved:
        assert {each.key for each in old.elements} == {each.key for each in new.elements} <= found.keys()
        found |= {each.key: each for each in new.elements}
    return found


def test_a_moved_card_keeps_its_parts() -> None:
    before = journey(*owners("a"), stage("s"), *row("x", "y", "z"))
    after = journey(*owners("a"), stage("s"), *row("y", "x", "z"))
    cards = [{each.record: each for each in elements(compose(j, Options()), "card")} for j in (before, after)]
    assert cards[0]["x"].parts is cards[1]["x"].parts
    assert cards[0]["x"].rect != cards[1]["x"].rect


def test_the_columns_fill_a_page() -> None:
    picture = compose(sample(), Options(width=2000.0))
    assert picture.width == pytest.approx(2000.0)
    last = picture.grid.columns[-1]
    assert last.x + last.width == pytest.approx(2000.0 - 24.0)


def test_parts_without_content_take_no_room() -> None:
    bare = compose(journey(stage("s"), touchpoint("t", "s")), Options())
    assert not elements(bare, "band", "curve", "scale", "row", "note", "legend")
    felt = compose(journey(stage("s"), touchpoint("t", "s", v=1)), Options())
    assert felt.height > bare.height + 160
    assert not elements(
        compose(sample(), Options(title=False, rows=False, legend=False)), "title", "row", "note", "legend"
    )


def test_an_empty_map_says_how_to_begin() -> None:
    [hint] = elements(compose(journey(stage("s")), Options()), "hint")
    assert lines_of(hint)[0].text == "Type a name to add the first touchpoint"
    [hint] = elements(compose(journey(), Options()), "hint")
    assert "stage" in lines_of(hint)[0].text


def test_over_the_lanes_the_curve_is_as_high_as_they_are() -> None:
    picture = compose(sample(), Options(overlay=True))
    lanes = picture.grid.lanes
    assert picture.grid.band is not None
    assert (picture.grid.band.y, picture.grid.band.bottom) == (lanes[0].y, lanes[-1].y + lanes[-1].height)


def test_the_figure_holds_plain_data_from_left_to_right() -> None:
    [curve] = elements(compose(sample(), Options()), "curve")
    figure = curve.parts[0]
    assert isinstance(figure, Figure)
    xs = [point.x for point in figure.data.felt]
    assert len(xs) == 13 and xs == sorted(xs) and figure.parts == ()
    assert figure.data.zero_y == 80.0 and figure.data.unit == 31.25


def test_layers_lie_in_the_order_of_painting() -> None:
    picture = compose(sample(), Options())
    order = list(dict.fromkeys(element.role for element in picture.elements))
    wanted = ["paper", "lane", "band", "curve", "arrow", "card", "word", "feeling"]
    assert [role for role in order if role in wanted] == wanted


def test_private_notes_are_left_out_on_request() -> None:
    made = journey(stage("s"), touchpoint("t", "s"), note("n", "t", private=True))
    assert elements(compose(made, Options()), "row", "note")
    assert not elements(compose(made, Options(private=False)), "row", "note")


def test_another_theme_changes_colours_only() -> None:
    light, dark = compose(sample(), Options()), compose(sample(), replace(Options(), style=DARK))
    assert [each.rect for each in light.elements] == [each.rect for each in dark.elements]
    assert light.elements[0].parts != dark.elements[0].parts
