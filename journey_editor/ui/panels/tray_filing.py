"""Filing cards of the tray with one or two keys: the letter of a stage, then that of a lane."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count

from journey_editor.assets import _
from journey_editor.core.duplicates import duplicates_of
from journey_editor.core.edits.joining import join_touchpoints
from journey_editor.core.edits.place import last_slot
from journey_editor.core.edits.removal import remove
from journey_editor.core.edits.touchpoints import hand_over, move_touchpoints
from journey_editor.core.lanes import Lane, lane_shown, lanes_by, says_lane
from journey_editor.core.letters import lane_letters, stage_letters
from journey_editor.core.records import Touchpoint
from journey_editor.ui.workspace import Workspace

_steps = count(1)


@dataclass(frozen=True, slots=True)
class Filed:
    """What was done last: which cards, into the stage of which letters, and the key of its step of undo."""

    cards: tuple[str, ...]
    letters: str
    join: str
    asks: bool = False


class Filing:
    """What letters mean while the tray has the keyboard.

    A stage's letter files the selected cards at its end and goes on to the next card; a lane's letter right after it
    hands them over. A letter that both have means the lane where the cards filed last say none themselves, else
    the stage. `told` is called whenever what is shown of this changes.
    """

    def __init__(self, workspace: Workspace, told: Callable[[], None]) -> None:
        self._workspace = workspace
        self._told = told
        self._last: Filed | None = None  # a lane's letter may still follow
        self._done: list[Filed] = []
        self._is_own = False
        self._worked_in: tuple[str, Lane] | None = None
        self.typed = ""
        """The first letters of keys that have several."""
        workspace.selected.connect(self._follow)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The selected cards of the tray."""
        cards = (each for each in self._workspace.selection if isinstance(each, Touchpoint))
        return tuple(each.id for each in cards if each.stage is None and each.map == self._workspace.map_id)

    @property
    def filed_in(self) -> str:
        """The letters of the stage that cards were just filed in, while a lane may still follow; else ""."""
        return self._last.letters if self._last is not None else ""

    def example(self) -> tuple[str, str]:
        """Return the letters that lead to where somebody worked last, else to the last stage and the first lane."""
        if not self._workspace.has_map:
            return "", ""
        journey = self._workspace.document.journey(self._workspace.map_id)
        stages, lanes = stage_letters(journey), lane_letters(journey)
        stage, lane = self._worked_in or ("", None)
        last_stage, first_lane = next(reversed(stages.values()), ""), next(iter(lanes.values()), "")
        return stages.get(stage, last_stage), lanes.get(lane, first_lane) if lane else first_lane

    def press(self, letter: str) -> None:
        """Do what a letter or a digit means."""
        journey = self._workspace.document.journey(self._workspace.map_id)
        stages = {letters: stage for stage, letters in stage_letters(journey).items()}
        lanes = {letters: lane for lane, letters in lane_letters(journey).items()} if self._last is not None else {}
        typed = self.typed + letter.upper()
        begins_stage = any(each.startswith(typed) for each in stages)
        asks = self._last is not None and self._last.asks
        if typed in lanes and (asks or not begins_stage):
            self._hand_over(lanes[typed])
        elif typed in stages:
            self._file(stages[typed], typed)
        elif begins_stage or any(each.startswith(typed) for each in lanes):
            self.typed = typed
        else:
            self.typed = ""
            self._say(_("No stage or lane has the letter {letter}.").format(letter=typed))
        self._told()

    def rest(self) -> bool:
        """Leave the cards filed last in their lane. Returns whether a lane could have followed."""
        was = bool(self._last or self.typed)
        self._last, self.typed = None, ""
        if was:
            self._told()
        return was

    def back(self) -> bool:
        """Go one step back: forget letters, or take back what was filed last. Returns whether there was any."""
        if self.typed:
            self.typed = ""
            self._told()
            return True
        history = self._workspace.history
        top = history.steps[history.position - 1] if history.position else None
        if not self._done or top is None or top.join != self._done[-1].join:
            self._done.clear()
            return self.rest()
        filed = self._done.pop()
        self._last = None
        self._workspace.undo()
        self._select(filed.cards)
        self._told()
        return True

    def merge(self, ids: Sequence[str] | None = None) -> None:
        """Merge cards with what says the same on the map or before them in the tray."""
        document = self._workspace.document
        twins = duplicates_of(document.journey(self._workspace.map_id))
        cards = tuple(each for each in (self.chosen if ids is None else ids) if each in twins)
        if not cards:
            self._say(_("Nothing on the map says the same as this card."))
            return
        following, join = self._after(cards), f"tray {next(_steps)}"
        with document.transaction(_("Merge duplicate") if len(cards) == 1 else _("Merge duplicates"), join):
            for each in cards:
                join_touchpoints(document, twins[each], (each,))
        self._last = None
        self._done.append(Filed(cards, "", join))
        self._select(following or (twins[cards[0]],))
        self._told()

    def remove(self) -> None:
        """Remove the selected cards and go on to the next."""
        cards = self.chosen
        if cards:
            following = self._after(cards)
            remove(self._workspace.document, cards)
            self._select(following)

    def _file(self, stage: str, letters: str) -> None:
        document, cards = self._workspace.document, self.chosen
        self.typed = ""
        if not cards:
            waits = self._workspace.document.journey(self._workspace.map_id).tray
            self._say(_("Select a card of the tray to file it.") if waits else _("Nothing waits for a place."))
            return
        following, join = self._after(cards), f"tray {next(_steps)}"
        waiting = [each for card in cards if isinstance(each := document.records[card], Touchpoint)]
        by = lanes_by(document.journey(self._workspace.map_id).map)
        asks = any(not says_lane(each, by) for each in waiting)
        with document.transaction(_("File card") if len(cards) == 1 else _("File cards"), join):
            move_touchpoints(document, cards, last_slot(document, stage))
        self._last = Filed(cards, letters, join, asks)
        self._done.append(self._last)
        self._select(following or cards)

    def _hand_over(self, lane: Lane) -> None:
        assert self._last is not None
        document, last = self._workspace.document, self._last
        self._last, self.typed = None, ""
        cards = [each for each in last.cards if each in document.records]
        with document.transaction(_("File card"), last.join):
            hand_over(document, cards, lane)

    def _after(self, cards: Sequence[str]) -> tuple[str, ...]:
        """Return the card that comes after some, else the one before them; none where nothing else is left."""
        ids = [each.id for each in self._workspace.document.journey(self._workspace.map_id).tray]
        places = [ids.index(each) for each in cards if each in ids]
        rest = [*ids[max(places, default=-1) + 1 :], *reversed(ids[: max(places, default=0)])]
        return tuple(each for each in rest if each not in cards)[:1]

    def _select(self, ids: Sequence[str]) -> None:
        self._is_own = True
        self._workspace.session.select(ids)
        self._is_own = False

    def _follow(self) -> None:
        """Remember where somebody works; who selects something else has done with the cards filed last."""
        current = self._workspace.current
        if isinstance(current, Touchpoint) and current.stage is not None:
            self._worked_in = (current.stage, lane_shown(self._workspace.document.records, current))
        if not self._is_own:
            self.rest()
        self._told()

    def _say(self, sentence: str) -> None:
        self._workspace.noticed.emit(sentence)
