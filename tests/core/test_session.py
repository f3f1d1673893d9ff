from journey_editor.core.edits.removal import remove
from journey_editor.core.records import JourneyMap
from journey_editor.core.session import Session
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


def test_another_map_has_a_selection_of_its_own():
    doc = document(stage("s"), JourneyMap(id="n", rank="a1", title="Next"))
    session = Session(doc, MAP)
    session.select(["s"])
    session.show_map("n")
    assert session.selected == () and session.map_id == "n"
    remove(doc, ["n"])
    assert session.map_id == MAP
