"""H1: what it costs to enter the sample map into an empty one, against what a person has to say anyway.

Effort is keys pressed + 3 × pointer actions. Each key that goes down counts: Shift and AltGr too, so that a capital or
a sign in the upper row is two (keyboard: English, United States). A click or a drag is one pointer action.

Content is what the sample says of its stages (name, owner), its touchpoints (title, owner, channel, feeling and its
word), their pain points (text) and opportunities (text, owner, due), counted in letters as they stand on the map,
blanks and marks among them: the name of an owner and of a channel at each touchpoint that has one, a valence as "-1.6",
a day as "2027-01-29". A moment of truth is one letter. What is not counted is not entered: severities, evidence,
metrics, other notes. `names_once` counts the name of each owner and channel only where it is said for the first time.

The script below is a quick facilitator's: known names by their beginnings or initials, words for feelings by Tab,
tenths of a feeling by a drag of the curve, or typed into the card (F2, Tab). It is played by true keys and mouse in the
window, and what is there in the end has to equal the sample in all of that.
"""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append(str(Path(__file__).parents[2]))

from _results import keep
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from journey_editor.assets import resource
from journey_editor.core.journey import Journey, maps_of, read_journey
from journey_editor.core.records import Head, JourneyMap
from journey_editor.core.words import channel_label
from journey_editor.plots.raster import CurveRaster
from journey_editor.storage.format import load
from journey_editor.ui.app import application
from journey_editor.ui.theme import dress
from journey_editor.ui.window import MainWindow
from journey_editor.ui.workspace import Workspace
from tests import hands
from tests.robot import Robot

LIMIT, POINTER = 1.3, 3
SHIFTED, COMPOSED = '~!@#$%^&*()_+{}|:"<>?', "’"
NAMED = {"⇥": "Tab", "↓": "Down", "↵": "Return", "✎": "F2"}
SCRIPT: tuple[str | tuple[str, float], ...] = (
    ">Awareness @Marketing !Too many options to judge +Buyer’s guide by role @@Marketing <2027-01-29↵",
    "Hears of it from a peer @ma #com (cu⇥↵",
    ("Hears of it", 0.6),
    "Searches, meets ten vendors @ma #sea -0.5 (ov⇥!No vendor shows a price before a call↵",
    ">Consideration @ma !Claims hard to compare↵",
    "Watches the demo video @ma #we↵✎⇥⇥⇥0.9 engaged↵",
    "Discovery call @Sales #vi +0.5 (ana⇥+Send a one-page summary within the hour @@Sales <2026-12-11↵",
    ">co +Shared business case @@sa <2027-02-19↵",
    ">Decision @sa !Contract takes six weeks +One-page contract @@sa <2027-06-30↵",
    "Proof of concept @sa #Sandbox (ex⇥*↵",
    ("Proof", 1.4),
    "Legal review, signature @sa #em !Three rounds of changes by email↵✎⇥⇥⇥-0.3 impatient↵",
    ">Onboarding @Customer_Success !Nobody calls after signing↵",
    "Two weeks of silence @cs (anx⇥!No named contact !No date for the kick-off↵",
    ("Two weeks", -1.6),
    "Kick-off meeting @cs #vi +0.5 (h⇥↵",
    "First login, empty screen @Product #i↓⇥!Empty screen, no sample data !Invites need an admin "
    "+Start with a filled example @@Product <2027-01-20 *↵✎⇥⇥⇥-1.1 lost↵",
    ">on +Same-day welcome @@cs <2026-12-15↵+Guided setup @@pr <2027-02-10↵",
    ">Adoption @cs !Help is slow in week three↵",
    "First ticket: 12 h to reply @Support #ti !First reply asks for what was already written↵✎⇥⇥⇥-1.3 frustrated↵",
    "Invites the whole team @pr #i⇥↵",
    "Weekly report saves a day @pr #i⇥+1.5 (p⇥*↵",
    ">ad +Office hours in month one @@su <2027-01-15↵",
    ">Renewal @cs !Talk starts late +Start at 120 days @@cs <2027-01-29↵",
    "Business review @cs #rev (cal⇥+Open with the hours saved @@cs <2027-02-05↵",
    ("Business", 0.4),
    "Signs for a second year @cs #pr↵✎⇥⇥⇥0.7 relieved↵",
)
"""What is typed, and which point of the curve is dragged to where."""


