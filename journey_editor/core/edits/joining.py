"""Making one touchpoint of several: cards that follow each other, or what was written down twice."""

from collections.abc import Sequence
from typing import Any, TypeVar

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.duplicates import alike
from journey_editor.core.edits.attachments import Attached, attach_next, attached_to
from journey_editor.core.edits.place import rank_at
from journey_editor.core.edits.touchpoints import touchpoint
from journey_editor.core.freezing import freeze
from journey_editor.core.lanes import lane_of
from journey_editor.core.parts import Part
from journey_editor.core.records import Metric, Note, Opportunity, Record, Stage, Touchpoint, Transition, name_of
from journey_editor.core.values import TEXT_LIMIT
from journey_editor.core.words import channel_label, number_text, valence_text

AnyPart = TypeVar("AnyPart", bound=Part)

_OWN = frozenset(("id", "map", "rank", "stage", "kind", "layer", "title", "votes", "rest"))
"""What a touchpoint keeps as it is, or what is joined in a way of its own."""

_ADDED = ("evidence", "tags")
_BETWEEN = " / "


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
    _take_attached(document, other.id, into)
    _take_transitions(document, other.id, into)
    if differing:
        attach_next(document, Note, into, {}, kind="other", text=differing)
    document.remove(other.id)


def _take_attached(document: Document, source: str, target: str) -> None:
    """Hang notes, opportunities and metrics of one record on another, behind its own."""
    _take_kind(document, source, target, Note)
    _take_kind(document, source, target, Opportunity)
    _take_kind(document, source, target, Metric)


def _take_kind(document: Document, source: str, target: str, kind: type[Attached]) -> None:
    for record in attached_to(document, source, kind):
        siblings = attached_to(document, target, kind)
        document.put(record.with_(on=target, rank=rank_at(document, siblings, len(siblings))))


def _take_transitions(document: Document, source: str, target: str) -> None:
    """Let transitions begin and end at another touchpoint; one between the two is gone, what hung on it stays there.

    Where one like it is there already, it becomes one with that.
    """
    for transition in document.referrers(source):
        if not isinstance(transition, Transition):
            continue
        ends = [target if end == source else end for end in (transition.source, transition.target)]
        moved = transition.with_(source=ends[0], target=ends[1])
        twin = next(
            (
                each
                for each in document.referrers(target)
                if isinstance(each, Transition) and each.id != moved.id and _way(each) == _way(moved)
            ),
            None,
        )
        was_loop = transition.source == transition.target
        if moved.source == moved.target and not was_loop:
            _take_attached(document, transition.id, target)
            document.remove(transition.id)
        elif twin is not None:
            _take_attached(document, transition.id, twin.id)
            evidence = tuple(dict.fromkeys((*twin.evidence, *moved.evidence)))
            document.put(_filled(twin, moved, frozenset(("id", "map"))).with_(evidence=evidence))
            document.remove(transition.id)
        else:
            document.put(moved)


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
    if not its.strip() or alike(mine, its) or its.strip() in mine.split(_BETWEEN):
        return mine
    return f"{mine}{_BETWEEN}{its}"[:TEXT_LIMIT]


def _differing(document: Document, each: Touchpoint, other: Touchpoint) -> str:
    """Return in words what the other says that the joined one says otherwise."""
    words: list[str] = []
    if other.owner and _owner(document, each) not in (None, other.owner):
        words.append(_named(document.records.get(other.owner)))
    if other.channel and each.channel and other.channel != each.channel:
        words.append(channel_label(other.channel))
    if other.emotion and each.emotion and _felt(other) != _felt(each):
        words.append(" ".join(filter(None, _felt(other))))
    if other.believed is not None and each.believed not in (None, other.believed):
        words.append(_("believed {valence}").format(valence=valence_text(other.believed)))
    if other.tickets is not None and each.tickets not in (None, other.tickets):
        words.append(_("{count} tickets").format(count=other.tickets))
    if other.takes_days is not None and each.takes_days not in (None, other.takes_days):
        words.append(_("takes {days} days").format(days=number_text(other.takes_days)))
    if other.link and each.link and other.link != each.link:
        words.append(other.link)
    return _("Also: {words}").format(words=", ".join(words))[:TEXT_LIMIT] if words else ""


def _owner(document: Document, each: Touchpoint) -> str | None:
    """Return who has a touchpoint, of itself or from its stage; None too for what the customer does alone."""
    stage = document.records.get(each.stage or "")
    lane = lane_of(each, stage if isinstance(stage, Stage) else None)
    return lane.owner or None


def _felt(each: Touchpoint) -> tuple[str, str]:
    return (valence_text(each.emotion.valence), each.emotion.word) if each.emotion else ("", "")


def _named(record: Record | None) -> str:
    return name_of(record) if record is not None else ""
