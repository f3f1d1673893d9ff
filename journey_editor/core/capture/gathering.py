"""What gathers while a line is read: texts that grow word by word, names, and the pieces of the line."""

from dataclasses import dataclass, field

from journey_editor.core.capture.captured import Piece
from journey_editor.core.capture.names import ENDS
from journey_editor.core.capture.text import Line


@dataclass(eq=False, slots=True)
class Growing:
    """A text that takes words: the title, a note, an opportunity, or the name of a metric or a stage."""

    role: str
    severity: int | None = None
    words: list[str] = field(default_factory=list[str])
    says: bool = False

    def add(self, word: str, glued: bool = False) -> None:
        """Take a word; one that is glued follows without a blank."""
        if self.words and not glued:
            self.words.append(" ")
        self.words.append(word)
        self.says = self.says or not glued or any(letter not in ENDS for letter in word)

    @property
    def text(self) -> str:
        """The words so far; "" where there is no more than marks that a name left over."""
        return "".join(self.words) if self.says else ""


class Pieces:
    """The pieces of a line, in order; text that goes on makes its piece longer."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._roles: list[str] = []
        self._places: list[tuple[int, int]] = []
        self._new: set[int] = set()
        self._last: Growing | None = None

    def add(self, role: str, start: int, end: int, is_new: bool = False, grows: Growing | None = None) -> int:
        """Add a piece, of a text that may grow; return its number."""
        if is_new:
            self._new.add(len(self._roles))
        self._roles.append(role)
        self._places.append((start, end))
        self._last = grows
        return len(self._roles) - 1

    def grow(self, text: Growing, start: int, end: int) -> None:
        """Add a stretch to the last piece where that is of the same text, else a new one."""
        if self._last is text:
            self._places[-1] = self._places[-1][0], end
        else:
            self.add(text.role, start, end, grows=text)

    def mark_new(self, number: int) -> None:
        """Say that a piece is a name that is not known yet."""
        self._new.add(number)

    def all(self) -> tuple[Piece, ...]:
        """Return the pieces by where they were typed."""
        spans = (self._line.span(*place) for place in self._places)
        return tuple(
            Piece(role, start, end, number in self._new)
            for number, (role, (start, end)) in enumerate(zip(self._roles, spans, strict=True))
        )
