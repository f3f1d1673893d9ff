"""Making one touchpoint of several: cards that follow each other, or what was written down twice."""

from collections.abc import Sequence
from typing import Any, TypeVar

from journey_editor.assets import _, ngettext
from journey_editor.core.document import Document
from journey_editor.core.duplicates import alike
from journey_editor.core.edits.attachments import attach_next, hang_over
from journey_editor.core.edits.leftovers import JOINT, said, text_chunks
from journey_editor.core.edits.touchpoints import touchpoint
from journey_editor.core.freezing import freeze
from journey_editor.core.lanes import lane_of
from journey_editor.core.parts import Part
from journey_editor.core.records import Note, Record, Stage, Touchpoint, Transition, name_of
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.core.words import channel_label, number_text, valence_text

AnyPart = TypeVar("AnyPart", bound=Part)

_OWN = frozenset(("id", "map", "rank", "stage", "kind", "layer", "title", "votes", "rest"))
"""What a touchpoint keeps as it is, or what is joined in a way of its own."""

_ADDED = ("evidence", "tags")


def join_touchpoints(document: Document, into: str, others: Sequence[str]) -> None:
    """Join touchpoints of one map into one of them, which stays where it is; the others are gone.

    Notes, opportunities, metrics and transitions go over, votes are added, evidence and tags too. Owner, channel,
    feeling and all else that it does not say itself it takes from the others, the first one first. Titles that say
    something else stand behind its own; an owner, a channel, a feeling or a number that differs is kept as a note.
    Raises KeyError where an id names no touchpoint.
    """
    going = [touchpoint(document, each) for each in dict.fromkeys(others) if each != into]
    touchpoint(document, into)
    if not going:
        return
    with document.transaction(_("Join touchpoints")):
        for each in going:
            _join(document, into, each)


def _join(document: Document, into: str, other: Touchpoint) -> None:
    each = touchpoint(document, into)
    differing = _differing(document, each, other)
    joined = _filled(each, other, _OWN).with_(
        title=_titles(each.title, other.title),
        votes=each.votes + other.votes,
        **{name: tuple(dict.fromkeys((*each.__dict__[name], *other.__dict__[name]))) for name in _ADDED},
    )
    if each.kind == "action" or _owner(document, each):
        joined = joined.with_(owner=each.owner)  # it stays in its lane
    document.put(joined)
    hang_over(document, other.id, into)
    differing += _take_transitions(document, other.id, into)
    for words in text_chunks(_("Also"), differing):
        attach_next(document, Note, into, {}, kind="other", text=words)
    document.remove(other.id)


def _take_transitions(document: Document, source: str, target: str) -> list[str]:
    """Let transitions begin and end at another touchpoint; one between the two is gone, what hung on it stays there.

    Where one like it is there already that says nothing else, it becomes one with that. Returns in words what those
    between the two said.
    """
    words: list[str] = []
    for transition in document.referrers(source):
        if not isinstance(transition, Transition):
            continue
        ends = [target if end == source else end for end in (transition.source, transition.target)]
        moved = transition.with_(source=ends[0], target=ends[1])
        twin = _twin(document, moved)
        was_loop = transition.source == transition.target
        if moved.source == moved.target and not was_loop:
            words += _sayings(document, transition)
            hang_over(document, transition.id, target)
            document.remove(transition.id)
        elif twin is not None:
            hang_over(document, transition.id, twin.id)
            document.put(_filled(twin, moved, frozenset(("id", "map"))))
            document.remove(transition.id)
        else:
            document.put(moved)
    return words


def _twin(document: Document, moved: Transition) -> Transition | None:
    """Return a transition that leads the same way and can say all that this one says."""
    for each in document.referrers(moved.source):
        if isinstance(each, Transition) and each.id != moved.id and _way(each) == _way(moved):
            other = moved.with_(id=each.id, origin=each.origin)
            if _filled(each, other) == _filled(other, each):
                return each
    return None


