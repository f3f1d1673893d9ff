"""Pictures of a file as pixels, read once in the size that is needed and kept for the next paint."""

import base64
import binascii
from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage, QImageReader

SIZES = (64, 128, 256, 512, 1_024, 1_600)
"""Longest sides in pixels that pictures are read in: reading takes longer the larger they are."""

KEPT = 48_000_000  # bytes of all pictures that are remembered

_kept: OrderedDict[tuple[str, int], QImage] = OrderedDict()


def pixels(data: str, side: float) -> QImage:
    """Return a picture (base64) whose shorter side has at least so many pixels, if it has; a null image if damaged."""
    size = next((each for each in SIZES if each >= side), SIZES[-1])
    key = (data, size)
    found = _kept.get(key)
    if found is None:
        found = _kept[key] = _read(data, size)
        while len(_kept) > 1 and sum(each.sizeInBytes() for each in _kept.values()) > KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return found


def _read(data: str, size: int) -> QImage:
    try:
        content = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole = reader.size()
    if min(whole.width(), whole.height()) > size:
        reader.setScaledSize(whole.scaled(size, size, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()
