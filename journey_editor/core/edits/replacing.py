"""Putting other words in the place of those that were found."""

from collections.abc import Iterable

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.finding import Hit
from journey_editor.core.records import Record
from journey_editor.core.texts import TextPath, texts_of, with_texts
from journey_editor.core.titles import in_line, shortened
from journey_editor.core.values import TEXT_LIMIT

SHOWN = 24
"""Letters of the words that the label of undo repeats."""


class TooLong(ValueError):
    """A text would become longer than a file may hold; `record` is the id of its record."""

    def __init__(self, record: str) -> None:
        self.record = record
        super().__init__(_("A text would become longer than {limit} characters.").format(limit=f"{TEXT_LIMIT:,}"))


def replace(document: Document, hits: Iterable[Hit], by: str) -> int:
    """Put words in the place of each hit, in one step of undo; return how many were replaced.

    A hit whose text has changed since, or whose record is gone, is left alone, and all are where a guard refused it.
    Ids and words of the format are never touched, since they are never found. Raises TooLong, and nothing is changed.
    """
    by_record: dict[str, dict[TextPath, list[Hit]]] = {}
    first = ""
    for hit in hits:
        first = first or in_line(hit.text[hit.start : hit.end])
        by_record.setdefault(hit.record, {}).setdefault(hit.path, []).append(hit)
    count = 0
    with document.transaction(_("Replace “{words}”").format(words=shortened(first, SHOWN))) as attempt:
        for record_id, by_path in by_record.items():
            record = document.records.get(record_id)
            if record is not None:
                texts, replaced = _replaced(record, by_path, by)
                document.put(with_texts(record, texts))
                count += replaced
    return 0 if attempt.is_refused else count


def _replaced(record: Record, by_path: dict[TextPath, list[Hit]], by: str) -> tuple[dict[TextPath, str], int]:
    """Return the new texts of a record, and how many hits they come from."""
    now = dict(texts_of(record))
    texts: dict[TextPath, str] = {}
    count = 0
    for path, hits in by_path.items():
        fitting = [hit for hit in hits if hit.text == now.get(path)]
        if not fitting:
            continue
        text = now[path]
        for hit in sorted(fitting, key=lambda each: each.start, reverse=True):
            text = text[: hit.start] + by + text[hit.end :]
        if len(text) > TEXT_LIMIT:
            raise TooLong(record.id)
        texts[path] = text
        count += len(fitting)
    return texts, count
