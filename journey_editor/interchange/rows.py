"""The rows of a table as what they make on a map."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journey_editor.assets import _
from journey_editor.core.capture.captured import Captured, CapturedMetric, CapturedNote, CapturedOpportunity
from journey_editor.core.capture.names import Known, folded
from journey_editor.core.capture.numbers import metric
from journey_editor.core.edits.drafts import Entry, Remark
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.core.words import channel_named
from journey_editor.interchange.feelings import Feeling, feeling_of
from journey_editor.interchange.headings import Role, is_many
from journey_editor.interchange.shapes import Shape, oriented
from journey_editor.interchange.tables import Rows

_ITEM_MARK = re.compile(r"^\s*(?:[-*•–·]\s+|\d{1,3}[.)]\s+)")
_COMMA = re.compile(r",\s+(?![^(]*\))|\s*/\s*(?=\w{3})(?![^(]*\))")
_BETWEEN_OWNERS = re.compile(r"\s*(?:[,;\n]|\s\+\s|\s&\s|\s/\s)\s*")
_NOBODY = frozenset(("-", "–", "—", "n/a", "none", "keiner", "niemand", "?"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A row of a table: what it makes on a map, and what of it was not understood."""

    row: int
    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]


@dataclass(slots=True)
class _Said:
    """What the cells of one row say, by what the columns are taken for."""

    stage: str
    titles: list[str]
    owners: list[str]
    channel: str
    feelings: list[Feeling]
    when: str
    notes: list[CapturedNote]
    opportunities: list[CapturedOpportunity]
    metrics: list[CapturedMetric]


def readings(rows: Rows, shape: Shape, known: Known) -> Iterator[Reading]:
    """Read the rows of a table one by one; those without words are left out.

    Rows are numbered from 1 as they were pasted; where stages run across it is the columns that are numbered.
    A row without a stage belongs to that of the row above. Where each stage has one row that names several
    touchpoints, what the row says beside them belongs to the stage.
    """
    turned = oriented(rows, shape.across)
    body = turned[1:] if shape.has_headings else turned
    table = _Table(shape, turned[0] if shape.has_headings and turned else (), known, body)
    for number, cells in enumerate(body, start=2 if shape.has_headings else 1):
        if any(cells):
            yield table.read(number, cells)


