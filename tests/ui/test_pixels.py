"""Pictures of a file as pixels: read in the size that is needed, damaged ones told by a null image."""

import base64

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage, QPainter

from journey_editor.layout.primitives import Image
from journey_editor.ui import pixels as module
from journey_editor.ui.painter import covering, draw, prepare
from journey_editor.ui.pixels import pixels


def encoded(width: int, height: int, name: str) -> str:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(name))
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return base64.b64encode(bytes(buffer.data().data())).decode()


def test_a_picture_is_read_as_small_as_will_do(qapp):
    data = encoded(1_600, 800, "red")
    assert pixels(data, 40).height() == 64 and pixels(data, 40).width() == 128
    assert pixels(data, 500).height() == 512
    assert pixels(data, 5_000).width() == 1_600
    assert pixels(data, 40) is pixels(data, 30), "it is kept"


def test_what_is_no_picture_is_a_null_image(qapp):
    for data in ("", "no base64!", base64.b64encode(b"no picture").decode(), encoded(4, 4, "red")[:40]):
        assert pixels(data, 40).isNull()


def test_it_forgets_what_was_not_asked_for_long(qapp, monkeypatch):
    monkeypatch.setattr(module, "KEPT", 64 * 64 * 4 * 2)
    module._kept.clear()
    for number in range(5):
        pixels(encoded(200, 200, f"#0000{number:02}"), 40)
    assert len(module._kept) <= 2


def test_it_covers_its_place_and_its_corners_are_round(qapp):
    canvas = QImage(60, 60, QImage.Format.Format_RGB32)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    draw(painter, prepare((Image(10.0, 10.0, 40.0, 40.0, "x", encoded(300, 100, "red"), 20.0),)), 1.0)
    painter.end()
    red, white = QColor("red").rgb(), QColor("white").rgb()
    assert canvas.pixel(30, 30) == canvas.pixel(12, 30) == canvas.pixel(30, 47) == red
    assert canvas.pixel(11, 11) == canvas.pixel(5, 30) == canvas.pixel(55, 30) == white


def test_a_damaged_one_is_a_grey_sheet(qapp):
    canvas = QImage(20, 20, QImage.Format.Format_RGB32)
    canvas.fill(QColor("white"))
    painter = QPainter(canvas)
    draw(painter, prepare((Image(0.0, 0.0, 20.0, 20.0, "x", "nothing"),)), 1.0)
    painter.end()
    assert QColor(canvas.pixel(10, 10)).name().upper() == "#DEDAD2"


def test_the_part_that_covers_lies_about_the_middle():
    assert covering(300, 100, 1.0).getRect() == (100, 0, 100, 100)
    assert covering(100, 300, 1.0).getRect() == (0, 100, 100, 100)
    assert covering(100, 50, 2.0).getRect() == (0, 0, 100, 50)
