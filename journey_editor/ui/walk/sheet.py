"""The style sheet of the walk's window: large and calm, from the tokens of a look."""

from string import Template

from journey_editor.ui.look import Look

LARGE, HUGE, TITLE = 24, 32, 48
"""Pixels: the smallest text, and that of titles on a low screen and on any other."""


def walk_sheet(look: Look, is_low: bool) -> str:
    """Return the style sheet of a look; on a low screen titles are smaller."""
    style = look.map
    tokens = {
        "paper": style.paper, "card": style.card, "line": style.line, "ink": style.ink, "muted": style.muted,
        "accent": style.accent, "pain": style.pain, "edge": look.edge, "hover": look.hover, "stage": style.stage,
        "title": str(HUGE if is_low else TITLE),
        "on_accent": look.on_accent, "accent_hover": look.accent_hover, "selection": look.selection,
    }  # fmt: skip
    return Template(_SHEET).substitute(tokens)


_SHEET = """
#walk { background: $paper; }
#walk QLabel { font-size: 24px; }
#walk QLabel[role="muted"] { color: $muted; }
#walk QLabel[role="error"] { color: $pain; }
#walk QLabel[role="title"] { font-size: ${title}px; font-weight: 700; }
#walk QLineEdit, #walk QPlainTextEdit { background: $card; border: 2px solid $line; border-radius: 8px;
  font-size: 24px; }
#walk QLineEdit { padding: 0 14px; min-height: 52px; max-height: 52px; }
#walk QPlainTextEdit { padding: 8px 10px; min-height: 60px; }
#walk QLineEdit:focus, #walk QPlainTextEdit:focus { border: 2px solid $accent; }
#walk QLineEdit[bad="true"] { border: 2px solid $pain; }
#walk QPushButton { background: $card; border: 2px solid $line; border-radius: 8px; padding: 0 22px;
  min-height: 52px; max-height: 52px; font-size: 24px; font-weight: 600; }
#walk QPushButton:hover { background: $hover; }
#walk QPushButton:focus { border: 2px solid $accent; }
#walk QPushButton:disabled { color: $edge; }
#walk QPushButton:checked { background: $selection; border: 2px solid $accent; }
#walk QPushButton[role="accent"] { background: $accent; border-color: $accent; color: $on_accent; }
#walk QPushButton[role="accent"]:hover { background: $accent_hover; border-color: $accent_hover; }
#walk QPushButton[role="accent"]:focus { border: 2px solid $ink; }
#walk QPushButton[role="plain"] { background: transparent; border-color: transparent; color: $accent;
  padding: 0 12px; }
#walk QPushButton[role="plain"]:hover { background: $hover; }
#walk QPushButton[role="plain"]:focus { border: 2px solid $accent; }
"""
