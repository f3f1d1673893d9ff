"""A PDF as bytes: pages of primitives with title, language, dates, bookmarks and files attached.

Nothing in it depends on the clock, the machine or the order of a set: equal input gives equal bytes.
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportPrivateUsage=false

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from journey_editor import __version__
from journey_editor.poster.numbers import number
from journey_editor.poster.painter import Painter
from journey_editor.poster.sheet import Bookmark, Page
from journey_editor.poster.typeface import Typeface, stream

PROGRAM = f"Journey Editor {__version__}"
OUTLINE_LIMIT = 120  # letters of a bookmark: more does not fit any viewer's pane
PAD = 12.0  # points of layout shown around what a bookmark leads to


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF."""

    name: str
    content: bytes
    type: str = "application/json"


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says of itself. `today` is written as its dates, at 00:00 UTC."""

    title: str
    today: date
    subject: str = ""
    language: str = "en"
    bookmarks: tuple[Bookmark, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


class _NoFont:
    """Stands for the font that a new page would begin with, so that none is written that nothing uses."""

    fontName = "journey-editor-none"
    encName = ""
    _dynamicFont = True
    _multiByte = False

    class face:
        name = "journey-editor-none"


def write_pdf(pages: Sequence[Page], about: About, on_progress: Callable[[float], None] | None = None) -> bytes:
    """Return a PDF of pages. `on_progress` is told what part is done, 0 to 1, and may raise to stop it."""
    if _NoFont.fontName not in pdfmetrics._fonts:
        pdfmetrics.registerFont(_NoFont())
    target = BytesIO()
    canvas = Canvas(
        target,
        pageCompression=1,
        invariant=1,
        initialFontName=_NoFont.fontName,  # pyright: ignore[reportArgumentType]
        lang=about.language,
        pdfVersion=(1, 7),
    )
    faces: dict[str, Typeface] = {}
    for index, page in enumerate(pages):
        canvas.setPageSize((page.width, page.height))
        painter = Painter(canvas, page.height, page.scale, about.pictures, faces)
        painter.paint(page.elements, _part(on_progress, index, len(pages)))
        _add_bookmarks(canvas, page, index, about.bookmarks)
        canvas.showPage()
    _describe(canvas, about)
    canvas.save()
    if on_progress:
        on_progress(1.0)
    return target.getvalue()


def _part(on_progress: Callable[[float], None] | None, index: int, count: int) -> Callable[[float], None] | None:
    return None if on_progress is None else lambda done: on_progress((index + done) / count)


def _add_bookmarks(canvas: Canvas, page: Page, at: int, bookmarks: tuple[Bookmark, ...]) -> None:
    """Add those entries of the outline that lead to a page; they come in the order of the pages."""
    for index, bookmark in enumerate(bookmarks):
        if bookmark.page != at:
            continue
        x, y, width, height = bookmark.rect
        top = number(min(page.height, page.height - (y - PAD) * page.scale))
        if bookmark.zooms:
            canvas.bookmarkPage(
                f"b{index}",
                fit="FitR",
                left=number(max(0.0, (x - PAD) * page.scale)),
                top=top,
                right=number(min(page.width, (x + width + PAD) * page.scale)),
                bottom=number(max(0.0, page.height - (y + height + PAD) * page.scale)),
            )
        else:
            canvas.bookmarkPage(f"b{index}", fit="XYZ", left=0, top=top, zoom=0)
        canvas.addOutlineEntry(bookmark.title[:OUTLINE_LIMIT] or "–", f"b{index}", bookmark.level, closed=1)


class _Info(pdfdoc.PDFInfo):
    """The document's properties: no author, and the day it was made for."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self._about = about

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        day = pdfdoc.PDFString(f"D:{self._about.today:%Y%m%d}000000Z")
        entries = {
            "Title": pdfdoc.PDFString(self._about.title),
            "Subject": pdfdoc.PDFString(self._about.subject),
            "Creator": pdfdoc.PDFString(PROGRAM),
            "Producer": pdfdoc.PDFString("ReportLab PDF Library"),
            "CreationDate": day,
            "ModDate": day,
        }
        return pdfdoc.PDFDictionary({key: entry for key, entry in entries.items() if entry.s}).format(document)


def _describe(canvas: Canvas, about: About) -> None:
    canvas.setTitle(about.title)  # it goes into the file's identifier, too
    canvas.setSubject(about.subject)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    document = canvas._doc
    info = _Info(about)
    info.title, info.subject = about.title, about.subject
    document.info = info
    if not about.attachments:
        return
    names: list[object] = []
    files: list[object] = []
    for attachment in sorted(about.attachments, key=lambda each: each.name):
        specification = document.Reference(_file(document, attachment), "attached:" + attachment.name)
        names += [pdfdoc.PDFString(attachment.name), specification]
        files.append(specification)
    embedded = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(names)})
    document.Catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": document.Reference(embedded, "attachments")})


def _file(document: pdfdoc.PDFDocument, attachment: Attachment) -> pdfdoc.PDFDictionary:
    content = stream(attachment.content)
    content.dictionary["Type"] = pdfdoc.PDFName("EmbeddedFile")
    content.dictionary["Subtype"] = pdfdoc.PDFName(attachment.type.replace("/", "#2F"))
    content.dictionary["Params"] = pdfdoc.PDFDictionary({"Size": len(attachment.content)})
    document.updateSignature(attachment.content)
    reference = document.Reference(content, "content:" + attachment.name)
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Filespec"),
            "F": pdfdoc.PDFString(attachment.name),
            "UF": pdfdoc.PDFString(attachment.name),
            "EF": pdfdoc.PDFDictionary({"F": reference, "UF": reference}),
            "AFRelationship": pdfdoc.PDFName("Source"),
        }
    )
