"""What holds for every picture, whatever the map."""

from itertools import combinations

from journey_editor.layout.primitives import Element, Line, Picture, Rect

SLACK = 0.01


def overlap(first: Rect, second: Rect) -> bool:
    """Whether two rectangles have more than an edge in common."""
    return (
        first.x < second.right - SLACK
        and second.x < first.right - SLACK
        and first.y < second.bottom - SLACK
        and second.y < first.bottom - SLACK
    )


def lines_of(element: Element) -> list[Line]:
    return [part for part in element.parts if isinstance(part, Line)]


def elements(picture: Picture, *roles: str) -> list[Element]:
    return [element for element in picture.elements if element.role in roles]


def check(picture: Picture, margin: float = 24.0) -> None:
    """Raise AssertionError where something overlaps, sticks out or occurs twice."""
    keys = [element.key for element in picture.elements]
    assert len(keys) == len(set(keys))
    assert [each.layer for each in picture.elements] == sorted(each.layer for each in picture.elements)
    for role in ("card", "stage", "lane", "word", "note", "title", "subtitle", "scale"):
        for first, second in combinations(elements(picture, role), 2):
            assert not overlap(first.rect, second.rect), (first.key, second.key)
    blocks = elements(picture, "title", "subtitle", "stage", "hint", "lane", "line", "row", "legend")
    sheets = [each for each in blocks if each.role != "row" or not lines_of(each)]
    for first, second in combinations(sheets, 2):
        assert not overlap(first.rect, second.rect), (first.key, second.key)
    for element in picture.elements:
        check_element(element, picture)


def check_element(element: Element, picture: Picture) -> None:
    """Raise AssertionError where an element leaves the picture or its text leaves the element."""
    rect = element.rect
    assert rect.x >= -SLACK and rect.right <= picture.width + SLACK, element.key
    assert rect.y >= -SLACK and rect.bottom <= picture.height + SLACK, element.key
    for line in lines_of(element):
        assert line.x >= -SLACK and line.x + line.width <= rect.width + SLACK, (element.key, line.text)
        assert line.y - 0.7 * line.size >= -SLACK and line.y + 0.2 * line.size <= rect.height + SLACK, element.key
        assert abs(sum(run.width for run in line.runs) - line.width) < SLACK
