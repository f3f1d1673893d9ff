"""The vote strip: walks through what the room votes on, takes the numbers that are called, and shows who leads."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journey_editor.assets import _, marked
from journey_editor.core.document import Event
from journey_editor.core.edits.votes import Votable, give_vote, set_votes, take_vote, votable, votes_of
from journey_editor.core.records import Record, Touchpoint
from journey_editor.core.titles import called
from journey_editor.insight.votes import BALLOTS, Ballot, candidates, ranking, votes_text
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.actions.keymap import digit_of
from journey_editor.ui.floating import SHADOW
from journey_editor.ui.painter import color
from journey_editor.ui.panels.overlay import Overlay
from journey_editor.ui.panels.ranking import Ranking
from journey_editor.ui.panels.status import Sentence
from journey_editor.ui.theme import font, look_of, small_font
from journey_editor.ui.workspace import Workspace

WIDTH = 880
DIGITS = 6
_BOX, _HIGH = 88.0, 56  # pixels of the number's box and of a candidate
_NAMES = {
    "touchpoints": marked("Touchpoints"),
    "pain_points": marked("Pain points"),
    "opportunities": marked("Opportunities"),
}
_NOTHING = {
    "touchpoints": marked("There is no touchpoint to vote on yet."),
    "pain_points": marked("There is no pain point to vote on yet."),
    "opportunities": marked("There is no opportunity to vote on yet."),
}
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier  # a French keyboard types digits so
_BY_ONE = {"+": give_vote, "-": take_vote, "−": take_vote}


class Candidate(QWidget):
    """What is voted on now: its title, where it is, and its votes, large."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.title = self.where = self.number = ""
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, title: str, where: str = "", number: str = "") -> None:
        """Show other words; without a number there is nothing to count."""
        self.title, self.where, self.number = title, where, number
        self.setAccessibleName(", ".join(filter(None, (title, where, number))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self._workspace.view.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() - (_BOX + 16.0 if self.number else 0.0)
        title, small = font(16, 600) if self.number else font(), small_font()
        self._line(painter, title, look.map.ink if self.number else look.map.muted, QRectF(0, 4, room, 26), self.title)
        self._line(painter, small, look.map.muted, QRectF(0, 30, room, 20), self.where)
        if not self.number:
            return
        box = QRectF(self.width() - _BOX, 2, _BOX, _HIGH - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(look.selection))
        painter.drawRoundedRect(box, 8, 8)
        painter.setFont(font(24, 700))
        painter.setPen(color(look.map.accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.number)

    def _line(self, painter: QPainter, face: Any, ink: str, rect: QRectF, words: str) -> None:
        painter.setFont(face)
        painter.setPen(color(ink))
        shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)

    def sizeHint(self) -> QSize:
        return QSize(400, _HIGH)


class VoteStrip(Overlay):
    """Digits set the votes of the candidate that is shown, Enter goes on, and after the last comes the ranking."""

    def __init__(self, workspace: Workspace, canvas: Any) -> None:
        super().__init__(workspace, canvas, "middle", WIDTH)
        self.setObjectName("votestrip")
        self.setAccessibleName(_("Vote strip"))
        self._canvas = canvas
        self._ballot: Ballot = "touchpoints"
        self._here: str | None = None
        self._stopped: dict[Ballot, str] = {}
        self._typed = ""
        self._visit = 0
        self._map_id = workspace.map_id
        self.candidate = Candidate(workspace)
        self.ranking = Ranking(workspace)
        self.ranking.hide()
        self.ranking.chosen.connect(self._choose)
        self.hint = Sentence()
        self.hint.setFont(small_font())
        self.hint.setProperty("role", "muted")
        self.turn = QPushButton()
        self.turn.setProperty("role", "link")
        self.turn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.turn.clicked.connect(lambda: self.show_ranking(not self.shows_ranking))
        self._group = QButtonGroup(self)
        self.pills = {ballot: self._pill(ballot) for ballot in BALLOTS}
        self._lay_out()
        workspace.changed.connect(self._hear)
        workspace.selected.connect(self._follow)

    def doings(self) -> dict[str, Any]:
        """Return what the window can do with it."""
        return {"vote_strip": self.toggle}

    def shown(self) -> dict[str, Any]:
        """Return whether it is on."""
        return {"vote_strip": lambda: self.is_open}

    @property
    def shows_ranking(self) -> bool:
        """Whether the ranking is shown instead of a candidate."""
        return not self.ranking.isHidden()

    @property
    def ballot(self) -> Ballot:
        """What is voted on."""
        return self._ballot

    def open(self) -> None:
        """Begin at what is selected, else at the first candidate."""
        current = self._workspace.session.current
        chosen: list[Ballot] = [each for each in BALLOTS if any(one.id == current for one in self._candidates(each))]
        self._map_id = self._workspace.map_id
        self.show_ranking(False)
        super().open()
        self.vote_on(chosen[0] if chosen else self._ballot)

    def vote_on(self, ballot: Ballot) -> None:
        """Take up a ballot: at what is selected, else where one stopped, else at its first candidate."""
        self._ballot = ballot
        self.pills[ballot].setChecked(True)
        found = {each.id: each for each in self._candidates()}
        if not self.shows_ranking:
            asked = (self._workspace.session.current or "", self._stopped.get(ballot, ""), *found)
            self._go(next((found[each] for each in asked if each in found), None))
        self.refresh()

    def step(self, way: int) -> None:
        """Go to the next candidate or the one before; after the last comes the ranking."""
        found = self._candidates()
        ids = [each.id for each in found]
        place = ids.index(self._here) + way if self._here in ids else 0
        if place >= len(found):
            self.show_ranking(True)
        elif found:
            self._go(found[max(0, place)])

    def show_ranking(self, is_shown: bool) -> None:
        """Show who leads, or count on where one stopped."""
        self._typed = ""
        self.ranking.setVisible(is_shown)
        if is_shown:
            self.ranking.setCurrentRow(0)
        self.refresh()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Take digits here, arrows in the ranking."""
        (self.ranking if self.shows_ranking and self.ranking.count() else self).setFocus()

    def refresh(self) -> None:
        """Show what is so now."""
        found = self._candidates()
        if self.shows_ranking:
            self._show_places(found)
        else:
            self._show_candidate(found)
        self.arrange()

    def _show_places(self, found: Sequence[Votable]) -> None:
        places = ranking(found)
        self.ranking.show_placings(places)
        self.candidate.show_words(_("Nobody has voted yet."))
        self.candidate.setVisible(not places)
        total = votes_text(sum(each.votes for each in places))
        self.hint.setText(SEPARATOR.join(filter(None, (total, _("Enter goes there · Backspace counts on")))))
        self.turn.setText(_("Count on"))

    def _show_candidate(self, found: Sequence[Votable]) -> None:
        record = self._record()
        if record is None:
            self.candidate.show_words(_(_NOTHING[self._ballot]))
        else:
            place = next((index for index, each in enumerate(found) if each.id == record.id), 0)
            counted = _("{place} of {all}").format(place=place + 1, all=len(found))
            where = where_of(record, self._workspace.document.records)
            said = SEPARATOR.join(filter(None, (counted, where)))
            self.candidate.show_words(called(record), said, str(votes_of(record)))
        self.candidate.show()
        self.hint.setText(_("Type a number · Enter next · ↑ back"))
        self.turn.setText(_("Ranking"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = digit_of(event) if not event.modifiers() & ~_PLAIN else None
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
            self.vote_on(BALLOTS[(BALLOTS.index(self._ballot) + ways[Qt.Key(key)]) % len(BALLOTS)])
        elif self.shows_ranking:
            if key == Qt.Key.Key_Backspace:
                self.show_ranking(False)
        elif digit is not None:
            self._type(f"{self._typed}{digit}")
        elif key == Qt.Key.Key_Backspace:
            record = self._record()
            self._type((self._typed or str(votes_of(record) if record else ""))[:-1])
        elif key in _ON:
            self.step(1)
        elif key == Qt.Key.Key_Up:
            self.step(-1)
        elif key == Qt.Key.Key_End:
            self.show_ranking(True)
        elif event.text() in _BY_ONE and self._here is not None:
            _BY_ONE[event.text()](self._workspace.document, (self._here,))
        super().keyPressEvent(event)

    # inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        for pill in self.pills.values():
            head.addWidget(pill)
        head.addSpacing(8)
        head.addWidget(self.hint, 1)
        head.addWidget(self.turn)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 12, SHADOW + 10, SHADOW + 12, SHADOW + 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.candidate)
        column.addWidget(self.ranking)

    def _pill(self, ballot: Ballot) -> QPushButton:
        pill = QPushButton(_(_NAMES[ballot]))
        pill.setProperty("role", "pill")
        pill.setCheckable(True)
        pill.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pill.clicked.connect(lambda: self.vote_on(ballot))
        self._group.addButton(pill)
        return pill

    def _candidates(self, ballot: Ballot | None = None) -> tuple[Votable, ...]:
        workspace = self._workspace
        if not workspace.has_map:
            return ()
        return candidates(workspace.document.journey(workspace.map_id), ballot or self._ballot)

    def _record(self) -> Votable | None:
        return next(iter(votable(self._workspace.document, (self._here or "",))), None)

    def _type(self, digits: str) -> None:
        """Take digits as the votes of the candidate; all that are typed in a row are one step of undo."""
        if self._here is None or len(digits) > DIGITS:
            return
        self._typed = digits
        set_votes(self._workspace.document, (self._here,), int(digits or 0), f"votes {self._here} {self._visit}")

    def _go(self, record: Record | None) -> None:
        """Show a candidate here and on the map, where nothing of the strip lies over it."""
        self._here, self._typed = (record.id if record else None), ""
        self._visit += 1
        if record is not None:
            self._stopped[self._ballot] = record.id
            self._workspace.session.select((record.id,))
            self._reveal(record)
        self.refresh()

    def _reveal(self, record: Record) -> None:
        """Scroll the map so that a record, or what it hangs on, stands above the strip."""
        element = self._canvas.element_of(record.id) or self._canvas.element_of(record.__dict__.get("on", ""))
        if element is not None:
            rect, covered = element.rect, self.height() / self._canvas.scale_now
            self._canvas.reveal(QRectF(rect.x, rect.y, rect.width, rect.height + covered))

    def _choose(self, record_id: str, is_done: bool) -> None:
        """Go from the ranking to a record; with Enter that ends the strip."""
        if is_done:
            self.put_away()
        for record in votable(self._workspace.document, (record_id,)):
            self._here = record_id
            self._workspace.session.select((record_id,))
            self._reveal(record)

    def _hear(self, event: Event) -> None:
        if not self.is_open:
            return
        if event.origin != "user":
            self._typed = ""
        if self._record() is None and event.origin != "preview":
            self._go(next(iter(self._candidates()), None))
        self.refresh()

    def _follow(self) -> None:
        """Take up what is selected elsewhere, and the keyboard with it: a number is called for it next."""
        if not self.is_open:
            return
        current = self._workspace.session.current
        if self._workspace.map_id != self._map_id:
            self.put_away()
        elif current not in (None, self._here) and any(each.id == current for each in self._candidates()):
            self._here, self._typed = current, ""
            self._visit += 1
            self.refresh()
            QTimer.singleShot(0, self, self._take_back)

    def _take_back(self) -> None:
        if self.is_open:
            self.take_keyboard()


def where_of(record: Record, records: Mapping[str, Record]) -> str:
    """Return where something that is voted on is: its stage, or what it hangs on."""
    place = records.get((record.stage if isinstance(record, Touchpoint) else record.__dict__.get("on")) or "")
    return called(place) if place is not None else ""
