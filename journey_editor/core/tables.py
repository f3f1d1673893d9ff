"""Touchpoints as a table for spreadsheets: rows of texts, and those rows as the clipboard takes them."""

from collections.abc import Iterable, Sequence
from html import escape

from journey_editor.assets import _
from journey_editor.core.document import Document
from journey_editor.core.records import Owner, Touchpoint, name_of
from journey_editor.core.words import channel_label

FORMULA = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")
"""What a cell must not begin with: a spreadsheet would compute it, or take the sign away."""

Rows = Sequence[Sequence[str]]


def rows_of(document: Document, map_id: str, ids: Iterable[str] | None = None) -> list[list[str]]:
    """Return touchpoints of a map in reading order, the tray last, under a row of headings; None takes all of them.

    Feelings are plain numbers from -2 to +2.
    """
    journey = document.journey(map_id)
    chosen = None if ids is None else frozenset(ids)
    stages = {stage.id: stage for stage in journey.stages}
    rows = [[_("Stage"), _("Touchpoint"), _("Owner"), _("Channel"), _("Feeling"), _("Word"),
             _("Pain points"), _("Notes"), _("Opportunities")]]  # fmt: skip
    for each in (*journey.touchpoints, *journey.tray):
        if chosen is not None and each.id not in chosen:
            continue
        stage = stages.get(each.stage or "")
        notes = journey.notes.get(each.id, ())
        rows.append(
            [
                stage.name if stage else "",
                each.title,
                _owner_name(document, each, stage.owner if stage else None),
                channel_label(each.channel),
                f"{each.emotion.valence:g}" if each.emotion else "",
                each.emotion.word if each.emotion else "",
                _joined(note.text for note in notes if note.kind == "pain_point"),
                _joined(note.text for note in notes if note.kind != "pain_point"),
                _joined(idea.text for idea in journey.opportunities.get(each.id, ())),
            ]
        )
    return rows


def as_tabs(rows: Rows) -> str:
    """Return rows as lines of cells with tabs between them, as spreadsheets take them as plain text."""
    return "".join("\t".join(guarded(" ".join(cell.split())) for cell in row) + "\n" for row in rows)


def as_html(rows: Rows) -> str:
    """Return rows as an HTML table, the first as its headings."""
    head, *body = rows
    cells = "".join(f"<th>{_cell(cell)}</th>" for cell in head)
    lines = ["<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in body]
    return '<meta charset="utf-8"><table>\n' + "\n".join([f"<tr>{cells}</tr>", *lines]) + "\n</table>\n"


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet computes: a `'` stands before what looks like a formula and is no number."""
    return f"'{cell}" if cell.startswith(FORMULA) and not _is_number(cell) else cell


def _cell(cell: str) -> str:
    return escape(guarded(cell)).replace("\n", "<br>")


def _is_number(cell: str) -> bool:
    return cell[:1] in "+-" and cell[1:].replace(".", "", 1).isdecimal()


def _owner_name(document: Document, each: Touchpoint, inherited: str | None) -> str:
    owner = document.records.get(each.owner or inherited or "") if each.kind == "interaction" else None
    return name_of(owner) if isinstance(owner, Owner) else ""


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(" ".join(text.split()) for text in texts)
