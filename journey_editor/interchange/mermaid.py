"""The text of a Mermaid user journey: read as Mermaid reads it, and mended where Mermaid would stumble."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from journey_editor.assets import _
from journey_editor.core.capture.lines import split_lines
from journey_editor.core.edits.drafts import Remark
from journey_editor.interchange.steps import Steps

HEADER = "journey"
_HEADER = re.compile(rf"{HEADER}\s*(?:$|;|%%|#|(?:title|section|accTitle|accDescr)\b)")
_OTHER = re.compile(
    r"(?:flowchart|graph)\s+(?:TB|TD|BT|RL|LR)\b|(?:sequence|class|state|er|requirement)Diagram(?:-v2)?$"
)
_FENCE = re.compile(r"\s*(?:```+|~~~+)\s*(\w*)\s*$")
_ENTITY = re.compile(r"#(\w+);")
_COMMENT = re.compile(r"#(?!\w+;)")
_BREAK = re.compile(r"<\s*/?\s*br\s*/?\s*>", re.IGNORECASE)
_STATEMENT = re.compile(r"(title|section)(?:\s+(.*)|\s*(:)\s*(.*)|)$", re.IGNORECASE | re.DOTALL)
_ACCESSIBLE = re.compile(r"acc(Title|Descr)\s*:\s*(.*)$", re.IGNORECASE)
_BLOCK = re.compile(r"accDescr\s*\{(.*)$", re.IGNORECASE)
_NUMBER = re.compile(
    r"[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|0x[0-9a-f]+|0o[0-7]+|0b[01]+)", re.IGNORECASE
)
_USUAL = re.compile("[1-5]")
_MIDDLE = 3  # the score of what is neither good nor bad
_PRIVATE = 0xE000  # letters that stand for what an entity means until the line is taken apart


@dataclass(frozen=True, slots=True)
class Task:
    """A task: where it stands, its name, valence from -2 to +2, actors, and what else stands behind it."""

    line: int
    name: str
    valence: float | None = None
    actors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Section:
    """A section and its tasks; the name is empty where tasks come before any section."""

    line: int
    name: str
    tasks: list[Task] = field(default_factory=list[Task])


@dataclass(slots=True)
class Diagram:
    """What a journey's text says, and what had to be mended in it, by line."""

    title: str = ""
    description: str = ""
    sections: list[Section] = field(default_factory=list[Section])
    remarks: list[Remark] = field(default_factory=list[Remark])


def is_journey(text: str) -> bool:
    """Whether a text is a Mermaid journey, perhaps after front matter, directives, comments, or in a fence."""
    return bool(_HEADER.match(_first_line(text)))


def other_diagram(text: str) -> str:
    """Return the word for the kind of Mermaid diagram that a text is, where it is one without a journey; else ""."""
    found = _OTHER.match(_first_line(text))
    return found[0].split()[0] if found else ""


def reading_diagram(text: str) -> Steps[Diagram | None]:
    """Read a text in steps; the result is None where it is no journey."""
    diagram = Diagram()
    body = _Body(text, diagram)
    lines = body.lines()
    number, first = next(lines, (0, ""))
    if not re.match(rf"{HEADER}(?![\w-])", first):
        return None
    reader = _Reader(diagram, lines)
    reader.read(number, first[len(HEADER) :])
    for number, line in lines:
        reader.read(number, line)
        yield number / body.count
    diagram.title = diagram.title or body.title
    diagram.remarks.sort(key=lambda remark: remark.line)
    return diagram


def _first_line(text: str) -> str:
    _number, line = next(_Body(text, Diagram()).lines(), (0, ""))
    return line


