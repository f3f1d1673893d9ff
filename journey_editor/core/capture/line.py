"""Reading a capture line: one line of text says what a touchpoint is, or adds to one.

A sign stands at the start of a word; what is not clearly a sign is text, and nothing is ever refused.
"""

from dataclasses import replace
from datetime import date

from journey_editor.core.capture.captured import (
    Captured,
    CapturedMetric,
    CapturedNote,
    CapturedOpportunity,
    Hands,
)
from journey_editor.core.capture.gathering import Growing, Pieces
from journey_editor.core.capture.names import Known, Names, Taken, Vocabulary, bare, spelled
from journey_editor.core.capture.numbers import metric, show_of_hands, spread, valence
from journey_editor.core.capture.signs import (
    NOTE_WORDS,
    ONCE,
    SMILEYS,
    Context,
    Sign,
    is_bracketed_word,
    look,
)
from journey_editor.core.capture.text import FACES, Line, after_marks, is_list_mark
from journey_editor.core.dates import due_date

_NOTE_KINDS = frozenset(("pain_point", "question", *NOTE_WORDS.values()))
_TOLD = ONCE - {"word"}
"""What is told where it stayed text because it was said before; a second word in brackets is prose as a rule."""


def read_line(text: str, known: Known, today: date) -> Captured:
    """Read what a person typed. Any text can be read, and each of its letters is in the result or part of a sign.

    `known` are the names that the map has; dates without a year are the next ones from `today`.
    """
    return read_words(Line(text), Vocabulary(known), today)


def read_words(
    line: Line, vocabulary: Vocabulary, today: date, numbered: bool = False, learns: bool = True
) -> Captured:
    """Read the words of a line. In a numbered list its number is a list mark.

    New names join the vocabulary if it `learns`: not so while the line is still being typed.
    """
    reader = _Reader(line, vocabulary, today, numbered)
    captured = reader.read()
    if learns:
        reader.teach()
    return captured


