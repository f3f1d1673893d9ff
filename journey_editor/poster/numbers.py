"""Lengths and colours as the text of PDF and SVG."""

from functools import lru_cache


def number(value: float) -> str:
    """A length in points of layout: at most two decimals, finer than any printer, and never an exponent."""
    text = f"{value:.2f}"
    if text.endswith("00"):
        text = text[:-3]
        return "0" if text == "-0" else text
    return text.rstrip("0")


def exact(value: float) -> str:
    """A length that others are multiplied by or that must be exact: at most six decimals."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=1024)
def rgb(color: str | None) -> str:
    """A colour "#RRGGBB" as three numbers from 0 to 1."""
    digits = (color or "#000000")[1:]
    return " ".join(f"{int(digits[at : at + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for at in (0, 2, 4))
