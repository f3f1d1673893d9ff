"""A canvas is told what went, what came and what changed, and nothing else."""

from journey_editor.layout import keeper
from journey_editor.layout.compose import compose
from journey_editor.layout.delta import difference
from journey_editor.layout.options import Options
from tests.building import journey, owners, row, stage, touchpoint

BASE = [*owners("a"), stage("s"), *row("x", "y", "z")]


def keys(elements: object) -> set[tuple[str, str]]:
    return {each.key for each in elements}  # type: ignore[attr-defined]


def test_equal_pictures_do_not_differ() -> None:
    first = compose(journey(*BASE), Options())
    assert not difference(first, first)
    keeper.forget()
    assert not difference(first, compose(journey(*BASE), Options()))


def test_another_title_changes_one_card() -> None:
    before = compose(journey(*BASE), Options())
    after = compose(journey(*BASE[:-1], touchpoint("z", "s", "a2", title="Another")), Options())
    delta = difference(before, after)
    assert not delta.removed and not delta.added
    assert [(old.key, new.key) for old, new in delta.changed] == [(("card", "z"), ("card", "z"))]


def test_cards_come_and_go() -> None:
    before = compose(journey(*BASE), Options())
    after = compose(journey(*BASE[:-1]), Options())
    assert keys(difference(before, after).removed) == {("card", "z"), ("arrow", "y>z")}
    assert keys(difference(after, before).added) == {("card", "z"), ("arrow", "y>z")}
    assert difference(before, after)


def test_equal_elements_that_are_not_the_same_do_not_count() -> None:
    before = compose(journey(*BASE), Options())
    keeper.forget()
    delta = difference(before, compose(journey(*BASE[:-1]), Options()))
    assert ("card", "x") not in {new.key for _old, new in delta.changed}


def test_in_a_long_map_each_change_is_found() -> None:
    ids = [f"t{index:03d}" for index in range(400)]
    before = compose(journey(stage("s"), *row(*ids)), Options())
    changed = {"t000", "t130", "t399"}
    cards = [each.with_(votes=3) if each.id in changed else each for each in row(*ids)]
    delta = difference(before, compose(journey(stage("s"), *cards), Options()))
    assert {new.record for _old, new in delta.changed if new.role == "card"} == changed
    assert not any(new.role == "arrow" for _old, new in delta.changed)
