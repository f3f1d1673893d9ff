"""Names are found by a few letters, the better ways of abbreviating first, and the letters that match are told."""

import pytest
from hypothesis import given, strategies as st

from journey_editor.core.search import LOOKED_AT, Index, Match, simplified


def found(typed: str, *texts: str) -> list[str]:
    return [texts[match.place] for match in Index(texts).find(typed)]


def marked(typed: str, text: str) -> str:
    """A text with brackets around what matches."""
    (match,) = Index([text]).find(typed)
    for start, end in reversed(match.spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def test_the_better_match_comes_first():
    ranked = [
        "log in",  # the whole name
        "Log in again",  # its beginning
        "First log intro",  # beginnings of its words
        "In the log",  # in another order
        "Lunch of grim interns not",  # a few letters of each word
        "Backlog in March",  # in a row
        "Sale of gold rings in",  # scattered
    ]
    assert found("log in", *reversed(ranked)) == ranked


def test_initials_come_before_pieces_and_scattered_letters():
    ranked = ["First login", "The first login", "Offline", "Half Nelson", "Fixed all orders"]
    assert found("fl", *reversed(ranked)) == ranked


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("FIRST LOGIN", "First login", "[First login]"),
        ("lo", "First login", "First [lo]gin"),
        ("fi lo", "First login", "[Fi]rst [lo]gin"),
        ("login first", "First login", "[First] [login]"),
        ("fl", "First login", "[F]irst [l]ogin"),
        ("filo", "First login", "[Fi]rst [lo]gin"),
        ("ogi", "First login", "First l[ogi]n"),
        ("rgn", "First login", "Fi[r]st lo[g]i[n]"),
        ("kick off", "Kick-off", "[Kick]-[off]"),
        ("-", "Kick-off", "Kick[-]off"),
        ("uberfordert", "ganz Überfordert", "ganz [Überfordert]"),
        ("strasse", "Große Straße", "Große [Straße]"),
        ("sse", "Große Straße", "Gro[ße] Straße"),
        ("ﬁ", "fine", "[fi]ne"),
        ("e", "Cafe\u0301", "Caf[e]\u0301"),
    ],
)
def test_the_letters_that_match_are_marked(typed: str, text: str, shown: str):
    assert marked(typed, text) == shown


def test_scattered_letters_close_together_come_first_then_short_names_then_the_order_given():
    assert found("nd", "Onion soup deal", "Monday") == ["Monday", "Onion soup deal"]
    assert found("ab", "ab cd ef", "ab cd", "ab ef") == ["ab cd", "ab ef", "ab cd ef"]


def test_what_does_not_match_is_left_out():
    assert found("xyz", "First login") == []
    assert found("gol", "login") == []
    assert found("   ", "First login") == []
    assert found("", "First login") == []


def test_letters_that_occur_often_are_not_tried_at_all_their_places():
    text = "nobody answers, nothing happens, nobody knows anything " * 3
    assert found("nobody answers and nothing happensq", text) == []  # no answer in a lifetime if they were
    assert found("nnnnnnnnnn" + "x", text) == []


def test_blanks_around_and_between_words_make_no_other_name():
    assert found("1", "11", "1 ") == ["1 ", "11"]
    assert found("log  in", "log in again", "log  in ") == ["log  in ", "log in again"]


def test_only_the_best_are_returned():
    names = Index([f"Card {number}" for number in range(50)])
    assert [match.place for match in names.find("card", most=3)] == [0, 1, 2]


def test_what_stands_far_behind_in_a_long_text_is_not_looked_at():
    assert found("needle", "x" * LOOKED_AT + " needle") == []


texts = st.text(st.sampled_from("abcAB -_éßÄ.1"), max_size=14)


@given(texts, texts)
def test_what_matches_spells_what_was_typed(typed: str, text: str):
    wanted = simplified(typed).split()
    for match in Index([text]).find(typed):
        letters = simplified("".join(text[start:end] for start, end in match.spans))
        assert set("".join(wanted)) <= set(letters) | set("-_.")  # what parts words need not be the same
        assert all(start < end for start, end in match.spans)
        assert all(before[1] < after[0] for before, after in zip(match.spans, match.spans[1:], strict=False))


@given(st.text(max_size=12), st.data())
def test_any_letters_in_their_order_find_a_text(text: str, data: st.DataObject):
    plain = simplified(text)
    chosen = data.draw(st.sets(st.integers(0, len(plain) - 1)) if plain else st.just(set[int]()))
    typed = "".join(plain[place] for place in sorted(chosen))
    if simplified(typed).split() and len(simplified(typed)) == len(typed):
        assert Index([text]).find(typed)


@given(st.lists(texts, max_size=5), texts)
def test_a_name_typed_whole_is_found_first(others: list[str], name: str):
    matches: tuple[Match, ...] = Index([*others, name]).find(name)
    if simplified(name).strip() and simplified(name).split():
        best = [*others, name][matches[0].place]
        assert " ".join(simplified(best).split()) == " ".join(simplified(name).split())


@given(st.lists(texts, max_size=6), st.text(st.sampled_from("abA B-1"), max_size=6))
def test_typing_on_finds_the_same_as_typing_at_once(given_texts: list[str], typed: str):
    names = Index(given_texts)
    for end in range(len(typed) + 1):
        assert names.find(typed[:end]) == Index(given_texts).find(typed[:end])
