"""Lengths and colours as the text of PDF and SVG."""


def number(value: float) -> str:
    """A length as PDF and SVG write it: at most three decimals, never an exponent."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def rgb(color: str | None) -> str:
    """A colour "#RRGGBB" as three numbers from 0 to 1."""
    digits = (color or "#000000")[1:]
    return " ".join(number(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
