"""What the program finds in the map that is shown: looked for when hands rest, told to all who show it.

Nothing of it happens between a key and the painted map. A moment after the last edit the map is looked at in steps of
some milliseconds, from turn to turn of the event loop, on the frozen journey; the next edit ends that and begins the
moment anew. It is not done in a thread: that would take Python's lock from the hands for longer than such a step takes.
"""

from collections.abc import Callable
from datetime import date
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from journey_editor.core.document import Document, Event
from journey_editor.core.records import JourneyMap
from journey_editor.core.session import Session
from journey_editor.insight.case import case_of
from journey_editor.insight.finding import Finding, Key
from journey_editor.insight.overview import Overview, Steps, overview_steps

SOON = 60  # ms after the last edit
TURN = 0.004  # seconds of work in a turn


class Findings(QObject):
    """The findings and numbers of the map that is shown; `changed` tells that `overview` is another one.

    Nothing is looked for before `begin`: what it needs is imported after the window is shown.
    """

    changed = Signal()

    def __init__(self, document: Document, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._document, self._session, self._today = document, session, today
        self.overview: Overview | None = None
        self._by_key: dict[Key, Finding] | None = None
        self._map_id = session.map_id
        self._begun = False
        self._steps: Steps | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SOON)
        self._rest.timeout.connect(self._start)
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._turn)
        document.listen(self._hear)
        session.listen(self._follow_map)

    def begin(self) -> None:
        """Look at the map from now on."""
        if not self._begun:
            self._begun = True
            self._rest.start()

    def hold(self) -> None:
        """Wait on: somebody types. What was looked at already is not looked at again."""
        if self._begun and not self.is_current:
            self._turns.stop()
            self._rest.start()

    @property
    def is_current(self) -> bool:
        """Whether all of the map as it is now was looked at."""
        return self._begun and not self._rest.isActive() and self._steps is None

    def settle(self) -> None:
        """Look at the map as it is now, at once."""
        self._begun = True
        self._rest.stop()
        self._give_up()
        self._start()
        while self._steps is not None:
            self._step()

    def known(self, key: Key) -> Finding | None:
        """Return a finding by what it is known by, whether it counts or is set aside."""
        if self._by_key is None:
            found = self.overview
            every = (*found.findings, *found.aside) if found is not None else ()
            self._by_key = {each.key: each for each in every}
        return self._by_key.get(key)

    # inside

    def _hear(self, _event: Event) -> None:
        if self._begun:
            self._give_up()
            self._rest.start()

    def _follow_map(self) -> None:
        if self._map_id != self._session.map_id:
            self._map_id = self._session.map_id
            self._give_up()
            self._take(None)
            if self._begun:
                self._rest.start()

    def _start(self) -> None:
        if self._document.in_gesture:  # what is only tried would be told
            self._rest.start()
            return
        if self._steps is not None:  # nothing was edited meanwhile
            self._turns.start()
            return
        if isinstance(self._document.records.get(self._map_id), JourneyMap):
            self._steps = overview_steps(case_of(self._document.journey, self._map_id, self._today()))
            self._turns.start()
        else:
            self._take(None)

    def _turn(self) -> None:
        end = perf_counter() + TURN
        while self._steps is not None and perf_counter() < end:
            self._step()

    def _step(self) -> None:
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration as stop:
            self._give_up()
            self._take(stop.value)

    def _give_up(self) -> None:
        self._turns.stop()
        self._steps = None

    def _take(self, found: Overview | None) -> None:
        if found is not self.overview:
            self.overview, self._by_key = found, None
            self.changed.emit()
