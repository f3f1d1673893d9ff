"""A page as PNG: the PDF, rendered by pdfium. No window system is needed."""

from io import BytesIO
from typing import Any

import pypdfium2

NATURAL = 2.0  # pixels a point
MOST_PIXELS = 120_000_000  # an A0 page at natural size has 32 million; more than this does not fit small machines


def write_png(pdf: bytes, scale: float = NATURAL) -> bytes:
    """Return the first page of a PDF as a PNG image with `scale` pixels a point, fewer where it would be too large."""
    document: Any = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        width, height = page.get_size()
        scale = min(scale, (MOST_PIXELS / (width * height)) ** 0.5)
        image = page.render(scale=scale).to_pil()
        target = BytesIO()
        image.save(target, "PNG", dpi=(72 * scale, 72 * scale))
        return target.getvalue()
    finally:
        document.close()
