"""A report as Markdown: headings, lists and tables that read well as plain text, too."""

from collections.abc import Iterable, Iterator

from journey_editor.assets import _
from journey_editor.core.words import valence_text
from journey_editor.interchange.cells import marked_down, table_cell
from journey_editor.interchange.report.parts import (
    Block,
    Curve,
    Entries,
    Entry,
    Facts,
    Lines,
    Prose,
    Report,
    Said,
    Table,
)

_SIGNS = {"done": "✓ ", "late": "⚠ ", "moment": "★ "}


def report_md(report: Report) -> bytes:
    """Return a report as Markdown in UTF-8; equal reports give equal bytes."""
    lines = [f"# {marked_down(report.title)}", "", marked_down(f"{report.kind}, {report.day}"), ""]
    if report.subtitle:
        lines += [marked_down(report.subtitle), ""]
    for name, words in report.about:
        lines.append(f"- **{marked_down(name)}:** {marked_down(words)}")
    lines += [""] if report.about else []
    for section in report.sections:
        lines += [f"{'#' * (section.level + 1)} {marked_down(section.heading)}", ""]
        for block in section.blocks:
            lines += [*_block(block), ""]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Prose():
            yield marked_down(block.words)
        case Facts():
            for fact in block.facts:
                more = f" ({marked_down(fact.more.words)})" if fact.more.words else ""
                yield f"- **{marked_down(fact.number)}** {marked_down(fact.words)}{more}"
        case Entries():
            for entry in block.entries:
                yield from _entry(entry)
        case Table():
            yield from _table(block)
        case Curve():
            yield from _curve(block)
        case Lines():
            yield from ("- [ ] " for _line in range(block.least))


def _entry(entry: Entry) -> Iterator[str]:
    lead = f"**{marked_down(entry.lead)}**" if entry.lead else ""
    yield f"- {_SIGNS.get(entry.sign, '')}{': '.join(filter(None, (lead, marked_down(entry.rest))))}"
    for said in entry.more:
        yield f"  - {marked_down(said.words)}"


def _table(table: Table) -> Iterator[str]:
    yield _row(marked_down(each.heading) for each in table.columns)
    yield _row("---:" if each.numbers else "---" for each in table.columns)
    for row in table.rows:
        yield _row(map(_cell, row))


def _cell(said: Said) -> str:
    words = table_cell(said.words)
    return f"**{words}**" if said.tone == "pain" and words else words


def _curve(curve: Curve) -> Iterator[str]:
    if not curve.feelings:
        yield _("No touchpoint yet.")
        return
    yield _row((_("Stage"), _("Touchpoint"), _("Feeling"), _("Word"), _("Rests on")))
    yield _row(("---", "---", "---:", "---", "---"))
    for each in curve.feelings:
        star = "★ " if each.moment else ""
        felt = "–" if each.valence is None else valence_text(each.valence)
        trough = f"**{felt}**" if each.trough else felt
        yield _row((table_cell(each.stage), star + table_cell(each.title), trough, table_cell(each.word), each.basis))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
