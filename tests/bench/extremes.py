"""How long the window stands still while maps at the edge of the format are handled: no more than 250 ms at a time.

Texts of 10,000 letters in each field, 200 notes, opportunities and metrics on one card, 40 owners and maps, 60 stages.
A timer beats every 5 ms; the longest time between two beats counts, and the longest that the window itself worked.
`extremes.py words crowd` measures only these files, with a further word `doing=…` only the doings that contain it.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from _results import keep
from paste import Heart
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journey_editor.core.records import Record
from journey_editor.plots.raster import CurveRaster
from journey_editor.ui.app import application
from journey_editor.ui.desk import Desk
from journey_editor.ui.panels.inspector.editors import WordsEditor
from journey_editor.ui.theme import dress
from journey_editor.ui.warming import spare_collections
from journey_editor.ui.window import MainWindow
from journey_editor.ui.workspace import Workspace
from tests.extremes import STYLES, crowded, extreme, peopled

LIMIT = 250.0  # ms
BEAT = 5  # ms
Doing = tuple[str, Callable[[], object]]


def doings(window: MainWindow) -> list[Doing]:
    """Return what is done in each file: each kind of record selected, each panel opened, a card edited and undone."""
    workspace, session = window.workspace, window.workspace.session
    firsts = {each.kind_name: each.id for each in reversed(list(workspace.document.records.values())) if each.id}
    card = "t1" if "t1" in workspace.document.records else firsts["touchpoint"]
    firsts["touchpoint"] = card
    found: list[Doing] = [("select nothing", session.clear)]
    for kind, id in firsts.items():
        found.append((f"select {kind}", lambda id=id: session.select((id,))))
        found.append((f"unfold {kind}", lambda: [page.unfold(True) for page in window.inspector.shown_pages()]))
    found.append(("select card again", lambda: session.select((card,))))
    found.append(("type in the inspector", lambda: _type_title(window)))
    found.append(("undo", workspace.undo))
    found.append(("select all", window.actions_of.by_id["select_all"].trigger))
    found.append(("select card", lambda: session.select((card,))))
    panels = ("personas", "owners", "evidence", "tray", "outline", "show_only", "opportunities", "find", "commands")
    for name in panels:
        action = window.actions_of.by_id[name]
        found += [(f"open {name}", action.trigger), (f"{name}: key", lambda: _key("e"))]
        if name in ("find", "commands", "show_only", "opportunities"):
            found.append((f"close {name}", lambda: _press(Qt.Key.Key_Escape)))
        else:
            found.append((f"close {name}", action.trigger))
    for name in ("rows", "overlay", "time_axis", "stage_numbers", "lanes_layer", "lanes_channel", "lanes_owner"):
        found.append((name, window.actions_of.by_id[name].trigger))
    found += [
        ("history", lambda: window.do("history")),
        ("close history", lambda: _press(Qt.Key.Key_Escape)),
        ("fit all", window.actions_of.by_id["fit_all"].trigger),
        ("full size", window.actions_of.by_id["full_size"].trigger),
        ("dark", lambda: workspace.show(theme="dark")),
        ("light", lambda: workspace.show(theme="light")),
        ("next map", window.actions_of.by_id["next_map"].trigger),
        ("last map", window.actions_of.by_id["last_map"].trigger),
        ("room", window.actions_of.by_id["room"].trigger),
        ("end room", window.room.end),
        ("select card at last", lambda: session.select((card,))),
        ("remove card", window.actions_of.by_id["remove"].trigger),
        ("undo removal", workspace.undo),
    ]
    return found


def _type_title(window: MainWindow) -> None:
    widget = window.inspector.shown_pages()[0].bound["title"].widget
    field = next(each for each in (widget, *widget.children()) if isinstance(each, WordsEditor))
    field.selectAll()
    field.insertPlainText("Another")
    field.commit()


def _key(letter: str) -> None:
    here = QApplication.focusWidget()
    if here is not None:
        QTest.keyClicks(here, letter)


def _press(key: Qt.Key) -> None:
    here = QApplication.activePopupWidget() or QApplication.focusWidget()
    if here is not None:
        QTest.keyClick(here, key)


def measure(app: QApplication, do: Callable[[], object]) -> tuple[float, float]:
    """Return the longest stop and the longest own work, in ms, while something is done and half a second after."""
    heart = Heart(BEAT)
    do()
    turn(app, 0.3)
    return heart.stop()


def turn(app: QApplication, seconds: float) -> None:
    """Let the window work for some seconds, and then until it rests."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        app.processEvents()


def main(words: Sequence[str]) -> None:
    """Measure and print."""
    app = application()
    dress(app, "light")
    desk = Desk(app)
    files: dict[str, Callable[[], list[Record]]] = {style: lambda style=style: extreme(style) for style in STYLES}
    files |= {"crowd": crowded, "people": peopled}
    only = [each.removeprefix("doing=") for each in words if each.startswith("doing=")]
    wanted = [each for each in words if each in files] or list(files)
    for name in wanted:
        make = partial(desk.show, Workspace(files[name]()))
        gap, work = measure(app, make)
        window = desk.windows[-1]
        window.resize(1600, 960)
        window.warm(CurveRaster)
        turn(app, 1.0)
        spare_collections()
        rows = [("open", gap, work)]
        for doing, do in doings(window):
            if not only or any(each in doing for each in only):
                rows.append((doing, *measure(app, do)))
        slow = [row for row in rows if row[2] > 100 or row[1] > LIMIT]
        longest = max(row[2] for row in rows)
        print(f"{name}: longest own work {longest:.0f} ms")
        for doing, gap, work in sorted(slow, key=lambda row: -row[2]):
            print(f"    {doing:28} gap {gap:6.0f} ms, worked {work:6.0f} ms")
        keep({"goal": f"extremes {name}", "limit_ms": LIMIT, "worked_ms": round(longest), "met": longest <= LIMIT})
        window.close_surely()
        turn(app, 0.2)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = folder
        main(sys.argv[1:])