class Counted:
    """Hands that are counted."""

    def __init__(self, window: MainWindow) -> None:
        self._robot = Robot(window)
        self.keys = self.pointer = 0

    def type(self, line: str) -> None:
        """Type a line, with Tab, Down, Return and F2 in it."""
        for letter in line:
            self.keys += 2 if letter.isupper() or letter in SHIFTED or letter in COMPOSED else 1
            if letter in NAMED:
                self._robot.press(NAMED[letter])
            elif letter.isascii():
                self._robot.type(letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self._robot.focused, QKeyEvent(kind, 0, hands.NO_KEYS, letter))
            QApplication.processEvents()

    def drag(self, title: str, valence: float) -> None:
        """Drag the point of a card on the curve."""
        self.pointer += 1
        self._robot.drag_feeling(title, valence)
        QApplication.processEvents()

    @property
    def effort(self) -> int:
        """Keys pressed and pointer actions, these three times."""
        return self.keys + POINTER * self.pointer


def said(journey: Journey) -> list[tuple[str, ...]]:
    """What a map says, in its order: one row for each stage, touchpoint, pain point and opportunity, the kind first."""
    names = {each.id: each.name for each in journey.owners} | {None: ""}
    rows: list[tuple[str, ...]] = []

    def hanging(on: str) -> Iterable[tuple[str, ...]]:
        yield from (("pain", note.text) for note in journey.notes.get(on, ()) if note.kind == "pain_point")
        for idea in journey.opportunities.get(on, ()):
            yield "idea", idea.text, names[idea.owner], idea.due.isoformat() if idea.due else ""

    for stage in journey.stages:
        rows += [("stage", stage.name, names[stage.owner]), *hanging(stage.id)]
        for each in (each for each in journey.touchpoints if each.stage == stage.id):
            felt = each.emotion
            channel = channel_label(each.channel) if each.channel else ""
            feeling = (f"{felt.valence:g}", felt.word) if felt else ("", "")
            moment = "*" if each.moment else ""
            rows += [("touchpoint", each.title, names[each.owner], channel, *feeling, moment), *hanging(each.id)]
    return rows


def letters(rows: list[tuple[str, ...]], names_once: bool = False) -> int:
    """Count the letters of what is said; with `names_once` those of each owner and channel only the first time."""
    places = {"stage": (2,), "touchpoint": (2, 3), "idea": (2,)}
    seen: set[str] = set()
    count = 0
    for row in rows:
        for place, words in enumerate(row[1:], start=1):
            if names_once and place in places.get(row[0], ()):
                count += 0 if words in seen else len(words)
                seen.add(words)
            else:
                count += len(words)
    return count


def entered() -> tuple[Counted, list[tuple[str, ...]]]:
    """Enter the sample map into an empty one; return the hands and what is on the map then."""
    workspace = Workspace([Head(), JourneyMap(id="now", rank="a0", title="B2B")])
    window = MainWindow(workspace)
    window.resize(1600, 960)
    window.show()
    window.activateWindow()
    window.canvas.begin()
    window.warm(CurveRaster)
    while not window.isActiveWindow():
        QApplication.processEvents()
    window.canvas.setFocus()
    counted = Counted(window)
    for doing in SCRIPT:
        if isinstance(doing, str):
            counted.type(doing)
        else:
            counted.drag(*doing)
    found = said(workspace.document.journey(workspace.map_id))
    window.close_surely()
    return counted, found


def main() -> dict[str, Any]:
    """Enter, compare, count, print and return the result."""
    app = application()
    dress(app, "light")
    records = load(resource("samples", "b2b-onboarding.journey"))
    wanted = said(read_journey(records, maps_of(records)[0].id))
    counted, found = entered()
    app.processEvents()
    for one, other in zip(wanted, found, strict=True):
        assert one == other, f"wanted {one}, found {other}"
    content, once = letters(wanted), letters(wanted, names_once=True)
    ratio = counted.effort / content
    print(f"{'keys':>6} {'pointer':>8} {'effort':>7} {'letters':>8} {'ratio':>6} {'limit':>6} {'names once':>11}")
    print(
        f"{counted.keys:6} {counted.pointer:8} {counted.effort:7} {content:8} {ratio:6.2f} {LIMIT:6.1f}"
        f" {counted.effort / once:11.2f}"
    )
    return {
        "goal": "H1", "limit": LIMIT, "keys": counted.keys, "pointer": counted.pointer, "letters": content,
        "ratio": ratio, "names_once": counted.effort / once, "met": ratio <= LIMIT,
    }  # fmt: skip


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = folder
        result = main()
    keep(result)
