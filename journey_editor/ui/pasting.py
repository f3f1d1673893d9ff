"""What is pasted, or dropped as text, finds its way: into the line, onto the map, into the tray, or into a new map."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from pathlib import PurePath
from typing import Any, Protocol

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.capture.known import known_in
from journey_editor.core.capture.lines import each_line
from journey_editor.core.capture.names import folded
from journey_editor.core.edits.drafts import Entry, Remark, Tally
from journey_editor.core.edits.library import add_persona, all_of
from journey_editor.core.edits.minutes import Landing
from journey_editor.core.edits.place import Slot
from journey_editor.core.ids import fresh_id
from journey_editor.core.lanes import Lane
from journey_editor.core.records import Persona, Stage, Touchpoint, name_of
from journey_editor.core.titles import shortened
from journey_editor.interchange.journeys import actors_of, importing
from journey_editor.interchange.mermaid import reading_diagram
from journey_editor.interchange.pasted import Lines, MapFile, Mermaid, Nothing, Table, recognising
from journey_editor.interchange.steps import Steps
from journey_editor.storage.format import loads
from journey_editor.storage.refusal import Refusal
from journey_editor.ui.dialogs.diagram import PasteDiagram
from journey_editor.ui.dialogs.drafting import Drafted, Place, drafting
from journey_editor.ui.dialogs.made import sum_of
from journey_editor.ui.dialogs.paste import PasteTable
from journey_editor.ui.dialogs.progress import worked
from journey_editor.ui.workspace import Workspace

HANDFUL = 12
"""So many lines without a stage go onto the map at once; more wait in the tray until somebody has placed them."""

PLACES = 500
"""So many touchpoints are placed at once: laying out more would halt the window, and nobody maps so many in a day."""

_pasted = count(1)


class Line(Protocol):
    """What pasting needs of the capture line."""

    def slot(self) -> Slot | None:
        """Where the next card goes; None for the tray."""
        ...

    def lane(self) -> Lane | None:
        """The lane of the next card, as far as its line leaves that open."""
        ...

    def take_words(self, words: str) -> None:
        """Put words into the line where they would be typed, and let them be typed on."""
        ...


class Pasting(QObject):
    """Takes what is pasted: one line is typed, several make touchpoints, tables and diagrams are shown first.

    `map_wanted` carries the records of a map that is to be shown in a window of its own, `tray_wanted` that something
    came into the tray, `shown` what should be seen. `takers` are asked first whether they take what is pasted,
    and told whether it is to go into the tray.
    """

    map_wanted = Signal(object)
    tray_wanted = Signal()
    shown = Signal(str)

    def __init__(self, workspace: Workspace, line: Line, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._line, self._window = workspace, line, window
        self.takers: list[Callable[[QMimeData, bool], bool]] = []

    def doings(self) -> dict[str, Callable[[], object]]:
        """Return what actions may ask, by name."""
        return {"paste": self.paste, "paste_tray": lambda: self.paste(in_tray=True)}

    def paste(self, in_tray: bool = False) -> None:
        """Take what the clipboard holds; `in_tray`, or the keyboard in the tray, puts there what names no stage."""
        in_tray = in_tray or self._workspace.view.keys
        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # none where nothing was copied yet
        if any(takes(data, in_tray) for takes in self.takers):
            return
        self.take(text_in(data), html_in(data), Landing(tray=True) if in_tray else None)

    def take(self, text: str, html: str = "", landing: Landing | None = None, name: str = "") -> None:
        """Take a text; without a landing it goes where the capture line would put it.

        `name` is that of the file it comes from.
        """
        workspace = self._workspace
        done, pasted = worked(self._over(), _("Reading …"), recognising(text, html, name))
        if not done:
            return
        match pasted:
            case Nothing(sentence):
                workspace.noticed.emit(sentence or _("There is nothing here to paste."))
            case MapFile(whole):
                self._open(whole, name)
            case Mermaid(written):
                self._take_diagram(written, name)
            case _ if not workspace.has_map:
                workspace.noticed.emit(_("This file has no map to add to."))
            case Table(rows):
                self._take_table(PasteTable(workspace, rows, self._places(landing, len(rows)), self._over()))
            case Lines(lines, said):
                only = next(line.strip() for line in lines if line.strip())
                if said == 1 and landing is None:
                    self._typed_in().take_words(only)
                else:
                    self._take_lines(lines, said, landing)
            case _:
                raise TypeError(pasted)

    def _over(self) -> QWidget:
        """Return the window over which dialogs come: the room's where somebody works there, never a list that goes."""
        active = QApplication.activeWindow()
        return active if active is not None and active.windowType() == Qt.WindowType.Window else self._window

    def _typed_in(self) -> Line:
        """Return the capture line that has the keyboard, else the window's own."""
        line: Any = QApplication.focusWidget()
        return line if hasattr(line, "take_words") else self._line

    # lines

    def _take_lines(self, lines: tuple[str, ...], said: int, landing: Landing | None) -> None:
        workspace = self._workspace
        words = ngettext("Reading {count} line …", "Reading {count} lines …", said).format(count=f"{said:,}")
        done, entries = worked(self._over(), words, self._entries(lines))
        if not done or not entries:
            return
        names_stages = any(entry.captured.stages for entry in entries)
        landing = landing or self._landing(said, names_stages)
        done, drafted = worked(self._over(), words, drafting(workspace, entries, len(entries), landing, ()))
        if done:
            self._put(drafted, _("Paste lines"))

    def _entries(self, lines: tuple[str, ...]) -> Steps[list[Entry]]:
        known = known_in(self._workspace.document, self._workspace.map_id)
        found: list[Entry] = []
        for line in each_line(lines, known, date.today()):
            if not line.captured.is_empty:
                found.append(Entry(line.number, line.captured))
            yield line.number / len(lines)
        return found

    def _landing(self, said: int, names_stages: bool) -> Landing:
        """Return where lines go that name no stage: many wait in the tray, unless the text itself has stages."""
        slot = self._line.slot()
        if slot is None or (said > HANDFUL and not names_stages):
            return Landing(tray=True)
        return self._after(slot)

    def _after(self, slot: Slot) -> Landing:
        current = self._workspace.current
        target = current.id if isinstance(current, Touchpoint | Stage) else None
        return Landing(slot, target=target, lane=self._line.lane())

    # tables, diagrams, maps

    def _take_table(self, dialog: PasteTable) -> None:
        accepted = bool(dialog.exec())
        drafted = dialog.drafted
        dialog.deleteLater()
        if accepted and drafted is not None:
            self._put(drafted, _("Paste table"))

    def _places(self, landing: Landing | None, count: int) -> list[Place]:
        """Return where rows without a stage may go, the usual place first."""
        tray = Place(_("into the tray"), Landing(tray=True))
        slot = landing.slot if landing else self._line.slot()
        if slot is None:
            return [tray]
        records = self._workspace.document.records
        name = " ".join(name_of(records[slot.after or slot.stage]).split())
        words = _("after {name}") if slot.after else _("to the beginning of {name}")
        here = Place(words.format(name=shortened(name, 32) or _("the selected one")), landing or Landing(slot))
        return [tray, here] if landing is None and count > HANDFUL else [here, tray]

    def _take_diagram(self, text: str, name: str) -> None:
        done, diagram = worked(self._over(), _("Reading the diagram …"), reading_diagram(text))
        if not done or diagram is None:
            return
        dialog = PasteDiagram(self._workspace, diagram, self._over(), new_first=bool(name))
        accepted, drafted = bool(dialog.exec()), dialog.drafted
        wants_new, actors = dialog.wants_new, dialog.actors_are
        dialog.deleteLater()
        if not accepted:
            return
        if wants_new:
            title = PurePath(name).stem or _("Journey")
            steps = importing(diagram, title, date.today(), fresh_id, actors)
            done, imported = worked(self._over(), _("Making the map …"), steps)
            if done:
                self.map_wanted.emit(imported.records)
        elif drafted is not None:
            self._put(drafted, _("Paste diagram"), actors_of(diagram) if actors == "personas" else ())

    def _open(self, text: str, name: str) -> None:
        try:
            records = loads(text.encode(), name or _("What was pasted"))
        except Refusal as refusal:
            self._workspace.noticed.emit(str(refusal))
            return
        self.map_wanted.emit(records)

    # onto the map

    def _put(self, drafted: Drafted, label: str, personas: tuple[str, ...] = ()) -> None:
        """Put onto the map what was drafted, as one step of undo, and tell it with the way back."""
        workspace, join = self._workspace, f"paste {next(_pasted)}"
        if not drafted.makes_something:
            workspace.noticed.emit(_("Nothing in it can go on a map."))
            return
        placed = drafted.tally.touchpoints - drafted.tally.waiting
        if placed > PLACES:
            words = _("{count} touchpoints are more than a map takes at once, {limit} at most; paste them in parts.")
            workspace.noticed.emit(words.format(count=f"{placed:,}", limit=PLACES))
            return
        workspace.history.close_step()
        _done, is_taken = worked(self._over(), _("Putting it onto the map …"), _pieces(drafted, label, join), False)
        if not is_taken:
            return  # the lock has told why
        with workspace.document.transaction(label, join):
            known = {folded(each.name) for each in all_of(workspace.document, Persona)}
            for name in personas:
                if folded(name) not in known:
                    add_persona(workspace.document, name)
        workspace.history.close_step()
        self._show(drafted)
        workspace.offered.emit(workspace.with_undo(told(drafted.tally, drafted.remarks)))

    def _show(self, drafted: Drafted) -> None:
        records = self._workspace.document.records
        placed = [each for each in drafted.draft.touchpoints if getattr(records.get(each), "stage", None)]
        if drafted.tally.waiting:
            self.tray_wanted.emit()
        if placed:
            self._workspace.session.select(placed[-1:])
            self.shown.emit(placed[-1])


