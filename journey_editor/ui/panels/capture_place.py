"""Where a captured line goes, as the selection says it, and the words that tell so beforehand."""

from collections.abc import Callable

from journey_editor.assets import _, ngettext
from journey_editor.core.capture.captured import Captured
from journey_editor.core.capture.names import folded
from journey_editor.core.edits.place import Slot, going_on, last_slot
from journey_editor.core.lanes import Lane, lane_shown
from journey_editor.core.records import Record, Stage, Touchpoint
from journey_editor.core.titles import in_line
from journey_editor.ui.workspace import Workspace

Fit = Callable[[str, str, str], str]
"""Cuts a name to the room there is: the name, the words with `{name}` in them, shorter ones for little room."""

LONGEST = 40
"""Letters of a name in the sentence that says what Enter does."""


class CapturePlace:
    """Follows the selection: what a line adds to, or after what its card goes."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._last_stage: str | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The selected touchpoints, else the one that the current record hangs on."""
        anchor = self._workspace.anchor
        return self._workspace.selected_touchpoints or ((anchor.id,) if isinstance(anchor, Touchpoint) else ())

    def follow(self) -> None:
        """Remember the stage that is worked in."""
        anchor = self._workspace.anchor
        if isinstance(anchor, Touchpoint):
            self._last_stage = anchor.stage or self._last_stage
        elif isinstance(anchor, Stage):
            self._last_stage = anchor.id

    def slot(self) -> Slot | None:
        """Return where the next card goes; None where the map has no stage yet: to the tray."""
        document, record = self._workspace.document, self._workspace.anchor
        if isinstance(record, Touchpoint) and record.stage is not None:
            return Slot(record.stage, after=record.id)
        if isinstance(record, Stage):
            return last_slot(document, record.id)
        if self._last_stage in [stage.id for stage in self._stages()]:
            return last_slot(document, self._last_stage)
        return going_on(document, self._workspace.map_id) if self._workspace.has_map else None

    def lane(self) -> Lane | None:
        """Return the lane of the next card as far as its line leaves that open.

        It is the layer of the card that it follows, since no sign of a line says one. Owners and channels are claims:
        a card has those that its line names.
        """
        record = self._workspace.anchor
        if not isinstance(record, Touchpoint) or record.stage is None:
            return None
        lane = lane_shown(self._workspace.document.records, record)
        return lane if lane.kind == "layer" else None

    def hint(self, fit: Fit) -> str:
        """Return what stands in the empty line: what a line that is typed now will do."""
        record = self._workspace.anchor
        if isinstance(record, Touchpoint):
            name = record.title or _("this touchpoint")
            if record.stage is not None:
                return fit(name, self._more(), _("after {name}"))
            goal = self._end_words(self.slot()).replace("{", "{{").replace("}", "}}")
            return fit(name, f"{goal} · {_('Shift+Enter adds to {name}')}", goal)
        if isinstance(record, Stage):
            name = record.name or _("this stage")
            return fit(name, _("at the end of {name} · just type"), _("at the end of {name}"))
        if self._workspace.has_map and self.slot() is None:
            return _("to the tray · just type")
        return _("Just type to add a touchpoint")

    def _more(self) -> str:
        """Return what else can be done to the selected touchpoint, with the keys that a person has for it."""
        words, keys = _("after {name} · Shift+Enter adds to it"), self._workspace.keys_of("rename")
        renames = _("{keys} renames").format(keys=keys).replace("{", "{{").replace("}", "}}")
        return f"{words} · {renames}" if keys else words

    def promise(self, captured: Captured) -> str:
        """Return what Enter does with what is typed; "" where it does nothing."""
        if captured.is_empty or not self._workspace.has_map:
            return ""
        if captured.stages:
            return self._promise_of_stage(captured)
        chosen, slot = self.chosen, self.slot()
        records = self._workspace.document.records
        if not captured.title and len(chosen) > 1:
            words = ngettext("Enter adds it to {count} touchpoint", "Enter adds it to {count} touchpoints", len(chosen))
            return words.format(count=len(chosen))
        if not captured.title and chosen:
            return _("Enter adds it to {name}").format(name=_name(records[chosen[0]]))
        if not captured.title and isinstance(self._workspace.anchor, Stage):
            return _("Enter adds it to {name}").format(name=_name(self._workspace.anchor))
        if slot is not None and slot.after and isinstance(self._workspace.anchor, Touchpoint):
            return _("Enter adds it after {name}").format(name=_name(records[slot.after]))
        if slot is None:
            return _("Enter adds it to the tray")
        return _("Enter adds it at the end of {name}").format(name=_name(records[slot.stage]))

    def _promise_of_stage(self, captured: Captured) -> str:
        name = captured.stages[-1]
        known = any(folded(stage.name) == folded(name) for stage in self._stages())
        if captured.only_goes:
            words = _("Enter goes to {name}") if known else _("Enter makes the stage {name}")
        else:
            words = _("Enter adds it to {name}") if known else _("Enter adds it to the new stage {name}")
        return words.format(name=in_line(name, LONGEST))

    def _end_words(self, slot: Slot | None) -> str:
        if slot is None:
            return _("to the tray")
        return _("at the end of {name}").format(name=_name(self._workspace.document.records[slot.stage]))

    def _stages(self) -> tuple[Stage, ...]:
        workspace = self._workspace
        return tuple(workspace.document.journey(workspace.map_id).stages) if workspace.has_map else ()


def _name(record: Record) -> str:
    if isinstance(record, Stage):
        return in_line(record.name, LONGEST) or _("this stage")
    return (in_line(record.title, LONGEST) if isinstance(record, Touchpoint) else "") or _("this touchpoint")
