"""Tags of stages, touchpoints and opportunities: added to and taken from many at once, as one step."""

from collections.abc import Iterable, Sequence

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.records import Opportunity, Record, Stage, Touchpoint
from journey_editor.core.showing import tag_key, tags_of

Taggable = Stage | Touchpoint | Opportunity


def taggable(document: Document, ids: Iterable[str]) -> tuple[Taggable, ...]:
    """Return those of some records that can have tags; what is something else, or gone, is left out."""
    found = (document.records.get(each) for each in dict.fromkeys(ids))
    return tuple(each for each in found if isinstance(each, Taggable))


def typed_tags(words: str) -> tuple[str, ...]:
    """Return the tags that somebody typed, with commas or new lines between them, each once."""
    found: dict[str, str] = {}
    for word in words.replace("\n", ",").replace(";", ",").split(","):
        tag = " ".join(word.split()).removeprefix("#").strip()
        if tag:
            found.setdefault(tag_key(tag), tag)
    return tuple(found.values())


def add_tags(document: Document, ids: Sequence[str], tags: Sequence[str]) -> int:
    """Add tags to records behind those they have; return how many records got any.

    A tag that is written otherwise elsewhere in the file is written as it is there.
    """
    known = {tag_key(tag): tag for tag in tags_of(document.records.values())}
    wanted = [known.get(tag_key(tag), tag) for tag in tags]
    changed = 0
    with document.transaction(_("Add tag")):
        for each in taggable(document, ids):
            has = {tag_key(tag) for tag in each.tags}
            new = tuple(tag for tag in wanted if tag_key(tag) not in has)
            if new:
                document.put(each.with_(tags=(*each.tags, *new)))
                changed += 1
    return changed


def remove_tag(document: Document, ids: Sequence[str], tag: str) -> int:
    """Take a tag away from records, however they write it; return how many had it."""
    changed = 0
    with document.transaction(_("Remove tag")):
        for each in taggable(document, ids):
            left = tuple(other for other in each.tags if tag_key(other) != tag_key(tag))
            if left != each.tags:
                document.put(each.with_(tags=left))
                changed += 1
    return changed


def shared_tags(records: Iterable[Record]) -> tuple[tuple[str, bool], ...]:
    """Return the tags of records in the order in which they come, each with whether all of them have it."""
    tagged = [each for each in records if isinstance(each, Taggable)]
    found: dict[str, str] = {}
    counts: dict[str, int] = {}
    for each in tagged:
        for key in {tag_key(tag) for tag in each.tags}:
            counts[key] = counts.get(key, 0) + 1
        for tag in each.tags:
            found.setdefault(tag_key(tag), tag)
    return tuple((tag, counts[key] == len(tagged)) for key, tag in found.items())