def told(made: Tally, doubts: Sequence[Remark]) -> str:
    """Return in a sentence what was pasted, and what of it was not understood."""
    if made.waiting == made.touchpoints and made.touchpoints:
        words = ngettext("{count} touchpoint waits in the tray", "{count} touchpoints wait in the tray", made.waiting)
        sentence = words.format(count=f"{made.waiting:,}")
    elif made.waiting:
        words = _("{sum} were pasted, {count} of them into the tray")
        sentence = words.format(sum=sum_of(made), count=f"{made.waiting:,}")
    else:
        sentence = _("Pasted: {sum}").format(sum=sum_of(made))
    if len(doubts) == 1:
        place = _("line {number}").format(number=doubts[0].line)
        sentence = f"{sentence}; {place}: {doubts[0].words}"
    elif doubts:
        words = ngettext("{count} thing was not understood", "{count} things were not understood", len(doubts))
        sentence = f"{sentence}; {words.format(count=len(doubts))}"
    return f"{sentence}."


def text_in(data: QMimeData) -> str:
    """Return the plain text that a clipboard or a drag carries."""
    return data.text() if data.hasText() else ""


def html_in(data: QMimeData) -> str:
    """Return the web page that a clipboard or a drag carries."""
    return data.html() if data.hasHtml() else ""


def _pieces(drafted: Drafted, label: str, join: str) -> Steps[bool]:
    """Put a draft onto the map piece by piece; the result tells whether the map took it."""
    for is_taken, share in drafted.draft.applying(label, join):
        if not is_taken:
            return False
        yield share
    return True
