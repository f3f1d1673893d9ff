"""One arrow: where something is said on it, and that all of it lies within its rectangle."""

from journey_editor.layout.flow.arrow import Run, arrow, lines_of, runs_of, seat_of
from journey_editor.layout.flow.crowd import Crowd, meets
from journey_editor.layout.flow.labels import HEIGHT, TALL, Said
from journey_editor.layout.primitives import Box, Line, Path, Rect
from journey_editor.layout.style import LIGHT

SAID = Said("loop", "80 %", "3 d", label="Asks again")
POINTS = ((0.0, 0.0), (200.0, 0.0), (200.0, 60.0), (420.0, 60.0))


def crowd(*rects: Rect) -> Crowd:
    found = Crowd()
    found.add(1, rects)
    return found


def test_level_stretches_are_runs_the_longest_first_and_upright_ones_none() -> None:
    found = runs_of(POINTS, (HEIGHT, HEIGHT, HEIGHT))
    assert [(run.y, run.left > 200) for run in found] == [(60.0, True), (0.0, False)]
    assert runs_of(POINTS, (HEIGHT - 1, HEIGHT, 0.0)) == []
    [back] = runs_of(((200.0, 0.0), (0.0, 0.0)), (HEIGHT,))
    assert 0.0 < back.left < back.right < 200.0


def test_what_is_said_covers_nothing_that_is_taken() -> None:
    run = Run(0.0, 200.0, 0.0, HEIGHT)
    free = seat_of(SAID, [run], Crowd(), Crowd())
    assert free is not None and free.less == 0
    middle = Rect(90.0, -7.0, 20.0, 14.0)
    aside = seat_of(SAID, [run], crowd(middle), Crowd())
    assert aside is not None and not meets(aside.rect, middle)
    assert seat_of(SAID, [run], crowd(Rect(0.0, -7.0, 200.0, 14.0)), Crowd()) is None


def test_it_keeps_off_lines_where_it_can_and_lies_over_them_where_not() -> None:
    run = Run(0.0, 300.0, 0.0, HEIGHT)
    line = Rect(149.0, -40.0, 2.0, 80.0)
    seat = seat_of(SAID, [run], Crowd(), crowd(line))
    assert seat is not None and not meets(seat.rect, line)
    everywhere = crowd(*(Rect(float(x), -40.0, 2.0, 80.0) for x in range(0, 300, 10)))
    assert seat_of(SAID, [run], Crowd(), everywhere) is not None


def test_a_hole_is_tall_where_it_stands_alone() -> None:
    said = Said("happy", "80 %", "2 wk", 44.0)
    tall = seat_of(said, [Run(0.0, 200.0, 0.0, TALL)], Crowd(), Crowd())
    flat = seat_of(said, [Run(0.0, 200.0, 0.0, HEIGHT)], Crowd(), Crowd())
    assert tall is not None and flat is not None and tall.is_tall and not flat.is_tall
    assert tall.rect.height == TALL and tall.width < flat.width, "what else is said stands below it"


def test_all_of_an_arrow_lies_within_its_rectangle() -> None:
    seat = seat_of(SAID, runs_of(POINTS, (HEIGHT,) * 3), Crowd(), Crowd())
    for is_out in (False, True):
        made = arrow(POINTS, "loop", LIGHT, SAID, seat, is_out)
        for part in made.parts:
            if isinstance(part, Box):
                assert part.x >= 0 and part.x + part.width <= made.rect.width
                assert part.y >= 0 and part.y + part.height <= made.rect.height
            elif isinstance(part, Line):
                assert part.x >= 0 and part.x + part.width <= made.rect.width
            elif isinstance(part, Path):
                places = [command[-2:] for command in part.commands if command[0] != "Z"]
                assert all(0 <= x <= made.rect.width and 0 <= y <= made.rect.height for x, y in places)  # type: ignore[misc]


def test_lines_of_an_arrow_are_narrow_rectangles() -> None:
    assert lines_of(POINTS)[1] == Rect(199.0, -1.0, 2.0, 62.0)
