"""The marks of owners: two letters in the colour of each, as lists, tables and menus show them."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from journey_editor.core.edits.owners import owners_of
from journey_editor.core.titles import initials
from journey_editor.layout.colors import mix, owner_colors
from journey_editor.ui.look import Look
from journey_editor.ui.painter import color
from journey_editor.ui.theme import look_of, small_font
from journey_editor.ui.workspace import Workspace


def owner_icons(workspace: Workspace) -> Mapping[str, QIcon]:
    """Return the mark of each owner: two letters in its colour."""
    owners = tuple((each.id, each.color, each.name) for each in owners_of(workspace.document))
    return _marks(owners, look_of(workspace.view.theme))


@lru_cache(maxsize=8)
def _marks(owners: tuple[tuple[str, str, str], ...], look: Look) -> Mapping[str, QIcon]:
    """Return the marks of owners by id, from the id, the chosen colour and the name of each: cells ask one by one."""
    colors = owner_colors(tuple((owner, chosen) for owner, chosen, _name in owners), look.map)
    return {owner: _mark(initials(name), colors[owner], look) for owner, _chosen, name in owners}


@lru_cache(maxsize=256)
def _mark(letters: str, name: str, look: Look) -> QIcon:
    found = QIcon()
    for ratio in (1.0, 2.0):
        pixels = QPixmap(round(28 * ratio), round(16 * ratio))
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(name), 1.0))
        painter.setBrush(color(mix(look.map.panel, name, 0.24)))
        painter.drawRoundedRect(QRectF(0.5, 0.5, 27, 15), 4, 4)
        painter.setPen(color(look.map.ink))
        painter.setFont(small_font(600))
        painter.drawText(QRectF(0, 0, 28, 16), Qt.AlignmentFlag.AlignCenter, letters)
        painter.end()
        found.addPixmap(pixels)
    return found
