"""How records look in the outline: their words, icon, tooltip, and what a screen reader says."""

from collections.abc import Mapping

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.edits.fields import field_value
from journey_editor.core.lanes import LAYERS, layer_name
from journey_editor.core.records import Note, Owner, Record, Stage, Touchpoint, Transition
from journey_editor.core.times import days_text
from journey_editor.core.titles import called, in_line, shortened
from journey_editor.core.words import channel_name, valence_text
from journey_editor.layout.flow.labels import share_text
from journey_editor.layout.flow.paths import path_name
from journey_editor.layout.times import span_of
from journey_editor.ui.labels import tip
from journey_editor.ui.panels.outline_tree import EVIDENCE, OWNERS, PERSONAS, TRAY
from journey_editor.ui.panels.whereabouts import kind_of

SHOWN = 200
"""Letters of a text that are shown in its line."""

TOLD = 1000
"""Letters of a text that its tooltip tells."""

_ICONS: Mapping[str, str] = {
    "stage": "stage", "touchpoint": "touchpoint", "opportunity": "idea", "metric": "metric", "owner": "owner",
    "persona": "persona", "evidence": "evidence", "transition": "transition",
}  # fmt: skip
_NOTE_ICONS: Mapping[str, str] = {
    "goal": "goal", "action": "action", "thought": "thought", "quote": "quote", "expectation": "expectation",
    "question": "question", "pain_point": "pain", "gain": "gain", "success_criterion": "check",
}  # fmt: skip


def group_name(key: str) -> str:
    """Return what a heading is called."""
    return {TRAY: _("Tray"), OWNERS: _("Owners"), PERSONAS: _("Personas"), EVIDENCE: _("Evidence")}[key]


def icon_name(record: Record) -> str:
    """Return the icon that stands for a record."""
    if isinstance(record, Note):
        return _NOTE_ICONS.get(record.kind, "note")
    if isinstance(record, Touchpoint) and record.moment is not None:
        return "moment"
    return _ICONS.get(record.kind_name, "note")


def tone_of(record: Record) -> str:
    """Return which of the theme's colours the icon has."""
    if isinstance(record, Note) and record.kind == "pain_point":
        return "pain_shape"
    if record.kind_name == "opportunity":
        return "good_shape"
    if isinstance(record, Touchpoint) and record.moment is not None:
        return "gold_shape"
    return "metric_shape" if record.kind_name == "metric" else "muted"


def words_of(record: Record) -> str:
    """Return the text of a record's line."""
    return called(record, SHOWN)


def line_of(document: Document, record: Record) -> str:
    """Return the text of a record's line in its outline: of a transition where it leads, with its label."""
    if not isinstance(record, Transition):
        return words_of(record)
    target = document.records.get(record.target) if record.target is not None else None
    words = _("→ {name}").format(name=words_of(target)) if target is not None else path_name("abandon")
    if record.path not in ("happy", "abandon"):
        words = f"{words} · {path_name(record.path)}"
    return shortened(f"{words} · {in_line(record.label)}" if record.label.strip() else words, SHOWN)


def told_of(document: Document, record: Record) -> str:
    """Return what a record is, for those who hear it: kind, name, and what else matters."""
    found = [kind_of(record), words_of(record)]
    if isinstance(record, Touchpoint):
        owner = document.records.get(record.owner or "")
        if record.emotion is not None:
            found.append(_("feeling {valence}").format(valence=valence_text(record.emotion.valence)))
        if isinstance(owner, Owner):
            found.append(_("owner {name}").format(name=words_of(owner)))
        if record.channel:
            found.append(_("channel {name}").format(name=channel_name(record.channel)))
        if record.layer != LAYERS[0]:
            found.append(_("layer {name}").format(name=layer_name(record.layer)))
        if record.moment is not None:
            found.append(_("moment of truth"))
    if isinstance(record, Stage) and (span := span_of(record)):
        found.append(span)
    if isinstance(record, Transition):
        found[1:] = [line_of(document, record)]
        found += [share_text(record.share)] if record.share is not None else []
        found += [_("waits {time}").format(time=days_text(record.wait_days))] if record.wait_days is not None else []
    return ", ".join(found)


def tip_of(record: Record) -> str:
    """Return a record's whole text for a tooltip, with its marks as they were typed."""
    text = str(field_value(record, type(record).naming))
    return tip(shortened(text, TOLD)) if len(text) > 24 else ""
