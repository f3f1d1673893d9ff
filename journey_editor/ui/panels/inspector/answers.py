"""Which pains an opportunity answers: those of what it hangs on are offered first, all others are found by typing."""

from collections.abc import Sequence

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.fields import common_value
from journey_editor.core.journey import Journey
from journey_editor.core.records import Note, Opportunity, Record, Touchpoint, Transition, map_of
from journey_editor.core.titles import called
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.panels.inspector.chips import ManyChips
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.picker import Pick, Picker
from journey_editor.ui.panels.inspector.subject import Bound, Subject
from journey_editor.ui.panels.inspector.words import title_of
from journey_editor.ui.panels.outline_words import icon_name, tone_of
from journey_editor.ui.panels.whereabouts import kind_of

PAIN = "pain_point"
_SHOWN = 28  # letters of what a note hangs on


class Answers(ManyChips):
    """The pains as chips, and a list to add more."""

    def __init__(self, subject: Subject, spec: FieldSpec) -> None:
        super().__init__(subject.workspace, _("Pain"))
        self._subject = subject
        self.changed.connect(lambda ids: subject.set(spec, ids))
        self.opened.connect(lambda record_id: subject.workspace.session.select((record_id,)))

    def ask(self) -> None:
        """Offer the pains nearby; typing finds any note of the map."""
        workspace, records = self._subject.workspace, self._subject.records()
        pains, others = offered(workspace.document, records)
        chosen = set(self.ids)
        made = {
            each.id: Pick(each.id, title_of(each), where(workspace.document, each), icon_name(each), tone_of(each))
            for each in (*pains, *others)
            if each.id not in chosen
        }
        first = [made[each.id] for each in pains if each.id in made]
        self.picker = Picker(workspace, first, list(made.values()), self.add)
        self.picker.show_at(self)


def where(document: Document, note: Note) -> str:
    """Return what a note hangs on, and of what kind it is where it is no pain."""
    carrier = document.records.get(note.on)
    said = (kind_of(note) if note.kind != PAIN else "", called(carrier, _SHOWN) if carrier is not None else "")
    return SEPARATOR.join(filter(None, said))


def offered(document: Document, records: Sequence[Record]) -> tuple[list[Note], list[Note]]:
    """Return the pains of the map, those nearest to what the opportunities hang on first, and its other notes."""
    map_id = map_of(records[0]) if records else None
    if map_id is None:
        return [], []
    journey = document.journey(map_id)
    near = [place for each in records if isinstance(each, Opportunity) for place in _around(document, each)]
    places = {place: number for number, place in enumerate(dict.fromkeys(near))}
    notes = [note for on in (*places, *_others(journey, places)) for note in journey.notes.get(on, ())]
    pains = [each for each in notes if each.kind == PAIN]
    return pains, [each for each in notes if each.kind != PAIN]


def _around(document: Document, opportunity: Opportunity) -> list[str]:
    """Return what lies around an opportunity, the nearest first: what it hangs on, the ends of a transition, stages."""
    carrier = document.records.get(opportunity.on)
    found = [opportunity.on]
    if isinstance(carrier, Transition):
        found += [each for each in (carrier.source, carrier.target) if each]
    cards = (document.records.get(each) for each in found)
    return [*found, *(each.stage for each in cards if isinstance(each, Touchpoint) and each.stage)]


def _others(journey: Journey, places: dict[str, int]) -> list[str]:
    """Return what else notes hang on, in reading order: first the touchpoints of a stage that is near."""
    inside = [each for each in journey.touchpoints if each.stage in places]
    order = [each.id for each in (*inside, *journey.stages, *journey.touchpoints, *journey.transitions)]
    return [each for each in dict.fromkeys((*order, *journey.notes)) if each not in places]


def answers_bound(spec: FieldSpec, subject: Subject) -> Bound:
    """Return the pains that opportunities answer."""
    chips = Answers(subject, spec)

    def show(records: Sequence[Record]) -> None:
        document = subject.workspace.document
        value, shared = common_value(records, spec.name)
        pains, others = offered(document, records)
        named = [(each.id, title_of(each)) for each in (*pains, *others)]
        chips.show_chips(named, value or (), "" if shared else _("several"))

    return Bound(chips, show)
