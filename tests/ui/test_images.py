"""Pictures as a map keeps them: small enough, and nothing else than PNG or JPEG."""

import base64
import random

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

from journey_editor.ui.images import BYTES, SIDE, SOURCE_BYTES, BadPicture, encoded, encoded_file


def image(width, height, noise=False, alpha=False):
    if noise:
        return QImage(random.Random(1).randbytes(width * height * 4), width, height, QImage.Format.Format_RGB32).copy()
    found = QImage(width, height, QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32)
    found.fill(QColor(200, 80, 40, 100 if alpha else 255))
    return found


def file(picture, kind):
    buffer = QBuffer()
    assert picture.save(buffer, kind)
    return bytes(buffer.data().data())


def shown(found):
    data = base64.b64decode(found.data)
    assert len(data) <= BYTES
    return QImage.fromData(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_keeps_its_shape_and_is_made_small_enough(qapp, kind):
    found = shown(encoded_file(file(image(2_400, 1_200), kind)))
    assert (found.width(), found.height()) == (SIDE, SIDE // 2)
    assert abs(found.pixelColor(5, 5).red() - 200) < 4


def test_a_small_picture_stays_as_it_is_with_what_is_transparent(qapp):
    found = encoded(image(40, 30, alpha=True))
    assert found.kind == "image/png" and shown(found).pixelColor(1, 1).alpha() == 100


def test_a_picture_full_of_detail_becomes_a_jpeg_and_as_small_as_it_must_be(qapp):
    found = encoded(image(1_200, 900, noise=True))
    assert found.kind == "image/jpeg" and 0 < shown(found).width() <= 1_200


@pytest.mark.parametrize("data", [b"", b"GIF89a" + b"0" * 40, b"%PDF", b"0" * (SOURCE_BYTES + 1)])
def test_what_is_no_picture_or_too_large_is_refused_in_one_sentence(qapp, data):
    with pytest.raises(BadPicture, match=r"picture"):
        encoded_file(data)


def test_a_picture_that_is_too_large_is_not_even_decoded(qapp):
    data = bytearray(file(image(4, 4), "PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    with pytest.raises(BadPicture):
        encoded_file(bytes(data))
