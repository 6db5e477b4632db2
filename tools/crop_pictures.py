"""Shortens tall pictures of docs/images/stories to their upper part: `python -m tools.crop_pictures`, run after they are taken.

The one idea: rows of a PNG depend on the rows above alone, so the lower ones are cut off without a picture library.
"""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "images" / "stories"
_MOST_ROWS = 1_100
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: Bytes of a pixel by colour type, at eight bits a channel.
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def cropped(content: bytes, most_rows: int = _MOST_ROWS) -> bytes:
    """The picture with at most so many rows, packed as small as it goes."""
    parts = list(_chunks(content))
    width, height, depth, colour, *rest = struct.unpack(">IIBBBBB", parts[0][1])
    if depth != 8 or rest[-1]:
        raise ValueError("only plain pictures of eight bits a channel")
    rows = min(height, most_rows)
    pixels = zlib.decompress(b"".join(data for kind, data in parts if kind == b"IDAT"))
    kept = pixels[: rows * (width * _CHANNELS[colour] + 1)]
    head = struct.pack(">IIBBBBB", width, rows, depth, colour, *rest)
    others = [(kind, data) for kind, data in parts if kind not in (b"IHDR", b"IDAT", b"IEND")]
    whole = [(b"IHDR", head), *others, (b"IDAT", zlib.compress(kept, 9)), (b"IEND", b"")]
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in whole)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


if __name__ == "__main__":
    for path in sorted(PICTURES.glob("*.png")):
        path.write_bytes(cropped(path.read_bytes()))
