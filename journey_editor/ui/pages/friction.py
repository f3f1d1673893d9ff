"""Friction: who enters and who completes each stage, where people are lost, and what is done about it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journey_editor.assets import _, ngettext
from journey_editor.core.records import Opportunity
from journey_editor.core.titles import called
from journey_editor.insight.conversion import Conversion, conversion_of
from journey_editor.insight.passages import Passage, passages_of
from journey_editor.insight.rules.friction import LEAST_LOSS
from journey_editor.layout.title import SEPARATOR
from journey_editor.ui.pages.cells import Cell, Column, Row, Tone
from journey_editor.ui.pages.empty import Empty
from journey_editor.ui.pages.page import EDGE, Go
from journey_editor.ui.pages.tables import TablePage
from journey_editor.ui.pages.tiers import Figure, FigureCard, figures_of, share_text
from journey_editor.ui.pages.words import NAME, Records, brief, name_cell, owner_cell
from journey_editor.ui.theme import look_of
from journey_editor.ui.workspace import Workspace

CARDS = 4
_INDENT = 16
_TOLD = 12  # opportunities under the pointer
_MOST = 10**300  # a number with more digits has no words


class FrictionPage(TablePage):
    """Rows are stages, and what lies between two; above them stand figures for the whole journey."""

    def __init__(self, workspace: Workspace, go: Go) -> None:
        empty = Empty(
            _("Nobody was counted yet"),
            _("Say of a stage how many enter and complete it: in the inspector, or in the row of numbers below the "
              "lanes. Where people are lost is told here."),
        )  # fmt: skip
        super().__init__(workspace, go, _("Where people are lost"), columns(), empty)
        self.figures = tuple(FigureCard() for _card in range(CARDS))
        self.strip = QWidget()
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EDGE)
        for each in self.figures:
            row.addWidget(each, 4)
        row.addStretch(0)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self.strip)
        column.addWidget(self.card, 1)
        self.cards.addLayout(column)

    def refresh(self) -> None:
        case, records = self.case(), self.workspace.document.records
        found = passages_of(case)
        counted = [each for each in found if each.before is not None or each.after is not None]
        self.fill([row_of(each, place, records) for place, each in enumerate(found)] if counted else [], said(found))
        self._show_figures(conversion_of(case.journey), found)

    def _show_figures(self, conversion: Conversion, found: Sequence[Passage]) -> None:
        look = look_of(self.workspace.view.theme)
        figures = [*figures_of(conversion), *_largest(found)][:CARDS]
        for place, each in enumerate(self.figures):
            each.setVisible(place < len(figures))
            if place < len(figures):
                each.say(figures[place], look, any(figure.steps for figure in figures))
        self.strip.setVisible(bool(figures))


def columns() -> tuple[Column, ...]:
    """Return the columns of the table."""
    return (
        Column(_("Step"), weight=5, least=176),
        Column(_("Who stays"), weight=5, least=120, gives_up=2),
        Column(_("Came"), 88, is_number=True),
        Column(_("Stayed"), 88, is_number=True),
        Column(_("Lost"), 80, is_number=True),
        Column(_("Share lost"), 96),
        Column(_("What is done about it"), weight=6, least=176),
        Column(_("Owner"), 168, gives_up=1),
    )


def row_of(each: Passage, place: int, records: Records) -> Row:
    """Return the cells of a passage."""
    stage = each.stages[0]
    name = name_cell(stage)._replace(key=place)
    if each.is_between:
        following = each.stages[1]
        words = _("on the way to {stage}").format(stage=called(following, NAME))
        name = Cell(words, following.id, place, "muted", tip=words, indent=_INDENT)
    stayed = None if each.loss is None else 1 - each.loss
    bar = Cell("", stage.id, stayed, "muted" if each.is_between else "ink", each.finding is not None, stayed=stayed,
               plain="" if stayed is None else f"{stayed:.4g}")  # fmt: skip
    return (
        name, bar, _count(each.before, stage.id), _count(each.after, each.stages[-1].id), _lost(each), loss_cell(each),
        *_done(each, records),
    )  # fmt: skip


def loss_cell(each: Passage) -> Cell:
    """Return the cell of the share that is lost; the largest ones are marked."""
    record, loss = each.stages[0].id, each.loss
    if loss is None:
        return Cell("–" if each.before is not None else "", record, tone="muted", plain="")
    words = f"−{share_text(loss)}" if loss > 0 else f"+{share_text(-loss)}" if loss < 0 else "0 %"
    plain = f"{-loss * 100:.10g}"
    if each.finding is not None:
        tip = brief(each.finding.sentence)
        return Cell(words, record, loss, "pain", True, plain, tip, icon="pain")
    tone: Tone = "good" if loss < 0 else "muted" if loss == 0 else "ink"
    return Cell(words, record, loss, tone, plain=plain)


def said(found: Sequence[Passage]) -> str:
    """Return what is said below the title."""
    marked = [each for each in found if each.finding is not None]
    if not marked:
        return _("No loss of {share} or more is known.").format(share=share_text(LEAST_LOSS))
    words = [ngettext("{count} loss stands out", "{count} losses stand out", len(marked)).format(count=len(marked))]
    if bare := sum(each.is_open for each in marked):
        lacking = ngettext(
            "nothing with owner, date and metric is about {count} of them",
            "nothing with owner, date and metric is about {count} of them",
            bare,
        )
        words.append(lacking.format(count=bare))
    return SEPARATOR.join(words)


def _count(number: int | None, record: str) -> Cell:
    if number is None:
        return Cell("–", record, tone="muted", plain="")
    return Cell(_number(number), record, number, plain=str(min(number, _MOST)))


def _lost(each: Passage) -> Cell:
    lost = each.lost
    if lost is None or each.loss is None:
        return Cell("", each.stages[0].id)
    words = _number(abs(lost))
    plain = str(max(-_MOST, min(lost, _MOST)))
    return Cell(f"+{words}" if lost < 0 else words, each.stages[0].id, lost, "muted", plain=plain)


def _number(number: int) -> str:
    return f"{min(number, _MOST):,}".replace(",", "\u00a0")


def _done(each: Passage, records: Records) -> tuple[Cell, Cell]:
    """Return the cells of what is done about a loss and by whom, and of what is not where that is asked for."""
    stage, known = each.stages[0].id, each.opportunities
    if each.aside is not None:
        words = brief(_("Set aside: {reason}").format(reason=each.aside)) if each.aside.strip() else _("Set aside")
        return Cell(words, stage, tone="muted", tip=words), Cell("", stage)
    if not known:
        return Cell(_("nothing yet") if each.is_open else "", stage, tone="missing", plain=""), Cell("", stage)
    first = next((one for one in known if not _lacks(one)), known[0])
    words = called(first, NAME)
    if len(known) > 1:
        words = _("{name} and {count} more").format(name=words, count=len(known) - 1)
    tip = "\n".join(called(one, NAME) for one in known[:_TOLD])
    name = Cell(words, first.id, words.casefold(), "ink" if each.finding else "muted", tip=tip)
    lacking = _lacks(first) if each.is_open else ""
    return name, (
        Cell(lacking, first.id, tone="missing") if lacking else owner_cell(records, first.owner, first.id, False)
    )


def _lacks(each: Opportunity) -> str:
    """Return what an opportunity lacks to count as something that is done, "" for nothing."""
    if each.owner is None:
        return _("no owner")
    return _("no date") if each.due is None else _("no metric") if each.metric is None else ""


def _largest(found: Sequence[Passage]) -> list[Figure]:
    """Return the largest loss that stands out, as a figure."""
    worst = max((each for each in found if each.finding is not None), key=lambda each: each.loss or 0.0, default=None)
    if worst is None or worst.loss is None:
        return []
    names = " → ".join(called(each, 40) for each in worst.stages)
    return [Figure(_("Largest loss"), f"−{share_text(worst.loss)}", more=names)]
