"""Pictures as files of maps keep them: at most 1,600 pixels wide or high and 300 KB, PNG or JPEG."""

import base64
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from journey_editor.assets import _

SIDE = 1_600
BYTES = 300_000
SOURCE_BYTES = 20_000_000
SOURCE_PIXELS = 50_000_000
FILE_BYTES = 18_000_000  # of a map file with the picture in it

_QUALITIES = (88, 80, 70, 60, 50)
_SHRINK = 0.8


class BadPicture(ValueError):
    """A picture that cannot be taken; the text is one sentence."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture's type and its bytes as base64."""

    kind: str
    data: str


def encoded_file(data: bytes) -> Encoded:
    """Return the bytes of a PNG or JPEG file as a map keeps them. Raises BadPicture."""
    if len(data) > SOURCE_BYTES:
        raise BadPicture(_("The picture is larger than {limit} MB.").format(limit=SOURCE_BYTES // 1_000_000))
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in (b"png", b"jpeg"):
        raise BadPicture(_("This is no picture that a map can hold: it must be PNG or JPEG."))
    size = reader.size()
    if size.width() * size.height() > SOURCE_PIXELS:
        raise BadPicture(
            _("The picture has more than {limit} million pixels.").format(limit=SOURCE_PIXELS // 1_000_000)
        )
    if max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise BadPicture(_("The picture cannot be read; it may be damaged."))
    return encoded(image)


def encoded(image: QImage) -> Encoded:
    """Return an image as a map keeps it. Raises BadPicture."""
    if image.isNull() or image.width() * image.height() > SOURCE_PIXELS:
        raise BadPicture(_("The picture cannot be read; it may be damaged."))
    if max(image.width(), image.height()) > SIDE:
        image = _scaled(image, SIDE)
    png = _bytes(image, "PNG", -1)
    if len(png) <= BYTES:
        return Encoded("image/png", base64.b64encode(png).decode())
    opaque = _on_white(image)
    while True:
        for quality in _QUALITIES:
            jpeg = _bytes(opaque, "JPEG", quality)
            if len(jpeg) <= BYTES:
                return Encoded("image/jpeg", base64.b64encode(jpeg).decode())
        opaque = _scaled(opaque, round(max(opaque.width(), opaque.height()) * _SHRINK))


def _scaled(image: QImage, side: int) -> QImage:
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, keep, smooth)


def _on_white(image: QImage) -> QImage:
    """Return an image without transparency, which JPEG does not know."""
    if not image.hasAlphaChannel():
        return image
    found = QImage(image.size(), QImage.Format.Format_RGB32)
    found.fill(QColor("white"))
    painter = QPainter(found)
    painter.drawImage(0, 0, image)
    painter.end()
    return found


def _bytes(image: QImage, kind: str, quality: int) -> bytes:
    buffer = QBuffer()
    image.save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