class _Body:
    """The lines of a diagram: without front matter, fences, directives and comments, each with its number."""

    def __init__(self, text: str, diagram: Diagram) -> None:
        self._all = split_lines(text.removeprefix("\ufeff"))
        self._warn: Callable[[int, str], None] = lambda line, words: diagram.remarks.append(Remark(line, words))
        self.count = max(1, len(self._all))
        self.title = ""

    def lines(self) -> Iterator[tuple[int, str]]:
        """Go through the lines that say something."""
        first, last = self._fenced()
        place = self._after_front_matter(first, last)
        in_directive = False
        while place < last:
            line = self._all[place].strip()
            place += 1
            if in_directive or line.startswith("%%{"):
                in_directive = "}%%" not in line
                line = "" if in_directive else line.partition("}%%")[2].strip()
            if line and not line.startswith("%%") and not _COMMENT.match(line):
                yield place, line

    def _fenced(self) -> tuple[int, int]:
        """Return where the diagram begins and ends: within the first fence of Markdown that holds one."""
        fences = [(place, found[1]) for place, line in enumerate(self._all) if (found := _FENCE.match(line))]
        if not fences:
            return 0, len(self._all)
        begun = next((place for place, line in enumerate(self._all) if _HEADER.match(line.strip())), len(self._all))
        if begun < fences[0][0]:
            self._warn(fences[0][0] + 1, _("the diagram ends at the fence of Markdown"))
            return 0, fences[0][0]
        opening = next((place for place, word in fences if word.lower() == "mermaid"), fences[0][0])
        closing = next((place for place, _word in fences if place > opening), len(self._all))
        self._warn(opening + 1, _("the fence of Markdown around the diagram is left out"))
        others = [place for place, word in fences if word.lower() == "mermaid" and place > closing]
        for place in others:
            self._warn(place + 1, _("only the first diagram is read"))
        return opening + 1, closing

    def _after_front_matter(self, first: int, last: int) -> int:
        """Return where the diagram goes on after front matter, whose title is kept."""
        while first < last and not self._all[first].strip():
            first += 1
        if first >= last or self._all[first].strip() != "---":
            return first
        end = next((place for place in range(first + 1, last) if self._all[place].strip() == "---"), None)
        if end is None:
            self._warn(first + 1, _("the front matter never ends; only its first line is left out"))
            return first + 1
        inner = [line for line in self._all[first + 1 : end] if line.strip()]
        if all(re.match(r"\s*(?:[\w.\"'-]+\s*:(?:\s|$)|#|- |[\]}])", line) for line in inner):
            found = (re.match(r"\s*title\s*:\s+(.+)$", line) for line in inner)
            self.title = next((each[1].strip().strip("\"'") for each in found if each), "")
        else:
            self._warn(first + 1, _("the front matter is not YAML and is left out"))
        return end + 1


