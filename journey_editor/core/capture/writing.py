"""Cards as capture lines: what a person would have typed for them, as far as one line can say it."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from journey_editor.core.capture.captured import Captured
from journey_editor.core.capture.known import known_in
from journey_editor.core.capture.line import read_words
from journey_editor.core.capture.names import Vocabulary
from journey_editor.core.capture.text import Line
from journey_editor.core.document import Document
from journey_editor.core.journey import Journey
from journey_editor.core.records import Note, Stage, Touchpoint, name_of
from journey_editor.core.words import channel_label

MOST = 300
"""Records of which all is told: each line is read again, and nobody waits for a copy."""

_TODAY = date(2000, 1, 1)  # no line that is written here holds a date
_PAIN = {4: "!!", 5: "!!!"}
_SIGNS = {"question": "?", "goal": "goal: ", "action": "does: ", "thought": "thinks: ", "expectation": "expects: ",
          "gain": "gain: ", "success_criterion": "done when: "}  # fmt: skip


def lines_of(document: Document, map_id: str, ids: Iterable[str]) -> str:
    """Return records of a map as lines that can be captured again: a stage's name over the lines of its touchpoints.

    What is no stage or touchpoint is a line of its words. Each line says as much as can be read from it again exactly;
    the rest is left out. Of more than `MOST` records only names are told.
    """
    chosen = dict.fromkeys(ids)
    if len(chosen) > MOST:
        records = (document.records[each] for each in chosen if each in document.records)
        return "\n".join(_plain(name_of(each)) for each in records)
    journey, known = document.journey(map_id), Vocabulary(known_in(document, map_id))
    owners = {owner.id: owner.name for owner in journey.owners}
    found: list[str] = []
    for stage in journey.stages:
        columns = journey.columns_by_stage[stage.id]
        whole = stage.id in chosen
        if whole:
            found.append(_heading(stage, known))
        found += [
            line_of(each, journey, owners, known) for column in columns for each in column if whole or each.id in chosen
        ]
    found += [line_of(each, journey, owners, known) for each in journey.tray if each.id in chosen]
    others = (document.records[each] for each in chosen if each in document.records)
    found += [_plain(name_of(each)) for each in others if not isinstance(each, Stage | Touchpoint)]
    return "\n".join(found)


def line_of(each: Touchpoint, journey: Journey, owners: Mapping[str, str], known: Vocabulary) -> str:
    """Return a touchpoint as a line: with owner, channel, feeling and notes where they are read from it again."""
    title = _plain(each.title)
    notes = [_note(note) for note in journey.notes.get(each.id, ())]
    ideas = ["+" + _plain(idea.text) for idea in journey.opportunities.get(each.id, ())]
    signs = _signs(each, owners)
    for texts, kept in itertools.product(([*ideas, *notes], []), (signs, signs[:-1], signs[:1])):
        line = " ".join([title, *(sign for sign, _ in kept), *texts]).strip()
        wanted = Captured(title=title, **{name: value for _, fields in kept for name, value in fields.items()})
        got = read_words(Line(line), known, _TODAY)
        told = ["+" + idea.text for idea in got.opportunities] + [note.text for note in got.notes]
        is_one_line = len(line.splitlines()) <= 1  # a name may hold a break
        if is_one_line and replace(got, notes=(), opportunities=()) == wanted and _all_said(texts, told):
            return line
    return title


def _signs(each: Touchpoint, owners: Mapping[str, str]) -> list[tuple[str, dict[str, Any]]]:
    """Return the signs of a line, each with the fields that it is read as: owner, channel, moment of truth, feeling."""
    found: list[tuple[str, dict[str, Any]]] = []
    owner = owners.get(each.owner or "", "")
    if each.kind == "action":
        found.append(("@-", {"alone": True}))
    elif owner:
        found.append(("@" + _name(owner), {"owner": owner}))
    if each.channel:
        found.append(("#" + _name(channel_label(each.channel)), {"channel": each.channel}))
    if each.moment is not None:
        found.append(("*", {"moment": True}))
    if each.emotion is not None:
        word = f" ({each.emotion.word})" if each.emotion.word else ""
        fields = {"valence": each.emotion.valence, "word": each.emotion.word}
        found.append((f"{each.emotion.valence:+g}{word}", fields))
    return found


def _all_said(texts: Sequence[str], told: Sequence[str]) -> bool:
    """Whether the texts of a line are read from it whole, whatever signs they have."""
    return len(texts) == len(told) and all(
        text.endswith(words) or text.strip('"') == words for text, words in zip(texts, told, strict=True)
    )


def _note(note: Note) -> str:
    text = _plain(note.text)
    if note.kind == "pain_point":
        return _PAIN.get(note.severity or 0, "!") + text
    if note.kind == "quote":
        return f'"{text}"'
    return _SIGNS.get(note.kind, "") + text


def _heading(stage: Stage, known: Vocabulary) -> str:
    name = _plain(stage.name)
    line = f"> {name}"
    return line if read_words(Line(line), known, _TODAY).stages == (name,) else name


def _name(name: str) -> str:
    return f'"{name}"' if " " in name or not name.isalnum() else name


def _plain(text: str) -> str:
    return " ".join(text.split())
