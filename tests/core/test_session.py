from journey_editor.core.change import Change, inverse
from journey_editor.core.edits.removal import remove
from journey_editor.core.records import JourneyMap, Note, Owner
from journey_editor.core.session import Session, about
from tests.building import MAP, document, row, stage


def test_the_last_selected_is_the_current_one():
    session = Session(document(stage("s"), *row("a", "b")), MAP)
    told: list[tuple[str, ...]] = []
    session.listen(lambda: told.append(session.selected))
    assert session.current is None
    session.select(["a", "b", "gone"])
    assert session.selected == ("a", "b") and session.current == "b"
    session.toggle("a")
    session.toggle("a")
    assert session.current == "a"
    session.clear()
    session.clear()
    assert told == [("a", "b"), ("b",), ("b", "a"), ()]


def test_what_is_removed_is_not_selected():
    doc = document(stage("s"), *row("a", "b"))
    session = Session(doc, MAP)
    session.select(["a", "b"])
    remove(doc, ["a"])
    assert session.selected == ("b",)


def test_where_nothing_selected_is_left_what_was_selected_before_is_so_again():
    doc = document(stage("s"), *row("a", "b", "c", "d"))
    session = Session(doc, MAP)
    for ids in (["a"], ["b", "c"], ["d"]):
        session.select(ids)
    remove(doc, ["d", "c"])
    assert session.selected == ("b",)
    remove(doc, ["b"])
    assert session.selected == ("a",)
    remove(doc, ["a"])
    assert session.selected == ()


def test_who_let_go_of_everything_before_has_nothing_selected_again():
    doc = document(stage("s"), *row("a", "b"))
    session = Session(doc, MAP)
    session.select(["a"])
    session.clear()
    session.select(["b"])
    remove(doc, ["b"])
    assert session.selected == ()


def test_another_map_has_a_selection_of_its_own():
    doc = document(stage("s"), JourneyMap(id="n", rank="a1", title="Next"))
    session = Session(doc, MAP)
    session.select(["s"])
    session.show_map("n")
    assert session.selected == () and session.map_id == "n"
    remove(doc, ["n"])
    assert session.map_id == MAP


def test_what_lies_in_another_map_cannot_be_selected():
    doc = document(stage("s"), JourneyMap(id="n", rank="a1", title="Next"), Owner(id="cs", rank="a0", name="CS"))
    session = Session(doc, "n")
    session.select(["s", "cs"])
    assert session.selected == ("cs",), "an owner is of the whole file"
    session.toggle("s")
    assert session.selected == ("cs",)
    session.show_map(MAP)
    session.select(["s"])
    assert session.selected == ("s",)


def test_a_change_is_about_what_changed_but_not_what_hangs_on_that():
    doc = document(
        stage("s"), *row("a", "b", "c"), Note(id="n", map=MAP, rank="a0", on="b", kind="pain_point", text="x")
    )
    changes: list[Change] = []
    doc.listen(lambda event: changes.append(event.change))
    remove(doc, ["a", "b"])
    assert about(changes[-1]) == ()
    assert about(inverse(changes[-1])) == ("a", "b")
    owned = document(Owner(id="o", rank="a0", name="Sales"), stage("s"), *(each.with_(owner="o") for each in row("d")))
    owned.listen(lambda event: changes.append(event.change))
    remove(owned, ["o"])
    assert about(changes[-1]) == ("d",)
    assert about(inverse(changes[-1])) == ("o",)
