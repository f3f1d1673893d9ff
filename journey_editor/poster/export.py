"""A map as a PDF poster, SVG or PNG: bytes from records, the same in the window and on the command line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journey_editor import picture
from journey_editor.assets import _
from journey_editor.core.journey import Journey, read_journey
from journey_editor.core.records import Record, name_of
from journey_editor.core.words import unnamed
from journey_editor.layout.options import Options
from journey_editor.layout.primitives import Element, Picture
from journey_editor.plots.figure import curve_parts
from journey_editor.poster.attachment import SUFFIX
from journey_editor.poster.document import About, Attachment, write_pdf
from journey_editor.poster.page import PosterOptions, compose_page, natural_page
from journey_editor.poster.pictures import pictures_of
from journey_editor.poster.png import write_png
from journey_editor.poster.sheet import Bookmark, Page
from journey_editor.poster.svg import write_svg
from journey_editor.storage.format import dumps
from journey_editor.storage.paths import file_name

Progress = Callable[[float], None]
"""Is told what part is done, 0 to 1, and raises Cancelled where people had enough."""

_LAID_OUT, _DRAWN = 0.4, 0.9  # of the whole work


class Cancelled(Exception):
    """Somebody stopped an export; nothing was written."""


@dataclass(frozen=True, slots=True)
class _Work:
    """A map with what all its outputs need."""

    journey: Journey
    records: Mapping[str, Record]
    options: PosterOptions

    @property
    def title(self) -> str:
        return self.journey.map.title.strip() or unnamed("map")


def poster_pdf(
    records: Mapping[str, Record], map_id: str, options: PosterOptions, on_progress: Progress | None = None
) -> bytes:
    """Return a map as a PDF of one page that carries the whole file.

    Raises KeyError where there is no such map, PaperError, and what `on_progress` raises.
    """
    work, page = _laid_out(records, map_id, options, False, on_progress)
    return _pdf(work, page, dumps(records), _scaled(on_progress, _LAID_OUT, 1.0))


def poster_svg(
    records: Mapping[str, Record],
    map_id: str,
    options: PosterOptions,
    natural: bool = False,
    on_progress: Progress | None = None,
) -> bytes:
    """Return a map as SVG: on its paper, or at its natural size. Raises as `poster_pdf` does."""
    work, page = _laid_out(records, map_id, options, natural, on_progress)
    made = write_svg(page, work.title, options.language, pictures_of(records))
    _tell(on_progress, 1.0)
    return made


def poster_png(
    records: Mapping[str, Record],
    map_id: str,
    options: PosterOptions,
    natural: bool = False,
    on_progress: Progress | None = None,
) -> bytes:
    """Return a map as PNG, two pixels a point: on its paper, or at its natural size. Raises as `poster_pdf` does."""
    work, page = _laid_out(records, map_id, options, natural, on_progress)
    pdf = _pdf(work, page, None, _scaled(on_progress, _LAID_OUT, _DRAWN))
    _tell(on_progress, _DRAWN)
    made = write_png(pdf)
    _tell(on_progress, 1.0)
    return made


def _draw(journey: Journey, options: Options) -> Picture:
    return picture.draw(journey, options, curve_parts)


def _laid_out(
    records: Mapping[str, Record], map_id: str, options: PosterOptions, natural: bool, on_progress: Progress | None
) -> tuple[_Work, Page]:
    work = _Work(read_journey(records, map_id), records, options)
    page = (natural_page if natural else compose_page)(work.journey, options, _draw)
    _tell(on_progress, _LAID_OUT)
    return work, page


def _pdf(work: _Work, page: Page, file: bytes | None, on_progress: Progress | None) -> bytes:
    attached = () if file is None else (Attachment(file_name(work.title) + SUFFIX, file),)
    about = About(
        title=work.title,
        today=work.options.today,
        subject=_("Customer journey map"),
        language=work.options.language,
        bookmarks=_bookmarks(work.journey, page),
        attachments=attached,
        pictures=pictures_of(work.records),
    )
    return write_pdf([page], about, on_progress)


def _bookmarks(journey: Journey, page: Page) -> tuple[Bookmark, ...]:
    """Return the stages of a map with their touchpoints."""
    places: dict[tuple[str, str], Element] = {element.key: element for element in page.elements}
    found: list[Bookmark] = []
    for stage in journey.stages:
        head = places.get(("stage", stage.id))
        if head is None:
            continue
        found.append(Bookmark(" ".join(name_of(stage).split()), head.rect))
        for column in journey.columns_by_stage[stage.id]:
            for touchpoint in column:
                card = places.get(("card", touchpoint.id))
                if card is not None:
                    found.append(Bookmark(" ".join(name_of(touchpoint).split()), card.rect, 1))
    return tuple(found)


def _tell(on_progress: Progress | None, done: float) -> None:
    if on_progress is not None:
        on_progress(done)


def _scaled(on_progress: Progress | None, begin: float, end: float) -> Progress | None:
    return None if on_progress is None else lambda done: on_progress(begin + done * (end - begin))
