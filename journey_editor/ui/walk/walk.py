"""Taking the journey oneself: begins a walk, lets it rest, and keeps it as a map at the end."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.edits.walks import keep_walk
from journey_editor.core.input import typed_line
from journey_editor.core.records import JourneyMap
from journey_editor.core.times import days_text
from journey_editor.core.titles import called
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.notice import Notice
from journey_editor.ui.preferences import Preferences
from journey_editor.ui.walk.resting import Choice
from journey_editor.ui.walk.steps import Steps
from journey_editor.ui.walk.window import WalkWindow
from journey_editor.ui.workspace import Workspace

LONGEST = 80  # letters of a title in a sentence


class Walk(QObject):
    """The walks of one file, one for each map; `turned` tells that one began or ended."""

    turned = Signal()

    def __init__(self, workspace: Workspace, console: QWidget, preferences: Preferences) -> None:
        super().__init__(console)
        self._workspace, self._console, self._preferences = workspace, console, preferences
        self._walks: dict[str, Steps] = {}
        self.window: WalkWindow | None = None

    def doings(self) -> dict[str, Callable[[], object]]:
        """What can be done, by the names of actions."""
        return {"walk": self.begin}

    def shown(self) -> dict[str, Callable[[], bool]]:
        """What is on or off."""
        return {"walk": lambda: self.window is not None}

    def begin(self) -> None:
        """Open the walk of the map that is shown, or bring it to the front; one that rests is gone on with."""
        if self.window is not None:
            self.window.activateWindow()
            return
        workspace = self._workspace
        journey = workspace.document.journey(workspace.map_id)
        if not journey.touchpoints:
            workspace.noticed.emit(_("There is nothing to walk yet: put touchpoints into stages first."))
            return
        steps = self._walks.get(workspace.map_id)
        if steps is None or steps.kept in workspace.document.records:
            steps = self._walks[workspace.map_id] = Steps(workspace.map_id)
        self.window = WalkWindow(workspace, steps)
        self.window.resting.name.setText(self._preferences.choice("walker", ""))
        self.window.closed.connect(self._closed)
        self.window.paused.connect(self._pause)
        self.window.ended.connect(self._ask_end)
        self.window.setScreen(self._console.screen())
        self.window.setGeometry(self._console.screen().geometry())
        self.window.showFullScreen()
        self.window.activateWindow()
        self._greet()
        self.turned.emit()

    def end(self) -> None:
        """Close the window; what was said but not kept as a map becomes one, so that the file does not lose it."""
        if self.window is not None:
            self.window.close()
        for steps in self._walks.values():
            if steps.says_something and steps.kept is None:
                self._keep(steps)

    # what is asked on the way

    def _greet(self) -> None:
        steps = self._steps
        if steps.walked:
            words = _("{done}. What you said is all there.").format(done=_done(steps))
            choices: list[Choice] = [(_("Go on"), self._go_on), (_("Keep as a map"), self._finish)]
            choices += [(_("Not now"), self._leave)]
            self._rest(_("Go on where you were?"), words, choices, False)
            return
        count = ngettext("{count} touchpoint lies before you.", "{count} touchpoints lie before you.", steps.count)
        words = _(
            "{count} Meet each as if for the first time, and say how it feels, how long it takes and what comes to "
            "mind. At the end this becomes a second map beside this one, which stays as it is."
        )
        words = words.format(count=count.format(count=steps.count))
        self._rest(
            _("Take the journey yourself"), words, [(_("Begin"), self._go_on), (_("Not now"), self._leave)], True
        )

    def _pause(self) -> None:
        """Rest: go on, keep what was walked, or leave and go on another time."""
        steps = self._steps
        if not steps.count:
            words = _("Undo what removed them, and the walk goes on.") if steps.walked else ""
            choices: list[Choice] = [(_("Leave for now"), self._leave)]
            self._rest(_("There are no touchpoints to walk any more"), words, choices, False)
            return
        words = _("{done}. Nothing is lost: it waits here, and becomes a map when the file is closed.")
        choices = [(_("Go on"), self._go_on), (_("Keep as a map"), self._finish), (_("Forget it"), self._forget)]
        choices += [(_("Leave for now"), self._leave)]
        self._rest(_("Paused"), words.format(done=_done(steps)), choices, False)

    def _ask_end(self) -> None:
        """Behind the last card: keep the walk, or go back to it."""
        choices: list[Choice] = [(_("Keep as a map"), self._finish), (_("Back"), self._go_on)]
        choices += [(_("Leave for now"), self._leave)]
        self._rest(_("You have walked the journey"), SEPARATOR.join(_told(self._steps)), choices, True)

    def _rest(self, heading: str, words: str, choices: list[Choice], asks_name: bool) -> None:
        if self.window is not None:
            self.window.rest()
            self.window.resting.ask(heading, words, choices, asks_name)

    # what is done then

    @property
    def _steps(self) -> Steps:
        assert self.window is not None
        return self.window.steps

    def _go_on(self) -> None:
        self._take_name()
        if self.window is not None:
            self.window.show_card()

    def _forget(self) -> None:
        """Forget what was said, with a way back."""
        steps = self._steps
        self._walks.pop(steps.map_id, None)
        self._leave()
        back = Notice(_("The walk is forgotten"), _("Bring it back"), lambda: self._walks.update({steps.map_id: steps}))
        self._workspace.offered.emit(back)

    def _leave(self) -> None:
        self._take_name()
        if self.window is not None:
            self.window.close()

    def _finish(self) -> None:
        """Keep the walk and show the map that it became."""
        self._take_name()
        steps = self._steps
        new = self._keep(steps)
        if new is None:
            return
        if self.window is not None:
            self.window.close()
        workspace = self._workspace
        workspace.session.show_map(new)
        found = workspace.document.records[new]
        words = _("Your walk is a map of its own now: “{name}”").format(name=called(found, LONGEST))
        workspace.offered.emit(workspace.with_undo(words))

    def _keep(self, steps: Steps) -> str | None:
        document = self._workspace.document
        if not isinstance(document.records.get(steps.map_id), JourneyMap):
            return None
        who = typed_line(self._preferences.choice("walker", "")).strip()
        steps.kept = keep_walk(document, steps.map_id, steps.walked, date.today(), who)
        return steps.kept

    def _take_name(self) -> None:
        if self.window is not None:
            self._preferences.keep_choices(walker=self.window.resting.name.text().strip())

    def _closed(self) -> None:
        self.window = None
        self.turned.emit()
        self._console.activateWindow()


def _done(steps: Steps) -> str:
    words = ngettext("{met} of {count} touchpoint is walked", "{met} of {count} touchpoints are walked", steps.count)
    return words.format(met=steps.met, count=steps.count)


def _told(steps: Steps) -> list[str]:
    """Return what a walk came to, in a few words each."""
    said = steps.walked.values()
    felt = [each.valence for each in said if each.valence is not None]
    words = [_done(steps)]
    if felt:
        words.append(ngettext("{count} feeling", "{count} feelings", len(felt)).format(count=len(felt)))
    if bad := sum(each < 0 for each in felt):
        words.append(ngettext("{count} of them bad", "{count} of them bad", bad).format(count=bad))
    if idle := sum(each.unneeded for each in said):
        words.append(ngettext("{count} could go", "{count} could go", idle).format(count=idle))
    if days := sum(each.takes_days or 0.0 for each in said):
        words.append(_("{time} in all").format(time=days_text(days)))
    return words
