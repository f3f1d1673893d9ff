"""Words are found in all texts of a map or file, in reading order, as they are typed."""

import pytest

from journey_editor.core.document import Document
from journey_editor.core.hits import Wanted, find
from journey_editor.core.records import Evidence, Head, JourneyMap, Persona, Stage
from tests.building import MAP, document, note, opportunity, owners, stage, touchpoint, transition


def found(given: Document, words: str, whole_file: bool = False, **options: bool) -> list[str]:
    hits = find(given, MAP, Wanted(words, **options), whole_file)
    return [
        f"{hit.record}:{hit.text[: hit.start]}[{hit.text[hit.start : hit.end]}]{hit.text[hit.end :]}" for hit in hits
    ]


def test_hits_come_in_the_order_of_reading():
    given = document(
        *owners("x"),
        stage("s2", "b0", name="x"),
        stage("s1", "a0", name="x", owner="x"),
        touchpoint("t3", None, title="x"),
        touchpoint("t2", "s1", "b0", title="x"),
        touchpoint("t1", "s1", "a0", title="x"),
        transition("t1", "t2", label="x"),
        note("n1", "t1", text="x"),
        opportunity("o1", "s1", text="x"),
        title="x",
    )
    assert [each.split(":")[0] for each in found(given, "x")] == [
        "m", "s1", "o1", "t1", "n1", "t1-t2", "t2", "s2", "t3", "x",
    ]  # fmt: skip


def test_each_place_of_a_text_is_a_hit():
    given = document(stage("s", name="Go, go, GO"))
    assert found(given, "go") == ["s:[Go], go, GO", "s:Go, [go], GO", "s:Go, go, [GO]"]
    assert found(given, "GO", match_case=True) == ["s:Go, go, [GO]"]


@pytest.mark.parametrize(
    ("words", "text", "hits"),
    [("go", "ago go-kart gone", 1), ("C++", "C++ C++11", 1), ("über", "überall über", 1), ("a_b", "a_bc", 0)],
)
def test_whole_words_have_no_letter_beside_them(words: str, text: str, hits: int):
    assert len(found(document(stage("s", name=text)), words, whole_words=True)) == hits


def test_what_is_typed_is_no_pattern():
    given = document(stage("s", name="a.c (x+) \\d"))
    assert found(given, ".") == ["s:a[.]c (x+) \\d"]
    assert found(given, "(x+)") == ["s:a.c [(x+)] \\d"]
    assert found(given, "\\d") == ["s:a.c (x+) [\\d]"]
    assert found(given, "") == []


def test_a_map_has_what_it_refers_to_and_the_file_has_everything():
    given = Document(
        [
            Head(title="x file"),
            JourneyMap(id=MAP, rank="b0", title="x here", persona="p1"),
            JourneyMap(id="other", rank="a0", title="x other"),
            Stage(id="so", map="other", rank="a0", name="x far", owner="far"),
            Persona(id="p1", rank="a0", name="x one"),
            Persona(id="p2", rank="a1", name="x two"),
            *(each.with_(name=f"x {each.id}") for each in owners("near", "far")),
            stage("s", name="x stage", owner="near", evidence=("e1",)),
            Evidence(id="e1", rank="a0", title="x seen"),
            Evidence(id="e2", rank="a1", title="x unseen"),
        ]
    )
    assert [each.split(":")[0] for each in found(given, "x")] == [MAP, "s", "p1", "near", "e1"]
    assert [each.split(":")[0] for each in found(given, "x", whole_file=True)] == [
        "", "other", "so", MAP, "s", "p1", "p2", "near", "far", "e1", "e2",
    ]  # fmt: skip


def test_nothing_is_found_in_a_map_that_is_not_there():
    assert find(Document(), "gone", Wanted("x")) == ()