class _Table:
    """Knows what the columns of a table say, and reads its rows."""

    def __init__(self, shape: Shape, headings: Sequence[str], known: Known, body: Rows) -> None:
        self._roles, self._headings, self._known = shape.roles, headings, known
        self._used = {folded(word): valence for word, valence in known.feelings.items()}
        self._owners = {folded(name) for name in known.owners}
        self._stage = ""
        self._is_by_stage = self._told_by_stage(body)
        numbers = [
            cell for row in body[:1000] for cell, role in zip(row, self._roles, strict=False) if role == "feeling"
        ]
        self._is_one_to_five = _is_one_to_five(numbers)

    def read(self, number: int, cells: Sequence[str]) -> Reading:
        """Read one row."""
        remarks: list[Remark] = []
        said = self._said(number, cells, remarks)
        if self._is_by_stage and said.stage:
            return Reading(number, tuple(self._stage_entries(number, said)), tuple(remarks))
        title = "\n".join(said.titles) if len(said.titles) == 1 else " · ".join(said.titles)
        owner, *others = said.owners or [""]
        if not (said.stage or self._stage):  # there is nothing that they could contribute to
            said.notes += [CapturedNote("other", each) for each in others]
            others = []
        entry = Entry(number, self._captured(said, title, owner), self._entered(said), False, said.when, tuple(others))
        more = (Entry(number, Captured(metric=each)) for each in said.metrics[1:])
        return Reading(number, (entry, *more), tuple(remarks))

    def _stage_entries(self, number: int, said: _Said) -> Iterator[Entry]:
        """Return what a row makes that tells of a whole stage and the touchpoints in it."""
        owner, *others = said.owners or [""]
        feelings = list(said.feelings)
        beyond = feelings[len(said.titles) :] if said.titles else []
        notes = [*said.notes, *(CapturedNote("other", _told(each)) for each in beyond)]
        metrics = said.metrics
        of_stage = Captured(
            owner=owner, notes=tuple(notes), opportunities=tuple(said.opportunities), metric=_first(metrics)
        )
        yield Entry(number, of_stage, self._entered(said), False, said.when, tuple(others))
        yield from (Entry(number, Captured(metric=each)) for each in metrics[1:])
        for place, title in enumerate(said.titles or ([""] if feelings else [])):
            feeling = feelings[place] if place < len(feelings) else None
            yield Entry(number, _felt(Captured(title=title, channel=said.channel), feeling))

    def _captured(self, said: _Said, title: str, owner: str) -> Captured:
        feeling = _joined(said.feelings)
        found = Captured(
            title=title,
            owner="" if folded(owner) in _NOBODY else owner,
            channel=said.channel,
            notes=tuple(said.notes),
            opportunities=tuple(said.opportunities),
            metric=_first(said.metrics),
        )
        return _felt(found, feeling)

    def _entered(self, said: _Said) -> str:
        """Return the stage that a row goes to, "" where it only stays in the one of the row above."""
        if not said.stage or (folded(said.stage) == folded(self._stage) and (said.titles or not self._is_by_stage)):
            return ""
        self._stage = said.stage
        return said.stage

    def _said(self, number: int, cells: Sequence[str], remarks: list[Remark]) -> _Said:
        said = _Said("", [], [], "", [], "", [], [], [])
        for place, role in enumerate(self._roles):
            cell = cells[place].strip() if place < len(cells) else ""
            if len(cell) > TEXT_LIMIT:
                words = _("a cell of more than {limit} characters is cut")
                remarks.append(Remark(number, words.format(limit=f"{TEXT_LIMIT:,}")))
                cell = cell[:TEXT_LIMIT]
            if cell and role:
                self._take(
                    said, role, cell, self._headings[place] if place < len(self._headings) else "", remarks, number
                )
        return said

    def _take(self, said: _Said, role: Role, cell: str, heading: str, remarks: list[Remark], number: int) -> None:
        """Let what a row says have one of its cells."""
        if role == "stage":
            said.stage = " ".join(cell.split())
        elif role == "title":
            said.titles += self._titles(cell, heading)
        elif role == "owner":
            said.owners += self._owners_in(cell)
        elif role == "channel":
            said.channel = said.channel or channel_named(" ".join(cell.split()))
        elif role == "when" and self._is_by_stage:
            said.when = " ".join(cell.split())
        elif role == "feeling":
            self._take_feelings(said, cell, remarks, number)
        elif role == "opportunity":
            said.opportunities += [CapturedOpportunity(each) for each in _items(cell)]
        elif role == "metric":
            said.metrics += [metric(" ".join(each.split())) for each in _items(cell)]
        else:  # when a single touchpoint happens is only told
            kind = (" ".join(heading.split()) or "other") if role in ("named", "when") else role
            said.notes += [CapturedNote(kind, each) for each in _items(cell)]

    def _take_feelings(self, said: _Said, cell: str, remarks: list[Remark], number: int) -> None:
        for part in (each for item in _items(cell) for each in _COMMA.split(item)):
            feeling = self._feeling(part)
            if feeling is not None:
                said.feelings.append(feeling)
                continue
            words = _("“{words}” is no feeling that is known; it is kept as a note")
            remarks.append(Remark(number, words.format(words=part[:60])))
            said.notes.append(CapturedNote("other", part))

    def _feeling(self, cell: str) -> Feeling | None:
        if self._is_one_to_five and cell.strip() in tuple("12345"):
            return Feeling(int(cell) - 3.0)
        return feeling_of(cell, lambda word: self._used.get(folded(word)))

    def _titles(self, cell: str, heading: str) -> list[str]:
        if not self._is_by_stage:
            return [" ".join(cell.split())]
        parts = _items(cell)
        if len(parts) == 1 and is_many(heading):
            parts = [each for each in _COMMA.split(parts[0]) if each.strip()]
        return [" ".join(each.split()) for each in parts]

    def _owners_in(self, cell: str) -> list[str]:
        whole = " ".join(cell.split())
        if folded(whole) in self._owners:
            return [whole]
        return [each for each in _BETWEEN_OWNERS.split(cell) if each and folded(each) not in _NOBODY]

    def _told_by_stage(self, body: Rows) -> bool:
        """Whether each row tells of one stage and may name several touchpoints in it."""
        if "stage" not in self._roles:
            return False
        place = self._roles.index("stage")
        stages = [row[place] if place < len(row) else "" for row in body if any(row)]
        if not all(stages) or len({folded(stage) for stage in stages}) < len(stages):
            return False
        if "title" not in self._roles:
            return True
        title = self._roles.index("title")
        if title < len(self._headings) and is_many(self._headings[title]):
            return True
        return any(len(_items(row[title])) > 1 for row in body if title < len(row))


def _items(cell: str) -> list[str]:
    """Return the several things that a cell says: lines, or parts between semicolons; their list marks are dropped."""
    parts = (_ITEM_MARK.sub("", part).strip() for line in cell.split("\n") for part in line.split(";"))
    return [part for part in parts if part]


def _is_one_to_five(cells: Sequence[str]) -> bool:
    """Whether feelings are counted from 1 to 5: nothing has a sign, and some are higher than +2."""
    numbers = [cell.strip() for cell in cells if cell.strip()]
    return all(each in tuple("12345") for each in numbers) and any(each in "345" for each in numbers)


def _felt(captured: Captured, feeling: Feeling | None) -> Captured:
    return captured if feeling is None else replace(captured, valence=feeling.valence, word=feeling.word)


def _joined(feelings: Sequence[Feeling]) -> Feeling | None:
    """Return one feeling for several: a number beside words counts, else the middle of the words' valences."""
    if not feelings:
        return None
    words = [each.word for each in feelings if each.word]
    numbers = [each.valence for each in feelings if not each.word] or [each.valence for each in feelings]
    middle = numbers[0] if len(words) < len(feelings) else round(2 * sum(numbers) / len(numbers)) / 2
    return Feeling(middle, ", ".join(words))


def _told(feeling: Feeling) -> str:
    return feeling.word or f"{feeling.valence:+g}"


def _first(metrics: Sequence[CapturedMetric]) -> CapturedMetric | None:
    return metrics[0] if metrics else None