def _sayings(document: Document, transition: Transition) -> list[str]:
    """Return in words what a transition says beside where it leads."""
    fields = ("path", "share", "wait_days", "protocol", "label", "evidence")
    usual = {name: type(transition).model_fields[name].get_default() for name in fields}
    given = {name: transition.__dict__[name] for name in fields if transition.__dict__[name] != usual[name]}
    return [said(document, name, value) for name, value in given.items()] + [
        f"{key}: {value}" for key, value in transition.rest.items()
    ]


def _way(transition: Transition) -> tuple[str, str | None, str]:
    return transition.source, transition.target, transition.path


def _filled(part: AnyPart, other: AnyPart, kept: frozenset[str] = frozenset()) -> AnyPart:
    """Return a part with what it does not say itself taken from another one of its kind, and so for parts within."""
    taken: dict[str, Any] = {"rest": freeze({**other.rest, **part.rest})}
    for name, field in type(part).model_fields.items():
        mine, its = part.__dict__[name], other.__dict__[name]
        if name in kept or name == "rest":
            continue
        if mine == field.get_default(call_default_factory=True):
            taken[name] = its
        elif isinstance(mine, Part) and isinstance(its, Part) and name == "moment":
            taken[name] = _filled(mine, its)
    return part.with_(**taken)


def _titles(mine: str, its: str) -> str:
    """Return one title for two; one that says the same, or that is part of the other, is not repeated."""
    if not mine.strip():
        return its
    if not its.strip() or alike(mine, its) or its.strip() in mine.split(JOINT):
        return mine
    return f"{mine}{JOINT}{its}"[:TEXT_LIMIT]


def _differing(document: Document, each: Touchpoint, other: Touchpoint) -> list[str]:
    """Return in words what the other says that the joined one says otherwise."""
    words: list[str] = []
    has_place = each.kind == "action" or _owner(document, each) is not None
    if other.owner and has_place and _owner(document, each) != other.owner:
        words.append(_named(document.records.get(other.owner)))
    if other.channel and each.channel and other.channel != each.channel:
        words.append(channel_label(other.channel))
    if other.emotion and each.emotion and _felt(other) != _felt(each):
        words.append(" ".join(filter(None, _felt(other))))
    if other.believed is not None and each.believed not in (None, other.believed):
        words.append(_("believed {valence}").format(valence=valence_text(other.believed)))
    if other.tickets is not None and each.tickets not in (None, other.tickets):
        words.append(ngettext("{count} ticket", "{count} tickets", other.tickets).format(count=other.tickets))
    if other.takes_days is not None and each.takes_days not in (None, other.takes_days):
        takes = ngettext("takes {days} day", "takes {days} days", 1 if other.takes_days == 1 else 2)
        words.append(takes.format(days=number_text(other.takes_days)))
    if other.link and each.link and other.link != each.link:
        words.append(other.link)
    if other.moment and each.moment and _filled(each.moment, other.moment) != _filled(other.moment, each.moment):
        words.append(said(document, "moment", other.moment))
    if other.layer not in ("customer", each.layer):
        words.append(said(document, "layer", other.layer))
    if other.opens and each.opens and other.opens != each.opens:
        words.append(said(document, "opens", other.opens))
    words += [f"{key}: {value}" for key, value in other.rest.items() if each.rest.get(key, value) != value]
    return words


def _owner(document: Document, each: Touchpoint) -> str | None:
    """Return who has a touchpoint, of itself or from its stage; None too for what the customer does alone."""
    stage = document.records.get(each.stage or "")
    lane = lane_of(each, stage if isinstance(stage, Stage) else None)
    return lane.owner or None


def _felt(each: Touchpoint) -> tuple[str, str]:
    return (valence_text(each.emotion.valence), each.emotion.word) if each.emotion else ("", "")


def _named(record: Record | None) -> str:
    return name_of(record) if record is not None else ""
