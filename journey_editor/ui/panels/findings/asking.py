"""What a repair asks for where something is chosen: owners, personas or evidence of the file, or a new one."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.library import all_of
from journey_editor.core.edits.owners import owners_of
from journey_editor.core.records import Evidence, Persona, Record
from journey_editor.core.titles import called
from journey_editor.insight.repairs import Repair
from journey_editor.ui.labels import label

MOST = 40
"""So many are offered; whoever wants another one writes its name."""

_LONGEST = 60  # letters


def choices(document: Document, repair: Repair) -> tuple[Record, ...]:
    """Return what a repair lets choose from."""
    if repair.kind in ("owner", "plan"):
        return owners_of(document)
    return all_of(document, Persona) if repair.kind == "persona" else all_of(document, Evidence)


def new_words(repair: Repair) -> str:
    """Return what the field for a new one asks for."""
    return {
        "persona": _("Name of the persona"),
        "evidence": _("What is it, such as “Interviews spring”?"),
    }.get(repair.kind, _("Name of the owner"))


def choice_menu(
    parent: QWidget, document: Document, repair: Repair, choose: Callable[[str], object], name: Callable[[], object]
) -> QMenu:
    """Return a menu of what can be chosen; `choose` is told an id, `name` asks for the name of a new one."""
    menu = QMenu(parent)
    menu.setAccessibleName(repair.asked)
    for each in choices(document, repair)[:MOST]:
        menu.addAction(label(called(each, _LONGEST)), lambda id=each.id: choose(id))
    menu.addSeparator()
    new = {"persona": _("New persona…"), "evidence": _("New evidence…")}.get(repair.kind, _("New owner…"))
    menu.addAction(new, name)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def pop_up(menu: QMenu, place: QPoint) -> None:
    """Show a menu with its first entry chosen, so that Enter takes it."""
    menu.popup(place)
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
