"""Images of a file that painters can draw."""

from base64 import b64encode

from journey_editor.core.records import Head, Picture
from journey_editor.poster.pictures import pictures_of


def test_known_images_are_found_and_others_left_out():
    def picture(name: str, data: str) -> Picture:
        return Picture(id=name, rank="a0", type="image/png", data=data)

    good = b"\x89PNG\r\n\x1a\n1"
    records = [
        Head(),
        picture("good", b64encode(good).decode()),
        picture("svg", b64encode(b"<svg/>").decode()),
        picture("broken", "%%%"),
        picture("empty", ""),
    ]
    assert pictures_of({each.id: each for each in records}) == {"good": good}
