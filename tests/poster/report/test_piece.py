"""How pieces fall onto pages: nothing lost, nothing over the edge, no line alone, heads again."""

from hypothesis import given, strategies as st

from journey_editor.poster.report.piece import Piece, bound, paged, together

ROOM = 100.0
PIECES = st.lists(
    st.builds(
        Piece, st.floats(1.0, ROOM), before=st.sampled_from((0.0, 5.0)), stays=st.booleans(), heads=st.just(())
    ),
    max_size=30,
)  # fmt: skip


def lines(count: int) -> list[Piece]:
    return [Piece(10.0, bookmark=(str(at), 0)) for at in range(count)]


def names(pieces: list[Piece], room: float = ROOM) -> list[list[str]]:
    """The pieces on each page, by the name of their bookmark."""
    return [[each.piece.bookmark[0] for each in page if each.piece.bookmark] for page in paged(pieces, room)]


@given(PIECES)
def test_every_piece_is_placed_once_in_order_and_within_its_page(pieces: list[Piece]):
    pages = paged(pieces, ROOM)
    assert [each.piece for page in pages for each in page] == pieces
    for page in pages:
        ends = 0.0
        for each in page:
            assert each.y >= ends - 0.01
            ends = each.y + each.piece.height
        assert ends <= ROOM + 0.02


@given(PIECES)
def test_no_page_is_empty_but_a_first_one_without_pieces(pieces: list[Piece]):
    pages = paged(pieces, ROOM)
    assert all(pages) or (not pieces and pages == [[]])


def test_what_stays_together_goes_to_the_next_page_as_one():
    pieces = [*lines(8), *bound([Piece(10.0, bookmark=(name, 0)) for name in "abc"])]
    assert names(pieces) == [["0", "1", "2", "3", "4", "5", "6", "7"], ["a", "b", "c"]]


def test_a_paragraph_leaves_no_line_alone():
    pages = names([*lines(9), *together([Piece(10.0, bookmark=(name, 0)) for name in "abcde"])])
    assert pages[1] == ["a", "b", "c", "d", "e"]
    pages = names([*lines(6), *together([Piece(10.0, bookmark=(name, 0)) for name in "abcde"])])
    assert pages == [["0", "1", "2", "3", "4", "5", "a", "b", "c"], ["d", "e"]]


def test_what_is_higher_than_a_page_is_parted():
    assert [len(page) for page in names(bound(lines(25)))] == [10, 10, 5]


def test_heads_stand_again_where_a_table_goes_on():
    head = Piece(10.0)
    rows = [Piece(10.0, bookmark=(str(at), 0), heads=(head,)) for at in range(12)]
    first, second = paged([head, *rows], ROOM)
    assert first[0].piece is head and second[0].piece is head
    assert [each.piece.bookmark for each in second[1:]] == [("9", 0), ("10", 0), ("11", 0)]


def test_the_gap_above_falls_away_at_the_top_of_a_page():
    first, second = paged([*lines(10), Piece(10.0, before=20.0)], ROOM)
    assert (len(first), second[0].y) == (10, 0.0)
