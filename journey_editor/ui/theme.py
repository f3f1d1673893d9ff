"""The look of the window: a palette and a style sheet for Fusion, both made from the tokens of the map's own style."""

from functools import cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from journey_editor.assets import resource
from journey_editor.layout.style import SMALL, TEXT
from journey_editor.ui.look import DARK_LOOK, LIGHT_LOOK, Look
from journey_editor.ui.sheet import sheet

ThemeName = Literal["light", "dark"]


def look_of(theme: ThemeName) -> Look:
    """Return the look of a theme."""
    return DARK_LOOK if theme == "dark" else LIGHT_LOOK


def system_theme() -> ThemeName:
    """Return the theme that the system asks for; light where it does not tell."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


@cache
def load_fonts() -> None:
    """Make the bundled fonts known to Qt; once for the process."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def font(size: float = TEXT, weight: int = 400) -> QFont:
    """Return the window's font at a size in pixels."""
    found = QFont("Inter")
    found.setPixelSize(round(size))
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # letters stand as they do on the map
    found.setWeight(QFont.Weight(weight))
    return found


def small_font(weight: int = 400) -> QFont:
    """Return the font of labels."""
    return font(SMALL, weight)


def dress(app: QApplication, theme: ThemeName) -> None:
    """Give the whole program a theme."""
    look = look_of(theme)
    load_fonts()
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(palette(look))
    app.setStyleSheet(sheet(look))


def palette(look: Look) -> QPalette:
    """Return the colours that Fusion draws with where the style sheet says nothing."""
    style = look.map
    roles = {
        QPalette.ColorRole.Window: style.panel,
        QPalette.ColorRole.WindowText: style.ink,
        QPalette.ColorRole.Base: style.panel,
        QPalette.ColorRole.AlternateBase: look.field,
        QPalette.ColorRole.ToolTipBase: style.ink,
        QPalette.ColorRole.ToolTipText: style.panel,
        QPalette.ColorRole.PlaceholderText: style.muted,
        QPalette.ColorRole.Text: style.ink,
        QPalette.ColorRole.Button: style.card,
        QPalette.ColorRole.ButtonText: style.ink,
        QPalette.ColorRole.BrightText: style.pain,
        QPalette.ColorRole.Light: style.card,
        QPalette.ColorRole.Midlight: look.hover,
        QPalette.ColorRole.Mid: style.line,
        QPalette.ColorRole.Dark: look.edge,
        QPalette.ColorRole.Shadow: look.shadow,
        QPalette.ColorRole.Highlight: look.selection,
        QPalette.ColorRole.HighlightedText: style.ink,
        QPalette.ColorRole.Link: style.accent,
        QPalette.ColorRole.LinkVisited: style.accent,
        QPalette.ColorRole.Accent: style.accent,
    }
    found = QPalette()
    for role, name in roles.items():
        found.setColor(role, QColor(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.edge))
    return found
