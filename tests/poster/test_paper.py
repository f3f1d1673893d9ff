"""Papers by name and by size."""

import pytest

from journey_editor.poster.paper import MM, PAPERS, Orientation, PaperError, paper

SIZES = {
    "a0": (1189, 841), "a1": (841, 594), "a2": (594, 420), "a3": (420, 297), "a4": (297, 210), "a5": (210, 148),
    "a6": (148, 105), "b0": (1414, 1000), "b1": (1000, 707), "b2": (707, 500), "b3": (500, 353), "b4": (353, 250),
    "ansi_a": (279.4, 215.9), "ansi_b": (431.8, 279.4), "ansi_c": (558.8, 431.8), "ansi_d": (863.6, 558.8),
    "ansi_e": (1117.6, 863.6), "arch_a": (304.8, 228.6), "arch_b": (457.2, 304.8), "arch_c": (609.6, 457.2),
    "arch_d": (914.4, 609.6), "arch_e": (1219.2, 914.4), "letter": (279.4, 215.9), "legal": (355.6, 215.9),
    "tabloid": (431.8, 279.4),
}  # fmt: skip


def test_these_are_all_papers():
    assert PAPERS.keys() == SIZES.keys()


@pytest.mark.parametrize("name", SIZES)
def test_a_named_paper_lies_landscape_unless_asked_otherwise(name: str):
    wide, high = SIZES[name]
    for asked in (paper(name), paper(name.upper()), paper(name, "landscape")):
        assert (asked.width, asked.height) == pytest.approx((wide, high))
        assert asked.size == pytest.approx((wide * MM, high * MM))
    upright = paper(name, "portrait")
    assert (upright.width, upright.height) == pytest.approx((high, wide))


def test_a_size_stays_as_given_unless_asked_otherwise():
    assert paper("300x500").size == pytest.approx((300 * MM, 500 * MM))
    assert paper("300X500.5", "landscape").size == pytest.approx((500.5 * MM, 300 * MM))
    assert paper("500x300", "portrait").size == pytest.approx((300 * MM, 500 * MM))
    assert paper("500x300", "landscape").size == pytest.approx((500 * MM, 300 * MM))


@pytest.mark.parametrize("orientation", [None, "portrait", "landscape"])
def test_a_roll_is_as_high_as_it_is_wide(orientation: Orientation | None):
    assert paper("594xauto", orientation).size == (None, pytest.approx(594 * MM))


@pytest.mark.parametrize(
    "name",
    ["", "a7", "c4", "0x0", "-3x5", "300x", "x300", "autox300", "300xauto5", "1e3x5", "nanxnan", "300 x 500", "٣٠٠x٥٠٠",
     "29x500", "500x5081", "99999999999x5"],
)  # fmt: skip
def test_what_is_no_paper_is_named_in_one_sentence(name: str):
    with pytest.raises(PaperError) as caught:
        paper(name)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_names_are_shown_as_people_write_them():
    assert [paper(name).name for name in ("a0", "ansi_d", "arch_e", "letter", "210x99.5", "594xauto")] == [
        "A0", "ANSI D", "Arch E", "Letter", "210 × 99.5 mm", "594 mm",
    ]  # fmt: skip
