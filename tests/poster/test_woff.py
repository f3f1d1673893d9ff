"""Fonts of an SVG: smaller, and still the same font."""

import struct
import zlib

import uharfbuzz

from journey_editor.assets import font_path
from journey_editor.poster.woff import subset, woff


def tables_of(file: bytes) -> dict[str, bytes]:
    """The tables of a WOFF file, unpacked and checked against its directory."""
    signature, _flavor, length, count = struct.unpack_from(">4s4sLH", file)
    assert (signature, length) == (b"wOFF", len(file))
    found: dict[str, bytes] = {}
    for index in range(count):
        tag, offset, packed, whole, _check = struct.unpack_from(">4sLLLL", file, 44 + 20 * index)
        assert offset % 4 == 0
        content = file[offset : offset + packed]
        found[tag.decode()] = zlib.decompress(content) if packed < whole else content
        assert len(found[tag.decode()]) == whole
    return found


def opened(file: bytes) -> uharfbuzz.Face:
    """A WOFF file as a font, put together again as TrueType."""
    tables = tables_of(file)
    offset = 12 + 16 * len(tables)
    directory, contents = b"", b""
    for tag, content in tables.items():
        directory += struct.pack(">4sLLL", tag.encode(), 0, offset + len(contents), len(content))
        contents += content + b"\0" * (-len(content) % 4)
    header = file[4:8] + struct.pack(">HHHH", len(tables), 0, 0, 0)
    return uharfbuzz.Face(header + directory + contents)


def test_every_table_survives():
    font = font_path("Inter-Regular").read_bytes()
    face, again = uharfbuzz.Face(font), opened(woff(font))
    assert again.table_tags == face.table_tags
    assert all(again.reference_table(tag).data == face.reference_table(tag).data for tag in face.table_tags)


def test_a_subset_is_small_and_shapes_alike():
    file = subset("Inter-Bold", "office")
    assert len(file) < font_path("Inter-Bold").stat().st_size / 10
    assert {"GSUB", "GPOS", "cmap", "name", "OS/2", "post"} <= tables_of(file).keys()
    widths: list[list[int]] = []
    for face in (opened(file), uharfbuzz.Face(font_path("Inter-Bold").read_bytes())):
        buffer = uharfbuzz.Buffer()
        buffer.add_str("office")
        buffer.guess_segment_properties()
        uharfbuzz.shape(uharfbuzz.Font(face), buffer)
        widths.append([place.x_advance for place in buffer.glyph_positions])
    assert widths[0] == widths[1]
