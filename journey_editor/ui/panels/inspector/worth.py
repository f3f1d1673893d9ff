"""What an opportunity is worth: its scores as dots, what it costs and brings, and in words what follows from them."""

from collections.abc import Sequence

from journey_editor.assets import _
from journey_editor.core.records import Opportunity, Record
from journey_editor.insight.worth import class_name, gain_of, gain_text, horizon, worth, worth_class
from journey_editor.ui.panels.inspector.fields import FieldSpec
from journey_editor.ui.panels.inspector.numbers import Group
from journey_editor.ui.panels.inspector.subject import Subject
from journey_editor.ui.pieces import heading, restyle
from journey_editor.ui.theme import small_font

SCORED = ("impact", "value", "alignment", "effort", "cost", "benefit")
_ROLES = {"quick_win": "good", "worth_doing": "muted", "strategic": "gold", "later": "muted"}


class WorthGroup(Group):
    """Scores and money in two columns, and below them two lines of words."""

    def __init__(self, subject: Subject, specs: Sequence[FieldSpec]) -> None:
        super().__init__(subject, specs, _("Worth"))
        self.said, self.more = heading(), heading()
        self.more.setFont(small_font())
        for label in (self.said, self.more):
            label.setWordWrap(True)
            self.column.addWidget(label)

    def show_records(self, records: Sequence[Record]) -> None:
        record = records[0] if len(records) == 1 else None
        said, more, role = words_of(record) if isinstance(record, Opportunity) else ("", "", "muted")
        for label, words in ((self.said, said), (self.more, more)):
            label.setText(words)
            label.setVisible(bool(words))
        restyle(self.said, "role", role)


def words_of(opportunity: Opportunity) -> tuple[str, str, str]:
    """Return what an opportunity is, what it asks for or brings, and the colour of the first."""
    value, kind, gain = worth(opportunity), worth_class(opportunity), gain_of(opportunity)
    said = [_("worth {number}").format(number=f"{value:.1f}")] if value is not None else []
    if kind is not None:
        said.append(class_name(kind))
    if gain is not None:
        said.append(_("returns {share}").format(share=gain_text(gain)))
    if kind is not None:
        more = horizon(kind)
    elif value is not None:
        more = _("Say its effort to tell quick wins from bets")
    elif opportunity.effort is not None:
        more = _("Say what it is worth to tell quick wins from bets")
    else:
        more = ""
    words = " · ".join(said)
    return words[:1].upper() + words[1:], more[:1].upper() + more[1:], _ROLES[kind] if kind else "muted"


def worth_group(kind: str, subject: Subject, specs: Sequence[FieldSpec]) -> WorthGroup | None:
    """Return the group of a page of opportunities; None for other kinds."""
    if kind != "opportunity":
        return None
    by_name = {spec.name: spec for spec in specs}
    return WorthGroup(subject, [by_name[name] for name in SCORED])
