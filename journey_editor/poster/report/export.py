"""A report or an agenda as bytes of a PDF that carries the map, and as pages for a preview."""

from collections.abc import Callable, Mapping

from journey_editor.assets import _
from journey_editor.core.records import Record, Stage
from journey_editor.core.titles import called
from journey_editor.insight.case import Case
from journey_editor.interchange.report.agenda import Agenda
from journey_editor.interchange.report.parts import Report
from journey_editor.interchange.report.whole import whole_report
from journey_editor.plots.figure import curve_parts
from journey_editor.poster.attachment import SUFFIX
from journey_editor.poster.document import About, Attachment, write_pdf
from journey_editor.poster.paper import PaperError
from journey_editor.poster.report.pages import A4, Pages, Paper, one_page, pages_of, sheet_for
from journey_editor.storage.format import dumps
from journey_editor.storage.paths import file_name

Progress = Callable[[float], None]
"""Is told what part is done, 0 to 1, and may raise to stop it."""

_LAID_OUT = 0.5
_FINER = (1.0, 0.92, 0.84)
_TRIES = (
    *((most, letters, finer) for letters in (300, 160) for finer in _FINER for most in (10, 7, 5, 4, 3)),
    *((most, letters, finer) for letters in (160, 70) for finer in _FINER for most in (2, 1)),
)
"""How many entries lists have, how long texts are and how small letters, until all of an agenda is on one page."""


def report_pdf(
    case: Case, records: Mapping[str, Record], stage: Stage | None = None, paper: Paper = A4,
    language: str = "en", on_progress: Progress | None = None,
) -> bytes:  # fmt: skip
    """Return the report of a map, or the agenda of one of its stages, as a PDF that carries the whole file.

    Equal records, days and papers give equal bytes. Raises PaperError, and what `on_progress` raises.
    """
    if on_progress is not None:
        on_progress(0.0)
    report, pages = _made(case, stage, paper)
    title = called(case.journey.map)
    about = About(
        title=report.title if stage is not None else f"{report.kind}: {report.title}",
        today=case.today,
        subject=report.subject,
        language=language,
        bookmarks=pages.bookmarks,
        attachments=(Attachment(file_name(title) + SUFFIX, dumps(records)),),
    )

    def tell(done: float) -> None:
        if on_progress is not None:
            on_progress(_LAID_OUT + done * (1 - _LAID_OUT))

    return write_pdf(pages.pages, about, tell)


def report_pages(case: Case, stage: Stage | None = None, paper: Paper = A4) -> Pages:
    """Return the pages of the report of a map, or the one page of the agenda of a stage. Raises PaperError."""
    return _made(case, stage, paper)[1]


def _made(case: Case, stage: Stage | None, paper: Paper) -> tuple[Report, Pages]:
    sheet = sheet_for(paper)
    if stage is None:
        report = whole_report(case)
        return report, pages_of(report, sheet, curve_parts)
    agenda = Agenda(case, stage)
    for most, letters, finer in _TRIES:
        report = agenda.report(most, letters)
        pages = one_page(report, sheet.full().finer(finer), curve_parts)
        if pages is not None:
            return report, pages
    raise PaperError(_("The agenda does not fit on one page of {paper}.").format(paper=paper.name))
