"""Lines are measured, broken and shortened alike for every painter."""

import pytest
import uharfbuzz
from hypothesis import given, strategies as st

from journey_editor.assets import font_path
from journey_editor.layout.style import BOLD, MEDIUM, REGULAR
from journey_editor.layout.text import ELLIPSIS, clean, ellipsis, flat, line, width, wrap

SIZE = 11.0
WORDS = st.lists(st.text("abcdefghij-/ é漢อא", min_size=1, max_size=9), max_size=12).map(" ".join)


def harfbuzz_width(text: str, face: str, size: float) -> float:
    """The width of a whole line shaped in one go, without any of our own code."""
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font_path(face)))))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return sum(each.x_advance for each in buffer.glyph_positions) / font.face.upem * size


@pytest.mark.parametrize("face", [REGULAR, MEDIUM, BOLD])
@pytest.mark.parametrize(
    "words",
    ["From “we need this” to renewal", "AV To Wa fi 12 h: 35 %", "IT operations manager, mid-market", "Ünïcödé"],
)
def test_words_add_up_to_the_line(words: str, face: str) -> None:
    assert width(words, face, SIZE) == pytest.approx(harfbuzz_width(words, face, SIZE), rel=0.005)
    assert line(words, 0, 0, face=face, size=SIZE, color="#000000").width == pytest.approx(width(words, face, SIZE))


def test_a_line_breaks_at_blanks() -> None:
    assert wrap("Searches, meets ten vendors", MEDIUM, SIZE, 70, 3).lines == ("Searches,", "meets ten", "vendors")


def test_a_line_breaks_after_hyphens_and_slashes_but_not_in_numbers() -> None:
    assert wrap("well-known and/or", REGULAR, SIZE, 40, 9).lines == ("well-", "known", "and/or")
    assert wrap("weeks 9–12", REGULAR, SIZE, 45, 9).lines == ("weeks", "9–12")
    assert wrap("to -1.5", REGULAR, SIZE, 25, 9).lines == ("to", "-1.5")


def test_chinese_breaks_between_letters_but_not_before_a_full_stop() -> None:
    lines = wrap("漢字漢字。漢字", REGULAR, SIZE, 4.5 * width("漢", REGULAR, SIZE), 9).lines
    assert "".join(lines) == "漢字漢字。漢字"
    assert len(lines) == 2 and not lines[1].startswith("。")


def test_a_long_word_is_broken_where_the_line_ends() -> None:
    wrapped = wrap("x" * 30, REGULAR, SIZE, 70, 9)
    assert not wrapped.cut
    assert "".join(wrapped.lines) == "x" * 30
    assert width(wrapped.lines[0] + "x", REGULAR, SIZE) > 70


def test_the_last_line_ends_in_an_ellipsis_where_more_follows() -> None:
    wrapped = wrap("one two three four five six seven", REGULAR, SIZE, 50, 2)
    assert wrapped.cut
    assert wrapped.lines == ("one two", "three fo…")
    assert not wrap("one two", REGULAR, SIZE, 45, 1).cut


@given(WORDS, st.floats(20, 200), st.integers(1, 5))
def test_no_line_is_wider_than_its_room_and_nothing_is_lost_in_silence(text: str, room: float, most: int) -> None:
    wrapped = wrap(text, REGULAR, SIZE, room, most)
    assert len(wrapped.lines) <= most
    assert all(width(each, REGULAR, SIZE) <= room + 0.01 for each in wrapped.lines)
    if wrapped.cut:
        assert wrapped.lines[-1].endswith(ELLIPSIS)
    else:
        assert "".join(wrapped.lines).replace(" ", "") == clean(text).replace(" ", "")


@given(st.text(max_size=200), st.floats(1, 200))
def test_any_text_is_shortened_to_its_room(text: str, room: float) -> None:
    shown = ellipsis(text, REGULAR, SIZE, room)
    assert width(shown, REGULAR, SIZE) <= room + 0.01
    assert shown in (flat(text), "") or shown.endswith(ELLIPSIS)


@given(st.text(max_size=80))
def test_any_text_is_shaped(text: str) -> None:
    shaped = line(text, 0, 0, color="#000000")
    assert sorted(flat(text)) == sorted("".join(run.text for run in shaped.runs))
    assert all(len(run.glyphs) == len(run.xs) == len(run.ys) for run in shaped.runs)


def test_a_letter_wider_than_the_room_gives_way_to_an_ellipsis() -> None:
    assert wrap("﷽", REGULAR, SIZE, 30, 3).lines == (ELLIPSIS,)


def test_a_long_text_costs_what_is_shown() -> None:
    letters = 10_000
    lines = wrap("word " * (letters // 5), REGULAR, SIZE, 70, 3).lines
    assert lines == wrap("word " * 40, REGULAR, SIZE, 70, 3).lines


def test_what_cannot_be_seen_is_left_out() -> None:
    assert clean("a\tb\x00c\u200b\u202ed\ufeff") == "a bcd"
    assert clean("one\r\ntwo\u2028three") == "one\ntwo\nthree"
    assert clean("\ud800!") == "\ufffd!"
    assert flat(" a \n  b ") == "a b"


def test_a_letter_carries_few_marks() -> None:
    assert clean("e" + "\u0301" * 50 + "x") == "e" + "\u0301" * 3 + "x"


def test_joined_emoji_are_not_parted() -> None:
    family = "👩\u200d👩\u200d👧"
    assert family in wrap(family * 9, REGULAR, SIZE, 60, 1).lines[0]


def test_lines_are_anchored() -> None:
    start, middle, end = (
        line("Anchor", 100, 0, color="#000000", anchor=anchor) for anchor in ("start", "middle", "end")
    )
    assert start.x == 100
    assert middle.x == pytest.approx(100 - start.width / 2)
    assert end.x == pytest.approx(100 - start.width)


def test_right_to_left_words_stand_in_the_order_of_sight() -> None:
    runs = line("אחת שתיים three", 0, 0, color="#000000").runs
    words = [run.text for run in runs if run.text != " "]
    assert words == ["three", "שתיים", "אחת"]
    assert [run.rtl for run in runs if run.text == "אחת"] == [True]