class _Reader:
    """Reads the statements of a diagram one after another."""

    def __init__(self, diagram: Diagram, lines: Iterator[tuple[int, str]]) -> None:
        self._diagram, self._lines = diagram, lines
        self._meant: list[str] = []

    def read(self, number: int, line: str) -> None:
        """Read what stands on a line."""
        block = _BLOCK.match(line.strip())
        if block:
            self._read_block(number, block[1])
            return
        self._meant = []
        pieces = _ENTITY.sub(self._keep, line).split(";")
        if len(pieces) > 1:
            self._warn(number, _("the semicolon is taken as the end of a statement"))
        for piece in pieces:
            if piece.strip():
                self._read_statement(number, piece.strip())

    def _read_statement(self, number: int, words: str) -> None:
        accessible = _ACCESSIBLE.match(words)
        statement = _STATEMENT.match(words)
        if accessible:
            self._describe(accessible[1].lower(), self._plain(accessible[2]))
        elif statement:
            self._read_naming(number, statement)
        else:
            self._read_task(number, words)

    def _read_naming(self, number: int, statement: re.Match[str]) -> None:
        word, text = statement[1].lower(), statement[2] or statement[4] or ""
        if statement[3]:
            self._warn(number, _("the colon after {word} is left out").format(word=word))
        elif not text.strip():
            self._warn(number, _("nothing stands after {word}").format(word=word))
        elif word == "section" and ":" in text:
            self._warn(number, _("the colon is kept as a part of the name"))
        self._warn_of_hash(number, text)
        name = self._plain(text)
        if word == "title":
            self._diagram.title = name
        else:
            self._section(number, name)

    def _read_task(self, number: int, words: str) -> None:
        self._warn_of_hash(number, words)
        if re.match(rf"{HEADER}\b", words):
            self._warn(number, _("a task should not begin with the word journey"))
        parts = [part.strip() for part in words.split(":")]
        scored = next((place for place, part in enumerate(parts) if place and _NUMBER.fullmatch(part)), None)
        valence, notes = None, tuple[str, ...]()
        if scored is None:
            notes = self._unscored(number, parts)
            scored = min(1, len(parts) - 1) or 1
        else:
            valence, notes = self._scored(number, parts[scored])
        if scored > 1:
            self._warn(number, _("the colon is kept as a part of the name"))
        rest = ": ".join(part for part in parts[scored + 2 :] if part)
        if rest:
            self._warn(number, _("what stands behind the actors becomes a note"))
        actors = parts[scored + 1].split(",") if scored + 1 < len(parts) else []
        task = Task(
            line=number,
            name=self._plain(": ".join(parts[:scored])),
            valence=valence,
            actors=tuple(actor for each in actors if (actor := self._plain(each))),
            notes=(*notes, *([self._plain(rest)] if rest else [])),
        )
        if not self._diagram.sections:
            self._section(number, "")
        self._diagram.sections[-1].tasks.append(task)

    def _unscored(self, number: int, parts: Sequence[str]) -> tuple[str, ...]:
        """Say why a task has no feeling; what stands in the place of its score becomes a note."""
        if len(parts) == 1:
            self._warn(number, _("there is no score, so it has no feeling"))
        elif not parts[1]:
            self._warn(number, _("the score is empty, so it has no feeling"))
        else:
            score = self._plain(parts[1])
            self._warn(number, _("“{score}” is no score, so it has no feeling").format(score=score))
            return (_("Score: {score}").format(score=score),)
        return ()

    def _scored(self, number: int, written: str) -> tuple[float, tuple[str, ...]]:
        """Return the valence of a score, and a note where it is not one from 1 to 5."""
        score = _number(written)
        valence = max(-2.0, min(2.0, score - _MIDDLE))
        if _USUAL.fullmatch(written):
            return valence, ()
        self._warn(number, _("the score {score} is not one of 1 to 5").format(score=written))
        return valence, (_("Score: {score}").format(score=written),)

    def _section(self, number: int, name: str) -> None:
        sections = self._diagram.sections
        if not sections or sections[-1].name != name:
            sections.append(Section(number, name))

    def _read_block(self, number: int, first: str) -> None:
        """Read a description in braces, to where they close."""
        found, after = [first.partition("}")[0]], first.partition("}")[2]
        taken: list[tuple[int, str]] = []
        closed = "}" in first
        while not closed and (following := next(self._lines, None)):
            taken.append(following)
            closed = "}" in following[1]
            found.append(following[1].partition("}")[0])
            after = following[1].partition("}")[2]
        if not closed:
            self._warn(number, _("the description never ends; only its first line is taken"))
            found, after = found[:1] if found[0].strip() else [line for _number, line in taken[:1]], ""
        self._describe("descr", "\n".join(_BREAK.sub(" ", unescape(line)).strip() for line in found).strip())
        if after.strip():
            self.read(taken[-1][0] if taken else number, after)
        if not closed:
            for line, words in taken[0 if first.strip() else 1 :]:
                self.read(line, words)

    def _describe(self, what: str, words: str) -> None:
        before = self._diagram.description
        known = what == "title" and words == self._diagram.title
        self._diagram.description = before if known or not words else f"{before}\n{words}".strip()

    def _warn_of_hash(self, number: int, text: str) -> None:
        if "#" in text:
            self._warn(number, _("the sign # is kept as text"))

    def _keep(self, found: re.Match[str]) -> str:
        """Put one letter in the place of an entity, which is no sign whatever it means."""
        name = found[1]
        meant = unescape(f"&#{name};" if name.isdecimal() else f"&{name};")
        if meant.startswith("&"):
            return found[0].replace(";", "")
        self._meant.append(meant)
        return chr(_PRIVATE + len(self._meant) - 1)

    def _plain(self, text: str) -> str:
        """Return a text with its entities decoded and its line breaks as blanks."""
        for place, meant in enumerate(self._meant):
            text = text.replace(chr(_PRIVATE + place), meant)
        return " ".join(_BREAK.sub(" ", text).split())

    def _warn(self, number: int, words: str) -> None:
        self._diagram.remarks.append(Remark(number, words))


def _number(written: str) -> float:
    sign, digits = (-1.0, written[1:]) if written.startswith("-") else (1.0, written.removeprefix("+"))
    if digits[:2].lower() in ("0x", "0o", "0b"):
        return sign * int(digits, 0)
    return sign * float(digits)
