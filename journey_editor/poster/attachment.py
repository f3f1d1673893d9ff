"""The map that a poster carries: its file, attached to the PDF."""

from codecs import BOM_UTF8
from typing import Any

import pypdfium2

from journey_editor.assets import _
from journey_editor.storage.decoding import SIZE_LIMIT
from journey_editor.storage.refusal import Refusal

SUFFIX = ".journey"
"""How the name of the attached file ends."""

PDF_START, LOOKED_AT = b"%PDF-", 1024  # a PDF may begin with other bytes, readers look that far


def is_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF, by their content; a map that has the mark of one in a text is none."""
    begin = data[:LOOKED_AT]
    return PDF_START in begin and not begin.removeprefix(BOM_UTF8).lstrip().startswith(b"{")


def carried_map(data: bytes, name: str = "") -> bytes:
    """Return the bytes of the map file attached to a PDF.

    `name` is what the PDF is called in a refusal. Raises Refusal where it carries none or cannot be read.
    """
    try:
        document: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise Refusal(_("is a PDF that cannot be read"), name) from None
    try:
        for index in range(document.count_attachments()):
            attachment = document.get_attachment(index)
            if attachment.get_name().endswith(SUFFIX):
                content = bytes(attachment.get_data())
                if len(content) > SIZE_LIMIT:
                    break
                return content
    except pypdfium2.PdfiumError:
        pass
    finally:
        document.close()
    raise Refusal(_("is a PDF that carries no map"), name)
