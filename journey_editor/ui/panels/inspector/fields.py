"""Which field of which kind of record is edited how: a table that the pages are made of.

A field's name may lead into a part of a record (`moment.impact`). `usual` fields stand first, the others under "More".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from journey_editor.assets import marked as _

EditorKind = Literal[
    "title", "line", "words", "lines", "choice", "number", "whole", "share", "valence", "day", "switch", "color",
    "reference", "references", "kind", "channel", "stage", "owner", "feels", "believed", "hands", "history", "reviews",
    "dismissed", "moment", "evidence", "fixed", "past_day", "duration", "cadence", "start", "end", "word", "holder",
    "picture", "data", "views", "score", "segments", "money", "answers", "tags", "web",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its name in the record, what people call it, how it is edited, and whether it stands first."""

    name: str
    label: str
    editor: EditorKind
    usual: bool = False
    targets: str = ""  # kind of the records that a reference names


_LINK = (
    FieldSpec("tags", _("Tags"), "tags", True),
    FieldSpec("link", _("Link"), "web"),
    FieldSpec("origin", _("Came from"), "line"),
)
_EVIDENCE = FieldSpec("evidence", _("Evidence"), "evidence", True, "evidence")

FIELDS: Mapping[str, tuple[FieldSpec, ...]] = {
    "file": (
        FieldSpec("title", _("File title"), "line", True),
        FieldSpec("currency", _("Currency"), "line"),
    ),
    "map": (
        FieldSpec("title", _("Title"), "title", True),
        FieldSpec("state", _("State"), "choice", True),
        FieldSpec("persona", _("Persona"), "reference", True, "persona"),
        FieldSpec("objective", _("Objective"), "words", True),
        FieldSpec("scope_from", _("Starts at"), "words", True),
        FieldSpec("scope_to", _("Ends at"), "words", True),
        FieldSpec("reviewed", _("Reviewed"), "past_day", True),
        FieldSpec("review_every_days", _("How often"), "cadence", True),
        FieldSpec("created", _("Created"), "past_day"),
        FieldSpec("based_on", _("Based on"), "reference", False, "map"),
        FieldSpec("until", _("Until"), "past_day"),
        FieldSpec("lanes_by", _("Lanes by"), "choice"),
        FieldSpec("rows", _("Rows first"), "lines"),
        FieldSpec("locked", _("Locked"), "switch"),
        FieldSpec("benchmark", _("Benchmark"), "choice"),
        FieldSpec("reviews", _("Reviews"), "reviews"),
        FieldSpec("dismissed", _("Set aside"), "dismissed"),
        FieldSpec("views", _("Views"), "views"),
    ),
    "owner": (
        FieldSpec("name", _("Name"), "title", True),
        FieldSpec("color", _("Colour"), "color", True),
    ),
    "persona": (
        FieldSpec("name", _("Name"), "title", True),
        FieldSpec("role", _("Role"), "words", True),
        FieldSpec("quote", _("Says"), "words", True),
        FieldSpec("goals", _("Goals"), "lines", True),
        FieldSpec("needs", _("Needs"), "lines", True),
        FieldSpec("frustrations", _("Frustrations"), "lines", True),
        FieldSpec("constraints", _("Constraints"), "lines", True),
        FieldSpec("activation", _("Set off by"), "words", True),
        FieldSpec("about", _("About"), "words", True),
        FieldSpec("picture", _("Picture"), "picture", False, "picture"),
    ),
    "evidence": (
        FieldSpec("title", _("Title"), "title", True),
        FieldSpec("source", _("Source"), "choice", True),
        FieldSpec("n", _("How many"), "whole", True),
        FieldSpec("date", _("Date"), "past_day", True),
        FieldSpec("note", _("Note"), "words", True),
        FieldSpec("link", _("Link"), "web", True),
    ),
    "picture": (
        FieldSpec("type", _("Type"), "fixed", True),
        FieldSpec("data", _("Picture"), "data", True),
    ),
    "stage": (
        FieldSpec("name", _("Name"), "title", True),
        FieldSpec("phase", _("Phase"), "choice", True),
        FieldSpec("owner", _("Owner"), "owner", True),
        FieldSpec("when", _("When"), "line", True),
        FieldSpec("start_day", _("From"), "start", True),
        FieldSpec("end_day", _("To"), "end", True),
        _EVIDENCE,
        FieldSpec("contributors", _("Also there"), "references", False, "owner"),
        FieldSpec("entered", _("Entered"), "whole"),
        FieldSpec("completed", _("Completed"), "whole"),
        FieldSpec("activated", _("Activated"), "whole"),
        FieldSpec("tickets", _("Tickets"), "whole"),
        FieldSpec("as_of", _("As of"), "past_day"),
        *_LINK,
    ),
    "touchpoint": (
        FieldSpec("title", _("Title"), "title", True),
        FieldSpec("stage", _("Stage"), "stage", True),
        FieldSpec("owner", _("Owner"), "owner", True),
        FieldSpec("channel", _("Channel"), "channel", True),
        FieldSpec("emotion.valence", _("Feels"), "feels", True),
        FieldSpec("emotion.word", _("In a word"), "word", True),
        FieldSpec("emotion.hands", _("Hands"), "hands", True),
        FieldSpec("believed", _("Believed"), "believed", True),
        FieldSpec("moment", _("Moment of truth"), "moment", True),
        _EVIDENCE,
        FieldSpec("kind", _("Kind"), "choice"),
        FieldSpec("layer", _("Layer"), "choice"),
        FieldSpec("emotion.basis", _("Known from"), "choice"),
        FieldSpec("emotion.n", _("Asked"), "whole"),
        FieldSpec("emotion.low", _("Lowest"), "valence"),
        FieldSpec("emotion.high", _("Highest"), "valence"),
        FieldSpec("takes_days", _("Takes"), "duration"),
        FieldSpec("tickets", _("Tickets"), "whole"),
        FieldSpec("votes", _("Votes"), "whole"),
        FieldSpec("unneeded", _("Not needed"), "switch"),
        FieldSpec("opens", _("Opens map"), "reference", False, "map"),
        FieldSpec("picture", _("Picture"), "picture", False, "picture"),
        *_LINK,
    ),
    "moment": (
        FieldSpec("moment.window", _("When it counts"), "words", True),
        FieldSpec("moment.impact", _("What it decides"), "words", True),
        FieldSpec("moment.improvement", _("What helps"), "words", True),
        FieldSpec("moment.metric", _("Measured by"), "reference", True, "metric"),
    ),
    "transition": (
        FieldSpec("label", _("Label"), "title", True),
        FieldSpec("source", _("From"), "reference", True, "touchpoint"),
        FieldSpec("target", _("To"), "reference", True, "touchpoint"),
        FieldSpec("path", _("Path"), "choice", True),
        FieldSpec("share", _("Share %"), "share", True),
        FieldSpec("wait_days", _("Waits"), "duration", True),
        FieldSpec("protocol", _("Agreement"), "words", True),
        _EVIDENCE,
        FieldSpec("origin", _("Came from"), "line"),
    ),
    "note": (
        FieldSpec("text", _("Text"), "title", True),
        FieldSpec("kind", _("Kind"), "kind", True),
        FieldSpec("on", _("On"), "holder", True),
        FieldSpec("severity", _("Severity"), "choice", True),
        FieldSpec("resolved", _("Resolved"), "switch", True),
        FieldSpec("private", _("Private"), "switch", True),
        _EVIDENCE,
        FieldSpec("votes", _("Votes"), "whole"),
        FieldSpec("origin", _("Came from"), "line"),
    ),
    "opportunity": (
        FieldSpec("text", _("Text"), "title", True),
        FieldSpec("status", _("Status"), "segments", True),
        FieldSpec("on", _("On"), "holder", True),
        FieldSpec("owner", _("Owner"), "owner", True),
        FieldSpec("who", _("Who"), "line", True),
        FieldSpec("due", _("Due"), "day", True),
        FieldSpec("impact", _("Impact"), "score", True),
        FieldSpec("value", _("Value"), "score", True),
        FieldSpec("alignment", _("Alignment"), "score", True),
        FieldSpec("effort", _("Effort"), "score", True),
        FieldSpec("cost", _("Cost"), "money", True),
        FieldSpec("benefit", _("Benefit"), "money", True),
        FieldSpec("answers", _("Answers"), "answers", True, "note"),
        FieldSpec("metric", _("Measured by"), "reference", True, "metric"),
        FieldSpec("outcome", _("Outcome"), "words"),
        FieldSpec("done_on", _("Done on"), "past_day"),
        FieldSpec("votes", _("Votes"), "whole"),
        *_LINK,
    ),
    "metric": (
        FieldSpec("name", _("Name"), "title", True),
        FieldSpec("on", _("On"), "holder", True),
        FieldSpec("current", _("Now"), "number", True),
        FieldSpec("target", _("Target"), "number", True),
        FieldSpec("unit", _("Unit"), "line", True),
        FieldSpec("better", _("Better is"), "choice", True),
        FieldSpec("owner", _("Owner"), "owner", True),
        FieldSpec("due", _("Due"), "day", True),
        _EVIDENCE,
        FieldSpec("kind", _("Kind"), "choice"),
        FieldSpec("baseline", _("Baseline"), "number"),
        FieldSpec("expected", _("Expected"), "number"),
        FieldSpec("as_of", _("As of"), "past_day"),
        FieldSpec("priority", _("Priority"), "choice"),
        FieldSpec("gap_text", _("Gap"), "words"),
        FieldSpec("history", _("History"), "history"),
        FieldSpec("origin", _("Came from"), "line"),
    ),
}
"""The fields of each kind, in the order in which they are shown; `moment` is the card in a touchpoint."""

ATTACHED: Mapping[str, tuple[str, ...]] = {
    "touchpoint": ("action", "thought", "pain_point", "opportunity"),
    "stage": ("goal", "pain_point", "opportunity", "metric"),
    "transition": ("pain_point", "opportunity"),
    "map": ("goal",),
}
"""Which kinds of notes always have their place on a record, where they can be added; the others have one once used."""


def specs_of(kinds: str) -> tuple[FieldSpec, ...]:
    """Return the fields of a kind of record, or those that several kinds, joined by "+", have in common."""
    first, *others = kinds.split("+")
    known = [{(spec.name, spec.editor) for spec in FIELDS[kind]} for kind in others]
    return tuple(spec for spec in FIELDS[first] if all((spec.name, spec.editor) in each for each in known))
