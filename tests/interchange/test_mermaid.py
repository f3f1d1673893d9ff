"""The text of a Mermaid journey, line by line of the contract: what is accepted, and what is mended with a warning."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.interchange.mermaid import Task, is_journey, other_diagram, reading_diagram
from journey_editor.interchange.steps import finished


def read(text):
    diagram = finished(reading_diagram(text))
    assert diagram is not None
    return diagram


def tasks(text):
    return [task for section in read(f"journey\n{text}").sections for task in section.tasks]


def warned(text):
    """The lines that were mended."""
    return [remark.line for remark in read(text).remarks]


def test_a_plain_journey_is_read_without_a_word():
    diagram = read(
        "journey\n  title My day\n  section Work\n    Tea: 5: Me\n    Bus: 1: Me, Cat\n  section Home\n    Sit: 3"
    )
    assert (diagram.title, diagram.remarks) == ("My day", [])
    work, home = diagram.sections
    assert (work.name, home.name) == ("Work", "Home")
    assert work.tasks == [Task(4, "Tea", 2, ("Me",)), Task(5, "Bus", -2, ("Me", "Cat"))]
    assert home.tasks == [Task(7, "Sit", 0)]


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("A: 0", ("A", -2, (), ("Score: 0",))),
        ("A: 7: Me", ("A", 2, ("Me",), ("Score: 7",))),
        ("A: -2", ("A", -2, (), ("Score: -2",))),
        ("A: 3.5", ("A", 0.5, (), ("Score: 3.5",))),
        ("A: 1e1", ("A", 2, (), ("Score: 1e1",))),
        ("A: 0x5", ("A", 2, (), ("Score: 0x5",))),
        ("A: good: Me", ("A", None, ("Me",), ("Score: good",))),
        ("A: 5/5", ("A", None, (), ("Score: 5/5",))),
        ("A: 3,5", ("A", None, (), ("Score: 3,5",))),
        ("A", ("A", None, (), ())),
        ("A:", ("A", None, (), ())),
        ("A: : Me", ("A", None, ("Me",), ())),
        ("Read: the manual: 3: x", ("Read: the manual", 0, ("x",), ())),
        ("A: 3: x: note", ("A", 0, ("x",), ("note",))),
        ("A: 3: x: note: more", ("A", 0, ("x",), ("note: more",))),
        ("Press #5 key: 3", ("Press #5 key", 0, (), ())),
        ("journey on: 3", ("journey on", 0, (), ())),
    ],
)
def test_a_task_that_mermaid_would_stumble_over_is_mended_and_told(text, task):
    (found,) = tasks(text)
    assert (found.name, found.valence, found.actors, found.notes) == task
    assert warned(f"journey\n{text}")[0] == 2


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("  A :  4 :  Me ,, Cat , ", ("A", 1, ("Me", "Cat"))),
        ("A #35;1 #quot;x#quot;: 3", ('A #1 "x"', 0, ())),
        ("A#58; b: 3: x#44;y", ("A: b", 0, ("x,y",))),
        ("A%% b: 3", ("A%% b", 0, ())),
        ("A<br>b<br/>c</br />d: 3", ("A b c d", 0, ())),
        ("A\u00a0b: 3", ("A b", 0, ())),
        ("titles: 3", ("titles", 0, ())),
    ],
)
def test_a_task_that_mermaid_reads_is_read_without_a_word(text, task):
    (found,) = tasks(text)
    assert (found.name, found.valence, found.actors) == task
    assert warned(f"journey\n{text}") == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("title X", ("X", [])), ("TITLE X\nSECTION Y", ("X", ["Y"])), ("section a\nA: 3\nsection a", ("", ["a"])),
        ("section a\nsection b\nsection a", ("", ["a", "b", "a"])), ("A: 3", ("", [""])),
        ("%% title X\n# section b\n#c\n%%{init: {\n}}%%\nsection a", ("", ["a"])),
        ("accTitle: Y\ntitle X", ("X", [])),
    ],
)  # fmt: skip
def test_titles_and_sections_are_read_without_a_word(text, titles):
    diagram = read(f"journey\n{text}")
    assert (diagram.title, [section.name for section in diagram.sections]) == titles
    assert diagram.remarks == []


@pytest.mark.parametrize(
    ("text", "titles", "line"),
    [
        ("title: X", ("X", []), 2), ("section: X", ("", ["X"]), 2), ("section a: b", ("", ["a: b"]), 2),
        ("title\nsection a", ("", ["a"]), 2), ("title a # b", ("a # b", []), 2), ("section #1", ("", ["#1"]), 2),
        ("title X; section Y", ("X", ["Y"]), 2), ("title X\nsection", ("X", [""]), 3),
    ],
)  # fmt: skip
def test_titles_and_sections_are_mended_and_told(text, titles, line):
    diagram = read(f"journey\n{text}")
    assert (diagram.title, [section.name for section in diagram.sections]) == titles
    assert [remark.line for remark in diagram.remarks] == [line]


@pytest.mark.parametrize(
    ("text", "description", "names"),
    [
        ("accDescr: Of me\nA: 3", "Of me", ["A"]),
        ("accDescr {\n Of me\n and you\n}\nA: 3", "Of me\nand you", ["A"]),
        ("accDescr { Of me }\nA: 3", "Of me", ["A"]),
        ("accTitle: Long\naccDescr: Of me", "Long\nOf me", []),
    ],
)
def test_descriptions_are_kept(text, description, names):
    diagram = read(f"journey\n{text}")
    assert diagram.description == description and diagram.remarks == []
    assert [task.name for section in diagram.sections for task in section.tasks] == names


def test_of_a_description_without_end_only_the_first_line_is_taken():
    diagram = read("journey\naccDescr {\n Of me\nA: 3\nB: 4")
    assert diagram.description == "Of me" and [remark.line for remark in diagram.remarks] == [2]
    assert [task.name for task in diagram.sections[0].tasks] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "title", "lines"),
    [
        ("\ufeffjourney\r\n\ttitle X\r\n", "X", []),
        ("---\ntitle: Y\nconfig:\n  theme: dark\n---\njourney", "Y", []),
        ("  ---\n  title: Y\n  ---\njourney\ntitle X", "X", []),
        ("---\nno yaml at all\n---\njourney\ntitle X", "X", [1]),
        ("```mermaid\njourney\ntitle X\n```", "X", [1]),
        ("Some words\n\n```mermaid\njourney\ntitle X\n```\n\n```mermaid\njourney\n```", "X", [3, 8]),
        ("%%{init: {}}%%\n%% words\njourney", "", []),
    ],
)
def test_what_may_stand_before_a_journey(text, title, lines):
    assert is_journey(text)
    assert (read(text).title, warned(text)) == (title, lines)


@pytest.mark.parametrize("text", ["JOURNEY\nA: 3", "journeyfoo\nA: 3", "A: 3", "", "flowchart LR\na-->b", "journey-x"])
def test_what_is_no_journey(text):
    assert not is_journey(text)
    assert finished(reading_diagram(text)) is None


def test_a_sentence_that_begins_with_the_word_is_no_diagram_and_other_diagrams_are_named():
    assert not is_journey("journey to the centre\nof the earth")
    assert (
        other_diagram("flowchart TD\nA-->B") == "flowchart" and other_diagram("sequenceDiagram\n") == "sequenceDiagram"
    )
    assert other_diagram("graph of the sales\nup") == ""


PIECES = st.sampled_from(
    ["title", "section", "A", ": ", "3", "\n", "#", "#35;", ";", ",", "accDescr {", "}", "%%", "---", "```", "journey"]
)


@given(st.lists(PIECES | st.text(max_size=4)).map(" ".join))
def test_any_journey_is_read_and_no_task_is_lost(text):
    diagram = read(f"journey\n{text}\nLast one: 3")
    names = [task.name for section in diagram.sections for task in section.tasks]
    assert names[-1:] == ["Last one"] or "Last one" in diagram.description or "```" in text
    assert all(remark.line >= 1 for remark in diagram.remarks)