class _Reader:
    """Reads one line from left to right, looking ahead only to see whether a sign is followed by what it needs."""

    def __init__(self, line: Line, vocabulary: Vocabulary, today: date, numbered: bool) -> None:
        self._line, self._vocabulary, self._numbered = line, vocabulary, numbered
        self._context = Context(today)
        self._pieces = Pieces(line)
        self._title = Growing("title")
        self._open = self._resumed = self._title  # the text that takes words, and the one after a metric or a stage
        self._run: Growing | None = None
        self._run_piece = 0
        self._run_is_heading = False
        self._notes: list[Growing] = []
        self._ideas: list[Growing] = []
        self._who: dict[Growing, str] = {}
        self._due: dict[Growing, date] = {}
        self._stages: list[str] = []
        self._metric: CapturedMetric | None = None
        self._owner = self._channel = self._word = ""
        self._alone = self._assumed = self._moment = self._same_time = False
        self._valence: float | None = None
        self._hands: Hands | None = None
        self._believed: float | None = None
        self._repeated: list[str] = []
        self._made: list[tuple[Names, str]] = []  # names that are known from the next line on
        self._seen: dict[tuple[int, Context], bool] = {}

    def read(self) -> Captured:
        """Read the line to its end."""
        line = self._line
        begins = after_marks(line, self._numbered)
        if begins:
            self._pieces.add("mark", 0, len(line.text[:begins].rstrip()))
        word = line.word_at(begins)
        while word < len(line):
            word = self._step(word)
        self._end_run()
        return Captured(
            title=self._title.text,
            owner=self._owner,
            alone=self._alone,
            channel=self._channel,
            stages=tuple(self._stages),
            valence=self._valence,
            hands=self._hands,
            word=self._word,
            assumed=self._assumed,
            believed=self._believed,
            moment=self._moment,
            same_time=self._same_time,
            notes=tuple(CapturedNote(each.role, each.text, each.severity) for each in self._notes),
            opportunities=tuple(
                CapturedOpportunity(each.text, self._who.get(each, ""), self._due.get(each)) for each in self._ideas
            ),
            metric=self._metric,
            repeated=tuple(self._repeated),
            pieces=self._pieces.all(),
        )

    def teach(self) -> None:
        """Let the vocabulary know the names that the line made."""
        for names, name in self._made:
            names.add(name, name)

    # text and signs, word by word

    def _step(self, word: int) -> int:
        """Take the sign at a word, or the word as text; return the next word."""
        line = self._line
        start, word_end = line.starts[word], line.ends[word]
        sign = self._sign_at(start, self._context)
        if sign is None or not self._holds(sign, replace(self._context, begins=False, passed=True)):
            self._note_repetition(start, word_end)
            self._add_text(start, word_end, line.is_glued(word), self._is_escape(start))
            self._context = replace(self._context, begins=False, after_note_word=False)
            return word + 1
        self._end_run()
        end = self._take(sign, start)
        said = self._context.said | ({sign.kind} & ONCE)
        felt = self._context.felt or sign.kind in ("valence", "hands", "word")
        has_rest = end < len(line.text) and not line.is_end(end) and line.text[end] != " "
        if has_rest:  # what is glued to a name, or the first word of a text
            follows = bool(self._open.words) or self._open is self._title
            self._add_text(end, line.ends_from(end, 1)[0], follows and not line.text[end].isalnum(), False)
        self._context = replace(
            self._context,
            begins=False,
            passed=True,
            felt=felt,
            said=said,
            after_note_word=sign.kind in NOTE_WORDS.values() and not has_rest,
        )
        return line.word_at(end)

    def _add_text(self, start: int, end: int, glued: bool, escapes: bool) -> None:
        """Let the open text take a word. A mark that escapes a sign, or the face that follows, is not part of it."""
        text = self._line.text[start:end]
        if escapes:
            text = text[1:]
        if text.endswith("\\") and self._line.text[end : end + 1] in FACES:
            text = text[:-1]
        self._pieces.grow(self._open, start, end)
        if text:
            words = self._open.words
            joins = bool(words) and words[-1][-1].isalnum() and text[0].isalnum()  # a face stood between
            self._open.add(text, glued and not joins)

    def _is_escape(self, start: int) -> bool:
        """Whether a backslash at a place keeps a sign or a list mark behind it from being one."""
        text, place = self._line.text, start
        while text[place : place + 1] == "\\":
            place += 1
        if place == start or text[place : place + 1] in ("", " ", *FACES):
            return False
        if self._context.begins and is_list_mark(self._line, place, self._numbered):
            return True
        context = replace(self._context, said=frozenset())
        sign = look(self._line, place, context, self._vocabulary)
        return sign is not None and self._holds(sign, replace(context, begins=False, passed=True))

    def _note_repetition(self, start: int, end: int) -> None:
        if not self._context.said:
            return
        sign = self._sign_at(start, replace(self._context, said=frozenset()))
        if sign is not None and sign.kind in _TOLD & self._context.said:
            self._repeated.append(self._line.text[start:end])

    # looking ahead

    def _sign_at(self, start: int, context: Context) -> Sign | None:
        if start and self._line.text[start] in FACES and self._line.text[start - 1] == "\\":
            return None
        return look(self._line, start, context, self._vocabulary)

    def _holds(self, sign: Sign, context: Context) -> bool:
        """Whether a sign is followed by what it needs."""
        if not sign.needs:
            return True
        if sign.needs == "end" and sign.end < len(self._line.text) and not self._line.is_end(sign.end):
            return False
        follows = self._follows(self._line.word_at(sign.end), _after(sign, context))
        return follows if sign.needs == "end" else not follows

    def _follows(self, word: int, context: Context) -> bool:
        """Whether at a word the line ends or another sign stands. Each word is looked at once in a context."""
        pending: list[tuple[tuple[int, Context], bool]] = []
        while True:
            key = word, context
            if word >= len(self._line):
                found = True
            elif key in self._seen:
                found = self._seen[key]
            else:
                start = self._line.starts[word]
                sign = self._sign_at(start, context)
                if sign is not None and sign.needs:
                    ends = sign.end >= len(self._line.text) or self._line.is_end(sign.end)
                    if ends or sign.needs == "text":
                        pending.append((key, sign.needs == "text"))
                        word, context = self._line.word_at(sign.end), _after(sign, context)
                        continue
                    sign = None
                found = sign is not None or is_bracketed_word(self._line, start)
                self._seen[key] = found
            break
        for key, is_inverted in reversed(pending):
            found = found != is_inverted
            self._seen[key] = found
        return found

    # taking signs

    def _take(self, sign: Sign, start: int) -> int:
        """Take a sign and return where it ends, with the name that it takes."""
        match sign.kind:
            case "owner" | "channel" | "who":
                return self._take_name(sign, start)
            case "stage" | "heading":
                return self._take_stage(sign, start)
            case "opportunity" | "metric":
                self._take_text(sign, start)
            case kind if kind in _NOTE_KINDS:
                self._take_text(sign, start)
            case "quote":
                closes, end = self._line.quotation(start) or (sign.end, sign.end)
                quote = Growing("quote")
                quote.add(self._line.text[start + 1 : closes].strip())
                self._notes.append(quote)
                self._pieces.add("quote", start, end)
            case _:
                self._take_value(sign, self._line.text[start : sign.end])
                self._pieces.add(sign.kind, start, sign.end)
        return sign.end

    def _take_name(self, sign: Sign, start: int) -> int:
        if self._line.text[start : sign.end] == "@-":
            self._alone = True
            self._pieces.add("alone", start, sign.end)
            return sign.end
        names = self._vocabulary.channels if sign.kind == "channel" else self._vocabulary.owners
        taken = self._name_at(names, sign.end)
        if sign.kind == "who":
            self._who[self._resumed] = taken.name
        elif sign.kind == "owner":
            self._owner = taken.name
        else:
            self._channel = taken.name
        if taken.is_new and sign.kind != "who":
            self._made.append((names, taken.name))
        self._pieces.add(sign.kind, start, taken.end, taken.is_new and sign.kind != "who")
        return taken.end

    def _name_at(self, names: Names, start: int) -> Taken:
        text, quotation = self._line.text, self._line.quotation(start)
        if quotation is None:
            return names.at(text, start, self._line.ends_from(start))
        closes, end = quotation
        typed = text[start + 1 : closes].strip()
        meaning = names.meant_by(typed)
        return Taken(meaning or spelled(typed) or typed, end, meaning is None)

    def _take_stage(self, sign: Sign, start: int) -> int:
        is_heading = sign.kind == "heading"
        stages, ends = self._vocabulary.stages, self._line.ends_from(sign.end)
        known = None if is_heading else stages.longest_at(self._line.text, sign.end, ends)
        if known:
            self._stages.append(known.name)
            self._pieces.add("stage", start, known.end)
            return known.end
        self._run = self._open = Growing("stage")
        self._run_is_heading = is_heading
        self._run_piece = self._pieces.add("stage", start, sign.end, grows=self._run)
        return sign.end

    def _take_text(self, sign: Sign, start: int) -> None:
        """Open the text of a note, an opportunity or a metric."""
        text = Growing(sign.kind)
        if sign.kind == "metric":
            self._run = self._open = text
        else:
            (self._ideas if sign.kind == "opportunity" else self._notes).append(text)
            self._open = self._resumed = text
            if sign.kind == "pain_point":
                text.severity = {1: None, 2: 4}.get(sign.end - start, 5)
        self._pieces.add(sign.kind, start, sign.end, grows=text)
        self._context = _after(sign, self._context)

    def _take_value(self, sign: Sign, word: str) -> None:
        match sign.kind:
            case "valence":
                value = FACES.get(word, SMILEYS.get(word))
                self._valence, self._hands = (valence(word) if value is None else value), None
            case "hands":
                self._hands = show_of_hands(word)
                self._valence = spread(self._hands).median if self._hands else None
            case "word":
                self._word = word[1:-1].strip()
                if self._valence is None:
                    self._valence = self._vocabulary.feeling(self._word)
            case "believed":
                self._believed = valence(word[1:])
            case "due":
                if (day := due_date(word[1:], self._context.today)) is not None:
                    self._due[self._resumed] = day
            case "assumed":
                self._assumed = True
            case "moment":
                self._moment = True
            case _:
                self._same_time = True

    def _end_run(self) -> None:
        """Let a metric or a stage have the text that it took, and return to the text before it."""
        run, self._run, self._open = self._run, None, self._resumed
        if run is None:
            return
        if run.role == "metric":
            self._metric = metric(run.text)
            return
        stages, name = self._vocabulary.stages, run.text
        meaning = stages.meant_by(name) or stages.meant_by(bare(name))
        if meaning is None and not self._run_is_heading and (short := stages.short_at(name, 0, (len(name),))):
            meaning = short.name
        if meaning is None:
            meaning = spelled(bare(name)) or name
            self._made.append((stages, meaning))
            self._pieces.mark_new(self._run_piece)
        self._stages.append(meaning)


def _after(sign: Sign, context: Context) -> Context:
    """Return what is said before the text of a sign that takes one."""
    if sign.needs == "end":
        return context
    return replace(
        context,
        begins=False,
        passed=True,
        in_idea=sign.kind == "opportunity" or (sign.kind in ("metric", "heading") and context.in_idea),
        after_note_word=sign.kind in NOTE_WORDS.values(),
    )
